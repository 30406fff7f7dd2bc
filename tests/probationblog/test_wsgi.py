"""The way in drops what could tell of a visitor, before anybody can look at it."""

import pytest
from django.test import RequestFactory

from probationblog.wsgi import NEEDED, application, forget_the_visitor

ABOUT_THE_VISITOR = {
    "REMOTE_ADDR": "203.0.113.9",
    "REMOTE_HOST": "laptop.example",
    "REMOTE_PORT": "50123",
    "REMOTE_USER": "jo",
    "HTTP_USER_AGENT": "Mozilla/5.0",
    "HTTP_ACCEPT_LANGUAGE": "cy-GB",
    "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    "HTTP_X_REAL_IP": "203.0.113.9",
    "HTTP_FORWARDED": "for=203.0.113.9",
    "HTTP_CF_CONNECTING_IP": "203.0.113.9",
    "HTTP_SEC_CH_UA": "x",
    "HTTP_SAVE_DATA": "on",
    "HTTP_VIA": "proxy.justice.example",
}
SECRETS = {"SECRET_KEY": "secret", "DATABASE_URL": "postgres://u:p@h/n", "PATH": "/bin"}


def passed_on(path="/", **environ):
    """Return what the site sees of a request."""
    seen = {}
    app = forget_the_visitor(lambda kept, start_response: seen.update(kept))
    app(RequestFactory().get(path).environ | environ, None)
    return seen


def test_nothing_about_the_visitor_is_passed_on():
    seen = passed_on("/contact/", **ABOUT_THE_VISITOR)

    assert not set(seen) & set(ABOUT_THE_VISITOR)
    assert "203.0.113.9" not in str(seen)


def test_no_secret_of_the_server_is_passed_on():
    seen = passed_on("/", **SECRETS)

    assert not set(seen) & set(SECRETS)


def test_what_the_site_needs_is_passed_on():
    given = {"HTTP_ORIGIN": "https://blog.example", "HTTP_SEC_FETCH_SITE": "same-origin"}

    seen = passed_on("/guest-blogs/", QUERY_STRING="a=b", HTTP_HOST="blog.example", **given)

    assert seen["PATH_INFO"] == "/guest-blogs/"
    assert seen["QUERY_STRING"] == "a=b"
    assert seen["HTTP_HOST"] == "blog.example"
    assert seen.items() >= given.items()
    assert {name for name in seen if not name.startswith("wsgi.")} <= NEEDED


@pytest.mark.parametrize(
    "path", ["/", "/contact/", "/adminx/", "/admin", "/feeds/posts/", "//admin/", "/a/../admin/"]
)
def test_a_cookie_is_not_passed_on_outside_the_admin(path):
    assert "HTTP_COOKIE" not in passed_on(PATH_INFO=path, HTTP_COOKIE="sessionid=x")


@pytest.mark.parametrize("path", ["/admin/", "/admin/desk/"])
def test_the_admin_gets_its_cookie(path):
    assert passed_on(path, HTTP_COOKIE="sessionid=x")["HTTP_COOKIE"] == "sessionid=x"


def test_the_callers_own_environ_is_left_alone():
    environ = RequestFactory().get("/").environ | {"REMOTE_ADDR": "203.0.113.9"}

    forget_the_visitor(lambda kept, start_response: None)(environ, None)

    assert environ["REMOTE_ADDR"] == "203.0.113.9"


@pytest.mark.django_db
def test_a_request_goes_through_the_real_way_in():
    answers = []
    environ = RequestFactory().get("/robots.txt").environ | ABOUT_THE_VISITOR

    body = b"".join(application(environ, lambda status, headers: answers.append(status)))

    assert answers == ["200 OK"]
    assert b"Disallow: /contact/" in body
