"""What the editor manages beside the desk, a module for each kind of thing."""

from moderation.admin import people, publications, records, site

__all__ = ["people", "publications", "records", "site"]
