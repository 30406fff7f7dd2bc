"""A thousand people press "send" while the server is killed again and again.

Every receipt that was shown opens its text, nothing is stored twice, and pressing "send" again
shows the receipt that was shown before.
"""

import contextlib
import random
import re
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from nacl.public import PrivateKey

from contributions import receipt, sealing
from tests import postgres
from tests.over_http import Contributor, form_with, words_of
from tests.running_site import running_site

CLIENTS, SUBMISSIONS, KILLS = 8, 1_000, 20
AGAIN_EVERY = 25
PATIENCE = 180  # seconds
TEXT = "Account number {} of it."
SHOWN = re.compile(r'class="receipt-words".*?</ol>|class="receipt-words".*?</p>', re.DOTALL)
STORED = """
SELECT lookup, contributions_submission.id, sealed, for_receipt
FROM contributions_storedreceipt
JOIN contributions_submission ON contributions_submission.id = submission_id
JOIN contributions_wrappedkey USING (submission_id)
"""


class Crowd:
    """Has SUBMISSIONS review steps open, sends them, and notes the receipt shown for each."""

    def __init__(self, site, seed):
        self.site, self.random = site, random.Random(seed)  # noqa: S311 - a test, to be repeated
        self.forms, self.receipts, self.pressed_again = {}, {}, 0
        self.killed_at = self.random.sample(range(20, SUBMISSIONS - 20), KILLS)
        self.killing = threading.Lock()

    def write_all(self):
        """Open every review step, then send them all while the server is killed."""
        for step in (self._review, self._send):
            numbers = [range(n, SUBMISSIONS, CLIENTS) for n in range(CLIENTS)]
            with ThreadPoolExecutor(CLIENTS) as pool:
                list(pool.map(step, numbers))

    def _review(self, numbers):
        with Contributor(self.site.address) as contributor:
            for number in numbers:
                written = {"text": TEXT.format(number), "kind": "guest_blog", "check": "1"}
                review = contributor.post("/contact/", written)
                self.forms[number] = form_with(review, "seal") | {"send": "1"}

    def _send(self, numbers):
        with Contributor(self.site.address) as contributor:
            for number in numbers:
                self.receipts[number] = words_shown(self._press(contributor, number))
                if number in self.killed_at:
                    self._kill()

    def _press(self, contributor, number):
        """Press "send" on one and the same form until there is an answer."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.TransportError):
                return contributor.post("/contact/", self.forms[number])
            self.pressed_again += 1
            time.sleep(0.1)
        raise TimeoutError("The server did not come back.")

    def _kill(self):
        with self.killing:
            time.sleep(self.random.random() / 20)
            self.site.kill()
            self.site.start()


def words_shown(page):
    """Return the receipt's words on a page, whatever they stand in."""
    found = SHOWN.search(page.text)
    assert found, words_of(page.text.partition("<main")[2])[:300]
    return " ".join(words_of(found.group().partition(">")[2]).split())


def opened_by(words, stored):
    """Return the text that a receipt opens, from what is stored."""
    shown = receipt.read(words)
    pk, sealed, for_receipt = stored[shown.lookup]
    key = sealing.unwrap(for_receipt, PrivateKey(bytes(shown.private_key)))
    return sealing.unseal(key, sealed, f"submission {uuid.UUID(str(pk))} words")["text"]


@pytest.fixture(scope="module")
def crowd():
    seed = random.SystemRandom().randrange(10**6)
    print("The kills come from seed", seed)
    with running_site(demonstration=False, LIMITS_TIMES="1000") as site:
        done = Crowd(site, seed)
        done.write_all()
        yield done


@pytest.fixture(scope="module")
def stored(crowd):
    return {lookup: rest for lookup, *rest in crowd.site.rows(STORED)}


def test_the_server_was_killed_while_people_pressed_send(crowd):
    assert crowd.pressed_again, "The kills met nobody, so the test showed nothing."


def test_every_receipt_that_was_shown_opens_its_text(crowd, stored):
    opened = {number: opened_by(words, stored) for number, words in crowd.receipts.items()}

    assert opened == {number: TEXT.format(number) for number in range(SUBMISSIONS)}


def test_none_is_stored_twice(crowd, stored):
    for table in ("submission", "wrappedkey", "storedreceipt", "spenttoken"):
        ((count,),) = crowd.site.rows(f"SELECT count(*) FROM contributions_{table}")  # noqa: S608
        assert (table, count) == (table, SUBMISSIONS)
    assert len(stored) == SUBMISSIONS


def test_a_repeated_send_shows_the_same_receipt_and_stores_nothing(crowd):
    with Contributor(crowd.site.address) as contributor:
        for number in range(0, SUBMISSIONS, AGAIN_EVERY):
            answer = contributor.post("/contact/", crowd.forms[number])
            assert words_shown(answer) == crowd.receipts[number]

    assert crowd.site.rows("SELECT count(*) FROM contributions_submission") == [(SUBMISSIONS,)]


def test_another_receipt_opens_nothing(crowd, stored):
    ours, other = (receipt.read(crowd.receipts[number]) for number in (0, 1))
    _, _, for_receipt = stored[ours.lookup]

    with pytest.raises(sealing.CannotOpen):
        sealing.unwrap(for_receipt, other.private_key)


ASKED = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("{}")
    print(cursor.fetchone()[0])
"""


def test_commits_are_durable_in_the_running_configuration(crowd):
    site = crowd.site
    if not site.database_url:
        asked = ASKED.format("PRAGMA synchronous")
        assert site.manage("shell", "--no-imports", "-c", asked).split() == ["2"]  # FULL
        return
    name = site.database_url.rpartition("/")[2]
    with postgres.connect(site.database_url, name) as database:
        database.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off')

    for setting in ("synchronous_commit", "fsync"):
        asked = ASKED.format(f"SHOW {setting}")
        assert site.manage("shell", "--no-imports", "-c", asked).split() == ["on"]
