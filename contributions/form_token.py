"""Form tokens: a form is signed, expires, and can be sent once.

They stand where other sites have a session and a cookie. A token is random, says nothing of
whom it was given to, and is remembered after use only by its hash.
"""

import hashlib
import json
import secrets
from datetime import timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from contributions.models import SpentToken

LIFETIME = timedelta(hours=12)
_signer = signing.TimestampSigner(salt="contributions.form_token")


class TokenExpired(Exception):
    """Raised for a true token that is older than LIFETIME."""


class TokenForged(Exception):
    """Raised for a token, or a seal made with one, that this site never issued."""


def issue():
    """Return a fresh token."""
    return _signer.sign(nonce())


def nonce():
    """Return a random string that nobody else has."""
    return secrets.token_urlsafe(16)


def check(token):
    """Accept a token that this site issued within LIFETIME, else raise."""
    try:
        _signer.unsign(token, max_age=LIFETIME)
    except signing.SignatureExpired as error:
        raise TokenExpired from error
    except signing.BadSignature as error:
        raise TokenForged from error


def can_be_sent(token):
    """Tell whether the token is true, in time and unused."""
    try:
        check(token)
    except (TokenExpired, TokenForged):
        return False
    return not is_spent(token)


def is_spent(token):
    """Tell whether something was sent with this token already."""
    return SpentToken.objects.filter(pk=digest(token)).exists()


def is_spent_on(token, review):
    """Tell whether just this review step was sent with this token already."""
    return SpentToken.objects.filter(pk=digest(token), review=digest(review)).exists()


def spend(token, review):
    """Use the token up on a review step; call within a transaction.

    Returns whether it was still unused. `review` is any string that no other review step has.
    """
    _, unused = SpentToken.objects.get_or_create(
        pk=digest(token), defaults={"review": digest(review), "spent_on": timezone.localdate()}
    )
    return unused


def seal(token, *content):
    """Return a signature that binds `content` (anything JSON can hold) to the token."""
    return salted_hmac(
        "contributions.seal", json.dumps([token, *content]), algorithm="sha256"
    ).hexdigest()


def verify_seal(value, token, *content):
    """Raise TokenForged unless `value` is the seal of just this content and token."""
    if not constant_time_compare(value, seal(token, *content)):
        raise TokenForged


def is_younger_than(seconds, token):
    """Tell whether a true token was issued less than so many seconds ago."""
    try:
        _signer.unsign(token, max_age=seconds)
    except signing.BadSignature:
        return False
    return True


def digest(token):
    """Return a hash that stands for a token."""
    return hashlib.sha256(token.encode()).hexdigest()
