"""One entry of a corrections file → a value, with a problem for each field that can't be used."""

from __future__ import annotations

from typing import Any, cast, get_args

from generator.correct.contradictions import contradiction, no_subject
from generator.correct.entries import (
    KINDS,
    REASONS,
    STANCES,
    ArticleCorrection,
    Corrections,
    MentionCorrection,
    Passage,
    QuoteCorrection,
    StatementCorrection,
)
from generator.correct.sections import (
    CLEARED,
    PASSAGE_FIELDS,
    QUOTE_FIELDS,
    REASON_FIELDS,
    SECTIONS,
)
from generator.fields import safe_yaml
from generator.fields.metadata import metadata, one_line
from generator.fields.values import Note, Value, problem
from generator.fields.yaml_fields import fields_of
from generator.model import EntityKind, NameCorrection, Problem, SubjectCorrection


class Entries:
    """Collects entries and problems while files are read."""

    def __init__(self) -> None:
        self.file = ""  # the one that is read
        self.quotes: list[QuoteCorrection] = []
        self.names: list[NameCorrection] = []
        self.articles: list[ArticleCorrection] = []
        self.mentions: list[MentionCorrection] = []
        self.statements: list[StatementCorrection] = []
        self.subjects: list[SubjectCorrection] = []
        self.problems: list[Problem] = []
        self.seen: dict[tuple[str, ...], str] = {}

    def made(self) -> Corrections:
        """All of them."""
        return Corrections(
            quotes=tuple(self.quotes),
            names=tuple(self.names),
            articles=tuple(self.articles),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            subjects=tuple(self.subjects),
            problems=tuple(self.problems),
        )

    def note(self, note: Note) -> None:
        """Add a problem of the file that is read."""
        self.problems.append(problem(self.file, note))

    def add(self, section: str, item: safe_yaml.Node) -> None:
        """Read one entry of a section."""
        line = safe_yaml.line_of(item)
        if not isinstance(item, safe_yaml.Mapping):
            self.note(
                Note(
                    f"an entry of {section} is not a list of fields",
                    'write lines like "article: …"',
                    line,
                )
            )
            return
        values, notes = fields_of(item, 0, SECTIONS[section], strict=True)
        for note in notes:
            self.note(note)
        where = f"{self.file}:{line}"
        if section == "quotes":
            self._quote(values, where, line)
        elif section == "names":
            self._name(values, where, line)
        elif section == "mentions":
            self._mention(values, where, line)
        elif section == "statements":
            self._statement(item, values, where, line)
        elif section == "subjects":
            self._subject(values, where, line)
        else:
            self._article(values, where, line)

    def _quote(self, values: dict[str, Value], where: str, line: int) -> None:
        article, words = self._text(values, "article"), self._text(values, "words")
        if not article or not words:
            missing = "words" if article else "article"
            hint = "give the article and the words of the quotation"
            self.note(Note(f"an entry of quotes has no {missing}", hint, line))
            return
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
            kind=cast(Any, self._choice(values, "kind", KINDS)),
            span=self._text(values, "span") or None,
            cue=self._text(values, "cue") or None,
            stance=cast(Any, self._choice(values, "stance", STANCES)),
            drop=self._yes(values, "drop"),
            add=self._yes(values, "add"),
            not_speech=cast(Any, reason),
            checked=self._yes(values, "checked"),
            printed=self._text(values, "printed") or None,
            join=self._list(values, "join"),
            split=self._list(values, "split"),
            why=self._text(values, "why"),
            see=self._text(values, "see"),
        )
        wrong = contradiction(entry)
        if wrong:
            self.note(Note(*wrong, line))
        elif not (set(values) & set(QUOTE_FIELDS[4:]) - set(REASON_FIELDS)):
            self.note(
                Note(
                    "an entry of quotes changes nothing",
                    "add speaker, kind, span, drop, checked …",
                    line,
                )
            )
        elif self._once(("quote", article, words, entry.before, entry.after), where, line):
            self.quotes.append(entry)

    def _name(self, values: dict[str, Value], where: str, line: int) -> None:
        name = self._text(values, "name")
        if not name:
            self.note(
                Note("an entry of names has no name", 'write "name: …" as the site shows it', line)
            )
            return
        elsewhere = self._text(values, "elsewhere") or None
        if elsewhere and "only_in" not in values:
            self.note(
                Note("elsewhere without only_in names nobody", "list the articles in only_in", line)
            )
            elsewhere = None
        self._reason(values)
        if self._once(("name", name), where, line):
            self.names.append(
                NameCorrection(
                    where,
                    name,
                    also=self._list(values, "also"),
                    rename=self._text(values, "rename") or None,
                    kind=cast(Any, self._choice(values, "kind", get_args(EntityKind))),
                    roles=self._list(values, "roles") if "roles" in values else None,
                    not_roles=self._list(values, "not_roles"),
                    not_a_name=self._yes(values, "not_a_name"),
                    only_in=self._list(values, "only_in"),
                    elsewhere=elsewhere,
                    apart_from=self._list(values, "apart_from"),
                )
            )

    def _mention(self, values: dict[str, Value], where: str, line: int) -> None:
        article, words, name = (self._text(values, field) for field in ("article", "words", "name"))
        if not (article and words and name):
            missing = "article" if not article else "words" if not words else "name"
            hint = "give the article, the words in it, and whom they mean"
            self.note(Note(f"an entry of mentions has no {missing}", hint, line))
            return
        self._reason(values)
        before = self._text(values, "before")
        if self._once(("mention", article, words, before), where, line):
            self.mentions.append(MentionCorrection(where, article, words, name, before))

    def _statement(
        self, item: safe_yaml.Mapping, values: dict[str, Value], where: str, line: int
    ) -> None:
        self._reason(values)
        given = [name for name in ("same", "apart") if name in values]
        if len(given) != 1:
            self.note(
                Note(
                    "an entry of statements needs one of same and apart",
                    "write one list of quotations",
                    line,
                )
            )
            return
        node = next(child for key, child in item.value if str(key.value).lower() == given[0])
        found = (
            [self._passage(child) for child in node.value]
            if isinstance(node, safe_yaml.List)
            else []
        )
        passages = tuple(dict.fromkeys(passage for passage in found if passage))
        if len(passages) < 2 or None in found:
            fact = f"{given[0]} is no list of two and more quotations"
            self.note(Note(fact, "write each as - {article: …, words: …}", values[given[0]].line))
            return
        key = (f"{p.article}\n{p.words}\n{p.before}" for p in sorted(passages, key=repr))
        if self._once(("statement", *key), where, line):
            self.statements.append(StatementCorrection(where, given[0] == "same", passages))

    def _subject(self, values: dict[str, Value], where: str, line: int) -> None:
        name = self._text(values, "name")
        self._reason(values)
        entry = SubjectCorrection(
            where,
            name,
            words=self._list(values, "words"),
            not_=self._list(values, "not"),
            tags=self._list(values, "tags"),
            under=self._text(values, "under") or None,
            was=self._list(values, "was"),
            iptc=self._text(values, "iptc"),
            not_a_subject=self._yes(values, "not_a_subject"),
        )
        wrong = no_subject(entry)
        if wrong:
            self.note(Note(*wrong, line))
        elif self._once(("subject", name.casefold()), where, line):
            self.subjects.append(entry)

    def _passage(self, node: safe_yaml.Node) -> Passage | None:
        if not isinstance(node, safe_yaml.Mapping):
            return None
        values, notes = fields_of(node, 0, {name: name for name in PASSAGE_FIELDS}, strict=True)
        for note in notes:
            self.note(note)
        article, words = self._text(values, "article"), self._text(values, "words")
        return Passage(article, words, self._text(values, "before")) if article and words else None

    def _article(self, values: dict[str, Value], where: str, line: int) -> None:
        article = self._text(values, "article")
        if not article:
            self.note(
                Note("an entry of articles has no article", "give its address or its file", line)
            )
            return
        self._reason(values)
        found = metadata(
            {n: value for n, value in values.items() if n not in ("article", *REASON_FIELDS)}
        )
        for note in found.notes:
            self.note(note)
        cleared = dict(
            CLEARED[name]
            for name, value in values.items()
            if name in CLEARED and value.shape == "empty"
        )
        if self._once(("article", article), where, line):
            given = tuple((cleared | found.values).items())
            self.articles.append(ArticleCorrection(where, article, given, found.slug, found.draft))

    def _reason(self, values: dict[str, Value]) -> None:
        """A reason is for whoever reads the file; here only its shape is looked at."""
        for name in REASON_FIELDS:
            self._text(values, name)

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
            self.note(
                Note(f"the field {name!r} is {value.shape}", "write a list of texts", value.line)
            )
            return ()
        return tuple(dict.fromkeys(one_line(text) for text in value.texts if text.strip()))

    def _choice(self, values: dict[str, Value], name: str, choices: tuple[str, ...]) -> str | None:
        text = self._text(values, name)
        if text and text not in choices:
            self.note(
                Note(
                    f"{name}: {text[:80]!r} is unknown",
                    f"write {', '.join(choices)}",
                    values[name].line,
                )
            )
            return None
        return text or None

    def _yes(self, values: dict[str, Value], name: str) -> bool:
        text = self._text(values, name).lower()
        if text not in ("", "true", "yes", "false", "no"):
            self.note(
                Note(
                    f"{name}: {text[:80]!r} is neither true nor false",
                    "write true",
                    values[name].line,
                )
            )
        return text in ("true", "yes")


def _shape(value: Value) -> str:
    return "a list" if value.shape == "list" else value.shape
