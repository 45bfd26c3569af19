"""Plain text as people paste it: which line is what."""

from pathlib import Path

import pytest

from tests.read.seeds import article, problems, reading, shown

LONG = (
    "The council met for nine hours and agreed on nothing, said those who had stayed until the very end of it. "
    * 2
)
LAYOUTS = {
    "one paragraph a line, as the seed article": (
        "Bridge shut\nRepairs may take until May, the mayor has said\nThe bridge is shut.\nThe ferry runs.",
        [
            "# Bridge shut",
            "> Repairs may take until May, the mayor has said",
            "The bridge is shut.",
            "The ferry runs.",
        ],
    ),
    "blank lines between paragraphs": (
        "Bridge shut\n\nRepairs may take until May\n\nThe bridge is\nshut.\n\nThe ferry runs.\n",
        [
            "# Bridge shut",
            "> Repairs may take until May",
            "The bridge is\nshut.",
            "The ferry runs.",
        ],
    ),
    "no standfirst": (
        "Bridge shut\n\nThe bridge is shut.\n\nIt is.",
        ["# Bridge shut", "The bridge is shut.", "It is."],
    ),
    "a first paragraph that goes on in the next line is no standfirst": (
        "Bridge shut\n\nThe bridge is\nshut and the ferry\nruns.\n\nIt does.",
        ["# Bridge shut", "The bridge is\nshut and the ferry\nruns.", "It does."],
    ),
    "one paragraph broken to a width": (
        "Bridge shut\nThe bridge is shut and\nthe ferry runs as\nit always did.",
        ["# Bridge shut", "The bridge is shut and\nthe ferry runs as\nit always did."],
    ),
    "a standfirst after a blank line, then one paragraph a line": (
        f"Bridge shut\n\nRepairs may take until May\n\n{LONG}\n{LONG}",
        ["# Bridge shut", "> Repairs may take until May", LONG.strip(), LONG.strip()],
    ),
    "long lines are paragraphs though there are blank lines": (
        f"Bridge shut\n\n{LONG}\n{LONG}\n\nThe end.",
        ["# Bridge shut", LONG.strip(), LONG.strip(), "The end."],
    ),
    "a quotation is no standfirst": (
        "Bridge shut\n“It is shut.”\nThe mayor said so.\nAll agreed.",
        ["# Bridge shut", "“It is shut.”", "The mayor said so.", "All agreed."],
    ),
    "a first line too long for a headline": (LONG + "\n\nThe end.", [LONG.strip(), "The end."]),
    "a headline alone": ("Bridge shut", ["# Bridge shut"]),
    "blank lines with spaces": (
        "Bridge shut\n \t\nOne.\n \nTwo.",
        ["# Bridge shut", "One.", "Two."],
    ),
    "other line ends": ("Bridge shut\r\n\r\nOne.\r\rTwo.", ["# Bridge shut", "One.", "Two."]),
}


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_which_line_is_what(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert shown(article(tmp_path, text)) == expected


def test_the_text_is_the_file(tmp_path: Path) -> None:
    text = "Bridge shut\n\n  The “bridge”\tis  shut.\x0b\x01\n\n\n\nIt is."
    assert article(tmp_path, f"\n\n{text}  \n").text == text


def test_the_line_of_the_first_paragraph_is_known(tmp_path: Path) -> None:
    assert (
        article(
            tmp_path / "1", "\n\nBridge shut\n\nRepairs may take long\n\nThe bridge is shut."
        ).line
        == 7
    )
    assert (
        article(
            tmp_path / "2", "---\ntitle: Bridge shut\n---\n\n\nThe bridge is shut.", "b.md"
        ).line
        == 6
    )


def test_a_byline_gives_the_authors_and_is_no_paragraph(tmp_path: Path) -> None:
    made = article(
        tmp_path, "Bridge shut\nBy Nora Pell and Tom van der Ash\n\nThe bridge is shut.\n\nIt is."
    )
    assert made.authors == ("Nora Pell", "Tom van der Ash")
    assert shown(made) == ["# Bridge shut", "The bridge is shut.", "It is."]


def test_a_byline_with_more_in_it_is_shown(tmp_path: Path) -> None:
    made = article(
        tmp_path,
        "Bridge shut\n\nBy Nora Pell, diplomatic correspondent\n\nThe bridge is shut.\n\nIt is.",
    )
    assert made.authors == ("Nora Pell",)
    assert shown(made)[1] == "By Nora Pell, diplomatic correspondent"


@pytest.mark.parametrize(
    "line", ["By noon the water had gone", "By train or by boat", "By", "By the end of it 300 died"]
)
def test_a_sentence_that_begins_with_by_is_no_byline(tmp_path: Path, line: str) -> None:
    made = article(tmp_path, f"Bridge shut\n\n{line}.\n\nThe bridge is shut.")
    assert made.authors == ()
    assert shown(made)[1] == f"{line}."


DATES = {
    "Bridge shut\n\nEDDERMOOR, 4 November 2041 — The bridge is shut.\n\nIt is.": "2041-11-04",
    "Bridge shut\n\nEDDERMOOR, November 4, 2041 (Meridian Wire) - The bridge is shut.\n\nIt is.": "2041-11-04",
    "Bridge shut\n\nPort-au-Prince, Haiti, 4 Nov. 2041 – The bridge.\n\nIt is.": None,
    "Bridge shut\n\nPublished: 4 November 2041, 10:05 GMT\n\nThe bridge is shut.\n\nIt is.": "2041-11-04",
    "Bridge shut\n4 November 2041\nThe bridge is shut.\nIt is.": "2041-11-04",
    "Bridge shut\n\nTuesday, November 4, 2041\n\nThe bridge is shut.": "2041-11-04",
    "Bridge shut\n\n2041-11-04\n\nThe bridge is shut.": "2041-11-04",
    "Bridge shut\n\nIn Eddermoor, on 4 November 2041, the bridge was shut.\n\nIt is.": None,
    "Bridge shut\n\nEDDERMOOR, 31 February 2041 — The bridge is shut.\n\nIt is.": None,
    "Bridge shut\n\nEDDERMOOR, March 3 (Reuters) — The bridge is shut.\n\nIt is.": None,
    "Bridge shut\n\n2041\n\nThe bridge is shut.": None,
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_dateline_gives_the_date(tmp_path: Path, text: str, expected: str | None) -> None:
    made = article(tmp_path, text)
    assert (made.date, made.date_from) == (expected, "dateline" if expected else "")


def test_updated_is_not_the_date(tmp_path: Path) -> None:
    made = article(
        tmp_path, "Bridge shut\n\nUpdated: 5 November 2041\n\nThe bridge is shut.\n\nIt is."
    )
    assert (made.date, made.updated) == (None, "2041-11-05")


def test_the_date_is_that_of_the_front_matter_then_the_file_name_then_the_dateline(
    tmp_path: Path,
) -> None:
    text = "Bridge shut\n\nEDDERMOOR, 3 March 2041 — The bridge is shut.\n\nIt is."
    found = reading(
        tmp_path,
        {
            "2042-02-02-b.txt": text,
            "2042-02-02-a.txt": f"---\ndate: 2043-01\n---\n{text}",
            "c.txt": text,
        },
    )
    assert [(made.id, made.date, made.date_from) for made in found.articles] == [
        ("a", "2043-01", "front matter"),
        ("b", "2042-02-02", "file name"),
        ("c", "2041-03-03", "dateline"),
    ]


MARKDOWN = {
    "front matter gives title and standfirst": (
        "---\ntitle: Bridge shut\ndek: Until May\n---\n\nThe *bridge*\nis shut.\n\n- It is.\n- Yes.\n",
        ["# Bridge shut", "> Until May", "The *bridge*\nis shut.", "- It is.\n- Yes."],
    ),
    "a program's front matter tells that the text is Markdown": (
        "---\ntitle: Bridge shut\ncreated: 2042-03-12\n---\n\nThe *bridge*\nis shut.\n\n- It is.\n- Yes.\n",
        ["# Bridge shut", "The bridge\nis shut.", "It is.", "Yes."],
    ),
    "or a person says so": (
        "---\ntitle: Bridge shut\nmarkdown: true\n---\n# Why?\n\nThe **bridge**.",
        ["# Bridge shut", "Why?", "The bridge."],
    ),
    "or that it is none": (
        "---\nmarkdown: false\ncreated: 2042\n---\n# Bridge shut\n\nThe **bridge**.",
        ["# Bridge shut", "The **bridge**."],
    ),
    "the same title as a heading is not shown twice": (
        "---\ntitle: Bridge shut\n---\n# Bridge shut\n\nThe bridge.",
        ["# Bridge shut", "The bridge."],
    ),
    "another heading stays": (
        "---\ntitle: Bridge shut\n---\n# Why?\n\nThe bridge.",
        ["# Bridge shut", "# Why?", "The bridge."],
    ),
    "a heading is the headline": (
        "# Bridge shut\n\nThe bridge.\n\n## Why?",
        ["# Bridge shut", "The bridge.", "Why?"],
    ),
    "an underlined heading too": (
        "Bridge shut\n===\n\nThe bridge.",
        ["# Bridge shut", "The bridge."],
    ),
    "a line of its own is the headline": (
        "Bridge shut\n\nThe bridge.",
        ["# Bridge shut", "The bridge."],
    ),
    "a sentence is not": (
        "The bridge is shut.\n\nThe ferry runs.",
        ["The bridge is shut.", "The ferry runs."],
    ),
    "a standfirst without a title": (
        "---\nsummary: Until May\n---\nThe bridge is shut.\n\nIt is.",
        ["> Until May", "The bridge is shut.", "It is."],
    ),
    "no body": ("---\ntitle: Bridge shut\n---\n", ["# Bridge shut"]),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_the_head_of_markdown(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert shown(article(tmp_path, text, "a.md")) == expected


def test_the_text_of_markdown_is_title_standfirst_body(tmp_path: Path) -> None:
    made = article(
        tmp_path, "---\ntitle: Bridge shut\ndek: Until May\n---\n\n  One.\n\n\nTwo.  \n", "a.md"
    )
    assert made.text == "Bridge shut\n\nUntil May\n\nOne.\n\n\nTwo."


def test_without_a_headline_the_file_names_the_article(tmp_path: Path) -> None:
    made = article(tmp_path, "The bridge is shut.\n\nIt is.", "2042-03-12-the-bridge_is-shut.md")
    assert (made.title, made.headline) == ("The bridge is shut", None)


def test_a_page_of_the_owner_is_passed_through(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"about.md": "---\ntitle: About us\nlayout: page\n---\n\n# Who\n\nWe.\n"}
    )
    (page,) = found.pages
    assert (page.id, page.source, page.title, page.markdown) == (
        "about",
        "about.md",
        "About us",
        "# Who\n\nWe.\n",
    )
    assert found.articles == ()


LAYOUT = "---\ntitle: A\nlayout: page\n---\n\nOne."
NO_PAGES: dict[str, str | bytes] = {
    "a.txt": LAYOUT,
    "b.csv": "title,layout,text\nB,page,One.\n",
    "c.jsonl": '{"title": "C", "layout": "page", "text": "One."}',
    "d.html": "<html><head><title>D</title><meta name=layout content=page></head><body><p>One.</p></body></html>",
    "e.txt": "E\n\nOne.",
    "e.json": '{"title": "E", "layout": "page"}',
    "f.md": "F\n\nOne.\n\n---\nlayout: page\n---\n",
}


def test_only_a_markdown_file_with_front_matter_of_its_own_is_a_page(tmp_path: Path) -> None:
    found = reading(tmp_path, NO_PAGES)
    assert found.pages == ()
    assert [made.id for made in found.articles] == ["a", "b", "c", "d", "e", "f"]
    assert [
        str(problem).split(" — ")[0] for made in found.articles for problem in made.problems
    ] == [
        f"seeds/{where}: layout: page is for Markdown files; this is an article"
        for where in ("a.txt:3", "b.csv:2", "c.jsonl:1")
    ]


def test_a_page_with_html_is_named(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {
            "a.md": "---\nlayout: page\n---\n\n# A\n\n<b>x</b>",
            "b.md": "---\nlayout: page\n---\n\nx < y",
        },
    )
    assert [(p.where, p.note) for p in found.problems] == [("seeds/a.md:2", True)]


@pytest.mark.parametrize("field", ["draft: true", "published: false", "draft: yes"])
def test_drafts_are_left_out_and_that_is_no_problem(tmp_path: Path, field: str) -> None:
    found = reading(tmp_path, {"a.md": f"---\ntitle: A\n{field}\n---\nText."})
    assert (found.articles, problems(found)) == ((), [])


@pytest.mark.parametrize(
    ("line", "authors", "stays"),
    [
        ("By Nora Pell, Staff Writer", ("Nora Pell",), False),
        ("BY NORA PELL, STAFF WRITER", ("Nora Pell",), False),
        ("Nora Pell, Crime Correspondent", ("Nora Pell",), True),
        ("By Nora Pell and Tom Ash, Reporters", ("Nora Pell", "Tom Ash"), False),
        ("12 March 2042 | Nora Pell", ("Nora Pell",), False),
        ("By Reuters", ("Reuters",), False),
        ("By Nora Pell in Fenby", (), True),
        ("By Thursday, Ann Lee had left", (), True),
        ("Ann Lee, Bob Orr", (), True),
    ],
)
def test_a_byline(tmp_path: Path, line: str, authors: tuple[str, ...], stays: bool) -> None:
    text = f"Bridge shut\n\nUntil May\n\n{line}\n\nThe bridge is shut.\n\nIt is."
    made = article(tmp_path, text)
    assert made.authors == authors
    assert (line in "\n".join(shown(made))) == stays
    assert made.date == ("2042-03-12" if "2042" in line else None)
