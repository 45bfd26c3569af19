"""The command line: new · serve · site · build · check · explain · import · export · evaluate."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from generator import build, command_line, evaluate, explain, fetch, processes, review, start
from generator.config import ConfigError, Settings, load
from generator.disk import lock, write
from generator.evaluate import reviewed


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. 0 = done, 1 = problems were found, 2 = it could not be run as given."""
    parser = command_line.parser(
        {
            **{"build": _build, "check": _check, "new": _new, "serve": _mkdocs, "site": _mkdocs},
            **{"explain": _explain, "import": _import, "export": _export, "evaluate": _evaluate},
        }
    )
    given, rest = parser.parse_known_args(argv)
    if rest and given.run is not _mkdocs:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    given.rest = rest
    try:
        code = int(given.run(given))
        sys.stdout.flush()  # here a closed pipe is noticed, not at the end of the interpreter
        return code
    except (ConfigError, start.StartError, write.WriteError, processes.ClusterError) as error:
        print(f"florilegium: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # its reader had enough: `explain … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(
            "\nflorilegium: stopped; what was written so far is whole, run it again to go on",
            file=sys.stderr,
        )
        return 130


def _new(given: argparse.Namespace) -> int:
    for path in start.new(given.folder):
        print(path)
    print(f"now: cd {given.folder} && florilegium serve", file=sys.stderr)
    return 0


def _mkdocs(given: argparse.Namespace) -> int:
    return start.mkdocs("build" if given.command == "site" else "serve", given.config, given.rest)


def _build(given: argparse.Namespace) -> int:
    settings = _settings(given)
    held = lock.hold(settings.cache, lambda words: print(words, file=sys.stderr))
    try:
        with _Progress() as progress:
            report = build.build(settings, progress)
    finally:
        if held is not None:
            held.release()
    for problem in report.problems:
        print(problem, file=sys.stderr)
    done = report.written
    print(
        f"{report.articles} articles, {report.quotes} quotations, {report.entities} people, organisations and places; "
        f"{done.written} files written, {done.unchanged} unchanged, {done.removed} removed in {settings.docs}"
    )
    if report.changes:
        print(f"since the last build: {report.changes} ({settings.cache.parent / 'changes.json'})")
    return 0


def _check(given: argparse.Namespace) -> int:
    settings = _settings(given)
    with _Progress() as progress:
        found = build.gather(settings, progress)
    problems = build.problems_of(settings, found)
    for problem in problems:
        print(problem)
    if given.fix_hints:
        subjects = build.subjects_proposed(settings, found)
        for line in explain.hints(found.stories, problems, subjects):
            print(line)
    asked = review.questions(found)
    if given.review:
        for line in explain.review(asked, found):
            print(line)
    elif asked.questions:
        print(f"{explain.summary(asked)} (check --review)", file=sys.stderr)
    return 1 if any(not problem.note for problem in problems) else 0


def _explain(given: argparse.Namespace) -> int:
    settings = _settings(given)
    with _Progress() as progress:
        found = build.gather(settings, progress)
    wanted = given.article.removeprefix(settings.seeds.name + "/")
    meant = [story for story in found.stories if wanted == story.article.id]
    # of a table each row
    meant = meant or [story for story in found.stories if wanted == story.article.source]
    meant.sort(key=lambda story: story.article.line)
    if meant:
        print("\n\n".join("\n".join(explain.lines(story)).rstrip() for story in meant))
        return 0
    print(
        f"florilegium: no article {given.article} — give a file of {settings.seeds.name}/",
        file=sys.stderr,
    )
    return 2


def _import(given: argparse.Namespace) -> int:
    folder = given.into or _settings(given).seeds
    if instead := _outside(given):
        print(
            f"florilegium: --into {folder}: is not in the folder of articles, so nothing of it would be on the site"
            f" — write --into {instead}; to have the files elsewhere, write the whole path, {folder.absolute()}",
            file=sys.stderr,
        )
        return 2
    if not given.sources and given.zotero is None:
        print("florilegium: import what? — an address, a file, or --zotero FOLDER", file=sys.stderr)
        return 2
    with _Progress() as progress:
        told = partial(progress, "Importing")
        brought = fetch.bring_in(given.sources, folder, date.today().isoformat(), told)
        if given.zotero is not None:
            brought = brought.and_also(fetch.bring_collection(given.zotero, folder, told))
    for path in brought.written:
        print(path)
    for problem in brought.problems:
        print(problem, file=sys.stderr)
    return 1 if any(not problem.note for problem in brought.problems) else 0


def _export(given: argparse.Namespace) -> int:
    there = given.folder
    if there.is_dir() and any(there.iterdir()) and not (there / write.RECORD).exists():
        print(
            f"florilegium: {there}: holds files that are not of an export — give a new folder,"
            f" such as {there / 'Florilegium'}",
            file=sys.stderr,
        )
        return 2
    with _Progress() as progress:
        done = build.take_out(_settings(given), given.program, there, progress)
    print(
        f"{there}: {done.written} files written, {done.unchanged} unchanged, {done.removed} removed"
    )
    return 0


def _outside(given: argparse.Namespace) -> Path | None:
    """What must have been meant by a folder that is not in the seeds; None = all is well. A whole
    path is meant.
    """
    if given.into is None or given.into.is_absolute() or not given.config.exists():
        return None
    seeds = _settings(given).seeds
    if given.into.resolve().is_relative_to(seeds.resolve()):
        return None
    return Path(os.path.relpath(seeds)).joinpath(
        *(part for part in given.into.parts if part != "..")
    )


def _evaluate(given: argparse.Namespace) -> int:
    if given.reviewed:
        with _Progress() as progress:
            pairs = build.settled(_settings(given), progress)
        for line in reviewed.lines(pairs):
            print(line)
        return 0
    if given.gold is None:
        print("florilegium: give a file of marked articles, or --reviewed", file=sys.stderr)
        return 2
    return evaluate.run(given.gold, given.predictions, print)


def _settings(given: argparse.Namespace) -> Settings:
    settings = load(given.config)
    if getattr(given, "workers", None) is not None:
        settings = replace(settings, workers=given.workers)
    return replace(settings, dask=getattr(given, "dask", ""))


class _Progress:
    """One line with the time left, on a terminal only."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        bar = self._bar
        if bar is None or stage != bar.desc.removesuffix(": "):
            self.__exit__()
            self._bar = bar = tqdm(total=total, desc=stage, leave=False, file=sys.stderr)
        bar.update(done - bar.n)


if __name__ == "__main__":
    sys.exit(main())
