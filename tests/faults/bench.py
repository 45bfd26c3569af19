"""A small project whose site is rebuilt while something breaks; afterwards the old site or the new
is published.

Used by the few cases of the normal tests (test_faults.py) and by the whole sweep (`make faults`,
sweep.py).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import files_under, make_project

INJECT = Path(__file__).parent / "inject"
OLD = {
    "bridge.txt": "Bridge shut\n\n“Nobody is in danger,” said Ann Lee, the mayor of Eddermoor.\n",
    "gone.txt": "Dog found\n\n“It was asleep in the mill,” said Tom Ash, its owner.\n",
}
NEW = {
    "bridge.txt": "Bridge open\n\n“We were lucky,” said Ann Lee, the mayor of Eddermoor. “Nobody was hurt.”\n",
    "mill.txt": "Mill burns\n\n“The wheel is gone,” said Ada Pell, who owned the mill.\n",
}
Files = dict[str, bytes]


@dataclass(frozen=True)
class Bench:
    """A project whose published site is the old one and whose seeds are the new ones, kept to be
    copied.
    """

    template: Path
    old: Files
    new: Files
    # the files of the project after a build in peace, without the site, the seeds and the cache
    left: frozenset[str]


def make(folder: Path) -> Bench:
    """Build the old site, then (in a copy) the new one, both in peace."""
    template = make_project(folder / "template")
    seed(template, OLD)
    must(build(template))
    old = published(template)
    seed(template, NEW)
    peaceful = folder / "peaceful"
    shutil.copytree(template, peaceful)
    must(build(peaceful))
    return Bench(template, old, published(peaceful), left_in(peaceful))


def seed(project: Path, articles: dict[str, str]) -> None:
    """Make the seeds these."""
    shutil.rmtree(project / "seeds")
    (project / "seeds").mkdir()
    for name, text in articles.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")


def build(
    project: Path, fault: str = "", loud: bool = False, **env: str
) -> subprocess.CompletedProcess[str]:
    """Build the site, perhaps with a fault such as "kill:7"."""
    return subprocess.run(
        command()[: -1 if loud else None],
        cwd=project,
        env=environment(project, fault) | env,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def command() -> list[str]:
    """What a build is."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def environment(project: Path, fault: str = "") -> dict[str, str]:
    """The environment of a build; its temporary files go into a folder beside the project, where
    litter would show.
    """
    away = project.with_name(project.name + ".tmp")
    away.mkdir(exist_ok=True)
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "TMPDIR": str(away),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    env["PYTHONPATH"] = str(INJECT) if fault else ""
    env["FLORILEGIUM_FAULT"] = f"{fault}:{project}" if fault else "off:0:"
    return env


def counts(bench: Bench, folder: Path) -> dict[str, int]:
    """How many operations of each sort the build from old to new has."""
    project = folder / "counted"
    shutil.copytree(bench.template, project)
    told = folder / "counts.json"
    must(build(project, "count:0", FLORILEGIUM_COUNTS=str(told)))
    shutil.rmtree(project)
    held: dict[str, int] = json.loads(told.read_text())
    return held


def must(done: subprocess.CompletedProcess[str]) -> None:
    """A build in peace succeeds."""
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)


def published(project: Path) -> Files:
    """What visitors would see; {} = no site."""
    return files_under(project / "site")


def left_in(project: Path) -> frozenset[str]:
    """Every file of the project and of its temporary folder but the site's, the seeds' and the
    cache's own.
    """
    inside = {
        path
        for path in files_under(project)
        if not path.startswith(("site/", "seeds/", ".build/cache/cache."))
    }
    beside = {f"tmp/{path}" for path in files_under(project.with_name(project.name + ".tmp"))}
    return frozenset(inside | beside)


def verdict(bench: Bench, project: Path) -> str:
    """What is wrong after a broken build, and then after one in peace; "" = nothing."""
    shown = published(project)
    if shown not in (bench.old, bench.new):
        return "neither the old site nor the new: " + ", ".join(
            differing(shown, bench.old, bench.new)
        )
    left = any((project / f".site.florilegium-{end}").is_dir() for end in ("new", "old"))
    again = build(project, loud=True)
    must(again)
    if left and "cut short" not in again.stdout + again.stderr:
        return "the next build says nothing of the one that was cut short"
    if wrong := misled(again.stdout + again.stderr, shown == bench.new):
        return wrong
    if published(project) != bench.new:
        return "the next build gives another site: " + ", ".join(
            differing(published(project), bench.new)
        )
    if litter := left_in(project) ^ bench.left:
        return f"litter, or something missing: {sorted(litter)[:5]}"
    return ""


def misled(said: str, new: bool) -> str:
    """What is wrong with what the next build says of one that was killed; it says nothing where
    nothing was left.
    """
    if "cut short" not in said or ("was the new one already" in said) == new:
        return ""
    return f"the next build is wrong about which site was there, {'the new one' if new else 'the old one'}"


def differing(shown: Files, *wanted: Files) -> list[str]:
    """The files by which a site differs from the nearest of those wanted."""
    ways = [[p for p in sorted({*shown, *one}) if shown.get(p) != one.get(p)] for one in wanted]
    return min(ways, key=len)[:5]
