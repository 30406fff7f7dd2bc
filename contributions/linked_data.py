"""What a page says of itself to machines, in the vocabulary of schema.org (JSON-LD)."""

from django.urls import reverse

from contributions.markup import data_block


def of_post(request, post, site, *, notes, replies):
    """Return the script element, which browsers never run, that describes a post.

    `notes` are those under it and under its accounts, `replies` the number of its replies. Nobody
    is named as its author.
    """
    address = request.build_absolute_uri(post.get_absolute_url())
    blog = {
        "@type": "Blog",
        "name": site.name,
        "url": request.build_absolute_uri(reverse("front")),
    }
    modified_at = max([post.published_at, *(note.noted_on for note in notes)])
    return data_block(
        "application/ld+json",
        {
            "@context": "https://schema.org",
            "@type": "BlogPosting",
            "headline": post.heading,
            "description": post.excerpt,
            "url": address,
            "mainEntityOfPage": address,
            "datePublished": post.published_at.isoformat(),
            "dateModified": modified_at.isoformat(),
            "inLanguage": "en-GB",
            "keywords": [label.name for label in post.labels.all()],
            "commentCount": replies,
            "discussionUrl": f"{address}#replies",
            "isPartOf": blog,
        },
    )
