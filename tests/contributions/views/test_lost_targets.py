"""A target that readers cannot see any more: the words come back, and another way is open."""

import pytest

from contributions.models import SpentToken, Submission
from tests.factories import make_post, make_reply
from tests.page_forms import fields_in, forms_in

TEXT = "We are all tired.\n\nMore words & <more>."


def assert_given_back(response, status):
    assert response.status_code == status
    assert fields_in(response, "check")["text"] == TEXT
    assert not Submission.objects.exists()
    assert not SpentToken.objects.exists()


@pytest.mark.parametrize("make", [make_post, make_reply])
def test_a_target_taken_down_before_the_check_is_410(contributor, make):
    thing = make()
    opened = contributor.open(target=f"{type(thing).__name__.lower()}:{thing.pk}")
    thing.retract()
    fields = next(f["fields"] for f in forms_in(opened) if "text" in f["fields"])

    response = contributor.post(fields | {"text": TEXT, "check": "1"})

    assert_given_back(response, 410)
    assert "has been taken down" in response.content.decode()


@pytest.mark.parametrize("make", [make_post, make_reply])
def test_a_target_taken_down_before_sending_is_410_and_another_way_is_open(contributor, make):
    thing = make()
    target = f"{type(thing).__name__.lower()}:{thing.pk}"
    review = contributor.write(TEXT, kind="reply", target=target)
    thing.retract()

    refused = contributor.send(review)

    assert_given_back(refused, 410)
    again = contributor.check_again(refused, kind="guest_blog")
    assert contributor.send(again).status_code == 200
    assert Submission.objects.get().kind == "guest_blog"


def test_an_unknown_target_is_404(contributor):
    response = contributor.write(TEXT, kind="reply", target="post:424242")

    assert_given_back(response, 404)


def test_a_repeated_send_is_acknowledged_even_if_its_target_is_gone_now(contributor):
    post = make_post()
    review = contributor.write(TEXT, kind="reply", target=f"post:{post.pk}")
    contributor.send(review)
    post.retract()

    again = contributor.send(review)

    assert again.status_code == 200
    assert Submission.objects.count() == 1
