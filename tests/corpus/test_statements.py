"""The same statement, told again elsewhere or in other words."""

from generator.corpus.statements.versions import title_of
from generator.model import Statement, Story
from tests.corpus.statements_sample import figures, judge, pairs
from tests.corpus.stories import corpus, story

SEED = story(
    "seed",
    "[Dmitry Polyansky: “We have repeatedly warned that the situation is quite dangerous and there is a big risk of a "
    "direct clash between Russia and NATO,”] {Dmitry Polyansky} said.",
    "[Dmitry Polyansky: “Anything could happen. Nothing is ruled out amid such an intense proxy-standoff between NATO "
    "and Russia,”] the diplomat warned.",
    title="Moscow warns of direct clash with NATO",
    standfirst="[Dmitry Polyansky: “Nothing can be ruled out” in such an “intense” proxy conflict between NATO and "
    "Russia in Ukraine], Dmitry Polyansky has said",
)
COURIER = story(
    "courier",
    "[Ilse Varnholt: “We warned the Trust twice, in writing, that the north gate would not hold through another "
    "winter,”] {Ilse Varnholt} said.",
    publication="Eddermoor Courier",
    date="2042-03-12",
)
RADIO = story(
    "radio",
    "The engineer says [Ilse Varnholt: her team had warned the Water Trust “twice, in writing” that its north gate "
    "“might not hold” another winter]. {Ilse Varnholt} left.",
    publication="Cawdle Radio",
    date="2042-03-13",
)


def groups(*stories: Story) -> list[list[str]]:
    return [
        [ref.article for ref in statement.versions] for statement in corpus(*stories).statements
    ]


def only(*stories: Story) -> Statement:
    [statement] = corpus(*stories).statements
    return statement


def test_standfirst_and_body_of_the_seed() -> None:
    found = only(SEED)
    assert found.id == "nothing-can-be-ruled-out"
    assert found.title == "Nothing can be ruled out"
    assert [version.label for version in found.compared] == ["standfirst", "paragraph 2"]
    assert found.base == found.versions[1]
    assert found.findings == (
        "Paragraph 2 quotes the words in full; the standfirst reports them in part or in other words.",
        "Only paragraph 2 has “Anything could happen”.",
        "The standfirst has “can be” where paragraph 2 has “is”.",
        "The standfirst has “in” where paragraph 2 has “amid”.",
        "The standfirst has “conflict” where paragraph 2 has “standoff”.",
        "Only the standfirst has “in Ukraine”.",
    )


def test_two_outlets_with_one_statement() -> None:
    found = only(RADIO, COURIER)
    assert [version.label for version in found.compared] == ["Eddermoor Courier", "Cawdle Radio"]
    assert found.entity == "ilse-varnholt"
    assert found.findings[-1] == "Eddermoor Courier is dated first, 12 March 2042."
    assert "Cawdle Radio has “might” where Eddermoor Courier has “would”." in found.findings
    assert all(len(column.readings) == 2 for column in found.columns)


def test_one_speaker_only_but_for_words_at_length() -> None:
    """Twelve words in a row are one statement, whoever the articles name (test_told_elsewhere)."""
    shorter = "“We warned the Trust twice, in writing, that the north gate”"
    other = story("other", f"[Anna Varnholt: {shorter}] {{Anna Varnholt}} said.")
    same = story("same", f"[Ilse Varnholt: {shorter}] {{Ilse Varnholt}} said.")
    assert groups(COURIER, other) == []
    assert groups(COURIER, same) == [["courier", "same"]]


def test_a_short_common_phrase_is_no_statement() -> None:
    phrases = (
        "[Ilse Varnholt: “No comment,”] she said. [Ilse Varnholt: “Thank you very much,”] she said."
    )
    assert groups(story("a", phrases), story("b", phrases)) == []


def test_one_sentence_in_three_articles_is_one_statement() -> None:
    sentence = (
        "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails in fog.”]"
    )
    assert groups(*(story(id, sentence) for id in "abc")) == [["a", "b", "c"]]


def test_unknown_speakers_group_only_with_long_identical_words_of_another_article() -> None:
    long = "[?: “The lighthouse lamp was replaced with a cheaper one that fails in every fog.”]"
    short = "[?: “The lighthouse lamp fails in every fog.”]"
    assert groups(story("a", long), story("b", long)) == [["a", "b"]]
    assert groups(story("a", short), story("b", long)) == []
    assert groups(story("a", long, long.replace("every", "thick"))) == []


def test_an_unknown_speaker_joins_a_known_one_but_never_two() -> None:
    sentence = "“The lighthouse lamp was replaced with one that fails quickly,”"
    unknown, ilse, anna = (
        f"[?: {sentence}]",
        f"[Ilse Varnholt: {sentence}]",
        f"[Anna Pell: {sentence}]",
    )
    found = only(story("a", unknown), story("b", ilse))
    assert (found.entity, len(found.versions)) == ("ilse-varnholt", 2)
    assert [
        len(group) for group in groups(story("a", unknown), story("b", ilse), story("c", anna))
    ] == [2]


def test_the_address_stays_while_the_oldest_version_does() -> None:
    third = story("third", RADIO.article.text.join(("[Ilse Varnholt: ", "]")), date="2042-03-14")
    assert only(RADIO, COURIER).id == only(RADIO, COURIER, third).id == "we-warned-the-trust-twice"


def test_the_marked_pairs() -> None:
    marked = pairs()
    assert len(marked) >= 60
    judged = judge(marked)
    held_out = [at for at, pair in enumerate(marked) if pair.held_out]
    assert figures([marked[at] for at in held_out], [judged[at] for at in held_out]) == (7, 0, 0)
    right, wrong, missed = figures(marked, judged)
    assert (right, wrong, missed) == (55, 0, 1)


def said_in(id: str, words: str, date: str = "2042-03-14", who: str = "Ilse Varnholt") -> Story:
    return story(id, f"[{who}: {words}]", date=date)


def test_the_same_words_in_a_row_are_the_same_statement_on_any_day() -> None:
    one = said_in("a", "“I was not told that the lamp would go out, and I left.”")
    other = said_in("b", "“I was not told that the lamp would go out.”", "2043-09-01")
    assert groups(one, other) == [["a", "b"]]
    whole = said_in("c", "“A lamp of oil and glass”")
    longer = said_in("d", "“They gave us a lamp of oil and glass. It was dark. It rained.”")
    assert groups(whole, longer) == [["c", "d"]]


def test_the_same_words_about_another_name_are_another_statement() -> None:
    one = said_in(
        "a", "“We all voted gladly for Petra that night, and the harbour lamps were lit.”"
    )
    other = said_in(
        "b", "“We all voted gladly for Osric that night, and the harbour lamps were lit.”"
    )
    assert groups(one, other) == []


def test_a_catchword_makes_no_two_sentences_the_same() -> None:
    one = said_in("a", "the mayor’s “new Cawdle values”")
    other = said_in("b", "that the “new Cawdle values” phrase came from the mayor himself")
    assert groups(one, other) == []


def test_titles_begin_with_a_capital() -> None:
    assert title_of("that we warned the Trust twice") == "That we warned the Trust twice"
