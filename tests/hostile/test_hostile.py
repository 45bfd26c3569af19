"""A site of hostile and broken articles: nothing acts, nothing is lost unsaid, nothing from outside
is published.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import escape
from tests.conftest import files_under, make_project, run_module
from tests.hostile import probe, seeds

HARMLESS = "Bridge shut\n\n“Nobody is in danger,” said Ann Lee, the mayor of Eddermoor.\n"

SAID = "\n\n".join(
    f"“{words},” said Ann Lee."
    for words in (
        "The old mill by the river will open in spring again",
        "No boat may pass the northern lock before the flood is over",
        "Our school needs a new roof before the first snow of winter",
        "Every farmer in the valley lost a third of the barley",
        "The council owes the bakers forty crowns for last summer",
        "Two lamps on the pier went dark during the storm",
    )
)


@dataclass(frozen=True)
class Built:
    """A site and what its build said."""

    project: Path
    said: str
    sources: dict[str, bytes]

    @property
    def site(self) -> Path:
        return self.project / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = make_project(tmp_path_factory.mktemp("hostile") / "project")
    seeds.plant(project)
    sources = files_under(project / "seeds")
    done = run_module(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr[-3000:]
    return Built(project, done.stdout + done.stderr, sources)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What acts on the pages of a site of harmless articles: the product's own."""
    project = make_project(tmp_path_factory.mktemp("harmless") / "project")
    (project / "seeds/bridge.txt").write_text(HARMLESS, encoding="utf-8")
    # a speaker whose page has fields, and so their script
    speaker = "\n\n".join(
        f"“The {n} gates stay shut,” said Ann Lee. Ann Lee said that {n} boats had left."
        for n in range(40)
    )
    (project / "seeds/often.txt").write_text(f"Gates\n\n{speaker}\n", encoding="utf-8")
    # the same statements in an article that is no copy: a list of them with fields, and the two
    # articles side by side
    for name, thing in (
        ("twice", "Cart {n} of the queue turned at the bridge {n} minutes later."),
        ("again", "Sack {n} of flour was sold for {n} crowns in the yard."),
    ):
        more = " ".join(thing.format(n=n) for n in range(80))
        (project / f"seeds/{name}.txt").write_text(
            f"{name}\n\n{SAID}\n\n{more}\n", encoding="utf-8"
        )
    done = run_module(project, "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stderr[-3000:]
    return {what for page in probe.pages(project / "site").values() for what in probe.active(page)}


def test_nothing_on_any_page_acts_but_what_is_ours(built: Built, ours: set[str]) -> None:
    foreign = {
        f"{path}: {what[:200]}"
        for path, page in probe.pages(built.site).items()
        for what in probe.active(page)
        if what not in ours
    }
    assert foreign == set()


def test_the_probe_sees_what_acts() -> None:
    held = (
        "".join(seeds.TEXTS[:5])
        + '<a href=" java-x:"></a><p style="x" onclick=y><img src="//a.example/x">'
    )
    kinds = {what.split("=")[0].split(" [")[0] for what in probe.active(f"<body>{held}")}
    assert {
        "script",
        "img onerror",
        "svg onload",
        "p onclick",
        "p style",
        "img src",
        "a href",
    } <= kinds


def test_each_page_allows_its_own_scripts_and_no_others(built: Built) -> None:
    kinds = {path.split("/")[0] for path in probe.pages(built.site)}
    assert {
        "index.html",
        "404.html",
        "articles",
        "people",
        "quotes",
        "compare",
        "data",
        "search",
        "method",
    } <= kinds
    for path, page in probe.pages(built.site).items():
        before, said, after = page.partition('<meta http-equiv="Content-Security-Policy" content="')
        assert said, path
        assert "<script" not in before, path
        allowed = re.findall(r"'sha256-([^']+)'", after.partition('"')[0])
        assert sorted(allowed) == sorted(set(map(sha256, probe.scripts(page)))), path


def sha256(words: str) -> str:
    return base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


@pytest.mark.parametrize(
    ("name", "text"), list(zip(seeds.names(), seeds.TEXTS, strict=True)), ids=seeds.names()
)
def test_each_text_is_shown_word_for_word(built: Built, name: str, text: str) -> None:
    page = probe.shown((built.site / f"articles/{name}/index.html").read_text(encoding="utf-8"))
    words = " ".join(escape.visible(text).split())
    for sentence in (
        f"The words are {words} and no others",
        f"Bruno {words} Estrup",
        f"The gate {words} was shut.",
    ):
        assert sentence in page
    assert "This is the last line." in page


@pytest.mark.parametrize(
    ("name", "text"), list(zip(seeds.notes(), seeds.TEXTS, strict=True)), ids=seeds.notes()
)
def test_each_text_of_markdown_is_shown_as_a_reader_sees_it(
    built: Built, name: str, text: str
) -> None:
    """What is left of it stands there word for word; nothing around it is lost."""
    page = probe.shown((built.site / f"articles/{name}/index.html").read_text(encoding="utf-8"))
    words = escape.visible(seeds.AS_MARKDOWN.get(text, text))
    for sentence in (
        f"The words are {words} and no others",
        f"Bruno {words} Estrup",
        f"The gate {words} was shut.",
        "This is the last line.",
    ):
        assert " ".join(sentence.split()) in page


def test_nothing_outside_the_articles_is_published(built: Built) -> None:
    assert [
        path for path, body in files_under(built.site).items() if seeds.CANARY.encode() in body
    ] == []


@pytest.mark.parametrize("name", [*seeds.BROKEN, "linked.md"])
def test_each_broken_file_is_named_on_its_line(built: Built, name: str) -> None:
    wanted = seeds.BROKEN[name][1] if name in seeds.BROKEN else "seeds/linked.md: "
    lines = [line for line in built.said.splitlines() if f"seeds/{name}:" in line]
    assert [line for line in lines if wanted and wanted in line] if wanted else not lines


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *[
            ("wide", "The café was shut"),
            ("western", "The naïve café"),
            ("outside", "Text six"),
            ("link", "Text five"),
        ],
        *[("index-article", "An article called index"), ("404-article", "An article called 404")],
        ("page", "The gate was shut"),
        *[
            ("row-two", "Text seven"),
            ("comma", "Text eight"),
            ("unclosed", "Text nine"),
            ("beside", "Text eleven"),
        ],
        *[
            ("control", "Text twelve"),
            ("inside", "Text thirteen"),
            ("host", "Text fourteen"),
            ("cafe", "spelt alike"),
        ],
        *[
            ("case", "of two of other case"),
            ("con-article", "Windows keeps"),
            ("assets", "called assets"),
        ],
        *[
            ("bomb", "Text one"),
            ("object", "Text two"),
            ("colon", "Text three"),
            ("open", "Text four"),
        ],
    ],
)
def test_what_can_be_shown_of_a_broken_file_is_shown(built: Built, name: str, words: str) -> None:
    assert words in probe.shown(
        (built.site / f"articles/{name}/index.html").read_text(encoding="utf-8")
    )


def test_two_files_of_one_address_have_two_pages(built: Built) -> None:
    shown = [
        probe.shown(page)
        for path, page in probe.pages(built.site).items()
        if re.match("articles/.+/", path)
    ]
    words = (
        "The first of two",
        "The second of two",
        "One of two spelt",
        "The other of two spelt",
        "A name as long",
    )
    for each in (
        *words,
        "One of two of other case",
        "The other of two of other case",
        "A name of signs",
        "A name of syntax",
    ):
        assert sum(each in page.split("Cite this")[0] for page in shown) == 1, each


def test_the_data_files_can_be_read_and_no_cell_is_a_formula(built: Built) -> None:
    for path in sorted(built.site.rglob("*")):
        if path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix == ".xml":
            ElementTree.parse(path)  # noqa: S314 (what this build wrote)
        elif path.suffix == ".csv":
            assert [cell for cell in cells(path) if cell[:1] in tuple("=+-@\t\r")] == [], path


def test_the_sources_are_as_they_were(built: Built) -> None:
    assert files_under(built.project / "seeds") == built.sources


def cells(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            yield from row
