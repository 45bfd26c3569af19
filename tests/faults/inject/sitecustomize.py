"""Loaded by Python itself when this folder is on PYTHONPATH: counts a build's file operations, and
breaks one.

FLORILEGIUM_FAULT = "what:n:folder" — what: count, kill, write, rename, read; n: which operation
(1-based); only those on paths inside `folder` count. Python tells of each operation before it is
done (https://peps.python.org/pep-0578/). "count" writes the numbers into the file
FLORILEGIUM_COUNTS when the process ends.
"""

import atexit
import json
import os
import signal
import sys
from collections import Counter
from typing import Any

WHAT, NUMBER, FOLDER = (os.environ.get("FLORILEGIUM_FAULT", "off:0:") + "::").split(":")[:3]
RENAMES = ("os.rename", "os.link", "os.symlink")
CHANGES = (
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "shutil.copyfile",
    "shutil.rmtree",
    "os.utime",
)
READS = ("os.listdir", "os.scandir")
seen: Counter[str] = Counter()
busy = False


def kind_of(event: str, args: tuple[Any, ...]) -> str:
    """Which sort of operation it is; "" = none of ours."""
    if event == "ctypes.dlsym":
        return "swap" if args[1] == "renameat2" else ""
    if event != "open" and event not in RENAMES + CHANGES + READS:
        return ""
    path = args[0]
    if (
        isinstance(path, int)
        or path is None
        or not os.path.abspath(os.fsdecode(path)).startswith(FOLDER)
    ):
        return ""
    if event == "open":
        return "write" if args[2] & (os.O_WRONLY | os.O_RDWR) else "read"
    return "rename" if event in RENAMES else "read" if event in READS else "change"


def watch(event: str, args: tuple[Any, ...]) -> None:
    """Called by Python before each operation."""
    global busy
    if busy:
        return
    busy = True
    try:
        kind = kind_of(event, args)
    finally:
        busy = False
    if not kind:
        return
    seen[kind] += 1
    seen["kill"] += kind != "read"
    if WHAT == "kill" and kind != "read" and seen["kill"] == int(NUMBER):
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == WHAT and seen[kind] == int(NUMBER):
        raise OSError(
            5 if kind == "read" else 28,
            "Input/output error" if kind == "read" else "No space left on device",
        )


if WHAT != "off":
    FOLDER = os.path.abspath(FOLDER)
    sys.addaudithook(watch)
    if WHAT == "count":

        def tell() -> None:
            """Leave the numbers for the sweep."""
            with open(os.environ["FLORILEGIUM_COUNTS"], "w", encoding="utf-8") as file:
                json.dump(seen, file)

        atexit.register(tell)
