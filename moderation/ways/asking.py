"""Writing to the contributor, and taking up again what was asked about."""

from contributions.lifecycle import State
from contributions.models import Submission
from moderation import deciding
from moderation.ways.letter import LetterForm
from moderation.ways.way import Way


class QuestionForm(LetterForm):
    letter = "question"
    label = "What you want to ask"
    needed = "Write what you want to ask."


class ThanksForm(LetterForm):
    letter = "thanks"
    label = "What you want to say"
    needed = "Write what you want to say."


class Ask(Way):
    name = panel = "ask"
    label = "Ask the contributor"
    key = "q"
    form_class = QuestionForm

    def is_offered(self, opened):
        return opened.submission.state == State.WAITING

    def carry_out(self, sitting, form):
        deciding.ask(
            sitting.submission,
            sitting.version,
            by=sitting.by,
            key=sitting.opened.key,
            question=form.says,
            shown=self.shown(sitting),
        )
        return "Asked. The contributor sees it with the receipt."

    def shown(self, sitting):
        """Return the Finished text that is shown with the question, or None."""
        return None


class AskForConsent(Ask):
    """Show the contributor what would be published, and ask whether it may be."""

    name = "consent"
    key = ""
    uses_text = goes_out = True

    def is_offered(self, opened):
        confidential = opened.submission.kind == Submission.Kind.CONFIDENTIAL
        return super().is_offered(opened) and not confidential

    def shown(self, sitting):
        return sitting.finished


class Thank(Way):
    """Write without asking, whatever the state: thanks, or an answer to a confidential note."""

    name = panel = "thank"
    label = "Thank, or write without asking"
    form_class = ThanksForm
    stays = True

    def is_offered(self, opened):
        return bool(opened.key)

    def carry_out(self, sitting, form):
        if sitting.has_new_draft:
            deciding.keep(sitting.submission, sitting.version, by=sitting.by)
        key, says = sitting.opened.key, form.says
        deciding.thank(sitting.submission, by=sitting.by, key=key, says=says)
        return "Written. The contributor sees it with the receipt."


class StopWaiting(Way):
    name = panel = "return"
    label = "Take up again"

    def is_offered(self, opened):
        submission = opened.submission
        return submission.state == State.ASKED and not submission.waits_for_consent

    def carry_out(self, sitting, form):
        deciding.stop_waiting(sitting.submission, sitting.version, by=sitting.by)
        return "Taken up again without an answer."
