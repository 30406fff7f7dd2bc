"""What arrives from a browser, made plain before anybody looks at it."""

import re
import unicodedata

# Characters that show nothing, or turn what stands beside them round: control characters save
# tab and line feed, and format characters save the joiners that emoji and some scripts need.
# The flags of England, Scotland and Wales are spelt with format characters and stay whole.
_INVISIBLE = re.compile(
    "(\U0001f3f4[\U000e0061-\U000e007a]{2,6}\U000e007f)"
    "|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# Where accents may be piled up; composing a pile takes time that grows with its square.
_PILE = re.compile("[^\x00-\u02ff]{9,}")
HIGHEST_PILE = 8


def tidy(text):
    """Return `text` with one kind of line end, composed letters and nothing invisible."""
    text = _INVISIBLE.sub(r"\1", text)
    text = _LINE_END.sub("\n", text)
    text = _PILE.sub(_lower_piles, text)
    return unicodedata.normalize("NFC", text).strip()


def _lower_piles(match):
    """Return the characters with at most HIGHEST_PILE accents on any of them."""
    kept, height = [], 0
    for character in match[0]:
        height = height + 1 if unicodedata.combining(character) else 0
        if height <= HIGHEST_PILE:
            kept.append(character)
    return "".join(kept)


def arrived_damaged(text):
    """Tell whether bytes of `text` could not be read as characters."""
    return "\N{REPLACEMENT CHARACTER}" in text
