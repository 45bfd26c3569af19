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


def test_a_shared_speaker_is_said_with_how_rare_it_is() -> None:
    one = story("a", "[Ilse Varnholt: “Well.”] {Ilse Varnholt} met {Maren Hollobach}.")
    two = story("b", "[Ilse Varnholt: “So.”] {Ilse Varnholt} met {Maren Hollobach}.")
    assert reasons("a", one, two, *others(24)) == [
        (
            "b",
            [
                ("Both quote Ilse Varnholt", "2 of 26 articles do"),
                ("Both name Maren Hollobach", "2 of 26 articles do"),
            ],
        )
    ]


def test_a_shared_statement_comes_first() -> None:
    words = "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails in fog.”] {Ilse Varnholt}"
    [(other, why)] = reasons("a", story("a", words), story("b", words), *others(8))
    assert other == "b"
    assert why[0] == (
        "Both print “The lighthouse lamp was replaced with a cheaper one…”",
        "2 versions, word for word",
    )
    assert why[1] == ("Both quote Ilse Varnholt", "2 of 10 articles do")


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


def test_at_most_six_rarest_first() -> None:
    stories = [story(f"a{n}", f"{{Ilse Varnholt}} met. [Ilse Varnholt: “x{n}”]") for n in range(9)]
    stories.append(story("b", "{Ilse Varnholt} met {Petra Quill}. [Petra Quill: “x”]"))
    stories.append(
        story("c", "{Ilse Varnholt} met {Petra Quill}. [Petra Quill: “y”] [Ilse Varnholt: “z”]")
    )
    found = corpus(*stories, *others(40)).related["c"]
    assert len(found) == 6
    assert found[0].article == "b"
    assert [other.score for other in found] == sorted(
        (other.score for other in found), reverse=True
    )
    assert found[0].reasons[0].label == "Both quote Petra Quill"
