"""Receipts: seven words, the contributor's only key to what was sent.

They are drawn from the form token and a pepper that the database does not hold, so a repeated
send shows the same words though nobody stored them. All that is stored is an id to look the
submission up by, and the public half of a key pair; both are derived from the words with the
pepper, and neither leads back to them.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from django.conf import settings
from nacl.encoding import RawEncoder
from nacl.hash import blake2b

from contributions import sealing

HOW_MANY = 7
# How long one works once the matter is settled.
WORKS_FOR = timedelta(days=90)
# What somebody may type; the seven longest words have 63 letters.
LONGEST = 200
_LIST = Path(__file__).parent / "data" / "receipt_words.txt"
_LONGEST_WORD = 9


class NotAReceipt(ValueError):
    """Raised for typed words that cannot be a receipt; says what is wrong with them."""


@dataclass(frozen=True)
class Receipt:
    """The words of one receipt, and the keys that they open."""

    words: tuple[str, ...]

    def __str__(self):
        return " ".join(self.words)

    def __repr__(self):
        return "Receipt(…)"

    @property
    def lookup(self):
        """The id by which its submission is found, 64 hexadecimal digits."""
        return sealing.key_from(self._secret, "receipt lookup").hex()

    @property
    def private_key(self):
        """The PrivateKey that opens what was sealed to this receipt."""
        return sealing.private_key_from(self._secret, "receipt key")

    @property
    def public_key(self):
        """The public half of it, 32 bytes."""
        return bytes(self.private_key.public_key)

    @property
    def _secret(self):
        return f"{settings.RECEIPT_PEPPER}:{_letters(''.join(self.words))}"


def for_token(token):
    """Return the Receipt that belongs to a form token."""
    drawn = blake2b(
        f"{settings.RECEIPT_PEPPER}:{token}".encode(),
        digest_size=8 * HOW_MANY,
        person=b"receipt words",
        encoder=RawEncoder,
    )
    return Receipt(tuple(_word(drawn[8 * n : 8 * n + 8]) for n in range(HOW_MANY)))


def draw(how_many):
    """Return that many random words of the list, 12.9 bits each."""
    drawn = secrets.token_bytes(8 * how_many)
    return tuple(_word(drawn[8 * n : 8 * n + 8]) for n in range(how_many))


def read(typed, how_many=HOW_MANY):
    """Return the Receipt that somebody typed, forgiving about case, spaces and hyphens.

    Raises NotAReceipt where these are not so many words of the list.
    """
    return Receipt(words_in(typed, how_many))


def words_in(typed, how_many):
    """Return the words of the list that were typed, however they are parted.

    No word is the beginning of another, so even letters without any space have one reading.
    Raises NotAReceipt.
    """
    letters, words, position = _letters(typed[:LONGEST]), [], 0
    while position < len(letters):
        ends = range(position + 3, min(position + _LONGEST_WORD, len(letters)) + 1)
        word = next(
            (letters[position:end] for end in ends if letters[position:end] in _words()), ""
        )
        if not word:
            raise NotAReceipt(_what_is_wrong(typed))
        words.append(_words()[word])
        position += len(word)
    if len(words) != how_many:
        raise NotAReceipt(f"A receipt has {how_many} words; here are {len(words)}.")
    return tuple(words)


def _what_is_wrong(typed):
    """Say which typed word is not on the list, with one that looks like it."""
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", typed.casefold()):
        if _letters(word) not in _words():
            alike = get_close_matches(_letters(word), _words(), 1)
            hint = f" Did you mean “{_words()[alike[0]]}”?" if alike else ""
            return f"“{word[:30]}” is not one of the words we give.{hint}"
    return "These are not words that we give."


@cache
def _words():
    """The list: each word's letters, and the word as it is written."""
    return {_letters(word): word for word in _LIST.read_text("ascii").split()}


@cache
def _ordered():
    return tuple(_LIST.read_text("ascii").split())


def _word(eight_bytes):
    return _ordered()[int.from_bytes(eight_bytes, "big") % len(_ordered())]


def _letters(text):
    return re.sub(r"[^a-z]", "", text.casefold())
