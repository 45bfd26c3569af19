"""The vectors of words in their context: what a word alone gives is remembered, the rest is done by
numpy in bulk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy
from spacy.tokens import Doc

Floats = Any  # numpy.ndarray of float32
Vectors = Callable[[list[Doc]], list[Floats]]

_BATCH = 64  # paragraphs worked on at a time
# words whose vectors are made together; always as many, as a product of another shape may round
# otherwise
_ROWS = 32
_MOST = 50_000  # words remembered; 30 MB


def quick_vectors(pipe: Any) -> Callable[[list[Doc]], list[Doc]] | None:
    """spaCy's "tok2vec" as a step over paragraphs; None if it is built in another way."""
    vectors = vectors_of(pipe.model)
    if vectors is None:
        return None
    known = vectors

    def step(docs: list[Doc]) -> list[Doc]:
        for start in range(0, len(docs), _BATCH):
            some = docs[start : start + _BATCH]
            for doc, found in zip(some, known(some)):
                doc.tensor = found  # where the parts that listen to this one look for it
        return docs

    return step


def vectors_of(model: Any) -> Vectors | None:
    """The function of a spaCy "Tok2Vec" model; None if its embedding needs more than the word's own
    features.
    """
    if len(model.layers) != 2:
        return None
    embed, encode = model.layers
    if (
        len(embed.layers) < 2
        or embed.layers[0].name != "extract_features"
        or embed.layers[-1].name != "ragged2list"
    ):
        return None
    words = _Words(embed)
    context = layers_of(encode)
    if context is None:
        return lambda docs: list(encode.predict(words.of(docs)))
    layers, pad = context
    return lambda docs: in_context(words.of(docs), layers, pad)


class _Words:
    """The vector of each word by its features (norm, prefix, suffix, shape …), made once."""

    def __init__(self, embed: Any) -> None:
        self._features, *self._rest = embed.layers
        self._place: dict[bytes, int] = {}
        self._table: Floats = None

    def of(self, docs: list[Doc]) -> list[Floats]:
        features = [numpy.ascontiguousarray(found) for found in self._features.predict(docs)]
        rows = numpy.concatenate(features)
        keys: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}")[:, 0].tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._place}
        if len(self._place) + len(new) > _MOST:
            self._place.clear()
            new = {key: i for i, key in enumerate(keys)}
        if new:
            self._learn(list(new), rows[list(new.values())])
        place = self._place
        found = self._table[[place[key] for key in keys]] if keys else numpy.zeros((0, 0), "f")
        return list(numpy.split(found, numpy.cumsum([len(one) for one in features])[:-1]))

    def _learn(self, keys: list[bytes], rows: Any) -> None:
        for start in range(0, len(keys), _ROWS):
            some = rows[start : start + _ROWS]
            made = [numpy.resize(some, (_ROWS, rows.shape[1]))]
            for layer in self._rest:
                made = layer.predict(made)
            at = len(self._place)
            self._make_room(at + len(some), made[0])
            self._table[at : at + len(some)] = made[0][: len(some)]
            self._place.update((key, at + i) for i, key in enumerate(keys[start : start + _ROWS]))

    def _make_room(self, size: int, like: Floats) -> None:
        if self._table is None:
            self._table = numpy.empty((1024, like.shape[1]), like.dtype)
        while len(self._table) < size:
            self._table = numpy.concatenate([self._table, numpy.empty_like(self._table)])


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that looks at a word and its two neighbours: maxout, layer norm, added to what came
    in.
    """

    weights: Floats  # inputs × (pieces of all outputs, the first pieces of all first)
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats


def layers_of(encode: Any) -> tuple[list[Layer], int] | None:
    """The layers of a "MaxoutWindowEncoder" and the rows between two paragraphs; None if it is
    another encoder.
    """
    if (
        not encode.name.startswith("with_array(")
        or "pad" not in encode.attrs
        or len(encode.layers) != 1
    ):
        return None
    outer = encode.layers[0]
    blocks = (
        outer.layers
        if outer.name.startswith("residual(expand_window") and ")>>" in outer.name
        else [outer]
    )
    layers = [_layer(block) for block in blocks]
    whole = [layer for layer in layers if layer is not None]
    return (whole, int(encode.attrs["pad"])) if whole and len(whole) == len(layers) else None


def _layer(block: Any) -> Layer | None:
    leaves = [node for node in block.walk() if not node.layers]
    if [leaf.name for leaf in leaves] != ["expand_window", "maxout", "layernorm", "dropout"]:
        return None
    window, maxout, norm, _ = leaves
    if not block.name.startswith("residual(") or window.attrs["window_size"] != 1:
        return None
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    outputs, pieces, inputs = weights.shape
    return Layer(
        weights=numpy.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(outputs * pieces, inputs)
        ).T,
        bias=numpy.ascontiguousarray(bias.T.reshape(outputs * pieces)),
        pieces=pieces,
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def in_context(words: list[Floats], layers: list[Layer], pad: int) -> list[Floats]:
    """What the layers make of the words of some paragraphs, which `pad` empty rows keep apart."""
    full = [one for one in words if len(one)]
    if not full:
        return words
    width = full[0].shape[1]
    rows = numpy.zeros((sum(map(len, full)) + pad * (len(full) + 1), width), dtype="float32")
    starts, at = [], pad
    for one in words:
        starts.append(at)
        rows[at : at + len(one)] = one
        at += len(one) + pad if len(one) else 0
    window = numpy.zeros((len(rows), 3 * width), dtype="float32")
    for layer in layers:
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        rows = rows + _normal(_most(window @ layer.weights + layer.bias, layer.pieces), layer)
    return [rows[start : start + len(one)] for start, one in zip(starts, words)]


def _most(pieces: Floats, count: int) -> Floats:
    width = pieces.shape[1] // count
    most = pieces[:, :width].copy()
    for k in range(1, count):
        numpy.maximum(most, pieces[:, k * width : (k + 1) * width], out=most)
    return most


def _normal(rows: Floats, layer: Layer) -> Floats:
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (
        numpy.square(rows).mean(axis=1, keepdims=True) + numpy.float32(1e-08)
    ) ** numpy.float32(-0.5)
    rows *= layer.scale
    rows += layer.shift
    return rows
