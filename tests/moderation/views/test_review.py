"""The review page: what an editor sees, previews and publishes."""

import pytest

from contributions.models import ApprovedCopy, Post, Reply, Submission
from contributions.words import Words
from tests.factories import (
    make_call_out,
    make_guest_blog,
    make_post,
    make_reply,
    make_settled_submission,
    make_submission,
    words_of,
)
from tests.moderation.approving import send_out
from tests.moderation.desk import address, buttons, fields, press


@pytest.fixture
def opened(editor_client):
    """Open the review page of a submission."""

    def open_page(**parts):
        return editor_client.get(address(make_submission(**parts)))

    return open_page


def says(response, words):
    return words in response.content.decode()


def test_the_text_is_shown_with_its_findings_marked_and_explained(opened):
    page = opened(title="Ring 07700 900123", text="Ask Karen Wray & <me>.")

    assert page.status_code == 200
    assert says(page, ">[phone]</mark>")
    assert says(page, ">[name]</mark>")
    assert says(page, "Ask ")
    assert says(page, "&amp; &lt;me&gt;.")
    assert says(page, "2 findings")


def test_words_that_the_contributor_kept_stand_out(editor_client):
    finding = {"field": "text", "start": 5, "end": 17, "category": "PHONE", "severity": "strip"}
    rest = {"replacement": "[phone]", "reason": "A number.", "kept": True, "replaced": False}

    words = Words("", "Ring 07700 900123", [finding | rest])
    submission = Submission.objects.receive(words, kind="guest_blog")
    page = editor_client.get(address(submission))

    assert says(page, "Kept as written by the contributor.")


PUBLISHABLE = {
    *(
        "preview",
        "guest_blog",
        "digest",
        "reply",
        "ask",
        "consent",
        "hold",
        "decline",
        "keep",
        "thank",
    )
}


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("guest_blog", PUBLISHABLE),
        ("reply", PUBLISHABLE),
        ("confidential", {"close", "hold", "ask", "thank"}),
    ],
)
def test_a_kind_offers_its_own_ways(opened, kind, offered):
    assert set(buttons(opened(kind=kind))) == offered


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("held", {"resume", "thank"}),
        ("declined", {"reconsider", "thank"}),
        ("closed", {"thank"}),
    ],
)
def test_a_state_offers_its_own_ways(opened, state, offered):
    assert set(buttons(opened(state=state))) == offered


@pytest.mark.parametrize("state", ["published", "retracted", "withdrawn"])
def test_a_settled_one_says_that_its_words_are_gone(editor_client, state):
    page = editor_client.get(
        address(make_settled_submission(state, became_post=make_guest_blog(title="It")))
    )

    assert buttons(page) == []
    assert says(page, "Its words are no longer kept here.")
    assert says(page, "Guest Blog 1: It")


def test_what_it_answers_is_shown_and_linked(opened):
    reply = make_reply(body="<p>What was said.</p>")

    to_reply = opened(kind="reply", target_reply=reply, target_post=reply.post)
    to_call = opened(call_out=make_call_out(title="On workloads"))

    assert says(to_reply, reply.get_absolute_url())
    assert says(to_reply, "What was said.")
    assert fields(to_reply)["post"] == reply.post.get_absolute_url()
    assert says(to_call, "On workloads")


def test_a_preview_shows_what_readers_will_see_and_stores_nothing(editor_client, opened):
    page = opened(text="We met Jo Fox.\n\nIn Leeds <b>.")

    preview = press(
        editor_client, page, "preview", marked="We met [[her]].\n\nIn [[Leeds|place|legal]] <b>."
    )

    assert preview.status_code == 200
    assert says(preview, "<p>We met [name].</p><p>In [place] &lt;b&gt;.</p>")
    assert "[[her|name|another]]" in fields(preview)["marked"]
    assert words_of(Submission.objects.get()).text == "We met [name].\n\nIn Leeds <b>."
    assert not ApprovedCopy.objects.exists()
    assert not Post.objects.exists()


def test_a_previewed_text_is_published_as_the_next_guest_blog(editor_client, opened):
    page = opened(text="We met somebody in Leeds.")
    page = press(editor_client, page, "preview", marked="In [[Leeds|place]].", title="The title")

    response = press(editor_client, page, "guest_blog")
    answer = editor_client.get("/admin/")
    post = send_out()

    assert response.status_code == 302
    assert (post.heading, post.body) == ("Guest Blog 1: The title", "<p>In [place].</p>")
    assert says(answer, "Approved. It goes out on ")
    assert Submission.objects.get().sealed is None


def test_a_text_that_needs_no_redaction_is_approved_without_a_second_look(editor_client, opened):
    press(editor_client, opened(text="Words.", title="Fine"), "guest_blog")
    send_out()

    assert Post.objects.get().body == "<p>Words.</p>"


@pytest.mark.parametrize("action", ["guest_blog", "reply"])
def test_a_text_that_was_not_previewed_is_shown_instead_of_published(editor_client, opened, action):
    post = make_post()
    page = opened(text="We met in Leeds.", title="Fine", kind="reply", target_post=post)

    shown = press(editor_client, page, action, marked="We met in [[Leeds|place]].")
    kept = (Post.objects.count(), Reply.objects.count(), Submission.objects.get().state)
    response = press(editor_client, shown, action)

    assert shown.status_code == 422
    assert says(shown, "Nothing has gone out yet")
    assert says(shown, "<p>We met in [place].</p>")
    assert kept == (1, 0, "waiting")
    assert response.status_code == 302
    assert Submission.objects.get().state == "approved"


def test_a_title_that_was_not_previewed_is_shown_instead_of_published(editor_client, opened):
    page = opened(text="Words.", title="Fine")

    shown = press(editor_client, page, "guest_blog", title="Another title")

    assert shown.status_code == 422
    assert not Post.objects.exists()
    assert fields(shown)["title"] == "Another title"


def test_a_reply_is_published_under_what_it_answers(editor_client, opened):
    parent = make_reply()
    page = opened(text="Words.", kind="reply", target_reply=parent, target_post=parent.post)

    press(editor_client, page, "reply")
    send_out()

    reply = Reply.objects.get(number=2)
    assert (reply.post, reply.parent, reply.body) == (parent.post, parent, "<p>Words.</p>")


def test_a_reply_can_go_under_another_post(editor_client, opened):
    parent, other = make_reply(), make_post(title="Other")
    page = opened(text="Words.", kind="reply", target_reply=parent, target_post=parent.post)

    press(editor_client, page, "reply", post=f"https://blog.example{other.get_absolute_url()}")
    send_out()

    reply = Reply.objects.get(post=other)
    assert (reply.number, reply.parent) == (1, None)


def test_a_reply_can_answer_another_reply_by_its_address(editor_client, opened):
    parent = make_reply()
    page = opened(text="Words.", kind="reply")

    press(editor_client, page, "reply", post=parent.get_absolute_url())
    send_out()

    assert Reply.objects.get(number=2).parent == parent


def test_an_imported_reply_can_be_answered_by_its_old_address(editor_client, opened):
    parent = make_reply()
    Reply.objects.update(imported_id=5837061129345712345)
    page = opened(text="Words.", kind="reply")

    address = f"{parent.post.get_absolute_url()}#c5837061129345712345"
    press(editor_client, page, "reply", post=address)
    send_out()

    assert Reply.objects.get(number=2).parent == parent


def test_an_answer_to_a_reply_that_is_not_there_is_refused(editor_client, opened):
    parent = make_reply()
    page = opened(text="Words.", kind="reply")

    response = press(editor_client, page, "reply", post=f"{parent.post.get_absolute_url()}#c9")

    assert response.status_code == 422
    assert says(response, "There is no reply 9 under that post.")
    assert Reply.objects.count() == 1


def test_what_was_overlooked_when_it_came_is_shown_to_the_editor(editor_client):
    words = Words("", "Ring 07700 900123 about it.", [])
    submission = Submission.objects.receive(words, kind="guest_blog")

    content = editor_client.get(f"/admin/desk/{submission.pk}/").content.decode()

    assert "Look again" in content
    assert "<li>“07700 900123”</li>" in content
