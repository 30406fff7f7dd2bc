"""Somebody complains: what is asked, what is kept, what the page says."""

import logging
from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from contributions import flood, form_token, stated_wait
from contributions.models import Complaint, DeskKey, LockedKey, Post, Reply
from contributions.notice_period import LONDON
from tests.complainant import ANSWERS, Complainant
from tests.factories import make_draft, make_post, make_reply, the_desk
from tests.page_forms import encoded, fields_in, forms_in

KINDS = pytest.mark.parametrize("kind", ANSWERS)


@pytest.fixture
def complainant(db):
    the_desk()
    return Complainant()


def stored():
    """Return the one complaint that is stored, and {question: answer} of what it says."""
    complaint = Complaint.objects.get()
    return complaint, dict(complaint.answers(the_desk()))


def assert_given_back(response, status, said, **fields):
    assert response.status_code == status
    assert said in response.content.decode()
    assert fields_in(response, "send").items() >= fields.items()
    assert not Complaint.objects.exists()


def test_each_post_and_reply_has_a_button_that_leads_here_with_its_revision(complainant):
    reply = make_reply()
    Post.objects.update(revision=3)
    page = complainant.client.get(reply.post.get_absolute_url())

    forms = [form["fields"] for form in forms_in(page) if "revision" in form["fields"]]

    assert forms == [
        {"target": f"post:{reply.post.pk}", "revision": "3"},
        {"target": f"reply:{reply.pk}", "revision": "1"},
    ]
    content = page.content.decode()
    assert content.count('formaction="/contact/complaint/"') == 2
    assert f'aria-label="Report reply {reply.number}"' in content


@KINDS
def test_a_complaint_about_a_reply_is_kept_as_it_was_written(complainant, kind):
    reply = make_reply()

    response = complainant.complain(kind, about=reply)

    complaint, said = stored()
    assert response.status_code == 200
    assert "Your complaint has arrived" in response.content.decode()
    assert (complaint.kind, complaint.state) == (kind, "open")
    assert (complaint.post, complaint.reply, complaint.revision) == (reply.post, reply, 1)
    assert timezone.now() - complaint.received_at < timedelta(minutes=1)
    written = {answer for field, answer in ANSWERS[kind].items() if field not in CHOSEN}
    assert written <= set(said.values())
    assert said["Where is it?"].endswith(f".html#c{reply.number}")


CHOSEN = {"knows_writer", "pass_on"}


def test_what_was_chosen_is_kept_in_words(complainant):
    complainant.complain("defamation")

    _, said = stored()
    assert "No, I do not have enough information to do that" in said.values()
    assert "My name only" in said.values()


def test_the_answer_says_by_when_an_editor_looks(complainant):
    came = datetime(2026, 11, 27, 16, 5, tzinfo=LONDON)
    form = complainant.form()

    with (
        mock.patch("contributions.views.complaining.timezone.now", return_value=came),
        mock.patch("time.time", return_value=came.timestamp()),
    ):
        fields = fields_in(form, "send") | {"token": form_token.issue(), "send": "1"}
        response = complainant.post(fields | {"where": "there"} | ANSWERS["identifies"])

    assert "Tuesday 1 December, 16:05" in response.content.decode()


@KINDS
def test_each_answer_that_is_missing_is_said_and_the_rest_comes_back(complainant, kind):
    form = complainant.form(kind)
    needed = [name for name in fields_in(form, "send") if name in ANSWERS[kind]]
    for name in [*needed, "where"]:
        rest = {"where": "somewhere"} | ANSWERS[kind]
        rest.pop(name)

        response = complainant.send(form, **rest)

        if name == "contact" and kind in ("identifies", "other"):
            assert response.status_code == 200
            Complaint.objects.all().delete()
        else:
            assert_given_back(response, 422, "Something needs another look", **rest)


def test_what_was_not_chosen_is_asked_for_again(complainant):
    answers = {k: v for k, v in ANSWERS["defamation"].items() if k not in CHOSEN}

    response = complainant.send(complainant.form("defamation"), where="there", **answers)

    assert_given_back(response, 422, "Choose an answer: May we give whoever wrote it", **answers)


@pytest.mark.parametrize("email", ["zebedee", "zebedee@", "a b@example.org"])
def test_an_email_address_that_is_not_whole_comes_back(complainant, email):
    response = complainant.complain("defamation", email=email)

    assert_given_back(response, 422, "Look at the email address again", email=email)


@pytest.mark.parametrize(("field", "most"), [("text", 10_000), ("where", 300), ("contact", 300)])
def test_what_is_too_long_comes_back_whole(complainant, field, most):
    response = complainant.complain("other", **{field: "w" * (most + 1)})

    assert_given_back(
        response, 422, f"the most we can take is {most:,}", **{field: "w" * (most + 1)}
    )
    assert complainant.complain("other", **{field: "w" * most}).status_code == 200


def test_what_did_not_arrive_as_it_was_typed_comes_back(complainant):
    response = complainant.complain("other", text="a \N{REPLACEMENT CHARACTER} b")

    assert_given_back(response, 422, "did not arrive as you typed them")


def test_a_second_press_stores_nothing_and_keeps_what_was_changed(complainant):
    form = complainant.form("other")
    complainant.send(form, where="there", text="As it was.")

    twice = complainant.send(form, where="there", text="Changed.")

    assert twice.status_code == 200
    assert "stored once" in twice.content.decode()
    complaint, said = stored()
    assert said["What is wrong?"] == "As it was."
    (fields,) = [form["fields"] for form in forms_in(twice) if "token" in form["fields"]]
    assert complainant.post(fields).status_code == 200
    other = Complaint.objects.exclude(pk=complaint.pk).get()
    assert dict(other.answers(the_desk()))["What is wrong?"] == "Changed."


def test_a_form_that_was_never_given_comes_back_and_can_then_be_sent(complainant):
    response = complainant.complain("other", token="forged")

    assert_given_back(response, 403, "did not arrive whole", **ANSWERS["other"])
    assert complainant.send(response).status_code == 200
    assert Complaint.objects.count() == 1


def test_a_form_that_was_open_too_long_comes_back_and_can_then_be_sent(complainant):
    form = complainant.form("other")
    late = timezone.now().timestamp() + form_token.LIFETIME.total_seconds() + 60

    with mock.patch("time.time", return_value=late):
        response = complainant.send(form, where="there", **ANSWERS["other"])

    assert_given_back(response, 403, "open too long", **ANSWERS["other"])
    assert complainant.send(response).status_code == 200


def test_another_sites_page_cannot_send_one(complainant):
    fields = fields_in(complainant.form("other"), "send") | {"send": "1", "where": "there"}

    response = complainant.post(fields | ANSWERS["other"], origin="https://elsewhere.example")

    assert_given_back(response, 403, "another site", **ANSWERS["other"])
    assert complainant.send(response).status_code == 200


def test_what_was_taken_down_meanwhile_can_still_be_complained_of(complainant):
    reply = make_reply()
    form = complainant.form("other", about=reply)
    reply.retract()

    response = complainant.send(form, **ANSWERS["other"])

    assert response.status_code == 200
    assert stored()[0].reply == reply


def test_the_title_of_what_was_taken_down_is_not_shown(complainant):
    post = make_post(title="The heron of the annexe")
    post.retract()

    content = complainant.form("other", about=post).content.decode()

    assert "heron" not in content
    assert "has been taken down in the meantime" in content


def test_a_draft_is_about_nothing_so_the_form_asks_where(complainant):
    draft = make_draft(title="The heron of the annexe")

    form = complainant.form("other", about=draft)
    complainant.send(form, where="there", **ANSWERS["other"])

    assert "heron" not in form.content.decode()
    assert stored()[0].post is None


@pytest.mark.parametrize("target", ["post:987654321", "reply:1", "nonsense", "post:1; --", ""])
def test_a_target_that_never_was_only_asks_where(complainant, target):
    form = complainant.post({"target": target, "revision": "1", "kind": "other"})

    response = complainant.send(form, where="there", **ANSWERS["other"])

    assert response.status_code == 200
    complaint, said = stored()
    assert (complaint.target, complaint.revision) == (None, None)
    assert said["Where is it?"] == "there"


def test_an_address_of_ours_that_was_typed_leads_to_what_it_names(complainant):
    reply = make_reply()
    address = f"https://blog.example{reply.post.get_absolute_url()}#c{reply.number}"

    complainant.complain("other", where=f"It is at {address}, I think")

    assert stored()[0].reply == reply


@pytest.mark.parametrize(
    ("told", "kept"), [("2", 2), ("1", 1), ("3", 3), ("4", 3), ("0", 3), ("x", 3), ("9" * 40, 3)]
)
def test_the_revision_is_the_one_that_the_page_showed(complainant, told, kept):
    post = make_post()
    Post.objects.update(revision=3)

    complainant.complain("other", about=post, revision=told)

    complaint, _ = stored()
    assert complaint.revision == kept
    assert complaint.has_changed == (kept < 3)


def test_what_was_written_comes_along_to_another_kind(complainant):
    reply = make_reply()
    form = complainant.form("other", about=reply)

    kinds = complainant.post(fields_in(form, "send") | {"text": "Mine!", "other_kind": "1"})
    other = complainant.post(fields_in(kinds, "kind") | {"kind": "legal"})

    assert fields_in(other, "send")["text"] == "Mine!"
    assert fields_in(other, "send")["target"] == f"reply:{reply.pk}"


def test_an_unknown_kind_is_asked_for_again(complainant):
    response = complainant.post({"kind": "nonsense", "send": "1", "text": "Mine!"})

    assert "What is wrong with it?" in response.content.decode()
    assert fields_in(response, "kind")["text"] == "Mine!"


def test_a_legal_notice_is_taken_from_the_employers_network_with_a_word_of_warning(complainant):
    page = complainant.client.get("/contact/complaint/", **{"wsgi.employer_network": True})

    assert page.status_code == 200
    assert "You seem to be on the employer’s network" in page.content.decode()


def test_too_many_sends_get_the_words_back(complainant):
    fields = fields_in(complainant.form("other"), "send") | ANSWERS["other"] | {"send": "1"}

    response = complainant.client.generic(
        "POST",
        "/contact/complaint/",
        encoded(fields),
        content_type="application/x-www-form-urlencoded",
        **{"wsgi.over_the_limit": True},
    )

    assert response.status_code == 429
    assert ANSWERS["other"]["text"] in response.content.decode()
    assert not Complaint.objects.exists()


def test_whoever_fills_in_the_hidden_field_waits_and_then_it_arrives(complainant):
    response = complainant.complain("other", **{stated_wait.TRAP: "pills"})

    assert response.status_code == 429
    assert f"Please wait {stated_wait.WAIT_OF_THE_TRAPPED} seconds" in response.content.decode()
    (fields,) = [f["fields"] for f in forms_in(response) if "ticket" in f["fields"]]
    with mock.patch("time.time", return_value=timezone.now().timestamp() + 31):
        assert complainant.post(fields).status_code == 200
    assert Complaint.objects.count() == 1


def test_when_flooded_a_complaint_waits_too(complainant, settings):
    settings.LIMITS_TIMES = 1
    for _ in range(int(flood.MANY * 1.5)):
        flood.count()
    try:
        assert complainant.complain("other").status_code == 429
    finally:
        flood.forget()


def test_a_database_that_is_gone_loses_no_word(complainant):
    form = complainant.form("other")

    def fail(*args):
        raise OperationalError

    with connection.execute_wrapper(fail):
        response = complainant.send(form, where="there", **ANSWERS["other"])
    (fields,) = [f["fields"] for f in forms_in(response) if "token" in f["fields"]]
    stored_before = Complaint.objects.count()
    again = complainant.post(fields)

    assert response.status_code == 503
    assert stored_before == 0
    assert again.status_code == 200
    assert stored()[1]["What is wrong?"] == ANSWERS["other"]["text"]


def test_a_database_that_breaks_off_midway_stores_nothing_half(complainant):
    form = complainant.form("other")

    def fail_at_the_words(execute, sql, params, many, context):
        if "contributions_complaint" in sql and sql.startswith("INSERT"):
            raise OperationalError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail_at_the_words):
        response = complainant.send(form, where="there", **ANSWERS["other"])

    assert response.status_code == 503
    assert not LockedKey.objects.exists()
    assert complainant.send(form, where="there", **ANSWERS["other"]).status_code == 200
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_desk_that_is_closed_takes_none_and_says_so(complainant, method):
    DeskKey.objects.all().delete()

    response = getattr(complainant.client, method)("/contact/complaint/")

    assert response.status_code == 503
    assert "no editor&#x27;s key" in response.content.decode()


@KINDS
def test_no_page_of_it_has_a_script_a_cookie_or_a_title_that_tells(complainant, kind):
    form = complainant.form(kind)
    pages = [complainant.client.get("/contact/complaint/"), form, complainant.complain(kind)]

    for page in pages:
        content = page.content.decode()
        assert "<script" not in content
        assert " style=" not in content
        assert "<title>Contact</title>" in content
        assert page.headers["Cache-Control"] == "no-store"
        assert not page.cookies


@KINDS
def test_the_form_says_what_is_kept_and_how_long(complainant, kind):
    content = complainant.form(kind).content.decode()

    assert "Your words are kept just as you write them" in content
    assert ("a year" if kind in ("defamation", "legal") else "90 days") in content


def test_what_somebody_wrote_is_in_no_log(complainant, caplog):
    caplog.set_level(logging.DEBUG)

    for kind in ANSWERS:
        complainant.complain(kind)
        complainant.complain(kind, token="forged")

    for answers in ANSWERS.values():
        for answer in answers.values():
            if len(answer) > len("neither"):
                assert answer not in caplog.text


def test_markup_in_an_answer_stays_words(complainant):
    response = complainant.complain("other", where="", text="<script>alert(1)</script>")

    assert response.status_code == 422
    assert "<script>" not in response.content.decode()


def test_a_reply_that_is_gone_altogether_leaves_the_complaint(complainant):
    reply = make_reply()
    complainant.complain("other", about=reply)

    Reply.objects.all().delete()

    complaint, said = stored()
    assert (complaint.reply, complaint.post) == (None, reply.post)
    assert "#c" in said["Where is it?"]
