"""The form of a draft, which may go out by itself at a time that the editor sets."""

import hashlib

from django import forms
from django.utils import timezone

from contributions.lifecycle import StaleDecision
from contributions.models import Post
from moderation import gathering
from moderation.admin.seen import SeenForm
from moderation.schedule_form import WhenForm, as_it_stands


class DraftForm(SeenForm, WhenForm, forms.ModelForm):
    """The form of a post that readers have not seen.

    After `is_valid`, `due_at` is when it goes out, None for not by itself.
    """

    more = ("When it goes out", ("day", "clock", "seen"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What a digest gathers could go out with nothing else.
        self.fields["kind"].disabled = self.instance.kind == Post.Kind.DIGEST
        if self.instance.due_at:
            self.initial |= as_it_stands(self.instance.due_at)
        self.fields["day"].help_text = "Left empty, it waits until somebody publishes it."

    @property
    def version(self):
        return fingerprint(self.instance) if self.instance.pk else ""

    def clean(self):
        if self.is_stale:
            stands = self.instance
            self.give_back(title=stands.title, body=stands.body, besides=besides(stands))
        if {"day", "clock"}.isdisjoint(self.changed_data):
            self.due_at = self.instance.due_at
            return self.cleaned_data
        return super().clean()

    def hold_still(self):
        """Let nobody else change the draft until the transaction ends.

        Raises StaleDecision where somebody has changed or published it in this very moment.
        """
        stored = gathering.locked(self.instance.pk)
        if not stored.is_draft or fingerprint(stored) != self.cleaned_data["seen"]:
            raise StaleDecision("Somebody has changed this since you opened it.")


def fingerprint(post):
    """Return what tells all that the form changes of a draft from what it was before."""
    labels = sorted(post.labels.values_list("pk", flat=True))
    seen = [post.kind, post.title, post.body, post.due_at, labels]
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def besides(post):
    """Return in words what a draft is beside its text."""
    labels = ", ".join(label.name for label in post.labels.order_by("name"))
    goes_out = post.due_at and f"goes out on {timezone.localtime(post.due_at):%-d %B, %H:%M}"
    return " · ".join(filter(None, [post.get_kind_display(), labels, goes_out]))
