"""Sending stores just what the review step showed, once."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from contributions.models import SpentToken, Submission
from tests.factories import make_call_out, make_post, make_reply, stored_words, words_of
from tests.page_forms import fields_in

TEXT = "Ring Karen Wray on 07700 900123.\n\nShe said <b>so</b> & meant it."
STRIPPED = "Ring [name] on [phone].\n\nShe said <b>so</b> & meant it."


def columns(submission):
    """Return the whole row as one string."""
    return str(Submission.objects.filter(pk=submission.pk).values().get())


def test_what_was_shown_is_stored_and_not_a_word_more(contributor):
    review = contributor.write(TEXT, title="What Karen Wray said")

    response = contributor.send(review)

    stored = stored_words()
    assert response.status_code == 200
    assert "It has arrived" in response.content.decode()
    assert (stored.title, stored.text) == ("What [name] said", STRIPPED)
    assert not {"Karen", "Wray", "900123"} & set(parted(str(stored.content)))


def parted(text):
    return "".join(c if c.isalnum() else " " for c in text).split()


def test_the_stored_findings_fit_the_stored_text(contributor):
    contributor.send(contributor.write(TEXT, title="What Karen Wray said"))

    stored = stored_words()
    assert [
        (f["field"], getattr(stored, f["field"])[f["start"] : f["end"]]) for f in stored.findings
    ] == [("title", "[name]"), ("text", "[name]"), ("text", "[phone]")]
    assert not any(f["kept"] for f in stored.findings)


def test_words_that_were_kept_are_stored_and_marked_kept(contributor):
    review = contributor.write(TEXT)
    review = contributor.check_again(review, **{"choice-out-2": "keep:PHONE:07700 900123"})

    contributor.send(review)

    stored = stored_words()
    assert stored.text == STRIPPED.replace("[phone]", "07700 900123")
    assert stored.kept_as_written == 1


def test_it_waits_with_the_day_and_nothing_finer(contributor):
    contributor.send(contributor.write("Words."))

    stored = Submission.objects.get()
    assert (stored.state, stored.version) == ("waiting", 1)
    assert type(stored.received_on) is date
    assert stored.received_on == timezone.localdate()
    assert not any(
        field.get_internal_type() in ("DateTimeField", "GenericIPAddressField")
        for field in Submission._meta.fields
    )


def test_pressing_send_twice_stores_one(contributor):
    review = contributor.write("Words.")

    answers = [contributor.send(review) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert Submission.objects.count() == SpentToken.objects.count() == 1


def test_other_words_sent_from_a_form_already_used_come_back_and_are_not_lost(contributor):
    first = contributor.write("First words.")
    second = contributor.check_again(first, text="Second words.")
    contributor.send(first)

    refused = contributor.send(second)
    stored_before = Submission.objects.count()
    response = contributor.send(refused)

    assert refused.status_code == 409
    assert "You have already sent something from this form" in refused.content.decode()
    assert stored_before == 1
    assert response.status_code == 200
    assert {words_of(stored).text for stored in Submission.objects.all()} == {
        "First words.",
        "Second words.",
    }


def test_going_back_and_checking_after_sending_warns_and_gives_a_new_token(contributor):
    review = contributor.write("Words.")
    contributor.send(review)

    again = contributor.check_again(review)

    assert "You have already sent something from this form" in again.content.decode()
    assert fields_in(again, "send")["token"] != fields_in(review, "send")["token"]


def test_a_second_text_can_follow_knowingly(contributor):
    review = contributor.write("Words.")
    contributor.send(review)

    contributor.send(contributor.check_again(review, text="Other words."))

    assert {words_of(stored).text for stored in Submission.objects.all()} == {
        "Words.",
        "Other words.",
    }


def test_a_reply_is_stored_with_its_post(contributor):
    post = make_post()

    contributor.send(contributor.write("Words.", kind="reply", target=f"post:{post.pk}"))

    stored = Submission.objects.get()
    assert (stored.kind, stored.target_post, stored.target_reply) == ("reply", post, None)


def test_an_answer_to_a_reply_is_stored_with_both(contributor):
    reply = make_reply()

    contributor.send(contributor.write("Words.", kind="reply", target=f"reply:{reply.pk}"))

    stored = Submission.objects.get()
    assert (stored.target_post, stored.target_reply) == (reply.post, reply)


def test_a_guest_blog_begun_at_a_reply_button_has_no_target(contributor):
    post = make_post()

    contributor.send(contributor.write("Words.", kind="guest_blog", target=f"post:{post.pk}"))

    stored = Submission.objects.get()
    assert (stored.kind, stored.target) == ("guest_blog", None)


def test_a_confidential_note_is_stored_as_one_and_the_page_says_so(contributor):
    response = contributor.send(contributor.write("Words.", kind="confidential"))

    assert Submission.objects.get().kind == "confidential"
    assert "They will never be published" in response.content.decode()


def test_an_answer_to_a_call_out_is_stored_with_it(contributor):
    call_out = make_call_out()

    contributor.send(contributor.write("Words.", kind=f"call_out:{call_out.pk}"))

    stored = Submission.objects.get()
    assert (stored.kind, stored.call_out) == ("guest_blog", call_out)


def test_a_call_out_that_closed_meanwhile_loses_nobodys_words(contributor):
    call_out = make_call_out()
    review = contributor.write("Words.", kind=f"call_out:{call_out.pk}")
    call_out.closed_on = timezone.localdate() - timedelta(days=1)
    call_out.save()

    response = contributor.send(review)

    assert response.status_code == 200
    assert stored_words().text == "Words."


@pytest.mark.parametrize(
    "text",
    [
        "“Quotes” & <tags> é 👩\u200d🚒",
        "tabs\tand\n\n\nmany\n lines  and   spaces",
        "ریاست\u200cجمهوری",
        "&lt;already&gt; &amp;amp; escaped",
        "{{ 7|add:7 }} {% now 'Y' %}",
        "'; DROP TABLE contributions_submission; --",
        "a" * 40_000,
        "🙂" * 40_000,
    ],
    ids=["marks", "spaces", "joiner", "entities", "template", "sql", "longest", "widest"],
)
def test_awkward_words_are_stored_as_they_were_shown(contributor, text):
    contributor.send(contributor.write(text))

    assert stored_words().text == text


def test_a_title_of_many_names_is_stored_whatever_their_stand_ins_add(contributor):
    names = [
        "Jo Fox",
        "Al Ray",
        "Di Kaur",
        "Ed Nash",
        "Mo Khan",
        "Sue Lamb",
        "Ian Wray",
        "Pam Hart",
    ]
    title = "About " + ", ".join(names * 2)[:190]

    response = contributor.send(contributor.write("Words.", title=title))

    assert response.status_code == 200
    assert Submission.objects.count() == 1


def test_a_title_at_its_longest_that_grows_by_its_stand_ins_is_no_dead_end(contributor):
    title = "Write to " + " or ".join(["a@b.uk"] * 19)
    assert len(title) <= 200

    review = contributor.write("Words.", title=title)

    response = contributor.send(review)
    assert response.status_code == 200
    assert stored_words().title == "Write to " + " or ".join(["[email]"] * 19)
