"""Changes that no method of ours makes: labels given and taken, rows deleted; and every commit."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_save, pre_delete

from contributions.baking import keeping_up
from contributions.models import Change, DigestItem, Label, Post, Reply

# Django sends what concerns labels and deleting from within its transaction.
GIVEN_OR_TAKEN = {"post_add", "post_remove", "pre_clear"}


def begin():
    """Notice from now on."""
    post_save.connect(bake_after_the_commit, Change)
    m2m_changed.connect(note_labels, Post.labels.through)
    for model in (Post, Reply, DigestItem, Label):
        pre_delete.connect(note_deletion, model)


def bake_after_the_commit(**kwargs):
    transaction.on_commit(keeping_up.after_a_commit, robust=True)


def note_labels(instance, action, reverse, pk_set, **kwargs):
    """Note that a post was given labels, or that they were taken from it."""
    if action not in GIVEN_OR_TAKEN:
        return
    if reverse:
        Change.objects.note(Change.What.EVERYTHING)
    elif not instance.is_draft:
        Change.objects.note(Change.What.WORDS, instance.pk)
        for pk in pk_set or instance.labels.values_list("pk", flat=True):
            Change.objects.note(Change.What.LABEL, pk)


def note_deletion(instance, **kwargs):
    """Note that something is deleted that readers may have seen."""
    if isinstance(instance, Label) or not instance.is_draft:
        Change.objects.note(Change.What.EVERYTHING, takes_back=True)
