"""Markdown as a reader sees it: words without marks, on the lines of the file."""

from pathlib import Path

import pytest

from generator.fetch import bring_in
from generator.read.markdown_blocks import shown as read
from generator.read.markdown_escape import written
from generator.read.texts import read_markdown
from tests.hostile.seeds import TEXTS
from tests.read.seeds import article, problems, shown
from tests.steps import steps

SAID = "The ferry is back. “We sail at noon,” said Rosa Adeyemi, its captain."
READ = {
    "the words of links": (
        'A [ferry](https://herald.example/f_(2) "Ferry") and <https://herald.example>.',
        ["A ferry and https://herald.example."],
    ),
    "links by reference": (
        "A [ferry][f], a [boat] and a [raft].\n\n[f]: https://herald.example/f\n[boat]: /b 'B'",
        ["A ferry, a boat and a [raft]."],
    ),
    "a turn of an interview is no link": (
        "[Reporter]: No.\n\n[Lee]: Yes.",
        ["[Reporter]: No.", "[Lee]: Yes."],
    ),
    "emphasis": ("*a* **b** _c_ ~~d~~ ==e f== `g*`", ["a b c d e f g*"]),
    "no emphasis": ("2 * 3 * 4 == 24, a__b, 5 ** 2", ["2 * 3 * 4 == 24, a__b, 5 ** 2"]),
    "pictures": ("![A wall](w.jpg)\n\nShut. ![[w.png]] [![B](b.jpg)](b.html)", ["Shut."]),
    "wiki links": ("[[Ann Lee|Lee]] of [[Fenby]].", ["Lee of Fenby."]),
    "footnotes": (
        "Shut.[^1] Open.[^b]\n\n[^1]: The council’s\n  paper.\n[^b]: Ibid.",
        ["Shut. Open.", "The council’s\npaper.", "Ibid."],
    ),
    "comments": (
        "A %% to\n\ndo %% b <!-- c --> d.\n\n<!--\n\ne\n\n-->\n\nF.",
        ["A", "b  d.", "F."],
    ),
    "shortcodes": (
        '{{< figure src="w.jpg" >}}\n\n{% include x.html %}\n\nA {{% n %}}b{{% /n %}}.\n{: .c }',
        ["A b."],
    ),
    "quotations": ("> “No,” he\n> said.\n>\n> > Why?\n\nSo.", ["“No,” he\nsaid.", "Why?", "So."]),
    "a callout": ("> [!quote]+ Lee\n> “No.”", ["Lee\n“No.”"]),
    "lists": (
        "- a\n- [x] b\n  - c\n\n2. d\n3. e\n\n1986. What a year.",
        ["a", "b", "c", "2. d", "3. e", "1986. What a year."],
    ),
    "headings": ("# A\n\nB\n-\n\n### C ###\n\nD.", ["A", "B", "C", "D."]),
    "rules are nothing": ("A.\n\n---\n\n***\n\nB.", ["A.", "B."]),
    "tables": ("| a | b |\n|---|--:|\n| *c* | |\n| d | [e](f) |", ["a | b", "c", "d | e"]),
    "tags and names of blocks": ("A. ^quote1\n\n#storm #todo/now\n\nB #3.", ["A.", "B #3."]),
    "entities": ("&ldquo;A&rdquo; &amp;lt; &#8220;B&#x201D; &nope;", ["“A” &lt; “B” &nope;"]),
    "escaped marks": (r"\*a\* \[b\](c) \# d C:\new", ["*a* [b](c) # d C:\\new"]),
    "HTML": (
        "<p>A <b>gate</b>.</p><p>B&nbsp;c.</p>\n<div><script>x()</script>D</div>\n\n<script>\n\ny()\n</script>\nE <sup>2</sup>.",
        ["A gate.", "B\xa0c.", "D", "E 2."],
    ),
    "HTML that nothing closes": (
        "<script> was said.\n\n<!-- a\n\nB <svg> c.",
        ["was said.", "<!-- a", "B  c."],
    ),
    "code": ("```\na\n\nb\n```\n\n    Indented.", ["a\n\nb", "Indented."]),
    "hard breaks": ("A  \nb\\\nc.", ["A\nb\nc."]),
}


@pytest.mark.parametrize(("source", "expected"), READ.values(), ids=READ)
def test_what_a_reader_sees(source: str, expected: list[str]) -> None:
    made = read(source)
    assert [block.of(made.text) for block in made.blocks] == expected


def test_lines_of_the_text_are_lines_of_the_file() -> None:
    source = "\n\n# A\n\n![b](c)\n\n- d\n- e\n\n<p>F</p>\n\nG\nh.\n\n> i\n\n| j |\n|---|\n| k |\n"
    made = read(source)
    lines, kept = source.split("\n"), made.text.split("\n")
    assert len(made.blocks) == 8
    for number, line in enumerate(kept):
        assert line in lines[number]
    assert made.text.strip() == "\n".join(kept).strip()


def test_what_is_taken_off_is_counted_and_the_source_is_as_it_was(tmp_path: Path) -> None:
    source = (
        "---\ntitle: A &#8220;ferry&#8221; is back\nauthor: '[[Ida Brandt]]'\n---\n"
        f"%% private: call Rosa %%\n\n![a](b)\n\nThe [**ferry**](https://herald.example/f)[^1] is <b>back</b>.\n\n{SAID}\n"
    )
    made = article(tmp_path, source, "a.md")
    assert shown(made) == ["# A “ferry” is back", "The ferry is back.", SAID]
    assert (made.authors, made.line) == (("Ida Brandt",), 9)
    assert problems(made) == [
        "seeds/a.md: of its Markdown are not shown: 1 comment, 1 mark of emphasis, 1 footnote mark,"
        " 2 HTML tags, 1 link address, 1 picture — save it as .txt to have every sign of it shown"
    ]
    assert (tmp_path / "seeds/a.md").read_text(encoding="utf-8") == source
    plain = article(tmp_path / "2", f"# Ferry back\n\n{SAID}\n", "a.md")
    assert problems(plain) == []


def test_what_is_nested_too_deep_is_named(tmp_path: Path) -> None:
    made = article(tmp_path, f"# Ferry back\n\n{SAID}\n\n{'> ' * 300}Lost.\n", "a.md")
    assert "Lost" not in made.text
    assert "is nested more than 50 blocks deep, so its end may be missing" in problems(made)[0]


def test_a_file_of_marks_is_named_and_not_read(tmp_path: Path) -> None:
    found = read_markdown("# A\n\n" + "[" * 100_001)
    assert found.blocks == ()
    assert found.notes[0].what == "has more than 100,000 signs that may be marks of Markdown"


BAIT = (
    *(
        "[",
        "[a](",
        "![a](",
        "[[a",
        "[a][",
        "<!-- ",
        "<![CDATA[",
        "<? ",
        "<script>\n",
        "<a ",
        "<svg>",
    ),
    *("**a ", "_a", "`a ``", "==a ", "%%a ", "{{< a ", "&#12", "[^1]: a\n", "[a]: /b\n", "[a\n"),
    *(
        "- a\n  ",
        "1. a\n",
        "> a\n",
        "|a|b|\n|-|-|\n|c|d|\n\n",
        "# a\n",
        "a\n=\n",
        "<div><svg>",
        "(",
        "\\",
    ),
)


@pytest.mark.parametrize("bait", BAIT)
def test_twice_the_marks_take_twice_the_steps(bait: str) -> None:
    read("warm")
    few, many = (
        steps(lambda size=size: read(bait * (size // len(bait))))  # type: ignore[misc]
        for size in (4_000, 24_000)
    )
    assert many < 9 * few + 10_000  # 36 times, were it quadratic


@pytest.mark.parametrize("text", [*TEXTS, *(f"{text}\n{text}" for text in TEXTS)])
def test_a_text_that_is_written_as_markdown_is_read_back(text: str) -> None:
    for words in (text, f"The gate {text} was shut."):
        made = read(written(words))
        (block,) = made.blocks
        assert block.of(made.text).split() == words.split()


def test_what_import_writes_is_read_back(tmp_path: Path) -> None:
    words = "The *gate* [shut](https://a.example) at 5_000 m²: <b> &amp; “1. {{< x >}} %% no %%”."
    (tmp_path / "a.txt").write_text(f"Gate &lt;shut&gt; *now*\n\n{words}\n\n# No heading.\n")
    (path,) = bring_in([str(tmp_path / "a.txt")], tmp_path / "seeds", "2042-03-12").written
    made = article(tmp_path / "2", path.read_bytes(), "a.md")
    assert shown(made) == ["# Gate &lt;shut&gt; *now*", words, "# No heading."]
    assert problems(made) == []
