"""Questions about many submissions, in the editor's words, and how one comes to be."""

from collections import Counter

from django.db import models, transaction
from django.db.models import Case, F, OuterRef, Subquery, When
from django.utils import timezone

from contributions import sealing
from contributions.lifecycle import State
from contributions.models.callout import CallOut
from contributions.models.digest_item import DigestItem
from contributions.models.keys import DeskKey, StoredReceipt, WrappedKey
from contributions.models.message import Message
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

    def with_words(self):
        """What is not settled, and what is in the bin."""
        return self.filter(sealed__isnull=False)

    def in_the_bin(self):
        """What was declined or closed and still has its words."""
        return self.with_words().filter(state__in=[State.DECLINED, State.CLOSED])

    def at_the_desk(self):
        """What is not settled yet."""
        states = [State.WAITING, State.HELD, State.ASKED, State.APPROVED]
        return self.filter(state__in=states)

    def confidential(self):
        """Confidential notes that are not settled yet."""
        return self.at_the_desk().of_kind("confidential")

    def approved_for_nowhere(self):
        """Approved ones without a copy: it went with the post that it was to go under."""
        return self.approved().filter(approved_copy=None)

    def unanswered_since(self, day):
        """Those whose contributors were asked before this day and have not answered."""
        return self.asked().filter(asked_on__lt=day)

    def with_answers(self):
        """With `answer`: the kind of Message that a waiting one came back with, else None."""
        said = Message.objects.filter(submission=OuterRef("pk")).besides_thanks()
        last = Subquery(said.order_by("-place").values("kind")[:1])
        came_back = When(state=State.WAITING, last_said__in=Message.ANSWERS, then=F("last_said"))
        return self.alias(last_said=last).annotate(answer=Case(came_back))

    def wanted_back(self):
        """Published ones whose contributors ask for them to be taken down."""
        return self.filter(state=State.PUBLISHED, wanted_back_on__isnull=False)

    def settled_before(self, day):
        """Those in the bin that were declined or closed before this day."""
        return self.in_the_bin().filter(settled_on__lt=day)

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def for_post(self, pk):
        """Those meant for a post or a reply under it."""
        return self.filter(target_post=pk)

    def for_call_out(self, pk):
        return self.filter(call_out=pk)

    def posts(self):
        """The posts that these are meant for, or for a reply under which."""
        return Post.objects.filter(pk__in=self.values("target_post")).newest_first().headings()

    def call_outs(self):
        """The call-outs that these answer."""
        return CallOut.objects.filter(pk__in=self.values("call_out")).order_by("-opened_on", "-pk")

    def count_with_words(self):
        """A Counter of how many that have words there are of each (state, kind)."""
        rows = self.with_words().values_list("state", "kind").annotate(models.Count("pk"))
        return Counter({(state, kind): count for state, kind, count in rows})

    def count_wanted_back(self):
        """A Counter of how many are wanted back of each (state, kind)."""
        rows = self.wanted_back().values_list("state", "kind").annotate(models.Count("pk"))
        return Counter({(state, kind): count for state, kind, count in rows})

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

    def summaries(self, private_key):
        """Return [(id, Summary)] as the desk's PrivateKey opens each; an empty one where it cannot.

        Many at a time: without the cost of a model's instance for each.
        """
        rows = self.values_list("pk", "sealed_summary", "wrapped_key__for_desk")
        return [(pk, self.model.summary_of(pk, *sealed, private_key)) for pk, *sealed in rows]

    def in_rows(self, *, with_words=False):
        """With all that a list shows of each, and without what is long, save perhaps its words."""
        rows = self.with_target().with_answers().select_related("approved_copy__item__post")
        rows = rows.with_keys() if with_words else rows.defer("sealed", "sealed_summary")
        return rows.defer("sealed_draft", "approved_copy__sealed")

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
