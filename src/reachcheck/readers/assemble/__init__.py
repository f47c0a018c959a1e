"""The only maker of dossiers: readings of one candidate become tables."""

from reachcheck.readers.assemble.dossiers import assemble
from reachcheck.readers.assemble.platforms import of_one_platform

__all__ = ["assemble", "of_one_platform"]
