"""The form a contributor writes in. Its fields bound every input and say what is wrong."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from contributions import form_token
from contributions.incoming import arrived_damaged, tidy
from contributions.markup import WEB_ADDRESS
from contributions.models import CallOut, Submission
from contributions.models.submission import MAX_TEXT, MAX_TITLE
from contributions.target import Target

CALL_OUTS_SHOWN = 10
# Advertisements are mostly links; an account has a few, and this leaves room for its sources.
MAX_LINKS = 20
TRAP = HTML('{% include "contributions/_trap.html" %}')


class TidyField(forms.CharField):
    """Text that is made plain before anything else looks at it."""

    def to_python(self, value):
        return tidy(super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if arrived_damaged(value):
            raise ValidationError(
                "Some characters did not arrive as you typed them. They are shown as "
                "\N{REPLACEMENT CHARACTER} below: please type them again."
            )


class ContactForm(forms.Form):
    """What to send, and the words.

    A reply's target comes with the request, as "post:12" or "reply:34", and travels in a hidden
    field. After `is_valid`, `meant_for` holds the Target and `cleaned_data` the tidied words.
    """

    kind = forms.ChoiceField(
        label="What would you like to send?",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Choose what you would like to send."
        ),
    )
    title = TidyField(
        label="A title, if you have one",
        required=False,
        help_text="The editor can find one for you.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
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
    target = TidyField(required=False, widget=forms.HiddenInput)
    token = TidyField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.meant_for = Target.read(self["target"].value())
        self.fields["kind"].choices = self._kinds()
        if not self.is_bound:
            self.initial.setdefault("kind", self.fields["kind"].choices[0][0])
            self.initial.setdefault("token", form_token.issue())
        self.helper = FormHelper()
        self.helper.form_action = reverse("contact")
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

    def _kinds(self):
        kinds = [
            (Submission.Kind.GUEST_BLOG, "A guest blog: your own account, in your own words"),
            (Submission.Kind.CONFIDENTIAL, "A note to the editor that is never published"),
        ]
        if self.meant_for.is_public:
            kinds.insert(0, (Submission.Kind.REPLY, f"A reply to {self.meant_for}"))
        call_outs = CallOut.objects.open()[:CALL_OUTS_SHOWN]
        answers = [(f"call_out:{call.pk}", f"An answer to: {call.title}") for call in call_outs]
        return kinds[:-1] + answers + kinds[-1:]

    def clean_title(self):
        title = " ".join(self.cleaned_data["title"].split())
        if len(title) > MAX_TITLE:
            raise ValidationError(
                f"The title has {len(title)} characters; the most it can have is {MAX_TITLE}."
            )
        return title

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
