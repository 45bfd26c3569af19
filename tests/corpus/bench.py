"""What linking costs: `python -m tests.corpus.bench [SMALL LARGE]`, by default 1,000 and 10,000
articles.

The stories are those of tests/bench (same people, statements and frequencies) with names and
quotations marked by their own templates instead of the language model, and a paragraph of words of
Zipf's frequencies in each, since templates have few rare words. Prints CPU and peak memory of
`link` and its parts, per article, and the growth ratio.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from generator.corpus import link
from generator.model import (
    Annotations,
    Article,
    Block,
    Mention,
    Name,
    NameCorrection,
    Quote,
    Reading,
    Span,
    Story,
    quote_id,
)
from tests.bench import corpus, words

FIRST, LAST = "|".join(words.FIRST), "|".join(words.LAST)
PERSON = re.compile(rf"\b(?:({FIRST}) )?({LAST})\b")
QUOTED = re.compile("“[^”]+”")
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu kra ble sti dro pen".split()


def bench_story(number: int, count: int) -> Story:
    """Article `number` of tests/bench as a story."""
    made = corpus.seed(number, count)
    front, _, body = made.text.rpartition("---\n\n")
    lines = [line for line in body.split("\n") if line]
    if front:
        fields = dict(line.split(": ", 1) for line in front.split("\n") if ": " in line)
        lines = [fields["title"].strip('"'), fields["standfirst"].strip('"'), *lines]
    lines.append(_rare_words(number))
    text, blocks = "", []
    for at, line in enumerate(lines):
        kind = ("headline", "standfirst")[at] if at < 2 else "paragraph"
        blocks.append(Block(kind, Span(len(text), len(text) + len(line))))  # type: ignore[arg-type]
        text += line + "\n"
    chance = random.Random(number)  # noqa: S311
    date = (
        f"{2016 + chance.randrange(10)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    )
    outlet = words.OUTLETS[number % len(words.OUTLETS)]
    article = Article(
        f"a{number:05}", made.path, lines[0], text, tuple(blocks), date=date, publication=outlet
    )
    return Story(article, _annotations(text, blocks))


def _annotations(text: str, blocks: list[Block]) -> Annotations:
    mentions: dict[str, list[Mention]] = {}
    full = {found[2]: found[0] for found in PERSON.finditer(text) if found[1]}
    quotes: list[Quote] = []
    for block in blocks:
        found = list(PERSON.finditer(text, block.span.start, block.span.end))
        for one in found:
            form = "full" if one[1] else "short"
            label = one[0] if one[1] else full.get(one[2], one[2])
            mentions.setdefault(label, []).append(Mention(Span(*one.span()), form))  # type: ignore[arg-type]
        speaker = (
            (found[0][0] if found[0][1] else full.get(found[0][2], found[0][2])) if found else None
        )
        for quoted in QUOTED.finditer(text, block.span.start, block.span.end):
            id = quote_id(quoted[0], {quote.id for quote in quotes})
            quotes.append(Quote(id, "direct", (Span(*quoted.span()),), speaker=speaker))
    for place in words.PLACES:
        at = text.find(place)
        if at >= 0:
            mentions[place] = [Mention(Span(at, at + len(place)), "full")]
    names = tuple(
        Name(label, "place" if label in words.PLACES else "person", tuple(places))
        for label, places in mentions.items()
    )
    return Annotations(names, tuple(quotes))


def _rare_words(number: int) -> str:
    chance = random.Random(f"words {number}")  # noqa: S311
    ranks = (int(60_000 ** chance.random()) for _ in range(150))
    return (
        " ".join(
            "".join(SYLLABLES[(rank // 20**n) % 20] for n in range(4)) for rank in ranks
        ).capitalize()
        + "."
    )


def measure(count: int) -> None:
    """Print one line for each part, and the whole."""
    stories = [bench_story(number, count) for number in range(count)]
    reading = Reading(tuple(story.article for story in stories))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent: dict[str, float] = {}
    _watch(spent)
    start = time.process_time()
    found = link(
        stories,
        reading,
        (NameCorrection("seeds/corrections.yml:1", "Ada Varnholt", kind="person"),),
    )
    spent["together"] = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} articles, {sum(len(story.annotations.quotes) for story in stories)} quotations, "
        f"{len(found.entities)} entities, {len(found.statements)} statements, {len(found.problems)} problems; "
        f"{sum(map(len, found.related.values())) / count:.1f} related each; memory {before:.0f} → {peak:.0f} MB"
    )
    for part, seconds in spent.items():
        print(f"{count} {part}: {1000 * seconds / count:.3f} ms an article")


def _watch(spent: dict[str, float]) -> None:
    """Time the lines of `link`."""
    import generator.corpus as linking

    for part in (
        "who_is_who",
        "said_by",
        "with_sayings",
        "statements_of",
        "related",
        "backlinks",
        "_links",
    ):
        if hasattr(linking, part):
            setattr(linking, part, _timed(part, getattr(linking, part), spent))


def _timed(
    part: str, function: Callable[..., object], spent: dict[str, float]
) -> Callable[..., object]:
    def timed(*args: object) -> object:
        start = time.process_time()
        result = function(*args)
        spent[part] = spent.get(part, 0.0) + time.process_time() - start
        return result

    return timed


def main(counts: list[int]) -> None:
    """Measure each size in a process of its own."""
    costs = []
    for count in counts:
        command = [sys.executable, "-m", "tests.corpus.bench", str(count)]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(shown, end="")
        costs.append(float(shown.rsplit(": ", 1)[1].split(" ")[0]))
    print(f"growth per article: {costs[-1] / costs[0]:.2f} times")


if __name__ == "__main__":
    given = [int(arg) for arg in sys.argv[1:]] or [1000, 10000]
    if len(given) == 1:
        measure(given[0])
    else:
        main(given)
