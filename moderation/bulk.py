"""What can be done with many submissions at once, and what of it with none but one at a time."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone

from contributions.deidentify.finding import Severity
from contributions.lifecycle import IllegalMove, StaleDecision, State
from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, Post, Submission
from contributions.models.publication import WrongStatus
from contributions.models.submission import PUBLISHABLE
from contributions.review import second_look
from moderation import claims, deciding, redaction
from moderation.finishing import finished
from moderation.flags import Level, flags_in
from moderation.recording import recorded
from moderation.watching import watched_in
from moderation.ways.binning import DeclineForm
from moderation.ways.setting_aside import USUALLY, HoldForm

MOST = 50
WEIGHTY = {Level.URGENT, Level.RED}
FEW = {"below 10", "below 5"}
ON_ITS_OWN_PAGE = "Look at it on its own page."


@dataclass(frozen=True)
class Look:
    """What was seen of one that was chosen: why it stays behind, or else what is shown of it.

    `body` is the HTML of what would go out, `hints` the words in it that may help to tell who is
    meant.
    """

    why_not: str = ""
    body: str = ""
    hints: tuple[str, ...] = ()


class BulkWay:
    """One thing to do with many; a subclass says what with one of them.

    `states` and `kinds` are those of submissions that it can be done with, `form_class` asks for
    what it needs, and `publishes` tells that their words go out.
    """

    name = label = asks = done = ""
    form_class = forms.Form
    publishes = False
    states = frozenset({State.WAITING})
    kinds = frozenset(PUBLISHABLE)

    def form(self, data=None):
        return self.form_class(data)

    def obstacle(self, opened):
        """Say why it cannot be done with an Opened submission, or ""."""
        submission = opened.submission
        if submission.state not in self.states:
            return f"It is {submission.get_state_display().lower()}."
        if submission.kind not in self.kinds:
            return f"It is a {submission.get_kind_display().lower()}."
        return ""

    def look(self, opened, watched):
        """Return the Look at its words; `watched` are the entries of the editor's lists."""
        return Look()

    def do(self, opened, version, by, data):
        """Do it, within a transaction."""
        raise NotImplementedError

    def outcome(self, data):
        """Say what has become of each with which it was done."""
        return self.done


class Reply(BulkWay):
    """Publish each as a reply under the post that it answers, as it came or as it was left."""

    name, label = "reply", "Publish as replies, each under its post"
    asks, done = "Publish as replies?", "goes out with its batch"
    publishes = True

    def obstacle(self, opened):
        return super().obstacle(opened) or _of_answer(opened) or _of_target(opened)

    def look(self, opened, watched):
        text = _finished(opened).text
        seen = second_look(opened.words, [one.watched for one in watched], title="", text=text)
        hints = dict.fromkeys(words for words, _ in seen.advice)
        return Look(_of_words(opened, seen, watched), from_plain_text(text), tuple(hints))

    def do(self, opened, version, by, data):
        submission = opened.submission
        deciding.approve(
            submission,
            version,
            by=by,
            finished=_finished(opened),
            marks=redaction.marks(opened.draft.parts),
            **self.where(submission, data),
        )

    def where(self, submission, data):
        """Return what `deciding.approve` is told of the place where it goes."""
        post, parent = submission.target_post, submission.target_reply
        return {"route": ApprovedCopy.Route.REPLY, "post": post, "parent": parent}


class GatheringForm(forms.Form):
    digest = forms.ModelChoiceField(
        Post.objects.digests_to_fill(),
        label="Which digest",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a digest."),
    )


class Gather(Reply):
    """Approve each for one digest, with which it goes out."""

    name, label = "digest", "Put into a digest"
    asks = "Put into a digest?"
    form_class = GatheringForm

    def obstacle(self, opened):
        return BulkWay.obstacle(self, opened) or _of_answer(opened) or _of_reading(opened)

    def where(self, submission, data):
        return {"route": ApprovedCopy.Route.DIGEST, "post": data["digest"]}

    def outcome(self, data):
        return f"goes out with the digest “{data['digest']}”"


class Hold(BulkWay):
    """Set each aside until a day."""

    name, label = "hold", "Hold"
    asks, done = "Hold?", "held"
    form_class = HoldForm
    kinds = frozenset(Submission.Kind.values)

    def form(self, data=None):
        return HoldForm(data, initial={"held_until": timezone.localdate() + USUALLY})

    def do(self, opened, version, by, data):
        until, reason = data["held_until"], data["hold_reason"]
        deciding.hold(opened.submission, version, by=by, until=until, reason=reason)


class BinForm(forms.Form):
    """The reason alone: a kind word is for one person."""

    decline_reason = DeclineForm.base_fields["decline_reason"]


class Bin(BulkWay):
    """Decline each, for one class of reason."""

    name, label = "bin", "Bin"
    asks, done = "Bin?", "in the bin"
    form_class = BinForm

    def look(self, opened, watched):
        return Look(_flagged(opened.words, {Level.URGENT}))

    def do(self, opened, version, by, data):
        deciding.decline(opened.submission, version, by=by, reason=data["decline_reason"])


WAYS = {way.name: way for way in (Reply(), Gather(), Hold(), Bin())}


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
        _do(way, opened, version, by, data)
    except claims.ClaimedByOther as error:
        return str(error)
    except (StaleDecision, IllegalMove):
        return "It has changed since you chose it."
    except WrongStatus as error:
        return str(error)
    return ""


@recorded
def _do(way, opened, version, by, data):
    claims.take(opened.submission, by)
    way.do(opened, version, by, data)


def _finished(opened):
    return finished(opened.draft.parts, received=opened.words)


def _of_answer(opened):
    """Say that its contributor has answered, perhaps objected, or ""."""
    return f"It came back with an answer. {ON_ITS_OWN_PAGE}" if opened.came_back_with else ""


def _of_target(opened):
    post, reply = opened.submission.target_post, opened.submission.target_reply
    if not opened.words.text:
        return _of_reading(opened)
    if not post:
        return f"It answers no post. {ON_ITS_OWN_PAGE}"
    if not post.is_published or (reply and not reply.is_published):
        return f"What it answers is no longer public. {ON_ITS_OWN_PAGE}"
    return ""


def _of_reading(opened):
    return "" if opened.words.text else "Nobody at the desk can read it."


def _of_words(opened, seen, watched):
    """Say what in the words that would go out asks for more care, or ""."""
    findings = opened.words.findings
    if any(found["kept"] and found["severity"] == Severity.STRIP for found in findings):
        return f"Its contributor kept what points straight at someone. {ON_ITS_OWN_PAGE}"
    if seen.overlooked:
        return f"Something in it may point straight at someone. {ON_ITS_OWN_PAGE}"
    if flagged := _flagged(seen.words, WEIGHTY):
        return flagged
    if any(entry.needs_a_look for entry in watched_in(seen.words, entries=watched)):
        return f"It holds a watched word. {ON_ITS_OWN_PAGE}"
    if seen.estimate.level in FEW:
        return f"Few people fit what it says of its writer. {ON_ITS_OWN_PAGE}"
    return ""


def _flagged(words, levels):
    weighty = [flag.title for flag in flags_in(words) if flag.level in levels]
    return f"It is flagged: {'; '.join(weighty)}. {ON_ITS_OWN_PAGE}" if weighty else ""
