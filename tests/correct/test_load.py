"""seeds/corrections.yml: what is understood, and what is said about the rest."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.correct import load, load_all, read
from generator.correct.entries import KINDS, REASONS
from generator.correct.sections import (
    ARTICLE_FIELDS,
    MENTION_FIELDS,
    NAME_FIELDS,
    QUOTE_FIELDS,
    REASON_FIELDS,
    STATEMENT_FIELDS,
    SUBJECT_FIELDS,
)
from generator.fields.yaml_fields import CANONICAL
from tests.conftest import ROOT, SEEDS

SECTIONS_BEGIN = ("quotes:", "mentions:", "names:", "statements:", "subjects:", "articles:")
SCHEMA = json.loads((ROOT / "generator/corrections.schema.json").read_text(encoding="utf-8"))


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


def test_a_quotation_is_given_a_speaker() -> None:
    (entry,) = read(
        """
quotes:
  - article: demo/bridge
    words: It will open in May
    speaker: Ann Lee
"""
    ).quotes
    assert (entry.where, entry.article, entry.words) == (
        "seeds/corrections.yml:3",
        "demo/bridge",
        "It will open in May",
    )
    assert (entry.speaker, entry.speaker_given, entry.kind, entry.drop) == (
        "Ann Lee",
        True,
        None,
        False,
    )


@pytest.mark.parametrize("empty", ["", "null", "~"])
def test_an_empty_speaker_means_that_nobody_can_be_named(empty: str) -> None:
    (entry,) = read(f"quotes: [{{article: a, words: b, speaker: {empty}}}]").quotes
    assert (entry.speaker, entry.speaker_given) == (None, True)


def test_names_go_to_the_corpus() -> None:
    (name,) = read(
        "names:\n  - {name: Kiev, rename: Kyiv, also: Kyyiv, kind: place, roles: [], only_in: [a/b]}"
    ).names
    assert (name.name, name.rename, name.also, name.kind) == ("Kiev", "Kyiv", ("Kyyiv",), "place")
    assert (name.roles, name.only_in, name.where) == ((), ("a/b",), "seeds/corrections.yml:2")


def test_articles_take_any_field_under_any_of_its_names() -> None:
    (entry,) = read(
        "articles:\n  - {article: a, outlet: Post, date: 12 March 2042, author: [Nora Pell]}"
    ).articles
    assert dict(entry.values) == {
        "publication": "Post",
        "date": "2042-03-12",
        "authors": ("Nora Pell",),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quotes: [{words: b, drop: true}]", ":1: an entry of quotes has no article"),
        ("quotes: [{article: a, words: b}]", ":1: an entry of quotes changes nothing"),
        (
            "quotes:\n - {article: a, words: b, speeker: C}",
            ":2: the field 'speeker' is unknown — did you mean 'speaker'?",
        ),
        ("quotes:\n - {article: a, words: b, kind: spoken}", ":2: kind: 'spoken' is unknown"),
        (
            "quotes:\n - {article: a, words: b, drop: perhaps}",
            ":2: drop: 'perhaps' is neither true nor false",
        ),
        (
            "quotes:\n - {article: a, words: b, drop: true, add: true}",
            ":2: an entry can do one of drop, add",
        ),
        ("quotes:\n - article: a\n   words: [b]\n   drop: true", ":3: the field 'words' is a list"),
        (
            "quotes:\n - {article: a, words: b, drop: true}\n - {article: a, words: b, kind: direct}",
            ":3: is the same entry",
        ),
        ("names:\n - {also: B}", ":2: an entry of names has no name"),
        (
            "quotes:\n - {article: a, words: b, checked: true, drop: true}",
            ":2: what is no quotation can't be checked",
        ),
        (
            "quotes:\n - {article: a, words: b, join: c, span: d}",
            ":2: an entry can do one of join, split and span",
        ),
        (
            "quotes:\n - {article: a, words: b, join: c, drop: true}",
            ":2: what is joined or split stays a quotation",
        ),
        ("quotes:\n - {article: a, words: b, split: [c]}", ":2: split has only one part"),
        (
            "quotes:\n - {article: a, words: b, why: because}",
            ":2: an entry of quotes changes nothing",
        ),
        ("names:\n - {name: B, elsewhere: C}", ":2: elsewhere without only_in names nobody"),
        ("mentions:\n - {article: a, words: b}", ":2: an entry of mentions has no name"),
        ("statements:\n - {why: so}", ":2: an entry of statements needs one of same and apart"),
        (
            "statements:\n - same: [{article: a, words: b}]",
            ":2: same is no list of two and more quotations",
        ),
        (
            "statements:\n - apart:\n   - {article: a, words: b}\n   - {article: a, says: b}",
            "the field 'says'",
        ),
        ("articles:\n - {article: a, date: soon}", ":2: date: 'soon' is not a date"),
        ("articles:\n - {article: a, standfirst: b}", ":2: the field 'standfirst' is unknown"),
        (
            "people: []",
            ":1: the section 'people' is unknown — the sections are quotes, mentions, names",
        ),
        ("quotes: yes", ":1: quotes is not a list"),
        ("- a", ":1: is not a list of sections"),
        ("quotes: [", "is not valid YAML"),
        ("quotes: &a [*a]", ":1: uses a YAML anchor or alias"),
        ("quotes: [!!python/name:os.system x]", ":1: an entry of quotes is not a list of fields"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(text: str, expected: str) -> None:
    assert expected in "\n".join(problems(text))


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("source_url", "source_url", None),
        ("author", "authors", ()),
        ("tags", "tags", ()),
        ("url", "source_url", None),
    ],
)
def test_an_empty_field_of_an_article_clears_it(field: str, name: str, value: object) -> None:
    text = f"articles:\n  - article: a\n    {field}:\n"
    assert read(text).articles[0].values == ((name, value),)
    jsonschema.validate(yaml.safe_load(text), SCHEMA)


def test_every_entry_may_have_a_reason_and_what_shows_it() -> None:
    why = "why: her own letter, see: https://courier.example/letters/3"
    two = "[{article: a, words: b}, {article: c, words: d}]"
    found = read(
        f"quotes: [{{article: a, words: b, drop: true, {why}}}]\n"
        f"mentions: [{{article: a, words: the mayor, name: Ann Lee, {why}}}]\n"
        f"names: [{{name: B, kind: place, {why}}}]\nstatements: [{{same: {two}, {why}}}]\n"
        f"articles: [{{article: a, lang: en, {why}}}]"
    )
    assert found.problems == ()
    assert (found.quotes[0].why, found.quotes[0].see) == (
        "her own letter",
        "https://courier.example/letters/3",
    )


def test_files_in_the_folder_count_as_well(tmp_path: Path) -> None:
    (tmp_path / "corrections.yml").write_text(
        "names: [{name: Kiev, rename: Kyiv}]", encoding="utf-8"
    )
    folder = tmp_path / "corrections"
    folder.mkdir()
    (folder / "b.yml").write_text(
        "names:\n  - {name: Lvov, rename: Lviv}\n  - {name: Kiev, kind: place}", "utf-8"
    )
    (folder / "a.yaml").write_text("names: [{nam: Odessa}]", encoding="utf-8")
    (folder / "notes.txt").write_text("names: [", encoding="utf-8")
    (folder / ".half.yml").write_text("names: [", encoding="utf-8")
    found = load_all(tmp_path)
    assert [(name.name, name.rename) for name in found.names] == [
        ("Kiev", "Kyiv"),
        ("Lvov", "Lviv"),
    ]
    root = tmp_path.name
    told = [str(problem) for problem in found.problems]
    assert told[0].startswith(f"{root}/corrections/a.yaml:1: the field 'nam' is unknown")
    assert told[-1].startswith(
        f"{root}/corrections/b.yml:3: is the same entry as {root}/corrections.yml:1"
    )


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert load(tmp_path / "corrections.yml") == read("")


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    bad = tmp_path / "corrections.yml"
    bad.write_bytes(b"quotes: \xff\xfe")
    assert "is not UTF-8 text" in str(load(bad).problems[0])
    bad.unlink()
    bad.symlink_to(tmp_path)
    assert "is no file of its own" in str(load(bad).problems[0])


def test_the_schema_and_the_loader_know_the_same_fields() -> None:
    fields = {name: set(part["items"]["properties"]) for name, part in SCHEMA["properties"].items()}
    articles = {other for other, name in CANONICAL.items() if name in ARTICLE_FIELDS} | {"article"}
    assert fields == {
        "quotes": set(QUOTE_FIELDS),
        "mentions": set(MENTION_FIELDS),
        "names": set(NAME_FIELDS),
        "statements": set(STATEMENT_FIELDS),
        "subjects": set(SUBJECT_FIELDS),
        "articles": articles | set(REASON_FIELDS),
    }
    quotes = SCHEMA["properties"]["quotes"]["items"]["properties"]
    assert quotes["kind"]["enum"] == list(KINDS)
    assert quotes["not_speech"]["enum"] == [*REASONS, True]


def test_the_examples_in_the_shipped_file_load_and_fit_the_schema() -> None:
    shipped = (SEEDS / "corrections.yml").read_text(encoding="utf-8")
    assert read(shipped) == read("")
    start = shipped.index("# quotes:\n")
    lines = [line.removeprefix("# ").removeprefix("#") for line in shipped[start:].splitlines()]
    examples = "\n".join(line for line in lines if line.startswith((" ", *SECTIONS_BEGIN)))
    found = read(examples)
    assert (len(found.mentions), len(found.statements), len(found.subjects)) == (1, 1, 2)
    assert (len(found.quotes), len(found.names), len(found.articles), found.problems) == (
        5,
        4,
        1,
        (),
    )
    as_json = json.loads(json.dumps(yaml.safe_load(examples), default=str))  # JSON has no dates
    jsonschema.validate(as_json, SCHEMA)


def test_many_corrections_take_time_in_proportion() -> None:
    entry = "- article: a\n  words: shut {}\n  before: gate\n  after: now\n  kind: direct\n"
    found = read("quotes:\n" + "".join(map(entry.format, range(20_000))))
    assert len(found.quotes) == 20_000  # with a look at all that stands above each, ten minutes
