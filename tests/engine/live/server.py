"""A real `mkdocs serve` on a project, and what a cold build of the same seeds gives."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import files_under, make_project

READY = "Articles in memory"
COLD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[2])
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = sys.argv[1]
build(config, serve_url=config.site_url)
config.plugins.on_shutdown()
import threading
for thread in threading.enumerate():
    if thread is not threading.main_thread() and "_index" in str(getattr(thread, "_target", "")):
        thread.join()
"""


@dataclass
class Server:
    """A server that runs."""

    project: Path
    url: str

    @property
    def log(self) -> str:
        """All that it printed."""
        return (self.project.parent / "serve.log").read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        """A page as the server gives it; "" = there is none."""
        try:
            with urllib.request.urlopen(self.url + path) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError:
            return ""

    def save(self, seed: str, text: str | None) -> None:
        """Write a seed file; None = delete it."""
        path = self.project / "seeds" / seed
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something."""
        deadline = time.monotonic() + 120
        while not true():
            assert time.monotonic() < deadline, self.log
            time.sleep(0.05)

    def shown(self) -> dict[str, bytes]:
        """The files of the site that is shown; without those that hold the date of today."""
        sites = (self.project.parent / "tmp").glob("mkdocs_*/.florilegium/*")
        return without_date(files_under(max(sites, key=lambda path: int(path.name))))

    def cold(self, folder: Path) -> dict[str, bytes]:
        """The files that the same seeds give in a fresh copy of the project."""
        project = make_project(folder / "cold")
        shutil.rmtree(project / "seeds")
        shutil.copytree(self.project / "seeds", project / "seeds")
        for name in ("redirects.json", "mkdocs.yml"):
            if (self.project / name).exists():
                shutil.copy(self.project / name, project)
        shutil.copytree(self.project / "templates", project / "templates", dirs_exist_ok=True)
        command = [sys.executable, "-c", COLD, self.url, str(folder / "cold-site")]
        done = subprocess.run(
            command, cwd=project, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr
        return without_date(files_under(folder / "cold-site"))


def without_date(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: held for path, held in files.items() if not path.startswith("sitemap.xml")}


@contextmanager
def serving(folder: Path, seeds: dict[str, str]) -> Iterator[Server]:
    """A server on a new project with these seeds, when an edit is seen at once."""
    project = make_project(folder / "project")
    for name, text in seeds.items():
        (project / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    (folder / "tmp").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (folder / "serve.log").open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(folder / "tmp")},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        server = Server(project, f"http://127.0.0.1:{port}/florilegium/")
        try:
            server.until(lambda: READY in server.log)
            yield server
        finally:
            process.terminate()
            process.wait(20)
