"""Front matter: every name of a field, every wrong value with its line, nothing that could run or
explode.
"""

from pathlib import Path

import pytest
import yaml

from generator.fields.yaml_fields import SYNONYMS
from generator.model import Article
from tests.read.seeds import article, problems, reading


def md(tmp_path: Path, matter: str) -> Article:
    return article(tmp_path, f"---\n{matter}\n---\n\nThe bridge is shut.", "a.md")


FULL = """
title: Bridge shut
standfirst: Until May
date: 2042-03-12
updated: 2042-03-13T10:00:00Z
author: [Nora Pell, Tom Ash]
publication: Courier
source_url: https://courier.example/bridge?a=1&b=ü
archive_url: https://archive.example/x
accessed: 2042-03
tags: [bridges, towns]
lang: en-GB
rights: CC BY 4.0
publish: quotes
slug: the-bridge
redirect_from: [/old/bridge/, older/bridge.html]
"""


def test_every_field(tmp_path: Path) -> None:
    made = md(tmp_path, FULL)
    assert (made.id, made.title, made.date, made.updated, made.accessed) == (
        "the-bridge",
        "Bridge shut",
        "2042-03-12",
        "2042-03-13",
        "2042-03",
    )
    assert (made.authors, made.publication, made.lang) == (
        ("Nora Pell", "Tom Ash"),
        "Courier",
        "en-GB",
    )
    assert (made.source_url, made.archive_url) == (
        "https://courier.example/bridge?a=1&b=ü",
        "https://archive.example/x",
    )
    assert (made.tags, made.rights, made.publish) == (("bridges", "towns"), "CC BY 4.0", "quotes")
    assert made.redirect_from == ("old/bridge", "older/bridge.html")
    assert problems(made) == []


VALUES = {
    "date": "2042-03-12",
    "updated": "2042-03-12",
    "accessed": "2042-03-12",
    "lang": "en",
    "slug": "b",
}
URLS = ("source_url", "archive_url")


@pytest.mark.parametrize(
    ("canonical", "name"),
    [(canonical, name) for canonical, names in SYNONYMS.items() for name in names],
)
def test_a_field_has_the_same_meaning_under_each_of_its_names(
    tmp_path: Path, canonical: str, name: str
) -> None:
    value = "https://a.example/" if canonical in URLS else VALUES.get(canonical, "Words")
    one = reading(tmp_path / "1", {"a.md": f"---\n{canonical}: {value}\n---\nShut\n\nText."})
    other = reading(tmp_path / "2", {"a.md": f"---\n{name.upper()}: {value}\n---\nShut\n\nText."})
    assert one == other
    assert problems(one) == []


def test_the_canonical_name_wins(tmp_path: Path) -> None:
    assert md(tmp_path, "headline: Second\ntitle: First\nname: x").title == "First"
    assert md(tmp_path, "title: First\nheadline: Second").title == "First"


def test_source_is_an_outlet_or_an_address(tmp_path: Path) -> None:
    assert md(tmp_path, "source: Courier").publication == "Courier"
    assert (
        md(tmp_path, "source: https://courier.example/a").source_url == "https://courier.example/a"
    )


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    made = md(tmp_path, "title: 1984\nlang: no\npublication: 007\ntags: [on, 1.0, 2042-01-01]")
    assert (made.title, made.lang, made.publication, made.tags) == (
        "1984",
        "no",
        "007",
        ("on", "1.0", "2042-01-01"),
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Nora Pell", ("Nora Pell",)),
        ("By Nora Pell and Tom Ash", ("Nora Pell", "Tom Ash")),
        ("Nora Pell; Tom Ash", ("Nora Pell", "Tom Ash")),
        ("[{name: Nora Pell}, Tom Ash]", ("Nora Pell", "Tom Ash")),
        ("{name: Nora Pell}", ("Nora Pell",)),
        ("'<b>x</b> and y'", ("<b>x</b> and y",)),
        ("Pell, Nora", ("Pell, Nora",)),
        ("Nora Pell, Tom Ash", ("Nora Pell", "Tom Ash")),
        ("Nora Pell and Tom Ash, Contributors", ("Nora Pell", "Tom Ash")),
        ("['Nora Pell, Staff Writer', Staff Writer]", ("Nora Pell",)),
        ("['[[Nora Pell]]', '[[Tom Ash|T. Ash]]']", ("Nora Pell", "T. Ash")),
        ("'[[Nora Pell]], [[Tom Ash|T. Ash]]'", ("Nora Pell", "T. Ash")),
        ("Council of Fenby, Roads", ("Council of Fenby, Roads",)),
    ],
)
def test_authors(tmp_path: Path, written: str, expected: tuple[str, ...]) -> None:
    assert md(tmp_path, f"author: {written}").authors == expected


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("date: soon", ":2: date: 'soon' is not a date"),
        ("title: A\ndate: 2026-02-30", ":3: date: '2026-02-30' is not a date"),
        (
            "title: A\nurl: javascript:alert(1)",
            ":3: url: 'javascript:alert(1)' is not a web address",
        ),
        (
            "url: https://u:p@evil.example/",
            ":2: url: 'https://u:p@evil.example/' is not a web address",
        ),
        ('url: https://a.example/"x', ":2: url:"),
        ("url: //a.example/x", ":2: url:"),
        ("title: [a, b]", ":2: the field 'title' is a list"),
        ("title: {a: 1}", ":2: the field 'title' is a mapping"),
        ("tags: [[a]]", ":2: the field 'tags' is a list of lists"),
        ("title: a\ntitle: b", ":3: the field 'title' stands twice"),
        ("lang: English please", ":2: lang: 'English please' is not a language code"),
        ("publish: quote", ":2: publish: 'quote' is unknown, taken as quotes"),
        ("draft: maybe", ":2: draft: 'maybe' is neither true nor false"),
        (
            "slug: ../../etc/passwd",
            ":2: slug: '../../etc/passwd' can't be an address, etc-passwd is used",
        ),
        ("slug: index", ":2: slug: 'index' can't be an address, index-article is used"),
        ("slug: https://a.example", ":2: slug: 'https://a.example' can't be an address"),
        ("redirect_from: ../../x", ":2: redirect_from: '../../x' is no path on this site"),
        ("titel: A", ":2: the field 'titel' is unknown — did you mean 'title'?"),
        ("title: a: b", ":2: its front matter is not valid YAML"),
        ("a: 1\n\ttitle: b", "its front matter is not valid YAML"),
        ("- a\n- b", ":2: its front matter is not a list of fields"),
        ("? [a, b]\n: c", ":2: the name of a field is not plain text"),
        (
            "title: !!python/object/apply:os.system [touch x]",
            ":2: the field 'title' has the YAML tag !!python/object",
        ),
        ("title: !ENV HOME", ":2: the field 'title' has the YAML tag !ENV"),
        ("x: &a [b]\ny: *a", ":2: its front matter uses a YAML anchor or alias"),
        ("x: " + "[" * 5000, ":2: its front matter is nested more than 12 levels deep"),
        ("title: " + "t" * 100_000, ":1: its front matter is longer than 64,000 characters"),
        ("title: >#words\n  more", ":2: its front matter is not valid YAML"),
    ],
)
def test_a_wrong_field_is_named_with_its_line_and_the_article_is_shown(
    tmp_path: Path, matter: str, expected: str
) -> None:
    made = md(tmp_path, matter)
    assert any(
        f"seeds/a.md{expected}" in problem or expected in problem for problem in problems(made)
    ), problems(made)
    assert "The bridge is shut." in made.text


def test_the_same_is_refused_without_the_c_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.fields.safe_yaml.LOADER", yaml.SafeLoader)
    assert "anchor" in problems(md(tmp_path, "x: &a [b]\ny: *a"))[0]
    assert "12 levels" in problems(md(tmp_path, "x: " + "[" * 5000))[0]
    assert md(tmp_path, FULL).title == "Bridge shut"


def test_front_matter_that_never_ends_is_named_and_shown(tmp_path: Path) -> None:
    made = article(tmp_path, "---\ntitle: A\n\nThe bridge is shut.", "a.md")
    assert problems(made) == [
        "seeds/a.md:1: its front matter opens with --- and never ends — put a line of --- below the fields"
    ]
    assert "title: A" in made.text


@pytest.mark.parametrize(
    "text",
    [
        "\n\n---\ntitle: A\n---\nText.",
        "---  \ntitle: A\n---  \nText.",
        "\ufeff---\ntitle: A\n---\nText.",
    ],
)
def test_front_matter_is_known_by_its_fences(tmp_path: Path, text: str) -> None:
    assert article(tmp_path, text, "a.md").title == "A"


def test_toml_that_never_ends_is_named_and_shown(tmp_path: Path) -> None:
    made = article(tmp_path, '+++\ntitle = "A"\n\nThe bridge is shut.', "a.md")
    assert "its front matter opens with +++ and never ends" in problems(made)[0]
    assert "title =" in made.text


def test_an_unknown_field_is_left_alone(tmp_path: Path) -> None:
    assert problems(md(tmp_path, "title: A\nweight: 3\nmood: [x]")) == []


@pytest.mark.parametrize(
    ("matter", "line"),
    [
        ("title: a\nno colon here\ndate: 2042", 3),  # noticed on the line after it
        ("title: a\nlast line has none", 3),
        ("title: [a, b", 2),  # noticed at the end of the block
        ("title: a\n  date: 2042-03-12", 3),
        ("title: a\nauthor: b: c\ndate: 2042", 3),
        ('title: "a\ndate: 2042', 2),
        ("title: a\ntags: [a, b\nauthor: c", 3),
    ],
)
def test_a_yaml_error_is_named_on_the_line_to_mend(tmp_path: Path, matter: str, line: int) -> None:
    assert [problem.split(": ")[0] for problem in problems(md(tmp_path, matter))] == [
        f"seeds/a.md:{line}"
    ]


def test_the_links_of_a_note_are_words_in_its_fields(tmp_path: Path) -> None:
    made = md(tmp_path, "publication: '[[Eddermoor Courier]]'\ntags: ['[[floods]]', '#storm']")
    assert (made.publication, made.tags) == ("Eddermoor Courier", ("floods", "storm"))
