"""Which records an editor wants to see: on one item, by one editor, of some days, of one act."""

import re
from urllib.parse import urlsplit

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve

from contributions.models import Post, Reply, Submission
from moderation.models import Decision


class RecordFilter(forms.Form):
    """What is left empty does not narrow."""

    item = forms.CharField(
        label="On",
        required=False,
        max_length=300,
        help_text="The address of a text at the desk, of a post, or of a reply.",
    )
    by = forms.ModelChoiceField(
        User.objects.order_by("username"), label="By", required=False, empty_label="Everybody"
    )
    what = forms.ChoiceField(
        label="What was done", required=False, choices=[("", "Anything"), *Decision.What.choices]
    )
    since = forms.DateField(
        label="From", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label="To", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_item(self):
        """Return what the address leads to, or None."""
        address = self.cleaned_data["item"]
        if not address:
            return None
        try:
            parts = urlsplit(address)
            found = _at(resolve(parts.path), parts.fragment)
        except (Resolver404, ValueError):
            found = None
        if not found:
            raise ValidationError("No text, post or reply has this address.")
        return found

    def matching(self):
        """Return the records that fit; none where the form is not valid."""
        if not self.is_valid():
            return Decision.objects.none()
        records, wanted = Decision.objects.all(), self.cleaned_data
        if wanted["item"]:
            records = records.about(wanted["item"])
        if wanted["by"]:
            records = records.filter(by=wanted["by"])
        if wanted["what"]:
            records = records.filter(what=wanted["what"])
        if wanted["since"]:
            records = records.filter(decided_at__date__gte=wanted["since"])
        if wanted["until"]:
            records = records.filter(decided_at__date__lte=wanted["until"])
        return records


def _at(match, fragment):
    """Return the submission, post or reply that an address leads to, or None."""
    match match.url_name:
        case "review":
            return Submission.objects.filter(pk=match.kwargs["pk"]).first()
        case "contributions_post_change":
            return Post.objects.filter(pk=_number(match.kwargs["object_id"])).first()
        case "contributions_reply_change":
            return Reply.objects.filter(pk=_number(match.kwargs["object_id"])).first()
        case "post":
            post = Post.objects.filter(**match.kwargs).first()
            if post and fragment:
                return post.replies.filter(number=_number(fragment.removeprefix("c"))).first()
            return post
    return None


def _number(digits):
    """Return digits as a number that a database knows, or None."""
    return int(digits) if re.fullmatch("[0-9]{1,9}", digits) else None
