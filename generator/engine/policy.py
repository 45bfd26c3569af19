"""A Content-Security-Policy on every page: the second wall, should text ever get past the first
(`escape.py`).

Only scripts in files of the site run, and those inline scripts that stand in the theme's own
templates, by hash (https://www.w3.org/TR/CSP3/). A script that came with an article has no hash, so
browsers refuse it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOLE = re.compile(r"\{\{[^{}]*\}\}")
# what a theme fills into an inline script: the way back to the site's root
_ADDRESS = r"[\w./:~%@+-]*"
_HEAD = re.compile('<meta charset="?utf-8"?>')

# of an address in mkdocs.yml, without what would end a part of the policy
_ELSEWHERE = re.compile(r"https://[^\s;,'\"?#]+")

Known = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Others:
    """Addresses on other hosts that the owner's `mkdocs.yml` names: nothing else of them is
    loaded.
    """

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


NOBODY: Final = Others()


def others(font: bool, styles: Iterable[str], scripts: Iterable[str]) -> Others:
    """From `theme.font` (True: Material asks Google for it), `extra_css` and `extra_javascript`."""
    named = sorted({url for url in styles if _ELSEWHERE.fullmatch(url)})
    google = ["https://fonts.googleapis.com/css"] if font else []
    return Others(
        scripts=tuple(sorted({url for url in scripts if _ELSEWHERE.fullmatch(url)})),
        styles=(*google, *named),
        fonts=("https://fonts.gstatic.com",) if font else (),
    )


def known_scripts(templates: Iterable[Path]) -> Known:
    """The inline scripts of theme templates, each as a pattern in which only addresses may vary.

    Scripts with other template code than an address in them are left out, and so will not run.
    """
    found: dict[str, None] = {}
    for folder in templates:
        for path in sorted(folder.rglob("*.html")):
            for script in _INLINE.findall(path.read_text(encoding="utf-8")):
                if script.strip() and "{%" not in script:
                    found[_ADDRESS.join(re.escape(part) for part in _HOLE.split(script))] = None
    return tuple(re.compile(pattern) for pattern in found)


def with_policy(page: str, known: Known, other: Others = NOBODY) -> str:
    """The page with its policy as the first thing after the character set; unchanged if it has no
    head of ours.
    """
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(allowed(page, known), other)}">'
    return _HEAD.sub(rf"\g<0>{tag}", page, count=1)


def allowed(page: str, known: Known) -> tuple[str, ...]:
    """The hashes of those inline scripts of a page that the theme wrote, sorted."""
    scripts = {
        script
        for script in _INLINE.findall(page)
        if any(pattern.fullmatch(script) for pattern in known)
    }
    return tuple(sorted(map(digest, scripts)))


def digest(script: str) -> str:
    """The hash by which a policy knows an inline script."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def policy(hashes: Sequence[str], other: Others = NOBODY) -> str:
    """The policy's text. Style attributes are allowed: Material sets them, and they can load
    nothing here. Workers may come from where scripts may
    (https://www.w3.org/TR/CSP3/#directive-worker-src).
    """
    scripts = " ".join(
        [
            "'self'",
            "'wasm-unsafe-eval'",
            *(f"'sha256-{digest}'" for digest in hashes),
            *other.scripts,
        ]
    )
    return ";".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            " ".join(("style-src 'self' 'unsafe-inline'", *other.styles)),
            "img-src 'self' data:",
            " ".join(("font-src 'self'", *other.fonts)),
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
