"""An editor's act and its record: one transaction, and one act after the other."""

from functools import wraps

from django.db import transaction

from moderation.models import RecordHead


def recorded(verb):
    """Let a verb that ends in `Decision.objects.record` be one transaction, with its record.

    The end of the chain is locked before anything else. So whoever waits for it holds nothing
    that others wait for, however many acts one transaction puts together.
    """

    @wraps(verb)
    def act(*args, **kwargs):
        with transaction.atomic():
            RecordHead.lock()
            return verb(*args, **kwargs)

    return act
