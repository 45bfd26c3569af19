"""Settings come from mkdocs.yml; a wrong one is named with its remedy."""

from pathlib import Path

import pytest

from generator.config import About, ConfigError, Settings, Site, load


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_reads_names_and_folders(tmp_path: Path) -> None:
    got = settings(
        tmp_path, "site_name: Papers\nsite_url: https://a.example/repo\ndocs_dir: .build/docs\n"
    )
    assert (got.site.name, got.site.url) == ("Papers", "https://a.example/repo/")
    assert (got.seeds, got.docs) == (tmp_path / "seeds", tmp_path / ".build/docs")


def test_reads_the_environment_as_mkdocs_does_and_passes_over_its_other_tags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "site_name: !ENV [A_NAME, x]\nsite_url: !ENV AN_ADDRESS\ny: !!python/name:material.extensions.emoji.twemoji\n"
    assert settings(tmp_path, text).site == Site(name="x")
    monkeypatch.setenv("A_NAME", "Papers")
    monkeypatch.setenv("AN_ADDRESS", "https://papers.lan/")
    assert settings(tmp_path, text).site == Site(name="Papers", url="https://papers.lan/")


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://example.org/florilegium/", True),
        ("https://www.EXAMPLE.com", True),
        ("http://archive.example:8000/", True),
        ("https://me.test/", True),
        ("https://papers.lan/", False),
        ("https://myexample.org/", False),
        ("https://papers.lan/example.org/", False),
        ("http://127.0.0.1:8000/", False),
        ("", False),
    ],
)
def test_an_address_that_can_be_nobodys_is_named(tmp_path: Path, url: str, named: bool) -> None:
    problems = settings(tmp_path, f"site_name: x\nsite_url: {url}\n").problems
    assert [(p.where, p.note) for p in problems] == [("mkdocs.yml:2", True)] * named
    assert all(url in p.what for p in problems)


def own(tmp_path: Path, *lines: str) -> Settings:
    return settings(
        tmp_path,
        "\n".join(["site_name: x", "extra:", "  florilegium:", *(f"    {n}" for n in lines), ""]),
    )


def test_names_an_unknown_setting_and_the_nearest_one_with_its_line(tmp_path: Path) -> None:
    got = own(tmp_path, "workers: 1", "chache: x", "zzz: 1")
    assert str(got.problems[0]) == (
        "mkdocs.yml:5: extra.florilegium.chache is not a setting — did you mean cache?"
    )
    assert str(got.problems[1]).startswith(
        "mkdocs.yml:6: extra.florilegium.zzz is not a setting — known settings: "
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("workers: many", "workers can't be 'many' — give a whole number from 0"),
        ("workers: -1", "workers can't be -1 — give a whole number from 0"),
        ("workers: true", "workers can't be True — give a whole number from 0"),
        ("table_articles: all", "table_articles can't be 'all' — give a whole number from 0"),
        ("table_articles: -1", "table_articles can't be -1 — give a whole number from 0"),
        ("rows_per_page: many", "rows_per_page can't be 'many' — give a whole number from 1"),
        ("rows_per_page: 0", "rows_per_page can't be 0 — give a whole number from 1"),
        ("fast: 1", "fast can't be 1 — give true or false"),
        ("seeds: [a]", "seeds can't be ['a'] — give a text"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_wanted_and_the_default_kept(
    tmp_path: Path, line: str, problem: str
) -> None:
    got = own(tmp_path, line)
    assert [str(p) for p in got.problems] == [f"mkdocs.yml:4: extra.florilegium.{problem}"]
    assert (got.workers, got.table_articles, got.site.rows_per_page, got.fast) == (
        0,
        250,
        200,
        True,
    )
    assert got.seeds == tmp_path / "seeds"


@pytest.mark.parametrize("line", ["publish: quotes", "publish: Quotes", "publish: ' QUOTES '"])
def test_quotes_is_quotes_in_any_case(tmp_path: Path, line: str) -> None:
    got = own(tmp_path, line)
    assert (got.site.publish, got.problems) == ("quotes", ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("publish: quote", "publish is 'quote', which is unknown, and taken as quotes"),
        ("publish: true", "publish is True, which is unknown, and taken as quotes"),
        ("publish:", "publish is empty, and taken as quotes"),
        ("publsh: quotes", "publsh is not a setting, taken as publish: quotes"),
        ("Publish: quotes", "Publish is not a setting, taken as publish: quotes"),
    ],
)
def test_no_full_text_is_published_for_a_typing_error(
    tmp_path: Path, line: str, problem: str
) -> None:
    got = own(tmp_path, line)
    assert got.site.publish == "quotes"
    assert [p.what for p in got.problems] == [f"extra.florilegium.{problem}"]


def test_full_is_full_under_a_misspelt_name_too_and_the_stricter_of_two_counts(
    tmp_path: Path,
) -> None:
    assert own(tmp_path, "publsh: Full").site.publish == "full"
    assert own(tmp_path, "publish: full", "publsh: quotes").site.publish == "quotes"


@pytest.mark.parametrize("section", ["florilegum", "Florilegium", "florilegium_"])
def test_a_misspelt_section_is_named_and_what_it_keeps_back_is_kept_back(
    tmp_path: Path, section: str
) -> None:
    got = settings(
        tmp_path, f"site_name: x\nextra:\n  {section}:\n    publish: quotes\n    workers: 3\n"
    )
    assert [str(p) for p in got.problems] == [
        f"mkdocs.yml:3: extra.{section} is not read — did you mean florilegium?"
    ]
    assert (got.site.publish, got.workers) == ("quotes", 0)


@pytest.mark.parametrize(
    "extra", ["", "[a]", "{generator: false, florilegium_worker: x, social: []}"]
)
def test_what_others_have_under_extra_is_theirs(tmp_path: Path, extra: str) -> None:
    assert settings(tmp_path, f"site_name: x\nextra: {extra}\n").problems == ()


def test_a_section_without_settings_is_named(tmp_path: Path) -> None:
    got = settings(tmp_path, "site_name: x\nextra:\n  florilegium: quotes\n")
    assert [p.what for p in got.problems] == [
        "extra.florilegium can't be 'quotes', so no full text is published"
    ]
    assert got.site.publish == "quotes"


@pytest.mark.parametrize(
    "line", ["docs_dir: seeds", "docs_dir: seeds/out", "docs_dir: .", "site_dir: seeds"]
)
def test_refuses_to_write_where_people_write(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError, match="lie in one another"):
        settings(tmp_path, f"site_name: x\n{line}\n")


@pytest.mark.parametrize(
    ("text", "words"), [("", "no settings"), ("a: [", "while parsing"), ("- a", "no settings")]
)
def test_a_file_that_can_not_be_read_is_an_error_for_people(
    tmp_path: Path, text: str, words: str
) -> None:
    with pytest.raises(ConfigError, match=words):
        settings(tmp_path, text)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="give --config"):
        load(tmp_path / "mkdocs.yml")


def test_a_publish_outside_its_section_still_keeps_texts_back(tmp_path: Path) -> None:
    got = settings(tmp_path, "site_name: x\nextra:\n  publish: quotes\n")
    assert got.site.publish == "quotes"
    assert [str(p) for p in got.problems] == [
        "mkdocs.yml:3: extra.publish is not read there, but taken as quotes — put it under florilegium"
    ]


def test_about_says_who_made_the_collection(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: A\nextra:\n  florilegium:\n    about:\n      creator: ['Brook, Ada', The Archive]\n"
        "      doi: https://doi.org/10.5281/zenodo.1234\n      version: 2\n",
        encoding="utf-8",
    )
    settings = load(path)
    assert settings.problems == ()
    assert settings.site.about == About(("Brook, Ada", "The Archive"), "10.5281/zenodo.1234", "2")


def test_what_about_can_not_say_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: A\nextra:\n  florilegium:\n    about: { creator: [1], doi: zenodo, colour: red }\n",
        encoding="utf-8",
    )
    assert [problem.what for problem in load(path).problems] == [
        "extra.florilegium.about.colour is not a setting",
        "extra.florilegium.about.creator is no name",
        "extra.florilegium.about.doi can't be 'zenodo'",
    ]
