"""The replies of a post, two hundred a page, by number: each stays on its page for good.

A reply's address is that of the post with a fragment, which no server ever sees. So the first page
has a line for each reply on the later ones, which bears its anchor and leads to it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from contributions.models.publication import Status
from contributions.models.reference import Reference
from contributions.models.reply import Reply
from contributions.threads import in_threads

SIZE = 200


class Link(NamedTuple):
    """Where a reply or a page of them stands."""

    number: int
    address: str

    @property
    def here(self):
        """Tell whether it stands on the same page."""
        return self.address.startswith("#")


class Row(NamedTuple):
    """A reply as a page shows it, with what a template would work out for each of hundreds.

    `answered` is a Link to the reply that it answers, or None, and `answered_when` says when that
    was; `named_by` are Links to replies that name it.
    """

    reply: Reply
    number: str
    imported_id: str
    when: str
    answered: Link | None
    answered_when: str
    named_by: list


class Stub(NamedTuple):
    """A reply on a later page: its number, old anchor, time and address."""

    number: str
    imported_id: str
    when: str
    address: str


@dataclass(frozen=True)
class ThreadPage:
    """What a page shows: Rows, Stubs of the later ones, Links to the pages."""

    number: int | None
    rows: list
    later: list
    reply_count: int
    pages: list


def page(post, number=1):
    """Return a page of a post's replies in threads; raise Http404 where there is none."""
    heads = _heads(post)
    if not 1 <= number <= max(_page_of(len(heads)), 1):
        raise Http404
    replies = post.replies.filter(number__gt=(number - 1) * SIZE, number__lte=number * SIZE)
    rows = in_threads(list(replies.in_order().with_notes()))
    return _shown(post, heads, list(rows), number)


def newest(post):
    """Return the newest of a post's replies, the newest first."""
    replies = list(post.replies.in_order().reverse().with_notes()[:SIZE])
    return _shown(post, _heads(post), replies, None)


def _heads(post):
    """Return the number, old anchor, status and time of every reply."""
    columns = ("pk", "number", "imported_id", "status", "published_at")
    return list(post.replies.in_order().values_list(*columns, named=True))


def _page_of(number):
    return -(-number // SIZE)


def _page(post, number):
    """Return the address of a page of replies; the first is the post's own."""
    if number == 1:
        return post.get_absolute_url()
    return reverse("replies_page", args=[post.year, post.month, post.slug, number])


def _shown(post, heads, replies, number):
    pages = {n: _page(post, n) for n in range(1, _page_of(len(heads)) + 1)}
    by_pk = {head.pk: head for head in heads}
    here = {reply.number for reply in replies}

    def link(reply):
        page = "" if reply in here else pages[_page_of(reply)]
        return Link(reply, f"{page}#c{reply}")

    moved = [reply for reply in replies if reply.is_moved]
    prefetch_related_objects(moved, "moved_to_post", "moved_to_item__post")
    named_by = Reference.objects.numbers_by_target(post)

    def row(reply):
        at, parent = timezone.localtime(reply.published_at), by_pk.get(reply.parent_id)
        return Row(
            reply,
            str(reply.number),
            _old(reply),
            _when(at),
            link(parent.number) if parent else None,
            _when(timezone.localtime(parent.published_at), at) if parent else "",
            [link(by) for by in named_by.get(reply.pk, ())],
        )

    def stub(head):
        when = _when(timezone.localtime(head.published_at))
        return Stub(str(head.number), _old(head), when, link(head.number).address)

    return ThreadPage(
        number,
        [row(reply) for reply in replies],
        [stub(head) for head in heads[SIZE:]] if number == 1 else [],
        sum(head.status == Status.PUBLISHED for head in heads),
        [Link(*each) for each in pages.items()],
    )


def _when(at, told=None):
    """Return a time in words.

    Beside one that was `told` it goes without its year, and on the same day without that.
    """
    if not told:
        return f"{at:%-d %B %Y, %H:%M}"
    return f"{at:%H:%M}" if at.date() == told.date() else f"{at:%-d %B, %H:%M}"


def _old(reply):
    return str(reply.imported_id or "")
