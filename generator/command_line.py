"""What can be given on the command line, and what it says of itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from generator import __version__, build

Run = Callable[[argparse.Namespace], int]


def parser(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The parser of all commands; `given.run` is what `runs` has under a command's name."""
    whole = argparse.ArgumentParser(
        prog="florilegium",
        description="A folder of articles in, a searchable, citable site of who said what out.",
        epilog="example: python -m generator build && mkdocs serve",
    )
    whole.add_argument("--version", action="version", version=f"florilegium {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str, example: str) -> argparse.ArgumentParser:
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
        added.set_defaults(run=runs[name])
        return added

    for name, help in (
        ("build", "make the Markdown folder (.build/docs) that MkDocs renders"),
        (
            "check",
            "read everything and list every problem; writes no page, exits 1 if there is any",
        ),
    ):
        added = command(name, help, f"python -m generator {name}")
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
        "new", "make a new archive: four files in a folder", "florilegium new my-archive"
    )
    added.add_argument("folder", type=Path)
    for name, help in (
        ("serve", "build and show the site at http://127.0.0.1:8000; takes MkDocs' options"),
        ("site", "build the site into site/; takes MkDocs' options, such as --strict"),
    ):
        command(name, help, f"python -m generator {name}")
    explained = command(
        "explain",
        "print each quotation of an article with its evidence and a line for corrections.yml",
        "python -m generator explain seeds/moscow-warns-of-direct-clash-with-nato.txt",
    )
    explained.add_argument("article", help="a seed file, or an article's address on the site")
    imported = command(
        "import",
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
    return whole
