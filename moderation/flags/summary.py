"""Flags as the sealed summary of a submission keeps them: "kind:level" and no words of the text."""

from moderation.flags.catalogue import KINDS
from moderation.flags.flag import Flag, Level
from moderation.flags.raising import flags_in


def ids_in(words):
    """Return the flags that Words raise as strings such as "suicide:urgent", most urgent first."""
    return [f"{flag.id}:{flag.level}" for flag in flags_in(words)]


def flags_of(ids):
    """Return the Flags of such strings, without triggers; a kind no longer known is left out."""
    pairs = (stored.split(":") for stored in ids)
    return [Flag(KINDS[kind], Level(level)) for kind, level in pairs if kind in KINDS]
