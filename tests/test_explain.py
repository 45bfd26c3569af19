"""What `explain` prints."""

from dataclasses import replace

import yaml

from generator.explain import correction, lines
from generator.model import Annotations, Article, Block, NotSpeech, Problem, Quote, Span, Story

TEXT = '“We go,” the mayor said. “We go,” he said. The "plan" is old.'
FIRST = Quote(
    "q-1",
    "direct",
    (Span(0, 8),),
    Span(19, 23),
    Span(9, 18),
    "Ines Calder",
    "run_before",
    "role_named_before",
    0.93,
)
SECOND = Quote(
    "q-1b", "direct", (Span(25, 33),), Span(37, 41), Span(34, 36), None, "run_before", "", 0.31
)


def story(*quotes: Quote) -> Story:
    article = Article(
        "town/plan", "town/plan.txt", "The plan", TEXT, (Block("paragraph", Span(0, len(TEXT))),)
    )
    not_speech = (NotSpeech(Span(47, 53), "scare quote"),)
    return Story(article, Annotations((), quotes, not_speech, (Problem("x:1", "is odd"),)))


def test_each_quotation_with_its_evidence() -> None:
    assert lines(story(FIRST))[:8] == [
        "The plan",
        "town/plan.txt · 1 quotation",
        "",
        "q-1 · direct · 0.93 high · by machine",
        "    words    “We go,”",
        "    cue      said",
        "    speaker  the mayor → Ines Calder",
        "    rules    found by run_before; speaker by role_named_before",
    ]


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    assert "    speaker  he → unknown" in lines(story(SECOND))


def test_a_speaker_that_somebody_gave_is_by_hand() -> None:
    given = replace(FIRST, rule="", speaker_rule="by hand", by="human")
    assert "    rules    found by hand; speaker by hand" in lines(story(given))


def test_what_is_no_speech_and_what_is_wrong_come_last() -> None:
    assert lines(story())[-2:] == ['no quotation: "plan" (scare quote)', "x:1: is odd"]


def test_the_correction_is_yaml_that_says_what_is_there_now() -> None:
    (entry,) = yaml.safe_load(correction(story(FIRST), FIRST))
    assert entry == {
        "article": "town/plan",
        "words": "“We go,”",
        "after": "the mayor said. “We go,”",
        "speaker": "Ines Calder",
        "kind": "direct",
    }


def test_the_correction_tells_the_second_of_the_same_words_by_what_stands_before() -> None:
    (entry,) = yaml.safe_load(correction(story(SECOND), SECOND))
    assert entry["before"] == "“We go,” the mayor said."
    assert entry["speaker"] is None


def test_words_with_quotation_marks_and_lines_survive() -> None:
    text = 'He said: "a: #b\nc" and left.'
    article = Article("a", "a.txt", "", text, (Block("paragraph", Span(0, len(text))),))
    quote = Quote("q-2", "mixed", (Span(9, 18),), speaker=None)
    (entry,) = yaml.safe_load(correction(Story(article, Annotations()), quote))
    assert entry["words"] == '"a: #b c"'
