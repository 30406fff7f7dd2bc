"""What can be done with what is approved and waits for its batch."""

from django import forms

from contributions.lifecycle import State
from moderation import deciding
from moderation.outgoing import NowReason
from moderation.ways.approving import publish_at_once
from moderation.ways.way import Way


class Undo(Way):
    name = panel = "undo"
    label = "Take the approval back"
    key = "u"

    def is_offered(self, opened):
        return opened.submission.state == State.APPROVED

    def carry_out(self, sitting, form):
        deciding.undo(sitting.submission, sitting.version, by=sitting.by)
        return "The approval is taken back: it waits again."


class PublishNowForm(forms.Form):
    now_reason = forms.ChoiceField(
        label="Why it cannot wait",
        choices=[("", "---------"), *NowReason.choices],
        error_messages={"required": "Choose why it cannot wait."},
    )


class PublishNow(Way):
    name = panel = "now"
    label = "Publish at once"
    form_class = PublishNowForm

    def is_offered(self, opened):
        submission = opened.submission
        return submission.state == State.APPROVED and not submission.waits_for_digest

    def carry_out(self, sitting, form):
        reason = form.cleaned_data["now_reason"]
        return publish_at_once(sitting.submission, sitting.version, reason, by=sitting.by)
