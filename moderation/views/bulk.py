"""One thing done with many submissions: chosen in the queue, seen on one page, then confirmed."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import admin, messages
from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_POST

from contributions.models import Submission, WatchedWord
from moderation import bulk, opening
from moderation.bulk import Look
from moderation.opened_submission import Opened
from moderation.rows import Row, rows_of
from moderation.views.going_back import back, came_from

# What a confirming page has shown, it signs, so that nothing goes out that nobody has seen.
_signer = Signer(salt="moderation.bulk")


@dataclass(frozen=True)
class Item:
    """One that was chosen, and the Look at it; `token` is what its button sends."""

    row: Row
    look: Look
    token: str = ""


@require_POST
def many(request):
    """Show what would be done with the chosen ones; when that is confirmed, do it and say so."""
    way = bulk.WAYS.get(request.POST.get("way"))
    if way is None:
        raise Http404
    confirmed = "confirmed" in request.POST
    chosen = seen(request, way) if confirmed else ticked(request)
    if not chosen or len(chosen) > bulk.MOST:
        messages.warning(
            request, f"Choose at least one, and at most {bulk.MOST} at a time. Nothing was done."
        )
        return back(request)
    form = way.form(request.POST if confirmed else None)
    if confirmed and form.is_valid():
        return done(request, way, chosen, form.cleaned_data)
    return confirm(request, way, chosen, form)


def ticked(request):
    """Return {id: version} of what was chosen in the queue."""
    return dict(filter(None, map(_read, request.POST.getlist("chosen"))))


def seen(request, way):
    """Return {id: version} of what a confirming page has shown for this way."""
    chosen = {}
    for token in request.POST.getlist("seen"):
        try:
            name, _, rest = _signer.unsign(token).partition(" ")
        except BadSignature:
            continue
        if name == way.name:
            chosen |= dict([_read(rest)])
    return chosen


def confirm(request, way, chosen, form):
    """Show each text as it would go out, and what cannot be done and why."""
    watched = list(WatchedWord.objects.in_order())
    items = []
    for row, opened in _opened(request, chosen):
        version = chosen[row.submission.pk]
        why_not = bulk.obstacle(way, opened, version, request.user)
        look = Look(why_not) if why_not else way.look(opened, watched)
        token = _signer.sign(f"{way.name} {row.submission.pk}:{version}")
        items.append(Item(row, look, "" if look.why_not else token))
    return _page(request, "moderation/bulk.html", way, items, form=form, title=way.asks)


def done(request, way, chosen, data):
    """Do it with each, and say what was done and what was not."""
    by = request.user
    items = [
        Item(row, Look(bulk.carry_out(way, opened, chosen[opened.submission.pk], by, data)))
        for row, opened in _opened(request, chosen)
    ]
    outcome = way.outcome(data)
    return _page(
        request, "moderation/bulk_done.html", way, items, outcome=outcome, title="What was done"
    )


def _page(request, template, way, items, **more):
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "way": way,
        "can": [item for item in items if not item.look.why_not],
        "cannot": [item for item in items if item.look.why_not],
        "next": came_from(request),
        **more,
    }
    return render(request, template, context)


def _opened(request, chosen):
    """Return (Row, Opened) of each that was chosen and is still there, in the order chosen."""
    desk = opening.in_hand(request)
    whole = Submission.objects.filter(pk__in=chosen).with_target().with_keys().in_bulk()
    return [
        (row, Opened.by(desk, whole[row.submission.pk]))
        for row in rows_of(list(chosen), desk, request.user)
    ]


def _read(told):
    """Return (id, version) of "id:version", or None where it is neither."""
    pk, _, version = told.partition(":")
    try:
        return UUID(pk), int(version[:9])
    except ValueError:
        return None
