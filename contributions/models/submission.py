"""Submissions: stripped text that waits for the editor's decision. Private throughout."""

import uuid
from collections import Counter

from django.db import models
from django.db.models import F, Q

from contributions.lifecycle import MOVES, WITHOUT_TEXT, IllegalMove, StaleDecision, State
from contributions.models.callout import CallOut
from contributions.models.post import Post
from contributions.models.reply import Reply

MAX_TEXT = 40_000
MAX_TITLE = 200


class SubmissionQuerySet(models.QuerySet):
    def awaiting_review(self):
        return self.filter(state=State.WAITING)

    def held(self):
        return self.filter(state=State.HELD)

    def declined(self):
        return self.filter(state=State.DECLINED)

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def count_by_kind(self):
        """A Counter of how many there are of each kind."""
        return Counter(dict(self.values_list("kind").annotate(models.Count("pk"))))

    def oldest_first(self):
        """By the day it came; within a day in no telling order."""
        return self.order_by("received_on", "pk")

    def that_became(self, publication):
        """The one, if any, that was published as this post or reply."""
        field = "became_post" if isinstance(publication, Post) else "became_reply"
        return self.filter(**{field: publication})

    def with_target(self):
        """With the post, reply or call-out that each is meant for."""
        targets = self.select_related("target_post", "target_reply__post", "call_out")
        return targets.defer("target_post__body", "target_reply__post__body", "call_out__text")


class Submission(models.Model):
    class Kind(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Guest blog"
        REPLY = "reply", "Reply"
        CONFIDENTIAL = "confidential", "Confidential note"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    version = models.PositiveIntegerField(default=1)
    received_on = models.DateField()
    # Stand-ins may make it longer than what was typed.
    title = models.TextField(blank=True)
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    # As shown on the review step: offsets into `text`, never the words that were removed.
    findings = models.JSONField(default=list, blank=True)
    held_until = models.DateField(null=True, blank=True)
    # What it is meant for…
    target_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    target_reply = models.ForeignKey(
        Reply, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    call_out = models.ForeignKey(
        CallOut, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # …and what became of it.
    became_post = models.OneToOneField(
        Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    became_reply = models.OneToOneField(
        Reply, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="submission_state_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["guest_blog", "reply", "confidential"]),
                name="submission_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(kind="confidential", state__in=["approved", "published", "retracted"]),
                name="a_confidential_note_stays_one",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(WITHOUT_TEXT)) | Q(text="", title="", findings=[]),
                name="settled_keeps_no_text",
            ),
        ]
        permissions = [("moderate_submission", "Can decide on submissions at the desk")]
        indexes = [
            models.Index(fields=["state", "received_on", "id"], name="submission_oldest_first")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} of {self.received_on:%-d %B %Y}"

    @property
    def target(self):
        """The reply or post that it answers, or None."""
        return self.target_reply or self.target_post

    @property
    def words(self):
        """How many words it has."""
        return len(self.text.split())

    @property
    def kept_as_written(self):
        """How many of its findings the contributor restored."""
        return sum(finding["kept"] for finding in self.findings)

    def places(self, field):
        """Return (start, end, finding) of each finding within its "title" or "text".

        Sentences are left out: other findings lie in them.
        """
        return [
            (f["start"], f["end"], f)
            for f in self.findings
            if f["field"] == field and f["category"] != "SENTENCE"
        ]

    def hold(self, version, until):
        """Set it aside until a day."""
        self._move("hold", version, held_until=until)

    def resume(self, version):
        """Take a held one up again."""
        self._move("resume", version, held_until=None)

    def approve(self, version):
        """Settle that it goes out."""
        self._move("approve", version, PUBLISHABLE)

    def publish(self, version, *, post=None, reply=None):
        """Record what became of it and let go of its words."""
        self._move("publish", version, became_post=post, became_reply=reply, **NO_WORDS)

    def decline(self, version):
        """Settle that it does not go out. It can be reconsidered until it is purged."""
        self._move("decline", version, PUBLISHABLE)

    def reconsider(self, version):
        """Bring a declined one back to the queue."""
        self._move("reconsider", version)

    def retract(self, version):
        """Record that what became of it was taken out of public view."""
        self._move("retract", version)

    def restore(self, version):
        """Record that what became of it is public again."""
        self._move("restore", version)

    def close(self, version):
        """Settle a confidential note that has been read and dealt with."""
        self._move("close", version, {self.Kind.CONFIDENTIAL})

    def _move(self, verb, version, kinds=None, **values):
        """Make one move of the table, if this version still stands (and is of these kinds).

        Raises StaleDecision or IllegalMove, and then nothing has changed.
        """
        move = MOVES[verb]
        changed = Submission.objects.filter(
            pk=self.pk,
            version=version,
            state__in=move.sources,
            kind__in=kinds or self.Kind.values,
        ).update(state=move.target, version=F("version") + 1, **values)
        self.refresh_from_db()
        if not changed:
            if self.version != version:
                raise StaleDecision("Somebody has changed this since you opened it.")
            raise IllegalMove(
                f"A {self.get_kind_display().lower()} that is {self.get_state_display().lower()} "
                "cannot take this step."
            )


PUBLISHABLE = {Submission.Kind.GUEST_BLOG, Submission.Kind.REPLY}
NO_WORDS = {"title": "", "text": "", "findings": []}
