"""What the words of a passage make likely together, where no single rule speaks of it.

Every word and every group of phrases weighs for or against every kind. The weights stand in
data/weights.tsv, learnt from labelled texts by tests/learn_flags.py.
"""

from math import exp, inf, sqrt
from typing import NamedTuple

from moderation.flags.phrases import Hit

# A passage is as many sentences as have about so many words; the next begins a little later.
_LENGTH, _STEP = 30, 12


class Likelihood(NamedTuple):
    """How likely a kind is in the passage where it is likeliest, and its own phrases there."""

    value: float
    hits: list


class Weights:
    """How much each feature weighs: {feature: (rarity, {kind: weight})}, and where kinds start."""

    def __init__(self, text):
        self.bias, self.features = {}, {}
        for line in text.splitlines():
            feature, rarity, *weights = line.split("\t")
            pairs = zip(weights[::2], weights[1::2], strict=True)
            by_kind = {kind: float(weight) for kind, weight in pairs}
            if feature == "*":
                self.bias = by_kind
            else:
                self.features[feature] = float(rarity), by_kind

    def likelihoods(self, reading, found):
        """Return {kind: its Likelihood} for a Reading and {group: its hits}."""
        by_sentence = features(reading, found)
        best = dict.fromkeys(self.bias, (-inf, {}))
        for begin, end in passages(reading):
            seen = {}
            for sentence in reversed(by_sentence[begin:end]):
                seen |= sentence
            for kind, value in self._sums(seen.keys() & self.features.keys()).items():
                if value > best[kind][0]:
                    best[kind] = value, seen
        return {kind: _likelihood(kind, *found) for kind, found in best.items()}

    def _sums(self, names):
        """Return {kind: what the features of a passage weigh together}."""
        length = sqrt(sum(self.features[name][0] ** 2 for name in names)) or 1
        sums = self.bias.copy()
        for name in names:
            rarity, weights = self.features[name]
            share = rarity / length
            for kind, weight in weights.items():
                sums[kind] += weight * share
        return sums


def _likelihood(kind, value, seen):
    own = [hit for feature, hit in seen.items() if feature.startswith(f"<{kind}.")]
    return Likelihood(1 / (1 + exp(-value)), own)


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
