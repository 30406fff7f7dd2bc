"""Readers under load: while many read, an editor publishes and takes back, and nobody is hurt."""

import itertools
import time
from dataclasses import dataclass

from tests.bench.load import Load, loading
from tests.drive import BECAME
from tests.over_http import Contributor, Editor, Unexpected

TEXT = "The {} lay in the lighthouse all that winter, and nobody at the office came to fetch it."
THINGS = ["marmalade", "umbrella", "accordion", "wheelbarrow", "trombone", "lantern", "pumpkin"]
KINDS = ["reply", "guest_blog"]
SEEN_WITHIN, GONE_WITHIN = 10, 1  # seconds
# Each worker of a server has to be met, and has a memory of its own.
READERS = 4


@dataclass(frozen=True)
class Outcome:
    """What the readers met: their Load, how many texts came and went, where they still were."""

    load: Load
    rounds: int
    leaks: list


def read_while_deciding(site, address, pages, *, clients, seconds=0):
    """Load a site, and publish and take back replies and guest blogs by turns meanwhile.

    Each comes at least once, more of them for so many seconds. Returns the Outcome. Raises
    Unexpected where a page fails, or what is published is not seen.
    """
    paths = [*pages.all.values(), "/feeds/replies/", "/replies/"]
    # The editor comes past nginx, which says that everybody came by https.
    with Editor(site.address) as editor, loading(address, *paths, clients=clients) as finish:
        editor.sign_in()
        until, gone, leaks = time.monotonic() + seconds, [], []
        for number in itertools.count(1):
            kind, thing = KINDS[number % len(KINDS)], THINGS[number % len(THINGS)]
            came = _publish(site, address, editor, kind, thing, pages.target)
            gone.append((thing, came))
            _take_back(site, editor, kind)
            time.sleep(GONE_WITHIN)
            leaks += [f"{thing} still at {place}" for place in where(address, came, thing)]
            if number >= len(KINDS) and time.monotonic() > until:
                break
        # Nor has anything come back since.
        for thing, came in gone:
            leaks += [f"{thing} again at {place}" for place in where(address, came, thing)]
        return Outcome(finish(), number, leaks)


def _publish(site, address, editor, kind, thing, target):
    """Take a text all the way to readers; return where they see it."""
    before = set(editor.queue())
    with Contributor(address) as contributor:
        target = target if kind == "reply" else ""
        contributor.send(contributor.review(TEXT.format(thing), kind=kind, target=target))
    [submission] = set(editor.queue()) - before
    editor.publish(submission, kind, title=f"The {thing}")
    post = BECAME.search(editor.get(f"/admin/desk/{submission}/").text)[1]
    if kind == "reply":
        places = ["/replies/", "/feeds/replies/", post.removesuffix(".html") + "/feed/"]
    else:
        places = ["/", "/feeds/posts/", "/".join(post.split("/")[:3]) + "/"]
    places += [post, f"/search/?q={thing}"]
    deadline = time.monotonic() + SEEN_WITHIN
    while missing := set(places) - set(where(address, places, thing)):
        if time.monotonic() > deadline:
            raise Unexpected(f"What was published is not at {', '.join(missing)}.")
    return places


def _take_back(site, editor, kind):
    model = "reply" if kind == "reply" else "post"
    [(newest,)] = site.rows(f"SELECT max(id) FROM contributions_{model}")  # noqa: S608
    editor.take_back(model, newest)


def where(address, places, thing):
    """Return which of these places tell any of a few readers of the thing."""
    found = []
    for _ in range(READERS):
        with Contributor(address) as reader:
            found += [place for place in places if _says(reader, place, thing)]
    return sorted(set(found))


def _says(reader, place, thing):
    answer = reader.get(place, expect=None)
    # A post that was taken back is gone, and so is the month that held nothing else.
    if answer.status_code not in (200, 404, 410):
        raise Unexpected(f"{place}: {answer.status_code}.")
    # The search page repeats what was asked for, and marks what it found.
    return (f"<mark>{thing}" if place.startswith("/search/") else thing) in answer.text
