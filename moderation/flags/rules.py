"""When a flag is raised: rules over where phrases and findings stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from moderation.flags.flag import Level

# How many words before a hit a "not" still denies it.
_REACH = 3


class Hits:
    """All hits of one reading by group, with the questions that rules ask of them."""

    def __init__(self, reading, by_group):
        self._reading = reading
        self._by_group = by_group
        self._sentences = {
            group: [hit.sentence for hit in hits] for group, hits in by_group.items()
        }
        self._denials = {hit.token for hit in by_group.get("denial", ())}

    def of(self, groups):
        """Return the hits of some groups."""
        return [hit for group in groups for hit in self._by_group.get(group, ())]

    def near(self, groups, sentence, within):
        """Return the hit of any of the groups that is nearest to a sentence, or None."""
        nearest = None
        for group in groups:
            numbers = self._sentences.get(group, ())
            first = bisect_left(numbers, sentence - within)
            middle = bisect_left(numbers, sentence)
            last = bisect_right(numbers, sentence + within)
            # The closest before, and the closest in it or after.
            for index in {max(first, middle - 1), middle}:
                if first <= index < last:
                    hit = self._by_group[group][index]
                    distance = abs(hit.sentence - sentence)
                    if nearest is None or distance < abs(nearest.sentence - sentence):
                        nearest = hit
        return nearest

    def is_within(self, hit, group):
        """Tell whether a hit touches one of a group in its sentence ("killing it")."""
        numbers = self._sentences.get(group, ())
        first = bisect_left(numbers, hit.sentence)
        # A sentence of a thousand such phrases is no sentence; a few dozen are enough.
        last = min(bisect_right(numbers, hit.sentence), first + 40)
        others = self._by_group.get(group, ())[first:last]
        return any(other.start < hit.end and hit.start < other.end for other in others)

    def is_denied(self, hit):
        """Tell whether a "not" or the like stands shortly before a hit in its sentence."""
        if not self._denials or hit.token is None:
            return False
        tokens = self._reading.tokens
        return any(
            index in self._denials and tokens[index].sentence == hit.sentence
            for index in range(max(0, hit.token - _REACH), hit.token)
        )


@dataclass(frozen=True)
class Rule:
    """Raise a flag on a hit of `words` with one of each set of `near` and `around` close by.

    `near` is looked for within `within` sentences before and after, `around` within one. One of
    `unless` within `unless_within` sentences, one of `not_in` touching the hit, or a "not" before
    it (but not where `even_denied`), and the rule says nothing.
    """

    words: tuple
    near: tuple = ()
    around: tuple = ()
    within: int = 0
    unless: tuple = ()
    unless_within: int = 0
    not_in: tuple = ("figure_of_speech",)
    even_denied: bool = False
    level: Level | None = None

    @classmethod
    def from_page(cls, page, kind):
        """Return the rule of a table in a kind's data file, the kind's own groups named in full."""
        page = dict(page)
        page["words"] = _groups(page["words"], kind)
        for key in ("near", "around"):
            page[key] = tuple(_groups(one, kind) for one in page.get(key, ()))
        page["unless"] = _groups(page.get("unless", ""), kind)
        page["not_in"] = ("figure_of_speech", *_groups(page.get("not_in", ""), kind))
        page["level"] = Level(page["level"]) if "level" in page else None
        return cls(**page)

    def raised(self, hits):
        """Return the hits that raise the flag, those near them included."""
        found = []
        for hit in hits.of(self.words):
            near = [hits.near(groups, hit.sentence, self.within) for groups in self.near]
            near += [hits.near(groups, hit.sentence, 1) for groups in self.around]
            if all(near) and not self._is_excused(hit, hits):
                found += [hit, *near]
        return found

    def _is_excused(self, hit, hits):
        return (
            any(hits.is_within(hit, group) for group in self.not_in)
            or hits.near(self.unless, hit.sentence, self.unless_within) is not None
            or (not self.even_denied and hits.is_denied(hit))
        )


@dataclass(frozen=True)
class Count:
    """Raise a flag where enough different kinds of detail stand close together."""

    details: tuple  # Each a tuple of groups that count as one kind of detail.
    at_least: int
    within: int = 0
    level: Level | None = None

    @classmethod
    def from_page(cls, page, kind):
        """Return the count of a table in a kind's data file."""
        details = tuple(_groups(one, kind) for one in page["details"])
        return cls(details, page["at_least"], page.get("within", 0))

    def raised(self, hits):
        """Return the hits of the first passage of each run that has enough of them."""
        found = []
        sentences = {hit.sentence for groups in self.details for hit in hits.of(groups)}
        for sentence in sorted(sentences):
            near = [hits.near(groups, sentence, self.within) for groups in self.details]
            # Two kinds of detail in the same words are one.
            near = {hit.start: hit for hit in near if hit}
            if len(near) >= self.at_least:
                found += near.values()
        return found


def _groups(names, kind):
    """Return "a b .c @D" as group names, those with a dot being the kind's own."""
    return tuple(f"{kind}{name}" if name.startswith(".") else name for name in names.split())
