"""Somebody who has taken everything, at work with the code itself: see seizure.py.

Tries every secret that an environment and its database yield on everything that is sealed. What
opens is tried in turn on the rest, until nothing more opens.
"""

import json
import os
import re
from contextlib import suppress

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from contributions import sealing
from contributions.models import (
    ApprovedCopy,
    Complaint,
    LockedKey,
    Message,
    Submission,
    WrappedKey,
)
from contributions.sealing import CannotOpen
from moderation import keyring, opening
from moderation.models import MemberKey, RecoveryKey

PURPOSES = ["publication", "recovery key", "receipt key", "receipt lookup", "receipt words"]
WINDOWED = 128  # bytes; each stretch of 32 within a value as short as this is tried as a key


class Intruder:
    def __init__(self, more):
        self.more, self.opened, self.keys = more, {}, set()
        self.locks = dict(all_locks())

    def work(self):
        """Try keys on locks until no lock yields another key."""
        fresh = {key for secret in self.secrets() for key in keys_in(secret)}
        fresh |= set(self.behind_passwords())
        while fresh:
            self.keys |= fresh
            found = [content for key in fresh for content in self.try_on_all(key)]
            fresh = {key for content in found for key in keys_in(content)} - self.keys

    def secrets(self):
        """Yield every value of the environment, the settings and the database."""
        yield from self.more
        yield from os.environ.values()
        yield from (getattr(settings, name) for name in dir(settings) if name.isupper())
        for row in all_rows():
            yield from (getattr(row, field.attname) for field in row._meta.concrete_fields)
        for session in sessions():
            yield from session.values()

    def behind_passwords(self):
        """Yield members' private keys that open with one of the secrets as a password."""
        named = (settings.SECRET_KEY, settings.RECEIPT_PEPPER, settings.PUBLICATION_KEY)
        for member in MemberKey.objects.all():
            for password in {*named, *self.more, member.user.username, member.user.password}:
                with suppress(CannotOpen):
                    yield bytes(keyring._member(member, password))

    def try_on_all(self, key):
        private = PrivateKey(key)
        for name, unlock in self.locks.items():
            with suppress(CannotOpen, CryptoError):
                content = unlock(key, private)
                self.opened[name] = content if isinstance(content, str) else content.hex()
                yield self.opened[name]


def keys_in(secret):
    """Yield every key of 32 bytes that a value could mean."""
    if isinstance(secret, str):
        yield from (sealing.key_from(secret, purpose) for purpose in PURPOSES)
        for digits in re.findall(r"[0-9a-f]{64,}", secret):
            yield from keys_in(bytes.fromhex(digits[: len(digits) // 2 * 2]))
        if len(secret.encode()) == sealing.KEY_LENGTH:
            yield secret.encode()
    elif isinstance(secret, bytes | memoryview) and len(secret) <= WINDOWED:
        last = len(secret) - sealing.KEY_LENGTH
        yield from (bytes(secret[n : n + sealing.KEY_LENGTH]) for n in range(last + 1))


def all_rows():
    return (row for model in apps.get_models() for row in model._default_manager.all())


def sessions():
    return [session.get_decoded() for session in Session.objects.all()]


def all_locks():
    """Yield (name, what opens it with a key and its PrivateKey) of all that is sealed."""
    for row in Submission.objects.exclude(sealed=None):
        yield f"words of {row.pk}", symmetric(row.sealed, row._about("words"))
        yield f"summary of {row.pk}", symmetric(row.sealed_summary, row._about("summary"))
    for row in Message.objects.all():
        yield f"message of {row.submission_id}", symmetric(row.sealed, row._about)
    for row in Complaint.objects.exclude(sealed=None):
        yield f"complaint {row.pk}", symmetric(row.sealed, row._about)
    for row in LockedKey.objects.all():
        yield f"locked key {row.pk}", asymmetric(row.for_desk)
    for row in ApprovedCopy.objects.all():
        yield f"approved copy of {row.pk}", symmetric(row.sealed, row._about)
    for n, session in enumerate(sessions()):
        if sealed := session.get(opening._IN_SESSION):
            yield f"desk key in session {n}", symmetric(bytes.fromhex(sealed), opening._ABOUT)
    for row in WrappedKey.objects.all():
        yield f"key of {row.pk} for the desk", asymmetric(row.for_desk)
        if row.for_receipt:
            yield f"key of {row.pk} for the receipt", asymmetric(row.for_receipt)
    for row in MemberKey.objects.all():
        yield f"desk key for member {row.pk}", asymmetric(row.desk_key)
        yield f"private key of member {row.pk}", under_password(row.wrapped)
    for row in RecoveryKey.objects.all():
        yield "desk key for recovery", asymmetric(row.desk_key)


def symmetric(sealed, about):
    return lambda key, _: json.dumps(sealing.unseal(key, sealed, about), ensure_ascii=False)


def asymmetric(wrapped):
    return lambda _, private: sealing.unwrap(wrapped, private)


def under_password(wrapped):
    return lambda key, _: SecretBox(key).decrypt(bytes(wrapped))


def main(more):
    """Print {"opened": {what: what it held}, "shut": [what]}; `more` are secrets from elsewhere."""
    intruder = Intruder(more)
    intruder.work()
    shut = sorted(intruder.locks.keys() - intruder.opened.keys())
    print(json.dumps({"opened": intruder.opened, "shut": shut, "tried": len(intruder.keys)}))
