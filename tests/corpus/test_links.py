"""Which words of an article link to whose page."""

from tests.corpus.stories import corpus, story


def linked_words(*stories: object) -> list[tuple[str, str]]:
    found = corpus(*stories)  # type: ignore[arg-type]
    text = found.stories[0].article.text
    return [(link.span.of(text), link.entity) for link in found.links[found.stories[0].article.id]]


def test_the_first_mention_links_and_no_other() -> None:
    one = story("a", "{Ilse Varnholt} left. {Varnholt=Ilse Varnholt} came back.")
    assert linked_words(one) == [("Ilse Varnholt", "ilse-varnholt")]


def test_the_headline_never_links_but_the_standfirst_does() -> None:
    one = story(
        "a",
        "{Ilse Varnholt} left.",
        title="{Varnholt=Ilse Varnholt} leaves",
        standfirst="So says {Varnholt=Ilse Varnholt}",
    )
    assert linked_words(one) == [("Varnholt", "ilse-varnholt")]


def test_a_role_is_no_name_and_does_not_link() -> None:
    one = story("a", "{the engineer=Ilse Varnholt} left. Then {Varnholt’s=Ilse Varnholt} dog left.")
    assert linked_words(one) == [("Varnholt", "ilse-varnholt")]


def test_the_longer_name_has_the_words() -> None:
    one = story("a", "{org:Kennedy Trust} opened. {John Kennedy} came.")
    from generator.model import Mention, Name, Span

    inside = Name(
        "John Kennedy", "person", (Mention(Span(0, 7), "short"), Mention(Span(22, 34), "full"))
    )
    names = tuple(inside if n.label == "John Kennedy" else n for n in one.annotations.names)
    from dataclasses import replace

    both = replace(one, annotations=replace(one.annotations, names=names))
    assert linked_words(both) == [
        ("Kennedy Trust", "kennedy-trust"),
        ("John Kennedy", "john-kennedy"),
    ]


def test_places_do_not_link() -> None:
    assert linked_words(story("a", "{org:NATO} met in {place:Ghent}.")) == [("NATO", "nato")]
