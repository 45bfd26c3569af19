"""A block of YAML → fields with their lines, under the names that this project uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.fields import safe_yaml
from generator.fields.values import Note, Value

LARGEST = 64_000  # characters of front matter; the largest real one seen is under 4,000

# canonical name → other names that it goes by in front matter (Hugo, Jekyll, Zotero, CSL and
# others)
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "title": ("headline",),
    "standfirst": ("description", "summary", "excerpt", "subtitle", "dek", "abstract"),
    "date": ("published", "pubdate", "datepublished", "issued"),
    "updated": ("lastmod", "modified", "last_modified_at", "datemodified"),
    "author": ("authors", "byline", "creator"),
    "publication": ("outlet", "source", "site", "container-title", "publisher"),
    "source_url": ("url", "link", "canonical_url"),
    "archive_url": ("archive",),
    "accessed": ("retrieved",),
    "tags": ("keywords", "categories"),
    "lang": ("language", "inlanguage"),
    "rights": ("license", "copyright"),
    "document": (),
    "publish": (),
    "slug": ("permalink",),
    "redirect_from": (),
    "layout": (),
    "draft": (),
}
CANONICAL = {name: name for name in SYNONYMS} | {
    other: name for name, more in SYNONYMS.items() for other in more
}


def read_fields(
    matter: str,
    above: int = 0,
    names: Mapping[str, str] = CANONICAL,
    what: str = "its front matter",
) -> tuple[dict[str, Value], tuple[Note, ...]]:
    """(fields by canonical name, notes) of a block of YAML whose first line is line `above` + 1 of
    its file.

    `names`: name in the file, in lower case → canonical name.
    """
    node = safe_yaml.compose(matter, LARGEST)
    if isinstance(node, safe_yaml.Refused):
        return {}, (Note(f"{what} {node.what}", node.hint, above + node.line),)
    if node is None:
        return {}, ()
    if not isinstance(node, safe_yaml.Mapping):
        line = above + safe_yaml.line_of(node)
        return {}, (Note(f"{what} is not a list of fields", 'write lines like "title: …"', line),)
    return fields_of(node, above, names)


def fields_of(
    node: safe_yaml.Mapping, above: int, names: Mapping[str, str], strict: bool = False
) -> tuple[dict[str, Value], tuple[Note, ...]]:
    """(fields by canonical name, notes) of a YAML mapping; `strict`: every unknown field is noted,
    not only typos.
    """
    fields: dict[str, Value] = {}
    notes: list[Note] = []
    for key, child in node.value:
        line = above + safe_yaml.line_of(key)
        if not isinstance(key, safe_yaml.Scalar):
            notes.append(
                Note("the name of a field is not plain text", 'write lines like "title: …"', line)
            )
            continue
        name = key.value.strip()[:80]
        if foreign := safe_yaml.foreign_tag(key) or safe_yaml.foreign_tag(child):
            fact = f"the field {name!r} has the YAML tag {foreign[0]}, which is refused"
            notes.append(Note(fact, "write plain text", above + foreign[1]))
            continue
        canonical = names.get(name.lower().replace(" ", "_"))
        if canonical is None:
            if note := unknown(name, names, line, strict=strict):
                notes.append(note)
            continue
        value = _value(name, child, line, above)
        canonical = meant(canonical, value)
        if canonical in fields and fields[canonical].name.lower() == name.lower():
            notes.append(
                Note(f"the field {name!r} stands twice", "remove one; the last one counts", line)
            )
        if canonical not in fields or _rank(value, canonical) <= _rank(
            fields[canonical], canonical
        ):
            fields[canonical] = value
    return fields, tuple(notes)


def unknown(
    name: str, names: Iterable[str], line: int, what: str = "field", strict: bool = False
) -> Note | None:
    """That a name is none of a field, if it is nearly one or if it is `strict`; others are of no
    concern.
    """
    close = get_close_matches(name.lower(), names, 1, 0.5 if strict else 0.8)
    if not (close or strict):
        return None
    hint = (
        f"did you mean {close[0]!r}?"
        if close
        else f"the fields are {', '.join(sorted(set(names)))}"
    )
    return Note(f"the {what} {name!r} is unknown", hint, line)


def meant(canonical: str, value: Value) -> str:
    """What a name with two uses stands for: `source` may be an address, `published` may be yes or
    no.
    """
    if value.name.lower() == "source" and value.text.lower().startswith(("http://", "https://")):
        return "source_url"
    if value.name.lower() == "published" and value.text.lower() in ("true", "false", "yes", "no"):
        return "published"
    return canonical


def _rank(value: Value, canonical: str) -> int:
    """0 for the canonical name, more for its synonyms: the lowest wins."""
    names = (canonical, *SYNONYMS.get(canonical, ()))
    return names.index(value.name.lower()) if value.name.lower() in names else len(names)


def _value(name: str, node: safe_yaml.Node, line: int, above: int) -> Value:
    if safe_yaml.is_empty(node):
        return Value(name, line, shape="empty")
    if isinstance(node, safe_yaml.Scalar):
        return Value(name, line, (node.value,))
    if isinstance(node, safe_yaml.List):
        items = [(text, child) for child in node.value if (text := _item(child)) is not None]
        shape = "list" if len(items) == len(node.value) else "a list of lists or mappings"
        lines = tuple(above + safe_yaml.line_of(child) for _, child in items)
        return Value(name, line, tuple(text for text, _ in items), shape, lines=lines)
    named = _item(node)
    return Value(name, line, (named,)) if named else Value(name, line, shape="a mapping")


def _item(node: safe_yaml.Node) -> str | None:
    """A text of a list; of a mapping such as `{name: Nora Pell}` its name."""
    if isinstance(node, safe_yaml.Scalar):
        return str(node.value)
    if isinstance(node, safe_yaml.Mapping):
        return next(
            (
                v.value
                for k, v in node.value
                if k.value == "name" and isinstance(v, safe_yaml.Scalar)
            ),
            None,
        )
    return None


def front_matter(values: Mapping[str, str | list[str]]) -> str:
    """Fields as a block of front matter, fences included; what is empty is left out."""
    return f"---\n{safe_yaml.dump({name: value for name, value in values.items() if value})}---\n"
