"""The form a contributor writes in. Its fields bound every input and say what is wrong."""

from django import forms
from django.core.exceptions import ValidationError

from contributions.forms.reviewed import ReviewedForm, TidyField
from contributions.models import CallOut, Submission
from contributions.models.submission import MAX_TITLE
from contributions.target import Target

CALL_OUTS_SHOWN = 10


class ContactForm(ReviewedForm):
    """What to send, and the words.

    A reply's target comes with the request, as "post:12" or "reply:34", and travels in a hidden
    field. After `is_valid`, `meant_for` holds the Target and `cleaned_data` the tidied words.
    """

    address = "contact"
    field_order = ("kind", "title", "text", "target", "token")

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
    target = TidyField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.meant_for = Target.read(self["target"].value())
        self.fields["kind"].choices = self._kinds()
        if not self.is_bound:
            self.initial.setdefault("kind", self.fields["kind"].choices[0][0])

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
