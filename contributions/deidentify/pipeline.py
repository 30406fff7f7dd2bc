"""The whole way of a text through the de-identifier, in one read."""

from collections.abc import Collection, Iterable

from . import contact, dates, introductions, links, people, places, references
from .carrying import carried
from .categories import CATEGORIES
from .deidentified import Deidentified
from .finding import Finding, Severity
from .keeping import kept_stretches, without_kept
from .normalise import Reading, read
from .spans import Span, merged, outside
from .standins import stand_ins

DETECTORS = (
    contact.emails,
    contact.phones,
    contact.spelt_phones,
    links.links,
    links.handles,
    places.postcodes,
    places.addresses,
    references.insurance_numbers,
    references.health_numbers,
    references.bank_details,
    references.plates,
    references.case_numbers,
    references.staff_numbers,
    references.named_numbers,
    dates.birth_dates,
    introductions.introduced_names,
    introductions.initials,
    people.names,
)

# Taking out one thing can lay bare another. Two passes nearly always settle it.
PASSES = 8


def deidentify(text: str, keep: Collection[tuple[str, str]] = ()) -> Deidentified:
    """Take out what points straight at someone, and say what was found.

    `keep` holds (category, words) pairs that the contributor wants as written; case and white
    space do not matter. Running the result through again, with the same `keep`, finds nothing
    new to take out.
    """
    wanted = {(category, _plain_words(words)) for category, words in keep}
    found: list[Span] = []
    kept: set[Span] = set()
    for _ in range(PASSES):
        reading = read(text, [(s.start, s.end) for s in found if s not in kept])
        fresh = outside(_detected(reading), [(s.start, s.end) for s in found])
        if not fresh:
            break
        kept |= {s for s in fresh if (s.category, _plain_words(text[s.start : s.end])) in wanted}
        found = sorted([*found, *fresh])
    findings = tuple(_findings(text, found, kept))
    return Deidentified(_replaced(text, findings), findings)


def _detected(reading: Reading) -> list[Span]:
    """Return what the detectors see in a reading, at its place in the original text."""
    text = reading.text
    kept = kept_stretches(text)
    spans = without_kept(merged(span for detect in DETECTORS for span in detect(text)), kept)
    spans += without_kept(carried(text, spans), kept)
    return merged(Span(*reading.origin(s.start, s.end), s.category) for s in merged(spans))


def _findings(text: str, found: list[Span], kept: set[Span]) -> Iterable[Finding]:
    people = [span for span in found if span.category == "PERSON"]
    names = stand_ins([text[span.start : span.end] for span in people], text)
    tokens = dict(zip(people, names, strict=True))
    for span in found:
        category = CATEGORIES[span.category]
        token = tokens.get(span, category.token)
        yield Finding(
            span.start,
            span.end,
            span.category,
            Severity.STRIP,
            token,
            category.reason,
            span in kept,
        )


def _plain_words(words: str) -> str:
    return " ".join(words.casefold().split())


def _replaced(text: str, findings: Iterable[Finding]) -> str:
    parts = []
    position = 0
    for finding in findings:
        if finding.replaced:
            parts += [text[position : finding.start], finding.replacement]
            position = finding.end
    return "".join([*parts, text[position:]])
