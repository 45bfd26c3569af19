"""Marks around quotations: well-formed, verbatim, wherever they lie."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import escape
from generator.model import Kind, Link, Quote, Span
from generator.pages.marks import marked, quoted, spoken


class Read(HTMLParser):
    """The text of a fragment, and of each element of it by id; raises when it isn't well-formed."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.words = ""
        self.inside: dict[str, str] = {}
        self.ids: list[str] = []
        self.by_quote: dict[str, str] = {}
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.open.append((tag, (held.get("data-q") or held.get("id")) if tag == "mark" else None))
        if held.get("id"):
            self.ids.append(held["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        for quote in {name for _, name in self.open if name}:
            self.by_quote[quote] = self.by_quote.get(quote, "") + data


def quote(number: int, *spans: tuple[int, int], kind: Kind = "direct") -> tuple[int, Quote]:
    return number, Quote(f"q-{number}", kind, tuple(Span(*span) for span in spans))


def test_a_quotation() -> None:
    assert marked("She said “no” twice.", Span(0, 20), [quote(1, (9, 13))]) == (
        'She said <mark id="q-1">“no”</mark><a href="#c-1" data-n="1"></a> twice.'
    )


def test_parts_share_one_number_behind_the_last() -> None:
    html = marked("“A,” he said, “b.”", Span(0, 18), [quote(1, (0, 4), (14, 18))])
    assert html.count("data-n") == 1
    assert html.endswith('</mark><a href="#c-1" data-n="1"></a>')
    assert Read(html).ids == ["q-1", "q-1-2"]


def test_a_quotation_in_a_quotation() -> None:
    html = marked(
        "that he said “no” then",
        Span(0, 22),
        [quote(1, (0, 22), kind="indirect"), quote(2, (13, 17))],
    )
    read = Read(html)
    assert read.by_quote == {"q-1": "that he said “no” then", "q-2": "“no”"}


def test_crossing_quotations_are_cut_and_go_on() -> None:
    html = marked("abcdefgh", Span(0, 8), [quote(1, (0, 5)), quote(2, (3, 8))])
    read = Read(html)
    assert read.by_quote == {"q-1": "abcde", "q-2": "defgh"}
    assert read.ids == ["q-1", "q-2"]


def test_a_part_over_two_blocks_has_one_anchor() -> None:
    text = "“one\ntwo”"
    both = [
        marked(text, Span(0, 4), [quote(1, (0, 9))]),
        marked(text, Span(5, 9), [quote(1, (0, 9))]),
    ]
    assert [Read(html).ids for html in both] == [["q-1"], []]
    assert [html.count("data-n") for html in both] == [0, 1]


def test_a_link_that_a_mark_would_cut_is_left_out() -> None:
    text = "Ann Lee said no"
    html = marked(
        text, Span(0, 15), [quote(1, (4, 15))], [(Link(Span(0, 7), "ann-lee"), "../ann-lee/")]
    )
    assert "ann-lee" not in html
    html = marked(
        text, Span(0, 15), [quote(1, (0, 15))], [(Link(Span(0, 7), "ann-lee"), "../ann-lee/")]
    )
    assert '<a href="../ann-lee/">Ann Lee</a>' in html


def test_words_that_nobody_said() -> None:
    html = marked(
        "the “dry” side", Span(0, 14), [], not_speech=[(Span(4, 9), "Not counted as speech: term")]
    )
    assert (
        html == 'the <span class="rq-x" title="Not counted as speech&#58; term">“dry”</span> side'
    )


SPANS = (
    st.tuples(st.integers(0, 40), st.integers(0, 40))
    .map(sorted)
    .filter(lambda pair: pair[0] < pair[1])
)
TEXTS = st.text(st.sampled_from("ab “”«»\"'<&>\u202eé"), min_size=40, max_size=40)


@given(
    TEXTS,
    st.lists(st.lists(SPANS, min_size=1, max_size=2), max_size=5),
    st.lists(SPANS, max_size=3),
    st.data(),
)
def test_any_marks_are_well_formed_and_verbatim(
    text: str, found: list[list[list[int]]], links: list[list[int]], data: st.DataObject
) -> None:
    kinds = st.sampled_from(["direct", "mixed", "indirect"])
    quotes = [
        quote(number, *[(part[0], part[1]) for part in parts], kind=data.draw(kinds))  # type: ignore[arg-type]
        for number, parts in enumerate(found, 1)
    ]
    pairs = [(Link(Span(*span), "x"), "../x/") for span in links]
    read = Read(marked(text, Span(0, 40), quotes, pairs))
    assert read.words == escape.visible(text)
    for _, held in quotes:
        covered = sorted({at for part in held.parts for at in range(part.start, part.end)})
        assert read.by_quote[held.id] == escape.visible("".join(text[at] for at in covered))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("he was “sorry” and «late»", ["“sorry”", "«late»"]),
        ("it’s the judge’s own", []),
        ("‘It’s here,’ he said", ["‘It’s here,’"]),
        ("an “unclosed mark", []),
        ('a "straight" one', ['"straight"']),
        ("„so“ und „so”", ["„so“", "„so”"]),
    ],
)
def test_words_inside_marks(words: str, found: list[str]) -> None:
    assert [span.of(words) for span in quoted(words)] == found


def test_only_a_mixed_quotation_sets_its_quoted_words_off() -> None:
    assert spoken("was “very bad”", mixed=True) == 'was <span class="rq-v">“very bad”</span>'
    assert spoken("“very bad”", mixed=False) == "“very bad”"
