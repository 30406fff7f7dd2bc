"""`python -m tests.bench.desk`: how the desk's pages grow from 100 submissions to 100,000.

In one process and on a database of its own, filled step by step: at most OPEN submissions wait, a
few hundred are held, approved or in the bin, and the rest was settled for good over the years.
Prints, for each page, its queries and the median of a few answers. It asserts nothing.
"""

import statistics
import time
from datetime import timedelta
from itertools import cycle

from tests.bench.in_process import own_database

SIZES, OPEN, ROUNDS = (100, 10_000, 100_000), 3_000, 5
TEXT = (
    "My caseload doubled again in spring and nobody wrote it down. We were told that help was "
    "on its way. One of us went off sick and her cases were shared out on the day. "
) * 12


def fill(how_many):
    """Store submissions until there are so many, in all states."""
    from django.db.models import Count

    from contributions.models import Reply, Submission
    from contributions.words import Words
    from tests.factories import make_call_out, make_posts, make_replies

    if not Reply.objects.exists():
        make_replies(30, post=make_posts(30)[0])
        make_call_out()
    have = dict(Submission.objects.values_list("state").annotate(Count("pk")))
    open_now = min(OPEN, how_many * 3 // 4)
    in_hand = min(300, how_many // 20)
    wanted = {"waiting": open_now - 2 * in_hand, "held": in_hand, "approved": in_hand}
    wanted["declined"] = in_hand
    wanted["published"] = how_many - sum(wanted.values())
    for state, count in wanted.items():
        add(state, count - have.get(state, 0), Words(text=TEXT))


def add(state, how_many, words):
    """Store so many in one state: each its own key, a tenth of them urgent."""
    from django.utils import timezone

    from contributions import sealing
    from contributions.models import ApprovedCopy, CallOut, Reply, Submission, WrappedKey
    from contributions.words import Finished
    from tests.factories import the_desk

    desk, today = the_desk().public_key, timezone.localdate()
    replies = cycle([*Reply.objects.select_related("post"), None])
    call_out = CallOut.objects.first()
    summary = words.summary.content
    kinds = cycle(["reply", "guest_blog", "reply", "reply"])
    while how_many > 0:
        rows, keys = [], []
        for n in range(min(how_many, 2_000)):
            reply = next(replies)
            row = Submission(
                kind=next(kinds),
                state=state,
                received_on=today - timedelta(days=n % 400),
                target_reply=reply,
                target_post=reply and reply.post,
                call_out=None if reply else call_out,
            )
            if state == "published":
                row.settled_on = today - timedelta(days=n % 2_000)
            else:
                key = sealing.new_key()
                row.sealed = sealing.seal(key, words.content, row._about("words"))
                urgent = {"level": "urgent", "flags": ["safeguard"]} if n % 10 == 0 else {}
                about = row._about("summary")
                row.sealed_summary = sealing.seal(key, summary | urgent, about)
                keys.append(WrappedKey(submission=row, for_desk=sealing.wrap(key, desk)))
            if state == "declined":
                row.settled_on = today - timedelta(days=n % 30)
            rows.append(row)
        Submission.objects.bulk_create(rows)
        WrappedKey.objects.bulk_create(keys)
        if state == "approved":
            copies = [
                ApprovedCopy(submission=row, route="reply", post=row.target_post) for row in rows
            ]
            for copy in copies:
                copy.due_at = timezone.now() + timedelta(hours=1)
                copy.seal(Finished("", words.text))
            ApprovedCopy.objects.bulk_create(copies)
        how_many -= len(rows)


def decide_some(editor):
    """Let an editor have decided on all that is approved and all that was published."""
    from django.utils import timezone

    from contributions.models import Submission
    from moderation.models import Decision

    now = timezone.now()
    first = Decision.objects.count() + 1
    old = Submission.objects.exclude(pk__in=Decision.objects.values("submission"))
    rows = list(old.filter(state__in=["approved", "published"]).only("pk", "state", "version"))
    Decision.objects.bulk_create(
        (
            Decision(
                pk=first + n,
                submission=row,
                version=row.version - 1,
                what="reply",
                by=editor,
                decided_at=now - timedelta(days=n * 2_000 // len(rows)),
            )
            for n, row in enumerate(rows)
        ),
        batch_size=2_000,
    )


def pages():
    """Return (name, function of a client that asks for it) of what is measured."""
    from contributions.models import Submission
    from moderation.queueing import Filters

    waiting = Submission.objects.awaiting_review().oldest_first()
    first = waiting[0].pk
    answered = Filters().rows.posts()[0].pk

    def get(address):
        return lambda client: client.get(address)

    return [
        ("queue", get("/admin/desk/")),
        ("queue, last page", get("/admin/desk/?page=9999")),
        ("one kind", get("/admin/desk/?kind=reply")),
        ("one flag", get("/admin/desk/?flag=safeguard")),
        ("kind, post and flag", get(f"/admin/desk/?kind=reply&post={answered}&flag=safeguard")),
        ("held", get("/admin/desk/?view=held")),
        ("approved", get("/admin/desk/?view=approved")),
        ("bin", get("/admin/desk/?view=declined")),
        ("wanted back", get("/admin/desk/?view=wanted-back")),
        ("my recent decisions", get("/admin/desk/mine/")),
        ("statistics", get("/admin/desk/statistics/")),
        ("next one", get(f"/admin/desk/{first}/next/")),
        ("review page", get(f"/admin/desk/{first}/")),
        ("search", lambda client: client.post("/admin/desk/search/", {"phrase": "caseload zebra"})),
    ]


def measured(ask, client):
    """Return (queries, median ms by the clock, median ms of the processor)."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert ask(client).status_code in (200, 302)
        queries = len(captured)
    clock, processor = [], []
    for _ in range(ROUNDS):
        begin, worked = time.perf_counter(), time.process_time()
        ask(client)
        clock.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return queries, statistics.median(clock), statistics.median(processor)


def signed_in():
    """Return (editor, client) of somebody signed in at the desk."""
    from django.test import Client

    from tests.factories import hand_over_key, make_editor

    editor, client = make_editor(), Client()
    client.force_login(editor)
    hand_over_key(client)
    return editor, client


def measure(connection):
    """Fill the database step by step, and print one table for each size."""
    editor, client = signed_in()
    client.get("/admin/desk/")
    for size in SIZES:
        fill(size)
        decide_some(editor)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"\n{connection.vendor}, {size:,} submissions")
        print(f"{'':24}{'queries':>8}{'median ms':>11}{'of processor':>14}")
        for name, ask in pages():
            queries, clock, processor = measured(ask, client)
            print(f"{name:24}{queries:>8}{clock:>11.1f}{processor:>14.1f}", flush=True)


if __name__ == "__main__":
    with own_database() as connection:
        measure(connection)
