"""A digest as one piece of HTML, for feeds and searches."""

from django.template.loader import render_to_string


def in_full(post, accounts):
    """Return the body of a post, after it the accounts of a digest, each with its address."""
    if not accounts:
        return post.body
    context = {"post": post, "accounts": accounts}
    return render_to_string("contributions/_in_full.html", context)
