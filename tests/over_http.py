"""The people of a running site, over HTTP: they press what the pages offer and read what comes."""

import re
from html import unescape

import httpx

from tests.page_forms import encoded, forms_in
from tests.running_site import NAME, PASSWORD

FORM = "application/x-www-form-urlencoded"


class Unexpected(Exception):
    """Raised where the site answers otherwise than the step needs; says which and how."""


def words_of(html):
    """Return what a page says, its tags gone and its white space evened out."""
    html = re.sub(r"<(script|style|template)\b.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r"<(/?(p|li|h\d|blockquote|div|article|section|ul|ol)|br|hr)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def form_with(page, field):
    """Return the fields of the first form in a page that has this one."""
    for form in forms_in(page):
        if field in form["fields"]:
            return form["fields"]
    said = words_of(page.text.partition("<main")[2])[:300]
    raise Unexpected(f"{page.request.url.path}: no form with {field}, {said}")


class Person:
    """Somebody with a browser of their own, which `options` (httpx's) describe."""

    def __init__(self, address, headers=None, **options):
        self.address = address
        self.browser = httpx.Client(base_url=address, headers=headers, timeout=60, **options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.close()

    def get(self, path, expect=200):
        return self._expected(self.browser.get(path), expect)

    def post(self, path, fields, expect=200):
        """Send a form's fields, as a browser would from a page of this site."""
        headers = {"content-type": FORM, "origin": self.address, "referer": self.address + path}
        answer = self.browser.post(path, content=encoded(fields).encode(), headers=headers)
        return self._expected(answer, expect)

    def _expected(self, answer, expect):
        if expect and answer.status_code != expect:
            said = words_of(answer.text.partition("<main")[2])[:300]
            raise Unexpected(f"{answer.request.url.path}: {answer.status_code}, {said}")
        return answer


class Contributor(Person):
    """Writes, looks at what would be kept, sends."""

    def review(self, text, *, title="", kind="guest_blog", target=""):
        """Return the review step of these words."""
        opened = self.post("/contact/", {"target": target}) if target else self.get("/contact/")
        written = {"text": text, "title": title, "kind": kind, "check": "1"}
        return self.post("/contact/", form_with(opened, "text") | written)

    def send(self, review, expect=200):
        """Press "Send this" on a review step; return the answer."""
        answer = self.post("/contact/", form_with(review, "seal") | {"send": "1"}, expect)
        if "Nothing has been sent yet" in answer.text:  # Few people fit, so it asks once more.
            answer = self.post("/contact/", form_with(answer, "seal") | {"send": "1"}, expect)
        return answer

    def complain(self, kind="other", expect=200, **answers):
        """Complain about something, on the form of a kind; return the answer."""
        form = form_with(self.post("/contact/complaint/", {"kind": kind}), "token")
        sent = form | {"where": "somewhere", "send": "1"} | answers
        return self.post("/contact/complaint/", sent, expect)


class Editor(Person):
    """Signs in and works at the desk."""

    def sign_in(self, name=NAME, password=PASSWORD):
        """Sign in, and return the first page of the desk."""
        token = form_with(self.get("/admin/login/"), "username")
        self.post("/admin/login/", token | {"username": name, "password": password}, 302)
        return self.get("/admin/")

    def queue(self):
        """Return the ids of all that waits, oldest first."""
        found, page = [], 1
        while True:
            answer = self.get(f"/admin/desk/?page={page}")
            found += re.findall(r'href="/admin/desk/([0-9a-f-]{36})/', answer.text)
            if f"page={page + 1}" not in answer.text:
                return found
            page += 1

    def open(self, submission):
        """Return the fields of the form on a submission's review page."""
        return form_with(self.get(f"/admin/desk/{submission}/"), "previewed")

    def read(self, submission):
        """Return the words of a submission as they came."""
        page = self.get(f"/admin/desk/{submission}/").text
        return words_of(page.partition('id="received">')[2].partition("</div>")[0])

    def publish(self, submission, kind, **changed):
        """Preview a submission and publish it at once by a route; return the answer."""
        fields = self.open(submission) | {"now_reason": "other", "basis": "opinion"} | changed
        seen = form_with(self.decide(submission, fields, "preview", 200), "previewed")
        return self.decide(submission, seen, kind)

    def decide(self, submission, fields, action, expect=302):
        """Press one of the buttons of the review page; return the answer."""
        return self.post(f"/admin/desk/{submission}/", fields | {"action": action}, expect)

    def take_back(self, model, pk):
        """Retract a post or a reply in the admin's list; return the answer."""
        listing = f"/admin/contributions/{model}/"
        token = form_with(self.get(listing), "csrfmiddlewaretoken")["csrfmiddlewaretoken"]
        action = {"action": "retract", "_selected_action": str(pk), "confirmed": "1"}
        why = {"csrfmiddlewaretoken": token, "own_words": "a detail was removed"}
        return self.post(listing, action | why, 302)
