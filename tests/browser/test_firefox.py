"""The article, the list of quotations and the search once in Firefox."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.chrome import serving
from tests.browser.firefox import Firefox, firefox
from tests.conftest import make_project, run_module

SEED = """---
title: Ferry back
date: 2042-03-12
outlet: Harbour Post
---

The harbour was shut for a week. “We sail at noon, whatever the weather,” Ada Varnholt said.

“The crews were never asked about the lighthouse,” said Bruno Estrup. He added that the boats were dry.
"""
PROBLEMS = "document.documentElement.scrollWidth > innerWidth + 1"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site under a sub-path, with its search index."""
    folder = tmp_path_factory.mktemp("firefox")
    project = make_project(folder / "project")
    (project / "seeds/ferry.md").write_text(SEED, encoding="utf-8")
    done = run_module(project, "mkdocs", "build", "-q", "-d", str(folder / "www/sub"))
    assert done.returncode == 0, done.stderr
    with serving(folder / "www") as address:
        yield f"{address}sub/"


@pytest.fixture(scope="module")
def fox() -> Iterator[Firefox]:
    """One window for all tests."""
    with firefox() as window:
        yield window


def test_an_article(fox: Firefox, site: str) -> None:
    fox.open(site + "articles/ferry/")
    fox.wait("document.querySelector('.rq-article').dataset.margin === 'on'")
    cards = fox.run("document.querySelectorAll('.rq-list > li').length")
    assert cards >= 2
    assert not fox.run(PROBLEMS)
    fox.run("document.querySelector('[name=rq-marks][value=none]').click()")
    fox.wait("getComputedStyle(document.querySelector('.rq-list')).display === 'none'")
    fox.run("document.querySelector('[name=rq-marks][value=all]').click()")
    fox.run("document.querySelector('.rq-body a[data-n]').focus()")
    fox.wait("document.querySelectorAll('.rq-list > .is-on').length === 1")
    fox.run("document.querySelector('[data-share]').click()")
    fox.wait("document.querySelector('.rq-picture[open] canvas')")
    assert "<blockquote" in fox.run("document.querySelector('.rq-picture textarea').value")


def test_the_list_of_quotations(fox: Firefox, site: str) -> None:
    fox.open(site + "quotes/")
    fox.wait("document.querySelector('th[data-key=speaker] button')")
    total = fox.run("document.querySelectorAll('#rq-quotes tbody tr:not([hidden])').length")
    fox.open(site + "quotes/?speaker=Ada%20Varnholt")
    fox.wait("/ of /.test(document.querySelector('.rq-out').textContent)")
    shown = fox.run("document.querySelectorAll('#rq-quotes tbody tr:not([hidden])').length")
    assert 0 < shown < total
    assert not fox.run(PROBLEMS)


def test_the_search(fox: Firefox, site: str) -> None:
    fox.open(site + "search/?words=lighthouse")
    fox.wait("document.querySelectorAll('.rq-hits > li').length > 0")
    assert "lighthouse" in fox.run("document.querySelector('.rq-hits').textContent")
    fox.open(site + "search/?words=Ada%20Varnholt")
    fox.wait("!document.querySelector('[data-fl-people]').hidden")
