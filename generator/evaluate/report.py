"""The figures in plain words and columns."""

from __future__ import annotations

from collections.abc import Iterable

from generator.evaluate.scoring import KINDS, Counts, Judged, Measured, precision_recall_f1
from generator.model import band

_HEAD = (
    f"{'':9}{'gold':>6}{'found':>7}   "
    f"{'span P   R   F':18}{'end to end P R F':18}{'with full name':18}{'who':>5}{'name':>6}"
)


def lines(measured: Measured, pieces: Measured) -> list[str]:
    """Precision, recall and F1 by kind, the accuracy of speakers, and the table of reliability.

    `pieces`: the same articles measured with each part of a quotation on its own.
    """
    out = ["1 article" if measured.articles == 1 else f"{measured.articles} articles", "", _HEAD]
    out += [_row(kind, measured.counts[kind]) for kind in ("all", *KINDS)]
    out += ["", "Each part on its own (“…,” she said. “…” counts as two):"]
    out += [_row(kind, pieces.counts[kind]) for kind in ("all", *KINDS)]
    out += [
        "",
        "span: the right words (at least .8 alike) · end to end: and the right speaker, as printed",
        "with full name: and the right person · who, name: speakers and names right among the quotations found",
    ]
    return [*out, "", *reliability(measured.judged)]


def _row(kind: str, c: Counts) -> str:
    span = precision_recall_f1(c.span_found, c.found, c.span_gold, c.gold)
    end = precision_recall_f1(c.end_found, c.found, c.end_gold, c.gold)
    name = precision_recall_f1(c.name_found, c.found, c.name_gold, c.gold) if c.named else None
    who = c.speakers_right / c.speakers if c.speakers else None
    names = c.names_right / c.names if c.names else None
    figures = f"{_three(span):18}{_three(end):18}{_three(name):18}{_one(who):>5}{_one(names):>6}"
    return f"{kind:9}{c.gold:6}{c.found:7}   {figures}"


def _three(values: tuple[float, float, float] | None) -> str:
    return " ".join(_one(value) for value in values) if values else "-"


def _one(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:4.1f}"


def reliability(judged: Iterable[Judged]) -> list[str]:
    """How often each confidence is right: bins of a tenth, then the bands that pages show."""
    all_of_them = list(judged)
    out = [f"{'confidence':12}{'number':>7}{'mean':>7}{'right':>7}"]
    for tenth in range(10):
        inside = [one for one in all_of_them if min(9, int(one.confidence * 10)) == tenth]
        if inside:
            out.append(_reliable(f"{tenth / 10:.1f} – {(tenth + 1) / 10:.1f}", inside))
    for name in ("high", "medium", "low"):
        inside = [one for one in all_of_them if band(one.confidence) == name]
        if inside:
            out.append(
                _reliable(name, inside) + f"   {100 * len(inside) / len(all_of_them):.0f} % of all"
            )
    return out


def _reliable(name: str, inside: list[Judged]) -> str:
    mean = sum(one.confidence for one in inside) / len(inside)
    right = sum(one.right for one in inside) / len(inside)
    return f"{name:12}{len(inside):7}{mean:7.2f}{right:7.2f}"
