"""Asking the contributor, and taking up again what was asked about."""

from django import forms

from contributions.forms import TidyField
from contributions.lifecycle import State
from contributions.models import Submission
from moderation import deciding
from moderation.ways.way import Way

MAX_QUESTION = 2_000


class QuestionForm(forms.Form):
    question = TidyField(
        label="What you want to ask or say",
        max_length=MAX_QUESTION,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "true"}),
        help_text="The contributor reads it with the receipt. Name nobody.",
        error_messages={"required": "Write what you want to ask."},
    )


class Ask(Way):
    name = panel = "ask"
    label = "Ask the contributor"
    key = "q"
    form_class = QuestionForm

    def is_offered(self, opened):
        return opened.submission.state == State.WAITING

    def carry_out(self, sitting, form):
        deciding.ask(
            sitting.submission,
            sitting.version,
            by=sitting.by,
            key=sitting.opened.key,
            question=form.cleaned_data["question"],
            shown=self.shown(sitting),
        )
        return "Asked. The contributor sees it with the receipt."

    def shown(self, sitting):
        """Return the Finished text that is shown with the question, or None."""
        return None


class AskForConsent(Ask):
    """Show the contributor what would be published, and ask whether it may be."""

    name = "consent"
    key = ""
    uses_text = goes_out = True

    def is_offered(self, opened):
        confidential = opened.submission.kind == Submission.Kind.CONFIDENTIAL
        return super().is_offered(opened) and not confidential

    def shown(self, sitting):
        return sitting.finished


class StopWaiting(Way):
    name = panel = "return"
    label = "Take up again"

    def is_offered(self, opened):
        submission = opened.submission
        return submission.state == State.ASKED and not submission.waits_for_consent

    def carry_out(self, sitting, form):
        deciding.stop_waiting(sitting.submission, sitting.version, by=sitting.by)
        return "Taken up again without an answer."
