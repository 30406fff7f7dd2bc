"""The page on which a published reply becomes a guest blog, or an account in a digest."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from contributions.forms import TidyField
from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Post, Reply
from contributions.models.publication import WrongStatus
from moderation.converting import convert_to_guest_blog, convert_to_item


class ConvertForm(forms.Form):
    """What a button sends as `action` says what the reply becomes, and which field that needs."""

    title = TidyField(
        label="Title", required=False, max_length=Post._meta.get_field("title").max_length
    )
    digest = forms.ModelChoiceField(
        Post.objects.digests().headings().order_by("-pk"),
        label="Which digest",
        required=False,
        error_messages={"invalid_choice": "Choose a digest."},
    )

    def clean(self):
        data = super().clean()
        if self.data.get("action") == "digest":
            if not data.get("digest"):
                self.add_error("digest", "Choose a digest.")
        elif not data.get("title"):
            self.add_error("title", "A guest blog needs a title.")
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def convert(request, pk):
    """Show what a published reply can become, and make it that."""
    reply = get_object_or_404(Reply.objects.select_related("post"), pk=pk)
    form = ConvertForm(request.POST or None)
    if form.is_valid():
        try:
            messages.success(request, carry_out(reply, form, by=request.user))
            return redirect("admin:contributions_reply_change", pk)
        except (WrongStatus, StaleDecision, IllegalMove) as error:
            form.add_error(None, str(error))
    context = {
        **admin.site.each_context(request),
        "title": "Make something else of a reply",
        "reply": reply,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "moderation/convert.html", context, status=status)


def carry_out(reply, form, *, by):
    """Make of the reply what the form says, and return the sentence that says so."""
    if form.data.get("action") != "digest":
        post = convert_to_guest_blog(reply, form.cleaned_data["title"], by=by)
        return f"It is now Guest Blog {post.number}. Its old address leads there."
    item = convert_to_item(reply, form.cleaned_data["digest"], by=by)
    if item.is_published:
        return f"It is now {item.heading}. Its old address leads there."
    return "It is gathered, and moves when the digest goes out. Until then it stays where it is."
