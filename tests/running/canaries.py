"""Two hundred people who write, each with marks that nobody else has: a canary in every place.

All marks hold one of STEMS, so that a search for a few byte strings finds any of a thousand.
They are new in each run, because the log of a PostgreSQL server holds what others did there.
"""

import itertools
import random
from dataclasses import dataclass

HOW_MANY = 200
LONG_EVERY = 40
LONGEST = 40_000
RUN = "".join(random.choice(letters) for letters in ("bdfgklmnprst", "aeiou") * 3)  # noqa: S311
# Surnames that no list knows.
SURNAMES = [
    f"Quill{RUN}{''.join(end)}"
    for end in itertools.product("bdghlmnrst", "ae", ["ck", "ld", "lm", "lt", "mp"], ["er", "ow"])
]
NAME, EMAIL, UNSENT = f"Quill{RUN}", f"zq{RUN}", f"heron{RUN}"
AGENT, COOKIE, LANGUAGE = f"Sparrowhawk{RUN}", f"Goldcrest{RUN}", f"Fulmar{RUN}"
STEMS = [NAME, EMAIL, UNSENT, AGENT, COOKIE, LANGUAGE]
# Numbers and addresses have no room for a mark of this run.
PHONE, FORWARDED, SOURCE = "07700 900", "203.0.113.", "127.77."
NUMBERS = [PHONE, *(PHONE.replace(" ", space) for space in ("+", "%20", "")), FORWARDED, SOURCE]
FILLING = "And so it went on, week after week, and nobody wrote it down.\n\n"


@dataclass(frozen=True)
class Canary:
    """One contributor: what is written, and what a browser tells of itself."""

    number: int

    @property
    def removed(self):
        """The words that the site has to take out."""
        n = self.number
        return [SURNAMES[n], f"{EMAIL}{n}@example.org", f"{PHONE}{n:03}"]

    @property
    def title(self):
        return f"About Zebedee {SURNAMES[self.number]}"

    @property
    def text(self):
        name, email, phone = self.removed
        text = (
            f"My SPO, Zebedee {name}, told me to say nothing. I rang on {phone} and wrote to "
            f"{email}.\n\nI have seen a heron on the roof of the annexe.\n\n"
        )
        if self.number % LONG_EVERY == 0:
            text += FILLING * ((LONGEST - len(text)) // len(FILLING))
        return text

    @property
    def unsent(self):
        """What is written, looked at and then thought better of."""
        return f"{UNSENT}{self.number} is what I would have said.\n\n{self.text[:300]}"

    @property
    def headers(self):
        return {
            "user-agent": f"{AGENT}/{self.number}",
            "x-forwarded-for": f"{FORWARDED}{self.number}",
            "x-real-ip": f"{FORWARDED}{self.number}",
            "forwarded": f"for={FORWARDED}{self.number}",
            "cookie": f"trail={COOKIE}{self.number}",
            "accept-language": f"kw-{LANGUAGE}{self.number}",
        }

    @property
    def source(self):
        """The address it comes from: this machine has sixteen million."""
        return f"{SOURCE}{self.number}.9"


CANARIES = [Canary(number) for number in range(HOW_MANY)]
