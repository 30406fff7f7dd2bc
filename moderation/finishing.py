"""Finishing: from a marked text to the title and text that readers see.

The one way there is. The preview, what is shown to a contributor, the copy that waits for its batch
and with it page, feed and search all come from here.
"""

import re

from contributions.deidentify.names.standins import stand_ins
from contributions.words import Finished
from moderation.redaction import Category, marks, unmarked
from moderation.typography import evened_out

# Somebody who was alone in the text; beside others even he needs a letter.
LONE = "[name]"


def finished(parts, title="", received=None):
    """Return the Finished text of `parts`, a fixed token for each mark, with even typography.

    Names are told apart by letters, the same name by the same letter, going on from the
    letters that title and text already use. `received` are the Words as they came, by which a
    change of wording is told; without them there is none.
    """
    plain = title + "".join(part for part in parts if isinstance(part, str))
    names = [
        mark.words for mark in marks(parts) if mark.category == Category.NAME and not mark.instead
    ]
    lone = [LONE] if LONE in plain and names else []
    tokens = iter(stand_ins([*lone, *names], plain.replace(LONE, "")))
    first = next(tokens) if lone else LONE
    text = "".join(
        part.replace(LONE, first) if isinstance(part, str) else _shown(part, tokens)
        for part in parts
    )
    return Finished(
        evened_out(title.replace(LONE, first)),
        evened_out(text),
        received is not None and _is_reworded(parts, received.text),
    )


def _shown(mark, name_tokens):
    if mark.instead:
        return mark.instead
    if mark.category == Category.NAME:
        return next(name_tokens)
    return "[removed]" if mark.category == Category.OTHER else f"[{mark.category}]"


def _is_reworded(parts, received):
    """Tell whether readers see words of the editor's, and not only tokens."""
    changed = _bare(unmarked(parts)) != _bare(received)
    return changed or any(mark.instead for mark in marks(parts))


def _bare(text):
    """Return letters and figures alone: brackets and spacing change no wording."""
    return re.sub(r"[\W_]+", "", text)
