"""Learn the weights of the sentence model from the texts beside this file.

    python -m contributions.deidentify.training.train

Plain Python, half a minute, and the same weights every time. README.md says what the texts are.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from contributions.deidentify.normalise import read
from contributions.deidentify.sentences.features import features, looked_at
from contributions.deidentify.sentences.weighing import WEIGHTS

HERE = Path(__file__).parent
RUNS = 5
ROUNDS = 5
STEP = 0.15
SHRINKING = 2e-4
NEGLIGIBLE = 0.02


class Example(NamedTuple):
    """Hold a sentence's features and whether a colleague might recognise it."""

    features: dict[str, float]
    risky: bool


def texts() -> Iterator[list[tuple[str, bool]]]:
    """Give each training text as (sentence, risky) pairs."""
    for path in sorted(HERE.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.strip().splitlines()
            yield [(line[2:], line.startswith("!")) for line in lines]


def examples(pairs: Sequence[tuple[str, bool]]) -> Iterator[Example]:
    """Give the examples of one text."""
    found = features([looked_at(read(sentence).text) for sentence, _ in pairs])
    for values, (_, risky) in zip(found, pairs, strict=True):
        yield Example(values, risky)


def learned(known: Sequence[Example]) -> dict[str, float]:
    """Return weights by logistic regression, averaged over runs in different orders."""
    total: dict[str, float] = {}
    for seed in range(RUNS):
        for name, weight in _one_run(known, seed).items():
            total[name] = total.get(name, 0.0) + weight / RUNS
    return {
        name: round(weight, 3)
        for name, weight in sorted(total.items())
        if abs(weight) >= NEGLIGIBLE or name == "start"
    }


def _one_run(known: Sequence[Example], seed: int) -> dict[str, float]:
    order = list(known)
    shuffle = random.Random(seed).shuffle  # noqa: S311 - the order of examples is no secret
    weights: dict[str, float] = {}
    steepness: dict[str, float] = {}
    for _ in range(ROUNDS):
        shuffle(order)
        for example in order:
            inputs = {"start": 1.0, **example.features}
            score = sum(weights.get(name, 0.0) * value for name, value in inputs.items())
            error = 1 / (1 + exp(-max(-30.0, min(30.0, score)))) - example.risky
            for name, value in inputs.items():
                slope = error * value + SHRINKING * weights.get(name, 0.0)
                steepness[name] = steepness.get(name, 1e-8) + slope * slope
                step = STEP * slope / sqrt(steepness[name])
                weights[name] = weights.get(name, 0.0) - step
    return weights


def main() -> None:
    """Learn from all texts and write the weights to the data folder."""
    known = [example for pairs in texts() for example in examples(pairs)]
    weights = learned(known)
    target = HERE.parent / "data" / WEIGHTS
    lines = json.dumps(weights, ensure_ascii=False, indent=0)
    target.write_text(lines + "\n", encoding="utf-8")
    risky = sum(example.risky for example in known)
    sys.stdout.write(
        f"{len(known)} sentences, {risky} of them risky: {len(weights)} weights "
        f"in {target.name}, {target.stat().st_size // 1024} KB.\n"
    )


if __name__ == "__main__":
    main()
