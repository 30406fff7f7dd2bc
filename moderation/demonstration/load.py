"""Fill an empty site with invented posts, threads and a waiting queue."""

import tomllib
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from contributions.markup import from_plain_text
from contributions.models import (
    CallOut,
    Label,
    Post,
    Reply,
    SiteSettings,
    Submission,
    WatchedWord,
)
from contributions.review import review

HERE = Path(__file__).parent
FIRST_GUEST_BLOG = 83
KINDS = {
    "articles": Post.Kind.ARTICLE,
    "guest_blogs": Post.Kind.GUEST_BLOG,
    "digests": Post.Kind.DIGEST,
}


@transaction.atomic
def load():
    """Create everything, oldest first, as if the site had run for three years."""
    SiteSettings.objects.filter(pk=1).update(guest_blog_start=FIRST_GUEST_BLOG)
    written = [
        (row | {"kind": kind}) for name, kind in KINDS.items() for row in _rows(name, "post")
    ]
    for row in sorted(written, key=lambda row: -row["days_ago"]):
        _publish(row)
    for row in _rows("call_outs", "call_out"):
        closed_on = None if row["open"] else _day(30)
        CallOut.objects.create(title=row["title"], text=row["text"].strip(), closed_on=closed_on)
    for row in _rows("watched_words", "watched_word"):
        WatchedWord.objects.create(**row)
    for row in _rows("waiting", "submission"):
        _receive(row)


def _rows(name, table):
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))[table]


def _day(days_ago):
    return timezone.localdate() - timedelta(days=days_ago)


def _publish(row):
    at = timezone.now().replace(hour=7, minute=30, second=0) - timedelta(days=row["days_ago"])
    body = from_plain_text(row["text"]) if "text" in row else row["body"]
    post = Post(kind=row["kind"], title=row["title"], body=body)
    post.publish(at=at)
    for name in row["labels"]:
        label, _ = Label.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
        post.labels.add(label)
    replies = []
    for number, answer in enumerate(row.get("reply", []), 1):
        parent = replies[answer["to"] - 1] if "to" in answer else None
        reply = Reply(post=post, parent=parent, body=from_plain_text(answer["text"]))
        reply.publish(at=min(at + timedelta(minutes=97 * number), timezone.now()))
        replies.append(reply)


def _receive(row):
    watched = WatchedWord.objects.for_deidentify()
    found = review(row.get("title", ""), row["text"].strip(), watched=watched)
    post = Post.objects.filter(title=row["post"]).get() if "post" in row else None
    Submission.objects.receive(
        found.words,
        kind="guest_blog" if row["kind"] == "call_out" else row["kind"],
        received_on=_day(row["days_ago"]),
        target_post=post,
        target_reply=post and post.replies.filter(number=row.get("reply")).first(),
        call_out=CallOut.objects.filter(title=row.get("call_out")).first(),
    )
