"""What editors say to contributors, from the review page to the receipt, and what comes back."""

import pytest

from contributions.models import Message, Submission
from moderation import deciding
from moderation.models import CannedPhrase, Decision, DeclineReason
from tests.correspondent import Correspondent, answers_to, written_to
from tests.factories import make_settled_submission, make_submission
from tests.moderation.approving import send_out
from tests.moderation.desk import address, buttons, fields, press

KINDS = ["guest_blog", "reply", "confidential"]
WITH_WORDS = ["waiting", "held", "asked", "approved", "declined"]


def answered():
    """Return those that came back with an answer."""
    return Submission.objects.with_answers().exclude(answer=None)


@pytest.fixture
def phrase(db):
    return CannedPhrase.objects.create(name="Year", words="Which <year> was it?")


def says(response, words):
    return words in response.content.decode()


def reload(back):
    back.submission.refresh_from_db()
    return back.submission


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_shown_with_the_receipt_and_its_answer_first_at_the_desk(editor_client, kind):
    back = Correspondent(kind=kind, text="Words.")
    press(editor_client, editor_client.get(address(back.submission)), "ask", question="Which year?")

    asked = back.open()
    back.press(back.answer(asked, "It was 2019."), "send")
    desk = editor_client.get(address(back.submission)).content.decode()

    assert says(asked, "Which year?")
    assert reload(back).state == "waiting"
    assert desk.index("It came back with an answer") < desk.index("Which year?")
    assert desk.index("It was 2019.") < desk.index('id="received-heading"')
    assert [one.answer for one in answered()] == ["answer"]


@pytest.mark.parametrize("kind", ["guest_blog", "reply"])
@pytest.mark.parametrize(("button", "answer"), [("agree", "agreed"), ("object", "objected")])
def test_consent_is_asked_for_and_given_or_refused(editor_client, kind, button, answer):
    back = Correspondent(kind=kind, text="We met in Leeds.", title="Fine")
    page = editor_client.get(address(back.submission))
    redacted = {"marked": "We met in [[Leeds|place]].", "question": "May it?"}
    press(editor_client, press(editor_client, page, "consent", **redacted), "consent")

    asked = back.open()
    back.press(asked, button)
    desk = editor_client.get(address(back.submission))

    assert says(asked, "<p>We met in [place].</p>")
    assert says(asked, "May it?")
    assert says(desk, Message.Kind(answer).label)
    assert fields(desk)["marked"] == "We met in [[Leeds|place|another]]."
    assert [one.answer for one in answered()] == [answer]


def test_what_was_agreed_to_goes_out(editor_client):
    back = Correspondent(text="We met in Leeds.", title="Fine")
    page = editor_client.get(address(back.submission))
    redacted = {"marked": "We met in [[Leeds|place]].", "question": "May it?"}
    press(editor_client, press(editor_client, page, "consent", **redacted), "consent")
    back.press(back.open(), "agree")

    press(editor_client, editor_client.get(address(back.submission)), "guest_blog")

    assert send_out().body == "<p>We met in [place].</p>"


def test_only_what_waits_with_an_answer_is_told_as_answered(editor):
    waiting, unanswered, asked = make_submission(), Correspondent(), Correspondent()
    for back in (unanswered, asked):
        key = back.submission.wrapped_key.opened_by_receipt(back.receipt)
        deciding.ask(back.submission, 1, by=editor, key=key, question="Which year?")
    deciding.stop_waiting(unanswered.submission, 2, by=editor)

    rows = Submission.objects.with_answers()

    assert {row.pk: row.answer for row in rows} == dict.fromkeys(
        [waiting.pk, unanswered.submission.pk, asked.submission.pk]
    )
    assert not answered().exists()


def test_an_answer_is_still_one_after_thanks_and_no_more_after_another_question(editor_client):
    back = Correspondent()
    desk = address(back.submission)
    press(editor_client, editor_client.get(desk), "ask", question="Which year?")
    back.press(back.answer(back.open(), "It was 2019."), "send")

    press(editor_client, editor_client.get(desk), "thank", thanks="Good to know.")
    after_thanks = list(answered())
    press(editor_client, editor_client.get(desk), "ask", question="And the month?")
    page = press(editor_client, editor_client.get(desk), "return")

    assert after_thanks == [back.submission]
    assert page.status_code == 302
    assert not answered().exists()
    assert not says(editor_client.get(desk), "It came back with an answer")


@pytest.mark.parametrize("state", WITH_WORDS)
def test_thanks_are_read_with_the_receipt_and_move_nothing(editor_client, state):
    back = Correspondent(state="waiting" if state == "asked" else state)
    desk = address(back.submission)
    if state == "asked":
        press(editor_client, editor_client.get(desk), "ask", question="Which year?")
    version = reload(back).version

    response = press(editor_client, editor_client.get(desk), "thank", thanks="Thank <you>.")

    assert response.url == desk
    assert (reload(back).state, back.submission.version) == (state, version)
    assert says(back.open(), "Thank &lt;you&gt;.")
    thanked = Decision.objects.get(what="thank")
    assert (thanked.submission, thanked.version) == (back.submission, None)
    assert says(editor_client.get(desk), "contributor thanked")


@pytest.mark.parametrize("state", ["waiting", "closed"])
def test_a_confidential_note_is_answered_without_a_question(editor_client, state):
    back = Correspondent(kind="confidential", state=state)

    press(editor_client, editor_client.get(address(back.submission)), "thank", thanks="I rang.")

    assert says(back.open(), "I rang.")


def test_the_question_still_waits_after_thanks_and_consent_is_still_waited_for(editor_client):
    back = Correspondent(text="Words.", title="Fine")
    desk = address(back.submission)
    press(editor_client, editor_client.get(desk), "consent", question="May it?")

    press(editor_client, editor_client.get(desk), "thank", thanks="Take your time.")

    assert says(back.open(), "Yes, publish it like this")
    assert reload(back).waits_for_consent
    assert buttons(editor_client.get(desk)) == ["thank"]


def test_nobody_is_thanked_whose_words_are_gone(editor_client):
    page = editor_client.get(address(make_settled_submission("withdrawn")))
    back = Correspondent()
    open_page = editor_client.get(address(back.submission))
    back.press(back.press(back.open(), "withdraw"), "withdraw-now")

    response = press(editor_client, open_page, "thank", thanks="Thank you all the same.")

    assert buttons(page) == []
    assert response.status_code == 409
    assert says(response, "Thank you all the same.")
    assert not Message.objects.exists()


def test_what_was_changed_in_the_text_is_kept_when_thanks_are_sent(editor_client):
    back = Correspondent(text="We met in Leeds.")
    page = editor_client.get(address(back.submission))

    press(editor_client, page, "thank", thanks="Thanks.", marked="We met in [[Leeds|place]].")
    late = press(editor_client, page, "thank", thanks="So do I.", marked="We met in Leeds, yes.")

    now = fields(editor_client.get(address(back.submission)))
    assert now["marked"] == "We met in [[Leeds|place|another]]."
    assert late.status_code == 409
    assert says(late, "So do I.")


@pytest.mark.parametrize("action", ["hold", "ask"])
def test_a_page_without_the_text_does_not_empty_the_draft(editor_client, action):
    submission = make_submission(text="We met in Leeds.")
    desk = address(submission)
    changed = {"marked": "We met in [[Leeds|place]].", "question": "When?", "hold_reason": "other"}
    press(editor_client, editor_client.get(desk), action, **changed)

    back = {"hold": "resume", "ask": "return"}[action]
    press(editor_client, editor_client.get(desk), back)

    page = editor_client.get(desk)
    assert fields(page)["marked"] == "We met in [[Leeds|place|another]]."


@pytest.mark.parametrize(
    ("action", "field"),
    [("ask", "question"), ("thank", "thanks"), ("decline", "decline_message")],
)
@pytest.mark.parametrize(
    ("typed", "sent"),
    [("", "Which <year> was it?"), ("Or month?", "Which <year> was it?\n\nOr month?")],
)
def test_a_phrase_goes_before_what_was_typed(editor_client, phrase, action, field, typed, sent):
    back = Correspondent()
    page = editor_client.get(address(back.submission))
    reason = str(DeclineReason.objects.get(slug="legal").pk)

    chosen = {f"{field}_phrase": str(phrase.pk), field: typed, "decline_reason": reason}
    press(editor_client, page, action, **chosen)

    assert [said for _, said in written_to(reload(back))] == [sent]
    assert says(back.open(), "Which &lt;year&gt; was it?")


def test_a_phrase_that_was_deleted_meanwhile_is_not_missed_silently(editor_client, phrase):
    page = editor_client.get(address(make_submission()))
    phrase.delete()

    response = press(
        editor_client, page, "ask", question_phrase=str(phrase.pk or 0), question="In words."
    )

    assert response.status_code == 422
    assert says(response, "That phrase is not there any more.")
    assert fields(response)["question"] == "In words."


@pytest.mark.parametrize(
    ("action", "field", "sentence"),
    [
        ("ask", "question", "Write what you want to ask."),
        ("thank", "thanks", "Write what you want to say."),
    ],
)
def test_neither_phrase_nor_words_is_asked_for_again(editor_client, action, field, sentence):
    page = editor_client.get(address(make_submission()))

    response = press(editor_client, page, action, **{field: "  "})

    assert response.status_code == 422
    assert says(response, sentence)


def test_words_that_are_too_many_come_back(editor_client):
    page = editor_client.get(address(make_submission()))
    long = "word " * 500

    response = press(editor_client, page, "thank", thanks=long)

    assert response.status_code == 422
    assert fields(response)["thanks"].strip() == long.strip()
    assert not Message.objects.exists()


def test_what_is_typed_in_one_panel_stands_there_after_another_was_refused(editor_client):
    page = editor_client.get(address(make_submission()))

    refused = press(
        editor_client, page, "decline", question="Half a question", thanks="Half thanks"
    )
    preview = press(editor_client, page, "preview", question="Half a question")

    assert fields(refused)["question"] == "Half a question"
    assert fields(refused)["thanks"] == "Half thanks"
    assert fields(preview)["question"] == "Half a question"


def test_a_question_to_what_has_changed_meanwhile_is_given_back(editor_client, editor):
    submission = make_submission()
    page = editor_client.get(address(submission))
    deciding.keep(submission, 1, by=editor)

    response = press(editor_client, page, "ask", question="Which <year>?")

    assert response.status_code == 409
    assert says(response, "Which &lt;year&gt;?")


def test_a_session_that_ended_gives_every_word_back(editor_client):
    page = editor_client.get(address(make_submission()))
    editor_client.logout()

    response = press(editor_client, page, "ask", question="Which year?", thanks="And thanks.")

    assert response.status_code == 403
    assert says(response, "Which year?")
    assert says(response, "And thanks.")


def test_a_declined_one_shows_the_reason_and_the_kind_word_until_it_is_purged(editor_client):
    back = Correspondent(text="Words.")
    page = editor_client.get(address(back.submission))
    reason = DeclineReason.objects.get(slug="legal")

    kind = {"decline_reason": str(reason.pk), "decline_message": "Do write again."}
    press(editor_client, page, "decline", **kind)
    shown = back.open()

    assert says(shown, reason.for_contributor)
    assert says(shown, "Do write again.")
    assert answers_to(reload(back)) == []
    assert b"again" not in bytes(Message.objects.get().sealed)
    assert Decision.objects.get().reason == "legal"
    assert "again" not in str(list(Decision.objects.values()))
    back.submission.purge(before=back.submission.settled_on.replace(year=2100))
    gone = back.open()
    assert says(gone, reason.for_contributor)
    assert not says(gone, "Do write again.")


def test_declining_without_a_kind_word_writes_none(editor_client):
    page = editor_client.get(address(make_submission()))

    press(
        editor_client,
        page,
        "decline",
        decline_reason=str(DeclineReason.objects.get(slug="legal").pk),
    )

    assert Submission.objects.get().state == "declined"
    assert not Message.objects.exists()


def test_nothing_is_written_to_one_whose_key_the_desk_has_lost(editor_client):
    back = Correspondent()
    back.submission.wrapped_key.for_desk = b""
    back.submission.wrapped_key.save()
    page = editor_client.get(address(back.submission))
    reason = str(DeclineReason.objects.get(slug="legal").pk)

    response = press(
        editor_client, page, "decline", decline_reason=reason, decline_message="Sorry."
    )

    assert buttons(page) == ["decline"]
    assert "decline_message" not in fields(page)
    assert response.status_code == 302
    assert not Message.objects.exists()
