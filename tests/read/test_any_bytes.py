"""Any bytes under any name: an article or a named problem, never an exception, never both
nothing.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.read.formats import FORMATS
from tests.read.seeds import problems, reading

PIECES = st.sampled_from(
    r"""---\n|title: |- |&a |*a|{|[|: |\n\n|\n|# |===\n|“|”|By Ann Lee|<p>|</p>|<html>|<title>|<!--|-->|<script>|&lt;
    |date: 2042-13-01\n|\x00|\ufeff|\u202e|\r|\x85|4 March 2042|LONDON, |é|日|slug: ../x\n|layout: page\n|\ud7ff|🙂
    |\\|"|'|&#8;|&#x0b;|&#0|&#xD800;|&#x110000;|&amp;#8;|&nbsp;|<nav>|</nav>|<div>|</div>|<iframe srcdoc="|">|<table>
    |<td>|<meta name="author" content="|<!ENTITY x "y">|]]>|<svg>|<template>|</head>|<body>|<?xml?>|<br>|\x0b|\x0c
    |!!python/x |{"title": "A", "text": "B"}\n|title,text\n|A,B\n|TY  - NEWS\n|ER  - \n|@article{a,|}""".replace(
        "\n    ", ""
    )
    .encode("latin-1", "backslashreplace")
    .decode("unicode_escape")
    .split("|")
)
CONTENTS = st.one_of(
    st.binary(max_size=300),
    st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode("utf-16", "replace")),
)


@pytest.mark.parametrize("ending", FORMATS)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=CONTENTS)
def test_any_bytes_are_an_article_or_a_named_problem(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    holds(tmp_path, ending, content)


DEEP = ("<div>" * 210, "<iframe srcdoc='" + "&lt;p>The committee met on Thursday and talked. " * 4)
PAGES = (
    "<html><body><script>x</script>{} The gate was shut.",
    "<nav>Home</nav>{}<p>It is shut.</p>",
    "{}",
    "<p title='{}'>a",
)


@pytest.mark.parametrize(
    "number",
    ["&#8;", "&#11", "&#x1F;", "&amp;#8;", "&#xFFFE;", "&#55296;", "&#" + "9" * 5000 + ";"],
)
@pytest.mark.parametrize("page", [before + page for before in ("", *DEEP) for page in PAGES])
def test_a_character_that_xml_cannot_hold_stops_nothing(
    tmp_path: Path, page: str, number: str
) -> None:
    holds(tmp_path, ".html", page.format(number).encode())


def holds(tmp_path: Path, ending: str, content: bytes) -> None:
    found = reading(tmp_path, {f"a{ending}": content})
    passed_on = b"draft" in content or found.pages
    assert (
        found.articles
        or passed_on
        or [p for p in problems(found) if p.startswith(f"seeds/a{ending}")]
    )
    for made in found.articles:
        end = 0
        for block in made.blocks:
            words = block.span.of(made.text)
            assert words == words.strip() != ""
            assert block.span.start >= end
            end = block.span.end
        assert made.blocks
        assert "\n" not in made.title
        assert "\r" not in made.text
        made.text.encode("utf-8")
        assert made.line <= content.count(b"\n") + content.count(b"\r") + 1
