"""The forms in a page, as a browser would send them."""

from html.parser import HTMLParser
from urllib.parse import urlencode


class _Forms(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.textarea = self.select = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.found.append({"buttons": [], "fields": {}})
        elif self.found:
            self._field(tag, attrs)

    def _field(self, tag, attrs):
        kind = attrs.get("type")
        unsaid = "on" if kind == "checkbox" else ""
        form, name, value = self.found[-1], attrs.get("name"), attrs.get("value") or unsaid
        chosen = kind not in ("radio", "checkbox") or "checked" in attrs
        if tag == "input" and name and chosen:
            form["fields"][name] = value
        elif tag == "textarea":
            self.textarea, form["fields"][name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            if self.select not in form["fields"] or "selected" in attrs:
                form["fields"][self.select] = value
        elif tag == "button" and name:
            form["buttons"].append((name, value))

    def handle_endtag(self, tag):
        if tag == "textarea" and self.textarea:
            form = self.found[-1]
            # A parser drops the first line end after the tag.
            form["fields"][self.textarea] = form["fields"][self.textarea].removeprefix("\n")
            self.textarea = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.textarea:
            self.found[-1]["fields"][self.textarea] += data


def forms_in(response):
    """Return every form of a page: its named buttons (name, value), and its fields by name."""
    parser = _Forms()
    # As a browser reads a page: every line end is one character.
    parser.feed(response.content.decode().replace("\r\n", "\n"))
    parser.close()
    return parser.found


def fields_in(response, button):
    """Return the fields of the page's one form that has a button of that name."""
    named = [form for form in forms_in(response) if button in dict(form["buttons"])]
    (form,) = named
    return form["fields"]


def encoded(fields):
    """Return fields as the body of a POST: line ends are two characters there."""
    return urlencode(
        {name: value.replace("\n", "\r\n") for name, value in fields.items()}, encoding="utf-8"
    )
