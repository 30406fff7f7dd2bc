"""Questions about many posts."""

from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Substr

from contributions.models.publication import PublicationQuerySet, Status


class PostQuerySet(PublicationQuerySet):
    def for_lists(self):
        """With what a list shows of each post: its labels and its number of replies."""
        replies = self.model._meta.get_field("replies").related_model.objects.published()
        # For each post that is shown: a join would count those of all before any is left out.
        of_one = replies.filter(post=OuterRef("pk")).order_by().values("post")
        count = Subquery(of_one.annotate(count=Count("pk")).values("count"))
        return self.prefetch_related("labels").annotate(reply_count=Coalesce(count, 0))

    def bearing(self, labels):
        """Posts that bear any of these labels."""
        given = self.model.labels.through.objects.filter(post=OuterRef("pk"), label__in=labels)
        return self.filter(Exists(given))

    def headings(self):
        """Without their bodies, for lists that show none of it."""
        return self.defer("body")

    def with_first_sentences(self):
        """Without their bodies, save what `first_sentence` needs of each."""
        return self.headings().annotate(beginning=Substr("body", 1, 1000))

    def before(self, post):
        """Those published before a post."""
        earlier = Q(published_at__lt=post.published_at) | Q(pk__lt=post.pk)
        return self.filter(earlier, published_at__lte=post.published_at)  # An index leads there.

    def after(self, post):
        """Those published after a post."""
        later = Q(published_at__gt=post.published_at) | Q(pk__gt=post.pk)
        return self.filter(later, published_at__gte=post.published_at)

    def guest_blogs(self):
        return self.filter(kind=self.model.Kind.GUEST_BLOG)

    def due(self, now):
        """Drafts whose time to go out has come."""
        return self.drafts().filter(due_at__lte=now).order_by("due_at", "pk")

    def digests(self):
        return self.filter(kind=self.model.Kind.DIGEST)

    def scheduled(self):
        """Drafts that have a time to go out."""
        return self.filter(status=Status.DRAFT).exclude(due_at=None).order_by("due_at", "pk")

    def digests_in_hand(self):
        """Digests that are not public yet, the newest first."""
        return self.digests().drafts().order_by("-pk")

    def digests_to_fill(self):
        """Digests that take accounts that wait: neither approved nor public, the newest first."""
        return self.digests_in_hand().filter(due_at=None)

    def with_number_of_accounts(self):
        return self.annotate(account_count=Count("items"))

    def next_number(self, settings):
        """The number of the next guest blog."""
        last = self.aggregate(last=Max("number"))["last"] or 0
        return max(last + 1, settings.guest_blog_start)

    def years(self):
        """(year, number of posts) of each year that has any, newest first."""
        return self.values_list("year").annotate(Count("pk")).order_by("-year")

    def months(self):
        """(year, month, number of posts) of each month that has any, newest first."""
        counted = self.values_list("year", "month").annotate(Count("pk"))
        return counted.order_by("-year", "-month")
