"""A running site is seized, with an editor signed in, and only what was to be read is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.over_http import Contributor, Editor, words_of
from tests.running.seizure import seized
from tests.running_site import PASSWORD, running_site

# In title, text and message of each: common words, which nothing takes out of a text.
MARKS = {
    "waiting": ("marmalade", "trombone", None),
    "held": ("gooseberry", "trampoline", "porcupine"),
    "asked": ("rhubarb", "accordion", "hedgehog"),
    "approved": ("custard", "tambourine", "woodpecker"),
    "declined": ("pumpernickel", "harpsichord", "armadillo"),
    "confidential": ("artichoke", "glockenspiel", None),
    "published": ("cauliflower", "xylophone", "crocodile"),
    "withdrawn": ("butterscotch", "saxophone", "grasshopper"),
}
TEXT = "We spoke of the {} for an hour, and nothing came of it."
# Stands in the approved text as it came, and not in what goes out.
REDACTED = "wheelbarrow"
# Stands in a complaint, which is kept as it was written.
COMPLAINED = "Zebedee Quillkaleidoscope"
# What waits, in whatever state; of the others the words are public or gone.
UNPUBLISHED = ["waiting", "held", "asked", "approved", "declined", "confidential"]
WITHDRAW = """
from contributions.models import Submission
submission = Submission.objects.get(pk="{}")
submission.withdraw(submission.version)
"""


class Drill:
    """One site with a text in every state; `ids` says which is which."""

    def __init__(self, site, editor):
        self.site = site
        self.editor = editor
        self.editor.sign_in()
        self.ids = {}
        with Contributor(site.address) as contributor:
            for name in MARKS:
                self.ids[name] = self._send(contributor, name)
            contributor.complain(text=f"It is {COMPLAINED}.")
        for name, (_, _, message) in MARKS.items():
            if message:
                self._decide(name, "ask", question=f"Do you mean the {message}?")
            if message and name != "asked":
                self._decide(name, "return")
        self._settle()

    def _send(self, contributor, name):
        title, text, _ = MARKS[name]
        kind = "confidential" if name == "confidential" else "guest_blog"
        words = f"{text} and the {REDACTED}" if name == "approved" else text
        review = contributor.review(TEXT.format(words), title=f"The {title} again", kind=kind)
        for mark in (title, text):
            assert mark in words_of(review.text)
        before = set(self.editor.queue())
        contributor.send(review)
        [new] = set(self.editor.queue()) - before
        return new

    def _decide(self, name, action, **changed):
        fields = self.editor.open(self.ids[name])
        return self.editor.decide(self.ids[name], fields | changed, action)

    def _settle(self):
        reasons = self.site.rows("SELECT id FROM moderation_declinereason ORDER BY id")
        self._decide("declined", "decline", decline_reason=str(reasons[0][0]))
        later = (date.today() + timedelta(days=9)).isoformat()  # noqa: DTZ011 - any day will do
        self._decide("held", "hold", held_until=later, hold_reason="other")
        words = f"{MARKS['approved'][1]} and the [[{REDACTED}|detail|another]]"
        self.editor.publish(
            self.ids["approved"], "guest_blog", now_reason="", marked=TEXT.format(words)
        )
        self._decide("published", "guest_blog", now_reason="urgent")
        self.site.manage("shell", "--no-imports", "-c", WITHDRAW.format(self.ids["withdrawn"]))

    def whose(self, opened):
        """Return the names of the submissions whose words are among what was opened."""
        words = " ".join(held for what, held in opened.items() if not what.startswith("approved"))
        return [name for name, (_, text, _) in MARKS.items() if text in words]


@pytest.fixture(scope="module")
def drill():
    with running_site(demonstration=False) as site, Editor(site.address) as editor:
        yield Drill(site, editor)


@pytest.fixture(scope="module")
def loot(drill):
    with seized(drill.site) as taken:
        yield taken


def test_every_state_is_there(drill):
    states = dict(
        drill.site.rows("SELECT state, count(*) FROM contributions_submission GROUP BY 1")
    )

    once = ["held", "asked", "approved", "declined", "published", "withdrawn"]
    assert states == {"waiting": 2} | dict.fromkeys(once, 1)


def test_with_everything_on_the_server_only_the_approved_copy_opens(drill, loot):
    found = loot.intrude()

    (what,) = found["opened"]
    assert what == f"approved copy of {drill.ids['approved']}"
    title, text, _ = MARKS["approved"]
    assert title in found["opened"][what]
    assert text in found["opened"][what]
    assert REDACTED not in found["opened"][what]
    assert any("desk key in session" in shut for shut in found["shut"])
    assert found["tried"] > 1_000


def test_no_unpublished_word_lies_anywhere_in_clear(loot):
    unpublished = [mark for name in UNPUBLISHED for mark in MARKS[name] if mark]
    secret = [*unpublished, *MARKS["withdrawn"], MARKS["published"][2], REDACTED, COMPLAINED]

    assert [(mark, where) for mark in secret for where in loot.lies_about(mark)] == []


def test_what_is_public_is_found_so_the_search_can_find(loot):
    assert loot.lies_about(MARKS["published"][0])
    assert loot.lies_about(MARKS["published"][1])


@pytest.mark.parametrize("whose", ["the printed words", "the editor's cookie", "the password"])
def test_with_an_editors_key_everything_opens_that_is_not_deleted(drill, loot, whose):
    key = {
        "the printed words": " ".join(drill.site.recovery_words),
        "the editor's cookie": drill.editor.browser.cookies["desk"],
        "the password": PASSWORD,
    }[whose]

    found = loot.intrude(key)

    assert drill.whose(found["opened"]) == UNPUBLISHED
    everything = " ".join(found["opened"].values())
    assert COMPLAINED in everything
    for name in UNPUBLISHED:
        for mark in filter(None, MARKS[name]):
            assert mark in everything
    for mark in [*MARKS["withdrawn"], MARKS["published"][2]]:
        assert mark not in everything


def test_a_key_planted_in_the_settings_is_found(drill, loot):
    planted = {"FORGOTTEN_SETTING": drill.editor.browser.cookies["desk"]}

    found = replace(loot, environment=loot.environment | planted).intrude()

    assert drill.whose(found["opened"]) == UNPUBLISHED
