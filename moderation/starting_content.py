"""What every desk starts with: two groups that mean something, reasons to decline, one row."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from moderation.models import DailyWork, DeclineReason

REASONS = [
    ("identifies", "Would identify someone", "We could not find a way to publish this safely."),
    ("legal", "Legal risk", "The law does not let us publish this as it stands."),
    ("off-topic", "Not about this service", "It was about something this blog does not cover."),
    ("tone", "Abuse of others", "It was hard on others in a way we do not publish."),
    ("repeat", "Said already", "Others had said the same just before you."),
    ("spam", "Spam or test", "It looked like an advertisement or a test."),
]
EDITOR = ["contributions", "moderation", "auth"]
MODERATOR = {
    "contributions": [
        *("moderate_submission", "view_submission", "view_post", "view_reply", "view_label"),
        *("view_digestitem", "change_digestitem"),
        *("view_callout", "view_watchedword", "change_reply"),
    ],
    "moderation": ["view_declinereason"],
}


def ensure_starting_content(using="default", **kwargs):
    """Create the groups with their permissions, and decline reasons where there are none."""
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
