"""Taking back and putting back: asked for a note, told to readers, and the request settled."""

import pytest
from django.utils import timezone

from contributions.models import Post, PublicNote, Reply, Submission
from moderation.models import Decision
from tests.factories import make_digest, make_post, make_reply, make_submission
from tests.moderation.approving import publish, publish_reply
from tests.moderation.changing import WHY, act, change_page
from tests.page_forms import fields_in, forms_in

pytestmark = pytest.mark.django_db
POSTS = "/admin/contributions/post/"
REPLIES = "/admin/contributions/reply/"
ACCOUNTS = "/admin/contributions/digestitem/"


def day():
    return f"{timezone.localdate():%-d %B %Y}"


def asked(client, listing, action, *rows):
    """Return the page that asks for the note."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(listing, chosen)


def test_before_anything_is_taken_back_the_editor_is_asked_what_readers_are_told(editor_client):
    post = make_post(title="The one")

    page = asked(editor_client, POSTS, "retract", post)

    assert Post.objects.get().is_published
    assert "What readers are told" in page.content.decode()
    assert "The one" in page.content.decode()


def test_the_page_that_asks_needs_no_script(editor_client):
    reply = make_reply()
    form = forms_in(asked(editor_client, REPLIES, "retract", reply))[-1]["fields"]

    editor_client.post(REPLIES, form | {"own_words": WHY})

    assert Reply.objects.get().is_retracted
    assert PublicNote.objects.get().sentence == WHY


def test_without_a_note_nothing_is_taken_back(editor_client):
    post = make_post()

    answer = act(editor_client, POSTS, "retract", post, own_words="")

    assert answer.status_code == 422
    assert "Choose what readers are told, or write it." in answer.content.decode()
    assert Post.objects.get().is_published


def test_the_page_of_a_post_leads_there(editor_client):
    post = make_post()
    page = editor_client.get(change_page(post))
    fields = fields_in(page, "action")

    asking = editor_client.post(POSTS, fields | {"action": "retract"})

    assert asking.status_code == 200
    assert forms_in(asking)[-1]["fields"]["_selected_action"] == str(post.pk)


def test_a_post_that_was_taken_back_says_so_in_its_place_and_none_of_its_words(
    client, editor_client
):
    post = make_post(title="Quagga", body="<p>Okapi.</p>")
    act(editor_client, POSTS, "retract", post)

    answer = client.get(post.get_absolute_url())

    content = answer.content.decode()
    assert answer.status_code == 410
    assert f"This post was taken back on {day()}: {WHY}." in content
    assert not any(word in content for word in ("Quagga", "Okapi"))


def test_a_reply_that_was_taken_back_keeps_its_number_and_says_so(client, editor_client):
    reply = make_reply(body="<p>Okapi.</p>")
    act(editor_client, REPLIES, "retract", reply)

    content = client.get(reply.post.get_absolute_url()).content.decode()

    assert f"1 · This reply was taken back on {day()}: {WHY}." in content
    assert 'id="c1"' in content
    assert "Okapi" not in content


def test_notes_stand_in_the_order_in_which_things_happened(client, editor_client):
    post = make_post()
    act(editor_client, POSTS, "retract", post)
    act(editor_client, POSTS, "restore", post, own_words="it is right after all")

    content = client.get(post.get_absolute_url()).content.decode()

    assert (
        0
        < content.index("was taken back on")
        < content.index(f"was put back on {day()}: it is right after all.")
    )


def test_taking_back_settles_a_contributors_wish(editor, editor_client):
    post = publish(make_submission(), editor)
    Submission.objects.get().want_back()

    act(editor_client, POSTS, "retract", post)

    assert Submission.objects.get().state == "retracted"
    assert not Submission.objects.wanted_back().exists()


def test_what_its_contributor_wanted_back_is_never_put_back(editor, editor_client):
    post = publish(make_submission(), editor)
    Submission.objects.get().want_back()
    act(editor_client, POSTS, "retract", post)

    answer = act(editor_client, POSTS, "restore", post)

    assert "It stays down, because whoever wrote it asked for that." in answer.content.decode()
    assert Post.objects.get().is_retracted
    assert Submission.objects.get().state == "retracted"
    assert PublicNote.objects.count() == 1
    assert Decision.objects.order_by("pk").last().what == "retract"


def test_a_moderator_takes_back_and_only_an_editor_puts_back(moderator_client, editor_client):
    reply, account = make_reply(), make_digest("<p>One.</p>").items.get()

    for listing, thing in ((REPLIES, reply), (ACCOUNTS, account)):
        act(moderator_client, listing, "retract", thing)
        act(moderator_client, listing, "restore", thing)
        thing.refresh_from_db()
        assert thing.is_retracted
        assert "Restore…" not in moderator_client.get(change_page(thing)).content.decode()
        assert "Restore…" in editor_client.get(change_page(thing)).content.decode()
        act(editor_client, listing, "restore", thing)
        thing.refresh_from_db()
        assert thing.is_published


def test_it_is_on_record_with_the_class_of_reason_and_no_words(editor, editor_client):
    reply = publish_reply(make_submission(kind="reply"), editor, make_post())

    act(editor_client, REPLIES, "retract", reply)

    record = Decision.objects.order_by("pk").last()
    assert (record.what, record.reason, record.reply) == ("retract", "own-words", reply)
    assert WHY not in str(list(Decision.objects.values()))


def test_many_are_taken_back_with_one_note_and_the_rest_is_named(editor_client):
    one, other, gone = make_reply(), make_reply(), make_reply()
    gone.retract()

    answer = act(editor_client, REPLIES, "retract", one, other, gone)

    assert PublicNote.objects.filter(sentence=WHY).count() == 2
    assert "Retracted: 2." in answer.content.decode()
    assert "Nothing was changed" in answer.content.decode()


def test_what_has_no_note_from_before_says_as_much_as_it_can(client):
    reply = make_reply()
    reply.retract()

    content = client.get(reply.post.get_absolute_url()).content.decode()

    assert "1 · This reply has been taken down." in content
