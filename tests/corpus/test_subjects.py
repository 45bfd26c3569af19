"""Declared subjects: which quotations use their words, and what is wrong with a declaration."""

from __future__ import annotations

import pytest

from generator.corpus.subjects import pattern_of, subjects_of
from generator.model import Annotations, Article, Block, Quote, Span, Story, SubjectCorrection

TEXT = "“The weir is old,” she said. “No weirdo built it, and the flood-gate holds.” Floods came."


def story(text: str = TEXT, tags: tuple[str, ...] = (), id: str = "a") -> Story:
    article = Article(
        id=id,
        source=f"{id}.txt",
        title=id,
        text=text,
        blocks=(Block("paragraph", Span(0, len(text))),),
        tags=tags,
    )
    first, second = text.index("“"), text.index("“", 1)
    quotes = (
        Quote("q-1", "direct", (Span(first, text.index("”") + 1),)),
        Quote("q-2", "direct", (Span(second, text.rindex("”") + 1),)),
    )
    return Story(article, Annotations((), quotes))


def declared(name: str, *words: str, **fields: object) -> SubjectCorrection:
    return SubjectCorrection(f"c.yml:{name}", name, words, **fields)  # type: ignore[arg-type]


def used(entry: SubjectCorrection, *stories: Story) -> list[tuple[str, list[str]]]:
    (subject,), _ = subjects_of(stories or (story(),), (entry,))
    text = (stories or (story(),))[0].article.text
    return [(ref.quote, [hit.of(text) for hit in hits]) for ref, hits in subject.said]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("carbon tax", "a Carbon  Tax, no", True),
        ("carbon tax", "a carbon-tax plan", True),
        ("carbon tax", "carbon taxes", False),
        ("carbon tax*", "carbon taxes", True),
        ("gun*", "begun", False),
        ("gun*", "guns", True),
        ("it’s", "it's", True),
        ("a.b", "axb", False),
    ],
)
def test_words_as_declared(words: str, text: str, found: bool) -> None:
    assert bool(pattern_of(words).search(text.casefold().replace("’", "'"))) is found


def test_words_of_quotations_alone_count() -> None:
    assert used(declared("Floods", "flood*")) == [("q-2", ["flood"])]


def test_a_whole_word_and_a_phrase() -> None:
    assert used(declared("Weir", "weir", "flood gate")) == [
        ("q-1", ["weir"]),
        ("q-2", ["flood-gate"]),
    ]


def test_what_stands_inside_other_words_is_not_meant() -> None:
    assert used(declared("Weir", "weir*")) == [("q-1", ["weir"]), ("q-2", ["weirdo"])]
    assert used(declared("Weir", "weir*", not_=("weirdo",))) == [("q-1", ["weir"])]


def test_tagged_articles_stand_apart() -> None:
    entry = declared("Weir", "weir", tags=("Weirs",))
    (subject,), _ = subjects_of(
        [story(tags=("weirs",)), story("“Yes.” “No.”", ("weirs",), "b")], (entry,)
    )
    assert subject.tagged == ("b",)


def test_broader_and_narrower() -> None:
    weir, floods = declared("Weir", "weir", under="floods"), declared("Floods", "flood*")
    (first, second), problems = subjects_of([story()], (weir, floods))
    assert (first.name, second.name, second.under, problems) == ("Floods", "Weir", "floods", ())


def test_a_declaration_that_cannot_be_followed_is_a_problem() -> None:
    one, other = declared("Weir", "weir", under="Gate"), declared("Gate", "gate", under="Weir")
    _, problems = subjects_of([story()], (one, other))
    assert [p.what for p in problems] == [
        "the subject 'Weir' lies under itself",
        "the subject 'Gate' lies under itself",
    ]
    _, problems = subjects_of([story()], (declared("Weir", "weir", under="Floods"),))
    assert [p.what for p in problems] == ["there is no subject 'Floods' for 'Weir' to be under"]
    _, problems = subjects_of([story()], (declared("Bridge", "bridge"),))
    assert [p.note for p in problems] == [True]


def test_two_names_of_one_address_have_two() -> None:
    found, _ = subjects_of([story()], (declared("Weir", "weir"), declared("Weir!", "weir")))
    assert len({subject.id for subject in found}) == 2


def test_what_is_no_subject_has_no_page() -> None:
    found, _ = subjects_of([story()], (declared("Weir", "weir", not_a_subject=True),))
    assert found == ()
