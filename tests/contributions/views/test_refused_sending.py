"""What was not sent from our own page, in time and whole, is not stored, but given back."""

import json
import time
from unittest import mock

import pytest

from contributions.models import SpentToken, Submission
from tests.factories import stored_words
from tests.page_forms import fields_in, forms_in

TEXT = "We are all tired.\n\nMore words & <more>."


@pytest.fixture
def review(contributor):
    return contributor.write(TEXT, title="Tired")


def given_back(response):
    """Return the words in the page's form for writing."""
    texts = [f["fields"]["text"] for f in forms_in(response) if "check" in dict(f["buttons"])]
    return texts[0] if texts else None


def assert_refused(response, text=TEXT, status=403):
    assert response.status_code == status
    assert given_back(response) == text
    assert not Submission.objects.exists()
    assert not SpentToken.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize("button", ["send", "check"])
def test_a_form_on_another_sites_page_is_refused(contributor, review, button, headers):
    fields = fields_in(review, button) | {button: "1"}

    response = contributor.post(fields, **headers)

    assert_refused(response)
    assert "another site" in response.content.decode()


def test_who_was_refused_as_from_another_site_can_go_on(contributor, review):
    refused = contributor.post(
        fields_in(review, "send") | {"send": "1"}, **{"sec-fetch-site": "cross-site"}
    )

    response = contributor.send(refused)

    assert response.status_code == 200
    assert stored_words().text == TEXT


def test_an_old_phone_that_says_nothing_of_itself_can_send(contributor, review):
    fields = fields_in(review, "send") | {"send": "1"}

    response = contributor.post(fields, origin="")

    assert response.status_code == 200
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("name", ["seal", "token"])
@pytest.mark.parametrize("forged", ["", "x", "0" * 64, "a:b:c", "🙂"])
def test_a_forged_seal_or_token_is_refused(contributor, review, name, forged):
    assert_refused(contributor.send(review, **{name: forged}))


@pytest.mark.parametrize("name", ["seal", "token", "findings", "text"])
def test_a_missing_field_is_refused(contributor, review, name):
    fields = fields_in(review, "send") | {"send": "1"}
    del fields[name]

    response = contributor.post(fields)

    assert response.status_code in (403, 422)
    assert given_back(response) == ("" if name == "text" else TEXT)
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("title", "Wide awake"),
        ("kind", "confidential"),
        ("findings", json.dumps([{"start": 0, "end": 1}])),
        ("findings", "[]x"),
        ("findings", "{" * 200),
        ("findings", "[" * 50_000),
        ("target", "post:1"),
    ],
)
def test_a_changed_field_is_refused(contributor, review, name, changed):
    response = contributor.send(review, **{name: changed})

    assert response.status_code in (403, 404)
    assert given_back(response) == TEXT
    assert not Submission.objects.exists()


def test_changed_words_are_refused_and_looked_at_again(contributor, review):
    response = contributor.send(review, text="Ring 07700 900123.")

    assert_refused(response, text="Ring 07700 900123.")
    assert fields_in(response, "send")["text"] == "Ring [phone]."


def test_another_forms_token_does_not_fit(contributor, review):
    other = fields_in(contributor.write("Others."), "send")["token"]

    assert_refused(contributor.send(review, token=other))


def test_who_was_refused_gets_a_step_that_can_be_sent(contributor, review):
    refused = contributor.send(review, seal="forged")

    response = contributor.send(refused)

    assert response.status_code == 200
    assert stored_words().text == TEXT


def later():
    return mock.patch("django.core.signing.time.time", return_value=time.time() + 13 * 60 * 60)


def test_an_expired_token_shows_the_step_again_with_the_text(contributor, review):
    with later():
        refused = contributor.send(review)
        stored_before = Submission.objects.count()
        response = contributor.send(refused)

    assert refused.status_code == 403
    assert "open too long" in refused.content.decode()
    assert given_back(refused) == TEXT
    assert stored_before == 0
    assert response.status_code == 200
    assert stored_words().text == TEXT


def test_a_page_sent_again_days_later_says_that_it_may_have_arrived(contributor, review):
    contributor.send(review)
    SpentToken.objects.all().delete()  # As housekeeping does when their time is over.

    with later():
        again = contributor.send(review)

    assert again.status_code == 403
    assert "it arrived: look with the receipt" in again.content.decode()
    assert Submission.objects.count() == 1


def test_words_that_were_kept_stay_kept_when_a_token_expires(contributor):
    words, title = "Ring 07700 900123 or 07700 900456.", "Ring Karen Wray"
    keep = {"choice-out-1": "keep:PERSON:Karen Wray", "choice-2": "keep:PHONE:07700 900123"}
    review = contributor.check_again(contributor.write(words, title=title), **keep)

    with later():
        refused = contributor.send(review)

    assert fields_in(refused, "send")["text"] == "Ring 07700 900123 or [phone]."
    assert fields_in(refused, "send")["title"] == title
