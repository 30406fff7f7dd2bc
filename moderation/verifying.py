"""Whether the records are as they were written: docs/records.md says what this proves."""

from moderation.chain import BEGINNING
from moderation.models import Decision, RecordHead

CHUNK = 1_000


class Tampered(Exception):
    """Raised where records are not as they were written; says what shows it first."""


def verify(noted=""):
    """Walk the records from the first to the last; return its number and hash.

    `noted` is the beginning of a hash that has to be passed on the way. Records may be added
    meanwhile. Raises Tampered.
    """
    head = RecordHead.current()
    at_head = at_noted = False
    for number, digest in _links():
        at_head = at_head or (number, digest) == (head.number, head.digest)
        at_noted = at_noted or digest.startswith(noted)
    # Asked anew: whoever adds a record moves the head in the same transaction.
    if at_head and number <= RecordHead.current().number:
        if at_noted:
            return number, digest
        raise Tampered("The noted head is not in the chain: the records were written anew.")
    if number < head.number:
        raise Tampered(f"The records from {number + 1} to {head.number} are missing.")
    raise Tampered(f"The chain ends at record {number}, and its head stands elsewhere.")


def _links():
    """Yield (number, hash) of the beginning and of each record that fits the one before."""
    number, digest = 0, BEGINNING
    yield number, digest
    for record in Decision.objects.with_redactions().in_order().iterator(chunk_size=CHUNK):
        if record.digest != record.digest_after(digest, record.redactions.all()):
            raise Tampered(
                f"Record {record.pk} does not fit what stands before it: it was changed, or "
                "others were taken out, put in or moved there."
            )
        number, digest = record.pk, record.digest
        yield number, digest
