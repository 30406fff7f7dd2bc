"""The pages on which a digest is gathered, put in order, looked at and sent out."""

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Post
from contributions.models.publication import WrongStatus
from contributions.sealing import CannotOpen
from moderation import gathering, publishing
from moderation.converting import convert_to_item
from moderation.digest_form import DigestForm, NewDigestForm
from moderation.recording import recorded

POSTS_OFFERED = 40
CHANGED = "Somebody is doing something with one of these accounts just now. Try again."


@require_http_methods(["GET", "HEAD", "POST"])
def digests(request):
    """List the digests that are being gathered, or begin one."""
    form = NewDigestForm(request.POST or None)
    if form.is_valid():
        digest = form.save()
        return redirect("admin:digest", digest.pk)
    context = {
        **admin.site.each_context(request),
        "title": "Digests",
        "digests": Post.objects.digests_in_hand().with_number_of_accounts(),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "moderation/digests.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def digest(request, pk):
    """Show a digest that is being gathered; keep what was changed, and do what was asked."""
    found = get_object_or_404(Post.objects.digests(), pk=pk)
    if not found.is_draft and request.method != "POST":
        messages.info(request, "This digest has been published.")
        return redirect("admin:contributions_post_change", pk)
    action, _, item = request.POST.get("action", "").partition("-")
    items = list(gathering.accounts(found))
    if request.method != "POST":
        return page(request, DigestForm(digest=found, items=items))
    form = DigestForm(request.POST, digest=found, items=items, action=action)
    if not found.is_draft:
        form.add_error(None, gathering.PUBLISHED)
        return page(request, form, status=409)
    if not form.is_valid():
        return page(request, form, status=422)
    try:
        said = carry_out(action, item, form, by=request.user)
    except gathering.StaleDigest as error:
        form = DigestForm.given_back(request.POST, found)
        form.add_error(None, str(error))
    except WrongStatus as error:
        form.add_error(None, str(error))
    except (StaleDecision, IllegalMove):
        form.add_error(None, CHANGED)
    except CannotOpen:
        form.add_error(None, "An account cannot be opened: the publication key was changed.")
    else:
        messages.success(request, said)
        return redirect("admin:digest", pk)
    return page(request, form, status=409)


@recorded
def carry_out(action, item, form, *, by):
    """Keep title, introduction and order, do what was asked besides, and say what was done."""
    found, data = form.instance, form.cleaned_data
    gathering.keep(found, data["seen"], data["title"], data["body"])
    gathering.put_in_order(found, form.places)
    match action:
        case "up" | "down":
            gathering.shift(_item(found, item), -1 if action == "up" else 1)
            return "Moved."
        case "leave":
            gathering.leave_out(_item(found, item), by=by)
            return "Taken out."
        case "add":
            for reply in form.replies:
                convert_to_item(reply, found, by=by)
            return f"Added: {len(form.replies)}. Each moves here when the digest goes out."
        case "approve":
            due = timezone.localtime(gathering.approve(found, by=by))
            return f"Approved. It goes out on {due:%-d %B at %H:%M}."
        case "back":
            gathering.take_back(found, by=by)
            return "The approval is taken back."
        case "now":
            publishing.publish_post(found, by=by, reason=data["now_reason"])
            return "Published."
    return "Saved."


def page(request, form, status=200):
    """Show the form of a digest, and the digest just as readers will see it."""
    found = form.instance
    items = [(item, form.place_of(item)) for item in form.items]
    shown = Post.objects.get(pk=found.pk)
    context = {
        **admin.site.each_context(request),
        "title": shown.title,
        "digest": shown,
        "form": form,
        "items": items,
        "accounts": in_place(item for item, _ in items),
        "posts": Post.objects.published().newest_first().headings()[:POSTS_OFFERED],
    }
    return render(request, "moderation/digest.html", context, status=status)


def in_place(items):
    """Return the accounts that are left with body and number as readers will see them."""
    left = [item for item in items if read(item)]
    for number, item in enumerate(left, 1):
        item.number = number
    return left


def read(item):
    """Put the words into a draft account for this page alone; tell whether it has any."""
    try:
        item.body = gathering.body_of(item)
    except CannotOpen:
        item.body = ""
    return item.body


def _item(found, pk):
    item = found.items.drafts().filter(pk=pk if pk.isdecimal() else 0).first()
    if item is None:
        raise WrongStatus("Nothing was changed: this account is not in the digest any more.")
    return item
