"""The bin and the end of confidential notes; and taking something out of the bin."""

from django import forms

from contributions.lifecycle import State
from contributions.models import Submission
from moderation import deciding
from moderation.models import DeclineReason
from moderation.ways.way import Way


class DeclineForm(forms.Form):
    decline_reason = forms.ModelChoiceField(
        DeclineReason.objects.order_by("name"),
        label="Reason",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose why it is declined."),
    )


class Decline(Way):
    name = panel = "decline"
    label = "Bin"
    key = "Delete"
    form_class = DeclineForm
    blind = True

    def is_offered(self, opened):
        submission = opened.submission
        confidential = submission.kind == Submission.Kind.CONFIDENTIAL
        return submission.state == State.WAITING and not confidential

    def carry_out(self, sitting, form):
        reason = form.cleaned_data["decline_reason"]
        deciding.decline(sitting.submission, sitting.version, by=sitting.by, reason=reason)
        return "Declined. You find it in the bin."


class Reconsider(Way):
    name = panel = "reconsider"
    label = "Bring back to the queue"

    def is_offered(self, opened):
        return opened.submission.state == State.DECLINED and opened.submission.has_words

    def carry_out(self, sitting, form):
        deciding.reconsider(sitting.submission, sitting.version, by=sitting.by)
        return "Brought back to the queue."


class Close(Way):
    """Settle a confidential note that has been read and dealt with."""

    name = panel = "close"
    label = "Close"
    key = "Delete"
    blind = True

    def is_offered(self, opened):
        submission = opened.submission
        confidential = submission.kind == Submission.Kind.CONFIDENTIAL
        return submission.state == State.WAITING and confidential

    def carry_out(self, sitting, form):
        deciding.close(sitting.submission, sitting.version, by=sitting.by)
        return "Closed."
