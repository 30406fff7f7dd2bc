"""What the editor manages beside the desk, a module for each kind of thing."""

from moderation.admin import people, publications, site, submissions

__all__ = ["people", "publications", "site", "submissions"]
