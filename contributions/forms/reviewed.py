"""What every form has that words are written in and that leads to the review step."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from contributions import form_token
from contributions.incoming import arrived_damaged, tidy
from contributions.markup import WEB_ADDRESS
from contributions.models.submission import MAX_TEXT

# Advertisements are mostly links; an account has a few, and this leaves room for its sources.
MAX_LINKS = 20
TRAP = HTML('{% include "contributions/_trap.html" %}')


class TidyField(forms.CharField):
    """Text that is made plain before anything else looks at it; cut to `longest` before that."""

    def __init__(self, *args, longest=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.longest = longest

    def to_python(self, value):
        return tidy(super().to_python(value)[: self.longest])

    def validate(self, value):
        super().validate(value)
        if arrived_damaged(value):
            raise ValidationError(
                "Some characters did not arrive as you typed them. They are shown as "
                "\N{REPLACEMENT CHARACTER} below: please type them again."
            )


class ReviewedForm(forms.Form):
    """The words and a form token. `address` names the page that the form belongs to."""

    address = ""

    text = TidyField(
        label="Your words",
        strip=False,
        required=False,
        help_text=(
            "What gives people away is rarely a name: it is the place, the dates, how long "
            "they have served, an event that everybody there remembers. Leave out other "
            "people’s names too. The next page shows what we would take out."
        ),
        # No maxlength: a browser would cut a long paste without a word.
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "spellcheck": "true"}),
    )
    token = TidyField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial.setdefault("token", form_token.issue())
        self.helper = FormHelper()
        self.helper.form_action = reverse(self.address)
        self.helper.attrs = {"autocomplete": "off"}
        # There is no cookie to check against: see contributions/form_token.py and origin.py.
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            HTML('{% include "contributions/_choices_so_far.html" %}'),
            TRAP,
            *self.fields,
            Submit("check", "See what would be kept"),
        )

    def offer_choices(self):
        """Lay the form out for the review step: the choices first, then the words, folded."""
        self.helper.form_class = "edit"
        self.helper.layout = Layout(
            HTML('{% include "contributions/_choices.html" %}'),
            TRAP,
            HTML('<details class="fold"><summary>Change your words</summary>'),
            *self.fields,
            Submit("check", "Check again"),
            HTML("</details>"),
        )

    def clean_text(self):
        text = self.cleaned_data["text"]
        if not text:
            raise ValidationError("There are no words here yet. Write something to send.")
        if len(text) > MAX_TEXT:
            raise ValidationError(
                f"Your text has {len(text):,} characters; the most we can take at once is "
                f"{MAX_TEXT:,}. Please shorten it, or send it in two parts."
            )
        links = len(WEB_ADDRESS.findall(text))
        if links > MAX_LINKS:
            raise ValidationError(
                f"There are {links} web addresses in your text; the most we can take at once is "
                f"{MAX_LINKS}. Please leave some out, or send it in two parts."
            )
        return text
