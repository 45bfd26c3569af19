"""seeds/corrections.yml → entries. A field that can't be used is a problem; the rest of its entry still counts."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args

from generator.correct.entries import KINDS, REASONS, STANCES, ArticleCorrection, Corrections, QuoteCorrection
from generator.fields import safe_yaml
from generator.fields.metadata import metadata, one_line
from generator.fields.values import Note, Value, problem, unreadable
from generator.fields.yaml_fields import CANONICAL, fields_of
from generator.model import EntityKind, NameCorrection, Problem

LARGEST = 4_000_000  # characters; 20,000 corrections
QUOTE_FIELDS = (
    *("article", "words", "before", "after"),
    *("speaker", "kind", "span", "cue", "stance", "drop", "add", "not_speech"),
)
NAME_FIELDS = ("name", "also", "rename", "kind", "roles", "not_a_name", "only_in", "apart_from")
# the standfirst is text of the article, which nobody may change but in its own file; a layout makes it no article
NOT_HERE = ("standfirst", "layout")
ARTICLE_FIELDS = ("article", *(name for name in dict.fromkeys(CANONICAL.values()) if name not in NOT_HERE))
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "quotes": {name: name for name in QUOTE_FIELDS},
    "names": {name: name for name in NAME_FIELDS},
    "articles": {"article": "article"} | {other: name for other, name in CANONICAL.items() if name in ARTICLE_FIELDS},
}


def load(path: Path) -> Corrections:
    """Read the file; no file means no corrections. Never raises for what is in it."""
    file = f"{path.parent.name or path.parent.resolve().name}/{path.name}"
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return Corrections(problems=(Problem(file, "is no file of its own", "put the file itself here"),))
    try:
        body = path.read_bytes()[: LARGEST * 4].removeprefix(codecs.BOM_UTF8)
        text = body.decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return Corrections()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return Corrections(problems=(Problem(f"{file}:{line}", "is not UTF-8 text", "save it as UTF-8"),))
    except OSError as error:
        return Corrections(problems=(problem(file, unreadable(error)),))
    return read(text, file)


def read(text: str, file: str = "seeds/corrections.yml") -> Corrections:
    """The entries of a corrections file; `file` is what problems call it."""
    node = safe_yaml.compose(text, LARGEST)
    if node is None:
        return Corrections()
    if isinstance(node, safe_yaml.Refused):
        return Corrections(problems=(Problem(f"{file}:{node.line}", node.what, node.hint),))
    entries = _Entries(file)
    if not isinstance(node, safe_yaml.Mapping):
        entries.note(Note("is not a list of sections", 'begin with "quotes:", "names:" or "articles:"', 1))
        return entries.made()
    for key, section in node.value:
        name = key.value if isinstance(key, safe_yaml.Scalar) else ""
        line = safe_yaml.line_of(key)
        if name not in SECTIONS:
            entries.note(Note(f"the section {name[:80]!r} is unknown", f"the sections are {', '.join(SECTIONS)}", line))
        elif isinstance(section, safe_yaml.List):
            for item in section.value:
                entries.add(name, item)
        elif not safe_yaml.is_empty(section):
            entries.note(Note(f"{name} is not a list", 'begin each entry with "- "', line))
    return entries.made()


class _Entries:
    """Collects entries and problems while a file is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.quotes: list[QuoteCorrection] = []
        self.names: list[NameCorrection] = []
        self.articles: list[ArticleCorrection] = []
        self.problems: list[Problem] = []
        self.seen: dict[tuple[str, ...], str] = {}

    def made(self) -> Corrections:
        return Corrections(tuple(self.quotes), tuple(self.names), tuple(self.articles), tuple(self.problems))

    def note(self, note: Note) -> None:
        self.problems.append(problem(self.file, note))

    def add(self, section: str, item: safe_yaml.Node) -> None:
        """Read one entry of a section."""
        line = safe_yaml.line_of(item)
        if not isinstance(item, safe_yaml.Mapping):
            self.note(Note(f"an entry of {section} is not a list of fields", 'write lines like "article: …"', line))
            return
        values, notes = fields_of(item, 0, SECTIONS[section], strict=True)
        for note in notes:
            self.note(note)
        where = f"{self.file}:{line}"
        if section == "quotes":
            self._quote(values, where, line)
        elif section == "names":
            self._name(values, where, line)
        else:
            self._article(values, where, line)

    def _quote(self, values: dict[str, Value], where: str, line: int) -> None:
        article, words = self._text(values, "article"), self._text(values, "words")
        if not article or not words:
            missing = "words" if article else "article"
            self.note(
                Note(f"an entry of quotes has no {missing}", "give the article and the words of the quotation", line)
            )
            return
        kind = self._choice(values, "kind", KINDS)
        reason = None
        if "not_speech" in values:
            yes = values["not_speech"].text.lower() in ("true", "yes")
            reason = "by hand" if yes else self._choice(values, "not_speech", (*REASONS, "true"))
        entry = QuoteCorrection(
            where,
            article,
            words,
            before=self._text(values, "before"),
            after=self._text(values, "after"),
            speaker=self._text(values, "speaker") or None,
            speaker_given="speaker" in values and values["speaker"].shape in ("text", "empty"),
            kind=cast(Any, kind),
            span=self._text(values, "span") or None,
            cue=self._text(values, "cue") or None,
            stance=cast(Any, self._choice(values, "stance", STANCES)),
            drop=self._yes(values, "drop"),
            add=self._yes(values, "add"),
            not_speech=cast(Any, reason),
        )
        if sum((entry.drop, entry.add, entry.not_speech is not None)) > 1:
            self.note(Note("an entry can do one of drop, add and not_speech", "remove the others", line))
        elif not (set(values) & set(QUOTE_FIELDS[4:])):
            self.note(Note("an entry of quotes changes nothing", "add speaker, kind, span, drop …", line))
        elif self._once(("quote", article, words, entry.before, entry.after), where, line):
            self.quotes.append(entry)

    def _name(self, values: dict[str, Value], where: str, line: int) -> None:
        name = self._text(values, "name")
        if not name:
            self.note(Note("an entry of names has no name", 'write "name: …" as the site shows it', line))
            return
        if self._once(("name", name), where, line):
            self.names.append(
                NameCorrection(
                    where,
                    name,
                    also=self._list(values, "also"),
                    rename=self._text(values, "rename") or None,
                    kind=cast(Any, self._choice(values, "kind", get_args(EntityKind))),
                    roles=self._list(values, "roles") if "roles" in values else None,
                    not_a_name=self._yes(values, "not_a_name"),
                    only_in=self._list(values, "only_in"),
                    apart_from=self._list(values, "apart_from"),
                )
            )

    def _article(self, values: dict[str, Value], where: str, line: int) -> None:
        article = self._text(values, "article")
        if not article:
            self.note(Note("an entry of articles has no article", "give its address or its file", line))
            return
        found = metadata({name: value for name, value in values.items() if name != "article"})
        for note in found.notes:
            self.note(note)
        if self._once(("article", article), where, line):
            self.articles.append(
                ArticleCorrection(where, article, tuple(found.values.items()), found.slug, found.draft)
            )

    def _once(self, key: tuple[str, ...], where: str, line: int) -> bool:
        first = self.seen.setdefault(key, where)
        if first != where:
            self.note(Note(f"is the same entry as {first}", "put both into one", line))
        return first == where

    def _text(self, values: dict[str, Value], name: str) -> str:
        value = values.get(name)
        if value is None or value.shape == "empty":
            return ""
        if value.shape != "text":
            self.note(Note(f"the field {name!r} is {_shape(value)}", "write one text", value.line))
        return one_line(value.text)

    def _list(self, values: dict[str, Value], name: str) -> tuple[str, ...]:
        value = values.get(name)
        if value is None or value.shape == "empty":
            return ()
        if value.shape not in ("text", "list"):
            self.note(Note(f"the field {name!r} is {value.shape}", "write a list of texts", value.line))
            return ()
        return tuple(dict.fromkeys(one_line(text) for text in value.texts if text.strip()))

    def _choice(self, values: dict[str, Value], name: str, choices: tuple[str, ...]) -> str | None:
        text = self._text(values, name)
        if text and text not in choices:
            self.note(Note(f"{name}: {text[:80]!r} is unknown", f"write {', '.join(choices)}", values[name].line))
            return None
        return text or None

    def _yes(self, values: dict[str, Value], name: str) -> bool:
        text = self._text(values, name).lower()
        if text not in ("", "true", "yes", "false", "no"):
            self.note(Note(f"{name}: {text[:80]!r} is neither true nor false", "write true", values[name].line))
        return text in ("true", "yes")


def _shape(value: Value) -> str:
    return "a list" if value.shape == "list" else value.shape
