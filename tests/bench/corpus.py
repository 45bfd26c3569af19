"""Make N invented articles to measure on: `python -m tests.bench.corpus 1000 OUT`.

Article i is a function of i and N alone: about 600 words, ten quotations by six people. People
recur as in news (Zipf: at 10,000 articles the most frequent speaker is in one of ten), and so do
their statements, word for word or nearly. Half are .txt, half .md with front matter. Nothing in
them is real.
"""

from __future__ import annotations

import argparse
import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import words

_FIRST_DAY = datetime.date(2016, 1, 1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, the same in every article."""

    first: str
    last: str
    role: str
    body: str


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed file."""

    path: str  # relative to seeds/
    text: str


def seeds(count: int) -> Iterator[Seed]:
    """The corpus of `count` articles, in order of their number."""
    return (seed(number, count) for number in range(count))


def seed(number: int, count: int) -> Seed:
    """Article `number` of a corpus of `count`: a larger corpus has more people, as a larger archive
    has.
    """
    chance = random.Random(f"article {number}")  # noqa: S311 (no secret)
    topic = chance.choice(words.TOPICS)
    place = chance.choice(words.PLACES)
    day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(3650))
    fill = _Filling(chance, topic, place)
    title = fill(chance.choice(words.HEADLINES))
    speakers = _speakers(chance, count)
    lead = speakers[0]
    standfirst = f"“{_start(_statement(chance, lead, topic))},” {lead.role} {lead.first} {lead.last} has said"
    paragraphs = [_introduction(chance, person, topic) for person in speakers]
    paragraphs += [_follow_up(chance, chance.choice(speakers), topic) for _ in range(2)]
    chance.shuffle(paragraphs)
    body = [
        part
        for paragraph in paragraphs
        for part in (paragraph, f"{_narrative(chance, fill)} {_narrative(chance, fill)}")
    ]
    outlet = chance.choice(words.OUTLETS)
    name = f"{topic[0]}-{number:05d}"
    folder = f"{day.year}/"
    if number % 2:
        return Seed(
            f"{folder}{day.isoformat()}-{name}.txt", "\n".join([title, standfirst, *body]) + "\n"
        )
    front = (
        f'---\ntitle: "{title}"\nstandfirst: "{standfirst}"\ndate: {day}\npublication: {outlet}\n'
    )
    front += f"tags: [{topic[0]}]\nsource_url: https://news.example/{day.year}/{name}\n---\n\n"
    return Seed(f"{folder}{name}.md", front + "\n\n".join(body) + "\n")


def person(rank: int) -> Person:
    """The person of a rank: 0 is quoted most."""
    chance = random.Random(f"person {rank}")  # noqa: S311
    body, role = chance.choice(words.BODIES)
    return Person(
        words.FIRST[rank % len(words.FIRST)],
        words.LAST[(rank // len(words.FIRST) + rank * 7) % len(words.LAST)],
        role,
        "the " + body.format(place=chance.choice(words.PLACES)),
    )


def _speakers(chance: random.Random, count: int) -> list[Person]:
    # Zipf-Mandelbrot with offset 10: of 3,370 people one speaks in 900 articles, 700 in 3 or less
    known = 40 + count // 3
    ranks: dict[int, None] = {}
    while len(ranks) < 6:
        ranks[int(10 * (known / 10 + 1) ** chance.random() - 10)] = None
    return [person(rank) for rank in ranks]


def _statement(chance: random.Random, speaker: Person, topic: tuple[str, str, str, str]) -> str:
    """What the speaker says of the topic: they repeat themselves, sometimes with another ending."""
    which = min(int(chance.paretovariate(0.6)), 400)
    own = random.Random(f"{speaker} {topic[0]} {which}")  # noqa: S311
    opening, middle, close = (
        own.choice(words.OPENINGS),
        own.choice(words.MIDDLES),
        own.choice(words.CLOSES),
    )
    if chance.random() < 0.2:
        close = chance.choice(words.CLOSES)
    return f"{opening} {own.choice(topic[1:])} {middle}, {close}"


def _introduction(chance: random.Random, speaker: Person, topic: tuple[str, str, str, str]) -> str:
    full, cue = f"{speaker.first} {speaker.last}", chance.choice(words.CUES)
    said = _start(_statement(chance, speaker, topic))
    first, second = said.split(", ", 1) if chance.random() < 0.3 else (said, "")
    who = f"{full}, {speaker.role} of {speaker.body}"
    if second:
        return f"“{first},” {who}, {cue}, “{second}.”"
    if chance.random() < 0.5:
        return f"“{said},” {cue} {who}."
    return f"{_start(speaker.role)} {full} of {speaker.body} {cue}: “{said}.”"


def _follow_up(chance: random.Random, speaker: Person, topic: tuple[str, str, str, str]) -> str:
    said = _statement(chance, speaker, topic)
    shape = chance.randrange(3)
    if shape == 0:
        return f"“{_start(said)},” {speaker.last} {chance.choice(words.CUES)}."
    if shape == 1:
        return f"According to {speaker.last}, {said.split(', ')[0]}."
    return f"{speaker.last} said on {chance.choice(['Monday', 'Tuesday', 'Friday'])} that “{said}.”"


class _Filling:
    """Fills the gaps of a sentence with the article's own topic and place."""

    def __init__(self, chance: random.Random, topic: tuple[str, str, str, str], place: str) -> None:
        self._chance = chance
        self._fixed = {
            "Topic": topic[0].capitalize(),
            "it": topic[1],
            "small": topic[2],
            "part": topic[3],
            "place": place,
        }

    def __call__(self, sentence: str) -> str:
        return sentence.format(
            **self._fixed, n=self._chance.randrange(20, 900), m=self._chance.randrange(2, 30)
        )


def _narrative(chance: random.Random, fill: _Filling) -> str:
    return fill(chance.choice(words.NARRATIVE))


def _start(words: str) -> str:
    return words[0].upper() + words[1:]


def write(count: int, folder: Path) -> None:
    """Write the corpus under `folder`, which becomes a seeds/ folder."""
    for made in seeds(count):
        target = folder / made.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(made.text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write N invented articles.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write(given.count, given.folder)
