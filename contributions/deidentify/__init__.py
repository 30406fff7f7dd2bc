"""Take out of a text what identifies someone, and say why.

This is the package's public face: everything else may change without notice.
"""

from .deidentified import Deidentified
from .pipeline import deidentify

__all__ = ["Deidentified", "deidentify"]
