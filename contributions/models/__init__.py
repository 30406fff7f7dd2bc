"""The tables of `contributions`: what people send (private) and what readers read (public)."""

from contributions.models.approved_copy import ApprovedCopy
from contributions.models.callout import CallOut
from contributions.models.change import Change
from contributions.models.complaint import Complaint
from contributions.models.digest_item import DigestItem
from contributions.models.form_token import SpentToken
from contributions.models.keys import DeskClosed, DeskKey, LockedKey, StoredReceipt, WrappedKey
from contributions.models.label import Label
from contributions.models.message import Message
from contributions.models.post import Post
from contributions.models.public_note import PublicNote
from contributions.models.reference import Reference
from contributions.models.reply import Reply
from contributions.models.search_entry import SearchEntry
from contributions.models.site import SiteSettings, StandingPage
from contributions.models.submission import Submission
from contributions.models.support import SupportLine
from contributions.models.watched_word import WatchedWord

__all__ = [
    "ApprovedCopy",
    "CallOut",
    "Change",
    "Complaint",
    "DeskClosed",
    "DeskKey",
    "DigestItem",
    "Label",
    "LockedKey",
    "Message",
    "Post",
    "PublicNote",
    "Reference",
    "Reply",
    "SearchEntry",
    "SiteSettings",
    "SpentToken",
    "StandingPage",
    "StoredReceipt",
    "Submission",
    "SupportLine",
    "WatchedWord",
    "WrappedKey",
]
