"""What every way to decide is."""

from django import forms


class Way:
    """One way to decide.

    `name` is what its button sends as `action`, `key` opens its panel. A way that `uses_text`
    needs a sound marked text; one that `goes_out` lets others read it, so the editor must have
    seen it just as they will. What nobody at the desk can read any more leaves only the ways that
    are `blind`.
    """

    name = label = key = ""
    # The panel that holds its button; two ways may share one.
    panel = ""
    form_class = forms.Form
    uses_text = goes_out = blind = False

    def is_offered(self, opened):
        """Tell whether an Opened submission's state and kind allow it."""
        raise NotImplementedError

    def form(self, opened, data=None):
        """Return its own form, bound to `data` where it was sent."""
        return self.form_class(data, initial=self.initial(opened))

    def initial(self, opened):
        """Return what its form first says."""
        return {}

    def check(self, sitting, form):
        """Add to the forms what stands against carrying it out, as errors."""

    def carry_out(self, sitting, form):
        """Do it, within a transaction, and return the sentence that says what was done.

        Raises StaleDecision, IllegalMove or WrongStatus, and then nothing has changed.
        """
        raise NotImplementedError
