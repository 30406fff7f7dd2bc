"""What stood there when a form of the admin was opened: what came since is not overwritten."""

from django import forms


class SeenForm(forms.Form):
    """A form that is given back once where somebody was faster; then `standing` is what he left.

    A class says what it compares: `version`, of what is stored when the form is shown or sent.
    """

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.version
        self.standing = {}

    @property
    def is_stale(self):
        """Tell whether what was sent was written over something else than what is stored."""
        return self.cleaned_data.get("seen") != self.version

    def give_back(self, **standing):
        """Refuse it once: saved again, it takes the place of what stands there by then."""
        self.standing = standing
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.version
        self.add_error(
            None,
            "Nothing is saved yet: somebody has changed this since you opened it. What stands "
            "there now is shown first, and yours below it. Save again to put yours in its place.",
        )
