"""Evaluation: the file format, the counting, the report. The extractor is a function that each test
gives.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate import compare, marks_pieces, run
from generator.evaluate.agree import last_name
from generator.evaluate.letters import inside_marks, kind_of, letters_of
from generator.evaluate.marked import GoldError, read_gold, write_records
from generator.evaluate.report import lines, reliability
from generator.evaluate.scoring import Judged, Measured, measure
from generator.model import Annotations, Article, Quote, Span

TEXT = """“The plan is dead,” Maria Lopez said. “We move on.”
John Park said the plan was “very much alive” on Monday.
He told reporters that nobody had resigned."""


def at(words: str, after: int = 0) -> list[int]:
    start = TEXT.index(words, after)
    return [start, start + len(words)]


def said(
    words: list[str], who: str | None, name: str | None, cue: str, after: int = 0, **more: Any
) -> dict[str, Any]:
    return {
        "spans": [at(w) for w in words],
        "cue": at(cue, after),
        "speaker": {"spans": [at(who)], "text": who} if who else None,
        "speaker_canonical": name,
        **more,
    }


LOPEZ = said(["“The plan is dead,”", "“We move on.”"], "Maria Lopez", "Maria Lopez", "said")
PARK = said(["the plan was “very much alive”"], "John Park", "John Park", "said", 60)
HE = said(["that nobody had resigned"], "He", "John Park", "told")


def gold_file(folder: Path, *quotes: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(
        json.dumps({"id": "a", "text": TEXT, "quotes": list(quotes)}) + "\n", encoding="utf-8"
    )
    return path


def finds(*quotes: dict[str, Any], confidence: float = 0.5) -> Any:
    """An extractor that finds these."""
    found = tuple(
        Quote(
            f"q-{n}",
            "direct",
            tuple(Span(s, e) for s, e in q["spans"]),
            Span(*q["cue"]),
            Span(*q["speaker"]["spans"][0]) if q["speaker"] else None,
            q["speaker_canonical"],
            confidence=confidence,
        )
        for n, q in enumerate(quotes)
    )
    return lambda article: Annotations(quotes=found)


def measured(folder: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Measured:
    return compare(read_gold(gold_file(folder, *gold)), finds(*found))[0]


def test_everything_right(tmp_path: Path) -> None:
    counts = measured(tmp_path, [LOPEZ, PARK, HE], [LOPEZ, PARK, HE]).counts
    assert [counts[kind].gold for kind in ("all", "direct", "mixed", "indirect")] == [3, 1, 1, 1]
    assert (counts["all"].span_found, counts["all"].end_gold, counts["all"].name_gold) == (3, 3, 3)


def test_nothing_found(tmp_path: Path) -> None:
    counts = measured(tmp_path, [LOPEZ, PARK], []).counts["all"]
    assert (counts.gold, counts.found, counts.span_gold) == (2, 0, 0)


def test_marks_and_commas_do_not_count(tmp_path: Path) -> None:
    trimmed = {**LOPEZ, "spans": [[s + 1, e - 1] for s, e in LOPEZ["spans"]]}
    assert measured(tmp_path, [LOPEZ], [trimmed]).counts["all"].end_gold == 1


def test_half_of_a_quotation_is_not_the_span_but_its_speaker_is_judged(tmp_path: Path) -> None:
    half = {**LOPEZ, "spans": LOPEZ["spans"][:1]}
    counts = measured(tmp_path, [LOPEZ], [half]).counts["all"]
    assert (counts.span_gold, counts.speakers, counts.speakers_right) == (0, 1, 1)


def test_a_wrong_speaker_is_no_end_to_end(tmp_path: Path) -> None:
    wrong = {**LOPEZ, "speaker": PARK["speaker"], "speaker_canonical": "John Park"}
    counts = measured(tmp_path, [LOPEZ], [wrong]).counts["all"]
    assert (counts.span_gold, counts.end_gold, counts.name_gold) == (1, 0, 0)


def test_a_pronoun_left_unresolved_is_the_right_speaker_without_the_name(tmp_path: Path) -> None:
    counts = measured(tmp_path, [HE], [{**HE, "speaker_canonical": None}]).counts["indirect"]
    assert (counts.end_gold, counts.name_gold) == (1, 0)


def test_a_group_without_a_name_is_right_by_its_printed_words(tmp_path: Path) -> None:
    reporters = said(["that nobody had resigned"], "reporters", "reporters", "told")
    counts = measured(tmp_path, [reporters], [{**reporters, "speaker_canonical": None}]).counts[
        "all"
    ]
    assert (counts.end_gold, counts.name_gold) == (1, 1)


def test_beliefs_neither_help_nor_hurt(tmp_path: Path) -> None:
    counts = measured(tmp_path, [LOPEZ, {**HE, "cue_class": "other"}], [LOPEZ, HE]).counts["all"]
    assert (counts.gold, counts.found, counts.span_found) == (1, 1, 1)


def test_the_same_quotation_twice_costs_precision(tmp_path: Path) -> None:
    counts = measured(tmp_path, [LOPEZ], [LOPEZ, LOPEZ]).counts["all"]
    assert (counts.found, counts.span_found) == (2, 1)


def test_in_pieces_each_part_counts(tmp_path: Path) -> None:
    gold = read_gold(
        gold_file(
            tmp_path, {**LOPEZ, "spans": LOPEZ["spans"][:1]}, {**LOPEZ, "spans": LOPEZ["spans"][1:]}
        )
    )
    whole, found = compare(gold, finds(LOPEZ))
    assert whole.counts["all"].span_gold == 0
    assert measure(gold, found, pieces=True).counts["all"].end_gold == 2


def test_gold_that_marks_every_part_by_itself_is_met_in_its_own_way(tmp_path: Path) -> None:
    gold = read_gold(
        gold_file(tmp_path, *[{**LOPEZ, "spans": [span]} for span in LOPEZ["spans"]] * 50)
    )
    assert marks_pieces(gold)
    _, found = compare(gold, finds(LOPEZ))
    assert [len(quote.parts) for quote in found[0].quotes] == [1, 1]


def test_a_few_quotations_of_one_part_do_not_tell_how_a_file_was_marked(tmp_path: Path) -> None:
    assert not marks_pieces(read_gold(gold_file(tmp_path, HE, PARK)))
    assert not marks_pieces(read_gold(gold_file(tmp_path, *[HE] * 99, LOPEZ)))


def test_predictions_can_be_read_back_as_gold(tmp_path: Path) -> None:
    gold = read_gold(gold_file(tmp_path, LOPEZ, HE))
    _, found = compare(gold, finds(LOPEZ, HE, confidence=0.875))
    write_records(tmp_path / "out.jsonl", found)
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert record["quotes"][0]["confidence"] == 0.875
    assert record["quotes"][0]["speaker"] == {"spans": [at("Maria Lopez")], "text": "Maria Lopez"}
    assert [q.parts for q in read_gold(tmp_path / "out.jsonl")[0].quotes] == [
        q.parts for q in gold[0].quotes
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is no JSON at character 2"),
        ("[1]", "a field has a value of another kind"),
        ('{"id": "a", "text": "b"}', "the field 'quotes' is missing"),
        ('{"id": "a", "text": "b", "quotes": ["c"]}', "a field has a value of another kind"),
        (
            '{"id": "a", "text": "b", "quotes": [{"spans": [["c", 1]]}]}',
            "a field has a value of another kind",
        ),
        ('{"id": "a", "text": "b", "quotes": [{"spans": [[0, 9]]}]}', "outside the text"),
        ('{"id": "a", "text": "b", "quotes": [{"spans": []}]}', "without spans"),
        ('{"id": "a", "text": 1, "quotes": []}', "strings"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "x", "text": "", "quotes": []}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl:3: .*" + reason) as raised:
        read_gold(path)
    assert "CONTRIBUTING.md" in str(raised.value)
    assert "Error" not in str(raised.value)


@pytest.mark.parametrize(
    ("data", "code", "words"), [(b"\n", 1, "no marked article"), (b"\xff", 2, "is not UTF-8")]
)
def test_a_file_without_an_article_is_said_to_have_none(
    tmp_path: Path, data: bytes, code: int, words: str
) -> None:
    said_: list[str] = []
    (tmp_path / "gold.jsonl").write_bytes(data)
    assert run(tmp_path / "gold.jsonl", None, said_.append) == code
    assert [words in line for line in said_] == [True]


def test_the_line_that_contributing_shows_is_read(tmp_path: Path) -> None:
    contributing = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = contributing.split("```json\n")[1].split("```")[0]
    (tmp_path / "gold.jsonl").write_text(shown, encoding="utf-8")
    (one,) = read_gold(tmp_path / "gold.jsonl")
    (quote,) = one.quotes
    assert [part.of(one.text) for part in (*quote.parts, *quote.printed)] == [
        "“We go,”",
        "the mayor",
    ]
    assert quote.cue is not None
    assert (quote.cue.of(one.text), quote.name) == ("said", "Ines Calder")


def test_run_says_what_is_wrong_with_a_file_and_returns_2(tmp_path: Path) -> None:
    said_: list[str] = []
    assert run(tmp_path / "none.jsonl", None, said_.append) == 2
    assert "none.jsonl" in said_[0]


def test_the_report_gives_percent_and_a_dash_where_nothing_is_known(tmp_path: Path) -> None:
    table = lines(measured(tmp_path, [LOPEZ, PARK], [LOPEZ]), Measured())
    assert table[0] == "1 article"
    assert "all           2      1   100.0 50.0 66.7" in table[3]
    assert "indirect      0      0" in table[6]
    assert table[6].split()[-3:] == ["-", "-", "-"]


def test_reliability_bins_hold_number_mean_and_right() -> None:
    table = reliability([Judged(0.95, True), Judged(1.0, False), Judged(0.65, True)])
    assert table[1].split() == ["0.6", "–", "0.7", "1", "0.65", "1.00"]
    assert table[2].split() == ["0.9", "–", "1.0", "2", "0.97", "0.50"]
    assert table[3].split()[:4] == ["high", "2", "0.97", "0.50"]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Sergei Lavrov, the minister", "lavrov"),
        ("the diplomat", ""),
        ("Pope Francis’s", "francis"),
        ("Moscow’s deputy envoy to the UN, Dmitry Polyansky,", "polyansky"),
        ("Rep. Ana Núñez (D), the leader", "nunez"),
        ("John Park Jr.", "park"),
        ("", ""),
    ],
)
def test_last_names(words: str, last: str) -> None:
    assert last_name(words) == last


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“all of it”", "direct"),
        ("a “so-called plan” here", "mixed"),
        ("a “plan” here", "indirect"),
        ("none", "indirect"),
        ("''all of it''", "direct"),
        ('"a\nb c"', "indirect"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of(letters_of(text, (Span(0, len(text)),)), inside_marks(text)) == kind


def test_articles_have_a_paragraph_a_line(tmp_path: Path) -> None:
    seen: list[Article] = []

    def extractor(article: Article) -> Annotations:
        seen.append(article)
        return Annotations()

    compare(read_gold(gold_file(tmp_path)), extractor)
    assert [span.of(TEXT) for span in seen[0].paragraphs] == TEXT.split("\n")
