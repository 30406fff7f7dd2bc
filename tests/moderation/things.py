"""One of each thing that an address of the admin names.

`python -m tests.moderation.things` makes them in a site's environment, beside it, and prints their
keys as JSON.
"""

import json

import django


def make_things():
    """Return {what docs/permissions.md calls it: its key}, all made for this but what is single."""
    from django.contrib.auth.models import Group
    from django.contrib.contenttypes.models import ContentType

    from contributions.models import Post, SiteSettings, StandingPage, SupportLine
    from moderation.models import CannedPhrase, DeclineReason, Note, NoteReason
    from tests import factories

    reply, submission = factories.make_reply(), factories.make_submission()
    made = {
        "complaint": factories.make_complaint(factories.make_post()),
        "note": Note.write(submission, "A note.", by=factories.make_staff()),
        "phrase": CannedPhrase.objects.create(name="A phrase", words="Thank you."),
        "kind": ContentType.objects.get_for_model(Post),
        "submission": submission,
        "draft": factories.make_draft(),
        "published": reply.post,
        "reply": reply,
        "digest": factories.make_digest_draft(),
        "account": factories.make_digest("<p>One.</p>").items.get(),
        "label": factories.make_label(),
        "call_out": factories.make_call_out(),
        "watched_word": factories.make_watched_word(),
        "standing": StandingPage.objects.order_by("pk").first(),
        "settings": SiteSettings.objects.get(),
        "support": SupportLine.objects.create(name="A line", contact="111"),
        "note_reason": NoteReason.objects.create(slug="a-reason", sentence="for a reason"),
        "reason": DeclineReason.objects.create(slug="a-reason", name="A reason"),
        "member": factories.make_staff(),
        "group": Group.objects.create(name="A group"),
    }
    return {name: str(thing.pk) for name, thing in made.items()}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(make_things()))
