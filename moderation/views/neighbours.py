"""From one submission to the next or the one before, in the order of the queue."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from contributions.models import Submission
from moderation import opening
from moderation.queueing import Filters, listed


@require_safe
def neighbour(request, pk, step):
    """Lead to the submission so many steps on, through the filters that the address carries.

    One that has left the view meanwhile, because it was decided on, counts from where it was.
    """
    get_object_or_404(Submission, pk=pk)
    filters = Filters.read(request.GET)
    ids = list(listed(filters, opening.in_hand(request), with_pk=pk).ids)
    place = ids.index(pk) + step if pk in ids else -1
    query = f"?{filters.query}" if filters.query else ""
    if 0 <= place < len(ids):
        return redirect(reverse("admin:review", args=[ids[place]]) + query)
    messages.info(request, "That was the last one here." if step > 0 else "That was the first one.")
    return redirect(reverse("admin:desk") + query)
