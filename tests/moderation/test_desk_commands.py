"""open_desk and changepassword: the ceremonies at the keyboard."""

import io
import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from contributions.models import DeskKey, Submission
from contributions.sealing import CannotOpen
from contributions.words import Words
from moderation import keyring
from tests.factories import PASSWORD
from tests.moderation.test_opening import signed_in

pytestmark = pytest.mark.django_db
NEW = "a staple of another battery"


@pytest.fixture
def typing(monkeypatch):
    """Let a command read these lines, and return what it said."""

    def run(lines, *command, **options):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        said = io.StringIO()
        call_command(*command, stdout=said, **options)
        return said.getvalue()

    return run


@pytest.fixture
def words(typing):
    """The recovery words of a desk that the command has just opened for "judith"."""
    said = typing([PASSWORD], "open_desk", editor="judith")
    return printed(said)


def printed(said):
    """Return the words of the recovery key that was printed."""
    lines = re.findall(r"^    ([a-z-]+(?: [a-z-]+){4})$", said, re.MULTILINE)
    return " ".join(lines)


def test_opening_the_desk_makes_an_editor_and_a_key_and_prints_the_words_once(words):
    editor = User.objects.get(username="judith")
    submission = Submission.objects.receive(Words("Zebra", "Words."), kind="guest_blog")

    assert len(words.split(" ")) == 10
    assert "Zebra" in signed_in(editor).get("/admin/").content.decode()
    assert submission.wrapped_key.opened_by(keyring.unlock_by_recovery(words))


def test_an_open_desk_is_not_opened_again(words, typing):
    before = bytes(DeskKey.current().public_key)

    with pytest.raises(CommandError, match="Members are added by members"):
        typing([NEW], "open_desk", editor="intruder")

    assert bytes(DeskKey.current().public_key) == before
    assert not User.objects.filter(username="intruder").exists()


@pytest.mark.parametrize("password", ["", "12345678", "judith"])
def test_a_weak_password_opens_no_desk(typing, password):
    with pytest.raises(CommandError):
        typing([password], "open_desk", editor="judith")

    assert not DeskKey.is_there()
    assert not User.objects.exists()


def test_with_all_keys_lost_the_desk_opens_anew_and_what_waited_stays_shut(words, typing):
    Submission.objects.receive(Words("Zebra", "Quagga."), kind="guest_blog")
    said = typing([NEW], "open_desk", editor="judith", all_keys_lost=True)
    Submission.objects.receive(Words("Okapi", "Words."), kind="guest_blog")
    client = signed_in(User.objects.get(), NEW)

    queue = client.get("/admin/").content.decode()

    assert printed(said) != words
    assert "Okapi" in queue
    assert "Zebra" not in queue
    with pytest.raises(CannotOpen):
        keyring.unlock_by_recovery(words)


def test_what_stays_shut_can_be_declined_and_nothing_else(words, typing):
    lost = Submission.objects.receive(Words("Zebra", "Quagga."), kind="guest_blog")
    typing([NEW], "open_desk", editor="judith", all_keys_lost=True)
    client = signed_in(User.objects.get(), NEW)
    address = f"/admin/desk/{lost.pk}/"

    page = client.get(address).content.decode()
    asked = client.post(
        address, {"action": "ask", "version": "1", "question": "When?", "marked": "x"}
    )

    assert "nobody at the desk can read it" in page
    assert re.findall(r'name="action" value="(\w+)"', page) == ["decline"]
    assert asked.status_code == 422
    lost.refresh_from_db()
    assert lost.state == "waiting"


def test_the_printed_words_set_a_lost_password(words, typing):
    submission = Submission.objects.receive(Words("Zebra", "Words."), kind="guest_blog")

    typing([words, NEW], "changepassword", "judith")

    editor = User.objects.get()
    assert editor.check_password(NEW)
    assert submission.wrapped_key.opened_by(keyring.unlock(editor, NEW))


def test_wrong_words_set_no_password(words, typing):
    wrong = " ".join(reversed(words.split(" ")))

    for typed in (wrong, "nonsense", ""):
        with pytest.raises(CommandError, match="The password was not changed"):
            typing([typed, NEW], "changepassword", "judith")

    editor = User.objects.get()
    assert editor.check_password(PASSWORD)
    assert keyring.unlock(editor, PASSWORD)


@pytest.mark.parametrize(("name", "password"), [("nobody", NEW), ("judith", "12345678")])
def test_an_unknown_member_and_a_weak_password_are_refused(words, typing, name, password):
    with pytest.raises(CommandError):
        typing([words, password], "changepassword", name)

    assert keyring.unlock(User.objects.get(), PASSWORD)
