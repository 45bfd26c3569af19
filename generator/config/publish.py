"""What may be published: the strictest word counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.config.checks import Wrong, near, sections
from generator.config.settings import SECTION


def published(extra: object) -> tuple[Literal["full", "quotes"], list[Wrong]]:
    """What may be published. The strictest word counts, under a misspelt name too, and an unknown
    one means quotes: a text that may not be republished must not get out because of a typing
    error."""
    found: list[Literal["full", "quotes"]] = []
    wrong: list[Wrong] = []
    outside = extra.get("publish", "full") if isinstance(extra, Mapping) else "full"
    if str(outside).strip().lower() != "full":
        found.append("quotes")
        wrong.append(
            Wrong(("publish",), "is not read there, but taken as quotes", f"put it under {SECTION}")
        )
    found_in = {section: own for section, own in sections(extra).items() if own is not None}
    if not all(isinstance(own, Mapping) for own in found_in.values()):  # whatever it was to say
        found.append("quotes")
    settings = [
        (section, str(key), given)
        for section, own in found_in.items()
        for key, given in (own.items() if isinstance(own, Mapping) else ())
    ]
    for section, key, given in settings:
        if near(key) != "publish":
            continue
        word = given.strip().lower() if isinstance(given, str) else ""
        found.append("full" if word == "full" else "quotes")
        if key != "publish":
            what = f"is not a setting, taken as publish: {found[-1]}"
            wrong.append(Wrong((section, key), what, "did you mean publish?"))
        if word not in ("full", "quotes"):
            shown = "empty" if given is None else f"{given!r}, which is unknown"
            wrong.append(
                Wrong(
                    (section, key), f"is {shown}, and taken as quotes", 'write "full" or "quotes"'
                )
            )
    return "quotes" if "quotes" in found else "full", wrong
