"""One thing done with many submissions: chosen in the queue, seen on one page, then confirmed."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import admin, messages
from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_POST

from contributions.deidentify.finding import Severity
from contributions.markup import from_plain_text
from contributions.models import Submission
from moderation import bulk, opening, redaction
from moderation.opened_submission import Opened
from moderation.rows import Row, rows_of
from moderation.views.going_back import back, came_from

# What a confirming page has shown, it signs, so that nothing goes out that nobody has seen.
_signer = Signer(salt="moderation.bulk")


@dataclass(frozen=True)
class Item:
    """One that was chosen; `why_not` says why nothing is done with it, or "".

    `body` is what would go out, `hints` the words in it that may help to tell who is meant.
    """

    row: Row
    version: int
    why_not: str
    body: str = ""
    hints: tuple[str, ...] = ()
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
    items = []
    for row, opened in _opened(request, chosen):
        version = chosen[row.submission.pk]
        why_not = bulk.obstacle(way, opened, version, request.user) or way.second_thoughts(opened)
        if why_not:
            items.append(Item(row, version, why_not))
            continue
        token = _signer.sign(f"{way.name} {row.submission.pk}:{version}")
        body, hints = _as_it_goes_out(opened) if way.publishes else ("", ())
        items.append(Item(row, version, "", body, hints, token))
    return _page(request, "moderation/bulk.html", way, items, form=form, title=way.asks)


def done(request, way, chosen, data):
    """Do it with each, and say what was done and what was not."""
    items = [
        Item(row, version, bulk.carry_out(way, opened, version, request.user, data))
        for row, opened in _opened(request, chosen)
        for version in [chosen[row.submission.pk]]
    ]
    return _page(request, "moderation/bulk_done.html", way, items, title="What was done")


def _page(request, template, way, items, **more):
    context = {
        **admin.site.each_context(request),
        "way": way,
        "can": [item for item in items if not item.why_not],
        "cannot": [item for item in items if item.why_not],
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


def _as_it_goes_out(opened):
    """Return (the HTML of it, the words in it that the de-identifier advised on)."""
    words = opened.words
    hints = dict.fromkeys(
        words.text[start:end]
        for start, end, found in words.places("text")
        if found["severity"] == Severity.CAUTION and not found["replaced"]
    )
    _, text = redaction.finished(bulk.parts_of(opened))
    return from_plain_text(text), tuple(hints)


def _read(told):
    """Return (id, version) of "id:version", or None where it is neither."""
    pk, _, version = told.partition(":")
    try:
        return UUID(pk), int(version[:9])
    except ValueError:
        return None
