"""Two editors decide on one submission at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

WRITTEN = "Both of us were in the room, and each of us has written this down."
PUBLISHED = "SELECT number FROM contributions_post WHERE title = '{}'"


@pytest.mark.parametrize("again", range(5))
def test_of_two_editors_at_once_one_publishes(site, contributor, sign_in, again):
    title = f"Both of us, {again}"
    editors = [sign_in(), sign_in()]
    before = set(editors[0].queue())
    contributor.send(contributor.review(WRITTEN, title=title))
    [submission] = set(editors[0].queue()) - before
    both_ready = Barrier(2)

    def publish(editor):
        fields = editor.open(submission) | {"now_reason": "other"}
        both_ready.wait()
        return editor.decide(submission, fields, "guest_blog", expect=None)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(publish, editors))

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert len(site.rows(PUBLISHED.format(title))) == 1
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert "It is now published." in refused.text


def test_numbers_have_no_gaps_whatever_the_race(site):
    numbers = [
        number
        for (number,) in site.rows(
            "SELECT number FROM contributions_post WHERE number IS NOT NULL ORDER BY number"
        )
    ]

    assert numbers == list(range(numbers[0], numbers[-1] + 1))
