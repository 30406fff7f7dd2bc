"""Withdrawing: asked once, then gone; what is public is asked for."""

import pytest

from contributions.lifecycle import StaleDecision, State
from contributions.models import ApprovedCopy, Message, Submission, WrappedKey
from contributions.words import Finished
from moderation import deciding, publishing
from tests.correspondent import Correspondent, ask
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def back():
    return Correspondent()


def approve(back, editor):
    deciding.approve(
        back.submission,
        back.submission.version,
        by=editor,
        route="guest_blog",
        finished=Finished("T", "Words."),
    )


@pytest.fixture
def published(back, editor):
    approve(back, editor)
    publishing.publish_at_once(back.submission, 2, by=editor, reason="urgent")
    return back


def withdraw(back):
    return back.press(back.press(back.open(), "withdraw"), "withdraw-now")


def buttons(page):
    return {name for form in forms_in(page) for name, _ in form["buttons"]}


def test_it_is_asked_for_once_before_anything_happens(back):
    page = back.press(back.open(), "withdraw")

    assert "Withdraw it?" in page.content.decode()
    assert Submission.objects.get().state == State.WAITING
    assert "It is with the editor" in back.press(page, "open").content.decode()


@pytest.mark.parametrize(
    "state", [State.WAITING, State.HELD, State.ASKED, State.DECLINED, State.CLOSED]
)
def test_an_unpublished_one_is_gone_at_once_and_the_page_says_so(state):
    back = Correspondent()
    ask(back.submission)
    Submission.objects.update(state=state, settled_on="2026-03-02")

    page = withdraw(back)

    row = Submission.objects.get()
    assert (row.state, row.sealed, row.sealed_summary) == (State.WITHDRAWN, None, None)
    assert WrappedKey.objects.count() == Message.objects.count() == 0
    assert page.status_code == 200
    assert "You have withdrawn it" in page.content.decode()
    assert "caseload" not in page.content.decode()


def test_an_approved_one_takes_its_copy_with_it(back, editor):
    approve(back, editor)

    withdraw(back)

    assert ApprovedCopy.objects.count() == 0
    assert Submission.objects.get().state == State.WITHDRAWN


def test_a_published_one_files_a_request_and_says_that_it_is_still_public(published):
    page = withdraw(published)

    row = Submission.objects.get()
    assert row.state == State.PUBLISHED
    assert row.wanted_back_on is not None
    assert "you asked for it to be taken down" in page.content.decode()
    assert "withdraw" not in buttons(page)


def test_pressing_twice_is_no_error_and_says_the_same(back):
    asked = back.press(back.open(), "withdraw")

    pages = [back.press(asked, "withdraw-now") for _ in range(2)]

    assert [page.status_code for page in pages] == [200, 200]
    assert all("You have withdrawn it" in page.content.decode() for page in pages)


def test_one_that_is_already_withdrawn_says_so(back):
    page = back.open()
    withdraw(back)

    again = back.press(page, "withdraw")

    assert "You have withdrawn it" in again.content.decode()
    assert "withdraw" not in buttons(again)


def test_an_editors_move_in_between_wins_and_the_question_is_put_again(back, editor):
    asked = back.press(back.open(), "withdraw")
    deciding.hold(back.submission, 1, by=editor, until="2027-01-01", reason="other")

    page = back.press(asked, "withdraw-now")

    assert page.status_code == 409
    assert Submission.objects.get().state == State.HELD
    assert "Withdraw it?" in page.content.decode()
    assert "You have withdrawn it" in back.press(page, "withdraw-now").content.decode()


def test_publication_in_between_wins_and_taking_down_is_asked_for_at_once(back, editor):
    asked = back.press(back.open(), "withdraw")
    approve(back, editor)
    publishing.publish_at_once(back.submission, 2, by=editor, reason="urgent")

    page = back.press(asked, "withdraw-now")

    row = Submission.objects.get()
    assert row.state == State.PUBLISHED
    assert row.wanted_back_on is not None
    assert "It has been published" in page.content.decode()
    assert "you asked for it to be taken down" in page.content.decode()


def test_an_editors_move_after_it_finds_it_withdrawn(back, editor):
    withdraw(back)

    with pytest.raises(StaleDecision):
        deciding.hold(back.submission, 1, by=editor, until="2027-01-01", reason="other")

    assert Submission.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize("changed", [{"token": ""}, {"token": "forged"}])
def test_a_form_that_this_site_never_gave_withdraws_nothing(back, changed):
    page = back.press(back.press(back.open(), "withdraw"), "withdraw-now", **changed)

    assert page.status_code == 403
    assert Submission.objects.get().state == State.WAITING


def test_another_sites_form_withdraws_nothing(back):
    fields = next(f["fields"] for f in forms_in(back.open()) if ("withdraw", "1") in f["buttons"])

    page = back.post(fields | {"withdraw-now": "1"}, origin="https://elsewhere.example")

    assert page.status_code == 403
    assert Submission.objects.get().state == State.WAITING


@pytest.mark.parametrize("version", ["", "²", "9" * 5000], ids=["empty", "a power", "huge"])
def test_a_version_that_is_no_number_is_a_stale_one(back, version):
    page = back.press(back.press(back.open(), "withdraw"), "withdraw-now", version=version)

    assert page.status_code == 409
    assert Submission.objects.get().state == State.WAITING
