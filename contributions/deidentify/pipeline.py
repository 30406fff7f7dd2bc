"""The whole way of a text through the de-identifier, in one read."""

from collections.abc import Collection, Iterable

from contributions.deidentify.categories import CATEGORIES
from contributions.deidentify.deidentified import Deidentified
from contributions.deidentify.finding import Finding, Severity
from contributions.deidentify.heeding import heeded, spared, to_take_out
from contributions.deidentify.names import disguised_names, initials, introductions, people
from contributions.deidentify.names.carrying import carried
from contributions.deidentify.names.keeping import kept_stretches, without_kept
from contributions.deidentify.names.name_model import remembering
from contributions.deidentify.names.standins import stand_ins
from contributions.deidentify.normalise import Reading, read
from contributions.deidentify.quasi.generalising import generalised
from contributions.deidentify.quasi.narrowing import cautions
from contributions.deidentify.sentences.recognising import SENTENCE, recognisable
from contributions.deidentify.spans import Span, merged, outside
from contributions.deidentify.structured import (
    addresses,
    bank,
    called_numbers,
    dates,
    emails,
    handles,
    homes,
    labelled_numbers,
    links,
    number_plates,
    phones,
    postcodes,
    references,
    spelt_out,
)
from contributions.deidentify.watched import Watched, Watchlist, watchlist

DETECTORS = (
    emails.emails,
    phones.phones,
    spelt_out.spelt_out,
    links.links,
    handles.handles,
    postcodes.postcodes,
    addresses.addresses,
    homes.homes,
    references.insurance_numbers,
    references.health_numbers,
    bank.bank_details,
    number_plates.number_plates,
    references.case_numbers,
    references.staff_numbers,
    labelled_numbers.labelled_numbers,
    called_numbers.called_numbers,
    dates.birth_dates,
    introductions.introduced_names,
    initials.initials,
    introductions.listed_names,
    disguised_names.disguised_names,
    people.names,
)

# Taking out one thing can lay bare another. Two passes nearly always settle it.
PASSES = 8


def deidentify(
    text: str,
    keep: Collection[tuple[str, str]] = (),
    accept: Collection[tuple[str, str]] = (),
    watched: Collection[Watched] = (),
) -> Deidentified:
    """Take out what points straight at someone, and say what else may narrow down who it is.

    `keep` holds (category, words) pairs that the contributor wants as written, `accept` such
    pairs whose generalisation the contributor takes; case and white space do not matter, and
    `keep` wins. `watched` are the editor's lists: what is always taken out unless the contributor
    restores it, and what stays. Running the result through again, with the same `keep` and
    `watched`, finds nothing new to take out.
    """
    wanted, agreed = _plain_pairs(keep), _plain_pairs(accept)
    listed = watchlist(tuple(watched))
    found: list[Span] = []
    kept: set[Span] = set()
    with remembering():
        for _ in range(PASSES):
            reading = read(text, [(s.start, s.end) for s in found if s not in kept])
            fresh = outside(_detected(reading, listed), [(s.start, s.end) for s in found])
            if not fresh:
                break
            kept |= _chosen(text, fresh, wanted)
            found = sorted([*found, *fresh])
    advice = _advised(text, found)
    kept |= _chosen(text, advice, wanted)
    accepted = _chosen(text, advice, agreed) - kept
    findings = _findings(text, sorted([*found, *advice]), kept, accepted)
    findings = tuple(heeded(text, findings, listed))
    recognised = tuple(_sentences(text, findings, wanted))
    return Deidentified(_replaced(text, findings), findings, recognised)


def _advised(text: str, found: list[Span]) -> list[Span]:
    """Return what narrows down who it is, around what is found already."""
    taken = [(span.start, span.end) for span in found]
    reading = read(text, taken)
    spans = (Span(*reading.origin(s.start, s.end), s.category) for s in cautions(reading.text))
    return outside(merged(spans), taken)


def _detected(reading: Reading, listed: Watchlist) -> list[Span]:
    """Return what the detectors see in a reading, at its place in the original text."""
    text = reading.text
    kept = kept_stretches(text)
    matches = listed.matches_in_reading(text)
    spans = merged(span for detect in DETECTORS for span in detect(text))
    spans = without_kept(spared(text, spans, matches), kept)
    spans += without_kept(spared(text, carried(text, spans), matches), kept)
    # Of two for the same words the first decides what stands in for them.
    gone = [Span(m.start, m.end, m.entry.category) for m in to_take_out(matches)]
    both = merged([*gone, *spans])
    return merged(Span(*reading.origin(s.start, s.end), s.category) for s in both)


def _findings(
    text: str, spans: list[Span], kept: set[Span], accepted: set[Span]
) -> Iterable[Finding]:
    people = [span for span in spans if span.category == "PERSON"]
    names = stand_ins([text[span.start : span.end] for span in people], text)
    tokens = dict(zip(people, names, strict=True))
    for span in spans:
        category = CATEGORIES[span.category]
        token = tokens.get(span, category.token)
        if category.severity is Severity.CAUTION:
            token = generalised(span.category, text[span.start : span.end], text[: span.start])
        yield Finding(
            span.start,
            span.end,
            span.category,
            category.severity,
            token,
            category.reason,
            span in kept,
            span in accepted,
        )


def _sentences(
    text: str, findings: tuple[Finding, ...], wanted: set[tuple[str, str]]
) -> Iterable[Finding]:
    severity = CATEGORIES[SENTENCE].severity
    for start, end, reason in recognisable(text, findings):
        kept = (SENTENCE, _plain_words(text[start:end])) in wanted
        yield Finding(start, end, SENTENCE, severity, "", reason, kept)


def _chosen(text: str, spans: Iterable[Span], pairs: set[tuple[str, str]]) -> set[Span]:
    return {s for s in spans if (s.category, _plain_words(text[s.start : s.end])) in pairs}


def _plain_pairs(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(category, _plain_words(words)) for category, words in pairs}


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
