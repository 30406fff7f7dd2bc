"""Who sends too often, or from work, keeps every word and is told what to do."""

import pytest

from contributions.models import Submission
from tests.page_forms import encoded, fields_in, forms_in

TEXT = "We are <all> tired & more.\n\n“Really.”"


def from_there(contributor, mark, fields, method="POST"):
    """Send what the way in has marked."""
    return contributor.client.generic(
        method,
        "/contact/",
        encoded(fields).encode(),
        content_type="application/x-www-form-urlencoded",
        **{mark: True},
    )


def given_back(response):
    """Return the fields of the one form on the page."""
    (form,) = [form for form in forms_in(response) if form["fields"]]
    return form["fields"]


MARKS = pytest.mark.parametrize(
    ("mark", "status", "said"),
    [
        ("wsgi.over_the_limit", 429, "wait ten minutes"),
        ("wsgi.employer_network", 403, "You seem to be on your employer’s network"),
    ],
)


@MARKS
@pytest.mark.parametrize("button", ["check", "send"])
def test_the_words_come_back_and_can_be_sent_later(contributor, mark, status, said, button):
    review = contributor.write(TEXT)
    fields = fields_in(review, button) | {button: "1"}

    response = from_there(contributor, mark, fields)
    stored_before = Submission.objects.count()
    again = contributor.post(given_back(response))

    assert response.status_code == status
    assert said in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert given_back(response) == fields
    assert "We are &lt;all&gt; tired &amp; more." in response.content.decode()
    assert stored_before == 0
    assert again.status_code == 200
    assert Submission.objects.count() == (button == "send")


@MARKS
@pytest.mark.django_db
def test_it_asks_nothing_of_the_database(
    contributor, mark, status, said, django_assert_num_queries
):
    with django_assert_num_queries(0):
        from_there(contributor, mark, {"text": TEXT, "send": "1"})


def test_at_work_the_form_is_not_even_shown(contributor):
    response = from_there(contributor, "wsgi.employer_network", {}, method="GET")

    content = response.content.decode()
    assert response.status_code == 403
    assert "<form" not in content
    assert "on your own phone or computer" in content


def test_looking_at_the_form_is_always_allowed_elsewhere(contributor):
    assert contributor.open().status_code == 200
