"""MkDocs runs the generator before every build, and the site is swapped in whole."""

from __future__ import annotations

import logging
import os
import re
import sys
from multiprocessing import parent_process
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# MkDocs puts only this file's folder on the import path
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import build, shipped
from generator.config import ConfigError, Settings
from generator.disk import write
from generator.engine import bring, fast, live, policy, search_index, theme_page, tight
from generator.engine import files as found
from generator.engine.indexing import Indexing
from generator.engine.settings import settings_of
from generator.engine.staging import Staging, told
from generator.engine.stopped import name_stopped

# The day of a build is nothing that the seeds say; without this MkDocs writes it into
# sitemap.xml.gz
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
_LAST_CHANGE = re.compile(r"\s*<lastmod>[^<]*</lastmod>")

log = logging.getLogger("mkdocs.hooks.florilegium")

_serving = False
_staging = Staging()
_scripts: policy.Known = ()
_others = policy.NOBODY
_indexing = Indexing()
_built = live.Built()  # under `serve`: what an edit needs to be seen at once
_nav: Navigation | None = None
_kept: fast.kept.Kept | None = None  # the files of this build, some of which are not made again
_build: fast.kept.Build | None = None
_warnings = CountHandler(level=logging.WARNING)
_beside = False  # our pages join those of a project; else docs_dir holds ours alone
_ours: frozenset[str] = frozenset()  # beside a project's own pages: which are ours
_docs = ".build/docs"  # where the plugin puts the generated pages, as docs_dir is the project's
_live: live.Live | None = None


def beside_others(config: MkDocsConfig) -> None:
    """Before `on_config`, by the plugin: `docs_dir` holds somebody's own pages."""
    global _beside
    if any(Path(path).name == Path(__file__).name for path in config.hooks):
        raise PluginError(
            "florilegium is among the plugins and the hooks — take it out of one of them"
        )
    _beside = True


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, whose site lies in a temporary folder that nobody else
    reads.
    """
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """One build at a time; and it goes into a folder beside the site."""
    # MkDocs takes the path away when the hook is loaded; processes that this one starts need it
    root = str(Path(__file__).resolve().parent.parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    settings = _settings(config)
    bring.theme(config, shipped.folder("site_overrides"))
    if not _beside:
        bring.navigation(config)
    _staging.hold(settings.cache)
    if not _serving:
        _staging.begin(config)
    if settings.corrections == "edit" or (_serving and settings.corrections == "serve"):
        config.extra["put_right"] = True  # read by material.html
    # Material keeps its settings by this address. As it is the same on each page, so is the script,
    # and so the policy
    config.extra.setdefault("scope", urlsplit(config.site_url or "/").path or "/")
    # beside a project's own pages Material's index holds them and ours
    if not _beside and search_index.installed():
        # read by florilegium.html
        config.extra["florilegium_worker"] = search_index.worker_of(config.theme.dirs)
    elif not _beside:
        log.info(
            "Pagefind is not installed, so the search box uses Material's own index — pip install '.[search]'"
        )
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Make the generated folder, so that MkDocs finds it up to date; each problem is a warning."""
    settings = _settings(config)
    _built.of(settings)
    try:
        report = build.build(
            settings, keep=live.keeper(_built.keep) if _serving and settings.fast else build.dropped
        )
    except (ConfigError, write.WriteError) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(told(error)) from error
    # a build in the background repeats none
    note = logging.INFO if parent_process() is None else logging.DEBUG
    for problem in report.problems:
        log.log(note if problem.note else logging.WARNING, "%s", problem)
    changed = len(report.written.changed)
    log.info(
        "%d articles, %d quotations; %d files changed", report.articles, report.quotes, changed
    )
    if report.changes:
        log.info("since the last build: %s", report.changes)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Of the last site all is kept that need not be made again."""
    global _kept, _build, _ours
    docs = _settings(config).docs if _beside else Path(config.docs_dir)
    if _beside:
        _ours = found.joined(files, config, docs)
    found.look_over(files, config, docs)
    if _serving and (settings := _settings(config)).corrections != "off":
        _ours |= found.served(files, config, settings.cache / build.REVIEW)
    _kept = None
    # beside a project's own pages other plugins may look at each of them
    site = _staging.site
    if _beside or site is None or not (settings := _settings(config)).fast:
        return files
    made_of = fast.shared.made_of(config, files, Path(__file__).resolve().parent)
    if made_of is None:
        return files
    beside = (site, settings.cache / "search", settings.cache / "pagefind")
    _build = fast.kept.Build(site, settings.cache / "site.json", made_of, beside)
    _kept = fast.kept.choose(files, config, _build)
    _warnings.counts.clear()
    logging.getLogger("mkdocs").addHandler(_warnings)
    return fast.kept.stay(config) if _kept.whole else _kept


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Generated pages need no Markdown parser."""
    global _nav
    _nav = nav
    if _settings(config).fast:
        fast.attach(nav, files, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Note which inline scripts are the theme's own; render each kind of page once and then fill it
    in.
    """
    global _scripts, _others
    _scripts = policy.known_scripts(map(Path, config.theme.dirs))
    _others = policy.others(
        font=config.theme.get("font") is not False,
        styles=config.extra_css,
        scripts=map(str, config.extra_javascript),
    )
    settings = _settings(config)
    if _kept is not None and _kept.whole:
        return
    if why := theme_page.why_whole(env, _nav or Navigation([], []), files, config):
        config.extra["florilegium_whole"] = True  # read by florilegium.html and shell.js
        log.info("Pages are printed whole, each some 14 kB larger than it must be: %s", why)
    if _kept is not None and _staging.site is not None and _nav is not None:
        fast.kept.check(_kept, _nav, env, config, _staging.site)
    if settings.fast:
        fast.start(env, files)
    if _serving and settings.fast and _nav is not None:
        _built.shell = live.Shell(config, env, _nav)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """What Pagefind finds, Material's own index need not hold; the search box is only drawn when
    there is one.
    """
    if _beside:  # whose main.html is it? each page has the template of its own side
        ours = page.file.src_uri in _ours
        page.meta.setdefault("template", bring.TEMPLATE if ours else bring.theirs(config))
    if config.extra.get("florilegium_worker"):
        page.meta["search"] = {"exclude": True}


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """A template may ask for all pages, those that are not made again among them."""
    if _kept is not None:
        context["pages"] = _kept.every_page


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> None:
    """The same for what is no page: the sitemap."""
    if _kept is not None:
        context["pages"] = fast.kept.with_pages(_kept, config)


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Each page is made tight and gets its policy; under `serve` it gets that when it is asked for
    (live/guard.py).
    """
    return output if _serving else _walled(tight.tight(output))


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The 404 page too; and no page was changed today for having been built today."""
    if template_name == "sitemap.xml":
        return _LAST_CHANGE.sub("", output_content)
    return output_content if _serving else _walled(output_content)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """The new site takes the place of the old one, after every plugin has written its files."""
    if _built.shell is not None:
        _built.shell.lighten()
    logging.getLogger("mkdocs").removeHandler(_warnings)
    if _kept is not None and _kept.whole and _staging.site is not None:
        _staging.keep(config)
        return
    if config.extra.get("florilegium_worker"):
        _indexing.make(_settings(config), Path(config.site_dir), _serving)
    if _kept is not None and _staging.site is not None:
        fast.kept.link(_kept, _staging.site, Path(config.site_dir))
    name_stopped(Path(config.site_dir), config.plugins)
    _staging.swap(config)
    if _kept is not None and _build is not None and _staging.site is not None:
        fast.kept.remember(_kept, _build, warned=any(_warnings.counts.values()))
    _staging.release()


@event_priority(-100)
def on_build_error(error: Exception) -> None:
    """A build that failed leaves the site that was there."""
    logging.getLogger("mkdocs").removeHandler(_warnings)
    _staging.fail()
    if isinstance(error, OSError):  # one line for what is no fault of the program
        raise PluginError(told(error)) from error


def _walled(page: str, more: policy.Known = ()) -> str:
    """A page with its policy; beside a project's own pages only ours have one."""
    if _beside and tight.OWN not in page:
        return page
    return policy.with_policy(page, (*_scripts, *more), _others)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people edit instead of what the build writes; show an edit at once, and build the
    rest meanwhile.
    """
    global _live
    settings = _settings(config)
    server.set_app(live.guarded(server.serve_request, server.url, _walled))
    server.unwatch(config.docs_dir)
    if _serving and settings.fast and _built.shell is not None:
        _live = live.serve(server, config, builder, _built, _indexing.wait)
    own = [Path(config.docs_dir)] if _beside else []
    if settings.corrections != "off":
        live.mount(server, config, settings.seeds, later=not settings.fast)
        log.info("What is doubtful is asked at %sreview/", server.url)
    for folder in (settings.seeds, settings.templates, *map(Path, config.theme.dirs[:1]), *own):
        if folder.is_dir():
            server.watch(str(folder))
    return server


def on_shutdown() -> None:
    """Nothing goes on without the server."""
    if _live is not None:
        _live.stop()


def _settings(config: MkDocsConfig) -> Settings:
    docs = _docs if _beside else config.docs_dir
    return settings_of(config, docs, str(_staging.site or config.site_dir))
