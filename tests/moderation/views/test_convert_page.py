"""The page on which a published reply becomes something else."""

import pytest

from contributions.models import Post, Reply
from tests.factories import make_digest, make_digest_draft, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply():
    return make_reply(body="<p>A long reply.</p>")


@pytest.fixture
def send(editor_client, reply):
    def send(action, **fields):
        fields = {"action": action} | fields
        return editor_client.post(f"/admin/desk/replies/{reply.pk}/", fields, follow=True)

    return send


def says(answer):
    return answer.content.decode()


def test_the_way_there_starts_at_the_reply(editor_client, reply):
    page = says(editor_client.get(f"/admin/contributions/reply/{reply.pk}/change/"))

    assert f'href="/admin/desk/replies/{reply.pk}/"' in page


def test_it_becomes_a_guest_blog(send, reply):
    answer = send("guest_blog", title="On its own")

    assert "It is now Guest Blog 1." in says(answer)
    assert Reply.objects.get().moved_to == Post.objects.get(title="On its own")


def test_it_joins_a_digest_at_once_or_later(send, reply):
    draft, public = make_digest_draft(title="Draft"), make_digest("<p>One.</p>")

    assert "It is gathered" in says(send("digest", digest=draft.pk))
    draft.items.get().delete()
    assert "It is now account 2 in" in says(send("digest", digest=public.pk))


@pytest.mark.parametrize(
    ("action", "sentence"),
    [("guest_blog", "A guest blog needs a title."), ("digest", "Choose a digest.")],
)
def test_without_what_it_needs_it_says_so(send, action, sentence):
    answer = send(action)

    assert answer.status_code == 422
    assert sentence in says(answer)
    assert Reply.objects.get().is_published


def test_twice_it_becomes_one_thing(send):
    send("guest_blog", title="First")
    answer = send("guest_blog", title="Second")

    assert "Nothing can be made of it: it is moved elsewhere." in says(answer)
    assert Post.objects.guest_blogs().count() == 1


def test_what_moved_is_not_changed_where_it_was(send, editor_client, reply):
    send("guest_blog", title="First")

    editor_client.post(f"/admin/contributions/reply/{reply.pk}/change/", {"body": "<p>New.</p>"})

    assert Reply.objects.get().body == ""
