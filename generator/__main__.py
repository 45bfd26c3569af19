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

from generator import __version__, build, evaluate, explain, fetch, processes, review, start
from generator.config import ConfigError, Settings, load
from generator.disk import lock, write
from generator.evaluate import reviewed


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. 0 = done, 1 = problems were found, 2 = it could not be run as given."""
    parser = _parser()
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="florilegium",
        description="A folder of articles in, a searchable, citable site of who said what out.",
        epilog="example: python -m generator build && mkdocs serve",
    )
    parser.add_argument("--version", action="version", version=f"florilegium {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: object, help: str, example: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=help,
            description=help[0].upper() + help[1:] + ".",
            epilog=f"example: {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.add_argument(
            "--config", type=Path, default=Path("mkdocs.yml"), help="default: mkdocs.yml"
        )
        added.set_defaults(run=run)
        return added

    for name, run, help in (
        ("build", _build, "make the Markdown folder (.build/docs) that MkDocs renders"),
        (
            "check",
            _check,
            "read everything and list every problem; writes no page, exits 1 if there is any",
        ),
    ):
        added = command(name, run, help, f"python -m generator {name}")
        added.add_argument(
            "--workers", type=int, default=None, help="processes; default: one for each core"
        )
        added.add_argument(
            "--dask",
            default="",
            metavar="ADDRESS",
            help="let a Dask cluster do it: tcp://host:8786",
        )
    added.add_argument(
        "--fix-hints",
        action="store_true",
        help="print entries to paste into corrections.yml",
    )
    added.add_argument(
        "--review",
        action="store_true",
        help="print what is doubtful, the most doubtful first, each with the entry that answers it",
    )
    added = command(
        "new", _new, "make a new archive: four files in a folder", "florilegium new my-archive"
    )
    added.add_argument("folder", type=Path)
    for name, help in (
        ("serve", "build and show the site at http://127.0.0.1:8000; takes MkDocs' options"),
        ("site", "build the site into site/; takes MkDocs' options, such as --strict"),
    ):
        command(name, _mkdocs, help, f"python -m generator {name}")
    explained = command(
        "explain",
        _explain,
        "print each quotation of an article with its evidence and a line for corrections.yml",
        "python -m generator explain seeds/moscow-warns-of-direct-clash-with-nato.txt",
    )
    explained.add_argument("article", help="a seed file, or an article's address on the site")
    imported = command(
        "import",
        _import,
        "fetch web pages, or convert files, into seeds/ with their metadata; never overwrites",
        "python -m generator import https://example.org/article saved.html notes.docx --into seeds/courier",
    )
    imported.add_argument(
        "sources", nargs="*", metavar="URL-or-file", help="also a folder, or a list of addresses"
    )
    imported.add_argument(
        "--zotero",
        type=Path,
        default=None,
        metavar="FOLDER",
        help="a collection that Zotero exported with its files",
    )
    imported.add_argument(
        "--into", type=Path, default=None, help="folder for the new files; default: the seeds"
    )
    exported = command(
        "export",
        _export,
        "write the corpus for another program: "
        "notes of Obsidian, a project of NVivo or QualCoder, TEI",
        "python -m generator export obsidian ~/vault/Florilegium",
    )
    exported.add_argument("program", choices=build.PROGRAMS)
    exported.add_argument(
        "folder",
        type=Path,
        help="a folder of its own; only files that an export wrote are replaced",
    )
    evaluated = command(
        "evaluate",
        _evaluate,
        "measure the extractor on articles that people have marked",
        "python -m generator evaluate tests/gold/gold.jsonl --predictions out.jsonl",
    )
    evaluated.add_argument(
        "gold",
        type=Path,
        nargs="?",
        help="JSON Lines, one marked article a line (see CONTRIBUTING.md)",
    )
    evaluated.add_argument(
        "--reviewed",
        action="store_true",
        help="measure it on this site instead: on what people corrected and checked",
    )
    evaluated.add_argument(
        "--predictions", type=Path, default=None, help="write what was found, in the same format"
    )
    return parser


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
