"""A tight page is the same page: the same elements, attributes and words, in the same order."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

import pytest

from generator.engine.tight import tight

PAGE = """<!doctype html>
<html lang="en"><head><meta name="viewport" content="width=device-width,initial-scale=1"><title>A &#60;b&#62;</title>
<script src="../a.js"></script></head>
<body><div class="rq-page rq-article">
<p id="p1" dir="auto">He&#45;said&#58; <a href="../x/?y#c-1" title="a b" data-n="1"></a> &#34;a&#61;&#34;</p>
<ul>
<li><a href="https://x.example/#:~:text=a" rel="nofollow noopener">b</a></li>
<li hidden><p>c</p><ul><li>d</li></ul><img alt="" src="/i.png"><svg><path d="M1,0h2z"/></svg></li>
</ul>
<p>e</p> f
<table><thead><tr><th>g</th><th>h</th></tr></thead>
<tbody><tr><td>i</td><td><p>j</p></td></tr>
<tr><td>k</td></tr></tbody></table>
<dl><div><dt>l</dt><dd>m</dd></div></dl>
</div></body></html>
"""


class Read(HTMLParser):
    """Start tags with their attributes, each element's place below which others, and its own words.

    As the standard has it, a start tag ends those elements before it that can't hold it.
    """

    ENDS: Final = {
        "li": {"li", "p"},
        "td": {"td", "th", "p"},
        "th": {"td", "th"},
        "tr": {"tr", "td", "th", "p"},
        "tbody": {"thead", "tr", "th", "td"},
        "dd": {"dt", "p"},
        "dt": {"dd", "p"},
        **{block: {"p"} for block in ("p", "ul", "table", "dl", "div")},
    }
    OPEN: Final = {"li", "td", "th", "tr", "tbody", "thead", "dd", "dt", "p"}

    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.within and self.within[-1] in self.ENDS.get(tag, ()):
            self.within.pop()
        self.seen.append((tag, attrs, tuple(self.within)))
        if tag not in ("meta", "img", "path"):
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.within[-1] != tag and self.within[-1] in self.OPEN:
            self.within.pop()
        assert self.within.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs, tuple(self.within)))

    def handle_data(self, data: str) -> None:
        if data.split():
            self.seen.append((data.split(), tuple(self.within)))


def read(page: str) -> list[object]:
    reader = Read()
    reader.feed(page)
    reader.close()
    return reader.seen


def test_a_page_is_shorter_and_the_same() -> None:
    made = tight(PAGE)
    assert len(made) < len(PAGE) - 120
    assert read(made) == read(PAGE)
    # not plain: they stay
    assert '<li><a href="https://x.example/#:~:text=a" rel="nofollow noopener">' in made
    assert (
        '<p id=p1 dir=auto>He-said: <a href=../x/?y#c-1 title="a b" data-n=1></a> &#34;a&#61;&#34;<ul><li>'
        in made
    )
    assert "<p>e</p> f" in made
    assert '<path d="M1,0h2z"/>' in made
    assert tight(PAGE.replace("<ul>", "<ul data-search-exclude>", 1)) == made
    assert tight(made) == made


@pytest.mark.parametrize(
    "odd",
    [
        'x="y" z',
        "<i title='a=\"b\" c'></i>",
        "<pre>\n<p></pre>",
        '<script>a="b" </script>',
        '<script src="a.js">b="c" </script>',
        "<style>a</style>",
        "<textarea>\n<p></textarea>",
        "<!-- a -->",
        "<noscript></noscript>",
    ],
)
def test_what_is_read_by_other_rules_leaves_a_page_as_it_is(odd: str) -> None:
    page = PAGE.replace("<ul>", f"<p>{odd}</p><ul>")
    assert tight(page) == page
    assert tight('<p id="a">\n<p>') == '<p id="a">\n<p>'  # no page of ours
