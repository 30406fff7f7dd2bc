"""The form that readers search with. It is sent by GET, so that a search can be linked to."""

from django import forms
from django.core.exceptions import ValidationError

from contributions.forms.reviewed import TidyField
from contributions.models.label import Label
from contributions.models.post import Post
from contributions.models.search_entry import SearchEntry
from contributions.search import query


class SearchForm(forms.Form):
    """After `is_valid`, `cleaned_data` holds what to give to `find`, with "q" read."""

    q = TidyField(
        label="What to look for",
        max_length=query.LONGEST,
        required=False,
        error_messages={"max_length": f"Search for at most {query.LONGEST} characters."},
        help_text=(
            "Finds what holds all the words. Put “quotation marks” round words that stand "
            "together, a minus before a -word to leave out, and or where either will do."
        ),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label="Among", required=False, choices=[("", "Everything"), *SearchEntry.Kind.choices]
    )
    label = forms.ModelChoiceField(
        Label.objects.in_use(),
        label="Label",
        required=False,
        empty_label="Any",
        to_field_name="slug",
    )
    year = forms.TypedChoiceField(label="Year", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = [(year, year) for year, _ in Post.objects.published().years()]
        self.fields["year"].choices = [("", "Any"), *years]

    def clean_q(self):
        try:
            return query.read(self.cleaned_data["q"])
        except query.NotAQuery as error:
            raise ValidationError(str(error)) from error
