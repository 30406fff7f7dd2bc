"""Things to test with. Each is stored, and plain unless told otherwise."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.text import slugify

from contributions.models import CallOut, Label, Post, Reply, Submission
from contributions.models.publication import Status
from contributions.review import review

_serial = count(1)
PASSWORD = "correct horse battery"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def make_label(name=None):
    name = name or f"Label {next(_serial)}"
    return Label.objects.create(name=name, slug=slugify(name))


def make_draft(*, kind=Post.Kind.ARTICLE, title="A plain title", body="<p>Plain words.</p>"):
    return Post.objects.create(kind=kind, title=title, body=body)


def make_post(*, at=None, labels=(), **fields):
    """Return a published post, an article unless told otherwise."""
    post = make_draft(**fields)
    post.publish(at=at)
    post.labels.set(labels)
    return Post.objects.get(pk=post.pk)


def make_guest_blog(**fields):
    return make_post(**{"kind": Post.Kind.GUEST_BLOG} | fields)


def make_posts(how_many, *, first=NOON):
    """Return that many published articles, a day between each, oldest first."""
    Post.objects.bulk_create(
        Post(
            status=Status.PUBLISHED,
            title=f"Post {n}",
            body=f"<p>Words {n}.</p>",
            published_at=first + timedelta(days=n),
            year=(first + timedelta(days=n)).year,
            month=(first + timedelta(days=n)).month,
            slug=f"post-{n}",
        )
        for n in range(how_many)
    )
    return list(Post.objects.oldest_first())


def make_reply(*, post=None, parent=None, body="<p>A plain reply.</p>", at=None):
    """Return a published reply, under a post of its own unless told otherwise."""
    post = post or (parent.post if parent else make_post())
    reply = Reply(post=post, parent=parent, body=body)
    reply.publish(at=at)
    return Reply.objects.get(pk=reply.pk)


def make_replies(how_many, *, post):
    """Store that many replies under a post at once, each second one answering the one before."""
    Reply.objects.bulk_create(
        Reply(
            post=post,
            number=n,
            status=Status.PUBLISHED,
            published_at=NOON,
            body=f"<p>Reply {n}</p>",
        )
        for n in range(1, how_many + 1)
    )
    replies = list(post.replies.in_order())
    for before, answer in zip(replies[::2], replies[1::2], strict=False):
        answer.parent = before
    Reply.objects.bulk_update(replies, ["parent"])
    return replies


def make_submission(
    *, text="The caseload doubled again.", title="", state="waiting", received_on=None, **fields
):
    """Return a submission, de-identified as the review step would."""
    found = review(title, text)
    words = {"title": found.title, "text": found.text, "findings": found.findings}
    return Submission.objects.create(
        kind=fields.pop("kind", Submission.Kind.GUEST_BLOG),
        state=state,
        received_on=received_on or timezone.localdate(),
        **words | fields,
    )


def make_settled_submission(state, **fields):
    """Return one whose words are gone."""
    return make_submission(state=state, text="", title="", **fields)


def make_submissions(how_many, **fields):
    """Store that many waiting guest blogs at once."""
    Submission.objects.bulk_create(
        Submission(
            **{"kind": "guest_blog", "received_on": date(2026, 3, 2), "text": f"Words {n}."}
            | fields
        )
        for n in range(how_many)
    )


def make_call_out(*, title="Tell us about workloads", text="What is it like?", closed_on=None):
    return CallOut.objects.create(title=title, text=text, closed_on=closed_on)


def make_staff(*groups):
    """Return somebody who may sign in to the admin, in these groups."""
    user = User.objects.create_user(f"staff{next(_serial)}", password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_editor():
    return make_staff("Editor")


def make_moderator():
    return make_staff("Moderator")
