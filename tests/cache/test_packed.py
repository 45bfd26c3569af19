"""What the cache holds reads back as the value that went in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cache import packed
from generator.model import (
    Annotations,
    Article,
    Block,
    Mention,
    Name,
    NotSpeech,
    Problem,
    Quote,
    Span,
)

TEXT = st.text(max_size=8)
SPAN = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
NAME = st.builds(
    Name,
    TEXT,
    st.sampled_from(["person", "place"]),
    st.lists(st.builds(Mention, SPAN, st.just("full")), max_size=2).map(tuple),
    st.lists(SPAN, max_size=2).map(tuple),
)
QUOTE = st.builds(
    Quote,
    id=TEXT,
    kind=st.sampled_from(["direct", "indirect"]),
    parts=st.lists(SPAN, min_size=1, max_size=3).map(tuple),
    cue=st.none() | SPAN,
    speaker=st.none() | TEXT,
    confidence=st.floats(0, 1),
)
ANNOTATIONS = st.builds(
    Annotations,
    st.lists(NAME, max_size=2).map(tuple),
    st.lists(QUOTE, max_size=2).map(tuple),
    st.lists(st.builds(NotSpeech, SPAN, st.just("term")), max_size=2).map(tuple),
    st.lists(st.builds(Problem, TEXT, TEXT, TEXT), max_size=2).map(tuple),
)


@settings(deadline=None)
@given(ANNOTATIONS)
def test_annotations_read_back(made: Annotations) -> None:
    assert packed.unpack(Annotations, packed.pack(made)) == made


def test_an_article_reads_back() -> None:
    made = Article(
        id="a",
        source="a.txt",
        title="T",
        text="x\ud800",
        blocks=(Block("paragraph", Span(0, 2)),),
        tags=("b",),
    )
    assert packed.unpack(Article, packed.pack(made)) == made
