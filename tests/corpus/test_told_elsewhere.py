"""The same statement: whoever is named as its speaker, with and without a reporter's "that"."""

from tests.corpus.stories import corpus, story

LONG = (
    "“The old weir was rotten long before the spring, and the Trust was warned of it twice,"
    " in March and in April.”"
)


def test_the_same_words_of_two_speakers_are_one_statement_of_nobody_in_particular() -> None:
    linked = corpus(
        story("a", f"[Ilse Varnholt: {LONG}] {{Ilse Varnholt}} said."),
        story("b", f"[Otto Brenn: {LONG}] {{Otto Brenn}} said."),
    )
    (one,) = linked.statements
    assert (len(one.versions), one.entity) == (2, None)


def test_a_few_words_of_two_speakers_are_two_statements() -> None:
    short = "“The old weir was rotten long before the spring.”"
    linked = corpus(
        story("a", f"[Ilse Varnholt: {short}] {{Ilse Varnholt}} said."),
        story("b", f"[Otto Brenn: {short}] {{Otto Brenn}} said."),
    )
    assert linked.statements == ()


def test_another_number_in_the_same_words_is_another_statement() -> None:
    other = LONG.replace("March", "May").replace("twice", "once")
    linked = corpus(
        story("a", f"[Ilse Varnholt: {LONG}] {{Ilse Varnholt}} said."),
        story("b", f"[Otto Brenn: {other}] {{Otto Brenn}} said."),
    )
    assert linked.statements == ()


def test_a_reporters_that_is_no_difference_and_no_title() -> None:
    said = "the weir at Cawdle was rotten long before the spring"
    linked = corpus(
        story("a", f"{{Ilse Varnholt}} said [Ilse Varnholt: that {said}]."),
        story("b", f"{{Ilse Varnholt}} said [Ilse Varnholt: {said}]."),
    )
    (one,) = linked.statements
    assert [version.alike for version in one.compared] == [100, 100]
    assert one.findings == ()
    assert "".join(s.words for s in one.compared[0].segments) == f"that {said}"
    assert one.title == "The weir at Cawdle was rotten long before the…"
