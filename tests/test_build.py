"""The whole chain on small folders: same seeds, same bytes; nothing rewritten; nothing of the
sources touched.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.build import build
from generator.config import load
from tests.conftest import SEEDS, Run, files_under, make_project

SEED = SEEDS / "moscow-warns-of-direct-clash-with-nato.txt"
ARTICLES = {
    "bridge.txt": "Bridge closed\n\nThe bridge is shut. “It will open in May,” said Ann Lee, the mayor.\n",
    "north/ferry.md": "---\ntitle: Ferry back\ndate: 2042-03-12\noutlet: Post\n---\n\n“We sail at noon,” Lee said.\n",
}


def put(project: Path, articles: dict[str, str]) -> None:
    for name, text in articles.items():
        path = project / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_second_build_rewrites_nothing(project: Path) -> None:
    put(project, ARTICLES)
    settings = load(project / "mkdocs.yml")
    first = build(settings)
    times = {p: p.stat().st_mtime_ns for p in settings.docs.rglob("*") if p.is_file()}
    second = build(settings)
    assert first.written.written > 0
    assert (second.written.written, second.written.removed) == (0, 0)
    assert {p: p.stat().st_mtime_ns for p in settings.docs.rglob("*") if p.is_file()} == times


def test_the_same_seeds_give_the_same_bytes_anywhere(tmp_path: Path, run: Run) -> None:
    results = []
    for place, env in (
        ("a", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}),
        ("b/deeper and deeper", {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C"}),
    ):
        project = make_project(tmp_path / place)
        put(project, ARTICLES)
        shutil.copy(SEED, project / "seeds")
        done = run(project, "mkdocs", "build", "--strict", "-q", env=env)
        assert done.returncode == 0, done.stderr
        results.append(files_under(project / "site"))
        # no date of the build
        assert not re.search(rb"<lastmod>|[12][09]\d\d-\d\d", results[-1]["sitemap.xml"])
    assert results[0].keys() == results[1].keys()
    assert [path for path in results[0] if results[0][path] != results[1][path]] == []


def test_sources_are_only_read(project: Path) -> None:
    put(project, ARTICLES)
    before = {
        p: (p.read_bytes(), p.stat().st_mtime_ns)
        for p in (project / "seeds").rglob("*")
        if p.is_file()
    }
    for path in [*(project / "seeds").rglob("*"), project / "seeds"]:
        path.chmod(path.stat().st_mode & ~0o222)
    build(load(project / "mkdocs.yml"))
    after = {
        p: (p.read_bytes(), p.stat().st_mtime_ns)
        for p in (project / "seeds").rglob("*")
        if p.is_file()
    }
    assert after == before


def test_one_bad_article_stops_nothing(project: Path) -> None:
    put(project, ARTICLES)
    (project / "seeds/bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = build(load(project / "mkdocs.yml"))
    assert report.articles == 2
    assert [p.where.split(":")[0] for p in report.problems if not p.note] == ["seeds/bad.txt"]


BESIDE = {  # each with a wish that can't be had
    "long.md": f"---\ntitle: Long\nredirect_from: [{'x' * 300}]\n---\n\nText.\n",
    "feed.md": "---\ntitle: Feed\nredirect_from: [feed.xml, sitemap.xml, assets/florilegium/rq.js]\n---\n\nText.\n",
    "articles.md": "---\nlayout: page\n---\n\nA page of mine.\n",
    "people/ann-lee.md": "---\nlayout: page\n---\n\nAnother one.\n",
}


def test_no_wish_of_an_article_stops_the_others(project: Path, run: Run) -> None:
    put(project, ARTICLES | BESIDE)
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    for name in ("articles/long", "articles/feed", "pages/articles", "pages/people/ann-lee"):
        assert (project / f"site/{name}/index.html").is_file()
    for words in (
        "long.md:3: redirect_from: 'xxx",
        "feed.md: the address feed.xml/index.html is in use",
    ):
        assert f"seeds/{words}" in done.stderr


def test_what_the_cache_lost_is_said_once(project: Path) -> None:
    put(project, ARTICLES)
    first = build(load(project / "mkdocs.yml"))
    (project / ".build/cache/cache.sqlite").write_bytes(b"no database" * 1000)
    said = [build(load(project / "mkdocs.yml")).problems for _ in range(2)]
    assert [problem.what for problem in said[0] if problem not in first.problems] == [
        "the cache was damaged or can't be written"
    ]
    assert said[1] == first.problems


@pytest.mark.parametrize("harm", [b"", b"junk", b'["articles/../../x"]'])
def test_a_damaged_cache_of_search_documents_is_made_anew(project: Path, harm: bytes) -> None:
    put(project, ARTICLES)
    first = build(load(project / "mkdocs.yml"))
    made = files_under(project / ".build/cache/search")
    (project / ".build/cache/search/.florilegium.json").write_bytes(harm)
    said = [build(load(project / "mkdocs.yml")).problems for _ in range(2)]
    assert [
        (problem.what, problem.note) for problem in said[0] if problem not in first.problems
    ] == [("was damaged and is made anew", True)]
    assert files_under(project / ".build/cache/search") == made


@pytest.mark.parametrize(
    "articles", [{}, {"bridge.txt": ARTICLES["bridge.txt"]}], ids=["none", "one"]
)
def test_a_folder_with_few_articles_is_a_good_site(
    project: Path, run: Run, articles: dict[str, str]
) -> None:
    put(project, articles)
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (project / "site/index.html").is_file()


def test_a_mistyped_folder_of_seeds_leaves_the_site_as_it_is(project: Path, run: Run) -> None:
    put(project, {"bridge.txt": ARTICLES["bridge.txt"]})
    assert run(project, "mkdocs", "build", "-q").returncode == 0
    before = {folder: files_under(project / folder) for folder in ("site", ".build/docs")}
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{config}    seeds: sedes\n", encoding="utf-8")
    line = config.count("\n") + 1
    for command, code in (
        (("mkdocs", "build"), 1),
        (("generator", "build"), 2),
        (("generator", "check"), 2),
    ):
        done = run(project, *command)
        assert done.returncode == code
        said = f"mkdocs.yml:{line}: extra.florilegium.seeds: {project / 'sedes'} is no folder — correct the setting"
        assert said in " ".join(done.stderr.split())
    assert {folder: files_under(project / folder) for folder in before} == before


def test_without_the_demonstration_the_site_is_still_good(project: Path, run: Run) -> None:
    for seed in SEEDS.iterdir():
        if not seed.name.startswith("demo-"):
            (shutil.copytree if seed.is_dir() else shutil.copy)(seed, project / "seeds" / seed.name)
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "demo-" not in (project / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("fast", [True, False])
def test_serve_rebuilds_once_for_an_edit_and_settles(project: Path, fast: bool) -> None:
    put(project, ARTICLES)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        f"{config}    fast: {str(fast).lower()}\n", encoding="utf-8"
    )
    log = project / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:8917"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(log, "Serving on")
            builds = log.read_text().count("Building documentation")
            time.sleep(3)
            assert log.read_text().count("Building documentation") == builds
            edited = ARTICLES["bridge.txt"].replace("in May", "in the month of June")
            (project / "seeds/bridge.txt").write_text(edited, encoding="utf-8")
            deadline = time.monotonic() + 60
            while "month of June" not in page(project) and time.monotonic() < deadline:
                time.sleep(0.3)
            assert "month of June" in page(project)
            time.sleep(3)
            assert log.read_text().count("Building documentation") == builds + 1, log.read_text()
        finally:
            server.terminate()
            server.wait(20)


def page(project: Path) -> str:
    path = load(project / "mkdocs.yml").site.url.split("/", 3)[3]
    with urllib.request.urlopen(f"http://127.0.0.1:8917/{path}articles/bridge/") as answer:
        return str(answer.read().decode("utf-8"))


def wait_for(log: Path, words: str) -> None:
    deadline = time.monotonic() + 90
    while words not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.2)


def test_zensical_builds_the_same_folder(project: Path, run: Run) -> None:
    put(project, ARTICLES)
    assert run(project, "generator", "build").returncode == 0
    done = run(project, "zensical", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    html = (project / "site/articles/bridge/index.html").read_text(encoding="utf-8")
    assert "It will open in May" in html
