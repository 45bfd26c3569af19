"""POST …/-/corrections under `mkdocs serve`: decisions into seeds/corrections.yml, and out of it.

It stands before MkDocs' server as WSGI middleware. Who may write: this computer, under its own
name, from a page of its own (`Host`, `Origin`, `Sec-Fetch-Site`), with the token of this session in
a header that a foreign page can't send. What: known fields and lines of text. Where: the one file;
nothing of a request names a file.
"""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.correct.amend import Refused, Step, amend, take_back
from generator.correct.decisions import Nonsense, decision_of
from generator.correct.load import FILE, load_all
from generator.correct.store import change
from generator.engine.live.door import is_loopback, may_ask

Environ = dict[str, Any]
Start = Callable[..., Any]
App = Callable[[Environ, Start], Iterable[bytes]]

PATH = "-/corrections"
LARGEST = 64_000  # bytes of a request
MOST = 200  # decisions in one
HEADER = "HTTP_X_FLORILEGIUM"


class _Answer(Exception):  # noqa: N818 (it is an answer)
    def __init__(self, status: str, why: str) -> None:
        super().__init__(why)
        self.status = status


class Desk:
    """The middleware.

    `mount`: where the site begins, "/florilegium/"; `chosen`: the host of `dev_addr`; `written` is
    called after each change; `later`: a change is seen when the whole site has been built again.
    """

    def __init__(
        self,
        app: App,
        seeds: Path,
        mount: str,
        chosen: str = "",
        written: Callable[[], None] = lambda: None,
        later: bool = False,
    ) -> None:
        self._app, self._seeds, self._chosen, self._written = app, seeds, chosen, written
        self._later = later
        self.path = f"{mount.rstrip('/')}/{PATH}"
        self.token = secrets.token_urlsafe(24)
        self._lock = threading.Lock()
        self._undo: dict[str, tuple[Step, ...]] = {}

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer a request for the desk; pass on any other."""
        if environ.get("PATH_INFO") != self.path:
            return self._app(environ, start)
        try:
            status, said = "200 OK", self._answer(environ)
        except _Answer as answer:
            status, said = answer.status, {"error": str(answer)}
        except Nonsense as error:
            status, said = "400 Bad Request", {"error": str(error)}
        except Refused as error:
            status, said = "409 Conflict", {"error": str(error)}
        body = json.dumps(said, ensure_ascii=False).encode()
        start(
            status,
            [
                ("Content-Type", "application/json"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
            ],
        )
        return [body]

    def _answer(self, environ: Environ) -> Mapping[str, object]:
        method = environ.get("REQUEST_METHOD")
        self._who(environ)
        # a foreign page can neither send this header unasked, nor read the answer
        if method == "GET":
            if not environ.get(HEADER):
                raise _Answer("403 Forbidden", "ask from a page of the site")
            problems = load_all(self._seeds).problems
            return {
                "token": self.token,
                "file": f"seeds/{FILE}",
                "later": self._later,
                "problems": [str(p) for p in problems],
            }
        if method != "POST":
            raise _Answer("405 Method Not Allowed", "only POST writes")
        if not hmac.compare_digest(str(environ.get(HEADER, "")).encode(), self.token.encode()):
            raise _Answer("403 Forbidden", "the server was started again: reload the page")
        asked = _body(environ)
        with self._lock:
            return self._add(asked["add"]) if "add" in asked else self._take_back(asked.get("undo"))

    def _who(self, environ: Environ) -> None:
        host = environ.get("HTTP_HOST", "")
        if not may_ask(host, self._chosen):
            raise _Answer("403 Forbidden", "this host name is not the server's")
        if not is_loopback(environ.get("REMOTE_ADDR", "")):
            raise _Answer("403 Forbidden", "only from this computer")
        own = f"http://{host}"
        if environ.get("HTTP_ORIGIN", own) != own:
            raise _Answer("403 Forbidden", "another site may not")
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
            raise _Answer("403 Forbidden", "another site may not")

    def _add(self, given: object) -> Mapping[str, object]:
        if not isinstance(given, list) or not 0 < len(given) <= MOST:
            raise Nonsense(f"add is a list of 1 to {MOST} decisions")
        decisions = [decision_of(one) for one in given]
        steps: list[Step] = []

        def made(text: str) -> str:
            steps.clear()  # an editor saved meanwhile: all of it again
            for decision in decisions:
                text, step = amend(text, decision)
                steps.append(step)
            return text

        change(self._seeds, made)
        name = secrets.token_hex(8)
        self._undo[name] = tuple(reversed(steps))
        self._written()
        return {"id": name, "entries": len(decisions)}

    def _take_back(self, name: object) -> Mapping[str, object]:
        steps = self._undo.get(name) if isinstance(name, str) else None
        if not steps:
            raise _Answer(
                "404 Not Found", "nothing by that id was written since the server started"
            )

        def made(text: str) -> str:
            for step in steps:
                text = take_back(text, step)
            return text

        change(self._seeds, made)
        del self._undo[str(name)]
        self._written()
        return {"undone": name}


def mount(server: LiveReloadServer, config: MkDocsConfig, seeds: Path, later: bool) -> None:
    """In the `serve` event: put a desk before MkDocs' server; `later` as of `Desk`."""
    app: Any = server.get_app()
    server.set_app(Desk(app, seeds, server.mount_path, config.dev_addr.host, later=later))


def _body(environ: Environ) -> dict[str, Any]:
    if environ.get("CONTENT_TYPE", "").split(";")[0].strip() != "application/json":
        raise _Answer("415 Unsupported Media Type", "send JSON")
    size = environ.get("CONTENT_LENGTH", "")
    if not (size.isascii() and size.isdigit()):
        raise _Answer("411 Length Required", "say how long it is")
    if int(size) > LARGEST:
        raise _Answer("413 Content Too Large", "too much at once")
    try:
        asked = json.loads(environ["wsgi.input"].read(int(size)))
    except (ValueError, RecursionError):
        raise Nonsense("that is no JSON") from None
    if not isinstance(asked, dict) or len(asked) != 1:
        raise Nonsense("one of add and undo")
    return asked
