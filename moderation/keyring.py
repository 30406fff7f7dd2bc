"""Who can open the desk: the desk's private key and its holders.

Everything here works in memory on keys that a password, a session or the printed words opened.
"""

import unicodedata

from django.conf import settings
from django.db import transaction
from nacl import pwhash
from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox
from nacl.utils import random

from contributions import receipt, sealing
from contributions.models import DeskKey, LockedKey, WrappedKey
from contributions.sealing import CannotOpen
from moderation.models import MemberKey, RecoveryKey

RECOVERY_WORDS = 10  # 129 bits
# The tables whose keys are sealed to the desk's.
FOR_DESK = [WrappedKey, LockedKey]
MAY_OPEN = "contributions.moderate_submission"


class AlreadyOpen(Exception):
    """Raised where the desk has a key, so that there is nothing to begin."""


@transaction.atomic
def begin():
    """Make the desk's key and its recovery key; return (private key, recovery words).

    Raises AlreadyOpen.
    """
    if DeskKey.is_there():
        raise AlreadyOpen("The desk has a key already.")
    desk = PrivateKey.generate()
    words = receipt.draw(RECOVERY_WORDS)
    public_key = bytes(_recovery_key(words).public_key)
    DeskKey.objects.create(pk=1, public_key=bytes(desk.public_key))
    RecoveryKey.objects.update_or_create(
        pk=1,
        defaults={"public_key": public_key, "desk_key": sealing.wrap(bytes(desk), public_key)},
    )
    return desk, words


@transaction.atomic
def lose():
    """Give up the desk's key, when nobody can open it: what it sealed stays shut for good."""
    DeskKey.objects.all().delete()
    RecoveryKey.objects.all().delete()
    MemberKey.objects.update(desk_key=None)
    for model in FOR_DESK:
        model.objects.update(for_desk=b"")


@transaction.atomic
def enrol(user, password, desk=None):
    """Give a member a new key pair under this password, holding the desk's key if it is given."""
    _one_at_a_time(desk)
    member, salt = PrivateKey.generate(), random(pwhash.argon2id.SALTBYTES)
    public_key = bytes(member.public_key)
    return MemberKey.objects.update_or_create(
        user=user,
        defaults={
            "public_key": public_key,
            "salt": salt,
            "wrapped": _password_box(password, salt).encrypt(bytes(member)),
            "desk_key": sealing.wrap(bytes(desk), public_key) if desk else None,
        },
    )[0]


def unlock(user, password):
    """Return the desk's PrivateKey, opened by a member's password.

    Raises CannotOpen.
    """
    key = MemberKey.objects.filter(user=user).first()
    if key is None:
        raise CannotOpen("This member has no key yet.")
    return PrivateKey(sealing.unwrap(key.desk_key, _member(key, password)))


def unlock_by_recovery(typed):
    """Return the desk's PrivateKey, opened by the printed words.

    Raises CannotOpen, or NotAReceipt where these are not so many words of the list.
    """
    words = receipt.words_in(typed, RECOVERY_WORDS)
    key = RecoveryKey.objects.filter(pk=1).first()
    if key is None:
        raise CannotOpen("There is no recovery key.")
    return PrivateKey(sealing.unwrap(key.desk_key, _recovery_key(words)))


def holds_key(user):
    """Tell whether a member holds the desk's key."""
    return MemberKey.objects.filter(user=user).exclude(desk_key=None).exists()


def opens_own(user, password):
    """Tell whether a password opens a member's own key; without a key every password will do."""
    key = MemberKey.objects.filter(user=user).first()
    try:
        return key is None or bool(_member(key, password))
    except CannotOpen:
        return False


@transaction.atomic
def change_password(user, old, new):
    """Put a member's key under a new password. Without a key there is nothing to do.

    Raises CannotOpen where the old one does not open it.
    """
    _one_at_a_time()
    key = MemberKey.objects.filter(user=user).first()
    if key is None:
        return
    member, key.salt = _member(key, old), random(pwhash.argon2id.SALTBYTES)
    key.wrapped = _password_box(new, key.salt).encrypt(bytes(member))
    key.save(update_fields=["salt", "wrapped"])


@transaction.atomic
def settle(user, desk):
    """Let a member hold the desk's key just as long as the rights say so.

    Returns the desk's PrivateKey from now on: where somebody lost it, it has been replaced. Raises
    CannotOpen where `desk` is the desk's key no more.
    """
    _one_at_a_time(desk)
    key = MemberKey.objects.filter(user=user).first()
    may_open = user.has_usable_password() and user.is_staff and user.has_perm(MAY_OPEN)
    if key and may_open and not key.desk_key:
        key.desk_key = sealing.wrap(bytes(desk), key.public_key)
        key.save(update_fields=["desk_key"])
    elif key and key.desk_key and not may_open:
        key.desk_key = None
        key.save(update_fields=["desk_key"])
        return replace(desk)
    return desk


@transaction.atomic
def replace(desk):
    """Replace the desk's key, so that whoever held it once opens nothing more; return the new one.

    Every wrapped key is opened and sealed anew: a few thousand take a second. Raises CannotOpen,
    with nothing changed, where somebody has just replaced it.
    """
    current, new = _one_at_a_time(desk), PrivateKey.generate()
    current.public_key = bytes(new.public_key)
    current.save(update_fields=["public_key"])
    # Those that are empty were lost with an earlier key.
    for model in FOR_DESK:
        for locked in list(model.objects.exclude(for_desk=b"").select_for_update()):
            locked.for_desk = sealing.wrap(locked.opened_by(desk), current.public_key)
            locked.save(update_fields=["for_desk"])
    for holder in [*MemberKey.objects.exclude(desk_key=None), *RecoveryKey.objects.all()]:
        holder.desk_key = sealing.wrap(bytes(new), holder.public_key)
        holder.save(update_fields=["desk_key"])
    return new


def _one_at_a_time(desk=None):
    """Lock the desk's key until the transaction ends, and return it; None before the ceremony.

    Whatever changes a member's key begins with this, after the member's own row where that changes
    as well. Raises CannotOpen where `desk` is the desk's key no more.
    """
    current = DeskKey.objects.select_for_update().filter(pk=1).first()
    if desk and not (current and bytes(current.public_key) == bytes(desk.public_key)):
        raise CannotOpen("The desk's key has been replaced meanwhile.")
    return current


def _member(key, password):
    try:
        private = _password_box(password, key.salt).decrypt(bytes(key.wrapped))
    except CryptoError as error:
        raise CannotOpen("This password does not open the member's key.") from error
    return PrivateKey(private)


def _password_box(password, salt):
    plain = unicodedata.normalize("NFKC", password).encode()
    return SecretBox(
        pwhash.argon2id.kdf(
            SecretBox.KEY_SIZE,
            plain,
            bytes(salt),
            opslimit=settings.MEMBER_KEY_PASSES,
            memlimit=settings.MEMBER_KEY_MEMORY,
            encoder=RawEncoder,
        )
    )


def _recovery_key(words):
    return sealing.private_key_from(" ".join(words), "recovery key")
