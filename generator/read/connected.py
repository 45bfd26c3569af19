"""The folder that a browser puts beside a page saved as "Webpage, complete": its pictures, scripts
and frames.

Nothing in it is an article:
https://learn.microsoft.com/office/vba/library-reference/concepts/connected-files lists how programs
call it in which language.
"""

from __future__ import annotations

from collections.abc import Set
from os.path import splitext
from typing import Final

_CALLED: Final = (
    *(
        "_files",
        ".files",
        "-Dateien",
        "_fichiers",
        "_archivos",
        "_bestanden",
        "_arquivos",
        "_ficheiros",
        "_file",
    ),
    *(
        "-filer",
        "_tiedostot",
        "_pliki",
        "_soubory",
        "_elemei",
        "_dosyalar",
        "_datoteke",
        "_fitxers",
        "_failid",
    ),
    *("_fails", "_bylos", "_fajlovi", "_fitxategiak"),
)


def page_of(folder: str, files: Set[str]) -> str | None:
    """The saved page that a folder belongs to; None = it is a folder of its own.

    `files`: the names in the same place.

    >>> page_of("Bridge_files", {"Bridge.html"})
    'Bridge.html'
    """
    for called in _CALLED:
        if folder.lower().endswith(called.lower()):
            stem = folder[: len(folder) - len(called)]
            return next(
                (file for file in sorted(files) if _is_page(file) and splitext(file)[0] == stem),
                None,
            )
    return None


def _is_page(file: str) -> bool:
    return splitext(file)[1].lower() in (".html", ".htm", ".xhtml")
