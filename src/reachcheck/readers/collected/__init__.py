"""What tools collect of public profiles: CrowdTangle, Apify, PhantomBuster, Instaloader, lists from the browser."""

from reachcheck.readers.collected.reader import READER

__all__ = ["READER"]
