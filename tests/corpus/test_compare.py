"""Word-level differences: what is the same, only here, missing here."""

from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.statements.compare import alike, apparatus, differences

COURIER = "“We warned the Trust twice, in writing, that the north gate would not hold,”"
RADIO = "her team had warned the Trust “twice, in writing” that its north gate “might not hold”"


def shown(base: str, other: str) -> str:
    marks = {"same": "{}", "only here": "+{}+", "missing here": "-{}-"}
    return "|".join(marks[s.kind].format(s.words) for s in differences(base, other))


def test_a_replaced_word_is_missing_and_then_only_here() -> None:
    assert shown("It would not hold.", "It might not hold.") == "It |-would -|+might +|not hold."


def test_case_accents_and_punctuation_are_no_difference() -> None:
    assert shown("“Café is shut!”", "the cafe is shut") == "+the +|cafe is shut"


def test_a_hyphen_parts_words_and_stays_where_it_was() -> None:
    assert shown("a proxy conflict", "a proxy-standoff") == "a proxy-|-conflict -|+standoff+"


def test_the_versions_of_a_warning() -> None:
    assert shown(COURIER, RADIO) == (
        "-“We -|+her team had +|warned the Trust “twice, in writing” that |-the -|+its +|north gate |-would -|"
        "+“might +|not hold”"
    )
    assert alike(COURIER, RADIO) == 73
    assert alike(COURIER, COURIER.upper()) == 100


def test_the_apparatus_has_a_column_for_each_place() -> None:
    table = apparatus(["It would not hold.", "It might hold.", "It would hardly not hold."])
    assert [(column.same, column.readings) for column in table] == [
        (True, ("It", "It", "It")),
        (False, ("would not", "might", "would hardly not")),
        (True, ("hold.", "hold.", "hold.")),
    ]


def test_nothing_to_compare() -> None:
    assert differences("", "") == ()
    assert shown("", "words") == "+words+"
    assert shown("words", "") == "-words -"
    assert apparatus([]) == ()
    assert alike("", "") == 100


TEXTS = st.text(alphabet="ab ’“”.-–é\n", max_size=40)


@given(TEXTS, TEXTS)
def test_the_segments_that_are_here_are_the_text(base: str, other: str) -> None:
    found = differences(base, other)
    assert "".join(s.words for s in found if s.kind != "missing here") == other


@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    assert alike(text, text) == 100
    assert {s.kind for s in differences(text, text)} <= {"same"}


def test_very_long_texts_are_aligned_at_both_ends() -> None:
    long = " ".join(f"w{n % 7}" for n in range(6000))
    assert [s.kind for s in differences(f"a {long} z", f"a {long} x {long} z")] == [
        "same",
        "only here",
        "same",
    ]
