"""A contributor who comes back with a receipt, with nothing but what the pages gave."""

from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from contributions import receipt
from contributions.models import Message
from moderation import deciding
from tests.contributor import FORM
from tests.factories import make_editor, make_submission, the_desk
from tests.page_forms import encoded, forms_in


def make_receipt():
    """Return a Receipt of seven random words."""
    return receipt.Receipt(receipt.draw(receipt.HOW_MANY))


def ask(submission, question="Which year was it?", shown=None, by=None):
    """Let the desk ask something about a submission."""
    submission.refresh_from_db()
    key = submission.wrapped_key.opened_by(the_desk())
    deciding.ask(
        submission,
        submission.version,
        by=by or make_editor(),
        key=key,
        question=question,
        shown=shown,
    )


def written_to(submission):
    """Return (kind, what it says) of a submission's messages, opened as the desk opens them."""
    key = submission.wrapped_key.opened_by(the_desk())
    return [(m.kind, m.content(key)["says"]) for m in submission.messages.in_order()]


def answers_to(submission):
    """Return (kind, what it says) of what the contributor wrote."""
    own = {Message.Kind.ANSWER, Message.Kind.AGREED, Message.Kind.OBJECTED}
    return [(kind, says) for kind, says in written_to(submission) if kind in own]


class Correspondent:
    """One receipt, the submission it belongs to, and a browser."""

    def __init__(self, **fields):
        self.receipt = make_receipt()
        self.submission = make_submission(receipt=self.receipt, **fields)
        self.client = Client(enforce_csrf_checks=True)

    def post(self, fields, **headers):
        """Return the answer to sending these fields, from a page of this site unless told."""
        headers = {"origin": "http://testserver"} | headers
        body = encoded(fields) if fields else urlencode({})
        return self.client.generic(
            "POST", reverse("receipt"), body, content_type=FORM, headers=headers
        )

    def open(self, typed=None):
        """Type the words and press "Open"."""
        return self.post({"receipt": typed or str(self.receipt), "open": "1"})

    def press(self, page, button, **changed):
        """Send the form of a page that has this button, by it."""
        form = next(f for f in forms_in(page) if button in dict(f["buttons"]))
        return self.post(form["fields"] | {button: "1"} | changed)

    def answer(self, page, text):
        """Write an answer into a page; return its review step."""
        return self.press(page, "check", text=text)
