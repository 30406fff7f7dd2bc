"""The form of the review page: the marked text, and every way to decide on it."""

import hashlib
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from contributions.forms import TidyField
from contributions.lifecycle import State
from contributions.models import Post
from contributions.models.submission import MAX_TITLE
from contributions.review import MAX_FINISHED
from moderation import redaction
from moderation.actions import WITH_TEXT, Action, HoldReason, NowReason
from moderation.models import DeclineReason

# Marks add to the length of a text.
MAX_MARKED = 2 * MAX_FINISHED
POSTS_OFFERED = 40


MAX_QUESTION = 2_000


class ReviewForm(forms.Form):
    """Fields of all actions; an action asks only for its own.

    After `is_valid`, `parts` holds the marked text and `target` the (post, parent) of a reply.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    previewed = forms.CharField(required=False, widget=forms.HiddenInput)
    marked = TidyField(
        label="The text as it will go out",
        strip=False,
        max_length=MAX_MARKED,
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "true"}),
        help_text="Put [[double brackets]] round words to take out.",
    )
    category = forms.ChoiceField(label="What it is", choices=redaction.Category)
    reason = forms.ChoiceField(label="Why it goes", choices=redaction.Reason)
    title = TidyField(label="Title", required=False)
    post = forms.CharField(
        label="Under which post",
        required=False,
        max_length=300,
        help_text="Its address, such as /2026/11/a-title.html; #c9 at the end answers reply 9.",
        widget=forms.TextInput(attrs={"list": "posts"}),
    )
    now_reason = forms.ChoiceField(
        label="When",
        required=False,
        choices=[
            ("", "With its batch, some hours from now"),
            ("At once, because", NowReason.choices),
        ],
    )
    question = TidyField(
        label="What you want to ask or say",
        strip=False,
        required=False,
        max_length=MAX_QUESTION,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "true"}),
        help_text="The contributor reads it with the receipt. Name nobody.",
    )
    decline_reason = forms.ModelChoiceField(
        DeclineReason.objects.order_by("name"), label="Reason", required=False
    )
    held_until = forms.DateField(
        label="Until", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    hold_reason = forms.ChoiceField(
        label="Reason", required=False, choices=[("", "---------"), *HoldReason.choices]
    )

    def __init__(self, submission, action, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.submission = submission
        self.action = action
        self.parts = []
        for name in ("marked", "category", "reason"):
            self.fields[name].required = action in WITH_TEXT
        if submission.state == State.APPROVED:
            self.fields["now_reason"].label = "Why it cannot wait"
            self.fields["now_reason"].choices = [("", "---------"), *NowReason.choices]
        self.target = (None, None)

    @classmethod
    def opened(cls, submission, words):
        """Return the form as the review page first shows it, with the submission's Words."""
        title = redaction.without_marks(words.title)
        marked = redaction.without_marks(words.text)
        return cls(
            submission,
            Action.PREVIEW,
            initial={
                "version": submission.version,
                "marked": marked,
                "previewed": fingerprint(title, marked),
                "title": title,
                "post": submission.target_post.get_absolute_url() if submission.target_post else "",
                "reason": redaction.Reason.ANOTHER,
            },
        )

    @property
    def was_previewed(self):
        """Tell whether the editor has seen just this title and text as readers will."""
        data = self.cleaned_data
        return data["previewed"] == fingerprint(data["title"], data["marked"])

    def clean(self):
        data = super().clean()
        if {"marked", "category", "reason"} <= data.keys():
            self._clean_parts(data)
        check = getattr(self, f"_clean_{self.action}", None)
        if check:
            check(data)
        return data

    def _clean_parts(self, data):
        try:
            self.parts = redaction.parse(data["marked"], data["category"], data["reason"])
        except redaction.UnclosedMark as error:
            self.add_error("marked", str(error))

    def clean_title(self):
        """Refuse marks: a title is short enough to be written anew."""
        title = " ".join(self.cleaned_data["title"].split())
        if "[[" in title or "]]" in title:
            raise ValidationError("Brackets mark nothing in a title. Write it without the words.")
        return title

    def _clean_guest_blog(self, data):
        if not data.get("title", "").strip():
            self.add_error("title", "A guest blog needs a title.")
        elif len(redaction.finished(self.parts, data["title"])[0]) > MAX_TITLE:
            self.add_error("title", f"A title can have at most {MAX_TITLE} characters.")

    def _clean_reply(self, data):
        address = data.get("post", "").strip()
        match = re.search(r"/(\d{4})/(\d{2})/([-\w]+)\.html(?:#c(\d{1,9}))?$", address)
        found = (
            match
            and Post.objects.published()
            .filter(year=match[1], month=match[2], slug=match[3])
            .first()
        )
        if not found:
            self.add_error("post", "Give the address of a published post.")
            return
        own = self.submission.target_reply
        if match[4]:
            parent = found.replies.published().filter(number=match[4]).first()
            if not parent:
                self.add_error("post", f"There is no reply {match[4]} under that post.")
        else:
            parent = own if own and own.post_id == found.pk and own.is_published else None
        self.target = (found, parent)

    def _clean_ask(self, data):
        if not data.get("question", "").strip():
            self.add_error("question", "Write what you want to ask.")

    _clean_consent = _clean_ask

    def _clean_now(self, data):
        if not data.get("now_reason"):
            self.add_error("now_reason", "Choose why it cannot wait.")

    def _clean_decline(self, data):
        if not data.get("decline_reason"):
            self.add_error("decline_reason", "Choose why it is declined.")

    def _clean_hold(self, data):
        until = data.get("held_until")
        if not until or until <= timezone.localdate():
            self.add_error("held_until", "Choose a day after today.")
        if not data.get("hold_reason"):
            self.add_error("hold_reason", "Choose why it is held.")


def fingerprint(title, marked):
    """Return what tells two titles with marked texts apart."""
    return hashlib.sha256(f"{title}\n{marked}".encode()).hexdigest()
