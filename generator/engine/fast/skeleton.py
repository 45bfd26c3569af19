"""The theme's template rendered once for each kind of page, then filled.

A kind is: the same template, the same folder (so that relative links are the same), the same
front-matter keys, and the same answer to every question that the template asks of the page. The
questions are found by rendering a page whose texts are `Slot`s: strings that note whatever is done
to them besides printing. What stands between the slots' marks in the output shows how each was
printed (as it is, escaped, …). Five pages of each kind are rendered both ways and compared before
any is filled; any difference sends the whole kind the normal way.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# A place in a page's values: ("meta", "authors", 0), ("title",), ("content",)
Path = tuple[str | int, ...]
# (where, "==", "article"), (where, "in", "<h1") or (where, "is", None)
Question = tuple[Path, str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to print a text."""

    show: Callable[[str], str]  # what the template does; recognises the filter
    # the same for one text; None if it can't be done without what stands around it
    fill: Callable[[str], str | None]


# What shows each filter: it goes between the two marks of a slot.
_SHOW = "<b>b</b> & \"q\" 'a' é/?%+ <i"


class Slot(str):
    """A text of the page, and what a template asked of it. Answers are those of the text it stands
    for.
    """

    real: str
    path: Path
    asked: list[Question]

    @classmethod
    def make(cls, number: int, real: str, path: Path, asked: list[Question]) -> Slot:
        """A slot with its own marks at both ends."""
        slot = cls(f"zq{number}a{_SHOW}zq{number}z")
        slot.real, slot.path, slot.asked = real, path, asked
        return slot

    def __eq__(self, other: object) -> bool:
        self.asked.append((self.path, "==", str(other) if isinstance(other, str) else other))
        return self.real == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __contains__(self, part: object) -> bool:
        self.asked.append((self.path, "in", part))
        return str(part) in self.real

    def __hash__(self) -> int:
        self.asked.append((self.path, "is", None))
        return hash(self.real)

    def __bool__(self) -> bool:
        return True  # empty texts get no slot


def _noted(name: str) -> Callable[..., Any]:
    def method(self: Slot, *given: Any, **named: Any) -> Any:
        self.asked.append((self.path, "is", None))
        return getattr(self.real, name)(*given, **named)

    return method


# Printing needs none of these; whoever calls one gets the real text's answer, and the kind depends
# on the whole text.
_KEPT = {"__eq__", "__ne__", "__contains__", "__hash__", "__str__"}
_OBJECT = set(dir(object)) - {"__lt__", "__le__", "__gt__", "__ge__", "__format__", "__repr__"}
for _name in sorted(
    set(dir(str)) - _OBJECT - _KEPT | {"__lt__", "__le__", "__gt__", "__ge__", "__repr__"}
):
    setattr(Slot, _name, _noted(_name))


def slots(
    values: Mapping[str, Any], asked: list[Question], same: Container[Path] = ()
) -> tuple[dict[str, Any], list[Slot]]:
    """The values with a slot for each text that is not empty nor at a place in `same`; lists,
    mappings are walked.
    """
    made: list[Slot] = []

    def walk(value: Any, path: Path) -> Any:
        if isinstance(value, str) and value and path not in same:
            made.append(Slot.make(len(made), value, path, asked))
            return made[-1]
        if isinstance(value, dict):
            return {key: walk(held, (*path, key)) for key, held in value.items()}
        if isinstance(value, list):
            return [walk(held, (*path, number)) for number, held in enumerate(value)]
        return value

    return {key: walk(value, (key,)) for key, value in values.items()}, made


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text of a value, and where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (dict, list)):
        for step, held in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(held, (*path, step))


def shape(value: Any) -> Any:
    """What is left of a value when every text that isn't empty is taken for the same; hashable."""
    if isinstance(value, str):
        return "…" if value else ""
    if isinstance(value, dict):
        return ("{", *((key, shape(held)) for key, held in value.items()))
    if isinstance(value, list):
        return ("[", *(shape(held) for held in value))
    return (type(value).__name__, str(value))


def at(values: Any, path: Path) -> Any:
    """The value at a place; KeyError or IndexError if there is none."""
    for step in path:
        values = values[step]
    return values


def answer(values: Mapping[str, Any], question: Question) -> Any:
    """What a page answers to a question; hashable."""
    path, asks, other = question
    text = at(values, path)
    if asks == "==":
        return text == other
    return str(other) in text if asks == "in" else text


class Skeleton:
    """The output of one kind of page, cut at what differs."""

    def __init__(self, pieces: list[str], holes: list[tuple[Path, Filter]]) -> None:
        self._pieces = pieces
        self._holes = holes

    def fill(self, values: Mapping[str, Any]) -> str | None:
        """The page of these values; None if a filter can't do one of them by itself."""
        parts = [self._pieces[0]]
        for (path, filter_), piece in zip(self._holes, self._pieces[1:], strict=True):
            shown = filter_.fill(at(values, path))
            if shown is None:
                return None
            parts.append(shown)
            parts.append(piece)
        return "".join(parts)


def cut(output: str, made: list[Slot], filters: list[Filter]) -> Skeleton | None:
    """The skeleton of an output printed from slots; None if one was printed in a way that no filter
    explains.
    """
    found: list[tuple[int, int, Path, Filter]] = []
    for slot in made:
        first, last = str.__str__(slot).split(_SHOW)
        shown = {filter_.show(str.__str__(slot)): filter_ for filter_ in reversed(filters)}
        start = output.find(first)
        while start != -1:
            end = output.find(last, start) + len(last)
            filter_ = shown.get(output[start:end]) if end >= len(last) + start else None
            if filter_ is None:
                return None
            found.append((start, end, slot.path, filter_))
            start = output.find(first, end)
        if output.count(last) != output.count(first):
            return None
    found.sort(key=lambda hole: hole[0])
    edges = [0, *(edge for start, end, _, _ in found for edge in (start, end)), len(output)]
    pieces = [output[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    return Skeleton(pieces, [(path, filter_) for _, _, path, filter_ in found])
