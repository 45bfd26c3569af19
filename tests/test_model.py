"""The types that cross the stages."""

from generator.model import Article, Block, BlockKind, Problem, Span


def test_a_problem_is_one_line_on_which_a_terminal_acts_on_nothing() -> None:
    """Names and titles of articles stand in it."""
    said = str(
        Problem(
            "seeds/a\n::add-mask::b.txt:1",
            "the name \x1b]0;x\x07 “Émile 日本” \u202etxt.exe",
            "see\rhere\ud800",
        )
    )
    assert said == (
        "seeds/a\\n::add-mask::b.txt:1: the name \\x1b]0;x\\x07 “Émile 日本” \\u202etxt.exe — see\\rhere\\ud800"
    )


def test_the_place_of_a_span_is_the_block_and_the_number_of_its_paragraph() -> None:
    kinds: tuple[BlockKind, ...] = ("headline", "paragraph", "standfirst", "paragraph", "paragraph")
    blocks = tuple(Block(kind, Span(10 * n, 10 * n + 8)) for n, kind in enumerate(kinds))
    made = Article("a", "a.txt", "A", "x" * 50, blocks)
    spans = [
        Span(0, 3),
        Span(12, 14),
        Span(21, 35),
        Span(38, 41),
        Span(45, 60),
        Span(48, 50),
        Span(8, 10),
    ]
    assert [made.place_of(span) for span in spans] == [
        (blocks[0], 0), (blocks[1], 1), (blocks[2], 1), (blocks[4], 3), (blocks[4], 3), None, None
    ]  # fmt: skip
    assert Article("a", "a.txt", "A", "", ()).place_of(Span(0, 1)) is None
