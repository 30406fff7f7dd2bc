"""The column that holds HTML cleans whatever is written to it, by whichever way."""

import pytest
from django.forms import modelform_factory
from django.template import Context, Template
from django.utils.safestring import SafeString

from contributions.models import Post
from tests.factories import make_draft

pytestmark = pytest.mark.django_db
DIRTY = "<p>Words</p><script>alert(1)</script><img src=x onerror=alert(1)>"
CLEAN = "<p>Words</p>alert(1)"


def stored(post):
    return Post.objects.get(pk=post.pk).body


def test_save_cleans():
    assert stored(make_draft(body=DIRTY)) == CLEAN


def test_bulk_create_cleans():
    (post,) = Post.objects.bulk_create([Post(title="x", body=DIRTY)])

    assert stored(post) == CLEAN


def test_update_cleans():
    post = make_draft()

    Post.objects.filter(pk=post.pk).update(body=DIRTY)

    assert stored(post) == CLEAN


def test_bulk_update_cleans():
    post = make_draft()
    post.body = DIRTY

    Post.objects.bulk_update([post], ["body"])

    assert stored(post) == CLEAN


def test_update_or_create_cleans():
    post, _ = Post.objects.update_or_create(title="x", defaults={"body": DIRTY})

    assert stored(post) == CLEAN


def test_what_calls_itself_safe_is_cleaned_all_the_same():
    assert stored(make_draft(body=SafeString(DIRTY))) == CLEAN


def test_what_is_read_is_printed_as_html():
    post = Post.objects.get(pk=make_draft(body="<p>Fish &amp; chips</p>").pk)

    printed = Template("{{ post.body }}").render(Context({"post": post}))

    assert printed == "<p>Fish &amp; chips</p>"


def test_what_was_not_stored_yet_is_escaped():
    printed = Template("{{ post.body }}").render(Context({"post": Post(body=DIRTY)}))

    assert "<script>" not in printed


def test_a_form_gets_a_plain_string_and_escapes_it():
    post = Post.objects.get(pk=make_draft(body="<p>Words</p>").pk)

    form = modelform_factory(Post, fields=["body"])(instance=post)

    assert not isinstance(form["body"].value(), SafeString)
    assert "&lt;p&gt;Words&lt;/p&gt;" in str(form["body"])


def test_what_a_form_cannot_take_is_shown_again_escaped():
    form = modelform_factory(Post, fields=["title", "body"])({"body": "</textarea><script>x"})

    assert not form.is_valid()
    assert "<script>" not in str(form["body"])


def test_saving_again_changes_nothing():
    post = Post.objects.get(
        pk=make_draft(body=DIRTY + "<p>a &lt; b https://example.org/?a&b</p>").pk
    )
    before = str(post.body)

    post.save()

    assert stored(post) == before
