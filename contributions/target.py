"""What a reply answers, or a complaint is about: a post, or a reply under one."""

import re
from dataclasses import dataclass

from contributions.models import Post, Reply

_ADDRESS = re.compile(r"/([0-9]{4})/([0-9]{2})/([-\w]{1,80})\.html(?:#c([0-9]{1,19}))?")


@dataclass(frozen=True)
class Target:
    """The post and perhaps the reply that "post:12" or "reply:34" names; both None for none.

    `named` is the name as it came. What it names may never have been, or be gone.
    """

    named: str = ""
    post: Post | None = None
    reply: Reply | None = None

    @classmethod
    def read(cls, named):
        """Return the target of this name."""
        match = re.fullmatch(r"(post|reply):([0-9]{1,9})", named or "")
        if not match:
            return cls(named=named or "")
        if match[1] == "post":
            return cls(named, post=Post.objects.filter(pk=match[2]).first())
        reply = Reply.objects.select_related("post").filter(pk=match[2]).first()
        return cls(named, post=reply and reply.post, reply=reply)

    @classmethod
    def at(cls, address):
        """Return the target at an address of ours, such as "…/2026/11/a-title.html#c9"."""
        match = _ADDRESS.search(address)
        if not match:
            return cls()
        post = Post.objects.filter(year=match[1], month=match[2], slug=match[3]).first()
        reply = post and match[4] and post.replies.at_anchor(int(match[4])).first()
        return cls(post=post, reply=reply or None)

    def __str__(self):
        if self.reply:
            return f"reply {self.reply.number} under “{self.post.title}”"
        return f"“{self.post.title}”" if self.post else "nothing"

    @property
    def is_public(self):
        """Tell whether readers can see it now."""
        things = [thing for thing in (self.post, self.reply) if thing]
        return bool(things) and all(thing.is_published for thing in things)

    @property
    def thing(self):
        """The reply or post itself, or None."""
        return self.reply or self.post

    @property
    def is_gone(self):
        """Tell whether it was there once and has been taken down."""
        return bool(self.post and self.post.published_at) and not self.is_public

    @property
    def was_ever_public(self):
        """Tell whether readers can see it or once could."""
        return self.is_public or self.is_gone
