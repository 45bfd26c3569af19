"""Twenty ways to set Material up, each built with an archive, alone or beside a project's own
pages.

`python -m tests.engine.variants PROJECT` builds them one after the other in one process: a line of
JSON for each.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

PALETTE = {"scheme": "slate", "primary": "teal"}
TABS = ["navigation.tabs", "navigation.top"]
SECTIONS = [{"Home": "index.md"}, {"Articles": "articles/index.md"}, {"People": "people/index.md"}]
DROP: Any = None

# name → what is other than in tests/mkdocs.yml: keys of `theme`, and under "" keys of the file
# itself
VARIANTS: dict[str, dict[str, Any]] = {
    "as shipped": {},
    "no tabs": {"features": ["navigation.top", "search.suggest"]},
    "sticky tabs": {"features": [*TABS, "navigation.tabs.sticky"]},
    "no features": {"features": []},
    "features not said": {"features": DROP},
    "no nav": {"": {"nav": DROP, "not_in_nav": DROP}},
    "no nav, no tabs": {"features": [], "": {"nav": DROP}},
    "awesome-nav": {"": {"nav": DROP, "plugins": ["search", "awesome-nav"]}},
    "awesome-nav, no tabs": {
        "features": [],
        "": {"nav": DROP, "plugins": ["search", "awesome-nav"]},
    },
    "no palette": {"palette": DROP},
    "one palette": {"palette": PALETTE},
    "no search": {"": {"plugins": []}},
    "path and footer": {"features": [*TABS, "navigation.path", "navigation.footer"]},
    "instant": {"features": [*TABS, "navigation.instant"]},
    "instant with its bar": {"features": [*TABS, "navigation.instant.progress"]},
    "contents in the drawer": {"features": [*TABS, "toc.integrate", "toc.follow"]},
    "sections": {"features": ["navigation.sections", "navigation.expand", "navigation.indexes"]},
    "header that hides": {"features": [*TABS, "header.autohide", "announce.dismiss"]},
    "German": {"language": "de"},
    "right to left": {"direction": "rtl", "language": "ar"},
    "own logo and fonts": {"icon": {"logo": "material/library"}, "font": {"text": "Roboto"}},
    "consent and social": {
        "": {
            "copyright": "Mine",
            "extra": {
                "consent": {"title": "Cookies", "description": "We use some."},
                "social": [{"icon": "material/library", "link": "https://papers.lan"}],
                "homepage": "https://papers.lan",
            },
        }
    },
    "page addresses": {"": {"use_directory_urls": True, "repo_url": "https://code.lan/a/b"}},
    "few sections": {"": {"nav": SECTIONS}},
}


def written(project: Path, changes: dict[str, Any]) -> None:
    """Make the project's mkdocs.yml this variant."""
    settings = yaml.safe_load((project / "base.yml").read_text(encoding="utf-8"))
    for held, changed in ((settings, changes.get("", {})), (settings["theme"], changes)):
        for key, value in changed.items():
            if value is DROP:
                held.pop(key, None)
            elif key:
                held[key] = value
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


class Said(logging.Handler):
    """What the build says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(f"{record.levelname} {record.getMessage()}")


def main() -> None:
    """Build each variant into PROJECT/sites/NUMBER."""
    project = Path(sys.argv[1])
    for number, (name, changes) in enumerate(VARIANTS.items()):
        written(project, changes)
        said = Said()
        logging.getLogger("mkdocs").addHandler(said)
        error = ""
        try:
            config = load_config(
                str(project / "mkdocs.yml"), site_dir=str(project / f"sites/{number}")
            )
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except (Exception, SystemExit) as caught:
            error = f"{type(caught).__name__}: {caught}"
        logging.getLogger("mkdocs").removeHandler(said)
        print(json.dumps({"name": name, "error": error, "said": said.lines}), flush=True)


if __name__ == "__main__":
    main()
