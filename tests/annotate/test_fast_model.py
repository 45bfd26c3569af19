"""The quick ways through the language model: whichever are taken, the parse has the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from generator.annotate.text import fast_model, parse
from generator.annotate.text.fast_ruler import labels_before
from generator.evaluate.marked import article_of, read_gold
from generator.model import Article, Block, Span

pytestmark = pytest.mark.skipif(parse.model_version() is None, reason="no language model installed")

GOLD = Path(__file__).parent.parent / "gold" / "gold.jsonl"
# what the gold has none of: white space that is a word, "there is", one word, none, a sentence
# without an end
ODD = (
    "Ferry  back   on Monday \t there 's no other . Ai n't it?\n\nBoats\n\n"
    "There are 30 boats and there were three, said Ann Lee of the Dover Harbour Board in New York in 2041.\n\n \n\n"
    "But you gon na see , the Bank of England and the United Kingdom of Great Britain and Northern Ireland"
)


def texts() -> list[Article]:
    odd = tuple(Block("paragraph", Span(a, b)) for a, b in paragraphs(ODD))
    return [*(article_of(one) for one in read_gold(GOLD)), Article("odd", "odd.txt", "", ODD, odd)]


def paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append((at, at + len(part)))
        at += len(part) + 2
    return found


def official() -> Any:
    folder = parse.model_folder()
    assert folder is not None
    return spacy.load(folder, exclude=["lemmatizer", "senter"])


def parses(
    monkeypatch: pytest.MonkeyPatch, parts: tuple[str, ...], articles: list[Article]
) -> list[bytes]:
    nlp = official()
    steps = fast_model.steps(nlp, parts)
    monkeypatch.setattr(parse, "_model", lambda: nlp)
    monkeypatch.setattr(parse, "_steps", lambda: steps)
    return [parse.parse(article.text, article.blocks) for article in articles]


@pytest.fixture(scope="module")
def plain() -> list[bytes]:
    with pytest.MonkeyPatch.context() as patch:
        return parses(patch, (), texts())


@pytest.mark.parametrize("part", fast_model.PARTS)
def test_each_quick_part_gives_the_same_bytes(
    part: str, plain: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_model, "_numpy_is_quicker", lambda: True)
    assert parses(monkeypatch, (part,), texts()) == plain


@pytest.mark.parametrize("by_numpy", [True, False])
def test_all_of_them_give_the_same_bytes_in_any_order(
    by_numpy: bool, plain: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_model, "_numpy_is_quicker", lambda: by_numpy)
    assert parses(monkeypatch, fast_model.PARTS, texts()[::-1])[::-1] == plain


def test_words_that_are_forgotten_are_made_again(
    plain: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.annotate.text.fast_vectors._MOST", 100)
    assert parses(monkeypatch, fast_model.PARTS, texts()[:4]) == plain[:4]


def test_every_part_fits_the_official_model() -> None:
    nlp = official()
    fitting = [
        name
        for name, pipe in nlp.pipeline
        if name in fast_model._QUICK and fast_model._QUICK[name](pipe)
    ]
    assert fitting == ["tok2vec", "attribute_ruler", "ner"]


def test_a_pipeline_that_is_built_otherwise_is_used_as_it_is() -> None:
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("attribute_ruler").add(
        [[{"LOWER": "new"}, {"LOWER": "york"}]], {"POS": "PROPN"}, index=1
    )
    docs = [nlp.make_doc("We saw New York. It rained.")]
    for step in fast_model.steps(nlp):
        docs = step(docs)
    assert [sentence.text for sentence in docs[0].sents] == ["We saw New York.", "It rained."]
    assert docs[0][3].pos_ == "PROPN"


@pytest.mark.parametrize(
    ("pattern", "attrs", "expected"),
    [
        ([{"TAG": "NN"}], {"POS": "NOUN"}, set()),
        ([{"DEP": "expl"}, {"LOWER": "is"}], {"POS": "VERB"}, {"expl"}),
        # lemmas are not kept
        ([{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}], {"LEMMA": "d"}, set()),
        ([{"LOWER": "new"}, {"LOWER": "york"}], {"POS": "PROPN"}, None),
        ([{"LEMMA": "go"}], {"POS": "VERB"}, None),
        ([{"LOWER": "go", "OP": "+"}], {"POS": "VERB"}, None),
    ],
)
def test_when_a_table_can_stand_for_the_ruler(
    pattern: list[dict[str, Any]], attrs: dict[str, str], expected: set[str] | None
) -> None:
    assert (
        labels_before([{"patterns": [pattern], "attrs": attrs, "index": len(pattern) - 1}])
        == expected
    )
