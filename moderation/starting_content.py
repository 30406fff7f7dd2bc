"""What every desk starts with: two groups that mean something, reasons, one row."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from moderation.models import CannedPhrase, DailyWork, DeclineReason, NoteReason

REASONS = [
    ("identifies", "Would identify someone", "We could not find a way to publish this safely."),
    ("legal", "Legal risk", "The law does not let us publish this as it stands."),
    ("off-topic", "Not about this service", "It was about something this blog does not cover."),
    ("tone", "Abuse of others", "It was hard on others in a way we do not publish."),
    ("repeat", "Said already", "Others had said the same just before you."),
    ("spam", "Spam or test", "It looked like an advertisement or a test."),
]
PHRASES = [
    (
        "Ask: only if it can be told safely",
        "Thank you for writing. There is one thing I need to know before I decide. Answer only as "
        "far as it is safe for you; if it is not, leave it out and say so.",
    ),
    (
        "Ask: without case data",
        "Thank you. I cannot publish details of a case: they can identify the person it is about. "
        "Please send the point you want to make once more, without case data.",
    ),
    (
        "Ask: withdrawal, which text?",
        "You ask for something to be taken back. Which text do you mean? If you have its receipt, "
        "you can withdraw it yourself, at once. If not, tell me its title or how it begins.",
    ),
    (
        "Consent: as shown",
        "Below is your text as I would publish it. I have taken out what might give you or "
        "somebody else away. May it go out like this? If anything still points to you, say no.",
    ),
    (
        "Decline: thank you all the same",
        "I am sorry that I cannot use it this time. Thank you for the trust and the time you put "
        "into it. You are welcome to write again.",
    ),
    (
        "Elsewhere: Acas",
        "This is something I cannot help with here. Acas gives free and confidential advice on "
        "rights at work: acas.org.uk. Look from a phone or computer of your own, not from work.",
    ),
    (
        "Elsewhere: Protect",
        "You may want advice before you say more about this. Protect gives free and confidential "
        "advice on speaking up about wrongdoing at work: protect-advice.org.uk. Look from a phone "
        "or computer of your own, not from work.",
    ),
    (
        "Elsewhere: your union",
        "Your union can act on this, and I cannot. A representative from outside your own office "
        "can talk it through with you in confidence.",
    ),
    (
        "Thanks: it was read",
        "Thank you for writing. I have read it carefully, and it helps me to understand what is "
        "going on. Please look after yourself.",
    ),
]
NOTES = [
    ("detail", "a detail was removed"),
    ("identifies", "it could have identified somebody"),
    ("mistake", "something in it was not right"),
    ("legal", "the law does not let it stand as it was"),
    ("checked", "it has been checked again"),
]
EDITOR = ["contributions", "moderation", "auth"]
MODERATOR = {
    "contributions": [
        *("moderate_submission", "view_submission", "view_post", "view_reply", "view_label"),
        *("view_digestitem", "change_digestitem"),
        *("view_callout", "view_watchedword", "change_reply"),
    ],
    "moderation": ["view_declinereason", "view_cannedphrase", "view_notereason"],
}


def ensure_starting_content(using="default", **kwargs):
    """Create the groups with their permissions, and reasons where there are none."""
    for app in EDITOR:  # Django creates them app by app, and auth's turn comes after ours.
        create_permissions(apps.get_app_config(app), verbosity=0, using=using)
    permissions = Permission.objects.using(using)
    editor, _ = Group.objects.using(using).get_or_create(name="Editor")
    editor.permissions.add(*permissions.filter(content_type__app_label__in=EDITOR))
    moderator, is_new = Group.objects.using(using).get_or_create(name="Moderator")
    if is_new:  # Later the group is the editor's to change.
        for app, names in MODERATOR.items():
            moderator.permissions.add(
                *permissions.filter(content_type__app_label=app, codename__in=names)
            )
    DailyWork.objects.using(using).get_or_create(pk=1)
    reasons = DeclineReason.objects.using(using)
    if not reasons.exists():
        reasons.bulk_create(
            DeclineReason(slug=slug, name=name, for_contributor=words)
            for slug, name, words in REASONS
        )
    phrases = CannedPhrase.objects.using(using)
    if not phrases.exists():
        phrases.bulk_create(CannedPhrase(name=name, words=words) for name, words in PHRASES)
    notes = NoteReason.objects.using(using)
    if not notes.exists():
        notes.bulk_create(NoteReason(slug=slug, sentence=sentence) for slug, sentence in NOTES)
