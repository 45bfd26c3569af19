"""What is taken for one block of HTML is what Markdown hands through; what is read as JSON is what
YAML reads.
"""

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from generator.engine.fast import body


def by_markdown(text: str) -> str:
    return str(
        markdown.Markdown(
            extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
        ).convert(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        '<div class="a">\n<p id="x">“One” &amp; two</p>\n\n<p>- three\n# four</p>\n</div>\n',
        '<article><h1>A</h1><br><img src="a.svg" alt="it\'s"><p hidden>*b* `c` [d](e)</p></article>',
        '<div><div>\n\n    indented</div>\n<input type="checkbox" disabled /></div>\n\n',
    ],
)
def test_one_block_stays_as_it_is(text: str) -> None:
    assert body.is_one_block(text)
    assert by_markdown(text) == text.rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "plain text",
        "<div>a</div>\n\n<div>b</div>",
        "<div>a</div> *b*",
        "<div><p>a</div>",
        "<div>a < b</div>",
        "<div>AT&T</div>",
        "<div><!-- a --></div>",
        "<div>a\tb</div>",
        "<div>a\n  \nb</div>",
        "<div><script>a</script></div>",
        '<div markdown="1">*a*</div>',
        "<div a='b'>c</div>",
        "<div a=b>c</div>",
        "<div>a",
        "",
    ],
)
def test_anything_else_is_left_to_markdown(text: str) -> None:
    assert not body.is_one_block(text)


MARKS = """<div> </div> <p> </p> <b> </b> <a_href="x"> </a> <br> <hr> <li> &amp; & < *a* ` text # <div > ] \\ " '"""
PIECES = st.sampled_from(
    [
        *(mark.replace("_", " ") for mark in MARKS.split()),
        "\n",
        "\n\n",
        " ",
        '<i x="\'">',
        "</i>",
        "<q id='a'>",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_called_one_block_stays_as_it_is(inner: str) -> None:
    text = f"<div>{inner}</div>"
    if body.is_one_block(text):
        assert by_markdown(text) == text


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.lists(st.text(), max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["title", "date", "no", "a-b", "x_1"]), VALUES, max_size=4),
    st.booleans(),
)
def test_front_matter_is_what_yaml_reads(values: dict[str, object], ascii_only: bool) -> None:
    import json

    lines = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=ascii_only)}\n" for key, value in values.items()
    )
    source = f"---\n{lines}---\n\n<div>body</div>\n"
    read = body.front_matter(source)
    if read is not None:
        text, data = meta.get_data(source)
        assert read == (data, text)


def test_front_matter_in_yaml_is_left_to_yaml() -> None:
    assert body.front_matter("---\ntitle: A\n---\nb") is None
    assert body.front_matter("---\ndate: 2042-01-01\n---\nb") is None
    assert body.front_matter('---\ntitle: "A"\n---\nb') == ({"title": "A"}, "b")
