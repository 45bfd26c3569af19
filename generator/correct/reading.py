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
from generator.correct.entry_fields import Fields
from generator.correct.sections import (
    CLEARED,
    PASSAGE_FIELDS,
    QUOTE_FIELDS,
    REASON_FIELDS,
    SECTIONS,
)
from generator.fields import safe_yaml
from generator.fields.metadata import metadata
from generator.fields.values import Note, problem
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
        fields = Fields(values, self.note)
        if section == "quotes":
            self._quote(fields, where, line)
        elif section == "names":
            self._name(fields, where, line)
        elif section == "mentions":
            self._mention(fields, where, line)
        elif section == "statements":
            self._statement(item, fields, where, line)
        elif section == "subjects":
            self._subject(fields, where, line)
        else:
            self._article(fields, where, line)

    def _quote(self, fields: Fields, where: str, line: int) -> None:
        article, words = fields.text("article"), fields.text("words")
        if not article or not words:
            missing = "words" if article else "article"
            hint = "give the article and the words of the quotation"
            self.note(Note(f"an entry of quotes has no {missing}", hint, line))
            return
        reason = None
        if "not_speech" in fields.values:
            yes = fields.values["not_speech"].text.lower() in ("true", "yes")
            reason = "by hand" if yes else fields.choice("not_speech", (*REASONS, "true"))
        speakers = fields.texts("speaker")  # several: they said it together
        entry = QuoteCorrection(
            where,
            article,
            words,
            before=fields.text("before"),
            after=fields.text("after"),
            speaker=next(iter(speakers), None),
            speaker_given="speaker" in fields.values
            and fields.values["speaker"].shape in ("text", "list", "empty"),
            others=speakers[1:],
            kind=cast(Any, fields.choice("kind", KINDS)),
            span=fields.text("span") or None,
            cue=fields.text("cue") or None,
            stance=cast(Any, fields.choice("stance", STANCES)),
            drop=fields.yes("drop"),
            add=fields.yes("add"),
            not_speech=cast(Any, reason),
            checked=fields.yes("checked"),
            printed=fields.text("printed") or None,
            join=fields.texts("join"),
            split=fields.texts("split"),
            why=fields.text("why"),
            see=fields.text("see"),
        )
        wrong = contradiction(entry)
        if wrong:
            self.note(Note(*wrong, line))
        elif not (set(fields.values) & set(QUOTE_FIELDS[4:]) - set(REASON_FIELDS)):
            self.note(
                Note(
                    "an entry of quotes changes nothing",
                    "add speaker, kind, span, drop, checked …",
                    line,
                )
            )
        elif self._once(("quote", article, words, entry.before, entry.after), where, line):
            self.quotes.append(entry)

    def _name(self, fields: Fields, where: str, line: int) -> None:
        name = fields.text("name")
        if not name:
            self.note(
                Note("an entry of names has no name", 'write "name: …" as the site shows it', line)
            )
            return
        elsewhere = fields.text("elsewhere") or None
        if elsewhere and "only_in" not in fields.values:
            self.note(
                Note("elsewhere without only_in names nobody", "list the articles in only_in", line)
            )
            elsewhere = None
        fields.reason()
        if self._once(("name", name), where, line):
            self.names.append(
                NameCorrection(
                    where,
                    name,
                    also=fields.texts("also"),
                    rename=fields.text("rename") or None,
                    kind=cast(Any, fields.choice("kind", get_args(EntityKind))),
                    roles=fields.texts("roles") if "roles" in fields.values else None,
                    not_roles=fields.texts("not_roles"),
                    not_a_name=fields.yes("not_a_name"),
                    only_in=fields.texts("only_in"),
                    elsewhere=elsewhere,
                    apart_from=fields.texts("apart_from"),
                    checked=fields.yes("checked"),
                )
            )

    def _mention(self, fields: Fields, where: str, line: int) -> None:
        article, words, name = (fields.text(field) for field in ("article", "words", "name"))
        if not (article and words and name):
            missing = "article" if not article else "words" if not words else "name"
            hint = "give the article, the words in it, and whom they mean"
            self.note(Note(f"an entry of mentions has no {missing}", hint, line))
            return
        fields.reason()
        before = fields.text("before")
        if self._once(("mention", article, words, before), where, line):
            self.mentions.append(MentionCorrection(where, article, words, name, before))

    def _statement(self, item: safe_yaml.Mapping, fields: Fields, where: str, line: int) -> None:
        fields.reason()
        given = [name for name in ("same", "apart") if name in fields.values]
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
            self.note(
                Note(fact, "write each as - {article: …, words: …}", fields.values[given[0]].line)
            )
            return
        key = (f"{p.article}\n{p.words}\n{p.before}" for p in sorted(passages, key=repr))
        if self._once(("statement", *key), where, line):
            self.statements.append(StatementCorrection(where, given[0] == "same", passages))

    def _subject(self, fields: Fields, where: str, line: int) -> None:
        name = fields.text("name")
        fields.reason()
        entry = SubjectCorrection(
            where,
            name,
            words=fields.texts("words"),
            not_=fields.texts("not"),
            tags=fields.texts("tags"),
            under=fields.text("under") or None,
            was=fields.texts("was"),
            iptc=fields.text("iptc"),
            not_a_subject=fields.yes("not_a_subject"),
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
        fields = Fields(values, self.note)
        article, words = fields.text("article"), fields.text("words")
        return Passage(article, words, fields.text("before")) if article and words else None

    def _article(self, fields: Fields, where: str, line: int) -> None:
        article = fields.text("article")
        if not article:
            self.note(
                Note("an entry of articles has no article", "give its address or its file", line)
            )
            return
        fields.reason()
        found = metadata(
            {n: value for n, value in fields.values.items() if n not in ("article", *REASON_FIELDS)}
        )
        for note in found.notes:
            self.note(note)
        cleared = dict(
            CLEARED[name]
            for name, value in fields.values.items()
            if name in CLEARED and value.shape == "empty"
        )
        if self._once(("article", article), where, line):
            given = tuple((cleared | found.values).items())
            self.articles.append(ArticleCorrection(where, article, given, found.slug, found.draft))

    def _once(self, key: tuple[str, ...], where: str, line: int) -> bool:
        first = self.seen.setdefault(key, where)
        if first != where:
            self.note(Note(f"is the same entry as {first}", "put both into one", line))
        return first == where
