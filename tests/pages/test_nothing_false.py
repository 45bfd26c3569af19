"""What a built site says in any of its files: no denial without its verb, and numbers that its own
data adds up to.
"""

from __future__ import annotations

import html
import json
import re
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import make_project, run_module
from tests.export.published import spoken, words

CLAIM = "that the old weir was unsafe and leaking at its northern end"
ARTICLES = {
    "courier.md": (
        "title: Weir stays open\ndate: 2042-03-11\npublication: Courier",
        f"Mayor Ilka Brandt denied {CLAIM}. “The walls are sound,” said Brandt on Friday.",
        "Otto Lind, the engineer, said that the gate would be closed in May. The road to Fenby was dry.",
    ),
    "gazette.md": (
        "title: Mayor answers engineers\ndate: 2042-03-12\npublication: Gazette",
        f"In Fenby, Ilka Brandt denied {CLAIM}. Otto Lind was not asked.",
        "“We will look at it again,” Brandt said.",
    ),
    "echo.md": (
        "title: Council meets\ndate: 2042-03-13\npublication: Echo\npublish: quotes",
        f"Ilka Brandt denied {CLAIM}. The council of Fenby went home.",
    ),
    "post.md": (
        "title: A quiet week\npublication: Echo",
        "Ilka Brandt and Otto Lind were seen at the fair in Fenby.",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("nothing") / "project")
    for name, (head, *body) in ARTICLES.items():
        (project / "seeds" / name).write_text(
            "\n".join(["---", head, "---", "", "\n\n".join(body), ""])
        )
    done = run_module(project, "mkdocs", "build", "-q", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


def records(site: Path, name: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (site / "data" / name).read_text(encoding="utf-8").splitlines()
    ]


def test_the_data_say_that_it_is_denied(site: Path) -> None:
    denied = [row for row in records(site, "quotes.jsonl") if row["stance"] == "denies"]
    assert [(row["text"], row["cue"], row["speaker"]) for row in denied] == [
        (CLAIM, "denied", "Ilka Brandt")
    ] * 3


def tables(path: Path) -> str:
    """A database's rows, without its index for searching, whose lines name the rows that they are
    of by number.
    """
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return " ".join(words(line) for line in db.iterdump() if "quotes_fts" not in line)


def test_no_file_has_a_denial_without_its_verb(site: Path) -> None:
    """The verb stands at most ten words before the claim, or, in a table, in a column soon behind
    it.
    """
    claim, seen = words(CLAIM), []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        said = tables(path) if path.suffix == ".sqlite" else spoken(path)
        behind = 60 if path.suffix in (".csv", ".jsonl", ".jsonld", ".sqlite") else 0
        for match in re.finditer(re.escape(claim.strip()), said):
            near = said[: match.start()].split()[-10:] + said[match.end() :].split()[:behind]
            assert "denied" in " ".join(near), f"{path.relative_to(site)}: {' '.join(near)}"
            seen.append(path.suffix)
    assert {".html", ".csv", ".jsonl", ".sqlite", ".xml", ".json", ".jsonld"} <= set(seen)


def test_a_denial_is_no_quotation_of_schema_org(site: Path) -> None:
    held = json.loads((site / "data/schema_org.jsonld").read_text(encoding="utf-8"))
    parts = [part for article in held for part in article.get("hasPart", ())]
    assert not [part for part in parts if part["@type"] == "Quotation" and "weir" in part["text"]]
    assert [part["text"] for part in parts if "weir" in part["text"]] == [f"denied: {CLAIM}"] * 3


def shown(path: Path) -> str:
    """The words of a page, on one line."""
    return " ".join(
        html.unescape(re.sub(r"<[^<>]*>", "", path.read_text(encoding="utf-8"))).split()
    )


def counted(site: Path) -> dict[str, tuple[int, int, int, int]]:
    """By person: quotations, articles that quote, outlets of these, articles that only name; from
    rows of the data.
    """
    quotes, outlets = (
        defaultdict(list),
        {row["id"]: row["publication"] for row in records(site, "articles.jsonl")},
    )
    for row in records(site, "quotes.jsonl"):
        quotes[row["speaker_id"]].append(row["article_id"])
    return {
        row["id"]: (
            len(quotes[row["id"]]),
            len(set(quotes[row["id"]])),
            len({outlets[article] for article in quotes[row["id"]]}),
            len(set(row["appears_in"]) - set(quotes[row["id"]])),
        )
        for row in records(site, "people.jsonl")
    }


def times(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def test_every_number_about_somebody_is_what_the_data_add_up_to(site: Path) -> None:
    people = {row["id"]: row for row in records(site, "people.jsonl")}
    lists = {
        name: shown(site / name / "index.html") for name in ("people", "organisations", "places")
    }
    for id, (quotes, quoted_in, outlets, named) in counted(site).items():
        row = people[id]
        assert (row["quotes"], row["quoted_in"], row["articles"]) == (
            quotes,
            quoted_in,
            quoted_in + named,
        )
        page = shown(site / row["url"].split("/florilegium/")[1] / "index.html")
        if quotes:
            said = f"Quoted {times(quotes, 'time')} in {times(quoted_in, 'article')}"
            said += f" from {times(outlets, 'outlet')}" if outlets > 1 else ""
            said += f", named in {named} more" if named else ""
            assert said in page
        else:
            assert f"Named in {times(named, 'article')}" in page
        assert any(row["name"] in text for text in lists.values())
    assert counted(site)["ilka-brandt"] == (4, 3, 3, 1)


def test_home_adds_up(site: Path) -> None:
    home, people = shown(site / "index.html"), records(site, "people.jsonl")
    assert f"{len(records(site, 'articles.jsonl'))} articles" in home
    assert f"{len(records(site, 'quotes.jsonl'))} quotes" in home
    assert "[missing here" not in home
    speaking = sum(
        row["quotes"] > 0 and row["kind"] in ("person", "government", "group") for row in people
    )
    assert f"{speaking} people quoted" in home or speaking == 1
    assert f"{len({row['publication'] for row in records(site, 'articles.jsonl')})} outlets" in home
