"""The same article in other typography gives the same quotations; `typographies.py` measures it on
all articles.
"""

import pytest

from generator.annotate.text.paragraphs import parted
from generator.annotate.text.spaces import even
from generator.annotate.text.style import one_style
from generator.model import Block, Span
from tests.annotate import typographies


def blocks(*lines: str) -> tuple[str, tuple[Block, ...]]:
    """Paragraphs with a blank line between them."""
    made, at = [], 0
    for line in lines:
        made.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 2
    return "\n\n".join(lines), tuple(made)


@pytest.fixture(scope="module")
def shares() -> dict[str, tuple[float, int]]:
    names = list(typographies.articles())[::7]  # few, for the time that it takes
    return typographies.compared(names)


@pytest.mark.parametrize("way", [way.__name__ for way in typographies.WAYS])
def test_other_typography_gives_the_same_quotations(
    way: str, shares: dict[str, tuple[float, int]]
) -> None:
    share, count = shares[way]
    assert count >= 40
    assert share >= typographies.BARS.get(way, typographies.BAR)


def test_a_paragraph_that_a_program_broke_is_one_line_and_no_break_spaces_are_spaces() -> None:
    text, held = blocks(
        "The ferry will not leave before the mayor\nhas seen it herself, and until then nobody\n"
        "may board, said the harbour master on the\nquay, who had not slept.\u00a0He waved."
    )
    assert even(text, held) == text.replace("\n", " ").replace("\u00a0", " ")


def test_lines_that_a_person_broke_stay() -> None:
    text, held = blocks(
        "Nora Pell: How many hives have you got on that roof?\nHedda Brisk: Eleven.\n"
        "Nora Pell: Which?\nHedda Brisk: The noisy ones went first, to be honest with you."
    )
    assert even(text, held) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "She rose. “It stuck in May. “It stuck in June. “Nobody came,” she said. He left.",
            [
                "She rose.",
                "“It stuck in May.",
                "“It stuck in June.",
                "“Nobody came,” she said. He left.",
            ],
        ),
        (
            'She said: "It stuck in May. "Nobody came," she said.',
            ['She said: "It stuck in May.', '"Nobody came," she said.'],
        ),
        ("“He shouted. “No.” And left,” she said.", None),
        ("“The word “if” is mine,” she said. “Yours is “but”.”", None),
        ("“Yes,” she said. “No,” he said. “Perhaps,” said all.", None),
        ('A board of 5" and one of 6" were cut.', None),
    ],
)
def test_paragraphs_that_marks_show_are_parted(text: str, parts: list[str] | None) -> None:
    _, held = blocks(text)
    assert [block.span.of(text) for block in parted(text, held)] == (parts or [text])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('"We go," she said.', "“We go,” she said."),
        ("«We go,» she said.", "“We go,” she said."),
        ("„We go,“ she said.", "“We go,” she said."),
        ("“We say ‘go’,” she said.", "“We say ‘go’,” she said."),
        (
            "‘We said “go”,’ she said. ‘Twice,’ he said. ‘At Lee’s,’ they said.",
            "“We said ‘go’,” she said. “Twice,” he said. “At Lee’s,” they said.",
        ),
        ("The ‘go’ of it.", "The ‘go’ of it."),
        ("A 6\" board isn't 5' long.", "A 6\" board isn't 5' long."),
    ],
)
def test_marks_are_read_in_one_style(text: str, read: str) -> None:
    assert one_style(text, blocks(text)[1]) == read
