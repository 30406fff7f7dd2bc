"""However often a form is sent, and whichever process answers: one receipt, one submission."""

import contextlib
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor

from tests.over_http import FORM, Contributor, form_with
from tests.page_forms import encoded

TIMES = 8
STORED = "SELECT count(*) FROM contributions_submission"


def receipt_on(page):
    return re.search(r'class="one-line"[^>]*>([^<]+)<', page.text)[1]


def count(site):
    [(stored,)] = site.rows(STORED)
    return stored


def test_eight_at_once_over_two_processes(site, contributor):
    review, before = contributor.review("The lift is out of order, and I said so."), count(site)

    def press(_):
        with Contributor(site.address) as again:
            return receipt_on(again.send(review))

    with ThreadPoolExecutor(TIMES) as pool:
        receipts = set(pool.map(press, range(TIMES)))

    assert len(receipts) == 1
    assert len(receipts.pop().split()) == 7
    assert count(site) == before + 1


def test_when_the_connection_was_lost_before_the_answer_came(site, contributor):
    review, before = contributor.review("The lift is still out of order."), count(site)
    fields = form_with(review, "seal") | {"send": "1"}

    with sent_unread(site, encoded(fields).encode()):
        until = time.monotonic() + 60
        while count(site) == before and time.monotonic() < until:
            time.sleep(0.05)
    stored_unseen = count(site) - before
    shown = [receipt_on(contributor.post("/contact/", fields)) for _ in range(2)]

    assert stored_unseen == 1
    assert len(set(shown)) == 1
    assert count(site) == before + 1


@contextlib.contextmanager
def sent_unread(site, body):
    """Send a form, and hang up at the end of the block without having read the answer."""
    head = (
        f"POST /contact/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.address}\r\n"
        f"Content-Type: {FORM}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", site.port)) as connection:
        connection.sendall(head.encode() + body)
        yield
