"""Fills raw pages into skeletons, kind by kind; where that can't be shown to be the same, the template renders them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, pass_context
from jinja2.runtime import Context
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import escape
from mkdocs.structure.files import Files

from generator.engine.fast import skeleton
from generator.engine.fast.page import RawPage

log = logging.getLogger("mkdocs.hooks.florilegium.fast")


_TEMPLATE = "florilegium-fast.html"


# Texts of a page that a template prints; all else that it may read is the same for all pages of a
# folder.
_TEXTS = ("title", "meta", "content", "canonical_url", "abs_url", "edit_url")


_SAME = frozenset(
    "toc active parent ancestors previous_page next_page children is_homepage is_index is_top_level is_page is_section"
    " is_link url update_date".split()
)


_COMPARED = 5  # pages of a kind that are rendered both ways


class _Probe(RawPage):
    """A page of slots; `read_else` names what a template read that no slot stands for."""

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_") or name in _TEXTS or name == "read_else":
            return object.__getattribute__(self, name)
        if name in _SAME:
            return getattr(self._page, name)
        value = getattr(self._page, name)
        self.read_else.append(name)
        return value

    @classmethod
    def of(cls, page: RawPage, texts: Mapping[str, Any]) -> _Probe:
        """A stand-in for `page` with other texts."""
        probe = object.__new__(cls)
        probe.__dict__.update(texts, _page=page, read_else=[])
        return probe


def start(env: Environment, files: Files) -> Filler:
    """In the `env` event: pages with a raw body are filled into skeletons from here on."""
    pages = [
        f.page for f in files.documentation_pages() if isinstance(f.page, RawPage) and f.page.raw
    ]
    filler = Filler(env, pages, _folders(files))
    assert env.loader is not None  # noqa: S101 (MkDocs always sets one)
    env.loader = ChoiceLoader([DictLoader({_TEMPLATE: "{{ florilegium_fast() }}"}), env.loader])
    env.globals["florilegium_fast"] = pass_context(filler)
    for page in pages:
        page.meta = {**page.meta, "template": _TEMPLATE}
    return filler


def _folders(files: Files) -> frozenset[str]:
    """Folders that hold something else than one page: links from such a page may be shorter.

    What lies beside a page that stands in no navigation (an article's references, a speaker's
    feeds) does not count: no template leads there but by what the page itself says.
    """
    alone = {
        f.dest_uri.removesuffix("index.html")
        for f in files
        if isinstance(f.page, RawPage) and f.page.raw
    }
    found: set[str] = set()
    for file in files:
        beside = f"{file.dest_uri.rpartition('/')[0]}/" in alone
        parts = file.dest_uri.split("/")[: -2 if beside else -1]
        while parts and "/".join(parts) not in found:
            found.add("/".join(parts))
            parts.pop()
    return frozenset(found)


class Filler:
    """Renders raw pages: kind by kind, or the normal way."""

    def __init__(self, env: Environment, pages: Iterable[RawPage], folders: frozenset[str]) -> None:
        self._env = env
        self._folders = folders
        self._filters = _filters(env)
        self._meta = {page: page.meta for page in pages}
        self._groups: dict[Any, _Group] = {}
        for page in self._meta:
            self._groups.setdefault(self._group(page), _Group()).pages.append(page)
        self.filled = 0
        self.normal: Counter[str] = Counter()

    def _group(self, page: RawPage) -> Any:
        own = page.file.dest_uri.removesuffix("/index.html")
        folder = own if own in self._folders else own.rpartition("/")[0]
        return folder, skeleton.shape(self._values(page)), page.meta.get("template")

    def _values(self, page: RawPage) -> dict[str, Any]:
        return {
            name: self._meta[page] if name == "meta" else getattr(page, name) for name in _TEXTS
        }

    def __call__(self, context: Context) -> str:
        """The whole page of this context."""
        page = context["page"]
        page.meta = self._meta[page]
        output = self._filled(page, context.get_all())
        if output is None:
            return self._render(page, context.get_all())
        self.filled += 1
        return output

    def _filled(self, page: RawPage, given: Mapping[str, Any]) -> str | None:
        group = self._groups[self._group(page)]
        if len(group.pages) <= _COMPARED:
            self.normal["few pages of their kind"] += 1
            return None
        values = self._values(page)
        if not group.why and group.kind(values) not in group.skeletons:
            self._prepare(group, page, given)
            if group.why:
                log.info(
                    "%s and its like are rendered the normal way: %s", page.file.src_uri, group.why
                )
        if group.why:
            self.normal[group.why] += 1
            return None
        filled = group.skeletons[group.kind(values)].fill(values)
        if filled is None:
            self.normal["unusual characters"] += 1
        return filled

    def _render(self, page: RawPage, given: Mapping[str, Any]) -> str:
        template = self._env.get_template(self._meta[page].get("template", "main.html"))
        return template.render({**given, "page": page})

    def _prepare(self, group: _Group, page: RawPage, given: Mapping[str, Any]) -> None:
        """A skeleton for this page's kind, compared with pages of it; `group.why` says why there is
        none.
        """
        group.prepared += 1
        if group.prepared > 8 and group.prepared > len(group.pages) // 20:
            group.why = f"the template asks too much of them ({_told(group.questions)})"
            return
        asked: list[skeleton.Question] = []
        texts, made = skeleton.slots(self._values(page), asked, self._same(group))
        probe = _Probe.of(page, texts)
        self._meta[probe] = self._meta[page]
        output = self._render(probe, given)
        del self._meta[probe]
        if probe.read_else:
            group.why = f"the template reads page.{', page.'.join(sorted(set(probe.read_else)))}"
            return
        group.ask(asked)
        cut = skeleton.cut(output, made, self._filters)
        if cut is None:
            group.why = "the template changes a text in a way that is not known here"
            return
        kind = group.kind(self._values(page))
        alike = [other for other in group.pages if group.kind(self._values(other)) == kind]
        for other in _spread(alike, page):
            if cut.fill(self._values(other)) not in (None, self._normal(other, given)):
                group.why = f"the shortcut gives something else for {other.file.src_uri}"
                return
        group.skeletons[kind] = cut

    def _same(self, group: _Group) -> dict[skeleton.Path, str]:
        """The texts that all pages of a group share, whatever the template makes of them."""
        if group.same is None:
            first, *others = map(self._values, group.pages)
            group.same = dict(skeleton.texts(first))
            for values in others:
                held = dict(skeleton.texts(values))
                group.same = {
                    path: text for path, text in group.same.items() if held.get(path) == text
                }
        return group.same

    def _normal(self, page: RawPage, given: Mapping[str, Any]) -> str:
        active, meta = page.active, page.meta
        page.active, page.meta = True, self._meta[page]
        try:
            return self._render(page, given)
        finally:
            page.active, page.meta = active, meta


class _Group:
    """Pages of the same template, folder and shape."""

    def __init__(self) -> None:
        self.pages: list[RawPage] = []
        self.questions: list[skeleton.Question] = []
        self.skeletons: dict[Any, skeleton.Skeleton] = {}
        self.prepared = 0
        # texts that all of them share; None = not looked at yet
        self.same: dict[skeleton.Path, str] | None = None
        self.why = ""  # why it goes the normal way; "" = it doesn't

    def kind(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The answers of a page to what the template asks."""
        return tuple(skeleton.answer(values, question) for question in self.questions)

    def ask(self, asked: Iterable[skeleton.Question]) -> None:
        """Take in further questions; skeletons made without them are dropped."""
        new = [question for question in dict.fromkeys(asked) if question not in self.questions]
        if new:
            self.questions += new
            self.skeletons.clear()


def _spread(pages: list[RawPage], first: RawPage) -> list[RawPage]:
    """The pages of a kind that are likeliest to show a difference: this one, the last, the longest,
    the oddest.
    """

    def odd(page: RawPage) -> int:
        return sum(str(value).count(mark) for value in page.meta.values() for mark in "<>&\"'%\\")

    by_size = sorted(pages, key=lambda page: len(page.content or ""))
    chosen = [first, pages[-1], by_size[0], by_size[-1], max(pages, key=odd)]
    return list(dict.fromkeys(chosen))


def _told(questions: list[skeleton.Question]) -> str:
    return ", ".join(sorted({".".join(map(str, path)) for path, _, _ in questions}))


def _filters(env: Environment) -> list[skeleton.Filter]:
    """The ways to print a text that are known, the commonest first. All but the last work character
    by character.
    """

    def escaped(text: str) -> str:
        return str(escape(text))

    def in_json(text: str) -> str:
        policies = env.policies
        shown = htmlsafe_json_dumps(
            text, policies["json.dumps_function"], **policies["json.dumps_kwargs"]
        )
        return str(shown)[1:-1]

    def in_address(text: str) -> str:
        return str(env.filters["urlencode"](text))

    def stripped(text: str) -> str:
        return str(env.filters["striptags"](text))

    def only_words(text: str) -> str | None:
        # `striptags` is the same text then; else a tag might end in what stands behind it
        return (
            text if "<" not in text and "&" not in text and text == " ".join(text.split()) else None
        )

    char_by_char: list[Callable[[str], str]] = [
        str,
        escaped,
        in_json,
        in_address,
        lambda text: escaped(escaped(text)),
    ]
    return [
        *(skeleton.Filter(way, way) for way in char_by_char),
        skeleton.Filter(stripped, only_words),
    ]
