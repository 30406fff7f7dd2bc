"""The schedule: what goes out when, moved, published now, or taken back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models.publication import WrongStatus
from contributions.sealing import CannotOpen
from moderation import timetable
from moderation.claims import ClaimedByOther
from moderation.schedule_form import ScheduleForm

GONE = "This is no longer on the schedule: it has gone out, or somebody has taken it back."
STALE = "Nothing was changed: somebody has given this another time since you opened the schedule."
NO_KEY = "Nothing was changed: this cannot be opened. Take it back and approve it again."


@require_safe
def schedule(request):
    """Show what goes out when."""
    return page(request)


@require_POST
def text(request, pk):
    """Change when an approved text goes out."""
    return change(request, timetable.approved_text(pk))


@require_POST
def draft(request, pk):
    """Change when an editor's own draft goes out."""
    return change(request, timetable.scheduled_draft(pk))


def change(request, entry):
    """Do with an entry what its form asks; `entry` is None where it is no longer there."""
    if entry is None:
        return refused(request, GONE)
    if not request.user.has_perm(entry.right):
        raise PermissionDenied
    form = ScheduleForm(request.POST, auto_id=f"id_{entry.pk}_%s")
    if not form.is_valid():
        return page(request, entry, form, status=422)
    try:
        messages.success(request, form.carry_out(entry, by=request.user))
    except (StaleDecision, IllegalMove):
        return refused(request, STALE)
    except (ClaimedByOther, WrongStatus) as error:
        return refused(request, str(error))
    except CannotOpen:
        return refused(request, NO_KEY)
    return redirect("admin:schedule")


def refused(request, why):
    messages.error(request, why)
    return page(request, status=409)


def page(request, changed=None, form=None, status=200):
    """Show the schedule, one entry perhaps with its form as it was filled in."""

    def form_of(entry):
        if not request.user.has_perm(entry.right):
            return None
        return form if entry == changed else ScheduleForm.of(entry)

    batches, left_off = timetable.timetable(timezone.now())
    context = {
        **admin.site.each_context(request),
        "title": "Schedule",
        "batches": [
            (batch, [(entry, form_of(entry)) for entry in batch.entries]) for batch in batches
        ],
        "left_off": left_off,
    }
    return render(request, "moderation/schedule.html", context, status=status)
