"""The form: neutral, cookieless, scriptless, and meant for what was asked."""

import pytest

from tests.factories import make_call_out, make_draft, make_post, make_reply
from tests.page_forms import forms_in


def kinds(response):
    """Return the kinds that the form offers."""
    content = response.content.decode()
    return [part.partition('"')[0] for part in content.split('name="kind" value="')[1:]]


def form(response):
    (found,) = [form for form in forms_in(response) if "text" in form["fields"]]
    return found


def test_the_form_opens_with_a_token_and_no_target(contributor):
    response = contributor.open()

    fields = form(response)["fields"]
    assert response.status_code == 200
    assert fields["token"]
    assert fields["target"] == fields["text"] == fields["title"] == ""
    assert fields["kind"] == "guest_blog"


def test_without_a_target_a_reply_is_not_offered(contributor):
    response = contributor.open()

    assert kinds(response) == ["guest_blog", "confidential"]


def test_a_posts_button_opens_the_form_for_a_reply_to_it(contributor):
    post = make_post(title="On parking")

    response = contributor.open(target=f"post:{post.pk}")

    assert response.status_code == 200
    assert form(response)["fields"]["target"] == f"post:{post.pk}"
    assert form(response)["fields"]["kind"] == "reply"
    assert "A reply to “On parking”" in response.content.decode()


def test_a_replys_button_opens_the_form_for_an_answer_to_it(contributor):
    reply = make_reply(post=make_post(title="On parking"))

    response = contributor.open(target=f"reply:{reply.pk}")

    assert form(response)["fields"]["target"] == f"reply:{reply.pk}"
    assert "A reply to reply 1 under “On parking”" in response.content.decode()


def test_the_buttons_under_a_post_lead_to_their_targets(contributor):
    reply = make_reply()
    page = contributor.client.get(reply.post.get_absolute_url())

    fields = [found["fields"] for found in forms_in(page)]
    targets = [each["target"] for each in fields if "target" in each]

    assert targets == [f"post:{reply.post.pk}", f"reply:{reply.pk}"]
    assert all(contributor.open(target=target).status_code == 200 for target in targets)


def test_open_call_outs_are_offered_and_closed_ones_are_not(contributor):
    open_one = make_call_out(title="Tell us about workloads", text="What is it like?")
    make_call_out(title="Too late", closed_on="2026-01-01")

    response = contributor.open()

    assert kinds(response) == ["guest_blog", f"call_out:{open_one.pk}", "confidential"]
    assert "What is it like?" in response.content.decode()
    assert "Too late" not in response.content.decode()


@pytest.mark.parametrize("target", ["post:424242", "reply:424242", "page:1", "<script>", "post:"])
def test_an_unknown_target_is_404_with_the_form_all_the_same(contributor, target):
    response = contributor.open(target=target)

    assert response.status_code == 404
    assert "cannot find what you are answering" in response.content.decode()
    assert kinds(response) == ["guest_blog", "confidential"]
    assert "<script>" not in response.content.decode()


def test_a_target_that_was_taken_down_is_410_with_the_form_all_the_same(contributor):
    post, reply = make_post(), make_reply()
    post.retract()
    reply.retract()

    answers = [contributor.open(target=name) for name in (f"post:{post.pk}", f"reply:{reply.pk}")]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("has been taken down" in answer.content.decode() for answer in answers)
    assert all(kinds(answer) == ["guest_blog", "confidential"] for answer in answers)


def test_a_drafts_title_is_not_given_away(contributor):
    draft = make_draft(title="What I have not said yet")

    response = contributor.open(target=f"post:{draft.pk}")

    assert response.status_code == 404
    assert "What I have not said yet" not in response.content.decode()


def test_the_address_and_the_title_are_neutral(contributor):
    for response in (contributor.open(), contributor.write("Words.")):
        assert response.request["PATH_INFO"] == "/contact/"
        assert response.request["QUERY_STRING"] == ""
        assert "<title>Contact</title>" in response.content.decode()


def test_a_target_in_the_address_is_not_looked_at(contributor):
    post = make_post(title="On parking")

    response = contributor.client.get(f"/contact/?target=post:{post.pk}")

    assert "On parking" not in response.content.decode()


def test_no_page_of_the_form_carries_a_script(contributor):
    for response in (contributor.open(), contributor.write("Words."), contributor.write("")):
        assert "<script" not in response.content.decode()
        assert "javascript:" not in response.content.decode()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(contributor, method):
    response = contributor.client.generic(method, "/contact/", b"text=words")

    assert response.status_code == 405


def test_every_field_has_its_label_and_hint_joined_to_it(contributor):
    content = contributor.open().content.decode()

    for field in ("title", "text"):
        assert f'<label for="id_{field}">' in content
        assert f'id="id_{field}_helptext"' in content
    assert content.count('aria-describedby="id_text_helptext"') == 1
