"""How likely each sentence of a text is to be recognised, by a small linear model.

The weights were learned from the texts in `training/` by `training/train.py`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from contributions.deidentify.sentences.features import Sentence, features

WEIGHTS = "sentence_weights.json"


def scores(sentences: Sequence[Sentence]) -> Iterator[float]:
    """Give each sentence's score: the higher, the more a colleague may recognise."""
    weights = _weights()
    start = weights["start"]
    for found in features(sentences):
        yield start + sum(weights.get(name, 0.0) * value for name, value in found.items())


@cache
def _weights() -> Mapping[str, float]:
    path = files("contributions.deidentify").joinpath("data", WEIGHTS)
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights
