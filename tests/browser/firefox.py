"""Firefox without a window, by its own remote protocol (Marionette): nothing to install but
Firefox. A missing browser is a failure, never a skip.

A message is its length, a colon and JSON: [0, number, command, parameters], and back [1, number,
error, result]. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
PATIENCE = 60  # seconds until a loaded machine has it up, or has answered


def executable() -> str:
    """Where Firefox is: `FIREFOX`, or the usual names. Raises RuntimeError when there is none."""
    found = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found or not Path(found).exists():
        raise RuntimeError(
            "no Firefox — install it (Debian: apt-get install firefox-esr) or set FIREFOX"
        )
    return found


class Firefox:
    """A window that goes to addresses and runs scripts in their pages."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._number, self._rest = connection, 0, b""
        self._message()  # it says first what it is
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})

    def ask(self, command: str, parameters: dict[str, Any]) -> Any:
        """What it answers. Raises AssertionError with what it says is wrong."""
        self._number += 1
        body = json.dumps([0, self._number, command, parameters]).encode()
        self._connection.sendall(f"{len(body)}:".encode() + body)
        _, _, error, result = self._message()
        if error:
            raise AssertionError(error.get("message"))
        return result

    def open(self, url: str, width: int = 1440, height: int = 900) -> None:
        """Go to a page and wait until it is loaded."""
        self.ask("WebDriver:SetWindowRect", {"width": width, "height": height})
        self.ask("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.ask("WebDriver:ExecuteScript", {"script": f"return {script}", "args": []})
        return answer["value"]

    def wait(self, script: str) -> None:
        """Until an expression holds."""
        end = time.monotonic() + PATIENCE
        while not self.run(script):
            assert time.monotonic() < end, script
            time.sleep(0.1)

    def _message(self) -> Any:
        while b":" not in self._rest:
            self._rest += self._more()
        length, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(length):
            self._rest += self._more()
        body, self._rest = self._rest[: int(length)], self._rest[int(length) :]
        return json.loads(body)

    def _more(self) -> bytes:
        found = self._connection.recv(1 << 16)
        if not found:
            raise AssertionError("Firefox has ended")
        return found


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Firefox with a profile of its own, ended with its processes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        settings = {
            "marionette.port": port,
            "app.update.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
        }
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in settings.items()]
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [executable(), "--headless", "--no-remote", "--marionette", "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with _connected(port) as connection:
                window = Firefox(connection)
                yield window
                window.ask("Marionette:Quit", {"flags": ["eForceQuit"]})
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
