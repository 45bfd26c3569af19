"""What linking looks at for one article does not grow with the corpus: counted, not timed."""

from collections.abc import Callable

import pytest

from generator.corpus import link
from generator.corpus.related import CLOSEST as ARTICLES_COMPARED
from generator.corpus.statements import alike
from generator.model import Reading
from tests.corpus.bench import bench_story


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> list[int]:
    calls = [0]
    function: Callable[..., object] = getattr(module, name)

    def counting(*args: object) -> object:
        calls[0] += 1
        return function(*args)

    monkeypatch.setattr(module, name, counting)
    return calls


@pytest.mark.parametrize("count", [60, 240])
def test_comparisons_for_one_article_are_bounded(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    import sys

    stories = [bench_story(number, count) for number in range(count)]
    quotes = sum(len(story.annotations.quotes) for story in stories)
    compared = counted(monkeypatch, alike, "same_statement")
    scored = counted(monkeypatch, sys.modules["generator.corpus.related"], "score")
    found = link(stories, Reading())
    assert 0 < compared[0] <= quotes * alike.CLOSEST
    assert 0 < scored[0] <= count * ARTICLES_COMPARED
    assert found.related
    assert found.statements
