"""The desk's key: who holds it, how it is opened, and how it is replaced."""

import pytest
from nacl.public import PrivateKey

from contributions.models import DeskClosed, DeskKey, Submission, WrappedKey
from contributions.receipt import NotAReceipt
from contributions.sealing import CannotOpen
from contributions.words import Words
from moderation import keyring
from moderation.models import MemberKey, RecoveryKey
from tests.factories import PASSWORD, make_editor, make_moderator, make_staff

pytestmark = pytest.mark.django_db
NEW = "a staple of another battery"


@pytest.fixture
def desk(db):
    """The desk's private key and its recovery words, of a desk just opened."""
    return keyring.begin()


@pytest.fixture
def private(desk):
    return desk[0]


@pytest.fixture
def member(private):
    user = make_editor()
    keyring.enrol(user, PASSWORD, private)
    return user


def send(text="Words."):
    return Submission.objects.receive(Words("", text), kind="guest_blog")


def opens(private, submission):
    """Tell whether a private key opens what a submission says."""
    try:
        key = WrappedKey.objects.get(pk=submission.pk).opened_by(private)
    except CannotOpen:
        return False
    return Submission.objects.get(pk=submission.pk).words(key).text == "Words."


def test_the_desk_is_begun_once():
    with pytest.raises(DeskClosed):
        send()

    private, words = keyring.begin()

    assert len(words) == 10
    assert bytes(DeskKey.current().public_key) == bytes(private.public_key)
    with pytest.raises(keyring.AlreadyOpen):
        keyring.begin()


def test_a_members_password_and_the_printed_words_open_everything(desk, member):
    submission = send()
    spoken = "  ".join(desk[1]).upper()

    assert opens(keyring.unlock(member, PASSWORD), submission)
    assert opens(keyring.unlock_by_recovery(spoken), submission)
    assert opens(keyring.unlock_by_recovery("-".join(desk[1])), submission)


@pytest.mark.parametrize("password", ["", "Correct horse battery", PASSWORD + " "])
def test_a_wrong_password_opens_nothing(member, password):
    with pytest.raises(CannotOpen):
        keyring.unlock(member, password)


def test_wrong_words_open_nothing(desk):
    swapped = [*desk[1][1:], desk[1][0]]

    with pytest.raises(CannotOpen):
        keyring.unlock_by_recovery(" ".join(swapped))
    for typed in ("", "nonsense", " ".join(desk[1][:9])):
        with pytest.raises(NotAReceipt):
            keyring.unlock_by_recovery(typed)


def test_nothing_that_is_stored_holds_a_key_or_a_word_in_clear(desk, member):
    stored = b"".join(
        bytes(value)
        for model in (DeskKey, RecoveryKey, MemberKey)
        for row in model.objects.values_list()
        for value in row
        if isinstance(value, bytes | memoryview)
    )

    assert bytes(desk[0]) not in stored
    assert not any(word.encode() in stored for word in desk[1])
    assert PASSWORD.encode() not in stored


def test_a_password_is_the_same_however_its_accents_are_typed(private, member):
    keyring.enrol(member, "caf\u00e9 cr\u00e8me br\u00fbl\u00e9e", private)

    assert keyring.unlock(member, "cafe\u0301 cre\u0300me bru\u0302le\u0301e")


def test_after_a_change_of_password_only_the_new_one_opens(member):
    submission = send()

    keyring.change_password(member, PASSWORD, NEW)

    assert opens(keyring.unlock(member, NEW), submission)
    with pytest.raises(CannotOpen):
        keyring.unlock(member, PASSWORD)


def test_a_change_with_a_wrong_password_changes_nothing(member):
    with pytest.raises(CannotOpen):
        keyring.change_password(member, "wrong", NEW)

    assert keyring.unlock(member, PASSWORD)


def test_one_without_a_key_has_nothing_to_change(private):
    keyring.change_password(make_staff(), PASSWORD, NEW)

    assert not MemberKey.objects.exists()


def test_a_member_is_given_the_key_by_one_who_holds_it(private, member):
    newcomer = make_moderator()
    keyring.enrol(newcomer, NEW)
    submission = send()
    with pytest.raises(CannotOpen):
        keyring.unlock(newcomer, NEW)

    assert keyring.settle(newcomer, private) is private

    assert opens(keyring.unlock(newcomer, NEW), submission)


def test_staff_who_may_not_moderate_are_given_none(private):
    user = make_staff()
    keyring.enrol(user, NEW)

    keyring.settle(user, private)

    assert not keyring.holds_key(user)


@pytest.mark.parametrize("how", ["groups", "is_staff", "is_active", "password"])
def test_whoever_loses_the_right_loses_the_key_and_the_old_key_opens_nothing(desk, member, how):
    leaver = make_moderator()
    keyring.enrol(leaver, NEW, desk[0])
    submission = send()
    taken_along = keyring.unlock(leaver, NEW)
    if how == "groups":
        leaver.groups.clear()
    elif how == "password":
        leaver.set_unusable_password()
    else:
        setattr(leaver, how, False)
    leaver.save()

    private = keyring.settle(type(leaver).objects.get(pk=leaver.pk), desk[0])
    later = send()

    assert bytes(private) != bytes(desk[0])
    for one in (submission, later):
        assert not opens(taken_along, one)
        assert opens(private, one)
        assert opens(keyring.unlock(member, PASSWORD), one)
        assert opens(keyring.unlock_by_recovery(" ".join(desk[1])), one)
    with pytest.raises(CannotOpen):
        keyring.unlock(leaver, NEW)


def test_a_key_that_was_replaced_meanwhile_replaces_nothing(private, member):
    submission = send()
    current = keyring.replace(private)

    for old in (private, PrivateKey.generate()):
        with pytest.raises(CannotOpen):
            keyring.replace(old)

    assert opens(current, submission)
    assert opens(keyring.unlock(member, PASSWORD), submission)


def test_what_was_lost_stays_lost_and_keeps_nothing_else_from_working(private, member):
    lost = send()

    keyring.lose()
    fresh, words = keyring.begin()
    submission = send()
    newer = keyring.replace(fresh)

    assert not any(opens(key, lost) for key in (private, fresh, newer))
    assert opens(newer, submission)
    assert opens(keyring.unlock_by_recovery(" ".join(words)), submission)
    with pytest.raises(CannotOpen):
        keyring.unlock(member, PASSWORD)
