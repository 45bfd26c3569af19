"""The types that cross the stages."""

from generator.model import Problem


def test_a_problem_is_one_line_on_which_a_terminal_acts_on_nothing() -> None:
    """Names and titles of articles stand in it."""
    said = str(
        Problem("seeds/a\n::add-mask::b.txt:1", "the name \x1b]0;x\x07 “Émile 日本” \u202etxt.exe", "see\rhere\ud800")
    )
    assert said == (
        "seeds/a\\n::add-mask::b.txt:1: the name \\x1b]0;x\\x07 “Émile 日本” \\u202etxt.exe — see\\rhere\\ud800"
    )
