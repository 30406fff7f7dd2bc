"""What single words tell about a sentence: kin, health, an event, a generality."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_PRONOUNS = {
    "i": ("i", "im", "ive", "id", "ill", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "weve", "were", "wed"),
    "they": ("they", "them", "their", "theyve", "theyre", "theyd"),
    "you": ("you", "your", "youre", "youll", "youve", "youd"),
    "third": ("he", "she", "him", "her", "his", "hers", "hes", "shes", "himself", "herself"),
    "present": (
        *("is", "are", "am", "its", "thats", "theres", "do", "does", "has", "have"),
        *("cant", "isnt", "arent", "dont"),
    ),
    "past": ("id", "hed", "shed", "wed", "theyd", "youd"),
    "a": ("a", "an"),
    "relative": ("who", "whose", "which", "where"),
}
# Words that end as a past tense does and are none have a section of their own.
_NOT_PAST = "not past"
_NOTHING: tuple[str, ...] = ()


def kinds(word: str) -> tuple[str, ...]:
    """Return the kinds of cue that a word is, in lower case and without apostrophes."""
    found = _kinds_by_word().get(word, _NOTHING)
    if _NOT_PAST in found:
        return tuple(kind for kind in found if kind != _NOT_PAST)
    if len(word) > 3 and word.endswith("ed") and "past" not in found:
        return (*found, "past")
    return found


@cache
def _kinds_by_word() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for kind, words in [*_PRONOUNS.items(), *_listed()]:
        for word in words:
            if kind not in table.get(word, ()):
                table[word] = (*table.get(word, ()), kind)
    return table


def _listed() -> list[tuple[str, list[str]]]:
    path = files("contributions.deidentify").joinpath("data", "cue_words.txt")
    sections: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections.append((line.strip("[]"), []))
        elif not line.startswith("#"):
            sections[-1][1].extend(line.split())
    return sections
