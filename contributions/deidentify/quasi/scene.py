"""Who and what each sentence of a text is about: a private person, or public affairs."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from contributions.deidentify.normalise import PLACEHOLDER
from contributions.deidentify.words import Word, split_words

_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)[.!?]{1,9}[\"')\]]{0,2}\s|\n\s{0,9}"
)
_SELF = re.compile(
    r"\b(?:I|I'\w{1,2}|me|my|mine|myself|im|ive|i|i'\w{1,2})\b|\b(?:ex|hi|retired)\b", re.A
)
_US = re.compile(r"\b(?:we|we'\w{1,2}|us|our|ours|weve|were all)\b", re.I)
_OTHER = re.compile(
    r"\b(?:he|she|his|her|him|hers|he's|she's|hes|shes|lad|bloke|fella|colleague|resident"
    r"|someone|somebody|one of (?:them|mine)|thats|that's)\b|" + PLACEHOLDER,
    re.I,
)
_PUBLIC = re.compile(
    r"\b(?:ministers?|government|parliament|westminster|whitehall|treasury|election|manifesto"
    r"|labour|tory|tories|mps|inquiry|white paper|spokes(?:person|man|woman)|police said"
    r"|inspectorate|inspectors? (?:found|said|reported)|report (?:found|says|said)|published"
    r"|press release|bbc|guardian|headlines?|nationally|national strike|the strike|strikers"
    r"|demonstration|rally|marched|picket|ballot|legislation|bill|act \d{4}|act of|supreme court"
    r"|court of appeal|secretary of state|lord chancellor|peerage|scandal|victims? of|attack in"
    r"|disaster|royal commission|crcs|the split|transforming rehabilitation|privatis\w+"
    r"|arrested on suspicion|was jailed|was sentenced|england and wales|since 1907|politicians?"
    r"|union leaders?|conference|they (?:shut|closed|sold) (?!us|our|wor|my|the office)|banner"
    r"|\bthe news\b)\b",
    re.I,
)


# A text so short says nothing about its writer, and may be a scrap of a longer tale.
_SCRAP = 400


class Sentence(NamedTuple):
    """Hold where a sentence stands and whom it speaks of."""

    start: int
    end: int
    self: bool  # The writer speaks of himself or herself.
    personal: bool  # It speaks of the writer, the writer's team, or one other private person.
    public: bool  # It speaks of public affairs.
    ours: bool  # The writer speaks of himself, herself or the writer's team.


class Scene:
    """A reading with its sentences and words, shared by the detectors of what narrows down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = _sentences(text)
        self._starts = [sentence.start for sentence in self.sentences]

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text in order."""
        return split_words(self.text)

    @cached_property
    def told(self) -> bool:
        """Whether somebody tells of private people here, and does not only argue or report."""
        if any(sentence.self for sentence in self.sentences):
            return True
        return len(self.text) < _SCRAP and not any(s.public for s in self.sentences)

    def at(self, position: int) -> Sentence:
        """Return the sentence that holds a position."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def private(self, position: int) -> bool:
        """Tell whether a fact here is one about a private person.

        So it is in what somebody tells, save where public affairs are discussed and the writer
        is absent; and otherwise where the sentence itself speaks of a private person.
        """
        sentence = self.at(position)
        if sentence.public:
            return sentence.self
        return sentence.personal or self.told

    def of_self(self, position: int) -> bool:
        """Tell whether the writer speaks of himself or herself in this sentence."""
        return self.at(position).self


def _sentences(text: str) -> list[Sentence]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    sentences = []
    start = 0
    for end in [*ends, len(text)]:
        if end == start and start:
            continue
        own = bool(_SELF.search(text, start, end))
        ours = own or bool(_US.search(text, start, end))
        personal = ours or bool(_OTHER.search(text, start, end))
        public = bool(_PUBLIC.search(text, start, end))
        sentences.append(Sentence(start, end, own, personal, public, ours))
        start = end
    return sentences
