"""The language model at less than half its cost, with the same parses to the byte.

Nothing of the model changes, only how its numbers are worked out: matrix products by the library
that is quicker here, what depends on a word alone remembered by word, the attribute ruler as a
table, and the names of all paragraphs at once. Each part looks at the pipeline that it is given
and stands back where that is built otherwise, so another model (`FLORILEGIUM_MODEL`) falls back
part by part.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import NumpyOps

from generator.annotate.text.fast_names import quick_names
from generator.annotate.text.fast_ruler import quick_ruler
from generator.annotate.text.fast_vectors import quick_vectors

Step = Callable[[list[Doc]], list[Doc]]  # what one part of the pipeline adds to some paragraphs

PARTS = ("products", "tok2vec", "attribute_ruler", "ner")
_QUICK: dict[str, Callable[[Any], Step | None]] = {
    "tok2vec": quick_vectors,
    "attribute_ruler": quick_ruler,
    "ner": quick_names,
}
_BATCH = 64  # paragraphs worked on at a time


def steps(nlp: Any, parts: Collection[str] = PARTS) -> list[Step]:
    """The parts of a spaCy pipeline in their order, those named in `parts` done the quick way where
    they fit.

    "products" is decided by measuring: numpy does the matrix products if it needs less time than
    the model's own.

        for step in steps(spacy.load("en_core_web_sm")):
            docs = step(docs)
    """
    if "products" in parts and _numpy_is_quicker():
        for _, pipe in nlp.pipeline:
            _multiply_by_numpy(pipe)
    return [_step(name, pipe, name in parts) for name, pipe in nlp.pipeline]


def _step(name: str, pipe: Any, quick: bool) -> Step:
    found = _QUICK[name](pipe) if quick and name in _QUICK else None
    return found or (lambda docs: list(pipe.pipe(docs, batch_size=_BATCH)))


def _multiply_by_numpy(pipe: Any) -> None:
    ops = NumpyOps(use_blis=False)
    for node in pipe.model.walk() if hasattr(pipe, "model") and hasattr(pipe.model, "walk") else ():
        if type(node.ops) is NumpyOps:
            node.ops = ops


def _numpy_is_quicker() -> bool:
    """Whether numpy multiplies matrices of the model's size in clearly less CPU time than blis.

    Where blis does not know the processor it falls back to a kernel for any, of a third of the
    speed; numpy with several threads is measured with all of them, and loses.
    """
    x = numpy.ones((256, 288), dtype="float32")
    return _seconds(NumpyOps(use_blis=False), x) < 0.8 * _seconds(NumpyOps(), x)


def _seconds(ops: Any, x: Any) -> float:
    weights = numpy.ones((288, 288), dtype="float32")
    taken = []
    for _ in range(4):  # the first one also starts the library
        start = time.process_time()
        ops.gemm(x, weights, trans2=True)
        taken.append(time.process_time() - start)
    return min(taken)
