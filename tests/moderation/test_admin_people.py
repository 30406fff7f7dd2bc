"""Members in the admin: whoever is let in gains the desk's key, whoever is let go loses it."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from contributions.models import DeskKey, Submission
from contributions.sealing import CannotOpen
from contributions.words import Words
from moderation import keyring
from tests.factories import PASSWORD, make_moderator, make_staff
from tests.moderation.test_opening import sees_the_desk, signed_in
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db
NEW = "a staple of another battery"
OTHER = {"username": "newcomer", "password1": NEW, "password2": NEW, "usable_password": "true"}


@pytest.fixture
def desk(db):
    return keyring.begin()


@pytest.fixture
def member(desk):
    user = User.objects.create_superuser("member", password=PASSWORD)
    keyring.enrol(user, PASSWORD, desk[0])
    return user


@pytest.fixture
def client(member):
    """The member at work, who has signed in with the password."""
    return signed_in(member)


@pytest.fixture
def colleague(desk):
    user = make_moderator()
    keyring.enrol(user, NEW, desk[0])
    return user


@pytest.fixture
def submission(desk):
    return Submission.objects.receive(Words("Zebra", "Words."), kind="guest_blog")


def edit(client, user, **changed):
    """Save the admin's page of a user with changes, as a browser would; without what is None."""
    address = f"/admin/auth/user/{user.pk}/change/"
    fields = next(f["fields"] for f in forms_in(client.get(address)) if "username" in f["fields"])
    fields = {
        name: "on" if name.startswith("is_") else value
        for name, value in fields.items()
        if not name.startswith("_")
    }
    groups = list(user.groups.values_list("pk", flat=True))
    rest = fields | {"groups": groups} | changed
    return client.post(address, {name: v for name, v in rest.items() if v is not None})


def holds(user):
    return keyring.holds_key(user)


def assert_replaced(desk, client, submission):
    """The old key opens nothing; the member at work, and the printed words, open everything."""
    submission = Submission.objects.select_related("wrapped_key").get(pk=submission.pk)
    with pytest.raises(CannotOpen):
        submission.wrapped_key.opened_by(desk[0])
    assert submission.wrapped_key.opened_by(keyring.unlock_by_recovery(" ".join(desk[1])))
    assert "Zebra" in client.get("/admin/desk/").content.decode()


def test_a_member_added_by_a_member_opens_the_desk_after_signing_in(client, submission):
    client.post("/admin/auth/user/add/", OTHER)
    newcomer = User.objects.get(username="newcomer")
    before = holds(newcomer)
    moderators = Group.objects.get(name="Moderator").pk

    edit(client, newcomer, is_staff="on", groups=[moderators])

    assert not before
    assert holds(newcomer)
    assert "Zebra" in signed_in(newcomer, NEW).get("/admin/desk/").content.decode()


@pytest.mark.parametrize("how", [{"is_active": None}, {"is_staff": None}, {"groups": []}])
def test_whoever_loses_the_right_loses_the_key(desk, client, colleague, submission, how):
    theirs = signed_in(colleague, NEW)
    assert sees_the_desk(theirs)

    edit(client, colleague, **how)

    assert not holds(colleague)
    assert not sees_the_desk(theirs)
    assert_replaced(desk, client, submission)


def test_whoever_is_deleted_loses_the_key(desk, client, colleague, submission):
    client.post(f"/admin/auth/user/{colleague.pk}/delete/", {"post": "yes"})

    assert not User.objects.filter(pk=colleague.pk).exists()
    assert_replaced(desk, client, submission)


@pytest.mark.parametrize("how", ["emptied", "deleted"])
def test_a_group_that_loses_the_right_takes_the_key_from_its_members(
    desk, client, colleague, submission, how
):
    group = Group.objects.get(name="Moderator")

    if how == "deleted":
        client.post(f"/admin/auth/group/{group.pk}/delete/", {"post": "yes"})
    else:
        client.post(f"/admin/auth/group/{group.pk}/change/", {"name": "Moderator"})

    assert not holds(colleague)
    assert_replaced(desk, client, submission)


def test_what_changes_nothing_about_rights_leaves_the_key_as_it_is(desk, client, colleague):
    edit(client, colleague, first_name="Dorothea")

    assert bytes(DeskKey.current().public_key) == bytes(desk[0].public_key)
    assert holds(colleague)


def test_whoever_gives_up_the_right_is_not_handed_the_new_key(client, member, colleague):
    edit(client, member, is_superuser=None)

    assert not holds(member)
    assert not sees_the_desk(client)
    assert sees_the_desk(signed_in(colleague, NEW))


def test_a_password_set_by_another_member_opens_the_desk(client, colleague, submission):
    address = f"/admin/auth/user/{colleague.pk}/password/"
    fresh = "quite another battery"

    client.post(address, OTHER | {"password1": fresh, "password2": fresh})

    colleague.refresh_from_db()
    assert "Zebra" in signed_in(colleague, fresh).get("/admin/desk/").content.decode()
    with pytest.raises(CannotOpen):
        keyring.unlock(colleague, NEW)


def test_a_password_that_is_refused_changes_nothing(client, colleague):
    address = f"/admin/auth/user/{colleague.pk}/password/"

    client.post(address, OTHER | {"password2": "mistyped"})

    assert keyring.unlock(colleague, NEW)
    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)


def test_without_the_key_in_hand_nobody_is_added_changed_or_given_a_password(member, colleague):
    client = Client()
    client.force_login(member)
    before = list(User.objects.order_by("pk").values_list())

    client.post("/admin/auth/user/add/", OTHER)
    client.post(f"/admin/auth/user/{colleague.pk}/password/", OTHER)
    client.post(f"/admin/auth/user/{colleague.pk}/change/", {"username": "changed"})
    client.post(f"/admin/auth/user/{colleague.pk}/delete/", {"post": "yes"})
    group = Group.objects.get(name="Moderator")
    client.post(f"/admin/auth/group/{group.pk}/delete/", {"post": "yes"})
    client.post(
        "/admin/auth/group/",
        {"action": "delete_selected", "_selected_action": group.pk, "post": "yes"},
    )

    assert list(User.objects.order_by("pk").values_list()) == before
    assert Group.objects.filter(pk=group.pk).exists()
    assert keyring.unlock(colleague, NEW)


def change_own(client, old, new=NEW):
    fields = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post("/admin/password_change/", fields)


def test_a_member_changes_the_own_password_and_works_on(client, member):
    response = change_own(client, PASSWORD)

    assert response.status_code == 302
    assert sees_the_desk(client)
    member.refresh_from_db()
    assert member.check_password(NEW)
    assert sees_the_desk(signed_in(member, NEW))
    with pytest.raises(CannotOpen):
        keyring.unlock(member, PASSWORD)


@pytest.mark.parametrize(("old", "new"), [("wrong", NEW), (PASSWORD, "12345678")])
def test_a_change_that_is_refused_leaves_password_and_key(client, member, old, new):
    response = change_own(client, old, new)

    assert response.status_code == 200
    member.refresh_from_db()
    assert member.check_password(PASSWORD)
    assert keyring.unlock(member, PASSWORD)


def test_a_password_that_does_not_open_the_key_is_not_changed(client, member):
    member.set_password("set behind the desk's back")
    member.save()
    client.force_login(member)

    response = change_own(client, "set behind the desk's back")

    assert "does not open your key to the desk" in response.content.decode()
    assert keyring.unlock(member, PASSWORD)


def test_staff_without_a_key_change_their_password_as_anywhere(desk):
    user = make_staff()
    client = Client()
    client.force_login(user)

    assert change_own(client, PASSWORD).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW)
