"""Readers under load: while many read, an editor publishes and takes back, and nobody is hurt."""

import itertools
import time
from dataclasses import dataclass

from tests.bench.load import loading
from tests.drive import BECAME
from tests.over_http import Contributor, Editor, Unexpected

READERS = 64
TEXT = "The {} lay in the lighthouse all that winter, and nobody at the office came to fetch it."
THINGS = ["marmalade", "umbrella", "accordion", "wheelbarrow", "trombone", "lantern", "pumpkin"]
SEEN_WITHIN, GONE_WITHIN = 10, 1  # seconds


@dataclass
class Outcome:
    """What the readers met: their Load, how many texts came and went, where they still were."""

    load: object
    rounds: int
    leaks: list


def read_while_deciding(site, address, pages, seconds):
    """Load the site for so long, publish and take back replies and guest blogs meanwhile.

    Returns the Outcome. Raises Unexpected where a page fails, or what is published is not seen.
    """
    # The editor comes past nginx, which says that everybody came by https.
    with Contributor(address) as reader, Editor(site.address) as editor:
        editor.sign_in()
        paths = [*pages.all.values(), "/feeds/replies/", "/replies/"]
        leaks, rounds = [], 0
        begin = time.monotonic()
        with loading(address, seconds, *paths, clients=READERS) as finish:
            for number in itertools.count():
                thing = THINGS[number % len(THINGS)]
                leaks += _publish_and_take_back(site, reader, editor, pages, thing, number)
                rounds += 1
                if time.monotonic() - begin > seconds - 5:
                    break
            return Outcome(finish(), rounds, leaks)


def _publish_and_take_back(site, reader, editor, pages, thing, number):
    """Take one text all the way to readers and back; return where it still was afterwards."""
    kind = ("reply", "guest_blog")[number % 2]
    target = pages.target if kind == "reply" else ""
    before = set(editor.queue())
    reader.send(reader.review(TEXT.format(thing), kind=kind, target=target))
    [submission] = set(editor.queue()) - before
    editor.publish(submission, kind, title=f"The {thing}")
    address = BECAME.search(editor.get(f"/admin/desk/{submission}/").text)[1]
    if kind == "reply":
        places = [address, "/replies/", "/feeds/replies/", address[: -len(".html")] + "/feed/"]
    else:
        places = [address, "/", "/feeds/posts/", "/".join(address.split("/")[:3]) + "/"]
    places.append(f"/search/?q={thing}")
    _until_seen(reader, places, thing)
    model = "reply" if kind == "reply" else "post"
    [(newest,)] = site.rows(f"SELECT max(id) FROM contributions_{model}")  # noqa: S608
    editor.take_back(model, newest)
    time.sleep(GONE_WITHIN)
    return _where(reader, places, thing)


def _where(reader, places, thing):
    """Return which of these places tell readers of the thing."""
    return [place for place in places if _says(reader, place, thing)]


def _says(reader, place, thing):
    answer = reader.get(place, expect=None)
    if answer.status_code not in (200, 410):
        raise Unexpected(f"{place}: {answer.status_code}.")
    # The search page repeats what was asked for, and marks what it found.
    return (f"<mark>{thing}" if place.startswith("/search/") else thing) in answer.text


def _until_seen(reader, places, thing):
    deadline = time.monotonic() + SEEN_WITHIN
    while missing := set(places) - set(_where(reader, places, thing)):
        if time.monotonic() > deadline:
            raise Unexpected(f"What was published is not at {', '.join(missing)}.")
