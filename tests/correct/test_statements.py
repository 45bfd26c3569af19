"""`statements:`: a person joins and parts quotations, whatever the rules say."""

from generator.corpus.statements.alike import same_statements
from generator.corpus.statements.sayings import sayings_of
from generator.correct import read, statement_pairs
from generator.model import QuoteRef, Story
from tests.correct.marked import marked

WORDS = "“The northern gate was left open for eleven hours on the night of the great flood,”"
ONE = marked(f"[Ann Lee: {WORDS}] said Ann Lee.", id="one")
TWO = marked(f"[Ann Lee: {WORDS}] Ann Lee told us.", id="two")
OTHER = marked("[Ann Lee: “Nobody slept,”] said Ann Lee.", id="other")
GATES = (("one", "northern gate"), ("two", "northern gate"))
STORIES = (ONE, TWO, OTHER)


def groups(corrections: str, *stories: Story) -> list[list[str]]:
    said, problems = statement_pairs(stories, read(corrections))
    assert problems == ()
    speakers = {
        QuoteRef(s.article.id, q.id): "ann-lee" for s in stories for q in s.annotations.quotes
    }
    found = same_statements(list(sayings_of(stories, speakers)), said)
    return [[saying.ref.article for saying in group] for group in found]


def test_the_rules_by_themselves() -> None:
    assert groups("", *STORIES) == [["one", "two"]]


def test_two_are_kept_apart() -> None:
    apart = "statements: [{apart: [{article: one, words: The northern gate}, {article: two, words: northern gate was}]}]"
    assert groups(apart, *STORIES) == []


def test_two_are_joined_though_no_word_is_the_same() -> None:
    same = "statements: [{same: [{article: two, words: northern gate was}, {article: other, words: Nobody slept}]}]"
    assert groups(same, *STORIES) == [["one", "two", "other"]] or groups(same, *STORIES) == [
        ["one", "other", "two"]
    ]


def test_a_group_is_not_joined_round_a_pair_that_is_apart() -> None:
    third = marked(f"[Ann Lee: {WORDS}] Ann Lee had said.", id="third")
    apart = "statements: [{apart: [{article: one, words: northern gate}, {article: two, words: northern gate}]}]"
    found = groups(apart, ONE, TWO, third)
    assert all(not {"one", "two"} <= set(group) for group in found)


def test_what_is_not_found_is_named_with_its_line() -> None:
    text = (
        "statements:\n"
        "  - same: [{article: one, words: northern gate}, {article: three, words: b}]\n"
        "  - same: [{article: one, words: northern gate}, {article: other, words: the ferry sank at noon}]\n"
    )
    _, problems = statement_pairs(STORIES, read(text))
    assert [str(problem).split(" — ")[0] for problem in problems] == [
        "seeds/corrections.yml:2: there is no article 'three'",
        "seeds/corrections.yml:3: no quotation is found at the words 'the ferry sank at noon'",
    ]


def test_a_pair_that_is_both_is_a_problem_and_stays_apart() -> None:
    one, two, third = (
        f"{{article: {a}, words: {w}}}" for a, w in (*GATES, ("other", "Nobody slept"))
    )
    text = f"statements:\n - same: [{one}, {two}, {third}]\n - apart: [{one}, {two}]\n"
    said, problems = statement_pairs(STORIES, read(text))
    assert [len(said.same), len(said.apart)] == [2, 1]
    assert str(problems[0]).startswith(
        "seeds/corrections.yml:2: two quotations are said to be the same statement and"
    )
