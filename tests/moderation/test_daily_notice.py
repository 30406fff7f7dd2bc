"""The daily mail: one a day, at its hour, the same whatever came, to those who may moderate."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import get_connection

from contributions.models import SiteSettings
from moderation import daily_notice
from moderation.models import DailyWork
from tests.factories import make_editor, make_moderator, make_staff, make_submission

pytestmark = pytest.mark.django_db
EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture
def editor(db):
    user = make_editor()
    User.objects.filter(pk=user.pk).update(email="editor@example.org")
    return user


def send_due(now):
    """Send what is due; return how many mails left."""
    before = len(mail.outbox)
    for day in daily_notice.due(now):
        daily_notice.send(day, now)
    return len(mail.outbox) - before


def test_it_is_sent_once_a_day_from_its_hour_on(editor):
    times = [EIGHT + timedelta(minutes=m) for m in (-1, 0, 1, 900, 23 * 60, 24 * 60, 25 * 60)]

    assert [send_due(now) for now in times] == [0, 1, 0, 0, 0, 1, 0]


def test_its_hour_is_a_setting_in_local_time(editor):
    SiteSettings.objects.update(notice_hour=6)
    summer = datetime(2026, 7, 1, 4, 59, tzinfo=UTC)

    assert [send_due(summer), send_due(summer + timedelta(minutes=1))] == [0, 1]


def test_after_an_outage_one_mail_makes_up_for_all(editor):
    send_due(EIGHT)

    assert send_due(EIGHT + timedelta(days=5, hours=9)) == 1


def test_it_is_the_same_whatever_came(editor):
    send_due(EIGHT)
    for _ in range(120):
        make_submission(title="Zebra", text="Quagga.")
    send_due(EIGHT + timedelta(days=1))

    quiet, busy = (sent.message().as_bytes() for sent in mail.outbox)
    assert mail.outbox[0].subject == mail.outbox[1].subject
    assert mail.outbox[0].body == mail.outbox[1].body
    assert len(quiet) == len(busy)
    assert b"120" not in busy


def test_it_goes_to_those_who_may_moderate_and_nobody_sees_another(editor):
    moderator, other, gone = make_moderator(), make_staff(), make_editor()
    for user in (moderator, other, gone):
        User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.org")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    make_editor()

    send_due(EIGHT)

    (sent,) = mail.outbox
    assert sent.recipients() == ["editor@example.org", f"{moderator.username}@example.org"]
    assert b"example.org" not in sent.message().as_bytes()


def test_without_anybody_to_send_to_nothing_is_sent_or_noted():
    assert send_due(EIGHT) == 0
    assert DailyWork.objects.get().sent_on is None


def test_of_two_at_once_one_sends(editor):
    assert daily_notice.due(EIGHT) == daily_notice.due(EIGHT) == [DAY]

    assert [daily_notice.send(DAY, EIGHT), daily_notice.send(DAY, EIGHT)] == [True, False]
    assert len(mail.outbox) == 1


def test_while_one_is_sending_the_other_keeps_away(editor):
    DailyWork.objects.update(begun_at=EIGHT)

    assert send_due(EIGHT + timedelta(minutes=9)) == 0
    # Whoever began has been killed.
    assert send_due(EIGHT + timedelta(minutes=11)) == 1


def test_a_mail_that_fails_is_tried_again(editor, monkeypatch):
    def fail(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(type(get_connection()), "send_messages", fail)
    with pytest.raises(ConnectionRefusedError):
        send_due(EIGHT)
    monkeypatch.undo()

    assert send_due(EIGHT + timedelta(minutes=1)) == 1
    assert DailyWork.objects.get().sent_on == DAY
