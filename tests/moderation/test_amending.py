"""Amending what is public: with a note, once for each revision, and the old words kept nowhere."""

import pytest
from django.apps import apps

from contributions.models import Post, PublicNote, Reply
from contributions.models.publication import StaleRevision
from moderation import afterwards
from moderation.converting import convert_to_guest_blog, convert_to_item
from moderation.models import Decision, NoteReason
from tests.factories import make_digest, make_draft, make_label, make_post, make_reply
from tests.moderation.changing import WHY, change_page, changed, fields_of

pytestmark = pytest.mark.django_db
BODY = "<p>We met Quagga in Leeds.</p>"
AMENDED = "<p>We met [name] in [place].</p>"


def everything():
    """Return all that the database holds, in one string."""
    return str([list(model.objects.values()) for model in apps.get_models()])


@pytest.mark.parametrize("make", [make_post, make_reply])
def test_readers_see_the_new_words_and_the_note(client, editor_client, make):
    thing = make(body=BODY)

    changed(editor_client, thing, body=AMENDED, own_words=WHY)

    page = client.get(thing.get_absolute_url()).content.decode()
    assert "We met [name] in [place]." in page
    assert f"This {thing._meta.verbose_name} was amended on " in page
    assert f": {WHY}.</p>" in page


@pytest.mark.parametrize("make", [make_post, make_reply])
def test_the_old_words_are_kept_nowhere(editor_client, make):
    changed(editor_client, make(body=BODY), body=AMENDED, own_words=WHY)

    assert "quagga" not in everything().lower()


def test_a_sentence_that_the_editor_keeps_is_one_choice_away(editor, editor_client):
    reply, kept = make_reply(), NoteReason.objects.get(slug="detail")

    changed(editor_client, reply, body=AMENDED, reason=kept.pk)

    note, record = PublicNote.objects.get(), Decision.objects.get()
    assert (note.reply, note.kind, note.sentence) == (reply, "amended", kept.sentence)
    assert (record.what, record.reply, record.reason, record.by) == (
        "amend",
        reply,
        "detail",
        editor,
    )


def test_spelling_alone_needs_no_note_and_is_on_record(editor_client):
    post = make_post(body="<p>We recieved it.</p>")

    changed(editor_client, post, body="<p>We received it.</p>", spelling_only="on")

    stored, record = Post.objects.get(), Decision.objects.get()
    assert (stored.body, stored.revision) == ("<p>We received it.</p>", 2)
    assert (record.what, record.reason) == ("amend", "spelling")
    assert not PublicNote.objects.exists()


def test_without_a_note_nothing_is_changed_and_the_text_is_given_back(editor_client):
    post = make_post(body=BODY)

    answer = changed(editor_client, post, body=AMENDED).content.decode()

    assert Post.objects.get().body == BODY
    assert "Choose what readers are told, or tick “Spelling only”." in answer
    assert "We met [name] in [place]." in answer


@pytest.mark.parametrize("told", ["Leeds is out", "about Quagga"])
def test_a_note_cannot_tell_what_was_just_taken_out(editor_client, told):
    post = make_post(body=BODY)

    answer = changed(editor_client, post, body=AMENDED, own_words=told).content.decode()

    assert "tell readers without it" in answer
    assert Post.objects.get().body == BODY


def test_a_note_is_chosen_or_written_and_not_both(editor_client):
    kept = NoteReason.objects.get(slug="detail")

    answer = changed(editor_client, make_post(), body=AMENDED, own_words=WHY, reason=kept.pk)

    assert "Choose a sentence or write one, not both." in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("where", ["guest blog", "digest"])
def test_whoever_amends_what_has_just_moved_gets_the_text_back(editor, editor_client, where):
    reply = make_reply(body=BODY)
    mine = fields_of(editor_client, reply) | {"body": "<p>My own version.</p>", "own_words": WHY}
    if where == "digest":
        became = convert_to_item(reply, make_digest("<p>One.</p>"), by=editor)
    else:
        became = convert_to_guest_blog(reply, "On its own", by=editor)

    answer = editor_client.post(change_page(reply), mine)

    content = answer.content.decode()
    assert answer.status_code == 409
    assert "&lt;p&gt;My own version.&lt;/p&gt;" in content
    assert WHY in content
    assert f"is now {became.heading}." in content
    assert change_page(became) in content
    became.refresh_from_db()
    assert became.body == BODY


def test_a_note_longer_than_a_sentence_is_refused(editor_client):
    changed(editor_client, make_post(), body=AMENDED, own_words="x" * 201)

    assert not PublicNote.objects.exists()
    assert not Decision.objects.exists()


def test_a_note_shows_markup_as_it_was_typed(client, editor_client):
    post = make_post()

    changed(editor_client, post, body=AMENDED, own_words="<b>x</b> & y")

    for address in (post.get_absolute_url(), "/corrections/"):
        assert "&lt;b&gt;x&lt;/b&gt; &amp; y." in client.get(address).content.decode()


def test_labels_are_changed_without_a_note(editor_client):
    post, pay = make_post(body=BODY), make_label("Pay")

    changed(editor_client, post, labels=pay.pk, body="<p>We met  Quagga in Leeds.</p>\n")

    stored = Post.objects.get()
    assert list(stored.labels.all()) == [pay]
    assert (stored.revision, stored.body) == (1, BODY)
    assert not Decision.objects.exists()


def test_a_draft_is_nobodys_concern_but_the_editors(editor_client):
    draft = make_draft()

    changed(editor_client, draft, body=AMENDED)

    assert Post.objects.get().body == AMENDED
    assert not Decision.objects.exists()


def test_what_is_retracted_can_be_amended_before_it_is_put_back(client, editor_client):
    reply = make_reply(body=BODY)
    reply.retract()

    changed(editor_client, reply, body=AMENDED, own_words=WHY)

    assert Reply.objects.get().body == AMENDED
    assert "We met" not in client.get(reply.post.get_absolute_url()).content.decode()


def test_a_second_editor_hears_of_the_first_and_gets_the_text_back(editor_client):
    post = make_post(title="Before", body=BODY)
    late = fields_of(editor_client, post) | {"body": "<p>My own version.</p>", "own_words": WHY}
    changed(editor_client, post, title="The first one's", body=AMENDED, own_words=WHY)

    answer = editor_client.post(change_page(post), late)

    content = answer.content.decode()
    assert Post.objects.get().body == AMENDED
    assert "somebody has changed this since you opened it" in content
    assert AMENDED in content
    assert "The first one&#x27;s" in content
    assert "&lt;p&gt;My own version.&lt;/p&gt;" in content


def test_saved_once_more_the_second_one_stands(editor_client):
    post = make_post(body=BODY)
    late = fields_of(editor_client, post) | {"body": "<p>Mine.</p>", "own_words": WHY}
    changed(editor_client, post, body=AMENDED, own_words=WHY)

    editor_client.post(change_page(post), late | {"seen": "2"})

    assert (Post.objects.get().body, Post.objects.get().revision) == ("<p>Mine.</p>", 3)


def test_one_revision_is_amended_once(editor):
    post = make_post()
    afterwards.amend(post, 1, by=editor, body=AMENDED)

    with pytest.raises(StaleRevision):
        afterwards.amend(post, 1, by=editor, body="<p>Too late.</p>")

    assert Post.objects.get().body == AMENDED
    assert Decision.objects.count() == 1


def test_a_moderator_amends_replies_and_no_posts(moderator_client):
    reply = make_reply(body=BODY)

    changed(moderator_client, reply, body=AMENDED, own_words=WHY)
    answer = moderator_client.post(change_page(reply.post), {"title": "x", "body": AMENDED})

    assert Reply.objects.get().body == AMENDED
    assert answer.status_code == 403
    assert Post.objects.get().body != AMENDED
