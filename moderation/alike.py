"""Texts that say nearly the same: a second sending, a campaign, a machine."""

from dataclasses import dataclass

from django.urls import reverse

from contributions.markup import to_plain_text
from contributions.models import Post, Reply, Submission
from contributions.sketch import likeness, sketch

# As many of the newest are looked at: opening them takes a tenth of a second.
AMONG = 1_000
# Published ones are sketched anew, which takes longer.
AMONG_PUBLISHED = 200
ENOUGH = 0.5
SHOWN = 5


@dataclass(frozen=True)
class Alike:
    """Another text: what it is, where, how much of it is the same (in per cent), its state."""

    title: str
    address: str
    percentage: int
    state: str


def alike(submission, words, desk):
    """Return the texts at the desk and on the site that are most Alike to these Words.

    On the site, only the newest are looked at, and what is under the same post.
    """
    own = sketch(words.text)
    found = [
        Alike(title, address, round(100 * share), state)
        for title, address, state, other in (
            *_at_the_desk(submission, own, desk),
            *_public(submission),
        )
        if (share := likeness(own, other)) >= ENOUGH
    ]
    return sorted(found, key=lambda other: -other.percentage)[:SHOWN]


def _at_the_desk(submission, own, desk):
    others = Submission.objects.at_the_desk().exclude(pk=submission.pk).newest_first()[:AMONG]
    sketches = {
        pk: summary.sketch
        for pk, summary in others.summaries(desk)
        if likeness(own, summary.sketch) >= ENOUGH
    }
    for other in Submission.objects.filter(pk__in=sketches).in_rows():
        address = reverse("admin:review", args=[other.pk])
        yield str(other), address, other.get_state_display().lower(), sketches[other.pk]


def _public(submission):
    posts = Post.objects.published().newest_first()[:AMONG_PUBLISHED]
    replies = Reply.objects.public().select_related("post").defer("post__body").newest_first()
    beside = replies.filter(post=submission.target_post)[:AMONG] if submission.target_post else []
    for one in {*posts, *replies[:AMONG_PUBLISHED], *beside}:
        yield str(one), one.get_absolute_url(), "published", sketch(to_plain_text(one.body))
