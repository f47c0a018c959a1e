"""The seeds are the fixtures of all exports, which are made with what the readers' tests make exports with."""

import sys
from pathlib import Path

for folder in ("exports", "readers"):
    sys.path.insert(0, str(Path(__file__).parent.parent / folder))
