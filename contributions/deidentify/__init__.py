"""Take out of a text what identifies someone, and say why.

This is the package's public face: everything else may change without notice.
"""

from contributions.deidentify.deidentified import Deidentified
from contributions.deidentify.pipeline import deidentify

__all__ = ["Deidentified", "deidentify"]
