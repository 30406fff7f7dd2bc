"""How much of what is labelled was found, by the measures of the labelling guide.

A mention counts as found when every telling word of it is covered (direct), or half of them
(quasi). A finding about a sentence covers no span. A span labelled `ignore` counts nowhere.
"""

import re
from collections import Counter

FORM = frozenset(
    ("WORKPLACE", "PLACE", "PRISON", "COURT", "ROLE_PLACE", "YEARS_SERVICE", "DURATION")
    + ("DATE_QUALIFIED", "DATE", "TIME", "CASELOAD", "AGE")
)
SMALL = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "sir", "the", "a", "an", "of", "in", "at", "on", "to", "for")
    + ("from", "by", "and", "or", "my", "our", "since", "after", "about", "around", "some", "is")
    + ("was", "has", "had", "been", "i", "it", "its", "it's", "this", "that")
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
MOSTLY = 0.6
HEADS = (
    *("direct", "names cased", "names lower", "structured", "quasi", "quasi form"),
    *("risk sentences", "alarm", "keep touched", "strip right"),
)


class Tally:
    """Count hits among chances by name of measure."""

    def __init__(self):
        self.hits = Counter()
        self.chances = Counter()

    def count(self, name, hit):
        self.hits[name] += bool(hit)
        self.chances[name] += 1

    def share(self, name):
        """Return the share of hits, or None where there was no chance."""
        return self.hits[name] / self.chances[name] if self.chances[name] else None


def score(labelled, found):
    """Return the tally of findings by id against labelled texts."""
    tally = Tally()
    for text in labelled:
        score_text(tally, text, found[text["id"]])
    return tally


def score_text(tally, labelled, findings):
    text = labelled["text"]
    spans = [f for f in findings if f["category"] != "SENTENCE"]
    covered = bytearray(len(text))
    for f in spans:
        covered[f["start"] : f["end"]] = b"\1" * (f["end"] - f["start"])
    telling = [s for s in labelled["spans"] if s["identifies"] in ("direct", "quasi")]
    ignored = [s for s in labelled["spans"] if s["identifies"] == "ignore"]
    for s in telling:
        share = share_covered(text, s, covered)
        if s["identifies"] == "direct":
            count_direct(tally, text, s, share == 1)
        else:
            count_quasi(tally, s, share >= 0.5)
    for s in labelled["spans"]:
        if s["identifies"] == "keep":
            tally.count("keep touched", touched(s, spans))
    for f in spans:
        right = touched(f, telling)
        if f["severity"] == "strip" and (right or not touched(f, ignored)):
            tally.count("strip right", right)
    for sentence in labelled.get("sentences", ()):
        if sentence["risk"]:
            tally.count("risk sentences", touched(sentence, findings))
        elif not touched(sentence, telling):
            tally.count("alarm", touched(sentence, findings))


def count_direct(tally, text, span, hit):
    tally.count("direct", hit)
    tally.count(f"direct {span['category']}", hit)
    if span["category"] != "PERSON":
        tally.count("structured", hit)
    elif any(c.isupper() for c in text[span["start"] : span["end"]]):
        tally.count("names cased", hit)
    else:
        tally.count("names lower", hit)


def count_quasi(tally, span, hit):
    tally.count("quasi", hit)
    tally.count(f"quasi {span['category']}", hit)
    if span["category"] in FORM:
        tally.count("quasi form", hit)


def share_covered(text, span, covered):
    start, end = span["start"], span["end"]
    words = [
        (start + m.start(), start + m.end())
        for m in WORD.finditer(text[start:end])
        if m.group().lower() not in SMALL
    ] or [(start, end)]
    return sum(sum(covered[a:b]) >= MOSTLY * (b - a) for a, b in words) / len(words)


def touched(one, others):
    return any(one["start"] < other["end"] and other["start"] < one["end"] for other in others)
