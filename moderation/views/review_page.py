"""What the review page shows."""

from django.contrib import admin
from django.shortcuts import render
from django.urls import reverse

from contributions.lifecycle import State
from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, Post
from contributions.review import in_pieces
from contributions.sealing import CannotOpen
from moderation import claims, opening, triage
from moderation.alike import alike
from moderation.difference import difference
from moderation.identifying import traces
from moderation.models import CannedPhrase
from moderation.notes import NoteForm, notes_on
from moderation.queueing import Filters
from moderation.suggesting import suggestions
from moderation.taking_back import just_decided
from moderation.views import shortcuts
from moderation.watching import watched_in
from moderation.ways import offered

POSTS_OFFERED = 40


def page(request, sitting, chosen=None, form=None, *, note_form=None, status=200):
    """Show the submission with what was found in it, what goes out, and the ways to decide.

    `chosen` and `form` are the way that could not be gone, and its form; `note_form` holds a note
    that could not be stored. A script that has changed the text asks for the part alone that shows
    what goes out.
    """
    opened, outgoing = sitting.opened, sitting.outgoing
    submission, words = opened.submission, opened.words
    ways = offered(opened)
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        **goes_out(sitting),
        "title": submission,
        "submission": submission,
        "outgoing": outgoing,
        "form": form,
        "ways": [way.name for way in ways],
        "can_be_redacted": any(way.uses_text for way in ways),
    }
    if request.headers.get("X-Part") == "goes-out":
        return render(request, "moderation/_part.html", context, status=status)
    desk = opening.in_hand(request)
    note_form = note_form or NoteForm(initial={"note": request.POST.get("note", "")})
    if ways:
        note_form = note_form.beside("decide")
    context |= claims.shown(submission, request.user) | {
        "next": onward(request, submission.pk),
        "previous": onward(request, submission.pk, "previous"),
        "just_decided": just_decided(request.user),
        "words": words,
        "is_lost": opened.is_lost,
        "came_back_with": opened.came_back_with,
        "messages_so_far": opened.messages,
        "notes": notes_on(submission, desk, request.user),
        "note_form": note_form,
        "phrases": CannedPhrase.objects.by_name(),
        "pieces": in_pieces(words.text, words.places("text")),
        "title_pieces": in_pieces(words.title, words.places("title")),
        "kept_as_written": [finding for finding in words.findings if finding["kept"]],
        "panels": [
            (way, form if chosen and chosen.panel == way.panel else begun(way, request, opened))
            for way in ways
            if way.panel == way.name
        ],
        "keys": shortcuts.keys(),
        "chosen": chosen and chosen.panel,
        "approved": approved(submission) if submission.state == State.APPROVED else None,
        "watched": watched_in(words, opened.answers),
        "alike": alike(submission, words, desk) if words.text else [],
        "decisions": submission.decisions.in_order(),
        "posts": Post.objects.published().newest_first().headings()[:POSTS_OFFERED],
    }
    return render(request, "moderation/review.html", context, status=status)


def begun(way, request, opened):
    """Return the form of a way that was not chosen, with what is written in it so far."""
    form = way.form(opened)
    form.initial |= {name: request.POST[name] for name in form.fields if name in request.POST}
    return form


def goes_out(sitting):
    """Return what is said of the text as it would go out; nothing while its marks are amiss."""
    outgoing, words = sitting.outgoing, sitting.opened.words
    if not outgoing.draft.marked:
        return {"finished": None}
    finished = sitting.finished
    return {
        "finished": finished,
        "body": from_plain_text(finished.text),
        "difference": difference(words.text, finished.text),
        "marks": list(zip(sitting.marks, suggestions(outgoing.parts), strict=True)),
        "look": sitting.look,
        "traces": traces(sitting.look.words),
        "flags": flagged(sitting),
        "is_red": sitting.is_red,
        "cover": triage.cover([flag.id for flag in sitting.flags]),
    }


def flagged(sitting):
    """Return (flag, the words that raised it) of each flag, the weightiest first."""
    words = sitting.look.words
    return [
        (
            flag,
            [
                *(words.title[start:end] for start, end in flag.title_triggers),
                *(words.text[start:end] for start, end in flag.triggers),
            ],
        )
        for flag in sitting.flags
    ]


def approved(submission):
    """Return {"title", "body"} of what waits for its batch; None where that cannot be opened."""
    try:
        finished = submission.approved_copy.opened()
    except (ApprovedCopy.DoesNotExist, CannotOpen):
        return None
    return {"title": finished.title, "body": from_plain_text(finished.text)}


def onward(request, pk, way="next"):
    """Return the address that leads to the next submission, or the previous one, in the queue."""
    query = Filters.read(request.GET).query
    return reverse(f"admin:{way}", args=[pk]) + (f"?{query}" if query else "")
