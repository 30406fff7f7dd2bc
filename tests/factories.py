"""Things to test with. Each is stored, and plain unless told otherwise."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.contrib.auth.models import Group, User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from nacl.public import PrivateKey

from contributions import sealing
from contributions.lifecycle import SETTLED
from contributions.models import (
    CallOut,
    Complaint,
    DeskKey,
    DigestItem,
    Label,
    Post,
    Reply,
    Submission,
    WatchedWord,
    WrappedKey,
)
from contributions.models.publication import Status
from contributions.review import review
from contributions.words import Words
from moderation import keyring, opening

_serial = count(1)
PASSWORD = "correct horse battery"
DESK = PrivateKey.generate()
MARCH = date(2026, 3, 2)
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


def make_digest_draft(**fields):
    """Return a digest that is still being gathered."""
    return make_draft(**{"kind": Post.Kind.DIGEST, "title": "Many voices"} | fields)


def make_digest(*bodies, at=None, **fields):
    """Return a published digest with these accounts."""
    digest = make_post(**{"kind": Post.Kind.DIGEST, "title": "Many voices", "at": at} | fields)
    for number, body in enumerate(bodies, 1):
        item = DigestItem.objects.create(post=digest, number=number)
        item.publish(body, number, at=digest.published_at)
    return digest


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


def the_desk():
    """Return the desk's PrivateKey, opening the desk at first use."""
    DeskKey.objects.get_or_create(pk=1, defaults={"public_key": bytes(DESK.public_key)})
    return DESK


def make_submission(
    *,
    text="The caseload doubled again.",
    title="",
    state="waiting",
    receipt=None,
    kind=Submission.Kind.GUEST_BLOG,
    **fields,
):
    """Return a submission, de-identified as the review step would, and sealed to the desk."""
    the_desk()
    submission = Submission.objects.receive(
        review(title, text).words, receipt=receipt, kind=kind, **_dated(fields)
    )
    return _in_state(submission, state)


def make_settled_submission(state, **fields):
    """Return one whose words are gone."""
    submission = make_submission(**fields)
    submission.wrapped_key.delete()
    return _in_state(submission, state, sealed=None, sealed_summary=None)


def make_submissions(how_many, *, kind="guest_blog", state="waiting", **fields):
    """Store that many guest blogs, each with a few words, all under one key."""
    public_key = bytes(the_desk().public_key)
    key = sealing.new_key()
    for_desk = sealing.wrap(key, public_key)
    rows = []
    for n in range(how_many):
        rows.append(Submission(**{"kind": kind, "state": state, "received_on": MARCH} | fields))
        rows[-1].seal(Words(text=f"Words {n}."), key)
    Submission.objects.bulk_create(rows)
    WrappedKey.objects.bulk_create(WrappedKey(submission=row, for_desk=for_desk) for row in rows)
    return rows


def words_of(submission):
    """Return the Words of a stored submission, opened as the desk opens them."""
    submission = Submission.objects.get(pk=submission.pk)
    return submission.words(submission.wrapped_key.opened_by(the_desk()))


def stored_words():
    """Return the Words of the one submission that is stored."""
    return words_of(Submission.objects.get())


def _dated(fields):
    return {"received_on": timezone.localdate()} | fields


def _in_state(submission, state, **fields):
    settled_on = timezone.localdate() if state in SETTLED else None
    rows = Submission.objects.filter(pk=submission.pk)
    rows.update(**{"state": state, "settled_on": settled_on} | fields)
    return rows.get()


def make_complaint(about=None, *, kind="identifies", says="It is me.", **fields):
    """Return an open complaint, perhaps about a post or reply, sealed to the desk."""
    the_desk()
    target = {}
    if about:
        reply = about if isinstance(about, Reply) else None
        post = reply.post if reply else about
        target = {"post": post, "reply": reply, "revision": about.revision}
    return Complaint.objects.receive([["What is wrong?", says]], **{"kind": kind} | target | fields)


def make_complaints(how_many, *, about):
    """Store that many complaints about a post, all under one key."""
    return Complaint.objects.bulk_create(
        Complaint(kind="other", post=about, revision=1, sealed=b"sealed") for _ in range(how_many)
    )


def make_call_out(*, title="Tell us about workloads", text="What is it like?", closed_on=None):
    return CallOut.objects.create(title=title, text=text, closed_on=closed_on)


def make_watched_word(phrase="the Biscuit Tin", kind="strip", *, category="", note=""):
    category = category or ("WORKPLACE" if kind == "strip" else "")
    return WatchedWord.objects.create(phrase=phrase, kind=kind, category=category, note=note)


def make_staff(*groups):
    """Return somebody who may sign in to the admin, in these groups."""
    user = User.objects.create_user(f"staff{next(_serial)}", password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_editor():
    return make_staff("Editor")


def make_moderator():
    return make_staff("Moderator")


def hand_over_key(client):
    """Put the desk's key into a test client's session and cookie, as signing in does."""
    request, response = HttpRequest(), HttpResponse()
    request.session = client.session
    opening.lend(request, response, the_desk())
    request.session.save()
    client.cookies[opening.COOKIE] = response.cookies[opening.COOKIE].value


def give_key(user):
    """Give somebody whose password is PASSWORD a key pair, and the desk's key as rights say."""
    keyring.enrol(user, PASSWORD)
    keyring.settle(user, the_desk())
    return user
