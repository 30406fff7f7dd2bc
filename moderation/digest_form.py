"""The form of a digest that is being gathered: introduction, order, and what is to be added."""

import re

from django import forms
from tinymce.widgets import AdminTinyMCE

from contributions.models import Post
from moderation import gathering
from moderation.addresses import post_at
from moderation.outgoing import NowReason

# Replies that are added at once.
MOST = 50
MAX_BODY = 60_000


class NewDigestForm(forms.ModelForm):
    """The title of a digest that is begun."""

    class Meta:
        model = Post
        fields = ["title"]

    def __init__(self, data=None):
        super().__init__(data, instance=Post(kind=Post.Kind.DIGEST))


class DigestForm(forms.ModelForm):
    """Title and introduction of a digest, and a number for each of its accounts.

    After `is_valid`, `replies` are those to be added, and `places` {account's key: number}.
    """

    body = forms.CharField(
        label="Introduction",
        required=False,
        max_length=MAX_BODY,
        widget=AdminTinyMCE(attrs={"rows": 10}),
    )
    post = forms.CharField(
        label="Under which post",
        required=False,
        max_length=300,
        help_text="Its address. Of a reply's own address, #c9 at the end is the number.",
        widget=forms.TextInput(attrs={"list": "posts"}),
    )
    numbers = forms.CharField(
        label="Numbers of the replies",
        required=False,
        max_length=300,
        help_text="Such as 3, 7, 12.",
    )
    now_reason = forms.ChoiceField(
        label="Why it cannot wait",
        required=False,
        choices=[("", "---------"), *NowReason.choices],
    )

    # Which digest the editor had before him: see gathering.fingerprint.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Post
        fields = ["title", "body"]

    def __init__(self, data=None, *, digest, items=(), action=""):
        super().__init__(data, instance=digest)
        self.items, self.action = items, action
        self.replies = []
        self.fields["seen"].initial = gathering.fingerprint(digest, items)
        for item in items:
            self.fields[_name(item)] = forms.IntegerField(
                label="Place", required=False, min_value=0, max_value=9_999, initial=item.number
            )

    @classmethod
    def given_back(cls, data, digest):
        """Return the form as it was filled in, for the digest as it stands now."""
        digest = Post.objects.get(pk=digest.pk)
        form = cls(data.copy(), digest=digest, items=list(gathering.accounts(digest)))
        form.data["seen"] = form["seen"].initial
        return form

    def place_of(self, item):
        """Return the field with the place of an account."""
        return self[_name(item)]

    @property
    def places(self):
        return {
            int(name.removeprefix(PLACE)): place
            for name, place in self.cleaned_data.items()
            if name.startswith(PLACE) and place is not None
        }

    def clean(self):
        data = super().clean()
        if self.action == "add":
            self._clean_replies(data)
        if self.action == "now" and not data.get("now_reason"):
            self.add_error("now_reason", "Choose why it cannot wait.")
        return data

    def _clean_replies(self, data):
        post, number = post_at(data.get("post", ""))
        if not post:
            self.add_error("post", "Give the address of a published post.")
            return
        numbers = [*re.findall(r"\d{1,9}", data.get("numbers", "")), *([number] if number else [])]
        numbers = list(dict.fromkeys(map(int, numbers)))[:MOST]
        found = {reply.number: reply for reply in post.replies.published()}
        missing = [str(number) for number in numbers if number not in found]
        if missing:
            self.add_error("numbers", f"There is no reply {', '.join(missing)} under that post.")
        elif not numbers:
            self.add_error("numbers", "Give the number of a reply.")
        self.replies = [found[number] for number in numbers if number in found]


PLACE = "place-"


def _name(item):
    return f"{PLACE}{item.pk}"
