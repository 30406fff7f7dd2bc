"""Posts and replies by their addresses, as an editor pastes them; where they are changed."""

import re

from django.urls import reverse

from contributions.models import Post

_ADDRESS = re.compile(r"/(\d{4})/(\d{2})/([-\w]+)\.html(?:#c(\d{1,19}))?$")


def post_at(address):
    """Return the published post at an address, or None, and the number of the reply it names."""
    match = _ADDRESS.search(address.strip())
    if not match:
        return None, None
    year, month, slug, number = match.groups()
    post = Post.objects.published().filter(year=year, month=month, slug=slug).first()
    number = number and int(number)
    reply = post and number and post.replies.at_anchor(number).first()
    return post, reply.number if reply else number


def change_address(publication):
    """Return where a post, reply or account is changed."""
    return reverse(
        f"admin:contributions_{publication._meta.model_name}_change", args=[publication.pk]
    )
