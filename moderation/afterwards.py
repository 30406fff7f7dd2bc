"""The editor's decisions on what is or was public.

Each is one transaction: the act, the move of the submission that it came of, and its record.
"""

from contributions.models import DigestItem, PublicNote, SiteSettings, Submission
from moderation.models import Decision
from moderation.noting import SPELLING, UNSAID
from moderation.recording import recorded

What = Decision.What


@recorded
def amend(publication, seen, *, by, note=SPELLING, **words):
    """Give a post, reply or account other words, where the revision `seen` still stands.

    Of the words that were there nothing is kept. Raises StaleRevision, with nothing changed.
    """
    publication.amend(seen, **words)
    if note != SPELLING:
        PublicNote.under(publication, PublicNote.Kind.AMENDED, note.sentence)
    Decision.objects.record(What.AMEND, by=by, reason=note.reason, **_about(publication))


@recorded
def retract(publication, *, by, note=UNSAID, complaint=None):
    """Take a post, reply or account out of public view, and with it what became it.

    `complaint` is the id of the one that led to it.
    """
    publication.retract()
    PublicNote.under(publication, PublicNote.Kind.RETRACTED, note.sentence)
    what = What.RETRACT
    _follow(publication, Submission.retract, what, by, note.reason, complaint=complaint)


@recorded
def restore(publication, *, by, note=UNSAID):
    """Bring a retracted post, reply or account back, and with it what became it.

    Raises WrongStatus where it was not retracted, IllegalMove where its contributor asked for it to
    be taken down, and PublicationStopped.
    """
    SiteSettings.for_publication()
    publication.restore()
    PublicNote.under(publication, PublicNote.Kind.RESTORED, note.sentence)
    _follow(publication, Submission.restore, What.RESTORE, by, note.reason)


@recorded
def convert(reply, *, by, post):
    """Settle that a published reply becomes this Post, or an account in it."""
    _follow(reply, Submission.convert, What.CONVERT, by, post=post)


@recorded
def leave_as_reply(reply, *, by, digest):
    """Settle that a reply, perhaps taken down meanwhile, is no account in a digest after all."""
    submission = Submission.objects.that_became(reply).first()
    Decision.objects.record(What.LEAVE, by=by, submission=submission, reply=reply, post=digest)


def _about(publication):
    """Return what a record of something public names: of an account, the digest."""
    if isinstance(publication, DigestItem):
        return {"post": publication.post}
    return {publication._meta.model_name: publication}


def _follow(publication, move, what, by, reason="", **about):
    said = {"by": by, "reason": reason} | _about(publication) | about
    submissions = list(Submission.objects.that_became(publication))
    for submission in submissions:
        version = submission.version
        move(submission, version)
        Decision.objects.record(what, submission=submission, version=version, **said)
    if not submissions:
        Decision.objects.record(what, **said)
