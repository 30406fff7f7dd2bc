"""An editor at a review page: reads it, and presses its buttons as a browser would."""

from django.test import Client
from django.urls import reverse

from tests.factories import hand_over_key
from tests.page_forms import forms_in


def address(submission):
    return reverse("admin:review", args=[submission.pk])


def fields(response):
    """Return the fields of the page's form for deciding."""
    (form,) = [f for f in forms_in(response) if "action" in dict(f["buttons"])]
    return form["fields"]


def buttons(response):
    """Return the actions that the page offers."""
    return [
        value for form in forms_in(response) for name, value in form["buttons"] if name == "action"
    ]


def press(client, page, action, **changed):
    """Return the answer to a button of a review page, with changes to its fields."""
    return client.post(page.request["PATH_INFO"], fields(page) | {"action": action} | changed)


def sign_in_as(user):
    """Return a browser in which somebody is signed in and holds the desk's key."""
    client = Client()
    client.force_login(user)
    hand_over_key(client)
    return client
