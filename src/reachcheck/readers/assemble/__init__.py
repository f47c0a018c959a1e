"""The only maker of dossiers: readings of one candidate become tables."""

from reachcheck.readers.assemble.dossiers import assemble

__all__ = ["assemble"]
