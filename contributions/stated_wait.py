"""A stated wait: what a text that looks like a machine's costs its sender, and nothing else.

Spam is not refused, because whatever looks like it may be an honest person. The words are given
back with a page that says how many seconds to wait, and a signed ticket that is bound to the form
token: once they have passed, the same button sends them. A machine that cannot read stops here;
one that can is slowed down, with each text anew.
"""

import time

from django.conf import settings
from django.core import signing

from contributions import flood, form_token

# Nobody reads a form, writes, reads the review step and sends it in two seconds; a browser that
# fills in what it remembers still needs somebody to press two buttons.
TOO_QUICK = 2  # seconds from issuing a form to sending it
WAIT_OF_THE_QUICK = 5
# The hidden field is empty wherever there is a style sheet. In a browser without one somebody may
# fill it in, although its label asks not to; half a minute is little beside an account written.
WAIT_OF_THE_TRAPPED = 30
# The hidden field (templates/contributions/_trap.html). No browser remembers anything under this
# name that it would fill in.
TRAP = "second_subject"

_signer = signing.Signer(salt="contributions.stated_wait")


def owed_for_checking(data):
    """Return how many seconds are still to be waited before the words of `data` are looked at."""
    return _left(data, WAIT_OF_THE_TRAPPED if data.get(TRAP) else 0)


def owed_for_sending(data):
    """Return how many seconds are still to be waited before what `data` brings is stored."""
    # The demonstration is driven by programs, which do not pause between two pages.
    quick = form_token.is_younger_than(TOO_QUICK, data["token"]) and not settings.DEMO
    return _left(data, max(flood.wait(), WAIT_OF_THE_QUICK if quick else 0))


def ticket(data, seconds):
    """Return what proves, `seconds` from now, that the sender of `data` has waited."""
    return _signer.sign(f"{int(time.time()) + seconds}.{_form(data)}")


def _left(data, seconds):
    """Return `seconds`, or what is left of them where `data` holds a ticket."""
    try:
        until, _, form = _signer.unsign(data.get("ticket", "")).partition(".")
    except signing.BadSignature:
        return seconds
    return min(seconds, max(0, int(until) - int(time.time()))) if form == _form(data) else seconds


def _form(data):
    return form_token.digest(data.get("token", ""))
