"""Posts in the admin: written, published, taken back, and never deleted once public."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.models import Post
from moderation.models import Decision
from tests.factories import make_digest_draft, make_draft, make_guest_blog, make_label, make_post
from tests.moderation.changing import act, change_page, changed, fields_of
from tests.page_forms import forms_in

POSTS = "/admin/contributions/post/"
REPLIES = "/admin/contributions/reply/"
ARTICLE = {"kind": "article", "title": "My article", "body": "<p>My <em>words</em>.</p>"}


def status(thing):
    return type(thing).objects.get(pk=thing.pk).status


def test_an_article_is_written_as_a_draft_first(editor_client):
    response = editor_client.post(f"{POSTS}add/", ARTICLE)

    post = Post.objects.get()
    assert response.status_code == 302
    assert (post.status, post.title, post.body) == ("draft", ARTICLE["title"], ARTICLE["body"])


def test_an_article_can_be_published_as_it_is_saved(editor_client):
    editor_client.post(f"{POSTS}add/", ARTICLE | {"_publish": "Save and publish"})

    post = Post.objects.get()
    assert post.is_published
    assert editor_client.get(post.get_absolute_url()).status_code == 200


def test_pressing_save_and_publish_twice_publishes_once(editor_client):
    draft = make_draft(kind="guest_blog")
    change = change_page(draft)
    fields = fields_of(editor_client, draft) | {"_publish": "1"}

    editor_client.post(change, fields)
    first = Post.objects.get()
    editor_client.post(change, fields)

    assert Post.objects.get().number == first.number == 1
    assert Post.objects.get().slug == first.slug


def test_what_is_pasted_is_cleaned(editor_client):
    body = '<p onclick="x()">Words</p><script>alert(1)</script><blockquote cite="https://a.b/">q</blockquote>'

    editor_client.post(f"{POSTS}add/", ARTICLE | {"body": body})

    assert Post.objects.get().body == (
        '<p>Words</p>alert(1)<blockquote cite="https://a.b/">q</blockquote>'
    )


def test_the_body_is_written_in_the_rich_text_editor_without_an_inline_script(editor_client):
    make_draft(body="<p>Fish &amp; chips</p>")

    content = editor_client.get(f"{POSTS}{Post.objects.get().pk}/change/").content.decode()

    assert re.search(r'class="[^"]*\btinymce', content)
    assert "tinymce.min.js" in content
    assert "&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;" in content
    assert "<script>" not in content


def test_state_number_and_time_cannot_be_typed(editor_client):
    post = make_guest_blog()

    forged = {"status": "draft", "number": "77", "published_at": "", "kind": "article"}
    changed(editor_client, post, **ARTICLE | forged, spelling_only="on")

    stored = Post.objects.get()
    assert (stored.status, stored.number, stored.kind) == ("published", 1, "guest_blog")
    assert stored.title == "My article"


def test_a_post_keeps_its_address_when_its_title_changes(editor_client):
    post = make_post(title="Before")

    changed(editor_client, post, **ARTICLE, own_words="it has a better title")

    assert Post.objects.get().title == ARTICLE["title"]
    assert Post.objects.get().get_absolute_url() == post.get_absolute_url()


def test_drafts_are_published_retracted_and_restored_row_by_row(editor_client):
    draft, public = make_draft(), make_post()

    act(editor_client, POSTS, "publish", draft)
    act(editor_client, POSTS, "retract", draft, public)
    response = act(editor_client, POSTS, "restore", public)

    assert (status(draft), status(public)) == ("retracted", "published")
    assert "Restored: 1." in response.content.decode()


def test_an_action_that_cannot_be_done_says_so_and_does_the_rest(editor_client):
    draft, public = make_draft(title="The draft"), make_post()

    response = act(editor_client, POSTS, "retract", draft, public)

    assert (status(draft), status(public)) == ("draft", "retracted")
    assert "The draft: Nothing was changed" in response.content.decode()


def test_what_was_published_cannot_be_deleted_and_a_draft_can(editor_client):
    draft, public = make_draft(), make_post()

    answers = [
        editor_client.post(f"{POSTS}{post.pk}/delete/", {"post": "yes"}) for post in (draft, public)
    ]
    act(editor_client, POSTS, "delete_selected", public)

    assert [answer.status_code for answer in answers] == [302, 403]
    assert list(Post.objects.all()) == [public]


def test_a_draft_is_given_a_time_to_go_out_and_loses_it_again(editor, editor_client):
    draft, day = make_draft(), timezone.localdate() + timedelta(days=1)

    changed(editor_client, draft, day=day.isoformat(), clock="09:30")
    given = timezone.localtime(Post.objects.get().due_at)
    changed(editor_client, draft, title="Another title")
    kept = Post.objects.get()
    changed(editor_client, draft, day="", clock="")

    assert (given.date(), f"{given:%H:%M:%S}") == (day, "09:30:00")
    assert (kept.due_at, kept.title) == (given, "Another title")
    assert Post.objects.get().due_at is None
    assert list(Decision.objects.order_by("pk").values_list("what", "by")) == [
        ("reschedule", editor.pk),
        ("undo", editor.pk),
    ]


def test_a_new_article_can_have_its_time_from_the_start(editor_client):
    day = timezone.localdate() + timedelta(days=1)

    editor_client.post(f"{POSTS}add/", ARTICLE | {"day": day.isoformat(), "clock": "12:00"})

    assert Post.objects.get().due_at


def test_a_time_that_has_passed_is_refused_and_the_text_given_back(editor_client):
    answer = editor_client.post(f"{POSTS}add/", ARTICLE | {"day": "2020-01-01", "clock": "12:00"})

    assert "Choose a time to come." in answer.content.decode()
    assert "My &lt;em&gt;words" in answer.content.decode()
    assert not Post.objects.exists()


def test_what_is_overdue_can_still_be_put_right(editor_client):
    draft = make_draft()
    overdue = timezone.now().replace(microsecond=0) - timedelta(hours=2)
    draft.schedule(overdue)

    changed(editor_client, draft, title="Put right")

    assert (Post.objects.get().title, Post.objects.get().due_at) == ("Put right", overdue)


def test_published_by_hand_it_has_no_time_any_more(editor_client):
    draft, day = make_draft(), timezone.localdate() + timedelta(days=1)

    changed(editor_client, draft, day=day.isoformat(), clock="12:00", _publish="1")

    assert Post.objects.get().is_published
    assert Post.objects.get().due_at is None


@pytest.mark.parametrize("make", [make_draft, make_digest_draft])
def test_of_two_who_change_a_draft_the_later_is_told_and_keeps_the_words(editor_client, make):
    draft = make()
    mine = fields_of(editor_client, draft) | {"body": "<p>My words.</p>"}
    changed(editor_client, draft, body="<p>Words that came first.</p>")

    page = editor_client.post(change_page(draft), mine).content.decode()

    assert Post.objects.get().body == "<p>Words that came first.</p>"
    assert "Nothing is saved yet: somebody has changed this" in page
    assert '<div class="preview"><p>Words that came first.</p></div>' in page
    assert "&lt;p&gt;My words.&lt;/p&gt;" in page


def test_saved_again_the_later_words_take_the_place_of_the_first(editor_client):
    draft = make_draft()
    mine = fields_of(editor_client, draft) | {"body": "<p>My words.</p>"}
    changed(editor_client, draft, title="A title that came first")
    given_back = editor_client.post(change_page(draft), mine)

    seen = next(form["fields"]["seen"] for form in forms_in(given_back) if "seen" in form["fields"])
    editor_client.post(change_page(draft), mine | {"seen": seen})

    assert Post.objects.get().body == "<p>My words.</p>"


def test_a_drafts_labels_and_time_are_not_overwritten_unseen_either(editor_client):
    draft, label = make_draft(), make_label("Workloads")
    mine = fields_of(editor_client, draft)
    day = timezone.localdate() + timedelta(days=1)
    changed(editor_client, draft, labels=label.pk, day=day.isoformat(), clock="12:00")

    page = editor_client.post(change_page(draft), mine | {"title": "Mine"}).content.decode()

    assert f"Article · Workloads · goes out on {day:%-d %B}, 12:00" in page
    assert [*Post.objects.get().labels.all()] == [label]
    assert Post.objects.get().due_at


def test_what_was_published_meanwhile_is_given_back_as_something_public(editor_client):
    draft = make_draft()
    mine = fields_of(editor_client, draft) | {"body": "<p>My words.</p>"}
    changed(editor_client, draft, _publish="1")

    page = editor_client.post(change_page(draft), mine).content.decode()

    assert Post.objects.get().body == "<p>Plain words.</p>"
    assert "Nothing is saved yet: somebody has changed this" in page
    assert "&lt;p&gt;My words.&lt;/p&gt;" in page
