"""Help for somebody whose text speaks of suicide or harm.

Looked for in memory while a page is made. That it was found, or shown, is stored nowhere.
"""

import re
from functools import cache
from pathlib import Path

from contributions.models import SupportLine

LEXICON = Path(__file__).parent / "support_lines" / "lexicon.txt"
_SIGNS = {"*": r"\w*", "_": r"(?:\w+\W+){0,3}?"}


def lines_for(text):
    """Return the support lines to show beside a text: all of them, or none."""
    return list(SupportLine.objects.in_order()) if speaks_of_harm(text) else []


def speaks_of_harm(text):
    """Tell whether a text speaks of suicide or harm, as far as the lexicon knows the words."""
    return bool(_pattern().search(text.replace("’", "'")))


@cache
def _pattern():
    lines = LEXICON.read_text("utf-8").splitlines()
    expressions = [_expression(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(expressions)})(?!\w)", re.IGNORECASE)


def _expression(line):
    """Return the pattern of one line of the lexicon."""
    words = [
        _SIGNS["_"] if word == "_" else re.escape(word).replace(r"\*", _SIGNS["*"]) + r"\W+"
        for word in line.split()
    ]
    return "".join(words).removesuffix(r"\W+")
