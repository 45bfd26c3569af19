"""What `mkdocs serve` answers: to this machine alone, and each page with the policy of a published
one.

A page of somebody else's can have its own name lead to 127.0.0.1 (DNS rebinding) and then read an
archive that is not published, as if it were its own; the only thing that gives it away is the name
in the request's Host line.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import mkdocs.livereload

from generator.engine import policy

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.hooks.florilegium.live")

STAYS = "review/"  # the page that is not loaded anew when something was built


def guarded(
    app: WSGIApplication, served: str, walled: Callable[[str, policy.Known], str]
) -> WSGIApplication:
    """MkDocs' own answers, to requests that were meant for this server.

    `served` is the address at which it serves; `walled` gives a page its policy, under which
    some more scripts may run.
    """
    own = urlsplit(served).hostname or ""
    reload = reload_script()
    refused: set[str] = set()

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        host = str(environ.get("HTTP_HOST", ""))
        if not is_ours(host, own):
            if host not in refused:
                refused.add(host)
                log.warning(
                    "Refused a request for %r. If that is this machine: mkdocs serve -a %s",
                    host,
                    host,
                )
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"This name is not served here: see what mkdocs serve says.\n"]
        kept = environ.get("PATH_INFO", "").endswith(f"/{STAYS}")
        return _with_policy(
            app,
            environ,
            start_response,
            lambda page: walled(_without(page, reload) if kept else page, reload),
        )

    return answer


def _without(page: str, scripts: policy.Known) -> str:
    """The page without MkDocs' own script: who answers question after question is not to lose the
    place whenever the site has been built.
    """
    for script in scripts:
        page = re.sub(f"<script>{script.pattern}</script>", "", page)
    return page


def is_ours(host: str, own: str) -> bool:
    """Whether a Host line can't be a foreign name that leads here: an address, localhost, or the
    name we serve at.

    Without a Host line it was no browser that asked. Example: `is_ours("127.0.0.1:8000",
    "127.0.0.1")`.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in ("", "localhost", own) or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def reload_script() -> policy.Known:
    """MkDocs' script that reloads a page, in which only two numbers vary."""
    template = getattr(mkdocs.livereload, "_SCRIPT_TEMPLATE_STR", "")
    if not template:
        log.info(
            "Pages do not reload by themselves: this MkDocs has another script for it than is known here"
        )
        return ()
    return (
        re.compile("[0-9]+".join(re.escape(part) for part in re.split(r"\$\{\w+\}", template))),
    )


def _with_policy(
    app: WSGIApplication,
    environ: WSGIEnvironment,
    start_response: StartResponse,
    walled: Callable[[str], str],
) -> Iterable[bytes]:
    began: list[tuple[str, list[tuple[str, str]]]] = []

    def begin(
        status: str, headers: list[tuple[str, str]], exc_info: object = None, /
    ) -> Callable[[bytes], object]:
        began.append((status, headers))
        return _unused

    body = app(environ, begin)
    status, headers = began[-1]
    headers = [*headers, ("Cross-Origin-Resource-Policy", "same-origin")]
    if not dict(headers).get("Content-Type", "").startswith("text/html"):
        start_response(status, headers)
        return body
    page = walled(b"".join(body).decode("utf-8", "replace")).encode()
    if close := getattr(body, "close", None):
        close()
    kept = [(name, value) for name, value in headers if name != "Content-Length"]
    start_response(status, [*kept, ("Content-Length", str(len(page)))])
    return [page]


def _unused(data: bytes) -> None:
    """What WSGI calls `write`, which MkDocs does not use."""
