"""spaCy's transitions for names, for all words of some paragraphs at once.

At a word outside any name the model's next move hangs on that word alone, so it is worked out for
all words together; then, from each word that begins a name, the names go on side by side until all
have ended.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.tokens import Doc, Span

from generator.annotate.text.fast_vectors import Vectors, vectors_of

Array = Any  # a numpy array

_BATCH = 64  # paragraphs worked on at a time
_NEVER = numpy.float32(-numpy.inf)


@dataclass(frozen=True, slots=True)
class _Moves:
    """The model's moves: their places in its scores, by label. A label that can begin a name can
    also go on and end.
    """

    labels: tuple[str, ...]
    begin: Array
    inside: Array
    last: Array
    only: Array
    out: int
    never: Array  # those that a state without names given beforehand can't make outside a name


@dataclass(frozen=True, slots=True)
class _Model:
    """What the model's state is scored by."""

    vectors: Vectors
    reduce: Any  # thinc's "linear"
    # thinc's "precomputable_affine": the share of the word, of the name's first word, of the word
    # before
    lower: Any
    upper: Any  # thinc's "linear"
    moves: _Moves


def quick_names(pipe: Any) -> Callable[[list[Doc]], list[Doc]] | None:
    """spaCy's "ner" as a step over paragraphs; None if it is built in another way."""
    model = _model_of(pipe)
    if model is None:
        return None
    fits = model

    def step(docs: list[Doc]) -> list[Doc]:
        for start in range(0, len(docs), _BATCH):
            some = docs[start : start + _BATCH]
            for doc, names in zip(some, _names(fits, some)):
                doc.set_ents([Span(doc, *name) for name in names], default="outside")
        return docs

    return lambda docs: (
        list(pipe.pipe(docs, batch_size=_BATCH)) if any(map(_has_names, docs)) else step(docs)
    )


def _has_names(doc: Doc) -> bool:
    return bool(doc.to_array([ENT_IOB]).any())


def _model_of(pipe: Any) -> _Model | None:
    model, cfg = pipe.model, pipe.cfg
    if (
        cfg.get("beam_width", 1) != 1
        or model.name != "parser_model"
        or not model.attrs["has_upper"]
    ):
        return None
    if model.attrs["unseen_classes"] or len(model.layers) != 3:
        return None
    tok2vec, lower, upper = model.layers
    if lower.name != "precomputable_affine" or lower.get_dim("nF") != 3 or upper.name != "linear":
        return None
    if [layer.name for layer in tok2vec.layers[1:]] != ["list2array", "linear"]:
        return None
    moves, vectors = _moves_of(pipe.moves), vectors_of(tok2vec.layers[0])
    return _Model(vectors, tok2vec.layers[2], lower, upper, moves) if moves and vectors else None


def _moves_of(system: Any) -> _Moves | None:
    names = [system.get_class_name(i) for i in range(system.n_moves)]  # `move_names` leaves one out
    place = {name: i for i, name in enumerate(names)}
    labels = tuple(name[2:] for name in names if name.startswith("B-"))
    by_kind = [[place.get(f"{kind}-{label}") for label in labels] for kind in "BILU"]
    if "O" not in place or any(None in places for places in by_kind):
        return None
    begin, inside, last, only = (numpy.array(places) for places in by_kind)
    outside = {*begin.tolist(), *only.tolist(), place["O"]}
    never = numpy.array([i for i in range(len(names)) if i not in outside])
    return _Moves(labels, begin, inside, last, only, place["O"], never)


def _names(model: _Model, docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    """First word, end and label of each name, for each paragraph."""
    lengths = [len(doc) for doc in docs]
    if not any(lengths):
        return [[] for _ in docs]
    shares = _shares(model, docs)
    no_more = _cannot_go_on(docs, lengths)
    moves = _outside(model, shares, docs, no_more)
    begins = numpy.flatnonzero(numpy.isin(moves, model.moves.begin))
    label = {
        int(move): k
        for kind in (model.moves.begin, model.moves.only)
        for k, move in enumerate(kind)
    }
    ends = dict(zip(begins.tolist(), _ends(model, shares, begins, moves, no_more)))
    found: list[list[tuple[int, int, str]]] = []
    at = 0
    starts = iter(numpy.flatnonzero(moves != model.moves.out).tolist())
    start = next(starts, -1)
    for length in lengths:
        names: list[tuple[int, int, str]] = []
        free = at
        while at <= start < at + length:
            if start >= free:
                free = ends.get(start, start + 1)
                names.append((start - at, free - at, model.moves.labels[label[int(moves[start])]]))
            start = next(starts, -1)
        found.append(names)
        at += length
    return found


def _shares(model: _Model, docs: list[Doc]) -> Array:
    """What each word, as each of the three words that a state looks at, adds to the hidden layer;
    row 0 = no word.
    """
    vectors = [one for one in model.vectors(docs) if len(one)]
    return model.lower.predict(model.reduce.predict(numpy.concatenate(vectors)))


def _cannot_go_on(docs: list[Doc], lengths: list[int]) -> Array:
    """Whether a name must end with a word: it is the last of its paragraph, or a sentence starts
    behind it.
    """
    new = numpy.concatenate([doc.to_array([SENT_START]).reshape(-1) == 1 for doc in docs])
    ends = numpy.append(new[1:], True)
    ends[numpy.cumsum([length for length in lengths if length]) - 1] = True
    return ends


def _outside(model: _Model, shares: Array, docs: list[Doc], no_more: Array) -> Array:
    """The best move allowed at each word if no name is open: out, a name of one word, or a first
    word.
    """
    scores = _scores(model, shares[1:, 0] + shares[0, 1] + shares[0, 2])
    scores[:, model.moves.never] = _NEVER
    space = numpy.concatenate([doc.to_array([IS_SPACE]).reshape(-1) != 0 for doc in docs])
    scores[numpy.ix_(space, model.moves.only)] = _NEVER
    scores[numpy.ix_(space | no_more, model.moves.begin)] = _NEVER
    return scores.argmax(axis=1)


def _ends(model: _Model, shares: Array, begins: Array, moves: Array, no_more: Array) -> list[int]:
    """Where the name ends that begins at each of the words."""
    place = {int(move): k for k, move in enumerate(model.moves.begin)}
    labels = numpy.array([place[int(move)] for move in moves[begins]], dtype=int)
    inside, last = model.moves.inside[labels], model.moves.last[labels]
    ends = begins + 1
    open_ = numpy.arange(len(begins))
    while len(open_):
        word, first = ends[open_], begins[open_]
        scores = _scores(model, shares[word + 1, 0] + shares[first + 1, 1] + shares[word, 2])
        row = numpy.arange(len(open_))
        on, off = scores[row, inside[open_]], scores[row, last[open_]]
        ends[open_] += 1
        goes_on = ((on > off) | ((on == off) & (inside < last)[open_])) & ~no_more[word]
        open_ = open_[goes_on]
    return [int(end) for end in ends]


def _scores(model: _Model, sums: Array) -> Array:
    hidden = (sums + model.lower.get_param("b")).max(axis=2)
    return model.upper.predict(hidden)
