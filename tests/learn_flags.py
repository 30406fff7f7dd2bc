"""`python -m tests.learn_flags`: learn how much words weigh for each kind of flag.

Fits one logistic regression a kind to our own invented texts and writes
moderation/flags/data/weights.tsv. Run it again whenever those texts or the phrases change;
held_out.jsonl and unseen.jsonl are never learnt from. The same texts give the same weights.
"""

from collections import Counter
from math import log
from pathlib import Path

import numpy as np

from contributions.review import review
from moderation.flags import KINDS
from moderation.flags.evidence import features
from moderation.flags.raising import read
from tests.score_flags import rows_of

TEXTS = Path(__file__).parent / "moderation" / "flags"
LEARNT_FROM = ("snippets", "development", "roundabout")
WEIGHTS = Path(__file__).parent.parent / "moderation" / "flags" / "data" / "weights.tsv"
_SOFTNESS = 60  # How little large weights cost.
_TOO_LIGHT = 0.4


def main():
    rows = [row for name in LEARNT_FROM for row in rows_of(TEXTS / f"{name}.jsonl")]
    texts = [set().union(*features(*read(review("", row["text"]).words))) for row in rows]
    counts = Counter(feature for text in texts for feature in text)
    names = sorted(name for name, count in counts.items() if count > 1)
    rarity = {name: log((1 + len(texts)) / (1 + counts[name])) + 1 for name in names}
    weights, bias = fit(
        scaled(texts, names, rarity),
        np.array([[kind in row["flags"] for kind in KINDS] for row in rows], dtype=float),
    )
    WEIGHTS.write_text("".join(lines(names, rarity, weights, bias)), encoding="utf-8")


def scaled(texts, names, rarity):
    """Return a matrix of texts by features, each text of length one."""
    place = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(texts), len(names)))
    for row, text in enumerate(texts):
        for name in text & place.keys():
            matrix[row, place[name]] = rarity[name]
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(lengths, lengths, 1)


def fit(texts, labels, rounds=400):
    """Return (weights, bias) of one logistic regression a column of labels.

    Nesterov's gradient descent, with a step that cannot overshoot.
    """
    texts = np.hstack([texts, np.ones((len(texts), 1))])
    cost = np.full((texts.shape[1], 1), 1 / _SOFTNESS)
    cost[-1] = 0
    step = 1 / (0.25 * np.linalg.norm(texts, 2) ** 2 + 1 / _SOFTNESS)
    weights = ahead = np.zeros((texts.shape[1], labels.shape[1]))
    for number in range(rounds):
        slope = texts.T @ (1 / (1 + np.exp(-texts @ ahead)) - labels) + cost * ahead
        before, weights = weights, ahead - step * slope
        ahead = weights + number / (number + 3) * (weights - before)
    return weights[:-1], weights[-1]


def lines(names, rarity, weights, bias):
    """Yield the lines of the file: a feature, its rarity, then kind and weight in turn."""
    yield _line("*", 1, bias, 0)
    for name, by_kind in zip(names, weights, strict=True):
        yield _line(name, rarity[name], by_kind, _TOO_LIGHT)


def _line(name, rarity, by_kind, least):
    pairs = zip(KINDS, by_kind, strict=True)
    cells = [f"{kind}\t{weight:.2f}" for kind, weight in pairs if abs(weight) >= least]
    return "\t".join([name, f"{rarity:.2f}", *cells]) + "\n"


if __name__ == "__main__":
    main()
