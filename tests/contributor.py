"""A contributor: writes, looks, sends, with nothing but what the pages gave."""

from django.test import Client
from django.urls import reverse

from tests.page_forms import encoded, fields_in, forms_in

FORM = "application/x-www-form-urlencoded"


class Contributor:
    def __init__(self):
        self.client = Client(enforce_csrf_checks=True)

    def open(self, **target):
        """Return the answer to opening the form, perhaps by a reply button."""
        return self.post(target) if target else self.client.get(reverse("contact"))

    def post(self, fields, **headers):
        """Return the answer to sending these fields, from a page of this site unless told."""
        headers = {"origin": "http://testserver"} | headers
        return self.post_bytes(encoded(fields).encode(), **headers)

    def post_bytes(self, body, **headers):
        return self.client.generic(
            "POST", reverse("contact"), body, content_type=FORM, headers=headers
        )

    def write(self, text, *, title="", kind="guest_blog", target="", **more):
        """Return the review step of these words."""
        opened = self.open(target=target) if target else self.open()
        fields = next(f["fields"] for f in forms_in(opened) if "text" in f["fields"])
        written = {"text": text, "title": title, "kind": kind, "check": "1"}
        return self.post(fields | written | more)

    def check_again(self, review, **changed):
        """Return the review step of what the edit form carries, with changes."""
        return self.post(fields_in(review, "check") | {"check": "1"} | changed)

    def send(self, review, **changed):
        """Return the answer to pressing "Send this"."""
        return self.post(fields_in(review, "send") | {"send": "1"} | changed)
