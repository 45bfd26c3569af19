"""Retitle, reorder, rename, edit: in the site that MkDocs builds, every address of the site before
still lands.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Run

FIRST = (
    "The bridge over the Cawl is shut. “It will open again in May, and not a day before,” said Ann Lee, the mayor.",
    "“Nobody was hurt, and nobody will be,” she said.",
    "Bob Ash, who keeps the ferry, said the river was higher than he had ever seen it.",
)
SECOND = ("“We have boats enough for everybody,” said Bob Ash.", "The ferry has run since Monday.")


def seed(title: str, paragraphs: tuple[str, ...], more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n\n" + "\n\n".join(paragraphs) + "\n"


def addresses(site: Path) -> dict[str, set[str]]:
    """Path of each article's page → ids of its quotations in the text and of their cards."""
    return {
        page.parent.relative_to(site).as_posix(): set(
            re.findall(r'<mark id="?(q-[0-9a-z]+)', page.read_text())
        )
        for page in sorted(site.glob("articles/*/index.html"))
        if "<mark" in page.read_text()
    }


def landing(site: Path, path: str) -> Path:
    """The page at an address, through its redirect if that is what lies there."""
    page = site / path / "index.html"
    moved = re.search(r'<a id="moved" href="([^"]+)"', page.read_text())
    return (site / path / moved[1] / "index.html").resolve() if moved else page


def test_every_old_address_and_anchor_lands_in_the_built_site(project: Path, run: Run) -> None:
    seeds, site = project / "seeds", project / "site"
    (seeds / "bridge.md").write_text(seed("Bridge closed", FIRST))
    (seeds / "ferry.md").write_text(seed("Ferry runs", SECOND))
    (seeds / "kept.md").write_text(seed("Kept by its slug", SECOND[::-1], "slug: the-kept-one\n"))
    assert run(project, "mkdocs", "build", "-q").returncode == 0
    before = addresses(site)
    assert sorted(before) == ["articles/bridge", "articles/ferry", "articles/the-kept-one"]
    assert sum(len(anchors) for anchors in before.values()) >= 4

    # retitled, its paragraphs in another order, one quotation's words edited, one sentence more
    edited = (
        FIRST[2],
        "A new sentence.",
        FIRST[1],
        FIRST[0].replace("again in May,", "again in the month of May,"),
    )
    (seeds / "bridge.md").write_text(
        seed("Town loses its only bridge", edited, "redirect_from: [2019/old-bridge]\n")
    )
    (seeds / "ferry.md").unlink()  # renamed and retitled
    (seeds / "boats.md").write_text(seed("Boats for everybody", SECOND))
    (seeds / "kept.md").unlink()  # renamed; the slug keeps its address
    (seeds / "moved.md").write_text(seed("Still by its slug", SECOND[::-1], "slug: the-kept-one\n"))
    done = run(project, "mkdocs", "build", "-q", "--strict")
    assert done.returncode == 0, done.stderr

    for path, anchors in before.items():
        page = landing(site, path)
        assert page.is_file(), path
        assert {
            anchor for anchor in anchors if not re.search(rf'id="?{anchor}\b', page.read_text())
        } == set(), path
    assert landing(site, "articles/ferry") == (site / "articles/boats/index.html").resolve()
    assert landing(site, "2019/old-bridge") == (site / "articles/bridge/index.html").resolve()
    assert "<mark" in (site / "articles/the-kept-one/index.html").read_text()
    assert (site / "redirect.js").is_file()
