"""Who made the collection and how it is to be cited: the setting `about`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.config.checks import Wrong
from generator.config.settings import SECTION, About

DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
FIELDS = ("creator", "doi", "version")


def about(given: Mapping[str, object]) -> tuple[About, list[Wrong]]:
    """What the setting says, and what of it can't be used.

        about: { creator: ["Brook, Ada", Valley Archive], doi: 10.5281/zenodo.1234, version: 2042-03 }

    A creator with a comma is a person, any other a body. The DOI may be given as an address.
    """
    wrong = [
        Wrong((SECTION, "about", key), "is not a setting", f"known: {', '.join(FIELDS)}")
        for key in given
        if key not in FIELDS
    ]
    creators = given.get("creator") or ()
    names = [creators] if isinstance(creators, str) else creators
    if not (isinstance(names, (list, tuple)) and all(isinstance(name, str) for name in names)):
        wrong.append(Wrong((SECTION, "about", "creator"), "is no name", "give a name, or a list"))
        names = ()
    doi = given.get("doi")
    is_doi = DOI.fullmatch(str(doi).strip()) if doi else None
    if doi and not is_doi:
        hint = "give it as 10.5281/zenodo.1234"
        wrong.append(Wrong((SECTION, "about", "doi"), f"can't be {doi!r}", hint))
    version = given.get("version")
    return About(
        creators=tuple(" ".join(name.split()) for name in names),
        doi=is_doi[1] if is_doi else "",
        version="" if version is None else str(version),
    ), wrong
