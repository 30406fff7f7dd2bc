"""What is sealed with a text on arrival, so that the queue knows it without reading the whole."""

from moderation.flags import KINDS, Level, flags_in


def triage(words):
    """Return (level, ids) of the flags that Words raise, the weightiest first; or ("", [])."""
    flags = flags_in(words)
    return (flags[0].level.value if flags else "", [flag.id for flag in flags])


def titles(flags):
    """Return the title of each flag, as the editor reads it."""
    return [KINDS[flag].title for flag in flags if flag in KINDS]


def cover(flags):
    """Say what in a text of these flags may distress whoever reads it, or ""."""
    return "; ".join(titles(flag for flag in flags if flag in KINDS and KINDS[flag].distressing))


def is_urgent(summary):
    """Tell whether a text belongs on top of the queue."""
    return summary.level == Level.URGENT
