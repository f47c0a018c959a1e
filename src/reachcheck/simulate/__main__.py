"""`python -m reachcheck.simulate SCENARIO --seed N -o DIR`."""

import argparse
from pathlib import Path

from reachcheck.simulate.files import EXPORTS, write
from reachcheck.simulate.profiles import SCENARIOS, invent


def main(argv: list[str] | None = None) -> None:
    """Write one invented profile."""
    parser = argparse.ArgumentParser(prog="python -m reachcheck.simulate", description=main.__doc__)
    parser.add_argument("scenario", choices=sorted(SCENARIOS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies all numbers of people")
    parser.add_argument("--without", choices=EXPORTS, help="an export to leave out")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args(argv)
    write(invent(args.scenario, args.seed, args.scale), args.output, args.without)


if __name__ == "__main__":
    main()
