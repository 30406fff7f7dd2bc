"""How the records hang together: each is hashed with the one before, so that none changes unseen.

docs/records.md tells a stranger how to recompute it. The recipe stays: a column that is added
later is left out where it is empty, so that older records keep their hash.
"""

import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID

# What the first record takes for the hash of the one before it.
BEGINNING = "0" * 64
# As much of a hash as somebody can copy on paper and nobody can forge: 96 bits.
NOTED, GROUP = 24, 4


def digest(before, row, redactions=()):
    """Return the hash of a record: 64 hex digits of the hash before it and of all it says.

    `row` is {column: value}; `redactions` are its (category, reason), in order.
    """
    says = {name: _plain(value) for name, value in row.items() if value not in (None, "")}
    written = json.dumps(
        [before, says, [list(redaction) for redaction in redactions]],
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(written.encode()).hexdigest()


def for_paper(digest):
    """Return the beginning of a hash in groups, to copy by hand."""
    return " ".join(digest[at : at + GROUP] for at in range(0, NOTED, GROUP))


def moment(at):
    """Return a moment as it is hashed."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def _plain(value):
    match value:
        case datetime():
            return moment(value)
        case UUID():
            return str(value)
        case str():
            return str(value)  # A member of a TextChoices, too.
    return value
