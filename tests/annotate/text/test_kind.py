"""What kind of text an article is: told by its layout, or said by a person; and what follows."""

from dataclasses import replace

import pytest

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.annotate.text.kind import form_of
from generator.model import Annotations, Article, Block, DocumentKind, Span, band


def article(*lines: str, document: DocumentKind | None = None) -> Article:
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("paragraph" if at else "headline", Span(at, at + len(line))))
        at += len(line) + 1
    return Article("a", "a.txt", lines[0], text, tuple(blocks), document=document)


def read(one: Article) -> Annotations:
    return annotate(one, parse.parse(one.text, one.blocks))


STORY = article(
    "The Lamplighter",
    "The rain had found the hole in her boot long before she found the house.",
    "“You are late,” said the old man.",
    "“I walked,” she said. “There is no bus to the end of the world.”",
    "“There was one,” he said, “when there was an end.”",
    "She laughed, and hung her coat on the nail that had been left for it.",
    "“And the lamp?” she asked.",
    "“The lamp is your business now,” he said. He looked at his hands as if somebody had lent them to him.",
    "“Nobody told me how it is lit.”",
    "“Nobody told me either,” said Edwin. “You will burn your thumb twice, and then you will know.”",
    "She took the matches from the sill, and the dark came in to watch.",
)
REPORT = article(
    "Ferry back in service",
    *(
        f"“We waited {number} days,” said Joan Marl, {number + 40}, of Mill Lane. She asked twice."
        for number in range(3, 12)
    ),
)
TALK = article(
    "Hedda Brisk on her bees",
    "Nora Pell: How many hives have you got?",
    "Hedda Brisk: Eleven in spring.",
    "Nora Pell: Which ones went?",
    "Hedda Brisk: The noisy ones.",
)
BOX = article("The autumn fair", "Where: The mill meadow", "Bells: at nine", "Fiddlers: until dawn")


def kind(one: Article) -> DocumentKind:
    return form_of(one.text, one.blocks, one.document).kind


def test_a_story_is_told_by_its_scenes_and_a_report_with_as_many_marks_is_none() -> None:
    assert (kind(STORY), kind(REPORT), kind(TALK)) == ("fiction", "narrative", "turns")


def test_a_story_of_few_lines_is_not_guessed_at() -> None:
    few = article(*STORY.text.split("\n")[:5])
    assert kind(few) == "narrative"


def test_nothing_of_a_story_is_high_and_none_of_its_quotations_is_dropped() -> None:
    told = read(replace(STORY, document="narrative"))
    story = read(STORY)
    assert (told.document, story.document) == ("narrative", "fiction")
    assert {quote.id for quote in told.quotes} == {quote.id for quote in story.quotes}
    assert any(band(quote.confidence) == "high" for quote in told.quotes)
    assert {band(quote.confidence) for quote in story.quotes} == {"low"}


def test_what_a_person_says_of_the_kind_wins() -> None:
    spoken = read(TALK)
    assert (spoken.document, len(spoken.quotes)) == ("turns", 4)
    told = read(replace(TALK, document="narrative"))
    assert (told.document, told.quotes) == ("narrative", ())


def test_a_box_of_facts_is_read_as_turns_when_a_person_says_so() -> None:
    assert kind(BOX) == "narrative"
    found = read(replace(BOX, document="turns"))
    assert [quote.words(BOX.text) for quote in found.quotes] == ["at nine", "until dawn"]


@pytest.mark.parametrize("stated", ["questions", "live", "statement", "fiction"])
def test_every_kind_can_be_stated_of_any_text(stated: DocumentKind) -> None:
    assert read(replace(TALK, document=stated)).document == stated


def test_an_article_in_another_language_keeps_the_kind_that_is_stated() -> None:
    german = article(
        "Die Brücke",
        "„Wir gehen nicht“, sagte die Bürgermeisterin der Stadt, als es regnete und das Wasser stieg.",
    )
    assert read(replace(german, document="statement")).document == "statement"
