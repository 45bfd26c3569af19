"""What can break a build, one function a sort: each breaks one build on a copy of the bench and
gives the verdict.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.faults import bench
from tests.faults.bench import Bench


def copy(held: Bench, folder: Path, name: str) -> Path:
    """A project of its own; whatever stood in its place is gone."""
    project = folder / name
    shutil.rmtree(project, ignore_errors=True)
    shutil.rmtree(project.with_name(name + ".tmp"), ignore_errors=True)
    shutil.copytree(held.template, project)
    return project


def injected(held: Bench, folder: Path, fault: str) -> str:
    """One operation fails or kills: "kill:17", "write:3", "rename:2", "read:40". A failing build
    says why in a line.
    """
    project = copy(held, folder, "injected")
    done = bench.build(project, fault)
    if fault.startswith("kill") and done.returncode != -signal.SIGKILL:
        return f"was not killed: {done.returncode}"
    said = done.stdout + done.stderr
    unread = "importlib" in said  # Python can't read the program itself
    if done.returncode > 0 and not unread and (wrong := unclear(said)):
        return wrong
    return bench.verdict(held, project)


def unclear(said: str) -> str:
    """What is wrong with the words of a build that failed: "" = a line says that the site is the
    old one.
    """
    if "Traceback" in said:
        return "a traceback instead of a line: " + said[-300:]
    return "" if "is as it was" in said else "no line says which site is there: " + said[-300:]


def disk_full(held: Bench, folder: Path, spare: int) -> str:
    """The project lies on a small disk of which `spare` bytes are free. "skipped: …" where none can
    be mounted.
    """
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "florilegium-test", str(disk)],
        capture_output=True,
        text=True,
    )
    if mounted.returncode:
        return f"skipped: no small disk can be mounted here ({mounted.stderr.strip()})"
    try:
        project = copy(held, disk, "full")
        (disk / "full.tmp").mkdir()
        ballast = disk / "ballast"
        free = shutil.disk_usage(disk).free
        ballast.write_bytes(bytes(max(0, free - spare)))
        done = bench.build(project)
        ballast.unlink()
        if done.returncode and (wrong := unclear(done.stdout + done.stderr)):
            return wrong
        return bench.verdict(held, project)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def read_only(held: Bench, folder: Path) -> str:
    """The project lies on a disk that can't be written."""
    project = copy(held, folder, "read-only")
    mounted = subprocess.run(
        ["mount", "--bind", str(project), str(project)], capture_output=True, text=True
    )
    if mounted.returncode:
        return f"skipped: nothing can be mounted here ({mounted.stderr.strip()})"
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(project)], check=True)
        done = bench.build(project)
        if (
            not done.returncode
            or "Read-only" not in done.stdout + done.stderr
            or "Traceback" in done.stderr
        ):
            return "no clear line: " + done.stderr[-300:]
    finally:
        subprocess.run(["umount", "-l", str(project)], check=False)
    return bench.verdict(held, project)


def at_once(held: Bench, folder: Path, count: int = 5) -> str:
    """Several builds in one project."""
    project = copy(held, folder, "at-once")
    env = bench.environment(project)
    builds = [
        subprocess.Popen(
            bench.command(),
            cwd=project,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(count)
    ]
    said = [build.communicate(timeout=600)[0] for build in builds]
    if failed := [words for build, words in zip(builds, said, strict=True) if build.returncode]:
        return "a build failed: " + failed[0][-300:]
    if bench.published(project) != held.new:
        return "not the new site"
    return bench.verdict(held, project)


def vanished(held: Bench, folder: Path) -> str:
    """An article that is deleted after the folder was listed is named, and the others are
    published.
    """
    project = copy(held, folder, "vanished")
    (project / "seeds" / "zz-vanishes.txt").symlink_to(project / "nowhere")
    loud = [word for word in bench.command() if word != "--quiet"]
    done = subprocess.run(
        loud,
        cwd=project,
        env=bench.environment(project),
        capture_output=True,
        text=True,
        check=False,
    )
    (project / "seeds" / "zz-vanishes.txt").unlink()
    if done.returncode or "zz-vanishes.txt" not in done.stdout + done.stderr:
        return "not named: " + done.stderr[-300:]
    return bench.verdict(held, project)


def heeds_interrupts() -> None:
    """In a new process: a shell starts what it puts into the background deaf to Ctrl-C, and a sweep
    hands that on.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted_serve(held: Bench, folder: Path) -> str:
    """Ctrl-C while `mkdocs serve` is up: the published site is as it was, and nothing is left
    behind.
    """
    project = copy(held, folder, "served")
    serve = [*bench.command()[:3], "serve", "--quiet", "--dev-addr", "127.0.0.1:0"]
    running = subprocess.Popen(
        serve,
        cwd=project,
        env=bench.environment(project),
        stderr=subprocess.DEVNULL,
        preexec_fn=heeds_interrupts,
    )
    try:
        for _ in range(1200):
            if list(project.with_name("served.tmp").glob("mkdocs_*/index.html")):
                break
            time.sleep(0.1)
        os.kill(running.pid, signal.SIGINT)
        running.wait(60)
    finally:
        running.kill()
        running.wait()
    if bench.published(project) != held.old:
        return "serve touched the published site"
    return bench.verdict(held, project)
