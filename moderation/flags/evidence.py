"""What the words of a passage make likely together, where no single rule speaks of it.

Every word and every group of phrases weighs for or against every kind. The weights stand in
data/weights.tsv, learnt from labelled texts by tests/learn_flags.py.
"""

from math import exp, sqrt
from typing import NamedTuple

from moderation.flags.phrases import Hit

# A passage is as many sentences as have about so many words; the next begins a little later.
_LENGTH, _STEP = 30, 12
# What weighs less than this part of the heaviest is not shown as a trigger.
_SHOWN = 0.6


class Likelihood(NamedTuple):
    """How likely a kind is in the passage where it is likeliest, and what weighed most there."""

    value: float
    hits: tuple


class Weights:
    """How much each feature weighs: {feature: (rarity, {kind: weight})}, and where kinds start."""

    def __init__(self, text):
        self.bias, self.features = {}, {}
        for line in text.splitlines():
            feature, rarity, *weights = line.split("\t")
            by_kind = {kind: float(weight) for kind, weight in zip(*[iter(weights)] * 2, strict=True)}
            if feature == "*":
                self.bias = by_kind
            else:
                self.features[feature] = float(rarity), by_kind

    def likelihoods(self, reading, found):
        """Return {kind: its Likelihood} for a Reading and {group: its hits}."""
        by_sentence = features(reading, found)
        best = {}
        for begin, end in passages(reading):
            seen = {}
            for sentence in by_sentence[begin:end]:
                for feature, hit in sentence.items():
                    seen.setdefault(feature, hit)
            for kind, value, parts in self._weigh(seen.keys() & self.features.keys()):
                if kind not in best or value > best[kind][0]:
                    best[kind] = value, parts, seen
        return {kind: self._likelihood(*found) for kind, found in best.items()}

    def _weigh(self, names):
        """Yield (kind, sum, [(part of it, feature)]) for the features of a passage."""
        length = sqrt(sum(self.features[name][0] ** 2 for name in names)) or 1
        parts = {kind: [] for kind in self.bias}
        for name in names:
            rarity, weights = self.features[name]
            for kind, weight in weights.items():
                parts[kind].append((weight * rarity / length, name))
        for kind, bias in self.bias.items():
            yield kind, bias + sum(part for part, _ in parts[kind]), parts[kind]

    @staticmethod
    def _likelihood(value, parts, seen):
        heaviest = max((part for part, _ in parts), default=0)
        shown = [seen[name] for part, name in parts if part > 0 and part >= heaviest * _SHOWN]
        return Likelihood(1 / (1 + exp(-value)), tuple(sorted(shown, key=lambda hit: hit.start)))


def features(reading, found):
    """Return, for each sentence, {feature: its first hit}; groups are written "<group>"."""
    by_sentence = [{} for _ in reading.sentences]
    for token in reading.tokens:
        hit = Hit(token.sentence, token.start, token.end, None)
        by_sentence[token.sentence].setdefault(min(token.keys, key=len), hit)
    for group, hits in found.items():
        for hit in hits:
            by_sentence[hit.sentence].setdefault(f"<{group}>", hit)
    return by_sentence


def passages(reading):
    """Yield (first, past the last) sentence of each passage; together they cover the text."""
    lengths = [0] * len(reading.sentences)
    for token in reading.tokens:
        lengths[token.sentence] += 1
    begin = 0
    while begin < len(lengths):
        end, count = begin + 1, lengths[begin]
        while end < len(lengths) and count + lengths[end] <= _LENGTH:
            count += lengths[end]
            end += 1
        yield begin, end
        if end == len(lengths):
            return
        step = lengths[begin]
        begin += 1
        while begin < end and step < _STEP:
            step += lengths[begin]
            begin += 1
