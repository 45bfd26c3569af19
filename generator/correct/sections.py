"""The sections of a corrections file, and the fields of their entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.fields.yaml_fields import CANONICAL

REASON_FIELDS = ("why", "see")  # of every entry: a reason, and what shows it


QUOTE_FIELDS = (
    *("article", "words", "before", "after"),
    *(
        "speaker",
        "kind",
        "span",
        "cue",
        "stance",
        "drop",
        "add",
        "not_speech",
        "checked",
        "printed",
        "join",
        "split",
    ),
    *REASON_FIELDS,
)


NAME_FIELDS = (
    *(
        "name",
        "also",
        "rename",
        "kind",
        "roles",
        "not_roles",
        "not_a_name",
        "only_in",
        "elsewhere",
        "apart_from",
        "checked",
    ),
    *REASON_FIELDS,
)


MENTION_FIELDS = ("article", "words", "before", "name", *REASON_FIELDS)


STATEMENT_FIELDS = ("same", "apart", *REASON_FIELDS)


SUBJECT_FIELDS = (
    *("name", "words", "not", "tags", "under", "was", "iptc", "not_a_subject"),
    *REASON_FIELDS,
)


PASSAGE_FIELDS = ("article", "words", "before")


# the standfirst is text of the article, which nobody may change but in its own file; a layout makes
# it no article
NOT_HERE = ("standfirst", "layout")


ARTICLE_FIELDS = (
    *("article", *(name for name in dict.fromkeys(CANONICAL.values()) if name not in NOT_HERE)),
    *REASON_FIELDS,
)


# what an empty value clears; an empty title, date … would say nothing, and has none to fall back on
CLEARED: Mapping[str, tuple[str, Any]] = {
    **{
        name: (name, None)
        for name in ("date", "updated", "publication", "source_url", "archive_url")
    },
    **{name: (name, None) for name in ("accessed", "lang", "rights", "document")},
    **{"author": ("authors", ()), "tags": ("tags", ())},
}


SECTIONS: Mapping[str, Mapping[str, str]] = {
    "quotes": {name: name for name in QUOTE_FIELDS},
    "mentions": {name: name for name in MENTION_FIELDS},
    "names": {name: name for name in NAME_FIELDS},
    "statements": {name: name for name in STATEMENT_FIELDS},
    "subjects": {name: name for name in SUBJECT_FIELDS},
    "articles": {"article": "article", **{name: name for name in REASON_FIELDS}}
    | {other: name for other, name in CANONICAL.items() if name in ARTICLE_FIELDS},
}
