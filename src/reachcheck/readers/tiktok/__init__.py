"""TikTok: the data export in JSON or TXT, and the downloads of TikTok Studio."""

from reachcheck.readers.tiktok.reader import READER

__all__ = ["READER"]
