"""How findable and readable the code is, in figures: `python -m tests.figures [FOLDER]`.

What is counted, and over which files, stands with each function; `tests/test_figures.py` holds
the bars.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
COLUMNS = 100
RULES = ("annotate/quotations", "annotate/names", "annotate/speakers", "annotate/confidence")
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(folder: Path) -> list[Path]:
    """The Python files below a folder, sorted."""
    return sorted(folder.rglob("*.py"))


def functions(paths: list[Path]) -> Iterator[tuple[str, Function]]:
    """Each function and method, with "file: name"."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{path.name}: {node.name}", node


def length(function: Function) -> int:
    """Lines from `def` to the last, the docstring left out."""
    first = function.body[0]
    docstring = (
        first.end_lineno - first.lineno + 1
        if ast.get_docstring(function) is not None and first.end_lineno
        else 0
    )
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def branches(function: Function) -> int:
    """Places where a function may go one way or another: `if`, a loop, `except`, `case`, a
    conditional expression, each further part of `and` or `or`, each `for` and `if` of a
    comprehension.

    >>> branches(ast.parse("def f(a, b):\\n    return a and b or 1").body[0])
    2
    """
    count = 0
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
    return count


def percentile(values: list[int], share: float) -> int:
    """The value below which that share of all lies: 0.5 = the median."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0


def long_files(folder: Path, most: int) -> list[tuple[int, str]]:
    """Files of more than `most` lines, the longest first."""
    found = [
        (len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(folder)))
        for path in sources(folder)
    ]
    return sorted((one for one in found if one[0] > most), reverse=True)


def large_classes(folder: Path, most: int) -> list[tuple[int, str]]:
    """Classes of more than `most` methods, the largest first."""
    found = []
    for path in sources(folder):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(one, Function) for one in node.body)
                if methods > most:
                    found.append((methods, f"{path.relative_to(folder)}: {node.name}"))
    return sorted(found, reverse=True)


def wide_lines(folders: list[Path]) -> float:
    """Of 1,000 lines, how many are wider than 100 columns."""
    lines = [
        line
        for folder in folders
        for path in sources(folder)
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return 1000 * sum(len(line) > COLUMNS for line in lines) / max(1, len(lines))


def rules(generator: Path) -> list[tuple[int, str]]:
    """The branches of each function of the rules, the most first."""
    paths = [path for wing in RULES for path in sources(generator / wing)]
    return sorted(((branches(node), name) for name, node in functions(paths)), reverse=True)


def main() -> None:
    """Print the figures."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    generator = root / "generator"
    lengths = [length(node) for _, node in functions(sources(generator))]
    print(
        f"functions {len(lengths)}: median {percentile(lengths, 0.5)} lines, "
        f"90th percentile {percentile(lengths, 0.9)}, longest {max(lengths)}"
    )
    judged = rules(generator)
    print(f"branches in the rules: 90th percentile {percentile([n for n, _ in judged], 0.9)}")
    for number, name in judged[:12]:
        print(f"  {number:3} {name}")
    print(f"lines over {COLUMNS} columns: {wide_lines([generator, root / 'tests']):.1f} of 1,000")
    for title, found in (
        ("files over 300 lines", long_files(generator, 300)),
        ("classes over 12 methods", large_classes(generator, 12)),
    ):
        print(f"{title}: {len(found)}")
        for number, name in found:
            print(f"  {number:3} {name}")


if __name__ == "__main__":
    main()
