"""Settings come from mkdocs.yml; a wrong one is named with its remedy."""

from pathlib import Path

import pytest

from generator.config import ConfigError, Settings, load


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_reads_names_and_folders(tmp_path: Path) -> None:
    got = settings(tmp_path, "site_name: Papers\nsite_url: https://a.example/repo\ndocs_dir: .build/docs\n")
    assert (got.site.name, got.site.url) == ("Papers", "https://a.example/repo/")
    assert (got.seeds, got.docs) == (tmp_path / "seeds", tmp_path / ".build/docs")


def test_passes_over_the_tags_that_mkdocs_allows(tmp_path: Path) -> None:
    text = "site_name: !ENV [NAME, x]\ndocs_dir: d\nx: !!python/name:material.extensions.emoji.twemoji\n"
    assert settings(tmp_path, text).site.name == "Florilegium"


def test_names_an_unknown_setting_and_the_nearest_one(tmp_path: Path) -> None:
    got = settings(tmp_path, "site_name: x\nextra: {florilegium: {publsh: quotes}}\n")
    assert [str(p) for p in got.problems] == [
        "mkdocs.yml: extra.florilegium.publsh is not a setting — did you mean publish?"
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("workers: many", "extra.florilegium.workers can't be 'many'"),
        ("workers: -1", "extra.florilegium.workers can't be -1"),
        ("workers: true", "extra.florilegium.workers can't be True"),
        ("table_articles: all", "extra.florilegium.table_articles can't be 'all'"),
        ("table_articles: -1", "extra.florilegium.table_articles can't be -1"),
        ("publish: nothing", "extra.florilegium.publish can't be 'nothing'"),
    ],
)
def test_a_wrong_value_is_named_and_the_default_kept(tmp_path: Path, line: str, problem: str) -> None:
    got = settings(tmp_path, f"site_name: x\nextra:\n  florilegium:\n    {line}\n")
    assert [p.what for p in got.problems] == [problem]
    assert (got.workers, got.table_articles, got.site.publish) == (0, 250, "full")


@pytest.mark.parametrize("line", ["docs_dir: seeds", "docs_dir: seeds/out", "docs_dir: .", "site_dir: seeds"])
def test_refuses_to_write_where_people_write(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError, match="lie in one another"):
        settings(tmp_path, f"site_name: x\n{line}\n")


@pytest.mark.parametrize(("text", "words"), [("", "no settings"), ("a: [", "while parsing"), ("- a", "no settings")])
def test_a_file_that_can_not_be_read_is_an_error_for_people(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        settings(tmp_path, text)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="give --config"):
        load(tmp_path / "mkdocs.yml")
