"""One page from the web, whole or not at all: the only file that opens a connection.

A page has a limit of bytes, of time in all, and of silence. A server on the web can't lead into the
network that this machine stands in: each connection is looked at when it is made, so no name that
changes its address gets round it.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from functools import partial
from typing import IO, Any, Final
from urllib.parse import urlsplit

from generator.fields.metadata import safe_url
from generator.fields.values import Note

AGENT: Final = "Florilegium (research archive; one page at a time, on request)"
LARGEST: Final = 20_000_000  # bytes of one answer, unpacked
PATIENCE: Final = 30.0  # seconds without a byte
LONGEST: Final = 120.0  # seconds of one page in all, redirections included
PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave."""

    data: bytes
    kind: str  # "text/html"
    charset: str  # what the server says; "" = nothing
    url: str  # where it came from in the end, after redirections


def fetch(url: str) -> Fetched | Note:
    """Fetch one address, or say why it can't be had."""
    if safe_url(url) is None:
        return Note(
            "is not an address that can be fetched", "give http:// or https://, without a password"
        )
    visit = _Visit(time.monotonic() + LONGEST, _is_local_name(urlsplit(url).hostname or ""))
    try:
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310 (http(s) only, see above)
        with visit.opener().open(request, timeout=PATIENCE) as answer:
            return _whole(answer)
    except urllib.error.HTTPError as error:
        return Note(
            f"the server says {error.code} {error.reason}",
            "open it in a browser and save the page instead",
        )
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        fact = f"can't be fetched: {getattr(error, 'reason', error)}"
        return Note(fact, "check the address and the connection, or save the page from a browser")


def _whole(answer: Any) -> Fetched | Note:
    """All that an answer promised. A page that was cut off in transit would pass for the whole
    article.
    """
    pieces: list[bytes] = []
    size = 0
    while size <= LARGEST and (piece := answer.read(PIECE)):
        pieces.append(piece)
        size += len(piece)
    if size > LARGEST:
        return Note(f"is larger than {LARGEST / 1e6:g} MB", "save the text of the article")
    if answer.length:
        fact = f"was cut off on its way: {size:,} of {size + answer.length:,} bytes came"
        return Note(fact, "try again, or save the page from a browser")
    data = _unpacked(
        b"".join(pieces), (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    )
    if isinstance(data, Note):
        return data
    kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset("")
    return Fetched(data, kind, charset, answer.url)


def _unpacked(data: bytes, coding: str) -> bytes | Note:
    """What a server packed although it wasn't asked to."""
    if coding == "identity" or not data:
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        return Note(
            f"is packed as {coding[:40]}, which is not read", "save the page from a browser"
        )
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    made = unpacker.decompress(data, LARGEST + 1)
    if len(made) > LARGEST:
        return Note(f"is larger than {LARGEST / 1e6:g} MB", "save the text of the article")
    if not unpacker.eof:
        return Note("was cut off on its way", "try again, or save the page from a browser")
    return made


def is_public(address: str) -> bool:
    """Whether an IP address is on the web, rather than in a private network or on this machine.

    >>> is_public("192.168.1.1")
    False
    """
    try:
        held = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return (getattr(held, "ipv4_mapped", None) or held).is_global


def _is_local_name(host: str) -> bool:
    """Whether a host names this machine or its network as it stands; what it leads to shows when it
    is connected.
    """
    bare = host.lower().rstrip(".")
    literal = bare.replace(":", "").replace(".", "").isalnum() and (
        ":" in bare or bare.replace(".", "").isdigit()
    )
    return bare == "localhost" or bare.endswith(".localhost") or (literal and not is_public(bare))


class _Visit(
    urllib.request.HTTPRedirectHandler, urllib.request.HTTPSHandler, urllib.request.HTTPHandler
):
    """One page with its redirections, which lead to web pages only: never to files, FTP, or from
    the web inwards.
    """

    def __init__(self, deadline: float, within: bool) -> None:
        self._secure = ssl.create_default_context()
        super().__init__(context=self._secure)
        self._deadline = deadline
        # whether the address that was asked for is itself in a private network
        self._within = within
        self._was_public = False

    def opener(self) -> urllib.request.OpenerDirector:
        """An opener for this visit alone."""
        return urllib.request.build_opener(self)

    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(partial(self._connection, http.client.HTTPConnection), req)

    def https_open(self, req: urllib.request.Request) -> Any:
        made = partial(self._connection, http.client.HTTPSConnection, context=self._secure)
        return self.do_open(made, req)

    def _connection(self, kind: type[http.client.HTTPConnection], host: str, **given: Any) -> Any:
        made: Any = kind(host, **given)
        made._create_connection = self._connected
        made.response_class = self._response
        return made

    def _connected(
        self, address: tuple[str, int], timeout: float, source: Any = None
    ) -> socket.socket:
        made = socket.create_connection(address, max(0.1, min(timeout, self._left())), source)
        public = is_public(made.getpeername()[0])
        if self._was_public and not public:
            made.close()
            raise urllib.error.URLError("it leads from the web into a private network")
        self._was_public |= public
        return made

    def _response(self, sock: socket.socket, *given: Any, **named: Any) -> http.client.HTTPResponse:
        return http.client.HTTPResponse(_Clocked(sock, self._left), *given, **named)  # type: ignore[arg-type]

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"it takes more than {LONGEST:g} seconds in all")
        return left

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if safe_url(newurl) is None:
            raise urllib.error.URLError(f"it leads to {newurl[:200]!r}")
        if not self._within and _is_local_name(urlsplit(newurl).hostname or ""):
            raise urllib.error.URLError("it leads from the web into a private network")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Clocked:
    """A socket of which each piece is waited for no longer than the visit still has."""

    def __init__(self, sock: socket.socket, left: Any) -> None:
        self._sock, self._left = sock, left

    def makefile(self, mode: str) -> io.BufferedReader:
        """The stream that an answer is read from."""
        return io.BufferedReader(_Pieces(self._sock, self._left))


class _Pieces(io.RawIOBase):
    def __init__(self, sock: socket.socket, left: Any) -> None:
        self._sock, self._left = sock, left
        self._raw: Any = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(min(PATIENCE, self._left()))
        try:
            got: int | None = self._raw.readinto(buffer)
        except TimeoutError:
            self._left()  # says so if it is the visit's own end
            raise
        return got

    def close(self) -> None:
        self._raw.close()
        super().close()
