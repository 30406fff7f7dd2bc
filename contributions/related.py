"""Related posts: those that share a post's labels, the rarer the better."""

from collections import Counter

from django.db.models import Count

from contributions.models.post import Post

MOST = 4
# Links from labels to posts that are looked at: a label on thousands of posts relates none of them.
LOOKED_AT = 500


def related_to(post):
    """Return a few published posts, the most related first, of equals the nearest in time.

    Asks three questions where its labels are at hand, however large the site is.
    """
    links = Post.labels.through.objects
    borne = links.filter(label__in=[label.pk for label in post.labels.all()]).values_list("label")
    counts = dict(borne.annotate(count=Count("pk")).order_by("count", "label"))
    rarest = _rarest(counts)
    bearing = links.filter(label__in=rarest).exclude(post=post).order_by("-post")
    scores = Counter()
    for other, label in bearing.values_list("post", "label")[:LOOKED_AT]:
        scores[other] += 1 / counts[label]
    best = sorted(scores, key=lambda key: (-scores[key], abs(key - post.pk)))
    # Some may have been taken back.
    found = Post.objects.published().headings().in_bulk(best[: MOST * 3])
    return [found[key] for key in best if key in found][:MOST]


def _rarest(counts):
    """Return the labels that are on few posts together, and the rarest in any case."""
    labels, room = [], LOOKED_AT
    for label, count in counts.items():
        if labels and count > room:
            break
        labels.append(label)
        room -= count
    return labels
