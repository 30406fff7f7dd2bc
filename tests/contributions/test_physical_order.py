"""How rows lie on disk says nothing of when they came, or with what."""

import pytest
from django.db import connection, transaction

from contributions import form_token, physical_order, receipt
from contributions.models import SpentToken, Submission
from contributions.words import Words
from tests.factories import the_desk

pytestmark = pytest.mark.django_db(transaction=True)
HOW_MANY = 30
HIDDEN = "rowid" if connection.vendor == "sqlite" else "ctid"


def send(how_many):
    """Store that many texts, each with its token, as the form does; return both kinds of keys."""
    the_desk()
    came = []
    for n in range(how_many):
        token = form_token.issue()
        with transaction.atomic():
            form_token.spend(token, f"review {n}")
            submission = Submission.objects.receive(
                Words(text=f"Words {n}."), receipt=receipt.for_token(token), kind="guest_blog"
            )
        came.append((form_token.digest(token), str(submission.pk)))
    return zip(*came, strict=True)


def as_they_lie(model, column):
    """Return a column in the order in which the rows lie."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {column} FROM "{table}" ORDER BY {HIDDEN}')  # noqa: S608
        return [value for (value,) in cursor.fetchall()]


def keys_as_they_lie():
    pks = Submission.objects.in_bulk()
    lying = as_they_lie(Submission, "id")
    known = {pk.hex: str(pk) for pk in pks} | {str(pk): str(pk) for pk in pks}
    return as_they_lie(SpentToken, "digest"), [known[str(pk)] for pk in lying]


def test_before_rows_lie_in_the_order_they_came_so_there_is_something_to_forget():
    tokens, submissions = send(HOW_MANY)

    assert keys_as_they_lie() == (list(tokens), list(submissions))


def test_afterwards_neither_order_is_that_of_arrival_and_the_two_are_not_in_step():
    tokens, submissions = send(HOW_MANY)
    together = dict(zip(tokens, submissions, strict=True))
    physical_order.forget()

    tokens_lying, submissions_lying = keys_as_they_lie()

    assert sorted(tokens_lying) == sorted(together)
    assert sorted(submissions_lying) == sorted(together.values())
    assert tokens_lying != list(together)
    assert submissions_lying != list(together.values())
    assert [together[token] for token in tokens_lying] != submissions_lying


def test_no_two_rows_share_a_transaction_of_their_own():
    if connection.vendor == "sqlite":
        assert len(set(as_they_lie(Submission, "rowid"))) == len(as_they_lie(Submission, "rowid"))
        return
    send(HOW_MANY)
    assert len(set(as_they_lie(Submission, "xmin::text"))) == HOW_MANY

    physical_order.forget()

    assert len(set(as_they_lie(Submission, "xmin::text"))) == 1
    assert len(set(as_they_lie(SpentToken, "xmin::text"))) == 1


def test_everything_still_opens():
    tokens, submissions = send(2)
    physical_order.forget()

    for pk in submissions:
        submission = Submission.objects.with_keys().get(pk=pk)
        key = submission.wrapped_key.opened_by(the_desk())
        assert submission.words(key).text.startswith("Words")
        assert submission.receipt.public_key
