"""Somebody who complains, with nothing but what the pages gave."""

from django.urls import reverse

from tests.contributor import FORM, Contributor
from tests.page_forms import fields_in

ANSWERS = {
    "identifies": {"words": "the officer with the red bicycle", "contact": "me@example.org"},
    "defamation": {
        "words": "She took the money.",
        "text": "Everybody knows whom it means.",
        "meaning": "That I am a thief.",
        "untrue": "I took nothing.",
        "name": "Zebedee Quillfeather",
        "email": "zebedee@example.org",
        "knows_writer": "no",
        "pass_on": "name",
    },
    "legal": {
        "text": "By order of the court",
        "name": "Quill & Co for the Crown",
        "contact": "1 Inn",
    },
    "other": {"text": "It is a copy of mine."},
}


class Complainant(Contributor):
    def post_bytes(self, body, **headers):
        return self.client.generic(
            "POST", reverse("complaint"), body, content_type=FORM, headers=headers
        )

    def report(self, thing, revision=1):
        """Return the page behind the button "Report" of a post or reply."""
        named = f"{thing._meta.model_name}:{thing.pk}"
        return self.post({"target": named, "revision": str(revision)})

    def form(self, kind="identifies", about=None, revision=1):
        """Return the form of a kind, reached by the button of what it is about."""
        page = self.report(about, revision) if about else self.client.get(reverse("complaint"))
        # Its one form has a button for each kind.
        return self.post(fields_in(page, "kind") | {"kind": kind})

    def send(self, form, **changed):
        """Return the answer to pressing "Send this"."""
        return self.post(fields_in(form, "send") | {"send": "1"} | changed)

    def complain(self, kind="identifies", about=None, revision=1, **changed):
        """Return the answer to a whole complaint of a kind."""
        where = {} if about else {"where": "somewhere"}
        form = self.form(kind, about, revision)
        return self.send(form, **{**where, **ANSWERS[kind], **changed})
