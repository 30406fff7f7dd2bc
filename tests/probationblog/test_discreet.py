"""Logs say where and of what type an error was, and nothing that it was about."""

import io
import logging

import pytest
from django.core import mail
from django.test import Client, RequestFactory
from django.views.debug import technical_500_response

from probationblog.discreet import Formatter, Mail
from tests.factories import the_desk


def logged(log):
    """Return what a logger with the formatter writes while `log(logger)` runs."""
    stream = io.StringIO()
    logger = logging.Logger("a.logger")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter())
    logger.addHandler(handler)
    log(logger)
    return stream.getvalue()


def fail_with_words(logger):
    text = "Quagga okapi"
    try:
        try:
            raise KeyError(text)
        except KeyError as error:
            raise ValueError(f"Key (text)=({text}) already exists") from error
    except ValueError:
        logger.exception("Failed for %s", text, extra={"request": text}, stack_info=True)


def test_no_message_or_value_is_written():
    written = logged(fail_with_words)

    assert "Quagga" not in written
    assert "okapi" not in written
    assert "already exists" not in written


def test_where_it_was_and_the_chain_of_types_are_written():
    written = logged(fail_with_words)

    assert "ERROR a.logger" in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "test_discreet.py" in written
    assert "in fail_with_words" in written


def test_a_plain_message_is_not_written_either():
    written = logged(lambda logger: logger.warning("Quagga %s", "okapi"))

    assert written.startswith("WARNING a.logger ")
    assert "Quagga" not in written


@pytest.fixture
def console(monkeypatch):
    """What the site's own handler writes."""
    handlers = logging.getLogger("django").handlers
    discreet = [handler for handler in handlers if isinstance(handler.formatter, Formatter)]
    (handler,) = [handler for handler in discreet if not isinstance(handler, Mail)]
    monkeypatch.setattr(handler, "stream", io.StringIO())
    return handler.stream


@pytest.mark.django_db
def test_a_crash_of_the_site_writes_no_word_of_the_request(monkeypatch, console):
    def crash(*args, **kwargs):
        raise RuntimeError("Quagga okapi")

    monkeypatch.setattr("contributions.views.writing.review", crash)
    client = Client(raise_request_exception=False)
    the_desk()

    response = client.post(
        "/contact/", {"check": "1", "kind": "guest_blog", "text": "Quagga", "title": "okapi"}
    )

    written = console.getvalue()
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()
    assert "RuntimeError" in written
    assert "Quagga" not in written + response.content.decode()
    assert "okapi" not in written + response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nothing/?q=Quagga", "/admin/nothing/Quagga/"])
def test_an_address_that_is_not_found_is_not_written(client, console, address):
    client.get(address)

    assert "Quagga" not in console.getvalue()


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_without_a_word(client, console):
    response = client.get("/", headers={"host": "quagga.example"})

    assert response.status_code == 400
    assert "quagga" not in console.getvalue()


WORDS = ("Quagga", "okapi", "bongo", "numbat")


def crash_with_everything(*args, **kwargs):
    marked_local = "Quagga okapi"
    raise RuntimeError(f"it was about {marked_local}")


def post_with_everything(monkeypatch):
    the_desk()
    monkeypatch.setattr("contributions.views.writing.review", crash_with_everything)
    client = Client(raise_request_exception=False)
    client.cookies["trail"] = "bongo"
    fields = {"check": "1", "kind": "guest_blog", "text": "numbat", "title": "Quagga"}
    return client.post("/contact/?q=okapi", fields, headers={"user-agent": "bongo"})


@pytest.mark.django_db
def test_a_mail_about_a_crash_says_where_and_no_word_of_the_request(monkeypatch, settings):
    settings.ADMINS = [("", "admin@blog.example")]
    monkeypatch.setattr(Mail, "next_at", 0.0)
    [handler] = [h for h in logging.getLogger("django").handlers if isinstance(h, Mail)]
    handler.__dict__.pop("next_at", None)

    for _ in range(3):
        post_with_everything(monkeypatch)

    [sent] = mail.outbox
    written = sent.message().as_string()
    assert "RuntimeError" in written
    assert "in crash_with_everything" in written
    assert not [word for word in WORDS if word in written]


@pytest.mark.parametrize("accepts", ["text/html", "text/plain"])
@pytest.mark.parametrize("debug", [True, False])
def test_a_page_about_a_crash_holds_no_body_cookie_or_local_variable(settings, accepts, debug):
    settings.DEBUG = debug
    request = RequestFactory().post("/contact/", {"text": "numbat"}, headers={"accept": accepts})
    request.COOKIES["trail"] = "bongo"
    try:
        crash_with_everything()
    except RuntimeError as error:
        page = technical_500_response(request, type(error), error, error.__traceback__)

    written = page.content.decode()
    assert "in crash_with_everything" in written
    assert not [word for word in (*WORDS, "marked_local", settings.SECRET_KEY) if word in written]
