"""The shortcuts of the desk can be looked up, and switched off in a browser."""

import pytest

pytestmark = pytest.mark.django_db
PAGE = "/admin/desk/shortcuts/"
ON = '<meta name="shortcuts" content="on">'


def test_they_are_on_until_somebody_switches_them_off(editor_client):
    before = editor_client.get("/admin/").content.decode()

    editor_client.post(PAGE, {"switch": "off"})
    off = editor_client.get("/admin/").content.decode()
    editor_client.post(PAGE, {"switch": "on"})

    assert ON in before
    assert ON not in off
    assert ON in editor_client.get("/admin/").content.decode()


def test_every_way_with_a_key_is_listed(editor_client):
    page = editor_client.get(PAGE).content.decode()

    for key in ("j", "k", "c", "g", "r", "x", "w", "q", "Delete", "u", "?"):
        assert f"<kbd>{key}</kbd>" in page


def test_the_choice_is_told_to_the_desk_alone(editor_client):
    cookie = editor_client.post(PAGE, {"switch": "off"}).cookies["shortcuts"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Strict")
