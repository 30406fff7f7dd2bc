"""Writing and deleting notes between editors; the review page shows them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from contributions.lifecycle import IllegalMove
from contributions.models import Submission
from moderation import opening
from moderation.models import Note
from moderation.notes import NoteForm
from moderation.opened_submission import Opened
from moderation.outgoing import OutgoingForm
from moderation.sitting import Sitting
from moderation.views.review_page import page

MAY_NOT = "Only who wrote a note, or an editor, may delete it."


@require_POST
def write_note(request, pk):
    """Store a note on a submission, or give it back with what was wrong."""
    submission = get_object_or_404(Submission.objects.with_target().with_keys(), pk=pk)
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            Note.write(submission, form.cleaned_data["note"], by=request.user)
        except IllegalMove as error:
            form.add_error("note", f"{error} So it takes no more notes.")
            submission.refresh_from_db()
    opened = Opened.by(opening.in_hand(request), submission)
    outgoing = OutgoingForm(request.POST)
    if "marked" not in request.POST or not outgoing.is_valid():  # There is no text to give back.
        outgoing = OutgoingForm.begun(opened)
    if form.is_valid() and outgoing.draft == opened.draft:
        return to_notes(submission)
    # What was changed in the text beside the note is given back, not yet kept.
    kept = form.is_valid()
    sitting = Sitting(opened, outgoing, request.user)
    note_form = NoteForm() if kept else form
    return page(request, sitting, note_form=note_form, status=200 if kept else 422)


@require_POST
def delete_note(request, pk, note):
    """Delete a note for good."""
    submission = get_object_or_404(Submission, pk=pk)
    found = submission.notes.filter(pk=note)
    if not found:
        messages.info(request, "That note was deleted already.")
    elif not found.get().may_be_deleted_by(request.user):
        raise PermissionDenied(MAY_NOT)
    elif found.erase():
        messages.success(request, "The note is deleted.")
    return to_notes(submission)


def to_notes(submission):
    """Lead back to the notes on the review page."""
    return redirect(reverse("admin:review", args=[submission.pk]) + "#notes")
