"""The one switch that stops all publication, and starts it again."""

from django import forms
from django.db.models import TextChoices
from django.utils import timezone

from contributions.models import SiteSettings
from moderation.models import Decision
from moderation.recording import recorded


class StopReason(TextChoices):
    MISTAKE = "mistake", "Something went out, or will, that should not"
    LEGAL = "legal", "The law may be against it"
    INTRUDER = "intruder", "Somebody may be at the desk who should not"
    AWAY = "away", "Nobody is there to look after it"
    OTHER = "other", "Another reason"


class StopForm(forms.Form):
    """Why all publication stops."""

    reason = forms.ChoiceField(
        label="Why",
        choices=StopReason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why everything stops."},
    )


@recorded
def stop(*, by, reason):
    """Let nothing more go out, for a class of reason; tell whether it was not stopped already.

    When this returns, nothing is on its way out.
    """
    stopped = SiteSettings.stop_publication(timezone.now())
    if stopped:
        Decision.objects.record(Decision.What.STOP, by=by, reason=reason)
    return stopped


@recorded
def start(*, by):
    """Let things go out again, what is overdue with the next batch; tell whether it was stopped."""
    started = SiteSettings.start_publication()
    if started:
        Decision.objects.record(Decision.What.START, by=by)
    return started
