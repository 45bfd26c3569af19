"""The border: whatever the text, it comes through Markdown and HTML as inert characters, and reads
back the same.
"""

import html
import json

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator import escape
from generator.escape import Html

EXTENSIONS = [
    *["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"],
    *(
        "pymdownx." + name
        for name in ("details", "superfences", "highlight", "inlinehilite", "snippets", "tabbed")
    ),
    *(
        "pymdownx." + name
        for name in ("keys", "mark", "tilde", "caret", "critic", "magiclink", "tasklist", "emoji")
    ),
    *("pymdownx." + name for name in ("smartsymbols", "betterem")),
]
MARKDOWN = markdown.Markdown(extensions=EXTENSIONS)

SYNTAX = st.sampled_from(
    [
        *[
            "--8<-- 'x'",
            "```",
            "~~~",
            "!!! note",
            "???",
            "===",
            "{: onclick=x }",
            "[a](javascript:x)",
            "<script>",
            "-->",
        ],
        *[
            "<!--",
            "&lt;",
            "&#60;",
            "*",
            "_",
            "**",
            "[^1]: x",
            "*[a]: b",
            "#",
            "\n",
            "\n\n",
            "    ",
            "\t",
            "> ",
            "- ",
        ],
        *[
            "1. ",
            "|---|",
            '<div markdown="1">',
            "</p>",
            "</div>",
            "\x02",
            "\x03",
            "wzxhzdk:0",
            "{{ x }}",
            "{% x %}",
        ],
        *[
            "\\",
            '"',
            "'",
            "http://a.b",
            ":smile:",
            "(c)",
            "&",
            "%",
            "\u202e",
            "\ufeff",
            "\x00",
            "\x85",
            "\u2028",
            *("\ufffe", "\ufdd0", "\U0001ffff", "\U0010fffd", "\U000e0041"),
            "---",
        ],
    ]
)
TEXTS = st.lists(st.one_of(SYNTAX, st.text(max_size=8)), max_size=12).map("".join)


class Reader:
    """Tags, attributes and text of a fragment, as browsers read it (Python's own parser drops what
    is no character).
    """

    def __init__(self, fragment: str) -> None:
        body = LexborHTMLParser(f"<!doctype html><body><pre>.{fragment}").css_first("pre")
        assert body is not None
        nodes = [
            node
            for node in body.traverse(include_text=False)
            if node is not body and node.tag != "pre"
        ]
        self.tags = [node.tag for node in nodes]
        self.attributes = [value for node in nodes for value in node.attributes.values()]
        self.words = body.text(deep=True)[1:]


@given(TEXTS)
@settings(deadline=None)
def test_text_is_inert_in_a_raw_block_of_markdown(words: str) -> None:
    MARKDOWN.reset()
    read = Reader(MARKDOWN.convert(f'<p title="{escape.text(words)}">{escape.text(words)}</p>'))
    assert read.tags == ["p"]
    assert read.attributes == [escape.visible(words)]
    assert read.words == escape.visible(words)


@given(TEXTS)
def test_text_is_a_yaml_value(words: str) -> None:
    held = yaml.safe_load(f'title: "{escape.text(words)}"')
    assert Reader(held["title"]).words == escape.visible(words)


@given(TEXTS)
def test_text_survives_being_taken_for_html_again_in_json(words: str) -> None:
    """Material's search keeps a page's title as HTML in a JSON file, and writes it into the page
    from there.
    """
    read = Reader(json.loads(json.dumps(escape.text(words))))
    assert read.tags == []
    assert read.words == escape.visible(words)


@given(TEXTS)
def test_prose_reads_back_as_the_text(words: str) -> None:
    read = Reader(escape.prose(words))
    assert read.words == escape.visible(words)
    assert set(read.tags) <= {"span"}


@pytest.mark.parametrize(
    "endless", ["x" * 5_000, "他说" * 1_000, "&<" * 700 + "x", "🙂👩‍👩‍👧" * 500, "é" * 3_000]
)
def test_an_endless_word_has_places_to_break_and_reads_back_as_it_is(endless: str) -> None:
    """A browser takes 20 seconds for one of 100,000 letters without any."""
    made = escape.prose(f"It is {endless} said")
    assert Reader(made).words == f"It is {endless} said"
    runs = [Reader(piece).words for piece in made.split("<wbr>")]
    assert len(runs) > 1 or "🙂" in endless
    assert all(run[0].isalnum() for run in runs)
    assert "<wbr>" not in escape.prose("https://courier.example/" + "x" * 400)


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("Ms O’Neil said “no”, 1.5 times", "Ms O’Neil said “no”, 1.5 times"),
        ("AT&T <b>", "AT&#38;T &#60;b&#62;"),
        ("حذّرنا المجلس", "حذّرنا المجلس"),
        ("a\tb\nc", "a&#9;b&#10;c"),
        ("a\u200db", "a&#8205;b"),
        ("a\u202eb\x00c\ud800", "a\ufffdb\ufffdc\ufffd"),
    ],
)
def test_text(words: str, safe: str) -> None:
    assert escape.text(words) == safe


def test_a_hidden_character_is_shown_by_name() -> None:
    assert escape.prose("a\u202eb") == 'a<span class="rq-sign" title="U+202E">\ufffd</span>b'


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c&d=é", "https://example.org/a?b=c&d=%C3%A9"),
        (" http://example.org ", "http://example.org"),
        ("https://example.org/\"onload=x '", "https://example.org/%22onload=x%20'"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("//example.org/", None),
        ("data:text/html,x", None),
        ("http://[", None),
        ("https:///path", None),
    ],
)
def test_elsewhere(url: str, safe: str | None) -> None:
    made = escape.elsewhere(url)
    assert (None if made is None else html.unescape(made)) == safe


def test_address_takes_our_own_addresses_only() -> None:
    assert escape.address("../people/ilse/#q-1") == "../people/ilse/#q-1"
    with pytest.raises(ValueError, match="not an address"):
        escape.address('"><script>')


def test_join_refuses_what_is_not_escaped() -> None:
    assert escape.join([Html("a"), Html("b")]) == "ab"
    with pytest.raises(TypeError):
        escape.join(["a"])  # type: ignore[list-item]


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1"],
)
def test_a_cell_is_no_formula_and_gives_the_text_back(words: str) -> None:
    assert escape.cell(words) == "'" + words


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert [escape.cell(words) for words in ("", "A = b", "“No,” she said")] == [
        "",
        "A = b",
        "“No,” she said",
    ]
