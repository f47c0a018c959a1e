"""The version of reachcheck, alone in its file so that every layer can read it."""

__version__ = "0.1.0"
