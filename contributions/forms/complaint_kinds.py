"""What is asked of whoever complains: a form for each kind of complaint."""

from django import forms
from django.core.validators import EmailValidator

from contributions.forms.complaint import AnswerField, ChosenField, ComplaintForm
from contributions.models.complaint import Kind


class IdentifyingForm(ComplaintForm):
    """Somebody can be recognised."""

    words = AnswerField(
        "Which words?",
        missing="Say which words, or where in it they stand.",
        rows=4,
        help_text=(
            "Copy them, or say where they stand, such as “the second paragraph”. You need not say "
            "who it is."
        ),
    )
    text = AnswerField(
        "Anything that we should know, if you like",
        rows=5,
        help_text="Whether somebody could come to harm, for one. If somebody is in danger now, "
        "ring 999: nobody may read this for some hours.",
    )
    contact = AnswerField(
        "An email address, if you want an answer",
        autocomplete="email",
        help_text="Without one we act all the same. Not one of your employer’s.",
    )


class DefamationForm(ComplaintForm):
    """A notice of complaint under section 5(6) of the Defamation Act 2013, with all that regulation
    2 of the website operators' regulations asks for."""

    words = AnswerField(
        "The statement you complain of", rows=4, missing="Copy the statement you complain of."
    )
    text = AnswerField(
        "Why it is defamatory of you",
        rows=6,
        missing="Say why it is defamatory of you.",
        help_text="How readers can tell that it is about you, and what harm it does or is likely "
        "to do to your reputation.",
    )
    meaning = AnswerField(
        "What you understand it to mean", rows=3, missing="Say what you understand it to mean."
    )
    untrue = AnswerField(
        "What in it is untrue, or an opinion that no fact supports",
        rows=6,
        missing="Say what in it is untrue, or an opinion that no fact supports.",
    )
    name = AnswerField("Your name", missing="Give your name.", autocomplete="name")
    email = AnswerField(
        "Your email address",
        missing="Give your email address.",
        validators=[EmailValidator("Look at the email address again: it is not whole.")],
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    knows_writer = ChosenField(
        "Do you know enough about whoever wrote it to bring a claim against them?",
        [
            ("no", "No, I do not have enough information to do that"),
            ("yes", "Yes"),
        ],
    )
    pass_on = ChosenField(
        "May we give whoever wrote it your name and email address?",
        [
            ("both", "Yes, both"),
            ("name", "My name only"),
            ("email", "My email address only"),
            ("neither", "Neither"),
        ],
    )


class LegalForm(ComplaintForm):
    """Any other notice with the law behind it."""

    text = AnswerField(
        "Your notice",
        rows=10,
        missing="Write your notice.",
        help_text="Which words it is about, what law or order it rests on, and what you ask for.",
    )
    name = AnswerField(
        "Your name, and whom you act for", missing="Give your name.", autocomplete="name"
    )
    contact = AnswerField(
        "Where we can answer you",
        missing="Say where we can answer you.",
        help_text="An email or a postal address.",
        autocomplete="email",
    )


class OtherForm(ComplaintForm):
    """Whatever else is wrong."""

    text = AnswerField("What is wrong?", rows=8, missing="Say what is wrong.")
    contact = AnswerField(
        "An email address, if you want an answer",
        autocomplete="email",
        help_text="Without one we look at it all the same.",
    )


FORMS = {
    Kind.IDENTIFIES: IdentifyingForm,
    Kind.DEFAMATION: DefamationForm,
    Kind.LEGAL: LegalForm,
    Kind.OTHER: OtherForm,
}
