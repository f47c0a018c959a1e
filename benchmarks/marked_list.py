"""The shipped reference population (`facts/marked_srf2017.toml`), from the accounts that SRF Data had marked.

    python benchmarks/marked_list.py > src/reachcheck/facts/marked_srf2017.toml

Reads the shared half of these accounts from the folder that REACHCHECK_DATA names; what is kept of them are counts.
"""

import csv
import os
from pathlib import Path

import numpy as np

from reachcheck.facts.marked_lists import of_marks, written
from reachcheck.measures.card import SIGNS, limits, shown
from reachcheck.method import load
from reachcheck.model.tables import Edges

ABOUT = {
    "name": "SRF 2017",
    "source": "SRF Data, followers of Swiss influencers on Instagram, marked by two people",
    "year": 2017,
    "licence": "CC BY-SA 4.0",
    "signs": SIGNS,
}
HEAD = """# Counts of followers by the signs of the card, in two groups: marked as having nobody behind, and all others.
# Made by benchmarks/marked_list.py from half of the marked followers of "Instagram influencers" (SRF Data, 2017),
# licence CC BY-SA 4.0; these counts are under the same licence. Signs in their order, then both counts.
"""


def main() -> None:
    path = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "accounts/instagram_followers_srf_half.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    edges = Edges.of(
        len(rows),
        followers=np.array([float(row["followers"]) for row in rows]),
        following=np.array([float(row["following"]) for row in rows]),
        posts=np.array([float(row["posts"]) for row in rows]),
        has_picture=np.array([row["has_picture"].upper() == "TRUE" for row in rows], dtype=np.int8),
    )
    method = load().composition
    holds, _ = shown(edges, method)
    hollow = np.array([row["hollow"].upper() == "TRUE" for row in rows], dtype=np.bool_)
    print(HEAD + written(ABOUT, limits(method), of_marks(SIGNS, holds, hollow)), end="")


if __name__ == "__main__":
    main()
