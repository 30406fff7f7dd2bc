"""Where people work, serve and live: offices, units, prisons, courts, towns."""

import re
from collections.abc import Iterator, Sequence

from contributions.deidentify.lexicon import capitalised_words, is_kept_word, is_ordinary
from contributions.deidentify.names.naming import given_weight
from contributions.deidentify.quasi.gazetteer import Entry, entries, is_dull, unit_words, units
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.quasi.sites import SITE_AFTER, SITE_BEFORE, SITE_NAMES, sites
from contributions.deidentify.quasi.stages import is_a_stage
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import MONTHS_AND_DAYS
from contributions.deidentify.words import Word


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE = _words(
    """in at near around outside from to across of off via for between towards round over into
    past through leaving left covering cover runs ran leafy sunny up down old and or hmp yoi"""
)
_SURELY_BEFORE = _words("in at near from outside around hmp to")
_SITED = _words("in at near outside around past from up")
_COUNTRIES = _words(
    """Grenada Jamaica Nigeria Ghana Somalia Eritrea Ethiopia Kenya Uganda Zimbabwe Barbados
    Trinidad Pakistan Bangladesh India Poland Romania Bulgaria Lithuania Latvia Albania
    Kosovo Turkey Iran Iraq Syria Afghanistan Vietnam Philippines Ireland Scotland Cyprus
    Malta Portugal Spain Italy Ukraine Sudan Cameroon Congo Malawi"""
)
_LONGEST_UNIT = 7
_SHORT = 50
_AT_WORK = re.compile(
    r"\b(?:duty|work|court|programmes|po|pso|spo|officer|probation|team|temp|usher|nurse|admin|custody"
    r"|hostel|ap|pdu|retired|ex|agency|reception|unit|supervisor)\b[^.!?\n,]{0,20}$",
    re.I,
)
_HERE = re.compile(
    r"\b(?:here|any(?:one|body)(?: else)? in|on there|over there|this (?:place|office)"
    r"|round our way)\b",
    re.I,
)
_CARDINAL = _words("north south east west central mid greater inner outer")
_CATEGORY = {
    "office": "WORKPLACE",
    "unit": "WORKPLACE",
    "prison": "WORKPLACE",
    "premises": "WORKPLACE",
    "former": "YEARS_SERVICE",
}


def workplaces(scene: Scene) -> Iterator[Span]:
    """Find workplaces and places by name and by shape, where they are tied to somebody."""
    for span in [*_named(scene), *_units(scene), *_unlisted(scene), *sites(scene.text)]:
        if span.category == "PLACE" and not _tied(scene, span):
            continue
        if is_a_stage(scene, span):
            continue
        sure = span.category != "PLACE" and scene.told and not scene.at(span.start).public
        if sure or scene.private(span.start):
            yield span


def _tied(scene: Scene, place: Span) -> bool:
    """Tell whether a bare place goes with a person, or stands as a scrap: "PSO, Luton, 6 yrs"."""
    sentence = scene.at(place.start)
    if sentence.personal or sentence.end - sentence.start < _SHORT:
        return True
    return _HERE.search(scene.text, sentence.start, sentence.end) is not None


def _named(scene: Scene) -> Iterator[Span]:
    words = scene.words
    index = 0
    while index < len(words):
        entry = _entry_at(words, index)
        if entry is None:
            index += 1
            continue
        end = index + len(entry.words)
        span = _judged(scene, words, index, end, entry)
        if span is not None:
            yield span
        index = end


def _entry_at(words: Sequence[Word], index: int) -> Entry | None:
    """Return the longest entry whose words stand here, the surest kind where names are shared."""
    for entry in entries().get(words[index].lower, ()):
        end = index + len(entry.words)
        if end > len(words):
            continue
        row = words[index:end]
        if all(
            word.lower == known and (place == 0 or word.gap in (" ", "-", ". ", ", "))
            for place, (word, known) in enumerate(zip(row, entry.words, strict=True))
        ):
            return entry
    return None


def _judged(scene: Scene, words: Sequence[Word], index: int, end: int, entry: Entry) -> Span | None:
    """Return the place that stands here, or None where the words mean something else."""
    first, last = words[index], words[end - 1]
    before = words[index - 1] if index and words[index].gap in (" ", ", ", " (") else None
    site = SITE_AFTER.match(scene.text, last.end)
    placed = before is not None and before.lower in _BEFORE
    if entry.kind == "former":
        return Span(first.start, last.end, "YEARS_SERVICE") if first.text[0].isupper() else None
    cased = first.text[0].isupper()
    if end - index == 1:
        after = words[end] if end < len(words) else None
        if cased and not first.shouted and _is_part_of_a_name(before, first, after, bool(site)):
            return None
        if is_kept_word(first.text) or first.lower in MONTHS_AND_DAYS and not site:
            return None
        everyday = is_ordinary(first.lower)
        if not cased and (everyday or entry.doubtful):
            sure = site and before is not None and before.lower in ("the", "at", "in", "from")
            alone = _stands_alone(words, index, end)
            if not sure and not ((placed or alone) and not everyday):
                return None
        elif everyday and not (
            site
            or (before is not None and before.lower in _SURELY_BEFORE | {"and", "of", "for"})
            or (placed and not everyday)
        ):
            return None
    if entry.kind in ("county", "region", "elsewhere", "town", "unit"):
        category = "WORKPLACE" if site else "PLACE"
    else:
        category = _CATEGORY[entry.kind]
    if entry.kind == "unit" and end - index > 1:
        category = "WORKPLACE"
    if entry.kind == "prison" and entry.doubtful and not site:
        category = "PLACE"
    stop = site.end() if site else last.end
    described = SITE_BEFORE.search(scene.text, max(0, first.start - 40), first.start)
    if (
        described
        and described.group().lower().startswith("an")
        and not (scene.at(first.start).personal or entry.kind in _CATEGORY)
    ):
        return None  # "You can stand in an office in Glasgow": anybody in any office.
    if described:
        return Span(described.start(), stop, "WORKPLACE")
    return Span(_from_article(scene.text, first.start, bool(site)), stop, category)


def _is_part_of_a_name(before: Word | None, first: Word, after: Word | None, site: bool) -> bool:
    """Tell whether a capitalised neighbour makes "Lincoln" a person or "Manchester" a paper."""
    follows = before is not None and before.capital and first.gap == " " and not before.opens
    if (
        follows
        and before is not None
        and before.lower not in _BEFORE | _CARDINAL
        and not is_ordinary(before.lower)
    ):
        return True
    return (
        after is not None
        and after.gap == " "
        and after.capital
        and not site
        and after.lower not in _CARDINAL
        and not SITE_NAMES.match(after.text)
    )


def _stands_alone(words: Sequence[Word], index: int, end: int) -> bool:
    """Tell whether a name is a scrap or an item of a list: "Leeds, six years", "PSO, Lincoln"."""
    after = words[end] if end < len(words) else None
    parted_before = words[index].gap in (", ", "/", " / ") or words[index].opens
    return parted_before and (after is None or after.gap.strip() in (",", ".", "/", ";", ")"))


def _unlisted(scene: Scene) -> Iterator[Span]:
    """Find places that no list has by what stands before them: "up past Alston"."""
    words = scene.words
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        sited = word.gap == " " and before.lower in _SITED
        if not (word.capital and (sited or _is_a_scrap(scene, words, index))):
            continue
        if len(word.text) < 4 or is_ordinary(word.lower) or is_kept_word(word.text):
            continue
        if word.lower in MONTHS_AND_DAYS or word.text in capitalised_words() - _COUNTRIES:
            continue
        if given_weight(word) > 20 or word.ending:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.gap == " " and following.capital:
            continue
        yield Span(word.start, word.end, "PLACE")


def _is_a_scrap(scene: Scene, words: Sequence[Word], index: int) -> bool:
    """Tell whether a word stands by itself after a line of work: "Court duty, Alderwick"."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if word.gap != ", " or following is None or following.gap[:1] not in (",", "."):
        return False
    start = scene.at(word.start).start
    return _AT_WORK.search(scene.text, max(start, word.start - 42), word.start - 2) is not None


def _units(scene: Scene) -> Iterator[Span]:
    """Find units of several words in whatever order: "South and Central Birmingham"."""
    words = scene.words
    known = unit_words()
    for start, word in enumerate(words):
        if word.lower not in known:
            continue
        told: set[str] = set()
        best = None
        for end in range(start, min(len(words), start + _LONGEST_UNIT)):
            if end > start and words[end].gap not in (" ", ", ", " & "):
                break
            lower = words[end].lower
            if lower not in known and not is_dull(lower):
                break
            if not is_dull(lower):
                told.add(lower)
                if len(told) > 1 and frozenset(told) in units():
                    best = end
        if best is not None and word.text[0].isupper():
            site = SITE_AFTER.match(scene.text, words[best].end)
            stop = site.end() if site else words[best].end
            yield Span(_from_article(scene.text, word.start, bool(site)), stop, "WORKPLACE")


def _from_article(text: str, start: int, site: bool) -> int:
    """Return where "the" begins before a named site, so that it can be replaced with it."""
    if site and text[max(0, start - 4) : start].lower() == "the ":
        return start - 4
    return start
