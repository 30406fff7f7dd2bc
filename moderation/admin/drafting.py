"""The form of a draft, which may go out by itself at a time that the editor sets."""

from django import forms

from contributions.models import Post
from moderation.schedule_form import WhenForm, as_it_stands


class DraftForm(WhenForm, forms.ModelForm):
    """The form of a post that readers have not seen.

    After `is_valid`, `due_at` is when it goes out, None for not by itself.
    """

    more = ("When it goes out", ("day", "clock"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What a digest gathers could go out with nothing else.
        self.fields["kind"].disabled = self.instance.kind == Post.Kind.DIGEST
        if self.instance.due_at:
            self.initial |= as_it_stands(self.instance.due_at)
        self.fields["day"].help_text = "Left empty, it waits until somebody publishes it."

    def clean(self):
        if {"day", "clock"}.isdisjoint(self.changed_data):
            self.due_at = self.instance.due_at
            return self.cleaned_data
        return super().clean()
