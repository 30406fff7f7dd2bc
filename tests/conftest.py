"""What tests share: the people, signed in or not."""

import pytest
from django.test import Client

from tests.contributor import Contributor
from tests.factories import make_editor, make_moderator


@pytest.fixture
def contributor(db):
    return Contributor()


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def editor_client(editor):
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def moderator_client(db):
    client = Client()
    client.force_login(make_moderator())
    return client
