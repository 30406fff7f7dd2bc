"""A database that is locked or gone loses nobody's words."""

import contextlib
import sqlite3

import pytest
from django.db import InterfaceError, OperationalError, connection

from contributions.models import SpentToken, Submission
from tests.contributor import FORM
from tests.factories import stored_words
from tests.page_forms import encoded, forms_in

TEXT = "We are <all> tired & more.\n\n“Really.”"


@contextlib.contextmanager
def database_gone(error=OperationalError):
    def fail(*args):
        raise error("server closed the connection unexpectedly: We are tired")

    with connection.execute_wrapper(fail):
        yield


def retry(contributor, response):
    """Press "Try again"."""
    fields = next(f["fields"] for f in forms_in(response) if "text" in f["fields"])
    return contributor.client.generic("POST", "/contact/", encoded(fields), content_type=FORM)


GONE = pytest.mark.parametrize("error", [OperationalError, InterfaceError])


@GONE
def test_at_the_check_the_words_come_back_and_trying_again_works(contributor, error):
    with database_gone(error):
        response = contributor.post(
            {"text": TEXT, "kind": "guest_blog", "title": "T", "token": "", "check": "1"}
        )

    assert response.status_code == 503
    assert "That did not work just now" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert "This is what we would keep" in retry(contributor, response).content.decode()


@GONE
def test_at_sending_nothing_is_stored_and_trying_again_stores_one(contributor, error):
    review = contributor.write(TEXT)
    with database_gone(error):
        response = contributor.send(review)
    stored_before = Submission.objects.count()

    again = retry(contributor, response)

    assert response.status_code == 503
    assert stored_before == 0
    assert "It has arrived" in again.content.decode()
    assert stored_words().text == TEXT


def test_a_database_that_breaks_off_midway_stores_nothing_half(contributor):
    review = contributor.write(TEXT)

    def fail_at_the_words(execute, sql, params, many, context):
        if "contributions_submission" in sql and sql.startswith("INSERT"):
            raise OperationalError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail_at_the_words):
        response = contributor.send(review)

    assert response.status_code == 503
    assert not Submission.objects.exists()
    assert not SpentToken.objects.exists()
    retry(contributor, response)
    assert Submission.objects.count() == 1


def test_trying_again_after_it_had_been_stored_after_all_stores_no_second(contributor):
    review = contributor.write(TEXT)
    contributor.send(review)
    with database_gone():
        response = contributor.send(review)

    again = retry(contributor, response)

    assert again.status_code == 200
    assert Submission.objects.count() == 1


def test_the_page_shows_the_words_and_tells_nothing_of_the_fault(contributor):
    with database_gone():
        content = contributor.post({"text": TEXT, "check": "1"}).content.decode()

    assert "We are &lt;all&gt; tired &amp; more." in content
    assert "server closed" not in content
    assert "Traceback" not in content


@pytest.mark.django_db(transaction=True)
def test_a_lock_held_by_another_is_503_and_then_it_works(contributor):
    review = contributor.write(TEXT)

    with locked_by_another():
        response = contributor.send(review)
        looked = contributor.check_again(review)
    stored_before = Submission.objects.count()
    again = retry(contributor, response)

    assert response.status_code == 503
    assert looked.status_code in (200, 503)
    assert stored_before == 0
    assert again.status_code == 200
    assert stored_words().text == TEXT


@contextlib.contextmanager
def locked_by_another():
    """Hold a lock on what a submission is written to, and let ours wait for a moment only."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 100")
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        other = connection.copy()
        other.connect()
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("LOCK TABLE contributions_submission, contributions_spenttoken")
    try:
        yield
    finally:
        other.rollback()
        other.close()
        # The next request gets a connection with its usual patience.
        if connection.vendor == "postgresql":
            # It goes back into the pool, where another test may find it.
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")
        connection.close()


@GONE
@pytest.mark.parametrize(
    "address", ["/", "/contact/", "/guest-blogs/", "/healthz", "/feeds/posts/"]
)
def test_other_pages_say_503_with_a_sentence(contributor, address, error):
    with database_gone(error):
        response = contributor.client.get(address)

    assert response.status_code == 503
    assert "cannot reach its database" in response.content.decode()
    assert response.headers["Retry-After"] == "60"
