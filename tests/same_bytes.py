"""Same input, same bytes: python -m tests.same_bytes [--pythons 3.11 3.12 3.13] [--folder FOLDER]
[NAME…].

Builds one set of articles (the repository's own and the hostile ones of `tests/hostile`) again and
again, each time with one thing changed, and compares every file of the site and of the generated
folder with those of the first build. Other Pythons are looked for on the PATH and among pyenv's;
each gets an environment of its own below FOLDER, made from requirements.lock. One that is not
there, or for which the packages can't be installed, is said to be skipped. NAME is a part of what
is changed; the first build is always made.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT, SEEDS, files_under, make_project
from tests.hostile import seeds

PYTHONS = ("3.11", "3.12", "3.13")
PATIENCE = 1800  # seconds for one build


@dataclass(frozen=True)
class Case:
    """One way to build."""

    what: str
    place: str = "project"  # below a folder of its own
    env: dict[str, str] = field(default_factory=dict)
    python: str = sys.executable
    workers: int = 1
    builds: int = 1  # 2 = again with what the first build remembered, its output gone
    other: bool = False  # whether a build of something else comes before, whose site is partly kept


CASES = (
    Case("the first build", env={"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    Case("a path with spaces and accents", place="deeper and deeper/dépôt/project"),
    Case("another hash seed", env={"PYTHONHASHSEED": "424242"}),
    Case("a time zone east", env={"TZ": "Pacific/Kiritimati"}),
    Case("a time zone west", env={"TZ": "Pacific/Marquesas"}),
    Case("the locale C", env={"LC_ALL": "C", "LANG": "C"}),
    Case("a Turkish locale", env={"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Case("two workers", workers=2),
    Case("what the last build remembered", builds=2),
    Case("what could be kept of another site", other=True),
)


def template(folder: Path) -> Path:
    """The project that each build gets a copy of, so that an edit in the meantime makes no
    difference.
    """
    project = make_project(folder)
    for seed in sorted(SEEDS.iterdir()):
        (shutil.copytree if seed.is_dir() else shutil.copy)(seed, project / "seeds" / seed.name)
    seeds.plant(project)
    return project


def build(case: Case, original: Path, folder: Path) -> dict[str, bytes]:
    """Every file of the site and of the generated folder. Raises RuntimeError with what a failed
    build said.
    """
    project = folder / case.place
    shutil.copytree(original, project, symlinks=True)
    config = project / "mkdocs.yml"
    words = config.read_text(encoding="utf-8").replace(
        "publish: full", f"publish: full\n    workers: {case.workers}"
    )
    config.write_text(words, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1", **case.env}
    if case.other:
        _build_another(case, project, env)
    for number in range(case.builds):
        if number:
            shutil.rmtree(project / "site")
            shutil.rmtree(project / ".build/docs")
            (project / ".build/docs").mkdir()
        _run(case, project, env)
    made = {f"site/{path}": body for path, body in files_under(project / "site").items()}
    return made | {
        f"docs/{path}": body for path, body in files_under(project / ".build/docs").items()
    }


def _run(case: Case, project: Path, env: dict[str, str]) -> None:
    command = [case.python, "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(
        command, cwd=project, env=env, capture_output=True, timeout=PATIENCE, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-2000:])


def _build_another(case: Case, project: Path, env: dict[str, str]) -> None:
    """A site of the same articles, one longer by a sentence that nobody said, in other words."""
    was = project.with_name("was")
    shutil.copytree(project, was, symlinks=True)
    story = sorted((project / "seeds").glob("*.txt"))[0]
    story.write_text(story.read_text(encoding="utf-8") + "\nIt was cold.\n", encoding="utf-8")
    template = project / "templates/entity.md.j2"
    template.write_text(
        template.read_text(encoding="utf-8").replace("h1>", "h1 >"), encoding="utf-8"
    )
    _run(case, project, env)
    for name in ("seeds", "templates"):
        shutil.rmtree(project / name)
        shutil.move(was / name, project / name)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths at which two builds differ, sorted."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def interpreter(version: str) -> str | None:
    """Where a Python such as "3.12" is; None = nowhere."""
    found = shutil.which(f"python{version}")
    if (
        found
        and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0
    ):
        return found
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    held = sorted(pyenv.glob(f"{version}.*/bin/python"))
    return str(held[-1]) if held else None


def environment(version: str, folder: Path) -> tuple[str, str]:
    """(the Python of an environment with the pinned packages, "") or ("", why there is none)."""
    python = interpreter(version)
    if python is None:
        return "", "not found"
    made = folder / f"python-{version}"
    if not (made / "ready").exists():
        subprocess.run([python, "-m", "venv", "--clear", str(made)], check=True)
        pip = [
            str(made / "bin/python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        command = [*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return "", "its packages can't be installed: " + done.stderr.strip().split("\n")[-1][
                :200
            ]
        (made / "ready").touch()
    return str(made / "bin/python"), ""


def cases(pythons: list[str], folder: Path) -> Iterator[Case | str]:
    """Each way to build; a text = one that is skipped, and why."""
    yield from CASES
    for version in pythons:
        python, why = environment(version, folder)
        yield (
            Case(f"Python {version}", python=python)
            if python
            else f"Python {version}: skipped, {why}"
        )


def main() -> int:
    """Build in every way; print a line for each; 1 if any differs or fails."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else "")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--pythons", nargs="*", default=list(PYTHONS))
    parser.add_argument(
        "--folder", type=Path, default=ROOT / ".venv/same-bytes", help="where environments are kept"
    )
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        wrong = compare(given, template(Path(name) / "project"))
    print("all the same" if not wrong else f"{wrong} are not the same")
    return 1 if wrong else 0


def compare(given: argparse.Namespace, original: Path) -> int:
    """Print a line for each way to build; how many differ from the first, or fail."""
    first: dict[str, bytes] = {}
    wrong = 0
    for number, case in enumerate(cases(given.pythons, given.folder.resolve())):
        if isinstance(case, str):
            print(case, flush=True)
            continue
        if number and given.names and not any(name in case.what for name in given.names):
            continue
        with tempfile.TemporaryDirectory() as name:
            try:
                made = build(case, original, Path(name) / str(number))
            except (RuntimeError, subprocess.TimeoutExpired) as error:
                wrong += 1
                print(f"{case.what}: the build failed: {error}", flush=True)
                continue
        first = first or made
        other = differing(first, made)
        wrong += bool(other)
        same = f"{len(other)} differ: {', '.join(other[:5])}" if other else "the same bytes"
        print(f"{case.what}: {len(made)} files, {same}", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
