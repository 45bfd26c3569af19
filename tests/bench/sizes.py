"""Where the bytes of a site go: `python -m tests.bench.sizes SITE`, with one row for each kind of
file.

Under the rows of files stand the parts of an article's page, on average. Sizes are of files, as a
server or a repository holds them; what a disk adds for its blocks is not counted.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

# Where each part of an article's page begins; it ends where the next begins
_PARTS = (
    ("head", "<!doctype"),
    ("frame", "<body"),
    ("headline", "<header class=rq-head"),
    ("text", "<div class=rq-body"),
    ("cards", "<aside class=rq-quotes"),
    ("about", "<aside class=rq-about"),
    ("related", "<footer class=rq-after"),
    ("drawers", "<section class=rq-drawer"),
    ("foot", "</article>"),
)


def kind(path: PurePosixPath) -> str:
    """The row that a file of a site belongs to."""
    first = path.parts[0] if len(path.parts) > 1 else ""
    if first in ("assets", "pagefind"):
        return f"{first}/"
    if path.name != "index.html":
        name = re.sub(r"\d+", "N", path.name)
        return (
            f"{first}/…/{name}"
            if len(path.parts) > 2
            else f"{first}/{name}"
            if first
            else "the rest"
        )
    return (
        f"{first}/…/ pages"
        if len(path.parts) > 2
        else "the rest"
        if not first
        else f"{first}/ pages"
    )


def by_kind(site: Path) -> dict[str, tuple[int, int]]:
    """Number of files and their bytes for each kind, the largest first."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for path in site.rglob("*"):
        if path.is_file():
            found[kind(PurePosixPath(path.relative_to(site).as_posix()))].append(
                path.stat().st_size
            )
    rows = {name: (len(sizes), sum(sizes)) for name, sizes in found.items()}
    return dict(sorted(rows.items(), key=lambda row: (-row[1][1], row[0])))


def parts(page: str) -> dict[str, int]:
    """Bytes of each part of an article's page."""
    starts = [(page.find(mark), name) for name, mark in _PARTS if mark in page]
    starts[0] = (0, starts[0][1])
    ends = [*(start for start, _ in starts[1:]), len(page)]
    return {
        name: len(page[start:end].encode()) for (start, name), end in zip(starts, ends, strict=True)
    }


def articles(site: Path, most: int = 1000) -> Iterator[str]:
    """The articles' pages, or so many of them, evenly spread."""
    pages = [path.with_name("index.html") for path in sorted((site / "articles").rglob("cite.ris"))]
    for path in pages[:: -(-len(pages) // most) or 1]:
        yield path.read_text(encoding="utf-8")


def table(site: Path) -> list[str]:
    """The lines to print."""
    rows = by_kind(site)
    count = max(1, rows.get("articles/…/cite.ris", (1, 0))[0])
    total = sum(size for _, size in rows.values())
    lines = [f"{'kind of file':34}{'files':>9}{'MB':>9}{'share':>8}{'bytes an article':>18}"]
    for name, (files, size) in rows.items():
        lines.append(
            f"{name:34}{files:9,}{size / 1e6:9.2f}{size / total:8.1%}{size / count:18,.0f}"
        )
    all_files = sum(files for files, _ in rows.values())
    lines.append(f"{'all':34}{all_files:9,}{total / 1e6:9.2f}{1:8.1%}{total / count:18,.0f}")
    held: defaultdict[str, list[int]] = defaultdict(list)
    for page in articles(site):
        for name, size in parts(page).items():
            held[name].append(size)
    pages = max(map(len, held.values()), default=1)
    lines += ["", f"{'part of an article’s page':34}{'bytes':>9}"]
    return lines + [f"{name:34}{sum(sizes) / pages:9,.0f}" for name, sizes in held.items()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Where the bytes of a site go.")
    parser.add_argument("site", type=Path)
    print("\n".join(table(parser.parse_args().site)))


if __name__ == "__main__":
    main()
