"""Coverage-guided fuzzing of the pieces that all readers are made of, for as long as you let it.

    pip install atheris
    python benchmarks/fuzz_atheris.py tables|json|archives|workbooks|values [-max_total_time=300] [corpus folder]

What follows the name goes to libFuzzer. The invariants are those of tests/fuzz: read so that the rows add up, or refuse
by name. The first input that breaks one is written as `crash-*`; make it small, and keep it
among the tests of the piece that it broke.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

TESTS = Path(__file__).parents[1] / "tests"
for folder in ("fuzz", "exports", "readers"):
    sys.path.insert(0, str(TESTS / folder))

with atheris.instrument_imports(include=["reachcheck"]):
    import test_fuzz_pieces as pieces


SMALL = 600
"""Bytes of a seed of text: small inputs are many a second."""


def values(content: bytes) -> None:
    """A column of cells, one a line."""
    cells = content.decode("utf-8", "replace").split("\n")[:20]
    pieces.sound_values(cells, None)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "values": values,
    **{name.replace(" ", "-"): piece for name, (piece, _) in pieces.PIECES.items()},
}


def seeds(name: str) -> list[bytes]:
    """Valid inputs to begin with."""
    if name == "values":
        return ["\n".join(pieces.WORDS[at : at + 5]).encode() for at in range(0, len(pieces.WORDS), 5)]
    found = pieces.PIECES[name.replace("-", " ")][1]()
    return [content[:SMALL] for content in found] if name in ("tables", "json") else list(found)


def main() -> None:
    """Fuzz one target."""
    name, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as corpus:
        for number, content in enumerate(seeds(name)):
            (Path(corpus) / f"seed-{number}").write_bytes(content)
        atheris.Setup([sys.argv[0], *options, corpus], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
