"""The same article set in eight ways gives the same quotations: `python -m tests.annotate.typographies
[-v] [ARTICLE …]`.

The articles are those of the gold set and of the demonstration whose marks are curly: these are the
measure, and each other way of setting is compared with them, quotation by quotation (the words
without their marks, and who said them). -v prints what differs.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.model import Article, normal_words
from generator.read import read_seeds
from generator.read.texts import read_text
from tests.gold.compile import compiled

ROOT = Path(__file__).parent.parent.parent
BAR = 0.98
# Where paragraphs are lost, so is what they tell: whose "he" it is, and where the model's sentences
# lie. Parted are those whose marks show it.
BARS = {"run_together": 0.9}

Said = tuple[str, str]  # the words of a quotation without marks, and its speaker


def straight(paragraphs: list[str]) -> str:
    """Typewriter marks."""
    table = str.maketrans("“”‘’", "\"\"''")
    return curly([words.translate(table) for words in paragraphs])


def curly(paragraphs: list[str]) -> str:
    """As it is: “ ” with a blank line between paragraphs."""
    return "\n\n".join(paragraphs) + "\n"


INSIDE = re.compile(r"(?<![\w’])‘(?P<words>[^“”‘]*?)’(?!\w)")


def british(paragraphs: list[str]) -> str:
    """Single marks outside, double ones inside."""
    swapped = (INSIDE.sub(r"“\g<words>”", _single(words)) for words in paragraphs)
    return curly([words.replace("\0", "‘").replace("\1", "’") for words in swapped])


def _single(words: str) -> str:
    return words.replace("“", "\0").replace("”", "\1")


def guillemets(paragraphs: list[str]) -> str:
    """« and », without spaces inside."""
    return curly([words.replace("“", "«").replace("”", "»") for words in paragraphs])


ENDS = re.compile(r"[.?!…:][”’]?$")
LABEL = re.compile(r"[A-Z][\w’.-]*(?: [A-Z][\w’.-]*){0,4}: |\d\d?[.:]\d\d ")


def run_together(paragraphs: list[str]) -> str:
    """All paragraphs of the body in one. Lines that are no sentence (a heading), the turns of an
    interview and the entries of a live blog stay lines: without these nobody could read them.
    """
    made: list[str] = []
    for words in paragraphs:
        joins = ENDS.search(words) and not LABEL.match(words)
        if joins and len(made) > 1 and ENDS.search(made[-1]) and not LABEL.match(made[-1]):
            made[-1] += " " + words
        else:
            made.append(words)
    return curly(made)


def hard_wrapped(paragraphs: list[str]) -> str:
    """Lines of 72 characters."""
    return curly([textwrap.fill(words, 72, break_on_hyphens=False) for words in paragraphs])


def no_break_spaces(paragraphs: list[str]) -> str:
    """Every seventh space is one that doesn't break, and lines end as on Windows."""
    count = iter(range(1, 10**9))
    spaced = re.sub(" ", lambda _: "\u00a0" if next(count) % 7 == 0 else " ", curly(paragraphs))
    return spaced.replace("\n", "\r\n")


def no_blank_lines(paragraphs: list[str]) -> str:
    """A paragraph a line."""
    return "\n".join(paragraphs) + "\n"


WAYS: tuple[Callable[[list[str]], str], ...] = (
    curly,
    straight,
    british,
    guillemets,
    run_together,
    hard_wrapped,
    no_break_spaces,
    no_blank_lines,
)


def articles() -> dict[str, list[str]]:
    """The paragraphs of each article that is set with curly marks, its headline first."""
    held = {}
    for one in map(json.loads, compiled().splitlines()):
        held[one["id"]] = [line for line in one["text"].split("\n") if line]
    headlines = {lines[0] for lines in held.values()}
    for article in read_seeds(ROOT / "seeds").articles:
        blocks = [" ".join(block.span.of(article.text).split()) for block in article.blocks]
        if blocks[0] not in headlines:
            held[article.id] = blocks
    return {
        name: lines
        for name, lines in sorted(held.items())
        if any("“" in line for line in lines) and not any('"' in line for line in lines)
    }


def said(text: str) -> Counter[Said]:
    """The quotations of a file, each with its speaker."""
    draft = read_text(text.replace("\r\n", "\n"))
    article = Article("a", "a.txt", "", draft.text, draft.blocks)
    found = annotate(article, parse.parse(article.text, article.blocks))
    return Counter(
        (normal_words(quote.words(article.text)), normal_words(quote.speaker or ""))
        for quote in found.quotes
    )


def compared(names: Collection[str], tell: bool = False) -> dict[str, tuple[float, int]]:
    """For each way of setting, of the quotations that either has, the share that both have, and how
    many are compared.
    """
    both: Counter[str] = Counter()
    either: Counter[str] = Counter()
    for name, paragraphs in articles().items():
        if name not in names:
            continue
        measure = said(curly(paragraphs))
        for way in WAYS:
            found = said(way(paragraphs)) if way is not curly else measure
            both[way.__name__] += 2 * (measure & found).total()
            either[way.__name__] += measure.total() + found.total()
            if tell and found != measure:
                print(f"{way.__name__}, {name}")
                for words, speaker in sorted((measure - found).elements()):
                    print(f"  lost  {words} ({speaker})")
                for words, speaker in sorted((found - measure).elements()):
                    print(f"  new   {words} ({speaker})")
    return {way: (both[way] / count, count // 2) for way, count in either.items() if count}


def main(arguments: list[str]) -> int:
    """0 = every way reaches its bar."""
    names = [name for name in arguments if name != "-v"] or list(articles())
    below = 0
    for way, (share, count) in compared(names, "-v" in arguments).items():
        wrong = share < BARS.get(way, BAR)
        below += wrong
        print(f"{way:16} {share:.4f} of {count}{'  BELOW' if wrong else ''}")
    return below


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
