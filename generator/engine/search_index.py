"""Pagefind's index of the search documents, made by its own program (extra: `search`); same input,
same bytes.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.disk.zipped import zipped

# Of what Pagefind writes, only this is used; the rest are its own search boxes.
_KEPT = re.compile(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\..*\.pagefind"
)
_STAMP = "made-of.txt"
_MAGIC = b"pagefind_dcd"


class SearchError(Exception):
    """The index could not be made; the message says why, and what the site does without it."""


def installed() -> bool:
    """Whether Pagefind is there."""
    return importlib.util.find_spec("pagefind_bin") is not None


def worker_of(theme: Iterable[str]) -> str:
    """The script that Material's search box asks, as its pages name it; "" if this theme has
    none.
    """
    for folder in theme:
        for path in sorted((Path(folder) / "assets/javascripts/workers").glob("search.*.js")):
            return f"assets/javascripts/workers/{path.name}"
    return ""


def refresh(
    documents: Path, index: Path, language: str, damaged: Callable[[], None] = lambda: None
) -> bool:
    """Make `index` the index of the documents, unless it is that already. True = it was made anew.

    `damaged` is called first where the old one is not as it was made.

    Raises SearchError. The old index stays until the new one is whole.
    """
    beside, old = index.with_name(index.name + ".new"), index.with_name(index.name + ".old")
    for left in (beside, old):  # by a build that was killed
        shutil.rmtree(left, ignore_errors=True)
    if next(documents.rglob("*.html"), None) is None:  # Pagefind refuses to index nothing
        shutil.rmtree(index, ignore_errors=True)
        return False
    stamp = f"{version('pagefind_bin')} 3 {language} {_digest(documents, '*.html')}"
    is_whole = whole(index)
    if index.is_dir() and not is_whole:
        damaged()
    if is_whole and _read(index / _STAMP).partition("\n")[0] == stamp:
        return False
    _run(documents, beside, language)
    _settle(beside)
    (beside / _STAMP).write_text(f"{stamp}\n{_digest(beside)}", encoding="utf-8")
    if index.exists():
        index.rename(old)
    beside.rename(index)
    shutil.rmtree(old, ignore_errors=True)
    return True


def whole(index: Path) -> bool:
    """Whether an index is as it was made. Its files are linked into the site, so what alters them
    there alters both.
    """
    return _read(index / _STAMP).partition("\n")[2] == _digest(index)


def publish(index: Path, site: Path) -> None:
    """Put the index where the pages look for it, `site`/pagefind, without copying bytes where the
    disk allows it.
    """
    target = site / "pagefind"
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted(index.rglob("*")):
        if path.is_file() and path.name != _STAMP:
            there = target / path.relative_to(index)
            there.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, there)
            except OSError:
                shutil.copyfile(path, there)


def _run(documents: Path, output: Path, language: str) -> None:
    """Give Pagefind the documents one by one, in the order of their names: its pages are numbered
    as they come.

    Its own walk through a folder takes the order of the disk, which is another on each machine.
    What is said to its service, and what it answers, are base64 of JSON up to a comma. Pagefind's
    own client for Python is not used: it sleeps a tenth of a second before each answer (a quarter
    of an hour for 10,000 articles), takes none of more than 2 MiB, as that with the files is, and
    waits for ever where the service has ended.
    """
    from pagefind_bin import get_executable

    output.mkdir(parents=True)
    command = [str(get_executable()), "--service"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as service:
        try:
            made = _ask(service, {"type": "NewIndex", "config": {"force_language": language}})
            index = {"index_id": made["index_id"]}
            for path in sorted(documents.rglob("*.html")):
                name, words = (
                    path.relative_to(documents).as_posix(),
                    path.read_text(encoding="utf-8"),
                )
                _ask(
                    service, {"type": "AddFile", **index, "file_path": name, "file_contents": words}
                )
            files = _ask(service, {"type": "GetFiles", **index})["files"]
        finally:
            service.kill()
            with contextlib.suppress(OSError):  # what it was not told any more
                service.stdin.close()  # type: ignore[union-attr]
    for file in files:  # written here, since Pagefind says nothing of what it could not write
        path = output / file["path"]
        if path.parent != output or _KEPT.fullmatch(path.name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(file["content"]))


def _ask(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    if service.stdin is None or service.stdout is None:
        raise SearchError("Pagefind can't be talked to")
    message = json.dumps({"message_id": 1, "payload": payload}).encode()
    try:
        service.stdin.write(base64.b64encode(message) + b",")
        service.stdin.flush()
        answer = bytearray()
        while not answer.endswith(b",") and (more := os.read(service.stdout.fileno(), 1 << 20)):
            answer += more
        held: dict[str, Any] = json.loads(base64.b64decode(answer.rstrip(b",")))["payload"]
    except (OSError, ValueError) as error:
        raise SearchError(f"Pagefind stopped: {error}") from error
    if held.get("type") == "Error":
        raise SearchError(f"Pagefind made no index: {held.get('message')}")
    return held


def _digest(folder: Path, names: str = "*") -> str:
    digest = hashlib.blake2b(digest_size=20)
    for path in sorted(
        path for path in folder.rglob(names) if path.is_file() and path.name != _STAMP
    ):
        digest.update(
            f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode()
            + path.read_bytes()
        )
    return digest.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):  # it is not there, or damaged
        return ""


def _settle(folder: Path) -> None:
    """Sort what Pagefind writes in the order of a hash table: the values of a facet, and so the
    files' names.

    Its files are gzipped CBOR (RFC 8949) behind a magic word; a file's name carries a hash that
    nothing checks.
    """
    renamed: dict[str, str] = {}
    for path in sorted((folder / "filter").glob("*.pf_filter")):
        body = _unpacked(path)
        renamed[path.name] = _stored(path, _sorted_facet(body))
    entry = folder / "pagefind-entry.json"
    told = entry.read_text(encoding="utf-8")
    for path in sorted(folder.glob("*.pf_meta")):
        body = _unpacked(path)
        for old, new in renamed.items():
            body = body.replace(
                old.removesuffix(".pf_filter").encode(), new.removesuffix(".pf_filter").encode()
            )
        name = _stored(path, _sorted_last(body))
        told = told.replace(_hash_of(path.name), _hash_of(name))
    entry.write_text(told, encoding="utf-8")


def _hash_of(name: str) -> str:
    return name.removesuffix(".pf_meta").removeprefix("pagefind.")


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)


def _stored(path: Path, body: bytes) -> str:
    """Write a settled file under a name that follows from it; the name."""
    stem, dot, suffix = path.name.rpartition(".")
    language, bar, old = stem.rpartition("_")
    name = f"{language}{bar}{hashlib.sha256(body).hexdigest()[: len(old)]}{dot}{suffix}"
    path.unlink()
    (path.parent / name).write_bytes(zipped(_MAGIC + body))
    return name


def _sorted_facet(body: bytes) -> bytes:
    """[name, [[value, pages], …]] with the values sorted."""
    start, count = _header(body, 0)
    if count != 2:
        return body
    return _sorted_array(body, _end(body, start))


def _sorted_last(body: bytes) -> bytes:
    """[version, pages, chunks, filters, …] with the filters sorted."""
    at, count = _header(body, 0)
    for _ in range(min(3, count - 1)):
        at = _end(body, at)
    return _sorted_array(body, at)


def _sorted_array(body: bytes, at: int) -> bytes:
    first, count = _header(body, at)
    items: list[bytes] = []
    place = first
    for _ in range(count):
        end = _end(body, place)
        items.append(body[place:end])
        place = end
    return body[:first] + b"".join(sorted(items)) + body[place:]


def _header(body: bytes, at: int) -> tuple[int, int]:
    """Where an item's content starts, and its argument (a length, a count or a number)."""
    low = body[at] & 31
    if low < 24:
        return at + 1, low
    width = {24: 1, 25: 2, 26: 4, 27: 8}.get(low)
    if width is None:
        raise SearchError(
            "Pagefind's files have a form that is not known here — install the version that was locked"
        )
    return at + 1 + width, int.from_bytes(body[at + 1 : at + 1 + width], "big")


def _end(body: bytes, at: int) -> int:
    """Where the item that starts at `at` ends."""
    start, argument = _header(body, at)
    kind = body[at] >> 5
    if kind in (2, 3):
        return start + argument
    if kind in (4, 5):
        for _ in range(argument * (kind - 3)):
            start = _end(body, start)
    return start
