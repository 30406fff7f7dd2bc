"""The forms in which something is given another time to go out."""

from datetime import timedelta

from django import forms
from django.db.models import TextChoices
from django.utils import timezone

from moderation import schedule
from moderation.outgoing import NowReason
from moderation.recording import recorded

LONGEST_WAIT = timedelta(days=60)


class WhenForm(forms.Form):
    """A day and a time of day by London's clocks.

    After `is_valid`, `due_at` is the moment, or None where neither was given.
    """

    day = forms.DateField(
        label="Day", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    clock = forms.TimeField(
        label="Time", required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )

    def clean(self):
        data = super().clean()
        day, clock = data.get("day"), data.get("clock")
        self.due_at = None
        if day and clock:
            now = timezone.now()
            self.due_at = schedule.on_the_clock(day, clock.replace(second=0, microsecond=0))
            if self.due_at <= now:
                self.add_error("day", "Choose a time to come.")
            elif self.due_at > now + LONGEST_WAIT:
                self.add_error("day", f"Choose a day within {LONGEST_WAIT.days} days.")
        elif day and "clock" not in self.errors:
            self.add_error("clock", "Give the time of day as well.")
        elif clock and "day" not in self.errors:
            self.add_error("day", "Give the day as well.")
        return data


def as_it_stands(due_at):
    """Return the fields of a WhenForm for this moment."""
    local = timezone.localtime(due_at)
    return {"day": local.date(), "clock": local.time().replace(second=0, microsecond=0)}


class Change(TextChoices):
    MOVE = "move", "Move"
    NOW = "now", "Publish now"
    TAKE_BACK = "take_back", "Take back"


class ScheduleForm(WhenForm):
    """What is done with one entry of the schedule; each action asks only for its own fields."""

    action = forms.ChoiceField(
        choices=Change, error_messages={"required": "Press one of the buttons."}
    )
    seen = forms.IntegerField(min_value=0, max_value=2**33, widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label="Publish now, because",
        required=False,
        choices=[("", "---------"), *NowReason.choices],
    )

    @classmethod
    def of(cls, entry):
        """Return the form as the schedule first shows it."""
        initial = as_it_stands(entry.due_at) | {"seen": entry.seen}
        return cls(initial=initial, auto_id=f"id_{entry.pk}_%s")

    def clean(self):
        if self.cleaned_data.get("action") == Change.MOVE:
            data = super().clean()
            if not self.due_at and not self.errors:
                self.add_error("day", "Choose the day and the time.")
            return data
        if self.cleaned_data.get("action") == Change.NOW and not self.cleaned_data.get("reason"):
            self.add_error("reason", "Choose why it cannot wait.")
        return self.cleaned_data

    @recorded
    def carry_out(self, entry, *, by):
        """Do it; return what was done in words that name nothing.

        Raises ClaimedByOther, StaleDecision, IllegalMove, WrongStatus or CannotOpen, with nothing
        changed.
        """
        entry.take(by)
        seen = self.cleaned_data["seen"]
        match self.cleaned_data["action"]:
            case Change.MOVE:
                entry.move(seen, self.due_at, by=by)
                return f"It goes out on {timezone.localtime(self.due_at):%A %-d %B at %H:%M}."
            case Change.NOW:
                entry.publish(seen, self.cleaned_data["reason"], by=by)
                return "It is public."
            case Change.TAKE_BACK:
                entry.take_back(seen, by=by)
        return "It is taken back, and goes out only when it is approved again."
