"""Changes of what readers see: noted in the transaction that makes them, to bake pages by."""

from django.db import models

# Kept for those who bake. A machine that has seen none of them has been away for too long, and
# bakes everything; and no transaction is open while so many others come and go.
KEPT = 300


class ChangeQuerySet(models.QuerySet):
    def note(self, what, about=None, *, takes_back=False):
        """Note a change. Call within the transaction that makes it."""
        self.create(what=what, about=about, takes_back=takes_back)

    def newest(self):
        """The newest that are kept, the newest first."""
        return self.order_by("-pk")[:KEPT]

    def known(self):
        """The keys of these: as long as they are the same, nothing has changed."""
        return list(self.newest().values_list("pk", flat=True))

    def too_many(self):
        """Those that nobody has to see any more."""
        oldest_kept = self.order_by("-pk").values_list("pk", flat=True)[KEPT : KEPT + 1]
        return self.filter(pk__lte=models.Subquery(oldest_kept))


class Change(models.Model):
    """That something changed; it holds no word and no time.

    What has to be baked is read off the database as it stands when somebody bakes, so changes may
    be seen in any order, and as often as one likes.
    """

    class What(models.TextChoices):
        POST = "post", "A post came or went"
        WORDS = "words", "A post, or an account in it, reads otherwise"
        THREAD = "thread", "The replies under a post changed"
        LABEL = "label", "Posts were given a label, or it was taken from them"
        NOTES = "notes", "There is another note"
        STANDING = "standing", "A page that stands beside the posts changed"
        EVERYTHING = "everything", "Every page may have changed"

    what = models.CharField(max_length=10, choices=What)
    # The key of a post, label or standing page. It stays when that is gone.
    about = models.BigIntegerField(null=True)
    # Words went: pages that show them are taken away before any is baked.
    takes_back = models.BooleanField(default=False)

    objects = ChangeQuerySet.as_manager()

    def __str__(self):
        return f"Change {self.pk}: {self.what}"
