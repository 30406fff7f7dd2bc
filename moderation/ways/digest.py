"""Approving what waits for a digest, with which it goes out."""

from django import forms

from contributions.forms import TidyField
from contributions.models import ApprovedCopy, Post
from moderation.ways.approving import Approve

BEGIN = "contributions.add_post"
TOO_LATE = "That digest has been approved or published. Choose another."
BEGUN_BY_EDITORS = "An editor has to begin a digest. Choose one that is begun."


class DigestForm(forms.Form):
    """After `is_valid`, `digest` is the one that was chosen, or a new one that is not stored."""

    digest = forms.ModelChoiceField(
        Post.objects.digests_to_fill(),
        label="Which digest",
        required=False,
        error_messages={"invalid_choice": TOO_LATE},
    )
    new_digest = TidyField(
        label="Or the title of a new one",
        required=False,
        max_length=Post._meta.get_field("title").max_length,
    )

    def clean(self):
        data = super().clean()
        title = " ".join(data.get("new_digest", "").split())
        self.digest = Post(kind=Post.Kind.DIGEST, title=title) if title else data.get("digest")
        if not self.digest and not self.errors:
            self.add_error("new_digest", "Choose a digest, or give a new one a title.")
        return data


class ForDigest(Approve):
    name = panel = ApprovedCopy.Route.DIGEST.value
    label = "Digest"
    key = "d"
    form_class = DigestForm

    def initial(self, opened):
        return {"digest": Post.objects.digests_to_fill().first()}

    def check(self, sitting, form):
        super().check(sitting, form)
        if sitting.now_reason:
            problem = "An account goes out with its digest, which can be published at once."
            sitting.outgoing.add_error("now_reason", problem)
        if not form.digest.pk and not sitting.by.has_perm(BEGIN):
            form.add_error("new_digest", BEGUN_BY_EDITORS)

    def where(self, form):
        if not form.digest.pk:
            form.digest.save()
        return {"post": form.digest}

    def when(self, copy):
        return f"with the digest “{copy.item.post}”"
