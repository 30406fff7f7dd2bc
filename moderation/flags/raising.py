"""The whole way of a text to its flags, in one read."""

from moderation.flags.catalogue import COUNTS, KINDS, LEXICON, RULES, WEIGHTS
from moderation.flags.flag import Flag, Level
from moderation.flags.quoting import mail_headers, quotations
from moderation.flags.reading import Reading
from moderation.flags.rules import Hits

# From here on the words of a passage raise a flag where no rule does, if one of its own phrases is
# among them. Such a flag asks for a second look and no more: words alone have weighed it.
_LIKELY = 0.2
# Below this they overrule a rule, unless it tells of danger or goes by the form of something.
_UNLIKELY = 0.05
# A shorter word than this, such as "the", tells an editor nothing of why a flag was raised.
_TELLING = 4


def flags_in(words):
    """Return the flags that a submission's Words raise, the most urgent first.

    Every kind of the catalogue can be raised by a text. A notice of complaint usually comes by
    the complaints form, which starts its clock without this; a text raises it only where it reads
    like one that came by the wrong form.
    """
    reading, found = read(words)
    hits = Hits(reading, found)
    likelihoods = WEIGHTS.likelihoods(reading, found)
    flags = [_flag(kind, reading, hits, likelihoods[kind.id]) for kind in KINDS.values()]
    return sorted(filter(None, flags), key=lambda flag: flag.level.rank)


def read(words):
    """Return (a Reading of Words, {group: its hits})."""
    reading = Reading(words)
    found = LEXICON.hits(reading) | reading.finding_hits() | quotations(reading)
    found["@MAIL_HEAD"] = mail_headers(reading)
    return reading, {group: hits for group, hits in found.items() if hits}


def _flag(kind, reading, hits, likelihood):
    """Return the Flag of a kind, or None where nothing raises it."""
    raised, levels = [], []
    for rule in (*RULES[kind.id], *COUNTS[kind.id]):
        by_rule = rule.raised(hits)
        if by_rule:
            raised += by_rule
            levels.append(rule.level or kind.level)
    if likelihood.value < _UNLIKELY and Level.URGENT not in levels and all(map(_is_worded, raised)):
        return None
    if likelihood.value >= _LIKELY and not raised:
        raised = [hit for hit in likelihood.hits if hit.end - hit.start >= _TELLING]
        levels = [Level.AMBER]
    if not raised:
        return None
    begins = reading.text_begins
    in_text = [(hit.start - begins, hit.end - begins) for hit in raised if hit.start >= begins]
    in_title = [(hit.start, hit.end) for hit in raised if hit.start < begins]
    level = min(levels, key=lambda level: level.rank)
    return Flag(kind, level, _apart(in_text), _apart(in_title))


def _is_worded(hit):
    return hit.token is not None


def _apart(places):
    """Return places in order, those that overlap joined."""
    apart = []
    for start, end in sorted(places):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
