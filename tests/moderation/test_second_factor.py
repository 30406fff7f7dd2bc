"""Codes from an app and from paper: each works once, for its own member."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from moderation import second_factor
from tests.factories import make_editor, make_moderator
from tests.moderation.conftest import KEY
from tests.phone import Phone

pytestmark = pytest.mark.django_db


def a_while_later():
    """Let the waiting time after a failure pass."""
    earlier = timezone.now() - timedelta(minutes=1)
    for model in (TOTPDevice, StaticDevice):
        model.objects.update(throttling_failure_timestamp=earlier)


def test_a_code_from_the_app_works_once(editor, phone):
    code = phone.code()

    assert second_factor.accepting(editor, code)
    assert not second_factor.accepting(editor, code)


def test_after_a_wrong_code_even_the_right_one_has_to_wait(editor, phone):
    assert not second_factor.accepting(editor, phone.wrong_code())
    assert not second_factor.accepting(editor, phone.code())

    a_while_later()

    assert second_factor.accepting(editor, phone.code())


def test_the_code_that_set_the_app_up_is_used_up(editor):
    phone = Phone(KEY)
    second_factor.set_up(editor, KEY, phone.code())

    assert not second_factor.accepting(editor, phone.code())


def test_each_recovery_code_works_once(editor, recovery_codes):
    assert len(set(recovery_codes)) == 10
    assert all(second_factor.accepting(editor, code) for code in recovery_codes)
    assert second_factor.recovery_codes_left(editor) == 0

    assert not second_factor.accepting(editor, recovery_codes[0])


@pytest.mark.parametrize("write", [str.upper, lambda code: f" {code.replace('-', ' ')} "])
def test_a_recovery_code_may_be_typed_as_people_do(editor, recovery_codes, write):
    assert second_factor.accepting(editor, write(recovery_codes[3]))


def test_a_recovery_code_cannot_be_read_in_the_database(recovery_codes):
    stored = set(StaticToken.objects.values_list("token", flat=True))

    assert len(stored) == 10
    assert not stored & {code.replace("-", "") for code in recovery_codes}


@pytest.mark.parametrize(
    "code", ["", " ", "000000000000", "12345", "１２３４５６", "x" * 500, "\0"]
)
def test_what_is_no_code_is_refused(editor, phone, code):
    assert second_factor.accepting(editor, code) is None


def test_nobody_elses_code_works(phone, recovery_codes):
    other = make_moderator()

    assert not second_factor.accepting(other, phone.code())
    assert not second_factor.accepting(other, recovery_codes[0])


def test_a_wrong_code_sets_nothing_up():
    user = make_editor()

    assert second_factor.set_up(user, KEY, Phone(KEY).wrong_code()) is None
    assert second_factor.app_of(user) is None


def test_a_new_app_makes_the_old_one_and_its_recovery_codes_void(editor, phone, recovery_codes):
    second_factor.set_up(editor, "34" * 20, Phone("34" * 20).code(later=-1))

    assert not second_factor.accepting(editor, recovery_codes[0])
    assert second_factor.accepting(editor, Phone("34" * 20).code())
    assert TOTPDevice.objects.count() == 1


def test_the_secret_is_spelt_in_groups_of_four(phone):
    spelt = second_factor.spelt_out(KEY)

    assert {len(group) for group in spelt.split()} == {4}
    assert Phone(spelt).code() == phone.code()


def test_the_picture_is_drawn_here(editor):
    picture = second_factor.picture(editor, KEY)

    assert picture.startswith("data:image/svg+xml")
