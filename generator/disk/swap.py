"""The published folder is always whole: a site is built beside the old one, then the two change
places.

On Linux they change places in one step (`renameat2` with `RENAME_EXCHANGE`). Elsewhere there are
two renames, and a build that was killed between them is mended by the next one (`recover`).
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

# Stands in every site of ours, so that nothing else is ever replaced. GitHub Pages and MkDocs leave
# dot-files alone.
MARK = ".florilegium-site"
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h
_HERE = -100  # AT_FDCWD


class SwapError(Exception):
    """The site can't be put in place; the message names the folder, the cause and the remedy."""


def staging(site: Path) -> Path:
    """The folder beside the site into which the new one is built; whatever a killed build left
    there is removed.

    Raises SwapError if `site` holds files that no build of ours made.
    """
    try:
        recover(site)
        _refuse_foreign(site)
        _discard(_new(site))
        _discard(_old(site))
    except OSError as error:
        place = error.filename or site
        raise SwapError(
            f"{place}: {error.strerror} — the site is as it was; make its folder writable"
        ) from error
    return _new(site)


def cut_short(site: Path) -> str:
    """Which site is shown since the last build was killed; "" = it was not. To be asked before
    `staging`.
    """
    new, old = _new(site), _old(site)
    if not new.is_dir() and not old.is_dir():
        return ""
    if old.is_dir() and not site.exists():
        return f"the last build was cut short; {site} is put back as it was before it"
    # "old" is there only after the swap; in the middle of it both hold the mark, and the newer one
    # is the new site
    if old.is_dir() or _age(new) <= _age(site) < sys.maxsize:
        return f"the last build was cut short when {site} was the new one already"
    return f"the last build was cut short, and left {site} as it was before it"


def swap(site: Path) -> None:
    """Put the staged folder in the place of the site. Raises SwapError; then the old site is still
    there, whole.
    """
    new, old = _new(site), _old(site)
    try:
        # what was written is on the disk before the name says so, should the power fail
        if hasattr(os, "sync"):
            os.sync()
        (new / MARK).write_text(
            "Made by Florilegium; replaced as a whole by the next build.\n", encoding="utf-8"
        )
        if not site.exists():
            new.rename(site)
        elif _exchange(new, site):
            new.rename(old)
        else:
            site.rename(old)
            try:
                new.rename(site)
            except OSError:
                old.rename(site)
                raise
    except OSError as error:
        raise SwapError(
            f"{site}: {error.strerror} — the site is as it was; make its folder writable"
        ) from error
    # the new site is in place; the next build clears what is left
    with contextlib.suppress(OSError):
        _discard(old)


def recover(site: Path) -> None:
    """Mend what a build killed in the middle left: never a half site, at worst the old one under
    another name.
    """
    if not site.exists() and _old(site).is_dir():
        _old(site).rename(site)


def abandon(site: Path) -> None:
    """Remove the staged folder of a build that failed; what can't be removed, the next build
    clears.
    """
    with contextlib.suppress(OSError):
        _discard(_new(site))


def _age(site: Path) -> int:
    """When the mark of a site was written; without one it was never complete, and so newer than
    any.
    """
    try:
        return (site / MARK).stat().st_mtime_ns
    except OSError:
        return sys.maxsize


def _new(site: Path) -> Path:
    return site.with_name(f".{site.name}.florilegium-new")


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.florilegium-old")


def _discard(folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _refuse_foreign(site: Path) -> None:
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise SwapError(f"{site}: is not a folder — give site_dir a folder of its own")
    if not site.is_dir() or (site / MARK).exists():
        return
    inside = sorted(entry.name for entry in site.iterdir())
    if inside and not _by_mkdocs(site / "index.html"):
        raise SwapError(
            f"{site}: holds files that no build made ({', '.join(inside[:3])} …)"
            " — a build replaces the whole folder; give site_dir a folder of its own, or empty this one"
        )


def _by_mkdocs(index: Path) -> bool:
    """Whether a home page says that MkDocs made it: a site from before this file was in use."""
    return index.is_file() and b'name="generator" content="mkdocs-' in index.read_bytes()


def _exchange(one: Path, two: Path) -> bool:
    """Swap two folders in one step; False where the system can't."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(two), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(two))
