"""What an editor says to a contributor: a canned phrase, words of his own, or both."""

from django import forms

from contributions.forms import TidyField
from moderation.models import CannedPhrase

MAX_LETTER = 2_000


class PhraseSelect(forms.Select):
    """A select whose options carry the words they stand for: static/moderation/phrases.js."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-words"] = value.instance.words
        return option


class LetterForm(forms.Form):
    """A form with a letter in it. After `is_valid`, `says` is all that it says, or "".

    The field named by `letter` takes what is typed, and one with "_phrase" behind that name the
    phrase that goes before it. `needed` says what is missing where there is neither.
    """

    letter = label = needed = ""
    help_text = "The contributor reads it with the receipt. Name nobody."

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.says = ""
        self.fields[f"{self.letter}_phrase"] = forms.ModelChoiceField(
            CannedPhrase.objects.by_name(),
            label="Begin with one of your phrases",
            required=False,
            empty_label="None",
            widget=PhraseSelect(attrs={"data-into": f"id_{self.letter}"}),
            error_messages={"invalid_choice": "That phrase is not there any more."},
        )
        self.fields[self.letter] = TidyField(
            label=self.label,
            required=False,
            max_length=MAX_LETTER,
            widget=forms.Textarea(attrs={"rows": 4, "class": "letter", "spellcheck": "true"}),
            help_text=self.help_text,
        )

    @property
    def phrase(self):
        """The bound field of the phrase."""
        return self[f"{self.letter}_phrase"]

    @property
    def typed(self):
        """The bound field of what is typed."""
        return self[self.letter]

    def clean(self):
        data = super().clean()
        phrase, typed = data.get(self.phrase.name), data.get(self.letter)
        self.says = "\n\n".join(filter(None, [phrase and phrase.words, typed]))
        if self.needed and not self.says and not self.errors:
            self.add_error(self.letter, self.needed)
        return data
