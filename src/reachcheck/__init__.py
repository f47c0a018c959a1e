"""reachcheck: tells inflated counts from genuine communities, offline, from people's own exports."""

__version__ = "0.1.0"
