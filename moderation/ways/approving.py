"""Approving what waits: as a guest blog, or as a reply."""

from django import forms
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import ApprovedCopy, Reply, Submission
from contributions.models.submission import MAX_TITLE
from moderation import deciding, publishing
from moderation.addresses import post_at
from moderation.outgoing import Basis
from moderation.ways.way import Way

Route = ApprovedCopy.Route


class Approve(Way):
    """What the routes share: a basis where a flag is red, a second editor, and when it goes out."""

    uses_text = goes_out = True

    def is_offered(self, opened):
        submission = opened.submission
        confidential = submission.kind == Submission.Kind.CONFIDENTIAL
        return submission.state == State.WAITING and not confidential

    def check(self, sitting, form):
        if sitting.is_red and not sitting.basis:
            sitting.outgoing.add_error("basis", "A red flag is raised: choose on what basis.")
        elif sitting.is_red and sitting.basis == Basis.OTHER and not sitting.basis_note:
            sitting.outgoing.add_error("basis_note", "Note what the basis is.")

    def where(self, form):
        """Return what `deciding.approve` is told of the place where it goes."""
        return {}

    def carry_out(self, sitting, form):
        submission, version, by = sitting.submission, sitting.version, sitting.by
        record = {"by": by, "basis": sitting.basis, "marks": sitting.marks}
        if sitting.needs_a_second_editor:
            deciding.endorse(submission, version, **record)
            return "That is the first of two approvals. A second editor has to approve it as well."
        copy = deciding.approve(
            submission,
            version,
            route=self.name,
            finished=sitting.finished,
            **record,
            **self.where(form),
        )
        if sitting.now_reason:
            return publish_at_once(submission, submission.version, sitting.now_reason, by=by)
        return f"Approved. It goes out {self.when(copy)}."

    def when(self, copy):
        """Say when an approved copy goes out."""
        return f"on {timezone.localtime(copy.due_at):%-d %B at %H:%M}"


class AsGuestBlog(Approve):
    name = panel = Route.GUEST_BLOG.value
    label = "Guest blog"
    key = "g"

    def check(self, sitting, form):
        super().check(sitting, form)
        title = sitting.finished.title
        if not title:
            sitting.outgoing.add_error("title", "A guest blog needs a title.")
        elif len(title) > MAX_TITLE:
            problem = f"A title can have at most {MAX_TITLE} characters."
            sitting.outgoing.add_error("title", problem)


class ReplyForm(forms.Form):
    """After `is_valid`, `target` is the (post, parent) under which it goes."""

    post = forms.CharField(
        label="Under which post",
        required=False,
        max_length=300,
        help_text="Its address, such as /2026/11/a-title.html; #c9 at the end answers reply 9.",
        widget=forms.TextInput(attrs={"list": "posts"}),
    )

    def __init__(self, *args, own_target=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.own_target = own_target
        self.target = (None, None)

    def clean_post(self):
        address = self.cleaned_data["post"].strip()
        found, number = post_at(address)
        if not found:
            raise forms.ValidationError("Give the address of a published post.")
        parent, own = None, self.own_target
        if number:
            parent = found.replies.published().filter(number=number).first()
            if not parent:
                raise forms.ValidationError(f"There is no reply {number} under that post.")
        elif own and own.post_id == found.pk and own.is_published:
            parent = own
        self.target = (found, parent)
        return address


class AsReply(Approve):
    name = panel = Route.REPLY.value
    label = "Reply"
    key = "r"

    def form(self, opened, data=None):
        submission = opened.submission
        return ReplyForm(data, own_target=submission.target_reply, initial=self.initial(opened))

    def initial(self, opened):
        post = opened.submission.target_post
        return {"post": post.get_absolute_url() if post else ""}

    def where(self, form):
        post, parent = form.target
        return {"post": post, "parent": parent}


def publish_at_once(submission, version, reason, *, by):
    """Publish an approved one without its batch; return the sentence that says so."""
    published = publishing.publish_at_once(submission, version, by=by, reason=reason)
    if isinstance(published, Reply):
        return f"Published as reply {published.number} under “{published.post.title}”."
    return f"Published as Guest Blog {published.number}."
