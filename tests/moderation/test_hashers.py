"""Passwords are stored by Argon2id, as slow as what they protect."""

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

ARGON2 = ["moderation.hashers.DeskArgon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]


@pytest.fixture
def as_in_production(settings):
    settings.PASSWORD_HASHERS = ARGON2


def test_a_password_is_hashed_with_64_mib_and_three_passes(as_in_production):
    stored = make_password("correct horse battery")

    assert stored.startswith("argon2$argon2id$v=19$m=65536,t=3,p=1$")
    assert check_password("correct horse battery", stored)
    assert not check_password("correct horse batterx", stored)
    assert not identify_hasher(stored).must_update(stored)


@pytest.mark.django_db
def test_a_password_stored_otherwise_is_stored_anew_at_the_next_sign_in(client, as_in_production):
    weaker = make_password("correct horse battery", hasher="pbkdf2_sha256")
    user = User.objects.create(username="jo", password=weaker)

    assert client.login(username="jo", password="correct horse battery")

    user.refresh_from_db()
    assert user.password.startswith("argon2$argon2id$v=19$m=65536,t=3,p=1$")


@pytest.mark.parametrize("password", ["eleven char", "password123456", "314159265358979"])
def test_a_password_that_is_short_common_or_all_digits_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


def test_a_password_like_the_username_is_refused():
    with pytest.raises(ValidationError):
        validate_password("zebedee-quill", User(username="zebedee-quilt"))


def test_a_sentence_of_twelve_characters_will_do():
    assert validate_password("tea at four?") is None
