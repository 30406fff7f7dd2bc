"""Every answer of the contributor's pages: no cookie, no storing, no script, no referrer."""

import pytest

from tests.factories import make_post
from tests.page_forms import fields_in


def every_answer(contributor):
    post = make_post()
    review = contributor.write("Ring 07700 900123.")
    fields = fields_in(review, "send") | {"send": "1"}
    return {
        "form": contributor.open(),
        "form with target": contributor.open(target=f"post:{post.pk}"),
        "unknown target": contributor.open(target="post:424242"),
        "review": review,
        "again": contributor.check_again(review),
        "empty": contributor.write(""),
        "cross-site": contributor.post(fields, **{"sec-fetch-site": "cross-site"}),
        "forged": contributor.send(review, seal="x"),
        "received": contributor.send(review),
        "sent twice": contributor.send(review),
        "too much": contributor.write("a" * 4_100_000),
        "not allowed": contributor.client.generic("PUT", "/contact/"),
    }


@pytest.fixture
def answers(contributor):
    return every_answer(contributor)


def test_no_answer_sets_a_cookie_or_depends_on_one(answers):
    with_cookies = [name for name, answer in answers.items() if answer.cookies]
    varying = [n for n, answer in answers.items() if "cookie" in answer.get("Vary", "").lower()]

    assert with_cookies == varying == []


def test_no_answer_is_stored_on_the_way_or_in_the_browser(answers):
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"no-store"}


def test_no_answer_can_be_told_to_another_site(answers):
    assert {answer.headers["Referrer-Policy"] for answer in answers.values()} == {"same-origin"}


def test_no_answer_may_run_a_script(answers):
    for answer in answers.values():
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy


def test_even_a_signed_in_editor_gets_the_same_page(contributor, editor):
    contributor.client.force_login(editor)

    answers = every_answer(contributor)

    assert not any("cookie" in answer.get("Vary", "").lower() for answer in answers.values())
    assert not any(set(answer.cookies) for answer in answers.values())
    assert not any("csrfmiddlewaretoken" in answer.content.decode() for answer in answers.values())
