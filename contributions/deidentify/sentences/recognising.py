"""Sentences that colleagues might recognise although no single span in them shows it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contributions.deidentify.finding import Finding, Severity
from contributions.deidentify.normalise import read
from contributions.deidentify.sentences.features import Sentence, looked_at
from contributions.deidentify.sentences.splitting import sentences
from contributions.deidentify.sentences.weighing import scores

SENTENCE = "SENTENCE"

# Chosen on development texts, so that about one harmless sentence in fifteen is flagged. Where a
# span already carries advice, only what is clearly recognisable is worth saying twice.
_RECOGNISABLE = -0.8
_RECOGNISABLE_BESIDE_ADVICE = 1.0
_FEWEST_WORDS = 3

_REASONS = {
    "health": (2.0, "Colleagues often know who was ill or away, so they might recognise this."),
    "kin": (1.5, "Someone who knows this family might recognise it."),
    "case": (1.2, "Someone who knows this case might recognise it."),
    "quoted": (0.8, "Whoever said or heard these words might recognise them."),
    "posting": (1.0, "Few people have done this, so colleagues might know who it is."),
    "event": (1.0, "Colleagues might recognise this incident."),
    "person": (0.6, "Colleagues might recognise who this is about."),
    "number": (0.5, "Someone with the rota or a team list might match this."),
    "time": (0.5, "Someone with the rota or a diary might match this."),
}
_STRONG = 1.0
_ANY_REASON = "Someone who was there might recognise this."


class Recognisable(NamedTuple):
    """Point at one sentence and say in a sentence who might recognise it."""

    start: int
    end: int
    reason: str


def recognisable(text: str, findings: Sequence[Finding] = ()) -> Iterator[Recognisable]:
    """Find the sentences of a text that colleagues might recognise, in order.

    `findings` are what was found in spans, sorted by offset. A sentence is given once, without
    the white space around it.
    """
    places = list(sentences(text))
    looks = [looked_at(read(text[start:end]).text) for start, end in places]
    advised = _with_advice(places, findings)
    for (start, end), look, score, is_advised in zip(
        places, looks, scores(looks), advised, strict=True
    ):
        least = _RECOGNISABLE_BESIDE_ADVICE if is_advised else _RECOGNISABLE
        if score >= least and len(look.words) >= _FEWEST_WORDS:
            written = text[start:end]
            begin = start + len(written) - len(written.lstrip())
            yield Recognisable(begin, start + len(written.rstrip()), _reason(look))


def _with_advice(places: Sequence[tuple[int, int]], findings: Sequence[Finding]) -> Iterator[bool]:
    cautions = iter([f for f in findings if f.severity is Severity.CAUTION])
    caution = next(cautions, None)
    for start, end in places:
        while caution is not None and caution.end <= start:
            caution = next(cautions, None)
        yield caution is not None and caution.start < end


def _reason(sentence: Sentence) -> str:
    """Choose the reason with the strongest cue, the first one on a tie, if any is strong."""
    strength = {kind: sentence.cues[kind] * weight for kind, (weight, _) in _REASONS.items()}
    kind = max(strength, key=lambda kind: strength[kind])
    return _REASONS[kind][1] if strength[kind] >= _STRONG else _ANY_REASON
