"""Form tokens: signed, in time, and good for one sending."""

import time
from datetime import timedelta
from unittest import mock

import pytest
from django.core import signing

from contributions import form_token
from contributions.models import SpentToken

pytestmark = pytest.mark.django_db


def at_age(age):
    """Let the clock that signatures are held against run ahead."""
    return mock.patch(
        "django.core.signing.time.time", return_value=time.time() + age.total_seconds()
    )


def test_a_fresh_token_is_true_and_can_be_sent():
    token = form_token.issue()

    form_token.check(token)

    assert form_token.can_be_sent(token)


def test_no_two_tokens_are_alike():
    assert len({form_token.issue() for _ in range(200)}) == 200


def test_a_token_lives_just_as_long_as_it_should():
    token = form_token.issue()

    with at_age(form_token.LIFETIME - timedelta(minutes=1)):
        form_token.check(token)
    with at_age(form_token.LIFETIME + timedelta(minutes=1)), pytest.raises(form_token.TokenExpired):
        form_token.check(token)


@pytest.mark.parametrize("forged", ["", "x", "a:b:c", "\x00", "🙂:🙂:🙂", ":" * 50])
def test_what_this_site_never_issued_is_forged(forged):
    with pytest.raises(form_token.TokenForged):
        form_token.check(forged)

    assert not form_token.can_be_sent(forged)


@pytest.mark.parametrize("place", [0, 10, -1])
def test_a_changed_letter_makes_a_forgery(place):
    token = form_token.issue()
    letters = list(token)
    letters[place] = "A" if letters[place] != "A" else "B"

    with pytest.raises(form_token.TokenForged):
        form_token.check("".join(letters))


def test_a_signature_for_another_purpose_is_forged():
    foreign = signing.TimestampSigner(salt="something.else").sign("words")

    with pytest.raises(form_token.TokenForged):
        form_token.check(foreign)


def test_a_token_is_spent_once():
    token = form_token.issue()

    assert form_token.spend(token, "a review") is True
    assert form_token.spend(token, "another") is False
    assert form_token.is_spent(token)
    assert form_token.is_spent_on(token, "a review")
    assert not form_token.is_spent_on(token, "another")
    assert not form_token.can_be_sent(token)


def test_the_memory_of_a_token_does_not_hold_the_token():
    token = form_token.issue()
    form_token.spend(token, "a review")

    stored = str(list(SpentToken.objects.values_list()))

    assert token.split(":")[0] not in stored
    assert ":" not in SpentToken.objects.get().digest


def test_a_seal_fits_its_content_and_token_only():
    token, other = form_token.issue(), form_token.issue()
    seal = form_token.seal(token, "title", "text", [])

    form_token.verify_seal(seal, token, "title", "text", [])

    for changed in [
        (other, "title", "text", []),
        (token, "title", "text!", []),
        (token, "titlet", "ext", []),
        (token, "text", "title", []),
        (token, "title", "text", [{}]),
    ]:
        with pytest.raises(form_token.TokenForged):
            form_token.verify_seal(seal, *changed)


@pytest.mark.parametrize("seal", ["", "x", "é", "0" * 64])
def test_a_false_seal_is_a_forgery(seal):
    with pytest.raises(form_token.TokenForged):
        form_token.verify_seal(seal, form_token.issue(), "text")
