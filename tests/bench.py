"""`python -m tests.bench`: how many requests a second the running site answers.

A first, honest measure: the real server, its clients on the same machine and eating of the same
cores, no cache before it. It asserts nothing.
"""

import itertools
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tests.over_http import Contributor, Editor, form_with
from tests.running_site import running_site

CLIENTS, SECONDS, REPLIES = 8, 4.0, 50
TEXT = "Account {}." + " My SPO, Zebedee Quillfeather, rang from 07700 900123." * 20
OLDEST_POST = "SELECT id, year, month, slug FROM contributions_post ORDER BY published_at LIMIT 1"


def rate(address, step):
    """Return (times a second, median and 95th percentile in ms) of `step` by all clients."""
    until = time.perf_counter() + SECONDS
    numbers = itertools.count()

    def work(_):
        took = []
        with Contributor(address) as contributor:
            while time.perf_counter() < until:
                begin = time.perf_counter()
                step(contributor, next(numbers))
                took.append(time.perf_counter() - begin)
        return took

    begin = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        took = sorted(itertools.chain.from_iterable(pool.map(work, range(CLIENTS))))
    seconds = time.perf_counter() - begin
    return len(took) / seconds, took[len(took) // 2] * 1000, took[len(took) * 95 // 100] * 1000


def post_with_replies(site):
    """Publish replies under the oldest post until it has REPLIES; return its address."""
    [(pk, year, month, slug)] = site.rows(OLDEST_POST)
    [(have,)] = site.rows(f"SELECT count(*) FROM contributions_reply WHERE post_id = {pk}")  # noqa: S608
    with Contributor(site.address) as contributor, Editor(site.address) as editor:
        editor.sign_in()
        before = set(editor.queue())
        for number in range(have, REPLIES):
            review = contributor.review(TEXT.format(number), kind="reply", target=f"post:{pk}")
            contributor.send(review)
        for submission in set(editor.queue()) - before:
            editor.decide(submission, editor.open(submission), "reply")
    return f"/{year}/{month:02}/{slug}.html"


def steps(site):
    """Return what is measured: (name, function of a contributor and a number)."""
    post = post_with_replies(site)
    with Contributor(site.address) as contributor:
        opened = form_with(contributor.get("/contact/"), "text")
    written = opened | {"text": TEXT, "check": "1"}
    return [
        ("front page", lambda person, _: person.get("/")),
        (f"post with {REPLIES} replies", lambda person, _: person.get(post)),
        ("feed of posts", lambda person, _: person.get("/feeds/posts/")),
        ("contact form", lambda person, _: person.get("/contact/")),
        ("review step", lambda person, _: person.post("/contact/", written)),
        (
            "form, review and send",
            lambda person, number: person.send(person.review(TEXT.format(number))),
        ),
    ]


def main():
    """Measure everything and print one table."""
    with running_site() as site:
        database = "PostgreSQL" if site.database_url else "SQLite"
        print(f"{database}, {CLIENTS} clients, 2 workers, {os.cpu_count()} cores\n")
        print(f"{'':24}{'a second':>10}{'median ms':>11}{'95th ms':>9}")
        for name, step in steps(site):
            times, median, slow = rate(site.address, step)
            print(f"{name:24}{times:>10.0f}{median:>11.1f}{slow:>9.1f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
