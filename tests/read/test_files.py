"""Every file gives an article, a page, or one problem; nothing is followed, opened to hang, or
written.
"""

import os
from pathlib import Path

import pytest

from generator.read import read_seeds
from generator.read.draft import Draft
from generator.read.formats import READERS, TABLES
from tests.read.seeds import article, problems, reading

TEXT = "Bridge shut\n\nThe bridge is shut.\n"


def ids(tmp_path: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    return {made.source: made.id for made in reading(tmp_path, files).articles}


def test_an_id_is_folder_and_name_without_the_date(tmp_path: Path) -> None:
    assert ids(tmp_path, {"2042-03-12-Bridge shut!.txt": TEXT, "Demo Town/2042/b_c.md": TEXT}) == {
        "2042-03-12-Bridge shut!.txt": "bridge-shut",
        "Demo Town/2042/b_c.md": "demo-town/2042/b-c",
    }


def test_an_id_does_not_depend_on_the_title(tmp_path: Path) -> None:
    one = ids(tmp_path / "1", {"a.md": "---\ntitle: One\n---\nText."})
    assert one == ids(tmp_path / "2", {"a.md": "---\ntitle: Two\n---\nText."}) == {"a.md": "a"}


def test_two_sources_never_have_one_id(tmp_path: Path) -> None:
    files = [
        "same.md",
        "same.txt",
        "a b.md",
        "a-b.md",
        "Ärger.md",
        "A\u0308rger.md",
        "日本.md",
        "中国.md",
        "2042-01-01-same.md",
    ]
    found = ids(tmp_path, dict.fromkeys(files, TEXT))
    assert len(set(found.values())) == len(files)
    assert found["a-b.md"] == "a-b"
    assert found["same.txt"].startswith("same-")


def test_an_id_in_doubt_does_not_change_with_other_files(tmp_path: Path) -> None:
    one = ids(tmp_path / "1", {"same.md": TEXT, "same.txt": TEXT})
    more = ids(
        tmp_path / "2",
        {"same.md": TEXT, "same.txt": TEXT, "aaa.md": TEXT, "same!.txt": TEXT, "x/same.md": TEXT},
    )
    assert one.items() <= more.items()


def test_a_slug_that_somebody_wrote_comes_first(tmp_path: Path) -> None:
    found = ids(tmp_path, {"a.txt": TEXT, "z.md": "---\nslug: a\n---\nText."})
    assert found["z.md"] == "a"
    assert found["a.txt"] != "a"


@pytest.mark.parametrize(
    "name", ["index.md", "404.txt", "README.md", "con.txt", "-.txt", "x" * 240 + ".txt"]
)
def test_an_id_is_never_a_name_that_is_taken_or_unfit(tmp_path: Path, name: str) -> None:
    (made,) = ids(tmp_path, {name: f"---\ntitle: A\n---\n{TEXT}"}).values()
    assert made not in ("index", "404", "readme", "con", "", ".", "..")
    assert len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_an_article_is_never_where_a_collection_is(tmp_path: Path) -> None:
    found = reading(tmp_path, {"demo.txt": TEXT, "demo/a.txt": TEXT})
    assert {made.id for made in found.articles}.isdisjoint(made.id for made in found.collections)


def test_folders_are_collections_at_any_depth(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {
            "demo-town/_collection.yml": "title: The Town\ndescription: Papers\nnotice: Invented.\n",
            "demo-town/north/a.txt": TEXT,
            "empty/.DS_Store": b"\0\1",
        },
    )
    assert [(c.id, c.title, c.description, c.notice) for c in found.collections] == [
        ("demo-town", "The Town", "Papers", "Invented."),
        ("demo-town/north", "North", "", ""),
    ]
    assert found.articles[0].collection == "demo-town/north"


def test_articles_inherit_what_their_collection_says(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {
            "town/_collection.yml": "publish: quotes\noutlet: Courier\nlang: en\n",
            "town/north/_collection.yml": "lang: fr\n",
            "town/north/a.md": "---\noutlet: Post\n---\nText.",
            "b.txt": TEXT,
        },
    )
    values = {made.id: (made.publish, made.publication, made.lang) for made in found.articles}
    assert values == {"town/north/a": ("quotes", "Post", "fr"), "b": ("full", None, None)}


def test_a_wrong_collection_file_is_named(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {"town/_collection.yml": "title: A\npublish: perhaps\nnotise: x\n", "town/a.txt": TEXT},
    )
    assert problems(found) == [
        "seeds/town/_collection.yml:3: the field 'notise' is unknown — did you mean 'notice'?",
        'seeds/town/_collection.yml:2: publish: \'perhaps\' is unknown, taken as quotes — write "full" or "quotes"',
    ]


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".git/config",
        "_data.yml",
        "corrections.yml",
        "README.md",
        "LICENSE",
        "a.md~",
        "Thumbs.db",
        "._a.md",
    ],
)
def test_what_is_no_article_and_not_meant_to_be_is_passed_over(tmp_path: Path, name: str) -> None:
    found = reading(tmp_path, {name: TEXT})
    assert (found.articles, problems(found)) == ((), [])


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.exe", TEXT, "seeds/a.exe: is not a format that is read"),
        (".hidden.md", TEXT, "seeds/.hidden.md: is a hidden file"),
        ("a.txt", b"", "seeds/a.txt: is empty"),
        ("a.txt", b" \n\t\n", "seeds/a.txt: is empty"),
        ("a.md", "---\ndate: 2042\n---\n", "seeds/a.md: has no text"),
        ("a.md", b"\x89PNG\r\n\x1a\n\0\0\0", "seeds/a.md: is a PNG picture, not text"),
        ("a.txt", b"PK\x03\x04junk", "seeds/a.txt: is a ZIP archive"),
        ("a.txt", bytes(range(32)) * 9, "seeds/a.txt: is binary data, not text"),
        ("a.txt", b"word " * 500_000, "seeds/a.txt: is larger than 2 MB"),
        ("a.md/inner.txt", TEXT, "seeds/a.md: is a folder, not a file"),
        (
            "sub/corrections.yml",
            "quotes: []",
            "seeds/sub/corrections.yml: is not where corrections are read",
        ),
    ],
)
def test_every_other_file_is_one_problem(
    tmp_path: Path, name: str, content: str | bytes, expected: str
) -> None:
    found = problems(reading(tmp_path, {name: content}))
    assert len(found) == 1
    assert found[0].startswith(expected)
    assert " — " in found[0]


def test_links_and_pipes_are_named_and_not_opened(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (seeds / "out.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "gone.txt").symlink_to("nowhere")
    (seeds / "loop").symlink_to(".")
    os.mkfifo(seeds / "pipe.txt")
    found = read_seeds(seeds)
    assert found.articles == ()
    assert [str(problem).split(" — ")[0] for problem in found.problems] == [
        "seeds/gone.txt: is a symbolic link, which is not followed",
        "seeds/loop: is a symbolic link, which is not followed",
        "seeds/out.txt: is a symbolic link, which is not followed",
        "seeds/pipe.txt: is a device or pipe, not a file",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    reading(tmp_path, {"a.txt": TEXT})
    (tmp_path / "seeds/a.txt").chmod(0)
    assert "can't be read" in problems(read_seeds(tmp_path / "seeds"))[0]


def test_a_name_that_is_not_utf8_is_read_and_named(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    with open(os.fsencode(seeds) + b"/bad\xff.txt", "w") as file:
        file.write(TEXT)
    found = read_seeds(seeds)
    assert found.articles[0].source == "bad\\udcff.txt"
    assert "is not UTF-8" in problems(found)[0]
    found.articles[0].source.encode("utf-8")


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems(read_seeds(tmp_path / "seeds")) == [
        "seeds: is no folder — make it and put articles into it"
    ]


def test_progress_is_told_for_each_file(tmp_path: Path) -> None:
    reading(tmp_path, {"a.txt": TEXT, "b/c.txt": TEXT})
    told: list[tuple[int, int]] = []
    read_seeds(tmp_path / "seeds", lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_nothing_is_written(tmp_path: Path) -> None:
    reading(tmp_path, {"a.txt": TEXT, "b/c.md": TEXT})
    (tmp_path / "seeds").chmod(0o555)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")}
    read_seeds(tmp_path / "seeds")
    assert {
        path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")
    } == before
    (tmp_path / "seeds").chmod(0o755)


def test_upper_case_endings_and_dots_in_names(tmp_path: Path) -> None:
    assert article(tmp_path, TEXT, "two.dots.TXT").id == "two-dots"


def test_a_text_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.txt": "GIF89a is a format\n\nIt is old."})
    assert [made.title for made in found.articles] == ["GIF89a is a format"]


def test_a_text_of_many_lines_is_no_article(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        found = reading(tmp_path / name, {name: "a\n" * 100_001})
        assert problems(found) == [
            f"seeds/{name}: has more than 100,000 lines — split it into articles"
        ]
    found = reading(tmp_path, {"a.txt": "Gate\n\n" + "a\n" * 90_000})
    assert len(found.articles) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "a\n\n" * 20_002),
        ("a.md", "# Gate\n\n" + "a\n\n" * 20_002),
        ("a.html", "<html><body>" + "<p>a</p>" * 20_002),
        ("a.csv", 'title,text\nA,"' + "a\n\n" * 20_002 + '"\nB,Text.\n'),
    ],
)
def test_a_file_of_many_thousand_paragraphs_is_no_article(
    tmp_path: Path, name: str, text: str
) -> None:
    found = reading(tmp_path, {name: text})
    assert [made.title for made in found.articles] == (["B"] if name == "a.csv" else [])
    assert len(problems(found)) == 1
    assert "has more than 20,000 paragraphs — split it into articles" in problems(found)[0]


BARE = "an article has a headline and no text — write its text below the headline"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Bridge shut\n"),
        ("a.md", "---\ntitle: Bridge shut\ndate: 2042\n---\n"),
        ("a.md", "# Bridge shut\n"),
    ],
)
def test_an_article_without_a_text_has_its_page_and_a_note(
    tmp_path: Path, name: str, content: str
) -> None:
    made = article(tmp_path, content, name)
    assert made.title == "Bridge shut"
    assert [(str(problem), problem.note) for problem in made.problems] == [
        (f"seeds/{name}: {BARE}", True)
    ]


def test_a_page_of_ones_own_and_a_row_of_one_sentence_need_no_more(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "about.md": "---\nlayout: page\n---\n# About\n",
        "a.csv": "text\nIt is shut.\n",
    }
    assert problems(reading(tmp_path, files)) == []


def test_a_reader_that_breaks_is_a_problem_of_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(text: str) -> Draft:
        raise ValueError("all of it")

    monkeypatch.setitem(READERS, ".html", breaks)
    monkeypatch.setitem(TABLES, ".csv", lambda text: (breaks(text) for _ in "a"))
    found = reading(tmp_path, {"a.html": "<p>Text.</p>", "b.csv": "text\nText.", "c.txt": TEXT})
    assert [made.source for made in found.articles] == ["c.txt"]
    remedy = "save it again, or save its text as .txt"
    assert problems(found) == [
        f"seeds/{name}: can't be read: ValueError — {remedy}" for name in ("a.html", "b.csv")
    ]


def test_articles_in_a_hidden_folder_are_counted(tmp_path: Path) -> None:
    hidden = {".trash/a.md": TEXT, ".trash/b/c.txt": TEXT, ".git/config": "x", ".git/HEAD": "x"}
    found = reading(tmp_path, {"a.txt": TEXT, **hidden})
    fact = "seeds/.trash: is a hidden folder, and of it is not read: 2 files"
    assert problems(found) == [f"{fact} — take the dot off its name if they are articles"]
    assert found.problems[0].note


def test_articles_that_lie_too_deep_are_counted(tmp_path: Path) -> None:
    deep = "/".join("d" * 21)
    found = reading(tmp_path, {f"{deep}/a.txt": TEXT, f"{deep}/e/b.md": TEXT})
    (named,) = problems(found)
    assert named.endswith("lies more than 20 folders deep, with 2 files in it — move it up")


@pytest.mark.parametrize(
    "folder", ["Bridge shut_files", "Bridge shut-Dateien", "Bridge shut_fichiers"]
)
def test_what_a_browser_puts_beside_a_page_is_no_article(tmp_path: Path, folder: str) -> None:
    page = "<html><body><p>The bridge is shut.</p></body></html>"
    names = ("frame.html", "a.css", "b.js.download", "sub/c.html", "d.txt")
    found = reading(
        tmp_path, {"Bridge shut.html": page, **{f"{folder}/{name}": page for name in names}}
    )
    assert [made.source for made in found.articles] == ["Bridge shut.html"]
    assert problems(found) == []


def test_a_folder_without_its_page_is_one_of_articles(tmp_path: Path) -> None:
    found = reading(tmp_path, {"my_files/a.txt": TEXT, "my.txt": TEXT})
    assert len(found.articles) == 2
