"""What the card says of lists of known composition: ranking, the share at least, the band, and marks by a person.

    python benchmarks/accuracy_composition.py ranking|lower|band|masks|review|learned [draws]

Lists are drawn from public sets of accounts (in the folder that REACHCHECK_DATA names) with a known share of accounts
behind which nobody is; the truth is that of the drawn list. The reference is what ships: the marked followers of SRF
Data (2017), of which half is public. Of these themselves, cross-halves: half of them as reference, the other as list.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from reachcheck.facts.marked_lists import MarkedList, of_marks, shipped
from reachcheck.labels.estimate import estimate
from reachcheck.labels.sample import Stratum, allocate, strata_of
from reachcheck.learned.apply import share_of
from reachcheck.learned.fit import fit
from reachcheck.learned.inputs import chosen
from reachcheck.learned.model import Model
from reachcheck.learned.predict import boosting_score, decided, said_of
from reachcheck.learned.share import share_between
from reachcheck.measures.card import POINTS, SIGNS, Card, limits, shown
from reachcheck.measures.hollow import Ends, ends
from reachcheck.method import load
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.tables import Edges

METHOD = load().composition
SHARES = (0.0, 0.05, 0.1, 0.3, 0.5)
SIZES = (100, 500, 5_000)
SEED = 700
MARKS, FITS = 50, 8
Rng = np.random.Generator


@dataclass(frozen=True, eq=False)
class Accounts:
    """A set of accounts: which signs hold, and which have nobody behind."""

    bits: Bools
    hollow: Bools
    figures: Floats

    def take(self, rows: Index) -> "Accounts":
        return Accounts(self.bits[rows], self.hollow[rows], self.figures[rows])


COLUMNS: Mapping[str, tuple[str, tuple[str, str, str], str, str]] = {
    "instafake": (
        "instagram_instafake.csv", ("userFollowerCount", "userFollowingCount", "userMediaCount"), "userHasProfilPic",
        "isFake",
    ),
    "kaggle": ("instagram_kaggle_576.csv", ("#followers", "#follows", "#posts"), "profile pic", "fake"),
    "cresci": (
        "x_cresci2017_half.csv", ("followers_count", "friends_count", "statuses_count"), "default_profile_image",
        "fake",
    ),
    "srf": ("instagram_followers_srf_half.csv", ("followers", "following", "posts"), "has_picture", "hollow"),
}  # fmt: skip


def sets() -> dict[str, Accounts]:
    folder = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "accounts"
    return {name: _read(folder / file, *columns) for name, (file, *columns) in COLUMNS.items()}


def _read(path: Path, names: tuple[str, str, str], picture: str, hollow: str) -> Accounts:
    rows = pd.read_csv(path)
    followers, following, posts = (rows[name].to_numpy(dtype=np.float64) for name in names)
    has = rows[picture].fillna(0).astype(int).to_numpy()
    has = 1 - has if picture == "default_profile_image" else has
    edges = Edges.of(len(rows), followers=followers, following=following, posts=posts, has_picture=has.astype(np.int8))
    bits, _ = shown(edges, METHOD)
    figures = np.log1p(np.stack([followers, following, posts], axis=1))
    ratio = np.log((1 + following) / (1 + followers))
    return Accounts(bits, rows[hollow].astype(int).to_numpy() == 1, np.column_stack([figures, ratio]))


def reference(made: Accounts) -> MarkedList:
    cells = of_marks(SIGNS, made.bits, made.hollow)
    return MarkedList(
        name="half",
        source="",
        year=2017,
        licence="",
        signs=SIGNS,
        limits=limits(METHOD),
        bits=np.array([[bit == "1" for bit in bits] for bits, _, _ in cells]),
        hollow=np.array([k for _, k, _ in cells]),
        others=np.array([n for _, _, n in cells]),
    )


def drawn(rng: Rng, of: Accounts, n: int, share: float) -> Accounts:
    k = rng.binomial(n, share)
    hollow = rng.choice(np.flatnonzero(of.hollow), k)
    return of.take(np.concatenate([hollow, rng.choice(np.flatnonzero(~of.hollow), n - k)]))


def halves(rng: Rng, of: Accounts) -> tuple[Accounts, Accounts]:
    first = np.zeros(len(of.hollow), dtype=np.bool_)
    for mark in (True, False):
        rows = rng.permutation(np.flatnonzero(of.hollow == mark))
        first[rows[: len(rows) // 2]] = True
    return of.take(np.flatnonzero(first)), of.take(np.flatnonzero(~first))


def card_of(made: Accounts, signs: tuple[str, ...] = SIGNS) -> Card:
    bits = made.bits[:, [SIGNS.index(sign) for sign in signs]]
    return Card(known=signs, bits=bits, rows=np.arange(len(bits)), listed=len(bits))


def cases(
    draws: int, n: int, signs: tuple[str, ...] = SIGNS, method: object = None
) -> Iterator[tuple[str, float, float, Ends]]:
    """Set, share meant, share drawn, and what is said, of lists compared with what ships; then SRF by cross-halves."""
    for at, (name, accounts) in enumerate(sets().items()):
        rng = np.random.default_rng(SEED + at)
        for share in SHARES:
            for _ in range(draws):
                compared, source = shipped(), accounts
                if name == "srf":
                    mine, source = halves(rng, accounts)
                    compared = (reference(mine),)
                made = drawn(rng, source, n, share)
                said = ends(card_of(made, signs), compared, method or METHOD)  # type: ignore[arg-type]
                yield name, share, float(made.hollow.mean()), said


def row(*cells: str) -> None:
    print(" | ".join(cells), flush=True)


def lower(draws: int) -> None:
    for n in SIZES:
        found = list(cases(draws, n))
        for name in COLUMNS:
            mine = [each for each in found if each[0] == name]
            right = np.mean([said.low <= truth for _, _, truth, said in mine])
            values = [
                f"{np.mean([said.low for _, meant, _, said in mine if meant == share]):.3f}"
                for share in (0.1, 0.3, 0.5)
            ]
            ours = f"right {right:.3f} of {len(mine)}; value at .1, .3, .5: {', '.join(values)}"
            row("share at least", f"{name}, n = {n:,}", "1.00; .00, .11, .23", ours, "SRF / " + name)


def bands(draws: int) -> None:
    for n in SIZES:
        found = list(cases(draws, n))
        for name in COLUMNS:
            mine = [each for each in found if each[0] == name]
            inside = np.mean([said.band_low <= truth <= said.band_high for _, _, truth, said in mine])
            width = np.mean([said.band_high - said.band_low for _, _, _, said in mine])
            row("band", f"{name}, n = {n:,}", "LOO 1.00 / .35", f"{inside:.3f} / {width:.2f}", "SRF / " + name)


def masks(draws: int) -> None:
    gone = {
        "no posts": ("few_posts",),
        "no following": ("one_sided", "very_one_sided", "follows_many"),
        "no picture": ("no_picture",),
    }
    for what, lost in gone.items():
        signs = tuple(sign for sign in SIGNS if sign not in lost)
        found = list(cases(draws, 500, signs))
        for name in COLUMNS:
            mine = [each for each in found if each[0] == name]
            right = np.mean([said.low <= truth for _, _, truth, said in mine])
            inside = np.mean([said.band_low <= truth <= said.band_high for _, _, truth, said in mine])
            width = np.mean([said.band_high - said.band_low for _, _, _, said in mine])
            row(
                what,
                f"{name}, n = 500",
                "-",
                f"at least right {right:.3f}; band {inside:.3f} / {width:.2f}",
                "SRF / " + name,
            )


def ranking(_: int) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.metrics import roc_auc_score

    known = sets()
    areas = []
    for name, accounts in known.items():
        points = accounts.bits[:, [SIGNS.index(sign) for sign in POINTS]].sum(axis=1)
        others = [each for other, each in known.items() if other not in (name, "srf")]
        x, y = np.concatenate([o.figures for o in others]), np.concatenate([o.hollow for o in others])
        weight = np.concatenate([_balanced(o.hollow) for o in others])
        model = HistGradientBoostingClassifier(monotonic_cst=[-1, 1, -1, 1], random_state=0)
        model.fit(x, y, sample_weight=weight)
        of_card = roc_auc_score(accounts.hollow, points)
        of_model = roc_auc_score(accounts.hollow, model.predict_proba(accounts.figures)[:, 1])
        areas.append((of_card, of_model))
        row(
            "ranking",
            name,
            ".949, .974 on three",
            f"card {of_card:.3f}, boosting {of_model:.3f}",
            "the others / " + name,
        )
    mean = np.mean(areas[:3], axis=0)
    row("ranking", "mean without SRF", ".949, .974", f"card {mean[0]:.3f}, boosting {mean[1]:.3f}", "-")


def _balanced(hollow: Bools) -> Floats:
    """Both marks of a set weigh the same, and each set as much as any other."""
    k = hollow.sum()
    return np.where(hollow, 0.5 / k, 0.5 / (len(hollow) - k))


def review(draws: int) -> None:
    """Marks of a person who does not err, on a list of 1,000 of each set with a tenth hollow."""
    for at, (name, accounts) in enumerate(sets().items()):
        rng = np.random.default_rng(SEED + 50 + at)
        for n in (30, 50, 100):
            ours, plain = [], []
            for _ in range(draws):
                made = drawn(rng, accounts, 1_000, 0.1)
                truth = float(made.hollow.mean())
                strata = strata_of(card_of(made).points)
                marked = _marked(rng, made, strata, n)
                ours.append((truth, *estimate(marked, 0.9)))
                some = made.hollow[rng.choice(1_000, n, replace=False)]
                alone = [Stratum(size=1_000, nobody=int(some.sum()), somebody=int((~some).sum()))]
                plain.append((truth, *estimate(alone, 0.9)))
            row("review", f"{name}, .10, {n} marks", "SRF 50: .96 .128 .033; alone .93 .138 .040",
                f"stratified {_told(ours)}; alone {_told(plain)}", "none / " + name)  # fmt: skip


def _marked(rng: Rng, made: Accounts, strata: Index, n: int) -> list[Stratum]:
    sizes = np.bincount(strata, minlength=3)
    found = []
    for stratum, take in enumerate(allocate(sizes, n).tolist()):
        rows = rng.choice(np.flatnonzero(strata == stratum), take, replace=False)
        yes = int(made.hollow[rows].sum())
        found.append(Stratum(size=int(sizes[stratum]), nobody=yes, somebody=take - yes))
    return found


def learned(draws: int) -> None:
    """A model of one set on lists of 500 of the others, and one of 50 + 50 marks on each set, its own too."""
    known = sets()
    for at, (name, accounts) in enumerate(known.items()):
        rng = np.random.default_rng(SEED + 100 + at)
        model = _fitted(accounts)
        for other in known:
            if other != name:
                row("learned, all", other, *_as_told([_tried(rng, model, known[other], draws)]), f"{name} / {other}")
        few = [(_fitted(mine), rest) for mine, rest in (_few(rng, accounts) for _ in range(FITS))]
        for other in known:
            on = [(model, rest if other == name else known[other]) for model, rest in few]
            said = [_tried(rng, model, source, max(1, draws // FITS)) for model, source in on]
            row("learned, 50 + 50", other, *_as_told(said), f"{name} / {other}")


def _few(rng: Rng, of: Accounts) -> tuple[Accounts, Accounts]:
    marked = np.zeros(len(of.hollow), dtype=np.bool_)
    for mark in (True, False):
        rows = np.flatnonzero(of.hollow == mark)
        marked[rng.choice(rows, min(MARKS, len(rows) * 3 // 4), replace=False)] = True
    return of.take(np.flatnonzero(marked)), of.take(np.flatnonzero(~marked))


def _inputs(of: Accounts) -> Floats:
    return np.column_stack([of.figures, ~of.bits[:, SIGNS.index("no_picture")]])


def _fitted(of: Accounts) -> Model:
    return fit(_inputs(of), of.hollow, np.ones(len(of.hollow)), METHOD.mostly, "")


def _area(model: Model, of: Accounts) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(of.hollow, boosting_score(model.boosting, chosen(_inputs(of), model.inputs))))


def _on_lists(rng: Rng, model: Model, source: Accounts, draws: int) -> Floats:
    """Share meant, drawn, left open, whether a share is given, and its ends if it always were; shape (lists, 6)."""
    found, of = [], (model.nobody, model.somebody)
    for share in (0.1, 0.3, 0.5):
        for _ in range(draws):
            made = drawn(rng, source, 500, share)
            cells = said_of(model, chosen(_inputs(made), model.inputs))
            blind = share_between(500, *(int(each.sum()) for each in decided(cells)), of, METHOD.level)
            ends = share_of(model, cells, METHOD.level)
            found.append((share, made.hollow.mean(), decided(cells)[1].mean(), ends[0] is not None, *blind))
    return np.array(found)


def _tried(rng: Rng, model: Model, source: Accounts, draws: int) -> tuple[float, Floats]:
    return _area(model, source), _on_lists(rng, model, source, draws)


def _as_told(tried: list[tuple[float, Floats]]) -> tuple[str, str]:
    area = np.mean([each for each, _ in tried])
    meant, truth, opened, given, low, high = np.concatenate([each for _, each in tried]).T
    inside, given = (low <= truth) & (truth <= high), given == 1
    by_share = " ".join(f"{inside[meant == share].mean():.2f}" for share in (0.1, 0.3, 0.5))
    always = f"if always given: right {by_share}, width {np.mean(high - low):.2f}"
    wrong = f"given {given.mean():.2f}, given and wrong {(given & ~inside).mean():.2f}"
    return f"area {area:.3f}, open {opened.mean():.2f}", f"{wrong}; {always}"


def _told(found: list[tuple[float, float, float, float]]) -> str:
    truth, value, low, high = np.array(found).T
    error = float(np.sqrt(np.mean((value - truth) ** 2)))
    return f"{np.mean((low <= truth) & (truth <= high)):.2f} {np.mean(high - low):.3f} {error:.3f}"


def drifts(draws: int) -> None:
    for drift in (0.25, 0.35, 0.5, 0.6, 0.75):
        found = list(cases(draws, 500, method=replace(METHOD, drift=drift)))
        for name in COLUMNS:
            mine = [each for each in found if each[0] == name]
            inside = np.mean([said.band_low <= truth <= said.band_high for _, _, truth, said in mine])
            width = np.mean([said.band_high - said.band_low for _, _, _, said in mine])
            row(f"band, drift {drift}", f"{name}, n = 500", "-", f"{inside:.3f} / {width:.2f}", "SRF / " + name)


def main() -> None:
    which = sys.argv[1] if len(sys.argv) > 1 else "lower"
    draws = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    row("what", "data", "anchor", "ours", "compared with / reported on")
    parts = {
        "ranking": ranking, "lower": lower, "band": bands, "masks": masks, "review": review, "learned": learned,
        "drifts": drifts,
    }  # fmt: skip
    parts[which](draws)


if __name__ == "__main__":
    main()
