"""The pages on which a digest is gathered: nothing typed is lost, and each button does its own."""

import pytest
from django.utils import timezone

from contributions.models import Post, Submission
from moderation import gathering, publishing
from moderation.converting import convert_to_item
from tests.factories import make_digest, make_digest_draft, make_post, make_reply, make_submission
from tests.moderation.approving import approve_for
from tests.moderation.changing import act, changed
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db
LIST = "/admin/desk/digests/"


@pytest.fixture
def digest():
    return make_digest_draft(title="Before", body="<p>You wrote.</p>")


@pytest.fixture
def opened(editor_client, digest):
    """Return a function that gives the fields of the page as it is opened."""
    return lambda: fields_of(editor_client.get(address(digest)))


@pytest.fixture
def press(editor_client, digest, opened):
    """Return a function that opens the page, changes fields, presses a button; returns the page."""

    def press(action, seen=None, **changed):
        data = (seen or opened()) | {"action": action} | changed
        return editor_client.post(address(digest), data, follow=True)

    return press


def fields_of(page):
    return next(form["fields"] for form in forms_in(page) if "body" in form["fields"])


def address(digest):
    return f"{LIST}{digest.pk}/"


def gather(digest, editor, *texts):
    for text in texts:
        approve_for(digest, make_submission(), editor, text=text)
    return list(digest.items.in_order())


def says(answer):
    return answer.content.decode()


def test_a_digest_is_begun_with_a_title(editor_client):
    answer = editor_client.post(LIST, {"title": "What you made of it"}, follow=True)

    digest = Post.objects.get()
    assert (digest.kind, digest.status, digest.title) == ("digest", "draft", "What you made of it")
    assert answer.redirect_chain == [(address(digest), 302)]
    assert "What you made of it" in says(editor_client.get(LIST))


def test_without_a_title_none_is_begun(editor_client):
    answer = editor_client.post(LIST, {"title": " "})

    assert answer.status_code == 422
    assert not Post.objects.exists()


def test_title_and_introduction_are_kept_by_whatever_button(press, digest, editor):
    gather(digest, editor, "One.")

    press("approve", title="After", body="<p>You <em>all</em> wrote.</p><script>x</script>")

    digest.refresh_from_db()
    assert (digest.title, digest.body) == ("After", "<p>You <em>all</em> wrote.</p>x")
    assert digest.due_at > timezone.now()


def test_the_preview_is_what_readers_will_see(press, digest, editor, client, editor_client):
    gather(digest, editor, "One [[Jo|name]].", "Two.")
    preview = editor_client.get(address(digest))

    press("now", now_reason="urgent")

    digest.refresh_from_db()
    pages = [preview, client.get(digest.get_absolute_url())]
    accounts = ["".join(says(page).split()).partition('class="accounts">')[2] for page in pages]
    in_preview, for_readers = (html.partition("</section></div>")[0] for html in accounts)
    assert in_preview == for_readers
    assert "One[name]." in in_preview


def test_accounts_are_put_in_order_by_numbers(press, digest, editor):
    one, two, three = gather(digest, editor, "One.", "Two.", "Three.")

    press("save", **{f"place-{three.pk}": "1", f"place-{one.pk}": "2", f"place-{two.pk}": ""})

    assert list(digest.items.in_order()) == [three, one, two]


@pytest.mark.parametrize(("button", "order"), [("up", [1, 0, 2]), ("down", [0, 2, 1])])
def test_accounts_move_by_arrows(press, digest, editor, button, order):
    items = gather(digest, editor, "One.", "Two.", "Three.")

    press(f"{button}-{items[1].pk}")

    assert list(digest.items.in_order()) == [items[n] for n in order]


def test_the_first_goes_no_further_up(press, digest, editor):
    items = gather(digest, editor, "One.", "Two.")

    press(f"up-{items[0].pk}")

    assert list(digest.items.in_order()) == items


def test_an_account_that_is_taken_out_waits_again(press, digest, editor):
    one, _ = gather(digest, editor, "One.", "Two.")

    answer = press(f"leave-{one.pk}")

    assert "Taken out." in says(answer)
    assert digest.items.count() == 1
    assert Submission.objects.awaiting_review().count() == 1


def test_several_replies_are_added_by_their_numbers(press, digest):
    post = make_post()
    for _ in range(3):
        make_reply(post=post)

    answer = press("add", post=post.get_absolute_url() + "#c2", numbers="3, 1")

    assert "Added: 3." in says(answer)
    assert [item.reply.number for item in digest.items.in_order()] == [3, 1, 2]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"post": "/nowhere.html"}, "Give the address of a published post."),
        ({"numbers": "9"}, "There is no reply 9 under that post."),
        ({"numbers": "none"}, "Give the number of a reply."),
    ],
)
def test_what_is_not_there_is_not_added_and_the_form_comes_back(press, digest, fields, sentence):
    reply = make_reply()

    answer = press("add", **{"post": reply.post.get_absolute_url(), "title": "Kept"} | fields)

    assert answer.status_code == 422
    assert sentence in says(answer)
    assert 'value="Kept"' in says(answer)
    assert not digest.items.exists()


def test_a_reply_that_has_its_place_already_is_refused(press, digest, editor):
    reply = make_reply()
    convert_to_item(reply, digest, by=editor)

    answer = press("add", post=reply.get_absolute_url())

    assert "has its place in a digest already" in says(answer)
    assert digest.items.count() == 1


def test_an_empty_one_is_neither_approved_nor_published_and_says_why(press, digest):
    for button in ("approve", "now"):
        answer = press(button, now_reason="urgent", title="Kept")

        assert "at least one account" in says(answer)
        assert 'value="Kept"' in says(answer)
    digest.refresh_from_db()
    assert (digest.status, digest.due_at, digest.title) == ("draft", None, "Before")


def test_publishing_at_once_needs_a_reason(press, digest, editor):
    gather(digest, editor, "One.")

    answer = press("now")

    assert "Choose why it cannot wait." in says(answer)
    digest.refresh_from_db()
    assert digest.is_draft


def test_published_at_once_it_is_public(press, digest, editor, client):
    gather(digest, editor, "One.")

    answer = press("now", now_reason="urgent")

    assert "Published." in says(answer)
    digest.refresh_from_db()
    assert client.get(digest.get_absolute_url()).status_code == 200


def test_an_approval_is_taken_back(press, digest, editor):
    gather(digest, editor, "One.")
    press("approve")

    press("back")

    digest.refresh_from_db()
    assert digest.due_at is None


def test_one_that_is_public_leads_to_its_post(editor_client):
    digest = make_digest("<p>One.</p>")

    answer = editor_client.get(address(digest))

    assert answer.url == f"/admin/contributions/post/{digest.pk}/change/"


def test_published_meanwhile_it_gives_back_what_was_written(press, opened, digest, editor):
    gather(digest, editor, "One.")
    seen = opened()
    publishing.publish_post(digest, by=editor, reason="urgent")

    answer = press("save", seen, title="Too late", body="<p>Long thought about.</p>")

    assert answer.status_code == 409
    assert "This digest has been published" in says(answer)
    assert 'value="Too late"' in says(answer)
    assert "Long thought about." in says(answer)
    assert 'value="now"' not in says(answer)
    digest.refresh_from_db()
    assert (digest.title, digest.body) == ("Before", "<p>You wrote.</p>")


def change_words(digest, editor):
    Post.objects.filter(pk=digest.pk).update(body="<p>A colleague's.</p>")


def add_account(digest, editor):
    gather(digest, editor, "Never seen.")


def change_order(digest, editor):
    gathering.shift(digest.items.in_order().first(), 1)


def approve(digest, editor):
    gathering.approve(digest, by=editor)


@pytest.mark.parametrize("meanwhile", [change_words, add_account, change_order, approve])
def test_changed_meanwhile_it_is_shown_before_anything_is_done(
    press, opened, digest, editor, meanwhile
):
    gather(digest, editor, "One.", "Two.")
    seen = opened()
    meanwhile(digest, editor)
    stored = Post.objects.get(), list(digest.items.in_order())
    mine = {"body": "<p>Mine.</p>", "now_reason": "urgent"}

    answer = press("now", seen, **mine)

    assert answer.status_code == 409
    assert "has changed since you opened it" in says(answer)
    assert fields_of(answer)["body"] == "<p>Mine.</p>"
    digest.refresh_from_db()
    assert digest.is_draft
    assert (digest.body, list(digest.items.in_order())) == (stored[0].body, stored[1])
    assert says(answer).count("data-account=") == len(stored[1])
    press("now", fields_of(answer))
    digest.refresh_from_db()
    assert (digest.body, digest.status) == ("<p>Mine.</p>", "published")


@pytest.mark.parametrize("button", ["leave", "up"])
def test_an_account_withdrawn_meanwhile_is_gone_and_the_introduction_is_not(
    press, opened, digest, editor, button
):
    one, _ = gather(digest, editor, "One.", "Two.")
    seen = opened()
    submission = Submission.objects.get(approved_copy__item=one)
    submission.withdraw(submission.version)

    answer = press(f"{button}-{one.pk}", seen, body="<p>Long thought about.</p>")
    again = press(f"{button}-{one.pk}", fields_of(answer))

    assert answer.status_code == again.status_code == 409
    assert "this account is not in the digest any more" in says(again)
    assert fields_of(again)["body"] == "<p>Long thought about.</p>"


def test_an_account_whose_words_are_gone_is_shown_as_such(editor_client, digest, editor):
    reply = make_reply(body="<p>Regretted.</p>")
    convert_to_item(reply, digest, by=editor)
    reply.retract()

    page = says(editor_client.get(address(digest)))

    assert "It will not be in the digest." in page
    assert "Regretted" not in page


def test_among_the_posts_a_digest_is_not_published_but_sent_to_its_own_page(
    editor_client, digest, editor
):
    gather(digest, editor, "One.")

    answers = [
        act(editor_client, "/admin/contributions/post/", "publish", digest),
        changed(editor_client, digest, _publish="Save and publish"),
    ]

    digest.refresh_from_db()
    assert digest.is_draft
    assert "a digest goes out from its own page" in says(answers[0])
    page = says(editor_client.get(answers[1].url))
    assert "a digest goes out from its own page" in page
    assert f'href="{address(digest)}"' in page
    assert "_publish" not in page


def test_among_the_posts_a_digest_stays_one(editor_client, digest, editor):
    gather(digest, editor, "One.")

    changed(editor_client, digest, kind="article", title="After")

    digest.refresh_from_db()
    assert (digest.kind, digest.title) == ("digest", "After")


@pytest.mark.parametrize("how_many", [3, 30])
def test_the_page_asks_as_little_for_many_accounts_as_for_few(
    editor_client, digest, editor, how_many, django_assert_max_num_queries
):
    gather(digest, editor, *["Words."] * how_many)
    for _ in range(how_many):
        convert_to_item(make_reply(), digest, by=editor)

    with django_assert_max_num_queries(19):
        editor_client.get(address(digest))


def test_an_account_is_taken_back_and_put_back_in_the_admin(editor_client, client):
    digest = make_digest("<p>One.</p>", "<p>Two.</p>")
    item = digest.items.get(number=1)
    accounts = "/admin/contributions/digestitem/"

    act(editor_client, accounts, "retract", item)

    assert "One." not in says(client.get(digest.get_absolute_url()))
    act(editor_client, accounts, "restore", item)
    assert "One." in says(client.get(digest.get_absolute_url()))
