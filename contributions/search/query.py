"""What somebody looks for: words, "phrases", -exclusions and "or", whatever else was typed."""

import re
from dataclasses import dataclass

LONGEST = 200
MOST_TERMS = 16
# The dashes that a telephone makes of a hyphen exclude, too.
_TERM = re.compile(r'(?P<no>[-–−]?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')


class NotAQuery(Exception):
    """Raised where there is nothing to look for, or too much at once."""


@dataclass(frozen=True)
class Either:
    """What has to stand in a text and what must not: words and phrases, without a quote in them."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def read(text):
    """Return what a text asks for: a list of Either, one of which has to fit.

    Raises NotAQuery.
    """
    found = [[[], []]]
    terms = 0
    for match in _TERM.finditer(text[:LONGEST].translate(_QUOTES)):
        if match["word"] and match[0].lower() == "or":
            found.append([[], []])
            continue
        term = " ".join((match["phrase"] or match["word"] or "").split())
        if re.search(r"[^\W_]", term):
            found[-1][bool(match["no"])].append(term)
            terms += 1
    if terms > MOST_TERMS:
        raise NotAQuery(f"Search for at most {MOST_TERMS} words at once.")
    eithers = [Either(tuple(wanted), tuple(unwanted)) for wanted, unwanted in found if wanted]
    if not eithers:
        raise NotAQuery("Write at least one word to look for.")
    return eithers
