"""The table of a site's bytes adds up."""

from __future__ import annotations

from pathlib import Path

from tests.bench import sizes

ARTICLE = (
    "<!doctype html><head></head><body><header class=rq-head>A</header><div class=rq-body>é</div>"
    "<aside class=rq-quotes></aside></article></body>"
)


def test_every_byte_is_in_one_row_and_one_part(tmp_path: Path) -> None:
    files = {
        "index.html": "home",
        "articles/index.html": "list",
        "articles/2042/a/index.html": ARTICLE,
        "articles/2042/a/cite.ris": "TY",
        "quotes/rows-1.json": "{}",
        "quotes/rows-22.json": "{}",
        "pagefind/fragment/x": "12345",
    }
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    rows = sizes.by_kind(tmp_path)
    assert rows["articles/…/ pages"] == (1, len(ARTICLE.encode()))
    assert rows["quotes/rows-N.json"] == (2, 4)
    assert sum(size for _, size in rows.values()) == sum(
        len(words.encode()) for words in files.values()
    )
    (page,) = sizes.articles(tmp_path)
    assert sum(sizes.parts(page).values()) == len(ARTICLE.encode())
    assert sizes.parts(page)["text"] == len("<div class=rq-body>é</div>".encode())
    assert sizes.table(tmp_path)[-6].startswith("head")
