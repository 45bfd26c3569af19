"""The gold set is fresh, and its marks are sound."""

import itertools
import json
from typing import Any

import pytest

from tests.gold.compile import GOLD, compiled
from tests.gold.marked import MarkError, read_article, read_marked

ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()
]
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["id"])


def test_gold_is_fresh() -> None:
    assert GOLD.read_text(encoding="utf-8") == compiled(), "run python -m tests.gold.compile"


@each_article
def test_spans_are_inside_ordered_and_disjoint(article: dict[str, Any]) -> None:
    text = article["text"]
    for quote in article["quotes"]:
        speaker = quote["speaker"]["spans"] if quote["speaker"] else []
        cue = [quote["cue"]] if quote["cue"] else []
        for spans in (quote["spans"], speaker, cue):
            assert all(0 <= s < e <= len(text) for s, e in spans), quote
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), quote
            assert all(text[s:e] == text[s:e].strip() for s, e in spans), quote


@each_article
def test_quotations_do_not_share_words(article: dict[str, Any]) -> None:
    """Two quotations are disjoint, unless one is told inside a part of the other."""
    parts = sorted((s, e) for quote in article["quotes"] for s, e in quote["spans"])
    for (start, end), (later, last) in itertools.pairwise(parts):
        assert end <= later or last <= end, (
            article["text"][start:end],
            article["text"][later:last],
        )


@each_article
def test_not_a_word_of_the_speaker_or_cue_is_in_its_quotation(article: dict[str, Any]) -> None:
    for quote in article["quotes"]:
        outside = [
            *(quote["speaker"]["spans"] if quote["speaker"] else []),
            *([quote["cue"]] if quote["cue"] else []),
        ]
        for s, e in outside:
            assert not any(a < e and s < b for a, b in quote["spans"]), (
                article["text"][s:e],
                quote,
            )


@each_article
def test_kind_agrees_with_the_marks(article: dict[str, Any]) -> None:
    inside = _inside_marks(article["text"])
    for quote in article["quotes"]:
        letters = [
            i for s, e in quote["spans"] for i in range(s, e) if article["text"][i].isalnum()
        ]
        quoted = sum(inside[i] for i in letters)
        kind = "direct" if quoted >= 0.9 * len(letters) else "mixed" if quoted else "indirect"
        words = " … ".join(article["text"][s:e] for s, e in quote["spans"])
        assert quote["kind"] == kind, words


@each_article
def test_every_quotation_mark_is_accounted_for(article: dict[str, Any]) -> None:
    """Quoted words are part of a quotation, or marked as not speech: nothing was overlooked."""
    text, inside = article["text"], _inside_marks(article["text"])
    covered = bytearray(len(text))
    spans = [s for q in article["quotes"] for s in q["spans"]] + [
        n["span"] for n in article["not_speech"]
    ]
    for s, e in spans:
        covered[s:e] = b"\1" * (e - s)
    missed = [
        i for i, letter in enumerate(text) if inside[i] and letter.isalnum() and not covered[i]
    ]
    assert not missed, text[missed[0] - 20 : missed[0] + 60]


def _inside_marks(text: str) -> bytearray:
    """For each character, 1 when it is inside quotation marks; a run that isn't closed ends with
    its paragraph.
    """
    inside = bytearray(len(text))
    double = single = False
    for i, letter in enumerate(text):
        before, after = text[i - 1 : i] or "\n", text[i + 1 : i + 2] or "\n"
        pair = letter == "'" and "'" in (before, after)
        if letter == "\n":
            double = single = False
        elif letter in "“„«":
            double = True
        elif letter in "”»":
            double = False
        elif letter == '"' or (pair and after != "'"):
            double = not double
        elif letter in "‘'" and not pair and not before.isalnum() and not after.isspace():
            single = True
        elif (
            letter in "’'" and not pair and single and not before.isspace() and not after.isalnum()
        ):
            single = False
        else:
            inside[i] = double or single
    return inside


def test_the_owners_article_has_the_quotations_of_its_first_marking() -> None:
    article = next(a for a in ARTICLES if a["id"] == "moscow-warns-of-direct-clash-with-nato")
    assert len(article["quotes"]) == 18
    assert [q["speaker_canonical"] for q in article["quotes"]].count("Dmitry Polyansky") == 12
    assert article["quotes"][4]["spans"] == [[482, 614]]
    assert article["quotes"][9]["spans"] == [[1066, 1169]]
    assert article["quotes"][17] == {
        "spans": [[2092, 2124]],
        "kind": "mixed",
        "cue": [2083, 2091],
        "speaker": {"spans": [[1964, 1966]], "text": "It"},
        "speaker_canonical": "Moscow",
        "cue_class": "act",
    }


def test_a_quotation_of_two_parts_and_one_without_a_name() -> None:
    marked = "{1 direct Ann Lee: “We go,”} {1 cue: said} {1 who: the mayor}. {1: “Now.”} {2 who: A driver} {2 cue: said} "
    assert read_marked(marked + "{2 indirect: that it rained}.") == (
        "“We go,” said the mayor. “Now.” A driver said that it rained.",
        [
            {
                "spans": [[0, 8], [25, 31]],
                "kind": "direct",
                "cue": [9, 13],
                "speaker": {"spans": [[14, 23]], "text": "the mayor"},
                "speaker_canonical": "Ann Lee",
                "cue_class": "say",
            },
            {
                "spans": [[46, 60]],
                "kind": "indirect",
                "cue": [41, 45],
                "speaker": {"spans": [[32, 40]], "text": "A driver"},
                "speaker_canonical": None,
                "cue_class": "say",
            },
        ],
    )


def test_words_that_are_not_speech_and_brackets_of_the_article() -> None:
    text, quotes, not_speech = read_article("The {not scare quote: “new”} set \\{1, 2\\}.")
    assert (text, quotes) == ("The “new” set {1, 2}.", [])
    assert not_speech == [{"span": [4, 9], "reason": "scare quote"}]


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("{1 direct Ann Lee: “We go.”", "never closed"),
        ("“We go.”}", "without its opening one"),
        ("{1 who: Lee} said", "no quotation 1"),
        ("{1 direct A: “x”} {1 direct A: “y”}", "opened twice"),
        ("{1 direct A: “x”} {1 verb: said}", "not a mark"),
        ("{not joke: “x”}", "not one of the reasons"),
        ("{“x”}", "looks like"),
    ],
)
def test_a_mark_that_cannot_be_read_is_a_lesson(marked: str, says: str) -> None:
    with pytest.raises(MarkError, match=says):
        read_marked(marked)
