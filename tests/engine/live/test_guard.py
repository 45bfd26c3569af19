"""Whom `mkdocs serve` answers, and that its pages have the policy of published ones."""

from __future__ import annotations

import base64
import hashlib
import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.livereload import LiveReloadServer

from generator.engine.live.guard import guarded, is_ours, reload_script
from generator.engine.policy import with_policy
from tests.engine.live.server import serving

PAGE = '<html><head><meta charset="utf-8"></head><body><script>alert(1)</script></body></html>'


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.20:8000", True),
        ("desk.lan:8000", True),
        ("papers.localhost", True),
        ("", True),
        ("evil.example:8000", False),
        ("127.0.0.1.evil.example:8000", False),
        ("localhost.evil.example", False),
        ("desk.lan.evil.example", False),
        ("user@evil.example", False),
        ("[::1", False),
    ],
)
def test_a_foreign_name_is_not_ours(host: str, ours: bool) -> None:
    assert is_ours(host, "desk.lan") == ours


def ask(url: str, path: str, host: str | None = None) -> tuple[int, dict[str, str], str]:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


def digest(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def test_serve_refuses_foreign_names_and_its_pages_have_their_policy(tmp_path: Path) -> None:
    with serving(
        tmp_path, {"ferry.md": "---\ntitle: Ferry back\n---\n\n“We sail,” Ada Varnholt said.\n"}
    ) as server:
        for path in ("/florilegium/", "/florilegium/articles/ferry/", "/florilegium/nowhere/"):
            status, headers, page = ask(server.url, path)
            assert status == (404 if "nowhere" in path else 200)
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            (policy,) = re.findall(
                r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page
            )
            assert "default-src 'none'" in policy
            scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
            if status == 200:
                assert "livereload(" in scripts[-1]
            assert all(digest(script) in policy for script in scripts)
            assert len(page.encode()) == int(headers["Content-Length"])
        for path in ("/florilegium/", "/florilegium/data/articles.jsonl", "/livereload/1/1"):
            status, _, page = ask(server.url, path, "evil.example:8000")
            assert status == 403
            assert "sail" not in page
        assert server.log.count("Refused a request for 'evil.example:8000'") == 1


def test_only_the_reload_script_itself_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    app = guarded(server.serve_request, server.url, with_policy)
    page = b"".join(app({"PATH_INFO": "/"}, lambda *given: print)).decode()
    assert digest("alert(1)") not in page
    (pattern,) = reload_script()
    assert not pattern.fullmatch("livereload(1, alert(1));")
    server.server_close()
