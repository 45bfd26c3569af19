"""The navigation's entry for subjects, which a site has from its third subject on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

LIST = "subjects/index.md"
BESIDE = "quotes/index.md"
FROM = 3  # subjects; fewer are reached from the list of quotations


def with_subjects(nav: list[Any], files: Collection[str]) -> list[Any]:
    """The navigation of mkdocs.yml with "Subjects" behind the list of quotations.

    Unchanged where the site has fewer than three subjects, or where the owner named the list.

    >>> with_subjects([{"Quotes": "quotes/index.md"}], ["subjects/index.md"])
    [{'Quotes': 'quotes/index.md'}]
    """
    pages = [path for path in files if path.startswith("subjects/") and path.endswith("/index.md")]
    own = sum(path != LIST and "~" not in path for path in pages)
    named = {str(page) for item in nav if isinstance(item, dict) for page in item.values()}
    if LIST not in files or own < FROM or LIST in named or BESIDE not in named:
        return nav
    made: list[Any] = []
    for item in nav:
        made.append(item)
        if isinstance(item, dict) and BESIDE in item.values():
            made.append({"Subjects": LIST})
    return made
