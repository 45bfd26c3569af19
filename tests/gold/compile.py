"""Turn the marked articles into gold.jsonl: `python -m tests.gold.compile [--check]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.gold.marked import MarkError, read_article

HERE = Path(__file__).parent
MARKED = HERE / "marked"
GOLD = HERE / "gold.jsonl"


def identity(path: Path) -> str:
    """An article's id in the gold file: its place under marked/, without the ending."""
    return path.relative_to(MARKED).with_suffix("").as_posix()


def compiled() -> str:
    """The whole gold file, one article a line, sorted by id. Raises MarkError, naming the file."""
    lines = []
    for path in sorted(MARKED.rglob("*.txt"), key=identity):
        try:
            text, quotes, not_speech = read_article(path.read_text(encoding="utf-8"))
        except MarkError as error:
            raise MarkError(f"{path.relative_to(HERE).as_posix()}: {error}") from None
        article = {"id": identity(path), "text": text, "quotes": quotes, "not_speech": not_speech}
        lines.append(json.dumps(article, ensure_ascii=False) + "\n")
    return "".join(lines)


def main(arguments: list[str]) -> int:
    """Write gold.jsonl, or with --check only say whether it is fresh. Exit code 0, or 1 if there is
    work to do.
    """
    try:
        text = compiled()
    except MarkError as error:
        print(error, file=sys.stderr)
        return 1
    if "--check" in arguments:
        fresh = GOLD.exists() and GOLD.read_text(encoding="utf-8") == text
        print("fresh" if fresh else "stale: run python -m tests.gold.compile")
        return 0 if fresh else 1
    GOLD.write_text(text, encoding="utf-8", newline="\n")
    articles = [json.loads(line) for line in text.splitlines()]
    print(
        f"{len(articles)} articles, {sum(len(a['quotes']) for a in articles)} quotations → {GOLD.name}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
