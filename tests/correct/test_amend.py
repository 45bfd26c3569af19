"""Decisions into corrections.yml: one thing one entry, every other byte as it was, and read back as
it was meant.
"""

import difflib
import random
import re

import pytest

from generator.correct import read
from generator.correct.amend import Decision, Refused, amend, take_back
from generator.fields.yaml_text import Entry

MINE = """# mine
names:   # people
- {name: Kiev, rename: Kyiv}  # flow
- name: B
  kind: person # why

# between
quotes:
    - article: x/y   # deep
      words: "one"
      speaker: C
# end
"""


def quote(words: str = "That will do: enough", **fields: object) -> Decision:
    return Decision("quotes", {"article": "x/y", "words": words, **fields})  # type: ignore[dict-item]


def said(text: str, *decisions: Decision) -> str:
    for decision in decisions:
        text, _ = amend(text, decision)
    assert read(text.replace("\r\n", "\n")).problems == ()
    return text


def test_a_new_entry_is_written_as_a_person_would() -> None:
    made = said(
        "",
        quote(speaker="Ada Quill"),
        Decision("names", {"name": "Kiev", "also": ["Kyyiv", "Kiev, Ukraine"]}),
    )
    assert made == (
        'quotes:\n  - article: x/y\n    words: "That will do: enough"\n    speaker: Ada Quill\n\n'
        'names:\n  - name: Kiev\n    also: [Kyyiv, "Kiev, Ukraine"]\n'
    )


def test_it_goes_behind_the_last_of_its_section_in_the_files_own_style() -> None:
    made = said(MINE, quote(speaker="Ada Quill"), Decision("names", {"name": "D", "kind": "place"}))
    added = [
        line[2:] for line in difflib.ndiff(MINE.splitlines(), made.splitlines()) if line[0] == "+"
    ]
    assert added == [
        *("- name: D", "  kind: place"),
        *(
            "",
            "    - article: x/y",
            '      words: "That will do: enough"',
            "      speaker: Ada Quill",
        ),
    ]
    assert not [
        line for line in difflib.ndiff(MINE.splitlines(), made.splitlines()) if line[0] == "-"
    ]


def test_a_field_is_changed_in_its_place_and_the_comment_beside_it_stays() -> None:
    made = said(
        MINE, Decision("names", {"name": "B", "kind": "group"}), quote("one", speaker="Ada Quill")
    )
    assert made == MINE.replace("kind: person", "kind: group").replace(
        "speaker: C", "speaker: Ada Quill"
    )
    made = said(MINE, Decision("names", {"name": "Kiev", "kind": "place"}))
    assert made == MINE.replace("rename: Kyiv}", "rename: Kyiv, kind: place}")


def test_two_decisions_on_one_thing_are_one_entry() -> None:
    made = said("", quote(speaker="Ada Quill"), quote(speaker=None), quote(kind="mixed"))
    (entry,) = read(made).quotes
    assert (entry.speaker, entry.speaker_given, entry.kind) == (None, True, "mixed")
    names = [
        Decision("names", {"name": "Ada Quill", "also": [other]}) for other in ("Quill", "A. Quill")
    ]
    (name,) = read(said(made, *names)).names
    assert name.also == ("Quill", "A. Quill")


def test_the_last_word_wins_and_takes_back_what_contradicts_it() -> None:
    (entry,) = read(said("", quote(speaker="A", kind="mixed"), quote(drop=True))).quotes
    assert (entry.drop, entry.speaker_given, entry.kind) == (True, False, None)
    (entry,) = read(said("", quote(drop=True), quote(speaker="A"))).quotes
    assert (entry.drop, entry.speaker) == (False, "A")
    (entry,) = read(said("", quote(span="a b"), quote(split=["a", "b"]))).quotes
    assert (entry.span, entry.split) == (None, ("a", "b"))
    also, apart = ({"name": "A", field: ["B"]} for field in ("also", "apart_from"))
    (name,) = read(said("", Decision("names", also), Decision("names", apart))).names
    assert (name.also, name.apart_from) == ((), ("B",))


def test_what_was_added_by_hand_and_is_dropped_leaves_nothing() -> None:
    assert read(said(MINE, quote(add=True, speaker="A"), quote(drop=True))) == read(MINE)


def test_statements_are_known_by_their_quotations() -> None:
    pair = [{"article": "a", "words": "b: c"}, {"article": "d", "words": "e"}]
    made = said("", Decision("statements", {"apart": pair}))
    assert (
        made
        == 'statements:\n  - apart:\n      - {article: a, words: "b: c"}\n      - {article: d, words: e}\n'
    )
    (entry,) = read(made).statements
    assert not entry.same


HARD = (
    "*a &a !!python/object@a: b@a #b@- a@{a@yes@null@~@“a”: b@a:@'a@\"a@%a@@a@`a@| a@> a@0x1f@é…“”@12@2042-03-12@1e3@"
    "a\\b@---@...@=@<<@a\u00a0b@a\u200db@\U0001f600@: a@[a]@a, b@}@=a@?a@? a@!a@# a@a  b"
).split("@")


@pytest.mark.parametrize("words", [words for words in HARD if words])
def test_any_words_come_back_the_same(words: str) -> None:
    made = said(MINE, Decision("quotes", {"article": "z", "words": words, "speaker": words}))
    found = next(entry for entry in read(made).quotes if entry.article == "z")
    assert (found.words, found.speaker) == (words, words)
    flow = said(
        "names: [{name: A, kind: person}]\n",
        Decision("names", {"name": words, "also": [words + "x", words]}),
    )
    assert read(flow).names[1].also == (words + "x", words)


def test_what_cannot_be_done_without_harm_is_refused() -> None:
    for text in (
        "quotes:\n  - article: [\n",
        "names: []\n...\n",
        "quotes: &x [{article: a, words: b, drop: true}]\n",
    ):
        with pytest.raises(Refused):
            amend(text, quote(speaker="A"))


def test_what_would_be_a_problem_of_the_file_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"corrections.yml:1.: kind: 'spoken' is unknown"):
        amend(MINE, quote(kind="spoken"))


def test_it_can_be_taken_back_unless_a_person_changed_it_since() -> None:
    first = said(MINE, quote(speaker="A"))
    made, step = amend(first, quote(speaker="B", kind="mixed"))
    assert take_back(made, step) == first
    with pytest.raises(Refused, match="changed by hand"):
        take_back(made.replace("speaker: B", "speaker: D"), step)


# ---- a thousand files ----

WORDS = (
    "one",
    "two words",
    '"quoted: so"',
    "'single ''q'''",
    "“marks” here",
    "x # no comment",
    "a: b",
    "12",
    "true it is",
)
COMMENTS = ("", "", "", "  # a comment", "\t# tab")


def file_of(luck: random.Random) -> str:
    """A file as people write them: sections in any order and indentation, comments, flow, blocks,
    blank lines.
    """
    out: list[str] = []
    kinds = luck.sample(["quotes", "names", "articles", "mentions"], luck.randint(0, 4))
    for number, kind in enumerate(kinds):
        out += luck.sample(["# about", "", "#", "# - name: no"], luck.randint(0, 2))
        pad = " " * luck.choice((0, 2, 4))
        rows = [entry_of(luck, kind, n) for n in range(luck.randint(0, 4))]
        if not rows:
            out.append(luck.choice((f"{kind}:", f"{kind}: []", f"{kind}:  # none", f"{kind}: ~")))
        elif luck.random() < 0.15:
            out.append(
                f"{kind}: [" + ", ".join(flow(row) for row in rows) + "]" + luck.choice(COMMENTS)
            )
        else:
            out.append(f"{kind}:" + luck.choice(COMMENTS))
            for row in rows:
                out += block(luck, row, pad) + luck.sample(
                    ["", f"{pad}# between"], luck.randint(0, 1)
                )
        out += [""] * luck.randint(0, 2 if number < len(kinds) - 1 else 1)
    ends = luck.choice(("\n", "\n", "\r\n"))
    return ends.join(out) + luck.choice(("", ends, ends))


def entry_of(luck: random.Random, kind: str, n: int) -> dict[str, str]:
    if kind == "quotes":
        row = {
            "article": f"a/{n}",
            "words": f"word {n}",
            luck.choice(("speaker", "kind", "span")): "mixed",
        }
        return row | ({"before": luck.choice(("so he", '"said: "'))} if luck.random() < 0.3 else {})
    if kind == "names":
        return {
            "name": f"Name {n}",
            luck.choice(("also", "apart_from")): luck.choice(("[A, B]", "C")),
        }
    if kind == "mentions":
        return {
            "article": f"a/{n}",
            "words": "the mayor",
            "name": luck.choice(("Ann Lee", '"Bo: F"')),
        }
    return {
        "article": f"a/{n}",
        luck.choice(("outlet", "publication", "rights")): luck.choice(("X", "'Y'", "|")),
    }


def flow(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{k}: {'Z' if v == '|' else v}" for k, v in row.items()) + "}"


def block(luck: random.Random, row: dict[str, str], pad: str) -> list[str]:
    if luck.random() < 0.2:
        return [f"{pad}- {flow(row)}{luck.choice(COMMENTS)}"]
    lines = []
    for at, (name, value) in enumerate(row.items()):
        lead = f"{pad}- " if at == 0 else f"{pad}  "
        if value == "|":
            lines += [
                f"{lead}{name}: {luck.choice(('|', '>-', '|+'))}",
                f"{pad}      some text",
                f"{pad}      more",
            ]
        elif value == "[A, B]" and luck.random() < 0.5:
            lines += [
                f"{lead}{name}:{luck.choice(COMMENTS)}",
                f"{pad}    - A",
                f"{pad}    - B  # second",
            ]
        else:
            lines.append(f"{lead}{name}: {value}{luck.choice(COMMENTS)}")
        lines += [f"{pad}  # inside"] if luck.random() < 0.1 else []
    return lines


def decision_of(luck: random.Random) -> Decision:
    n = luck.randint(0, 5)
    words = luck.choice(WORDS)
    held: list[tuple[str, Entry]] = [
        (
            "quotes",
            {"article": f"a/{n}", "words": f"word {n}", "speaker": luck.choice((words, None))},
        ),
        ("quotes", {"article": f"a/{n}", "words": f"word {n}", "drop": True}),
        ("quotes", {"article": f"a/{n}", "words": f"word {n}", "checked": True}),
        ("quotes", {"article": f"a/{n}", "words": f"word {n}", "before": "so he", "span": words}),
        ("names", {"name": f"Name {n}", "also": [words, "B"]}),
        ("names", {"name": f"Name {n}", "apart_from": ["A"], "kind": "place"}),
        ("mentions", {"article": f"a/{n}", "words": "the mayor", "name": words}),
        (
            "articles",
            {"article": f"a/{n}", "publication": luck.choice((words, None)), "tags": ["x, y", "z"]},
        ),
        (
            "statements",
            {"same": [{"article": "a", "words": words}, {"article": "b", "words": "c"}]},
        ),
    ]
    return Decision(*luck.choice(held))


def values(text: str) -> object:
    found = read(text.replace("\r\n", "\n"))
    rows = [*found.quotes, *found.names, *found.articles, *found.mentions, *found.statements]
    return sorted(re.sub(r"where='[^']*'", "", repr(row)) for row in rows)


@pytest.mark.parametrize("seed", range(20))
def test_in_a_thousand_files_nothing_else_is_touched(seed: int) -> None:
    luck = random.Random(seed)  # noqa: S311
    for _ in range(50):
        text = file_of(luck)
        assert read(text.replace("\r\n", "\n")).problems == ()
        for _ in range(luck.randint(1, 3)):
            made, step = amend(text, decision_of(luck))
            assert comments(made) == comments(text)
            assert ("\r\n" in made) == ("\r\n" in text) or "\n" not in text
            assert not re.search(r"(?<!\r)\n", made) or "\r\n" not in text
            kept = difflib.SequenceMatcher(None, text, made, autojunk=False)
            touched = [op for op in kept.get_opcodes() if op[0] != "equal"]
            assert not touched or touched[-1][2] - touched[0][1] <= 400  # one entry's length
            back = take_back(made, step)
            assert values(back) == values(text)
            text = made


def comments(text: str) -> list[str]:
    """Every line that is nothing but a comment, and the comments behind values."""
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
