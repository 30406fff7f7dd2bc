"""The one switch that stops all publication: asked for, confirmed, and turned back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from contributions.models import ApprovedCopy, Post, SiteSettings
from moderation import stopping
from moderation.stopping import StopForm


@require_http_methods(["GET", "HEAD", "POST"])
def stop_publication(request):
    """Ask why all publication is to stop; or, of an editor, whether it is to go on."""
    form = StopForm(request.POST or None)
    may_start = request.user.has_perm("contributions.change_post")
    if request.POST.get("turn") == "on":
        if not may_start:
            raise PermissionDenied
        started = stopping.start(by=request.user)
        messages.success(request, "Publication goes on." if started else "It was not stopped.")
        return redirect("admin:schedule")
    if form.is_valid():
        stopped = stopping.stop(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(
            request, "All publication is stopped." if stopped else "It was stopped already."
        )
        return redirect("admin:schedule")
    now = timezone.now()
    context = {
        **admin.site.each_context(request),
        "title": "Publication",
        "form": form,
        "may_start": may_start,
        "stopped_at": SiteSettings.current().stopped_at,
        "overdue": ApprovedCopy.objects.due(now).count() + Post.objects.due(now).count(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "moderation/stopping.html", context, status=status)
