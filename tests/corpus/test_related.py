"""Which articles belong together, and why."""

from generator.model import Story
from tests.corpus.stories import corpus, story

RAIN = "Heavy rain filled the reservoir behind the old dam, and the sluice keepers opened the northern gate at midnight."
BREAD = "The bakers of the harbour quarter struck for a shorter night shift, and loaves were sold out by seven."


def reasons(here: str, *stories: Story) -> list[tuple[str, list[tuple[str, str]]]]:
    found = corpus(*stories).related
    return [
        (other.article, [(r.label, r.detail) for r in other.reasons])
        for other in found.get(here, ())
    ]


def others(count: int) -> list[Story]:
    """Articles that have nothing to do with each other."""
    return [
        story(
            f"z{n:02}",
            " ".join(f"{chr(97 + n % 26)}{word}{chr(97 + n // 26)}" for word in BREAD.split()),
        )
        for n in range(count)
    ]


def test_a_shared_speaker_alone_relates_nothing_and_is_said_beside_a_topic() -> None:
    one = "[Ilse Varnholt: “Well.”] {Ilse Varnholt} met {Maren Hollobach}."
    two = "[Ilse Varnholt: “So.”] {Ilse Varnholt} met {Maren Hollobach}."
    long = " ".join((long_text("p"), BREAD)), " ".join((long_text("q"), RAIN))
    apart = story("a", *[long[0]] * 3, one), story("b", *[long[1]] * 3, two)
    assert reasons("a", *apart, *others(24)) == []
    [(other, why)] = reasons("a", story("a", one, RAIN), story("b", two, RAIN), *others(24))
    assert other == "b"
    assert why[:2] == [
        ("Both quote Ilse Varnholt", "2 of 26 articles do"),
        ("Both name Maren Hollobach", "2 of 26 articles do"),
    ]
    assert why[2][0] == "Words in common"


def test_a_name_that_many_articles_have_an_outlet_and_an_abbreviation_are_no_reasons() -> None:
    names = "{Ilse Varnholt} told {org:Cawdle Times} and {org:CRX}."
    more = [story(f"m{n}", f"{{Ilse Varnholt}} met y{n}.") for n in range(4)]
    [(_, why)] = reasons("a", story("a", names, RAIN), story("b", names, RAIN), *more)
    assert [label for label, _ in why] == ["Words in common"]


def test_what_the_headline_says_weighs_more_than_the_end() -> None:
    tail = " ".join(f"plain{chr(97 + n)}filler" for n in range(20))
    one = story("a", tail, title="Bakers strike over night shift")
    two = story("b", tail.replace("plain", "other"), title="Night shift bakers strike again")
    three = story("c", tail.replace("plain", "third"), "x.", "y.", "z.", "Bakers strike shift.")
    found = corpus(one, two, three, *others(8)).related["a"]
    assert found[0].article == "b"


def long_text(seed: str) -> str:
    return " ".join(f"{seed}{chr(97 + n % 26)}{chr(97 + n // 26)}word" for n in range(300))


def test_the_same_text_is_another_version_and_not_related() -> None:
    text = long_text("q")
    said = "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails.”]"
    found = corpus(story("a", text, said), story("b", text + " Updated.", said), *others(8))
    assert found.related == {}
    assert found.statements == ()
    assert [link.why for link in found.backlinks["a"]] == ["another version of this text"]


def test_a_shared_statement_comes_first() -> None:
    words = "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails in fog.”] {Ilse Varnholt}"
    [(other, why)] = reasons("a", story("a", words), story("b", words), *others(8))
    assert other == "b"
    assert why[:2] == [
        (
            "Both print “The lighthouse lamp was replaced with a cheaper one…”",
            "2 versions, word for word",
        ),
        ("Both quote Ilse Varnholt", "2 of 10 articles do"),
    ]


def test_texts_about_one_thing_are_related_by_their_words() -> None:
    [(other, why)] = reasons(
        "a", story("a", RAIN), story("b", RAIN.replace("midnight", "noon")), *others(8)
    )
    assert other == "b"
    [(label, detail)] = why
    assert label == "Words in common"
    assert {"reservoir", "sluice", "dam"} & set(detail.split(", "))


def test_what_all_articles_share_relates_none() -> None:
    stories = [
        story(f"a{n}", f"{{Ilse Varnholt}} met x{n}{n}. [Ilse Varnholt: “y{n}{n}”]")
        for n in range(12)
    ]
    assert corpus(*stories).related == {}


def test_articles_without_anything_in_common_are_not_related() -> None:
    assert reasons("a", story("a", RAIN), story("b", BREAD)) == []
    assert corpus(story("a", RAIN)).related == {}


def test_at_most_six_likest_first() -> None:
    stories = [story(f"a{n}", RAIN, f"Also x{n}x.") for n in range(9)]
    stories += [story("b", RAIN, BREAD), story("c", RAIN, BREAD)]
    found = corpus(*stories, *others(40)).related["c"]
    assert len(found) == 6
    assert found[0].article == "b"
    assert [other.score for other in found] == sorted(
        (other.score for other in found), reverse=True
    )


def test_a_name_at_the_end_of_both_is_no_reason() -> None:
    fill = [f"line{n} alone." for n in range(4)]
    end = "Guests from {place:Cawdle} came."
    one = story("a", RAIN, "p1.", "p2.", "p3.", end, title="Dam fills after rain")
    two = story("b", RAIN, "q1.", "q2.", "q3.", end, title="Rain fills the dam")
    [(_, why)] = reasons("a", one, two, *others(24))
    assert [label for label, _ in why] == ["Words in common"]
    about = story("a", RAIN, *fill, end, title="{place:Cawdle} dam fills after rain")
    [(_, why)] = reasons("a", about, two, *others(24))
    assert [label for label, _ in why] == ["Both name Cawdle", "Words in common"]


def test_words_that_many_articles_have_say_nothing_beside_a_better_reason() -> None:
    one = "{Ilse Varnholt} was asked about the harbour."
    more = [story(f"m{n}", f"The harbour w{n}.", title=f"v{n}") for n in range(20)]
    pair = (story("a", one, title="Harbour"), story("b", one + " Again.", title="Harbour"))
    [(_, why)] = [entry for entry in reasons("a", *pair, *more) if entry[0] == "b"]
    assert "harbour" not in dict(why).get("Words in common", "")
