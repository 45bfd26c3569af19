"""From the printed speaker to a name, without a parse."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from generator.annotate.names.find import find_names
from generator.annotate.speakers.resolve import RULES, resolve
from generator.model import Article, Block, Quote, Span


def speakers(text: str, *printed: str | None) -> list[tuple[str | None, str]]:
    """Speaker and rule of each quotation in “…”, whose printed speakers are the next such words
    after the last one.
    """
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
        quotes.append(
            Quote(f"q-{start}", "direct", (Span(start, text.index("”", start) + 1),), printed=span)
        )
    found = resolve(article, None, find_names(article, None), tuple(quotes))
    return [(q.speaker, q.speaker_rule) for q in found]


def test_a_surname_is_the_full_name() -> None:
    text = "Maria Orsolic came.\n“I know,” Orsolic said."
    assert speakers(text, "Orsolic") == [("Maria Orsolic", "named")]


def test_the_name_that_a_long_phrase_turns_on() -> None:
    text = "“No,” said Moscow’s deputy envoy to the UN, Dmitry Polyansky."
    assert speakers(text, "Moscow’s deputy envoy to the UN, Dmitry Polyansky") == [
        ("Dmitry Polyansky", "named")
    ]


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
    assert speakers(text, "she", "he") == [
        ("Maria Orsolic", "he_or_she"),
        ("Paul Brandt", "he_or_she"),
    ]


def test_a_pronoun_whose_gender_fits_nobody_stays_open() -> None:
    text = "Maria Orsolic said so.\n“I lost,” he said."
    assert speakers(text, "he") == [(None, "")]


@pytest.mark.parametrize(
    "group", ["two officials who asked not to be named", "Western backers", "critics", "some"]
)
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


def test_he_learns_from_pronouns_elsewhere() -> None:
    text = "Jayme Colbe said she was cold. Jake Pell came.\n“No,” he said.\nColbe left.\n“Yes,” she said."
    assert [s for s, _ in speakers(text, "he", "she")] == ["Jake Pell", "Jayme Colbe"]


def test_whom_the_reported_words_are_about_does_not_speak_next() -> None:
    text = "Ines Calder came. “Maria Lopez lied,” she said. “Lopez must go.”"
    assert [s for s, _ in speakers(text, "she", None)] == ["Ines Calder", "Ines Calder"]


def test_a_reported_question_is_answered_by_somebody_else() -> None:
    text = "Paul Brandt said so.\nIan Pell asked how many there were. “Four hundred,” he said."
    question, reply, he = text.index("how many"), text.index("“Four"), text.index("he said")
    asker = Span(text.index("Ian Pell"), text.index(" asked"))
    asked = Quote(
        "q-0", "indirect", (Span(question, reply - 2),), Span(asker.end + 1, question - 1), asker
    )
    answer = Quote("q-1", "direct", (Span(reply, he - 1),), printed=Span(he, he + 2))
    blocks = (Block("paragraph", Span(0, 20)), Block("paragraph", Span(21, len(text))))
    article = Article("a", "a.txt", "", text, blocks)
    found = resolve(article, None, find_names(article, None), (asked, answer))
    assert [q.speaker for q in found] == ["Ian Pell", "Paul Brandt"]


def test_a_speaker_without_a_name_is_not_taken_for_the_one_before() -> None:
    text = "Paul Brandt came.\n“No,” the judge said. “Never,” he added."
    assert speakers(text, "the judge", "he")[1] == (None, "he_or_she")


def test_an_unnamed_speaker_goes_on_with_the_words_that_name_him() -> None:
    text = "“No,” officials said.\n“Never.”"
    blocks = (Block("paragraph", Span(0, 21)), Block("paragraph", Span(22, len(text))))
    article = Article("a", "a.txt", "", text, blocks)
    quotes = (
        Quote("q-1", "direct", (Span(0, 5),), printed=Span(6, 15)),
        Quote("q-2", "direct", (Span(22, 30),)),
    )
    found = resolve(article, None, (), quotes)
    assert found[1].speaker is None
    assert found[1].printed is None  # one word says too little to stand for the speaker


def test_an_age_means_the_one_of_that_age() -> None:
    text = "Ines Calder, 74, and Paul Brandt, 30, came.\n“No,” the 74-year-old pensioner said."
    assert speakers(text, "the 74-year-old pensioner") == [("Ines Calder", "of_that_age")]


def test_her_statement_is_hers() -> None:
    text = "Ines Calder resigned.\n“No,” her statement said."
    assert speakers(text, "her statement") == [("Ines Calder", "document_of")]


def test_a_role_on_top_is_who_has_it_below() -> None:
    text = "A hockey coach says “no”.\nPaul Brandt, coach of the Reds, came.\nPaul Brandt said “never”."
    assert speakers(text, None, "Paul Brandt")[1][0] == "Paul Brandt"


@pytest.mark.parametrize("words", ["the mayor", "the former mayor", "Mayor"])
def test_a_role_given_anywhere_means_its_only_bearer(words: str) -> None:
    text = f"“No,” {words} said.\nInes Calder, the mayor, left."
    assert speakers(text, words)[0] == ("Ines Calder", "role_of_one")


def test_a_role_that_contradicts_another_means_nobody() -> None:
    text = "“No,” said Ines Calder, a spokeswoman for the town. “Yes,” the mayor said."
    assert speakers(text, "Ines Calder", "the mayor")[1] == (None, "")


@given(text())
def test_speakers_are_always_names_of_the_article(words: str) -> None:
    blocks = (Block("paragraph", Span(0, len(words))),) if words else ()
    article = Article("a", "a.txt", "", words, blocks)
    names = find_names(article, None)
    quotes = tuple(
        Quote(
            f"q-{n}",
            "direct",
            (Span(n, n + 1),),
            printed=Span(n + 1, min(len(words), n + 9)) if n % 2 else None,
        )
        for n in range(0, len(words) - 2, 3)
    )
    found = resolve(article, None, names, quotes)
    assert [q.parts for q in found] == [q.parts for q in quotes]
    assert {q.speaker for q in found} <= {None, *(name.label for name in names)}
