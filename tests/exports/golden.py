"""Write the golden files anew: `python tests/exports/golden.py [NAME...]`, then read the difference."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))

from dumped import dumped
from variants import HERE, variants


def main(names: list[str]) -> None:
    """Write those named, or all."""
    for variant in variants().values():
        if not names or variant.name in names:
            with tempfile.TemporaryDirectory() as folder:
                text = dumped(variant.write(Path(folder)))
            (HERE / "golden" / f"{variant.name}.txt").write_text(text, encoding="utf-8")
            print(variant.name)


if __name__ == "__main__":
    main(sys.argv[1:])
