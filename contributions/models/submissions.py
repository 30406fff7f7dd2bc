"""Questions about many submissions, in the editor's words, and how one comes to be."""

from collections import Counter

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from contributions import sealing
from contributions.lifecycle import State
from contributions.models.digest_item import DigestItem
from contributions.models.keys import DeskKey, StoredReceipt, WrappedKey
from contributions.models.post import Post
from contributions.models.reply import Reply

BECAME = {"became_post": Post, "became_reply": Reply, "became_item": DigestItem}


def became(publication):
    """Return {field: value} of a submission that became just this post, reply or account."""
    return {
        name: publication if isinstance(publication, model) else None
        for name, model in BECAME.items()
    }


class SubmissionQuerySet(models.QuerySet):
    def awaiting_review(self):
        return self.filter(state=State.WAITING)

    def held(self):
        return self.filter(state=State.HELD)

    def held_until_by(self, day):
        """Held ones whose day has come by this one."""
        return self.held().filter(held_until__lte=day)

    def asked(self):
        return self.filter(state=State.ASKED)

    def approved(self):
        return self.filter(state=State.APPROVED)

    def in_the_bin(self):
        """What was declined or closed and still has its words."""
        return self.filter(state__in=[State.DECLINED, State.CLOSED]).exclude(sealed=None)

    def at_the_desk(self):
        """What is not settled yet."""
        states = [State.WAITING, State.HELD, State.ASKED, State.APPROVED]
        return self.filter(state__in=states)

    def approved_for_nowhere(self):
        """Approved ones without a copy: it went with the post that it was to go under."""
        return self.approved().filter(approved_copy=None)

    def unanswered_since(self, day):
        """Those whose contributors were asked before this day and have not answered."""
        return self.asked().filter(asked_on__lt=day)

    def wanted_back(self):
        """Published ones whose contributors ask for them to be taken down."""
        return self.filter(state=State.PUBLISHED, wanted_back_on__isnull=False)

    def settled_before(self, day):
        """Those in the bin that were declined or closed before this day."""
        return self.in_the_bin().filter(settled_on__lt=day)

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def count_each(self, views):
        """How many there are in each of several views: {name: function of a queryset}."""
        everything = self.model.objects.all()
        return self.aggregate(
            **{
                name: models.Count("pk", filter=Q(pk__in=view(everything).values("pk")))
                for name, view in views.items()
            }
        )

    def count_by_kind(self):
        """A Counter of how many there are of each kind."""
        return Counter(dict(self.values_list("kind").annotate(models.Count("pk"))))

    def oldest_first(self):
        """By the day it came; within a day in no telling order."""
        return self.order_by("received_on", "pk")

    def newest_first(self):
        return self.order_by("-received_on", "pk")

    def next_first(self):
        """Approved ones as they go out."""
        return self.order_by(models.F("approved_copy__due_at").asc(nulls_last=True), "pk")

    def soonest_gone_first(self):
        """Those in the bin as their words will be deleted."""
        return self.order_by("settled_on", "pk")

    def that_became(self, publication):
        """The one, if any, that was published as this post, reply or account in a digest."""
        return self.filter(**became(publication))

    def now_are(self, publication):
        """Note that what became of them is this post, reply or account by now."""
        return self.update(**became(publication))

    def gathered_in(self, digest):
        """Approved ones that go out with this digest."""
        return self.approved().filter(approved_copy__item__post=digest)

    def with_target(self):
        """With the post, reply or call-out that each is meant for."""
        targets = self.select_related("target_post", "target_reply__post", "call_out")
        return targets.defer("target_post__body", "target_reply__post__body", "call_out__text")

    def with_keys(self):
        """With what opens each of them."""
        return self.select_related("wrapped_key")

    @transaction.atomic
    def receive(self, words, *, receipt=None, **clear):
        """Store these Words, sealed to the desk and to the contributor's Receipt.

        `clear` are the fields that stay readable: its kind, what it answers. Raises DeskClosed.
        """
        desk = DeskKey.current(lock=True)
        key = sealing.new_key()
        submission = self.model(**{"received_on": timezone.localdate()} | clear)
        submission.seal(words, key)
        submission.save(force_insert=True)
        WrappedKey.objects.create(
            submission=submission,
            for_desk=sealing.wrap(key, desk.public_key),
            for_receipt=sealing.wrap(key, receipt.public_key) if receipt else None,
        )
        if receipt:
            StoredReceipt.objects.create(
                lookup=receipt.lookup, public_key=receipt.public_key, submission=submission
            )
        return submission
