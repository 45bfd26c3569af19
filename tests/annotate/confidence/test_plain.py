"""What stands as plainly as can be is never "less certain", whatever its surroundings."""

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.model import MEDIUM, Article, Block, Quote, Span

LINES = (
    "Ferry strike",
    "The diplomat Karl Frost blamed the ferrymen for the delay. He pointed to some “strange knots” in the ropes.",
    "“That does look odd to me,” he said, adding that “we cannot rule out that they were tied at night.”",
)


def quotes() -> tuple[Quote, ...]:
    text, blocks, at = "\n".join(LINES), [], 0
    for line in LINES:
        blocks.append(Block("paragraph" if at else "headline", Span(at, at + len(line))))
        at += len(line) + 1
    article = Article("a", "a.txt", "a", text, tuple(blocks))
    return annotate(article, parse.parse(text, article.blocks)).quotes


def test_a_plain_direct_quotation_with_its_cue_right_behind_is_never_low() -> None:
    text = "\n".join(LINES)
    (plain,) = (quote for quote in quotes() if quote.words(text) == "“That does look odd to me,”")
    assert plain.speaker == "Karl Frost"
    assert plain.confidence >= MEDIUM
