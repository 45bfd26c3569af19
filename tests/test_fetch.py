"""`import`: pages and files become seeds with front matter, and nothing that is there is
touched.
"""

import contextlib
import gzip
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import web
from generator.__main__ import main
from generator.fetch import bring_in
from generator.model import Article
from generator.read import front_matter, read_seeds
from tests.conftest import Run

PAGE = """<html lang="en"><head><title>Bridge shut</title><meta name="author" content="Nora Pell">
<meta property="og:site_name" content="Courier"><meta property="article:published_time" content="2042-03-12T07:00:00Z">
</head><body><article><h1>Bridge shut</h1><p>The bridge over the Cawl is shut: “until May”, said Müller.</p>
<p># Traders fear --- {the} *worst*.</p></article></body></html>"""


def sent(head: str, body: bytes) -> Callable[[BufferedIOBase], object]:
    """An answer as it is, after which the connection ends."""
    return lambda out: out.write(
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n\r\n".encode() + body
    )


def drip(head: bytes, piece: bytes) -> Callable[[BufferedIOBase], object]:
    """An answer that never ends."""

    def answer(out: BufferedIOBase) -> None:
        with contextlib.suppress(OSError):
            out.write(head)
            for _ in range(600):
                out.write(piece)
                out.flush()
                time.sleep(0.05)

    return answer


PACKED = gzip.compress(PAGE.encode())
ODD = {
    "/cut": sent("Content-Length: 100000", PAGE.encode()),
    "/cut-chunk": sent(
        "Transfer-Encoding: chunked", b"%x\r\n%s\r\n" % (len(PAGE.encode()), PAGE.encode())
    ),
    "/cut-gzip": sent("Content-Encoding: gzip", PACKED[:-20]),
    "/gzip": sent("Content-Encoding: gzip", PACKED),
    "/bomb": sent("Content-Encoding: gzip", gzip.compress(b"<p>" + b"a" * 40_000_000)),
    "/brotli": sent("Content-Encoding: br", b"x"),
    "/slow": drip(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n", b"<"
    ),
    "/slow-head": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: a\r\n"),
}


class Site(BaseHTTPRequestHandler):
    """A few pages."""

    def do_GET(self) -> None:
        pages = {
            "/bridge": (
                200,
                "text/html; charset=iso-8859-15",
                PAGE.replace("“", '"').replace("”", '"').encode("iso8859_15"),
            ),
            "/plain": (
                200,
                "text/plain; charset=utf-8",
                b"Ferry runs\n\nThe ferry runs.\n\nStill.",
            ),
            "/picture": (200, "image/png", b"\x89PNG"),
            "/empty": (200, "text/html", b""),
            "/elsewhere": (
                200,
                "text/plain; charset=utf-8",
                b"---\ntitle: A\nsource_url: https://paper.example/a\naccessed: 1999-01-01\n---\n\nText.",
            ),
            "/moved": (302, "/bridge", b""),
            "/to-ftp": (302, "ftp://127.0.0.1/x", b""),
            "/loop": (302, "/loop", b""),
            "/other-host": (302, f"http://localhost:{self.server.server_port}/bridge", b""),  # type: ignore[attr-defined]
        }
        if self.path in ODD:
            ODD[self.path](self.wfile)
            return
        code, kind, body = pages.get(self.path, (404, "text/html", b"gone"))
        self.send_response(code)
        self.send_header("Location" if code == 302 else "Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read_back(folder: Path) -> Article:
    found = read_seeds(folder)
    assert [*found.problems, *(p for made in found.articles for p in made.problems)] == []
    (made,) = found.articles
    return made


def test_a_page_is_fetched_with_its_metadata(tmp_path: Path, site: str) -> None:
    brought = bring_in([f"{site}/bridge"], tmp_path / "seeds", "2042-04-01")
    assert (brought.written, brought.problems) == (
        (tmp_path / "seeds/2042-03-12-bridge-shut.md",),
        (),
    )
    made = read_back(tmp_path / "seeds")
    assert (made.id, made.title, made.date, made.authors) == (
        "bridge-shut",
        "Bridge shut",
        "2042-03-12",
        ("Nora Pell",),
    )
    assert (made.publication, made.source_url, made.accessed) == (
        "Courier",
        f"{site}/bridge",
        "2042-04-01",
    )
    assert [span.of(made.text) for span in made.paragraphs] == [
        'The bridge over the Cawl is shut: "until May", said Müller.',
        "# Traders fear --- {the} *worst*.",
    ]


def test_redirections_are_followed_on_the_web_only(tmp_path: Path, site: str) -> None:
    assert bring_in([f"{site}/moved"], tmp_path / "1", "2042-04-01").problems == ()
    brought = bring_in([f"{site}/to-ftp", f"{site}/loop"], tmp_path / "2", "2042-04-01")
    assert brought.written == ()
    assert "it leads to 'ftp://127.0.0.1/x'" in str(brought.problems[0])
    assert "302" in str(brought.problems[1])


def test_nothing_is_overwritten(tmp_path: Path, site: str) -> None:
    mine = tmp_path / "2042-03-12-bridge-shut.md"
    mine.write_text("mine")
    brought = bring_in([f"{site}/bridge", f"{site}/plain"], tmp_path, "2042-04-01")
    assert mine.read_text() == "mine"
    assert [path.name for path in brought.written] == ["ferry-runs.md"]
    assert "is there already and was left as it is" in str(brought.problems[0])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "{site}/gone",
            "the server says 404 Not Found — open it in a browser and save the page instead",
        ),
        ("{site}/picture", "is image/png, which is not read"),
        ("{site}/empty", "is empty"),
        (
            "{site}/cut",
            "was cut off on its way: 387 of 100,000 bytes came — try again, or save the page",
        ),
        ("{site}/cut-chunk", "can't be fetched"),
        ("{site}/cut-gzip", "was cut off on its way"),
        ("{site}/bomb", "is larger than 20 MB"),
        ("{site}/brotli", "is packed as br, which is not read"),
        ("{site}/slow", "can't be fetched: it takes more than 1 seconds in all"),
        ("{site}/slow-head", "can't be fetched: it takes more than 1 seconds in all"),
        ("http://127.0.0.1:1/", "can't be fetched"),
        ("file:///etc/passwd", "is not an address that can be fetched"),
        ("http://u:p@127.0.0.1/", "is not an address that can be fetched"),
        ("missing.txt", "can't be read: No such file or directory"),
        ("picture.png", "is not a format that is read"),
    ],
)
def test_what_cannot_be_had_is_a_problem_and_the_others_come_in(
    tmp_path: Path, site: str, source: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "slow" in source:
        monkeypatch.setattr(web, "LONGEST", 1)
    brought = bring_in([source.format(site=site), f"{site}/plain"], tmp_path, "2042-04-01")
    assert len(brought.written) == 1
    assert expected in str(brought.problems[0])


def test_a_page_that_is_sent_packed_is_read(tmp_path: Path, site: str) -> None:
    assert bring_in([f"{site}/gzip"], tmp_path, "2042-04-01").problems == ()
    assert read_back(tmp_path).title == "Bridge shut"


def test_an_address_that_leads_to_another_host_is_named(tmp_path: Path, site: str) -> None:
    brought = bring_in([f"{site}/other-host"], tmp_path, "2042-04-01")
    assert [str(p) for p in brought.problems] == [
        f"{site}/other-host: came from localhost, where its address leads"
    ]
    assert brought.problems[0].note
    assert read_back(tmp_path).source_url == f"{site.replace('127.0.0.1', 'localhost')}/bridge"


def test_nothing_leads_from_the_web_into_a_private_network(
    tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by an address that is private as it stands, nor by a name that turns out to be."""
    answers = iter([True, False])
    monkeypatch.setattr(web, "is_public", lambda address: next(answers))
    monkeypatch.setattr(web, "_is_local_name", lambda host: False)
    brought = bring_in([f"{site}/moved"], tmp_path, "2042-04-01")
    assert brought.written == ()
    assert "it leads from the web into a private network" in str(brought.problems[0])
    monkeypatch.setattr(web, "is_public", lambda address: True)
    monkeypatch.setattr(web, "_is_local_name", lambda host: host == "localhost")
    assert "private network" in str(
        bring_in([f"{site}/other-host"], tmp_path, "2042-04-01").problems[0]
    )


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *(
            ("93.184.216.34", True),
            ("2606:2800:220:1::1", True),
            ("10.0.0.1", False),
            ("127.0.0.1", False),
        ),
        *(
            ("169.254.169.254", False),
            ("::1", False),
            ("fe80::1%eth0", False),
            ("::ffff:10.0.0.1", False),
        ),
        *(("192.168.0.9", False), ("0.0.0.0", False), ("fc00::1", False), ("100.64.0.1", False)),  # noqa: S104
    ],
)
def test_a_public_address(address: str, public: bool) -> None:
    assert web.is_public(address) is public
    assert not (public and web._is_local_name(address))


def test_a_pipe_is_not_opened_and_a_folder_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    os.mkfifo(inside / "a.txt")
    (inside / "deep/b.txt").write_text("Ferry runs\n\nThe ferry runs.")
    (inside / "c.png").write_bytes(b"x")
    brought = bring_in([str(inside)], tmp_path / "out", "2042-04-01")
    assert [path.name for path in brought.written] == ["ferry-runs.md"]
    assert [str(p) for p in brought.problems] == [
        f"{inside}/a.txt: is a device or pipe, not a file — remove it"
    ]


def test_a_list_of_addresses_is_gone_on_with(tmp_path: Path, site: str) -> None:
    addresses = tmp_path / "list.txt"
    addresses.write_text(f"{site}/bridge\n{site}/gone\n\n{site}/plain\n")
    done: list[tuple[int, int]] = []
    first = bring_in(
        [str(addresses)], tmp_path / "out", "2042-04-01", lambda n, all_: done.append((n, all_))
    )
    assert len(first.written) == 2
    assert done == [(1, 3), (2, 3), (3, 3)]
    again = bring_in([str(addresses)], tmp_path / "out", "2042-04-01")
    assert again.written == ()
    assert "2 of its 3 addresses are in" in str(again.problems[0])
    assert "404" in str(again.problems[1])


FILES = {
    "text": ("a.txt", "Bridge shut\nUntil May at least\nBy Nora Pell\nThe bridge is shut.\nIt is."),
    "table": ("a.csv", "title,date,text\nBridge shut,2042-03-12,The bridge is shut.\n"),
    "tricky": (
        "a.md",
        "---\ntitle: 'A: \"b\" #c'\ntags: ['null', '- x']\n---\n\n---\n\nThe end.\n\n# No headline",
    ),
}


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES)
def test_a_file_is_converted_and_reads_the_same(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(content)
    brought = bring_in([str(tmp_path / "in" / name)], tmp_path / "out", "2042-04-01")
    assert len(brought.written) == 1
    before, after = read_back(tmp_path / "in"), read_back(tmp_path / "out")
    same = ("title", "date", "authors", "tags", "source_url", "accessed")
    assert [getattr(after, field) for field in same] == [getattr(before, field) for field in same]
    shown = [[(b.kind, b.span.of(made.text)) for b in made.blocks] for made in (before, after)]
    assert shown[0] == shown[1]


def test_the_command(tmp_path: Path, site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", f"{site}/plain", "--into", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'new/ferry-runs.md'}\n"
    assert main(["import", f"{site}/gone", "--into", str(tmp_path / "new")]) == 1
    assert "404" in capsys.readouterr().err


def test_a_folder_beside_the_seeds_is_refused_with_the_one_that_was_meant(
    project: Path, run: Run
) -> None:
    (project / "notes.txt").write_text("Bridge shut\n\nThe bridge is shut.\n")
    done = run(project, "generator", "import", "notes.txt", "--into", "harbour")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not in the folder of articles" in done.stderr
    assert f" — write --into {Path('seeds/harbour')}; " in done.stderr
    assert not (project / "harbour").exists()
    for into in ("seeds/harbour", str(project / "harbour")):
        assert run(project, "generator", "import", "notes.txt", "--into", into).returncode == 0
    assert (project / "seeds/harbour/bridge-shut.md").is_file()


HELD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40) | st.sampled_from(
    [
        "---",
        "x\n---\nlayout: page\n---\n<b>",
        "\r---\rslug: x",
        "\x85---",
        "\u2028---\u2028draft: true",
        "- a",
        "# b",
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    title=HELD,
    names=st.lists(HELD, max_size=2),
    body=HELD,
    wish=st.sampled_from(["page", "true", "x", "full"]),
)
def test_nothing_of_a_source_can_set_more_than_its_record(
    tmp_path: Path, title: str, names: list[str], body: str, wish: str
) -> None:
    """Whatever a page says of itself, what is written is an article that says no word on its own
    standing.
    """
    out = Path(tempfile.mkdtemp(dir=tmp_path))
    row = {
        "title": title,
        "author": names,
        "outlet": title,
        "tags": names,
        "rights": body,
        "text": body + "\n\nEnd.",
    }
    wishes = dict.fromkeys(
        ("layout", "slug", "publish", "redirect_from", "draft", "published", "permalink"), wish
    )
    (out / "in.jsonl").write_text(json.dumps({**row, **wishes}), encoding="utf-8")
    (written,) = bring_in([str(out / "in.jsonl")], out / "seeds", "2042-04-01").written
    fields, _, line, notes = front_matter.split(written.read_text(encoding="utf-8"))
    assert (notes, line > 2) == ((), True)
    assert set(fields) <= {"title", "author", "publication", "tags", "rights", "date"}
    found = read_seeds(out / "seeds")
    assert found.pages == ()
    (made,) = found.articles
    assert (made.publish, made.redirect_from) == ("full", ())
    assert written.parent == out / "seeds"


def test_a_page_is_believed_about_its_address_on_its_own_host_only(
    tmp_path: Path, site: str
) -> None:
    bring_in([f"{site}/elsewhere"], tmp_path / "seeds", "2042-04-01")
    made = read_back(tmp_path / "seeds")
    assert (made.source_url, made.accessed) == (f"{site}/elsewhere", "2042-04-01")
