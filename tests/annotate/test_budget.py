"""However long a text is, the model sees no more of it than the budget; the rest is shown and said
to be unsearched.
"""

from pathlib import Path

from generator import batch
from generator.annotate import budget
from generator.annotate.text import parse
from generator.annotate.text.parse import load_doc
from generator.cache.store import Cache
from generator.model import Annotations, Article, Block, Mention, Name, Quote, Span

SAID = "“We have forty ships,” said Ada Varnholt, the harbour master."


def article(text: str) -> Article:
    return Article("a", "a.txt", "T", text, (Block("paragraph", Span(0, len(text))),))


def test_a_long_article_is_searched_as_far_as_the_budget_goes(tmp_path: Path) -> None:
    whole = article(SAID + " The sea was calm." * (budget.LONGEST // 4) + " " + SAID)
    (found,) = batch.annotate_all([whole], Cache(tmp_path / "c.sqlite"))
    assert [q.words(whole.text) for q in found.quotes] == ["“We have forty ships,”"]
    (said,) = found.problems
    assert said.where == "seeds/a.txt"
    assert said.what.startswith(
        "is longer than 10,000 words and marks: searched for quotations up to character "
    )


def test_an_article_within_the_budget_is_searched_to_its_end() -> None:
    whole = article(SAID)
    assert budget.within(whole) == (whole, ())


def test_a_block_across_the_budget_is_cut_and_those_beyond_are_left_out() -> None:
    whole = Article("a", "a.txt", "T", "one two\n\nthree four\n\nfive", tuple(
        Block("paragraph", Span(*ends)) for ends in ((0, 7), (9, 19), (21, 25))
    ))  # fmt: skip
    part, (said,) = budget.within(whole, 3)
    assert part.text == "one two\n\nthree "
    assert [block.span for block in part.blocks] == [Span(0, 7), Span(9, 15)]
    assert "up to character 15" in said.what


def test_of_many_names_those_who_speak_and_the_first_ones_are_kept() -> None:
    text = "Ada Berg met Bo Cole and Cy Dunn. Eve Frost said nothing was lost."
    names = tuple(
        Name(
            label,
            "person",
            (Mention(Span(text.index(label), text.index(label) + len(label)), "full"),),
        )
        for label in ("Eve Frost", "Cy Dunn", "Bo Cole", "Ada Berg")
    )
    quote = Quote("q-1", "indirect", (Span(50, 66),), speaker="Eve Frost")
    found = budget.named(article(text), Annotations(names, (quote,)), most=3)
    assert [name.label for name in found.names] == ["Eve Frost", "Bo Cole", "Ada Berg"]
    assert [problem.what for problem in found.problems] == [
        "names more than 3 people, bodies and places: from character 25 on only who speaks has a page"
    ]
    assert budget.named(article(text), Annotations(names, (quote,)), most=4).names == names


def test_nobody_who_speaks_is_left_out_however_many_they_are() -> None:
    names = tuple(Name(label, "person", (Mention(Span(0, 3), "full"),)) for label in ("Ada", "Eve"))
    quotes = tuple(
        Quote(f"q-{one.label}", "direct", (Span(0, 3),), speaker=one.label) for one in names
    )
    assert budget.named(article("Ada"), Annotations(names, quotes), most=1) == Annotations(
        names, quotes
    )


def test_a_text_without_spaces_counts_by_its_length() -> None:
    part, _ = budget.within(article("x" * 1000), 10)
    assert len(part.text) == 160


def test_a_parted_run_keeps_its_place_and_its_characters() -> None:
    text = "Go to " + "a/" * 250 + " now, he said."
    doc = load_doc(parse.parse(text, (Block("paragraph", Span(0, len(text))),)))
    assert doc.text == text
    assert all(text.startswith(token.text, token.idx) for token in doc)

    # the model's tokenizer needs quadratic time for a longer one
    assert max(len(token) for token in doc) <= 200
