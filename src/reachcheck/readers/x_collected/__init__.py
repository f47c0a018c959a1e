"""What tools collected from X: posts and people, as its programming interface gives them or as pages show them."""

from reachcheck.readers.x_collected.reader import READER

__all__ = ["READER"]
