"""Codes of units in public systems: delivery units, approved premises, courts, police units."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_kept_word, is_ordinary
from contributions.deidentify.spans import Span

_CODE = re.compile(
    r"(?<![\w/\-])(?:N\d{2}[A-Z]{1,4}\d{0,2}|(?:LDN|WPT)[A-Z]{3}|Q\d{3}"
    r"|(?P<court>[A-Z]{4}(?:MC|CC|YC|CT)\d?)|[A-Z]?\d{2}[A-Z]{2}\d{2})(?![\w/\-])"
)


def unit_codes(text: str) -> Iterator[Span]:
    """Find codes that name an office, an approved premises, a court or a police unit."""
    for match in _CODE.finditer(text):
        court = match["court"]
        if court is None or not (is_ordinary(court.lower()) or is_kept_word(court)):
            yield Span(match.start(), match.end(), "WORKPLACE")
