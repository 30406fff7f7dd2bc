"""What can be done with many submissions at once, and what of it with none but one at a time."""

from django import forms
from django.db import transaction
from django.utils import timezone

from contributions.deidentify.finding import Severity
from contributions.lifecycle import IllegalMove, StaleDecision, State
from contributions.models import ApprovedCopy, Submission
from contributions.models.submission import PUBLISHABLE
from contributions.review import second_look
from moderation import claims, deciding, redaction
from moderation.actions import HoldReason
from moderation.flags import Level, flags_in
from moderation.models import DeclineReason

MOST = 50
WEIGHTY = {Level.URGENT, Level.RED}
FEW = {"below 10", "below 5"}
ON_ITS_OWN_PAGE = "Look at it on its own page."


class HoldForm(forms.Form):
    held_until = forms.DateField(label="Until", widget=forms.DateInput(attrs={"type": "date"}))
    hold_reason = forms.ChoiceField(
        label="Reason", choices=[("", "---------"), *HoldReason.choices]
    )

    def clean_held_until(self):
        until = self.cleaned_data["held_until"]
        if until <= timezone.localdate():
            raise forms.ValidationError("Choose a day after today.")
        return until


class BinForm(forms.Form):
    decline_reason = forms.ModelChoiceField(
        DeclineReason.objects.order_by("name"), label="Reason", empty_label="---------"
    )


class Way:
    """One thing to do with many; a subclass says what with one of them.

    `states` and `kinds` are those of submissions that it can be done with, `form` asks for what
    it needs, and `publishes` tells that their words go out.
    """

    name = label = asks = done = ""
    form = forms.Form
    publishes = False
    states = frozenset({State.WAITING})
    kinds = frozenset(PUBLISHABLE)

    def obstacle(self, opened):
        """Say why it cannot be done with an Opened submission, or ""."""
        submission = opened.submission
        if submission.state not in self.states:
            return f"It is {submission.get_state_display().lower()}."
        if submission.kind not in self.kinds:
            return f"It is a {submission.get_kind_display().lower()}."
        return ""

    def second_thoughts(self, opened):
        """Say what speaks against it that takes a while to find, or ""."""
        return ""

    def do(self, opened, version, by, data):
        """Do it, within a transaction."""
        raise NotImplementedError


class Reply(Way):
    """Publish each as a reply under the post that it answers, as it came."""

    name, label = "reply", "Publish as replies, each under its post"
    asks, done = "Publish as replies?", "goes out with its batch"
    publishes = True

    def obstacle(self, opened):
        return super().obstacle(opened) or _of_target(opened.submission) or _of_words(opened)

    def second_thoughts(self, opened):
        look = second_look(opened.words)
        if look.overlooked:
            return f"Something in it may point straight at someone. {ON_ITS_OWN_PAGE}"
        if look.estimate.level in FEW:
            return f"Few people fit what it says of its writer. {ON_ITS_OWN_PAGE}"
        return ""

    def do(self, opened, version, by, data):
        submission = opened.submission
        deciding.approve(
            submission,
            version,
            by=by,
            route=ApprovedCopy.Route.REPLY,
            post=submission.target_post,
            parent=submission.target_reply,
            parts=parts_of(opened),
        )


class Hold(Way):
    """Set each aside until a day."""

    name, label = "hold", "Hold"
    asks, done = "Hold?", "held"
    form = HoldForm
    kinds = frozenset(Submission.Kind.values)

    def do(self, opened, version, by, data):
        until, reason = data["held_until"], data["hold_reason"]
        deciding.hold(opened.submission, version, by=by, until=until, reason=reason)


class Bin(Way):
    """Decline each, for one class of reason."""

    name, label = "bin", "Bin"
    asks, done = "Bin?", "in the bin"
    form = BinForm

    def obstacle(self, opened):
        return super().obstacle(opened) or _flagged(opened, {Level.URGENT})

    def do(self, opened, version, by, data):
        deciding.decline(opened.submission, version, by=by, reason=data["decline_reason"])


WAYS = {way.name: way for way in (Reply(), Hold(), Bin())}


def obstacle(way, opened, version, by):
    """Say why a way is closed to a submission that was chosen at this version, or ""."""
    claim = claims.on_each([opened.submission.pk]).get(opened.submission.pk)
    if opened.submission.version != version:
        return "It has changed since you chose it."
    if claim and claim.by_id != by.pk:
        return str(claims.ClaimedByOther(claim))
    return way.obstacle(opened)


def carry_out(way, opened, version, by, data):
    """Do it with one submission, in a transaction of its own; say why it was not done, or ""."""
    stands_against = obstacle(way, opened, version, by)
    if stands_against:
        return stands_against
    try:
        with transaction.atomic():
            claims.take(opened.submission, by)
            way.do(opened, version, by, data)
    except claims.ClaimedByOther as error:
        return str(error)
    except (StaleDecision, IllegalMove):
        return "It has changed since you chose it."
    return ""


def parts_of(opened):
    """Return the words of an Opened submission as they go out where nothing is redacted."""
    return redaction.parse(redaction.without_marks(opened.words.text))


def _of_target(submission):
    post, reply = submission.target_post, submission.target_reply
    if not post:
        return f"It answers no post. {ON_ITS_OWN_PAGE}"
    if not post.is_published or (reply and not reply.is_published):
        return f"What it answers is no longer public. {ON_ITS_OWN_PAGE}"
    return ""


def _of_words(opened):
    submission, words = opened.submission, opened.words
    if not words.text:
        return "Nobody at the desk can read it."
    if submission.sealed_draft:
        return f"Its redaction has been begun. {ON_ITS_OWN_PAGE}"
    if flagged := _flagged(opened, WEIGHTY):
        return flagged
    if any(found["kept"] and found["severity"] == Severity.STRIP for found in words.findings):
        return f"Its contributor kept what points straight at someone. {ON_ITS_OWN_PAGE}"
    return ""


def _flagged(opened, levels):
    weighty = [flag.title for flag in flags_in(opened.words) if flag.level in levels]
    return f"It is flagged: {'; '.join(weighty)}. {ON_ITS_OWN_PAGE}" if weighty else ""
