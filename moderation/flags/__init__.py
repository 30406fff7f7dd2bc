"""Flag what in a submission the law or somebody's safety may turn on.

This is the package's public face: everything else may change without notice. It advises an
editor; it decides nothing, and it is no legal advice.
"""

from moderation.flags.catalogue import KINDS
from moderation.flags.flag import Flag, Kind, Level
from moderation.flags.raising import flags_in

__all__ = ["KINDS", "Flag", "Kind", "Level", "flags_in"]
