"""What the settings are: of the site, and of the work; each with its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from generator.model import Problem


@dataclass(frozen=True, slots=True)
class About:
    """The collection as a work that is cited: its makers, in `about` of the settings."""

    creators: tuple[str, ...] = ()  # a person as "Brook, Ada", a body as "Valley Archive"
    doi: str = ""  # "10.5281/zenodo.1234"; "" = none
    version: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages know of the site. Names, address and language are MkDocs' own settings."""

    name: str = "Florilegium"  # site_name
    description: str = ""  # site_description
    url: str = ""  # site_url, with a trailing slash; "" = not known, so permalinks stay relative
    repo_url: str = ""  # repo_url
    language: str = "en"  # theme.language
    publish: Literal["full", "quotes"] = "full"  # "quotes": no article's full text is published
    licence: str = ""  # of the data files, a name or an address; "" = none is stated
    # the page of quotations without a known speaker, meant for the site's editor
    editor_pages: bool = True
    rows_per_page: int = 200  # rows of an index before it is split into pages
    about: About = About()


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and how to work. Paths are absolute."""

    root: Path  # the folder of mkdocs.yml
    seeds: Path  # articles, and what people say of them; never written
    docs: Path  # generated Markdown (mkdocs.yml: docs_dir)
    cache: Path  # what is remembered between builds; may be deleted at any time
    templates: Path
    site_dir: Path | None = None  # where the renderer puts the site; None = not known
    workers: int = 0  # processes for the language model; 0 = one for each core
    # address of a Dask scheduler that finds the quotations; "" = processes of this machine
    dask: str = ""
    # short articles of one table; a larger one has one for each 4,000 bytes
    table_articles: int = 250
    # render pages by MkDocs' own events in a quarter of its time; False = let MkDocs do it all
    fast: bool = True
    # where pages offer to put things right: "serve" = under `mkdocs serve`, "edit" = on the
    # published site too, "off" = nowhere
    corrections: Literal["serve", "edit", "off"] = "serve"
    # the search also works where pages are opened from a folder (file:), without a server
    offline: bool = False
    site: Site = Site()
    # where the folder of articles is set: the file, and the line if one is known
    seeds_at: str = "mkdocs.yml"
    problems: tuple[Problem, ...] = ()


# The settings under `extra: florilegium:`, each with its default.
DEFAULTS: Mapping[str, Any] = {
    "seeds": "seeds",
    "cache": ".build/cache",
    "templates": "templates",
    "workers": 0,
    "table_articles": 250,
    "fast": True,
    "publish": "full",
    "licence": "",
    "about": {},
    "editor_pages": True,
    "rows_per_page": 200,
    "corrections": "serve",
    "offline": False,
}


SECTION = "florilegium"


CHOICES: Mapping[str, tuple[str, ...]] = {"corrections": ("serve", "edit", "off")}


SPELLED = {("corrections", False): "off", ("corrections", True): "edit"}  # YAML reads `off` as no


LEAST: Mapping[str, int] = {"rows_per_page": 1}  # of the numbers that can't be 0


class ConfigError(Exception):
    """mkdocs.yml can't be used; the message names the file, the cause and the remedy."""
