"""Fixtures are made with what the readers' tests make exports with."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))
