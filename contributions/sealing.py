"""Sealing: how what is unpublished lies encrypted. The one place that does it, with libsodium.

Content is sealed under a key of its own (XChaCha20-Poly1305), padded to whole blocks so that its
length tells little, and bound to what it is about, so that nothing can be put in another's place.
That key is sealed to the public keys of those who may open it (X25519, XSalsa20-Poly1305).
"""

import json
import secrets

from nacl import bindings
from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import Aead

KEY_LENGTH = 32  # bytes
BLOCK = 1024  # bytes


class CannotOpen(Exception):
    """Raised where a key does not fit, or what it should open is damaged or gone."""


def new_key():
    """Return a fresh key of KEY_LENGTH bytes."""
    return secrets.token_bytes(KEY_LENGTH)


def key_from(secret, purpose):
    """Return a key derived from a secret string for one purpose (at most 16 ASCII letters).

    Fast on purpose: the secrets are random. For passwords see moderation/member_keys.py.
    """
    whole = blake2b(secret.encode(), person=purpose.encode(), encoder=RawEncoder)
    return whole[:KEY_LENGTH]


def seal(key, content, about):
    """Return `content` (anything JSON can hold) sealed under `key` and bound to `about`.

    The length of the result grows in steps of BLOCK bytes.
    """
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return bytes(Aead(key).encrypt(bindings.sodium_pad(plain, BLOCK), about.encode()))


def unseal(key, sealed, about):
    """Return the content that was sealed under this key about this.

    Raises CannotOpen.
    """
    if not sealed:
        raise CannotOpen("There is nothing to open.")
    try:
        padded = Aead(key).decrypt(bytes(sealed), about.encode())
    except CryptoError as error:
        raise CannotOpen("It was sealed under another key, or for another place.") from error
    return json.loads(bindings.sodium_unpad(padded, BLOCK))


def wrap(key, public_key):
    """Return `key` sealed to a public key (both bytes)."""
    return SealedBox(PublicKey(bytes(public_key))).encrypt(key)


def unwrap(wrapped, private_key):
    """Return the key that was sealed to the public half of this PrivateKey.

    Raises CannotOpen.
    """
    if not wrapped:
        raise CannotOpen("Its key has been deleted.")
    try:
        return SealedBox(private_key).decrypt(bytes(wrapped))
    except CryptoError as error:
        raise CannotOpen("It was sealed to another key.") from error


def private_key_from(secret, purpose):
    """Return the PrivateKey derived from a secret string for one purpose."""
    return PrivateKey(key_from(secret, purpose))
