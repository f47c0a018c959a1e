"""Reads Instagram's information export, JSON or HTML: lists, posts, what the owner gave to others, and past insights.

Everything else in the export, messages first of all, is never opened.
"""

from reachcheck.readers.instagram.shapes import SHAPES
from reachcheck.readers.kit.containers import exported_at, handle_of
from reachcheck.readers.kit.shapes import ShapedReader

READER = ShapedReader("instagram", "instagram", SHAPES, handle=handle_of, exported_at=exported_at)
