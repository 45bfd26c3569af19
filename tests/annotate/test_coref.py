"""From the printed speaker to a name, without a parse."""

import pytest

from generator.annotate.coref import RULES, resolve
from generator.annotate.names import find_names
from generator.model import Article, Block, Quote, Span


def speakers(text: str, *printed: str | None) -> list[tuple[str | None, str]]:
    """Speaker and rule of each quotation in “…”, whose printed speakers are the next such words after the last one."""
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", Span(place, place + len(line))))
        place += len(line) + 1
    article = Article("a", "a.txt", "", text, tuple(blocks))
    quotes, start, searched = [], -1, text.index("“")
    for words in printed:
        start = text.index("“", start + 1)
        span = None
        if words is not None:
            searched = text.index(words, searched)
            span = Span(searched, searched + len(words))
            searched += len(words)
        quotes.append(Quote(f"q-{start}", "direct", (Span(start, text.index("”", start) + 1),), printed=span))
    found = resolve(article, None, find_names(article, None), tuple(quotes))
    return [(q.speaker, q.speaker_rule) for q in found]


def test_a_surname_is_the_full_name() -> None:
    text = "Maria Orsolic came.\n“I know,” Orsolic said."
    assert speakers(text, "Orsolic") == [("Maria Orsolic", "named")]


def test_the_name_that_a_long_phrase_turns_on() -> None:
    text = "“No,” said Moscow’s deputy envoy to the UN, Dmitry Polyansky."
    assert speakers(text, "Moscow’s deputy envoy to the UN, Dmitry Polyansky") == [("Dmitry Polyansky", "named")]


def test_a_spokesman_is_not_the_one_he_speaks_for() -> None:
    text = "Ines Calder left.\n“No,” said a spokesman for Ines Calder. “No,” Calder’s lawyer said."
    found = speakers(text, "a spokesman for Ines Calder", "Calder’s lawyer")
    assert [speaker for speaker, _ in found] == [None, None]


def test_a_role_is_the_person_introduced_with_it() -> None:
    text = "Dmitry Polyansky, the deputy envoy to the UN, came.\n“No,” the diplomat said. “Yes,” the deputy envoy said."
    assert speakers(text, "the diplomat", "the deputy envoy") == [
        ("Dmitry Polyansky", "role_named_before"),
        ("Dmitry Polyansky", "role_named_before"),
    ]


def test_he_and_she_fit_in_gender() -> None:
    text = "Maria Orsolic said so. Paul Brandt said no.\n“I won,” she said. “I lost,” he said."
    assert speakers(text, "she", "he") == [("Maria Orsolic", "he_or_she"), ("Paul Brandt", "he_or_she")]


def test_a_pronoun_whose_gender_fits_nobody_stays_open() -> None:
    text = "Maria Orsolic said so.\n“I lost,” he said."
    assert speakers(text, "he") == [(None, "")]


@pytest.mark.parametrize("group", ["two officials who asked not to be named", "Western backers", "critics", "some"])
def test_groups_stay_open(group: str) -> None:
    text = f"Maria Orsolic said so.\n“No,” said {group}."
    assert speakers(text, group) == [(None, "several_people")]


def test_two_people_at_once_are_nobody() -> None:
    text = "“No,” Maria Orsolic and Paul Brandt said."
    assert speakers(text, "Maria Orsolic and Paul Brandt")[0][0] is None


def test_a_quotation_without_a_speaker_goes_on_with_the_last_one() -> None:
    text = "“I won,” Maria Orsolic said.\n“It was hard.”"
    assert speakers(text, "Maria Orsolic", None)[1] == ("Maria Orsolic", "goes_on")


def test_nobody_is_guessed_without_any_name() -> None:
    assert speakers("“I won.”", None) == [(None, "")]


def test_it_is_the_government_that_spoke() -> None:
    text = "“No”, Moscow said. It blasted “the sponsors”."
    assert speakers(text, "Moscow", "It")[1] == ("Moscow", "it_or_they")


def test_every_rule_says_what_it_does() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)
