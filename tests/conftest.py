"""What tests share: the people, signed in or not."""

import pytest
from django.test import Client

from tests.contributor import Contributor
from tests.factories import give_key, hand_over_key, make_editor, make_moderator, the_desk


@pytest.fixture
def contributor(db):
    the_desk()
    return Contributor()


@pytest.fixture
def editor(db):
    return give_key(make_editor())


@pytest.fixture
def editor_client(editor):
    client = Client()
    client.force_login(editor)
    hand_over_key(client)
    return client


@pytest.fixture
def moderator_client(db):
    client = Client()
    client.force_login(make_moderator())
    hand_over_key(client)
    return client
