"""Complaints at the desk: one with all that can be done about it, and the list of all."""

from django import forms
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Complaint
from contributions.models.complaint import State
from contributions.models.publication import WrongStatus
from contributions.sealing import CannotOpen
from moderation import complaints, opening
from moderation.addresses import change_address
from moderation.models import Decision

SIZE = 50
STALE = (
    "Nothing was done, because somebody has changed this since you opened it. This is how it "
    "stands now."
)
GONE = "Nothing was done: what it is about is not public any more."


class DoneForm(forms.Form):
    """What was done about a complaint; `action` is the button that was pressed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label="What was done",
        choices=[("", "---------"), *complaints.Outcome.choices],
        required=False,
    )

    def __init__(self, action, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.action = action

    def clean(self):
        data = super().clean()
        if self.action in ("answer", "close") and not data.get("outcome"):
            self.add_error("outcome", "Choose what was done.")
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request, pk):
    """Show one complaint, or do what a button of its page says."""
    rows = Complaint.objects.select_related("post", "reply__post")
    found = get_object_or_404(rows, pk=pk)
    if request.method != "POST":
        return page(request, found, DoneForm("", initial={"version": found.version}))
    action = request.POST.get("action")
    form = DoneForm(action, request.POST)
    if not form.is_valid():
        return page(request, found, form, status=422)
    try:
        said = carry_out(action, found, form.cleaned_data, request.user)
    except (StaleDecision, IllegalMove):
        return as_it_stands(request, rows.get(pk=pk), STALE)
    except WrongStatus:
        return as_it_stands(request, rows.get(pk=pk), GONE)
    messages.success(request, said)
    return redirect("admin:complaint", pk=pk)


def carry_out(action, found, data, user):
    """Do what was chosen, and return the sentence that says it was done."""
    version, outcome = data["version"], data["outcome"]
    match action:
        case "take_down" if may_take_down(user, found):
            complaints.take_down(found, version, by=user)
            return "Taken down. Whoever complained still waits for your answer."
        case "answer":
            complaints.answer(found, version, by=user, outcome=outcome)
            return "Answered: the clock has stopped."
        case "close":
            complaints.close(found, version, by=user, outcome=outcome)
            return f"Closed. What it says is deleted on {found.goes_on:%-d %B %Y}."
        case "reopen":
            complaints.reopen(found, version, by=user)
            return "Taken up again."
    raise IllegalMove("There is no such step.")


def may_take_down(user, found):
    """Tell whether a member may retract what it is about, and it is public."""
    target = found.target
    if target is None or not target.is_published:
        return False
    return user.has_perm(f"contributions.change_{target._meta.model_name}")


def as_it_stands(request, found, message):
    """Say why nothing was done, and show the complaint anew."""
    messages.error(request, message)
    form = DoneForm("", initial={"version": found.version})
    return page(request, found, form, status=409)


def page(request, found, form, status=200):
    """Show a complaint, opened, with what can be done about it."""
    [(_, clock)] = complaints.with_clocks([found])
    try:
        answers = found.answers(opening.in_hand(request))
    except CannotOpen:
        answers = []
    context = {
        **admin.site.each_context(request),
        "title": found,
        "complaint": found,
        "answers": answers,
        "clock": clock,
        "form": form,
        "may_take_down": may_take_down(request.user, found),
        "change_address": found.target and change_address(found.target),
        "decisions": done_about(found),
    }
    return render(request, "moderation/complaint.html", context, status=status)


def done_about(found):
    """Return (decision, what was done) of each record about a complaint."""
    outcomes = dict(complaints.Outcome.choices)
    decisions = Decision.objects.in_order().filter(complaint=found.pk)
    return [(decision, outcomes.get(decision.reason, "")) for decision in decisions]


@require_safe
def complaint_list(request):
    """List the complaints that are open, answered or closed."""
    states = {
        State.OPEN: Complaint.objects.open().oldest_first(),
        State.ANSWERED: Complaint.objects.answered().oldest_first(),
        State.CLOSED: Complaint.objects.closed().newest_first(),
    }
    state = request.GET.get("state")
    state = state if state in states else State.CLOSED
    listed = Paginator(states[state].with_target(), SIZE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": "Complaints",
        "page": listed,
        "rows": complaints.with_clocks(listed),
        "state": state,
        "states": [(each, each.label, rows.count()) for each, rows in states.items()],
    }
    return render(request, "moderation/complaints.html", context)
