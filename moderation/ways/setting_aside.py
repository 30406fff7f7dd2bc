"""Setting something aside: for now, or until a day; and taking it up again."""

from datetime import timedelta

from django import forms
from django.db.models import TextChoices
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Submission
from moderation import deciding
from moderation.ways.way import Way

USUALLY = timedelta(days=28)


class HoldReason(TextChoices):
    PROCEEDINGS = "proceedings", "Proceedings are going on"
    CHECKING = "checking", "Something must be checked first"
    SAFETY = "safety", "Somebody may be in danger"
    TIMING = "timing", "A better moment"
    OTHER = "other", "Other"


class HoldForm(forms.Form):
    hold_reason = forms.ChoiceField(
        label="Reason",
        choices=[("", "---------"), *HoldReason.choices],
        error_messages={"required": "Choose why it is held."},
    )
    held_until = forms.DateField(
        label="Until",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=dict.fromkeys(("required", "invalid"), "Choose a day after today."),
    )

    def clean_held_until(self):
        until = self.cleaned_data["held_until"]
        if until <= timezone.localdate():
            raise forms.ValidationError("Choose a day after today.")
        return until


class Hold(Way):
    name = panel = "hold"
    label = "Hold"
    key = "w"
    form_class = HoldForm

    def is_offered(self, opened):
        return opened.submission.state == State.WAITING

    def initial(self, opened):
        return {"held_until": timezone.localdate() + USUALLY}

    def carry_out(self, sitting, form):
        until, reason = form.cleaned_data["held_until"], form.cleaned_data["hold_reason"]
        deciding.hold(
            sitting.submission, sitting.version, by=sitting.by, until=until, reason=reason
        )
        return f"Held until {until:%-d %B %Y}."


class Resume(Way):
    name = panel = "resume"
    label = "Take up again"

    def is_offered(self, opened):
        return opened.submission.state == State.HELD

    def carry_out(self, sitting, form):
        deciding.resume(sitting.submission, sitting.version, by=sitting.by)
        return "Taken up again: it is back in the queue."


class Keep(Way):
    """Keep what was made of the text so far, and decide another time."""

    name = panel = "keep"
    label = "Keep the changes for later"
    uses_text = True

    def is_offered(self, opened):
        confidential = opened.submission.kind == Submission.Kind.CONFIDENTIAL
        return opened.submission.state == State.WAITING and not confidential

    def carry_out(self, sitting, form):
        deciding.keep(sitting.submission, sitting.version, by=sitting.by)
        return "Your changes are kept. It waits where it was."
