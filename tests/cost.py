"""What a hostile file costs: python -m tests.cost [--mb 1 2] [NAME…], NAME being a part of a
shape's name.

Builds a site of one ordinary article, then for each shape the same with one file of that shape
beside it, each in a process of its own. The bar is issue 7's: 5 seconds of CPU for each megabyte
more, and 1 GB of memory for any process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.read.sidecars import SIDECARS
from tests.conftest import make_project

MOST_SECONDS = 5.0  # of CPU for each megabyte
MOST_MEMORY = 1_000_000  # kilobytes
ORDINARY = "Bridge shut\n\n“Nobody is in danger,” said Ann Lee, the mayor of Eddermoor.\n"


@dataclass(frozen=True)
class Cost:
    """Of a build with all its processes: seconds of CPU, kilobytes of the largest process, what it
    said of the file.
    """

    seconds: float
    memory: int
    said: str


def again(
    words: str, ending: str = ".txt", head: str = "", tail: str = ""
) -> Callable[[int], tuple[str, bytes]]:
    """A shape: the same words, as often as fit into so many bytes; "{n}" in them counts."""

    def make(size: int) -> tuple[str, bytes]:
        if "{n}" in words:
            pieces, length, number = [], 0, 0
            while length < size:
                pieces.append(words.replace("{n}", str(number)))
                length += len(pieces[-1].encode())
                number += 1
            body = "".join(pieces)
        else:
            body = words * (size // len(words.encode()))
        return ending, (head + body + tail).encode()

    return make


def of_letters(size: int) -> tuple[str, bytes]:
    """Names that are all different."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names, length, number = [], 0, 0
    while length < size:
        spelt = "".join(letters[number // 26**place % 26] for place in range(4))
        names.append(f"{spelt.title()} {spelt[::-1].title()}son said so. ")
        length += len(names[-1])
        number += 1
    return ".txt", "".join(names).encode()


def nested(size: int) -> tuple[str, bytes]:
    """Quotation marks within quotation marks."""
    return ".txt", ("“a " * (size // 10) + " a”" * (size // 10)).encode()


HTML = "<html><head><title>A</title></head><body><p>The gate was shut.</p>"
TABLE = "title,text\n"
SHAPES: dict[str, Callable[[int], tuple[str, bytes]]] = {
    "identical quotations": again("“We sail at noon,” said Ann Lee.\n"),
    "different quotations": again("“We sail at {n},” said Ann Lee.\n\n"),
    "quotations in one paragraph": again("“We sail at {n},” said Ann Lee. "),
    "quotations of different speakers": again("“We sail at noon,” said Ann Lee{n}.\n"),
    "nested marks": nested,
    "marks never closed": again("“a "),
    "marks never opened": again("a” "),
    "straight marks": again('"a" '),
    "one straight mark a word": again('a "b c '),
    "apostrophes": again("'a "),
    "one long quotation": again("we sail at noon ", head="“", tail="” said Ann Lee."),
    "one paragraph": again("The ferry sailed at noon and came back by night. "),
    "quotations of an article with an address": again(
        "“We sail at noon,” said Ann Lee. “We sail at {n} or never,” he said.\n\n",
        ".md",
        "---\ntitle: A\nsource_url: https://a.example/x\n---\n\n",
    ),
    "the same quotation of an article with an address": again(
        "“We sail at noon,” said Ann Lee. ",
        ".md",
        "---\ntitle: A\nsource_url: https://a.example/x\n---\n\n",
    ),
    "endless words": again("x" * 100_000 + " "),
    "a record of continued lines": again("b\n", ".ris", "TY  - NEWS\nTI  - a\n", "ER  - \n"),
    "records of RIS": again("TY  - NEWS\nTI  - a\nER  - \n", ".ris"),
    "entries of BibTeX": again("@article{a{n}, title = {b}}\n", ".bib"),
    "short lines": again("a\n"),
    "blank lines": again("a\n\n"),
    "no space": again("x"),
    "the same name": again("Ann Lee and "),
    "different names": of_letters,
    "capitals": again("Aa "),
    "cues": again("he said that "),
    "colons": again("said: "),
    "brackets": again("(said [he "),
    "hidden characters": again("\u202e"),
    "combining marks": again("a\u0301\u0302"),
    "no space, Chinese": again("他说“我们走了”"),
    "emoji": again("👩‍👩‍👧 "),
    "syntax": again("<&\"'`*_{"),
    "headings": again("# Gate {n}\n\n", ".md"),
    "tables": again("| a | b |\n", ".md"),
    "footnotes": again("[^{n}]: a note\n\n", ".md"),
    "links": again("[a](https://a.example/{n}) ", ".md"),
    "tags": again("t{n}, ", ".md", "---\ntags: [", "z]\n---\n\nText.\n"),
    "fields": again("f{n}: v\n", ".md", "---\n", "---\n\nText.\n"),
    "lists in lists": again("[", ".md", "---\ntitle: ", "\n---\n\nText.\n"),
    "deep HTML": again("<div>a", ".html", HTML),
    "inline HTML": again("<b>a ", ".html", HTML),
    "paragraphs of HTML": again("<p>The gate was shut, said Ann Lee.</p>", ".html", HTML),
    "a table of HTML": again(
        "<tr><td>a</td><td>b</td></tr>", ".html", HTML + "<table>", "</table>"
    ),
    "attributes": again('a{n}="b" ', ".html", HTML + "<p ", ">a</p>"),
    "styles never closed": again("<style>", ".html", HTML),
    "comments never closed": again("<!-- a ", ".html", HTML),
    "entities": again("&amp;&lt;", ".html", HTML + "<p>", "</p>"),
    "a cell": again("“We sail at {n},” said Ann Lee. ", ".csv", TABLE + 'A,"', '"\n'),
    "rows": again("Gate {n},“We sail at noon” said Ann Lee.\n", ".csv", TABLE),
    "rows of one letter": again("A,b\n", ".csv", TABLE),
    "rows without text": again("A,\n", ".csv", TABLE),
    "columns": again("c{n},", ".csv", "", "title,text\n" + "a," * 20_000 + "A,Text.\n"),
    "a cell never closed": again('a,b\n"', ".csv", TABLE + 'A,"'),
    "JSON in JSON": again("[", ".jsonl"),
    "rows of JSON that is none": again("[\n", ".jsonl"),
    "rows of JSON": again(
        json.dumps({"title": "Gate {n}", "text": "“We sail,” said Ann Lee."}) + "\n", ".jsonl"
    ),
}


def cost(files: dict[str, bytes]) -> Cost:
    """Of building a site of these articles. Raises RuntimeError when the build fails."""
    with tempfile.TemporaryDirectory() as name:
        project = make_project(Path(name) / "project")
        for path, body in files.items():
            (project / "seeds" / path).write_bytes(body)
        env = {**os.environ, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build"]
        with (Path(name) / "said").open("w+b") as out:
            process = subprocess.Popen(command, cwd=project, env=env, stdout=out, stderr=out)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            said = out.read().decode("utf-8", "replace")
        if process.returncode != 0:
            raise RuntimeError(said[-1000:])
        lines = [line.partition(": ")[2] for line in said.splitlines() if "seeds/bait" in line]
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss, lines[0] if lines else "")


def main() -> int:
    """Print a line for each shape and size; 1 if any is over the bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--mb", nargs="*", type=float, default=[1.0, 2.0])
    given = parser.parse_args()
    ordinary = cost({"ordinary.txt": ORDINARY.encode()})
    print(f"ordinary: {ordinary.seconds:.1f} s, {ordinary.memory // 1000} MB", flush=True)
    chosen = {
        name: make
        for name, make in SHAPES.items()
        if not given.names or any(n in name for n in given.names)
    }
    over = 0
    for name, make in chosen.items():
        for megabytes in given.mb:
            ending, body = make(int(megabytes * 1_000_000) - 2_000)
            try:
                beside = {"bait.txt": ORDINARY.encode()} if ending in SIDECARS else {}
                spent = cost({"ordinary.txt": ORDINARY.encode(), **beside, f"bait{ending}": body})
            except RuntimeError as error:
                over += 1
                print(f"{name}: the build failed: {error}", flush=True)
                continue
            each = (spent.seconds - ordinary.seconds) / max(megabytes, len(body) / 1e6)
            bad = each > MOST_SECONDS or spent.memory > MOST_MEMORY
            over += bad
            figures = f"{each:.1f} s a MB, {spent.memory // 1000} MB"
            print(
                f"{'OVER  ' if bad else ''}{name}, {megabytes:g} MB: {figures}; {spent.said[:90]}",
                flush=True,
            )
    print(f"{len(chosen)} shapes, {over} over {MOST_SECONDS:g} s a MB or {MOST_MEMORY // 1000} MB")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
