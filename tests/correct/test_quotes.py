"""What a person says about a quotation: it wins, field by field, and nothing of it is lost
unsaid.
"""

from dataclasses import replace

import pytest

from generator.correct import correct_story, read
from generator.model import NotSpeech, Quote, Span, Story
from tests.correct.marked import marked

BRIDGE = marked(
    "The bridge is shut. [Ann Lee: “It will open in May,”] said Lee, the mayor, on Friday.",
    "Bob Ash, the engineer, disagreed. [Ann Lee: “Nothing is certain,”] he said. The “temporary” ferry runs on.",
    "Traders fear that the town will lose its market for good, Ash said.",
)


def corrected(entries: str, story: Story = BRIDGE) -> Story:
    return correct_story(story, read(f"quotes:\n{entries}"))


def quotes(story: Story) -> list[tuple[str, str | None]]:
    return [(quote.words(story.article.text), quote.speaker) for quote in story.annotations.quotes]


def by_hand(story: Story) -> list[Quote]:
    return [quote for quote in story.annotations.quotes if quote.by == "human"]


def problems(story: Story) -> list[str]:
    return [str(problem) for problem in story.annotations.problems]


def test_the_speaker_is_set_and_everything_else_stays() -> None:
    story = corrected(" - {article: a, words: Nothing is certain, speaker: Bob Ash}")
    before, (after,) = BRIDGE.annotations.quotes[1], by_hand(story)
    assert after == replace(
        before, speaker="Bob Ash", speaker_rule="by hand", by="human", confidence=1.0
    )
    assert problems(story) == []


def test_a_person_says_whether_the_words_are_denied() -> None:
    denied = corrected(" - {article: a, words: Nothing is certain, stance: denies}")
    assert [quote.stance for quote in by_hand(denied)] == ["denies"]
    (problem,) = read(
        "quotes:\n - {article: a, words: Nothing is certain, stance: doubts, kind: direct}"
    ).problems
    assert "stance: 'doubts' is unknown" in str(problem)


def test_a_speaker_whom_the_machine_does_not_know_becomes_a_name() -> None:
    story = corrected(" - {article: a, words: Nothing is certain, speaker: Bob Ash}")
    added = story.annotations.names[-1]
    assert (added.label, added.kind, added.mentions) == ("Bob Ash", "person", ())


def test_a_new_speaker_has_the_kind_that_a_person_gave_the_name() -> None:
    entries = read(
        "quotes: [{article: a, words: Nothing is certain, speaker: Town Hall}]\n"
        "names: [{name: Town Hall, kind: organisation}]"
    )
    assert correct_story(BRIDGE, entries).annotations.names[-1].kind == "organisation"


@pytest.mark.parametrize("said", ["ann lee", "Ann  Lee", "Lee"])
def test_a_speaker_is_known_by_any_form_of_the_name(said: str) -> None:
    story = marked("[Ann Lee: “Yes indeed,”] said Lee. [“No, never,”] she said.")
    assert quotes(corrected(f" - {{article: a, words: 'No, never', speaker: '{said}'}}", story))[
        1
    ] == (
        "“No, never,”",
        "Ann Lee",
    )


def test_nobody_can_be_named() -> None:
    assert quotes(corrected(" - {article: a, words: Nothing is certain, speaker: }"))[1] == (
        "“Nothing is certain,”",
        None,
    )


def test_the_words_that_named_somebody_else_no_longer_name_the_speaker() -> None:
    story = marked("[Ann Lee: “It is over,”] said Lee.")
    lee = Span(story.article.text.index("Lee"), story.article.text.index("Lee") + 3)
    story = replace(
        story,
        annotations=replace(
            story.annotations, quotes=(replace(story.annotations.quotes[0], printed=lee),)
        ),
    )
    assert (
        by_hand(corrected(" - {article: a, words: It is over, speaker: Bob Ash}", story))[0].printed
        is None
    )
    assert (
        by_hand(corrected(" - {article: a, words: It is over, kind: mixed}", story))[0].printed
        == lee
    )


def test_the_kind_is_set() -> None:
    assert (
        by_hand(corrected(" - {article: a, words: Nothing is certain, kind: mixed}"))[0].kind
        == "mixed"
    )


def test_the_span_is_set_and_the_id_follows_the_words() -> None:
    story = corrected(
        " - {article: a, words: Nothing is certain, span: The “temporary” ferry runs on}"
    )
    (quote,) = by_hand(story)
    assert (quote.words(story.article.text), quote.rule) == (
        "The “temporary” ferry runs on",
        "by hand",
    )
    assert quote.id not in {other.id for other in BRIDGE.annotations.quotes}


def test_the_cue_is_set() -> None:
    story = corrected(" - {article: a, words: Nothing is certain, cue: disagreed}")
    cue = by_hand(story)[0].cue
    assert cue is not None
    assert cue.of(story.article.text) == "disagreed"


def test_a_quotation_is_dropped_and_no_other_changes() -> None:
    story = corrected(" - {article: a, words: It will open in May, drop: true}")
    assert story.annotations.quotes == BRIDGE.annotations.quotes[1:]


def test_a_quotation_is_added() -> None:
    story = corrected(
        " - {article: a, words: the town will lose its market for good, speaker: Bob Ash, add: true}"
    )
    (quote,) = by_hand(story)
    assert (quote.words(story.article.text), quote.kind) == (
        "the town will lose its market for good",
        "indirect",
    )
    assert (quote.speaker, quote.rule) == ("Bob Ash", "by hand")


def test_an_added_quotation_takes_its_marks_in() -> None:
    story = marked("The board wrote: “We did not know.” It met again.")
    (quote,) = by_hand(corrected(" - {article: a, words: We did not know, add: true}", story))
    assert (quote.words(story.article.text), quote.kind) == ("“We did not know.”", "direct")


def test_a_quotation_in_parts_is_added_in_parts() -> None:
    story = marked("“We did not know,” the chairman of the board said, “and nobody told us.”")
    (quote,) = by_hand(
        corrected(" - {article: a, words: We did not know … and nobody told us, add: true}", story)
    )
    assert [part.of(story.article.text) for part in quote.parts] == [
        "“We did not know,”",
        "“and nobody told us.”",
    ]


def test_adding_what_the_machine_finds_too_is_no_second_quotation() -> None:
    story = corrected(" - {article: a, words: Nothing is certain, speaker: Bob Ash, add: true}")
    assert quotes(story) == [
        ("“It will open in May,”", "Ann Lee"),
        ("“Nothing is certain,”", "Bob Ash"),
    ]


def test_quoted_words_are_not_speech() -> None:
    story = corrected(" - {article: a, words: temporary, not_speech: scare quote}")
    assert [
        (mark.span.of(story.article.text), mark.reason) for mark in story.annotations.not_speech
    ] == [("“temporary”", "scare quote")]
    story = corrected(" - {article: a, words: Nothing is certain, not_speech: true}")
    (quote,) = BRIDGE.annotations.quotes[1].parts
    assert story.annotations.not_speech == (NotSpeech(quote, "by hand"),)
    assert quotes(story) == [("“It will open in May,”", "Ann Lee")]


def test_words_that_are_not_speech_leave_the_statement_around_them() -> None:
    story = marked(
        "Lee said [Ann Lee: that the “temporary” ferry would run until the bridge opens in May]."
    )
    made = corrected(" - {article: a, words: temporary, not_speech: scare quote}", story)
    assert made.annotations.quotes == story.annotations.quotes
    assert [mark.span.of(made.article.text) for mark in made.annotations.not_speech] == [
        "“temporary”"
    ]


def test_a_few_of_the_words_are_enough() -> None:
    story = marked("[Ann Lee: “The bridge will open in May whatever the weather,”] said Lee.")
    assert (
        quotes(corrected(" - {article: a, words: open in May whatever, speaker: B}", story))[0][1]
        == "B"
    )


@pytest.mark.parametrize(
    "words",
    [
        "nothing is CERTAIN",
        "“Nothing is certain,”",
        "Nothing – is certain.",
        "Nothing is now certain",
        "Nothing was certain",
    ],
)
def test_words_are_found_by_what_makes_them_the_same(words: str) -> None:
    assert (
        quotes(corrected(f" - {{article: a, words: '{words}', speaker: Bob Ash}}"))[1][1]
        == "Bob Ash"
    )


TWICE = marked(
    "The mayor spoke first. [Ann Lee: “We will see,”] she said.",
    "The engineer spoke last. [Ann Lee: “We will see,”] he said.",
)


def test_words_that_stand_twice_are_a_problem_with_a_remedy() -> None:
    story = corrected(" - {article: a, words: We will see, speaker: Bob Ash}", TWICE)
    assert story.annotations.quotes == TWICE.annotations.quotes
    assert problems(story) == [
        "seeds/corrections.yml:2: the words 'We will see' stand 2 times in a.txt — "
        'add one of: before: "The mayor spoke first"; before: "The engineer spoke last"'
    ]


@pytest.mark.parametrize(
    ("context", "changed"),
    [
        ("before: engineer spoke last", 1),
        ("before: The mayor spoke first.", 0),
        ("after: she said", 0),
        ("after: he said", 1),
    ],
)
def test_words_around_tell_which_is_meant(context: str, changed: int) -> None:
    story = corrected(f" - {{article: a, words: We will see, speaker: Bob Ash, {context}}}", TWICE)
    assert [quote.speaker for quote in story.annotations.quotes].index("Bob Ash") == changed
    assert problems(story) == []


def test_the_same_words_outside_a_quotation_are_not_meant() -> None:
    story = marked("Nothing is certain in this town.", "[Ann Lee: “Nothing is certain,”] he said.")
    assert (
        quotes(corrected(" - {article: a, words: Nothing is certain, speaker: Bob Ash}", story))[0][
            1
        ]
        == "Bob Ash"
    )


def test_short_words_elsewhere_are_not_taken_for_those_that_are_gone() -> None:
    story = marked("The mayor was asked whether it would open. [Ann Lee: “Yes,”] she said.")
    story = corrected(
        " - {article: a, words: 'Yes', speaker: Bob Ash, before: the engineer disagreed and shouted}",
        story,
    )
    assert by_hand(story) == []
    assert len(problems(story)) == 1


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "words: Every ship is sunk, speaker: B",
            "the words 'Every ship is sunk' are not in a.txt",
        ),
        (
            "words: Traders fear that the, kind: mixed",
            "no quotation is found at the words 'Traders fear that the' — add the line: add: true",
        ),
        (
            "words: Traders fear, drop: true",
            "no quotation is found at the words 'Traders fear' — remove the entry",
        ),
        (
            "words: Nothing is certain, span: no such words, kind: mixed",
            "the words of span, 'no such words', are not at the quotation",
        ),
        (
            "words: Nothing is certain, cue: thundered, kind: mixed",
            "the cue 'thundered' is not near the quotation",
        ),
        ("words: '…', drop: true", "the words '…' are not in a.txt"),
    ],
)
def test_what_matches_nothing_is_a_problem(entry: str, expected: str) -> None:
    story = corrected(f" - {{article: a, {entry}}}")
    assert [problem for problem in problems(story) if expected in problem]


def test_other_articles_are_left_alone() -> None:
    assert corrected(" - {article: b, words: Nothing is certain, drop: true}") is BRIDGE


def test_nearly_the_same_words_are_not_dropped_without_words_around_them() -> None:
    said = "The council will open the harbour bridge to all traffic in the second week of May"
    story = marked(f"The mayor spoke first. [Ann Lee: “{said},”] said Lee.")
    changed = said.replace("harbour bridge", "river bridge").replace("second", "third")
    kept = corrected(f" - {{article: a, words: {changed}, drop: true}}", story)
    assert kept.annotations.quotes == story.annotations.quotes
    assert problems(kept)[0].startswith(
        "seeds/corrections.yml:2: the words 'The council will open the river bridge"
    )
    assert "have changed" in problems(kept)[0]
    around = f" - {{article: a, words: {changed}, drop: true, before: The mayor spoke first}}"
    assert corrected(around, story).annotations.quotes == ()
    # what only names the speaker can be seen and mended: there nearly is enough
    assert by_hand(corrected(f" - {{article: a, words: {changed}, speaker: Bob Ash}}", story))
