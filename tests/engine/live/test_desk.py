"""The endpoint against what a hostile page, a second tab, an editor and a broken file may do."""

from __future__ import annotations

import http.client
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from generator.correct import load, store
from generator.engine.live.desk import LARGEST, Desk
from generator.engine.live.door import is_loopback, may_ask

MOUNT = "/florilegium/"
URL = "/florilegium/-/corrections"
OPENING = "# what people know better\nnames:\n  - name: Kiev   # as printed\n    rename: Kyiv\n"
ONE = {
    "section": "quotes",
    "entry": {"article": "demo/the-bridge", "words": "That will do: enough", "speaker": "Ada"},
}
Answer = tuple[int, Any]


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class Session:
    """A desk behind a real server on loopback."""

    def __init__(self, seeds: Path) -> None:
        self.file = seeds / "corrections.yml"
        self.desk = Desk(lambda environ, start: (start("200 OK", []), [b"page"])[1], seeds, MOUNT)
        self.server = make_server("127.0.0.1", 0, self.desk, Threads, Quiet)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def ask(
        self, body: object = None, method: str = "POST", url: str = URL, **headers: Any
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        data = (
            body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        )
        sent: dict[str, str | None] = {
            "Host": f"127.0.0.1:{self.port}",
            "Content-Type": "application/json",
            "X-Florilegium": self.desk.token,
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Length": str(len(data)),
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, url, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value.encode("latin-1"))
        connection.endheaders(data)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text) if text[:1] == b"{" else text

    def add(self, *entries: object, **headers: Any) -> Answer:
        return self.ask({"add": list(entries or [ONE])}, **headers)

    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Session]:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "corrections.yml").write_text(OPENING, encoding="utf-8")
    (seeds / "a.txt").write_text("untouched", encoding="utf-8")
    session = Session(seeds)
    yield session
    session.server.shutdown()
    session.server.server_close()


def entry(**fields: object) -> dict[str, object]:
    return {"section": "quotes", "entry": {**ONE["entry"], **fields}}  # type: ignore[dict-item]


def test_it_writes_one_entry_and_keeps_every_other_byte(desk: Session) -> None:
    status, said = desk.add()
    assert (status, said["entries"]) == (200, 1)
    assert desk.text().startswith(OPENING)
    (quote,) = load(desk.file).quotes
    assert (quote.speaker, quote.words, load(desk.file).problems) == (
        "Ada",
        "That will do: enough",
        (),
    )
    assert desk.ask({"undo": said["id"]})[0] == 200
    assert load(desk.file).quotes == ()
    assert desk.text().startswith(OPENING)


FOREIGN: list[dict[str, Any]] = [
    *(
        {"Origin": origin}
        for origin in ("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost")
    ),
    {"Host": "evil.example"},
    {"Host": "evil.example:80", "Origin": "http://evil.example:80"},  # DNS rebinding
    {"Host": "evil.example:80", "Origin": None},
    *(
        {"Host": host}
        for host in (
            "127.0.0.1.evil.example:80",
            "localhost.evil.example",
            "localhost:x",
            "",
            "127.1",
        )
    ),
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"X_Florilegium": None},
]


@pytest.mark.parametrize("headers", [*FOREIGN, {"X_Florilegium": "guess"}, {"X_Florilegium": "é"}])
def test_a_foreign_page_cannot_write(desk: Session, headers: dict[str, Any]) -> None:
    assert desk.add(**headers)[0] == 403
    assert desk.text() == OPENING


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_foreign_page_cannot_read_the_token(desk: Session, headers: dict[str, Any]) -> None:
    status, said = desk.ask(method="GET", **headers)
    assert (status, "token" in said) == (403, False)


def test_by_dns_rebinding_nothing_is_written_and_no_token_is_read(desk: Session) -> None:
    rebound = f"evil.example:{desk.port}"
    for method in ("GET", "POST"):
        headers = {"Host": rebound, "Origin": f"http://{rebound}", "Sec_Fetch_Site": "same-origin"}
        status, said = desk.ask({"add": [ONE]}, method=method, **headers)
        assert (status, said) == (403, {"error": "this host name is not the server's"})
    assert desk.text() == OPENING


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_a_page_may_send_without_asking_is_refused(desk: Session, kind: str) -> None:
    assert desk.add(Content_Type=kind)[0] == 415
    assert desk.text() == OPENING


def test_only_post_writes_and_nothing_may_cross(desk: Session) -> None:
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"):
        assert desk.ask({"add": [ONE]}, method=method)[0] == 405
    connection = http.client.HTTPConnection("127.0.0.1", desk.port)
    asking = {"Origin": "https://evil.example", "Access-Control-Request-Headers": "x-florilegium"}
    connection.request("OPTIONS", URL, headers=asking)
    answer = connection.getresponse()
    assert answer.status == 403
    assert [
        name for name, _ in answer.getheaders() if name.lower().startswith("access-control")
    ] == []
    assert desk.text() == OPENING


def test_too_much_is_refused_before_it_is_read(desk: Session) -> None:
    assert desk.ask(b"{}", Content_Length=str(LARGEST + 1))[0] == 413
    for size in ("x", "-1", "²", None):
        assert desk.ask(b"", Content_Length=size)[0] == 411
    assert desk.add(*[entry(words=f"w{n}") for n in range(201)])[0] == 400


BODIES = [
    b"",
    b"[",
    b"[]",
    b"{}",
    b'{"add": [], "undo": "x"}',
    b'{"add": {}}',
    b'{"add": [1]}',
    b'{"undo": ["x"]}',
]


@pytest.mark.parametrize("body", [*BODIES, b"\xff", b"[" * 30_000])
def test_nonsense_writes_nothing(desk: Session, body: bytes) -> None:
    assert desk.ask(body)[0] in (400, 404)
    assert desk.text() == OPENING


@pytest.mark.parametrize(
    "given",
    [
        {"section": "../x", "entry": {}},
        {"section": ["quotes"], "entry": {}},
        {"section": "quotes", "entry": {"file": "/etc/passwd"}},
        entry(words="w\n- x: y"),
        *(entry(words=f"w{end}x") for end in "\r\x00\x1b\x85\u2028\ud800\ufeff"),
        entry(words="w" * 4001),
        entry(words=" "),
        entry(words={"a": 1}),
        entry(words=True),
        entry(words=None),
        entry(speaker=1),
        {"section": "names", "entry": {"name": "A", "also": [["x"]]}},
        {"section": "names", "entry": {"name": "A", "also": [{"article": "x"}]}},
        {"section": "statements", "entry": {"same": [{"path": "x"}, {"path": "y"}]}},
    ],
)
def test_no_path_no_new_line_no_other_shape(desk: Session, given: dict[str, object]) -> None:
    assert desk.add(given)[0] == 400
    assert desk.text() == OPENING


def test_other_addresses_are_the_sites(desk: Session) -> None:
    for path in (
        "/-/corrections",
        "/florilegium/-/corrections/",
        "/florilegium/-/corrections.yml",
        "//x" + URL,
    ):
        assert desk.ask({"add": [ONE]}, url=path)[1] == b"page"
    assert desk.text() == OPENING


def test_two_decisions_on_one_thing_are_one_entry(desk: Session) -> None:
    desk.add()
    desk.add(entry(speaker=None, kind="mixed"))
    (quote,) = load(desk.file).quotes
    assert (quote.speaker, quote.speaker_given, quote.kind) == (None, True, "mixed")


def test_a_file_with_problems_is_refused_with_line_and_remedy(desk: Session) -> None:
    desk.file.write_text("quotes:\n  - article: x\n    words: [\n", encoding="utf-8")
    status, said = desk.add()
    assert status == 409
    assert said["error"].startswith("seeds/corrections.yml:")
    assert " — " in said["error"]
    assert desk.text().endswith("[\n")
    assert desk.ask(method="GET")[1]["problems"] == [said["error"]]


def test_a_decision_that_the_reader_would_not_take_is_refused(desk: Session) -> None:
    assert desk.add(entry(kind="spoken"))[0] == 409
    assert desk.text() == OPENING


def test_a_link_is_never_written_through(desk: Session, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_text(OPENING, encoding="utf-8")
    desk.file.unlink()
    desk.file.symlink_to(target)
    assert desk.add()[0] == 409
    assert desk.file.is_symlink()
    assert target.read_text(encoding="utf-8") == OPENING


def test_no_file_yet(desk: Session) -> None:
    desk.file.unlink()
    assert desk.add()[0] == 200
    assert len(load(desk.file).quotes) == 1


@pytest.mark.parametrize(
    "body", [OPENING.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + OPENING.encode()]
)
def test_line_ends_and_a_byte_order_mark_stay(desk: Session, body: bytes) -> None:
    desk.file.write_bytes(body)
    assert desk.add()[0] == 200
    made = desk.file.read_bytes()
    assert made.startswith(body)
    assert (b"\r\n" in body) == (made.count(b"\n") == made.count(b"\r\n"))


def test_the_mode_of_the_file_stays(desk: Session) -> None:
    desk.file.chmod(0o640)
    desk.add()
    assert desk.file.stat().st_mode & 0o777 == 0o640


def test_forty_posts_from_two_tabs_lose_nothing_and_touch_nothing_else(desk: Session) -> None:
    def tab(name: int) -> None:
        for n in range(20):
            desk.add(entry(words=f"word {name} {n}"))

    tabs = [threading.Thread(target=tab, args=(name,)) for name in (1, 2)]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    assert len(load(desk.file).quotes) == 40
    assert sorted(os.listdir(desk.file.parent)) == ["a.txt", "corrections.yml"]
    assert (desk.file.parent / "a.txt").read_text(encoding="utf-8") == "untouched"


def saved_meanwhile(desk: Session, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """An editor saves between the reading and the writing, so many times."""
    real: Callable[[Path], bytes] = store.raw
    asked = [0]

    def raw(path: Path) -> bytes:
        asked[0] += 1
        if asked[0] % 2 == 0 and asked[0] <= 2 * times:
            desk.file.write_text(
                desk.text() + f"  - name: E{asked[0]}\n    kind: person\n", encoding="utf-8"
            )
        return real(path)

    monkeypatch.setattr(store, "raw", raw)


def test_edited_meanwhile_keeps_both(desk: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_meanwhile(desk, monkeypatch, 1)
    assert desk.add()[0] == 200
    assert [name.name for name in load(desk.file).names] == ["Kiev", "E2"]
    assert load(desk.file).quotes[0].speaker == "Ada"


def test_a_file_that_is_written_again_and_again_is_left_alone(
    desk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_meanwhile(desk, monkeypatch, 9)
    assert desk.add()[0] == 409
    assert load(desk.file).quotes == ()


def test_undo_never_takes_what_a_person_changed(desk: Session) -> None:
    said = desk.add()[1]
    desk.file.write_text(desk.text().replace("speaker: Ada", "speaker: Bo"), encoding="utf-8")
    assert desk.ask({"undo": said["id"]})[0] == 409
    assert "speaker: Bo" in desk.text()
    assert desk.ask({"undo": "nothing"})[0] == 404


def test_undo_brings_back_what_stood_there(desk: Session) -> None:
    desk.add()
    before = desk.text()
    said = desk.add(entry(speaker="Bo"))[1]
    assert desk.text() != before
    assert desk.ask({"undo": said["id"]})[0] == 200
    assert desk.text() == before


def test_killed_in_the_middle_the_old_file_stands(
    desk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    status, said = desk.add()
    assert (status, said["error"]) == (
        409,
        "seeds/corrections.yml can't be written: No space left on device",
    )
    assert desk.text() == OPENING
    assert sorted(os.listdir(desk.file.parent)) == ["a.txt", "corrections.yml"]


def test_who_may_ask() -> None:
    for host in ("localhost:8000", "LOCALHOST", "127.0.0.1:8000", "[::1]:8000", "[::1]"):
        assert may_ask(host)
    for host in (
        "evil.example",
        "127.0.0.2:8000",
        "192.168.1.7:8000",
        "::1",
        "[::1",
        "localhost:80:80",
        "a@localhost",
    ):
        assert not may_ask(host)
    assert may_ask("desk.lan:8000", "desk.lan")
    assert not may_ask("evil.example:8000", "desk.lan")
    assert may_ask("192.168.1.7:8000", "0.0.0.0")  # noqa: S104
    assert not may_ask("evil.example:8000", "0.0.0.0")  # noqa: S104


def test_what_this_computer_is() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "::1", "127.8.8.8", "::ffff:127.0.0.1")))
    assert not any(map(is_loopback, ("192.168.1.7", "::ffff:10.0.0.1", "", "localhost")))


def test_the_page_is_told_that_a_correction_is_seen_after_the_build(desk: Session) -> None:
    assert desk.ask(method="GET")[1]["later"] is False
    desk.desk._later = True  # as under `fast: false`
    assert desk.ask(method="GET")[1]["later"] is True
