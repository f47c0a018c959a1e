"""Meta Business Suite: posts of Instagram accounts and Facebook Pages, figures by day, and who the audience is."""

from reachcheck.readers.meta_business.reader import READER

__all__ = ["READER"]
