"""The desk's key while a member is signed in.

It lies in the session, encrypted; what decrypts it lies in a cookie of its own and nowhere else.
Neither the database nor the browser alone can open the desk.
"""

from contextlib import suppress

from django.conf import settings
from nacl.public import PrivateKey

from contributions import sealing
from contributions.models import DeskKey
from contributions.sealing import CannotOpen
from moderation import keyring
from moderation.models import MemberKey

COOKIE = "desk"
_IN_SESSION = "desk_key"
_ABOUT = "the desk's key in a session"


def opened(request, response, user, password):
    """Open with a password, just given, what only this member's password can open."""
    if not MemberKey.objects.filter(user=user).exists():
        keyring.enrol(user, password)
    with suppress(CannotOpen):
        lend(request, response, keyring.unlock(user, password))
    return response


def closed(request, response):
    """Take from the browser what opens the desk; the session goes with signing out."""
    response.delete_cookie(COOKIE, path=settings.SESSION_COOKIE_PATH, samesite="Strict")
    return response


def lend(request, response, desk):
    """Put the desk's PrivateKey into the session, under a new key that only the browser holds."""
    key = sealing.new_key()
    _put(request, key, desk)
    response.set_cookie(
        COOKIE,
        key.hex(),
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def renew(request, desk):
    """Put the key that replaced the desk's into a session that held the one before."""
    _put(request, bytes.fromhex(request.COOKIES[COOKIE]), desk)


def in_hand(request):
    """Return the desk's PrivateKey where this session and browser open it together, else None."""
    if not hasattr(request, "_desk_key"):
        request._desk_key = _open(request)
    return request._desk_key


def _put(request, key, desk):
    request.session[_IN_SESSION] = sealing.seal(key, bytes(desk).hex(), _ABOUT).hex()
    request._desk_key = desk


def _open(request):
    key, sealed = request.COOKIES.get(COOKIE, ""), request.session.get(_IN_SESSION, "")
    try:
        desk = PrivateKey(
            bytes.fromhex(sealing.unseal(bytes.fromhex(key), bytes.fromhex(sealed), _ABOUT))
        )
    except (CannotOpen, ValueError):
        return None
    # Whoever signed in before the key was replaced holds one that opens nothing.
    current = DeskKey.objects.filter(public_key=bytes(desk.public_key)).exists()
    return desk if current else None
