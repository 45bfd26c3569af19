"""`mentions:`, and what an entry of `quotes:` says beyond speaker, kind and span."""

from dataclasses import replace

import pytest

from generator.correct import correct_story, read
from generator.model import Mention, Name, Quote, Span, Story
from tests.correct.marked import marked

FERRY = marked(
    "[“It sails at six,”] the mayor said. Bob Ash waited. [“It never did,”] said the mayor of Fenby.",
    "[Bob Ash: “We wait,”] he said, and “wait” he did. [“Two days,”] two officials said.",
)


def printed(story: Story, *words: str | None) -> Story:
    """The story with the words that name each speaker."""
    text, at, quotes = story.article.text, 0, []
    for quote, said in zip(story.annotations.quotes, words, strict=True):
        at = max(at, quote.parts[-1].end)
        start = text.index(said, at) if said else 0
        quotes.append(replace(quote, printed=Span(start, start + len(said)) if said else None))
    return replace(story, annotations=replace(story.annotations, quotes=tuple(quotes)))


STORY = printed(FERRY, "the mayor", "the mayor of Fenby", "he", "two officials")


def corrected(text: str, story: Story = STORY) -> Story:
    return correct_story(story, read(text))


def speakers(story: Story) -> list[str | None]:
    return [quote.speaker for quote in story.annotations.quotes]


def problems(story: Story) -> str:
    return "\n".join(str(problem) for problem in story.annotations.problems)


def one(story: Story, words: str) -> Quote:
    text = story.article.text
    (found,) = [quote for quote in story.annotations.quotes if words in quote.words(text)]
    return found


@pytest.mark.parametrize("words", ["the mayor", "The Mayor", "mayor", "a mayor"])
def test_one_line_settles_every_quotation_that_the_words_name_the_speaker_of(words: str) -> None:
    story = corrected(f"mentions: [{{article: a, words: {words}, name: Ann Lee}}]")
    assert speakers(story) == ["Ann Lee", "Ann Lee", "Bob Ash", None]
    first = story.annotations.quotes[0]
    assert (first.by, first.speaker_rule, first.confidence) == ("human", "by hand", 1.0)
    assert [quote.id for quote in story.annotations.quotes] == [
        quote.id for quote in STORY.annotations.quotes
    ]
    (added,) = [name for name in story.annotations.names if name.label == "Ann Lee"]
    assert [mention.span.of(story.article.text) for mention in added.mentions] == [
        "the mayor",
        "the mayor",
    ]
    assert problems(story) == ""


def test_with_words_before_only_one_place_is_meant() -> None:
    story = corrected(
        'mentions: [{article: a, words: the mayor, before: "It sails at six", name: Ann Lee}]'
    )
    assert speakers(story) == ["Ann Lee", None, "Bob Ash", None]


def test_what_the_words_meant_to_the_machine_they_mean_no_more() -> None:
    mayor = STORY.article.text.index("the mayor")
    names = (Name("Bob Ash", "person", (Mention(Span(mayor, mayor + 9), "role"),)),)
    story = corrected(
        "mentions: [{article: a, words: the mayor, name: Ann Lee}]",
        replace(STORY, annotations=replace(STORY.annotations, names=names)),
    )
    assert story.annotations.names[0].mentions == ()


def test_what_is_said_of_one_quotation_wins() -> None:
    story = corrected(
        "mentions: [{article: a, words: the mayor, name: Ann Lee}]\n"
        "quotes: [{article: a, words: It never did, speaker: }]"
    )
    assert speakers(story)[:2] == ["Ann Lee", None]


def test_words_that_the_article_has_not_are_named() -> None:
    assert "the words 'the envoy' are not in a.txt" in problems(
        corrected("mentions: [{article: a, words: the envoy, name: Ann Lee}]")
    )


def test_checked_is_kept_apart_from_corrected() -> None:
    before = STORY.annotations.quotes[2]
    story = corrected("quotes: [{article: a, words: We wait, checked: true}]")
    assert one(story, "We wait") == replace(before, by="checked", confidence=1.0)
    same = corrected("quotes: [{article: a, words: We wait, speaker: Bob Ash, checked: true}]")
    assert one(same, "We wait").by == "checked"
    other = corrected("quotes: [{article: a, words: We wait, speaker: Ann Lee, checked: true}]")
    assert one(other, "We wait").by == "human"


def test_a_voice_that_is_only_described() -> None:
    story = corrected("quotes: [{article: a, words: Two days, speaker: , printed: two officials}]")
    found = one(story, "Two days")
    assert found.printed
    assert (found.speaker, found.printed.of(story.article.text), found.by) == (
        None,
        "two officials",
        "human",
    )
    wrong = corrected("quotes: [{article: a, words: Two days, printed: three officials}]")
    assert "are not near the quotation" in problems(wrong)


def test_two_quotations_are_joined() -> None:
    story = corrected("quotes: [{article: a, words: It sails at six, join: It never did}]")
    text = story.article.text
    assert [quote.words(text) for quote in story.annotations.quotes] == [
        "“It sails at six,” … “It never did,”",
        "“We wait,”",
        "“Two days,”",
    ]
    assert story.annotations.quotes[0].id not in {quote.id for quote in STORY.annotations.quotes}


def test_what_is_joined_must_be_another_quotation() -> None:
    assert "no other quotation is clearly at the words" in problems(
        corrected(
            "quotes: [{article: a, words: It sails at six, join: [It sails, Bob Ash waited]}]"
        )
    )


def test_one_quotation_is_split() -> None:
    story = marked("[“We sail at six. The weather is good,”] said Ann Lee.")
    made = corrected(
        "quotes: [{article: a, words: We sail at six, split: [We sail at six, The weather is good]}]",
        story,
    )
    words = [quote.words(story.article.text) for quote in made.annotations.quotes]
    assert words == ["We sail at six", "The weather is good"]
    assert len({quote.id for quote in made.annotations.quotes}) == 2
    wrong = corrected(
        "quotes: [{article: a, words: We sail at six, split: [We sail, We sail at six]}]", story
    )
    assert "are not a part of the quotation by themselves" in problems(wrong)
    assert wrong.annotations.quotes == story.annotations.quotes


def test_a_yes_under_the_fuller_name_of_the_site_is_a_yes_and_pins_the_speaker() -> None:
    story = marked("[Varnholt: “We wait,”] said Varnholt. [“It rains,”] somebody said.")
    entries = (
        "quotes:\n  - {article: a, words: We wait, speaker: Ada Varnholt, checked: true}\n"
        "  - {article: a, words: It rains, speaker: , checked: true}\n"
    )
    made = corrected(entries, story).annotations
    assert [(quote.speaker, quote.by) for quote in made.quotes] == [
        ("Varnholt", "checked"),
        (None, "checked"),
    ]
    assert [name.label for name in made.names] == ["Varnholt"]
    # another speaker than the machine now has is no yes
    other = entries.replace("Ada Varnholt", "Bob Ash")
    assert corrected(other, story).annotations.quotes[0].by == "human"
