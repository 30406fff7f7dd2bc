"""The ways to decide on a submission: a class for each, with its key, its form and its panel."""

from moderation.ways.all_ways import WAYS, offered, way_named

__all__ = ["WAYS", "offered", "way_named"]
