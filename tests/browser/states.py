"""Corpora that reach every state of the design, and sites built of them: python -m
tests.browser.states OUT

Each site lies in OUT/NAME/www/repo, so it can be served under a sub-path, and has the policy that
the hook gives it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import metadata
from itertools import chain
from pathlib import Path

import yaml

from generator import export, pages
from generator.config import Site
from generator.corpus import link
from generator.disk import write
from generator.engine import policy, tight
from generator.model import Corpus, Quote, Reading, Span, Story, quote_id
from tests.conftest import ROOT
from tests.pages.made import demo, made

ADDRESS = "http://127.0.0.1:8765/repo/"
SITE = Site(
    name="The Eddermoor Papers",
    description="Who said what, in which paper, and in which words",
    url=ADDRESS,
)
EDGE = (Path(__file__).parent / "edge-cases.txt").read_text(encoding="utf-8")
# so that the file itself stays legible
HIDDEN = {"[U+202E]": "\u202e", "[U+202C]": "\u202c", "[U+0007]": "\x07"}

NONE = """An article in which nobody speaks
The Cawl Water reservoir stood at 61 per cent of its capacity on Tuesday, two points lower than a week before.
Rain is expected on Thursday. The {not term: “dry side”} footpath is open."""

ONE_PARTY = """Trust says it will replace the gate
The {1 who: Water Trust} {1 cue: said} on Monday {1 indirect Water Trust: that it would replace the gate}.
A second paragraph that must not be republished in full, since its paper keeps its rights."""

SPEAKERS = (
    "Petra Quillfeather",
    "Tobias Adeyemi-Rackham",
    "Bede Corrigan-Vass",
    "Maren Hollobach",
    "Ilse Varnholt",
)
LINES = (
    "the gate was shut",
    "the water was warm",
    "nobody rang the bell",
    "the ledger had two endings",
)


def sixty() -> str:
    """Sixty quotations, five a paragraph, by five speakers in turn."""
    paragraphs = ["Sixty quotes on one page", "A day of short answers at the Corn Exchange"]
    for first in range(1, 61, 5):
        paragraphs.append(" ".join(_sentence(number) for number in range(first, first + 5)))
    return "\n".join(paragraphs)


def _sentence(n: int) -> str:
    who, words = SPEAKERS[n % 5], LINES[n % 4]
    speaker, cue = f"{{{n} who: {who}}}", f"{{{n} cue: said}}"
    return (
        f"{{{n} direct {who}: “In week {n} {words},”}} {speaker} {cue}.",
        f"{speaker} {cue} {{{n} mixed {who}: in week {n} “{words}”}}.",
        f"{{{n} indirect {who}: In week {n} {words}}}, {speaker} {cue}.",
    )[n % 3]


def states() -> Corpus:
    """The demonstration and an article for each state."""
    base = demo()
    text = EDGE
    for label, hidden in HIDDEN.items():
        text = text.replace(label, hidden)
    edge = made(
        "states/edge-cases",
        text,
        sure={1: 0.34, 2: 0.52, 3: 0.41},
        date="2042-04-01",
        publication="Lower Sluice Bulletin",
    )
    extra = [
        corrected(nested(edge)),
        made("states/sixty-quotes", sixty(), date="2042-05-05", publication="Eddermoor Courier"),
        made(
            "states/no-quotes",
            NONE,
            standfirst=False,
            date="2042-05-06",
            publication="Northfell Gazette",
        ),
        made(
            "states/only-quotes",
            ONE_PARTY,
            standfirst=False,
            publish="quotes",
            source_url="https://example.org/a?b=1&c=2",
        ),
    ]
    return link([*base.stories, *extra], Reading(pages=base.pages, collections=base.collections))


def nested(held: Story) -> Story:
    """Quotation 7 runs around quotation 8, which lies in it, and both end together."""
    quotes = list(held.annotations.quotes)
    outer, inner = quotes[6], quotes[7]
    span = Span(outer.parts[0].start, inner.parts[-1].end)
    quotes[6] = replace(outer, parts=(span,), id=quote_id(span.of(held.article.text)))
    return replace(held, annotations=replace(held.annotations, quotes=tuple(quotes)))


def corrected(held: Story) -> Story:
    """Quotation 6 was corrected by hand."""
    quotes = [
        replace(q, by="human") if n == 6 else q for n, q in enumerate(held.annotations.quotes, 1)
    ]
    return replace(held, annotations=replace(held.annotations, quotes=tuple[Quote, ...](quotes)))


def one_article() -> Corpus:
    """The corpus of a newcomer: one undated article."""
    return link([made("first", NONE, standfirst=False)], Reading())


SITES: dict[str, tuple[Callable[[], Corpus], Site]] = {
    "states": (states, SITE),
    "empty": (Corpus, SITE),
    "one": (one_article, SITE),
    "paged": (demo, replace(SITE, rows_per_page=12)),
}


def build(name: str, folder: Path) -> Path:
    """The site of one corpus below `folder`; returns what is to be served."""
    make, site = SITES[name]
    project = folder / name
    docs = project / "docs"
    corpus = make()
    exported = export.export(corpus, site)
    made_pages = pages.render(corpus, site, ROOT / "templates", exported.data_page)
    write.write(chain(made_pages, exported.pages), docs)
    settings = yaml.safe_load((ROOT / "tests/mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {
        "site_name": site.name,
        "site_url": site.url,
        "docs_dir": "docs",
        "site_dir": "www/repo",
        "hooks": [],
    }
    settings["theme"]["custom_dir"] = str(ROOT / "site_overrides")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        timeout=600,
    )
    _with_policy(project / "www")
    return project / "www"


def _with_policy(site: Path) -> None:
    theme = metadata.distribution("mkdocs-material").locate_file("material/templates")
    known = policy.known_scripts([ROOT / "site_overrides", Path(str(theme))])
    for path in site.rglob("*.html"):
        path.write_text(
            policy.with_policy(tight.tight(path.read_text(encoding="utf-8")), known),
            encoding="utf-8",
        )


if __name__ == "__main__":
    for each in SITES:
        print(build(each, Path(sys.argv[1])))
