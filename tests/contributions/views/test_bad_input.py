"""Whatever arrives gets a clear sentence and a fitting status, and the words back."""

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from contributions.models import Submission
from tests.page_forms import fields_in, forms_in


def given_back(response):
    texts = [f["fields"]["text"] for f in forms_in(response) if "check" in dict(f["buttons"])]
    return texts[0]


def says(response, sentence):
    return sentence in response.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t", "\u200b\u2060", "\ufeff"])
def test_no_words_are_422(contributor, text):
    response = contributor.write(text)

    assert response.status_code == 422
    assert says(response, "There are no words here yet.")


def test_an_error_is_listed_and_leads_to_its_field(contributor):
    response = contributor.write("")

    assert says(response, '<a href="#id_text">There are no words here yet.')
    assert says(response, 'id="id_text_error"')
    assert says(response, 'aria-invalid="true"')
    assert says(response, 'role="alert"')


def test_an_over_long_text_is_422_with_its_count_and_all_its_words(contributor):
    text = "word " * 8_000 + "and some more"

    response = contributor.write(text)

    assert response.status_code == 422
    assert says(response, "Your text has 40,013 characters; the most we can take at once is 40,000")
    assert given_back(response) == text


def test_an_over_long_title_is_422_with_its_count(contributor):
    response = contributor.write("Words.", title="t" * 201)

    assert response.status_code == 422
    assert says(response, "The title has 201 characters; the most it can have is 200.")
    assert given_back(response) == "Words."


def test_a_very_long_text_that_still_fits_a_request_comes_back_whole(contributor):
    text = "é" * 500_000

    response = contributor.write(text)

    assert response.status_code == 422
    assert given_back(response) == text


def test_more_than_a_request_may_bring_is_413_with_a_sentence(contributor):
    response = contributor.write("a" * 4_100_000)

    assert response.status_code == 413
    assert says(response, "That was too much at once")
    assert response.headers["Cache-Control"] == "no-store"


def test_too_many_fields_are_413(contributor):
    response = contributor.post_bytes(b"&".join(b"choice-%d=replace" % n for n in range(5_000)))

    assert response.status_code == 413


@pytest.mark.parametrize("kind", ["", "poem", "reply", "call_out:424242", "call_out:x", "<b>"])
def test_an_unknown_kind_is_refused_with_the_words(contributor, kind):
    response = contributor.write("My words.", kind=kind)

    assert response.status_code in (404, 422)
    assert given_back(response) == "My words."


CONTROLS = [chr(n) for n in (*range(9), *range(14, 32), 127)]


@pytest.mark.parametrize("character", CONTROLS)
def test_control_characters_are_taken_out(contributor, character):
    response = contributor.write(f"be{character}fore", title=f"ti{character}tle")

    assert response.status_code == 200
    assert fields_in(response, "send")["text"] == "before"
    assert fields_in(response, "send")["title"] == "title"


def test_what_turns_text_round_is_taken_out(contributor):
    response = contributor.write("abc\u202edef\u202c \u2066ghi\u2069 \u200ejkl")

    assert fields_in(response, "send")["text"] == "abcdef ghi jkl"


def test_a_lone_carriage_return_ends_a_line(contributor):
    body = "kind=guest_blog&check=1&text=one%0Dtwo%0D%0Athree"

    response = contributor.post_bytes(body.encode())

    assert fields_in(response, "send")["text"] == "one\ntwo\nthree"


@pytest.mark.parametrize("damage", [b"caf%E9", b"%FF%FE", b"%C3", b"%ED%A0%80"])
def test_bytes_that_are_no_characters_are_422_and_shown(contributor, damage):
    response = contributor.post_bytes(b"kind=guest_blog&check=1&text=Words+before+" + damage)

    assert response.status_code == 422
    assert says(response, "Some characters did not arrive as you typed them.")
    assert given_back(response).startswith("Words before ")
    assert "\N{REPLACEMENT CHARACTER}" in given_back(response)


def test_a_damaged_title_is_422_too(contributor):
    response = contributor.post_bytes(b"kind=guest_blog&check=1&text=Words&title=caf%E9")

    assert response.status_code == 422
    assert given_back(response) == "Words"


def test_ten_thousand_links_are_refused_with_the_words(contributor):
    text = " ".join(f"https://example.org/{n}" for n in range(10_000))

    response = contributor.write(text)

    assert response.status_code == 422
    assert given_back(response) == text


def test_as_many_links_as_fit_are_shown_or_refused_with_a_sentence(contributor):
    text = " ".join(f"fb.me/{n}" for n in range(3_500))[:40_000].rsplit(" ", 1)[0]

    response = contributor.write(text)

    assert response.status_code in (200, 422)
    assert given_back(response) == text


def test_binary_is_answered_without_a_crash(contributor):
    body = b"kind=guest_blog&check=1&text=" + quote(bytes(range(256)) * 8).encode()

    response = contributor.post_bytes(body)

    assert response.status_code == 422


def test_a_file_is_not_taken(contributor):
    fields = {"kind": "guest_blog", "check": "1", "text": "Words."}
    response = contributor.client.post(
        "/contact/",
        fields | {"file": SimpleUploadedFile("rota.pdf", b"%PDF" * 1000)},
        headers={"origin": "http://testserver"},
    )

    assert response.status_code == 200
    assert fields_in(response, "send")["text"] == "Words."
    assert not says(response, "%PDF")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"text": "words"}'),
        ("text/plain", b"text=words"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"text=words&check=1"),
    ],
)
def test_a_body_of_another_kind_is_answered_calmly(contributor, content_type, body):
    response = contributor.client.generic("POST", "/contact/", body, content_type=content_type)

    assert response.status_code in (200, 400, 415, 422)


def test_a_multipart_body_that_breaks_off_is_400(contributor):
    response = contributor.client.generic(
        "POST", "/contact/", b"x", content_type="multipart/form-data; boundary=\xff"
    )

    assert response.status_code == 400


@pytest.mark.parametrize("kind", ["title", "token", "target", "kind", "seal", "findings"])
def test_nul_in_any_field_does_no_harm(contributor, kind):
    fields = fields_in(contributor.write("Words."), "send")

    for button in ("check", "send"):
        response = contributor.post(fields | {kind: "\x00", button: "1"})
        assert response.status_code in (200, 403, 404, 422)
    assert not Submission.objects.exists()
