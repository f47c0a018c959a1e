"""What public counts of other people show of three ideas: the excess share, attention without conversation, rounding.

    REACHCHECK_DATA=... python benchmarks/accuracy_stars.py

Prints a row for each: what, on which data, the anchor, ours, and what was tuned on which data and reported on which.
No label here is the truth: those of stars are another detector's (He et al. 2024), which looked at the months of 2024
only, so no other month is scored.
"""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict, train_test_split

from reachcheck.stats.arrays import Bools, Floats, Index
from reachcheck.stats.excess import BEFORE, excess_share
from reachcheck.stats.robust import anscombe, scaled_mad
from reachcheck.stats.rounding import quantum

RECALL = 0.6
DRAWS = 1_000
TALK = (
    "IssuesEvent",
    "IssueCommentEvent",
    "PullRequestEvent",
    "PullRequestReviewCommentEvent",
    "CommitCommentEvent",
)
COUNTS = ("stars", "stars_suspected")
FIXED = "nothing / all"
ROUNDED = "runs on one side, and what counts as finer, were settled on this file / the same file"
SIDES = "nothing; 3 months a side were kept after 1 to 6 gave AP .577 to .589 / all"


def row(*cells: str) -> None:
    print(" | ".join(cells))


# Months of a campaign: at least 50 suspects who make half of it, and a tenth of all stars of the repository.


def campaign_months(folder: Path) -> None:
    """ "At least twelve months" can be read in two ways; the anchor's figures come out with the first."""
    score_months("from the first to the last", *monthly(folder, span=True))
    score_months("with a star", *monthly(folder, span=False))


def score_months(which: str, stars: Floats, suspects: Floats) -> None:
    total, suspected = np.nansum(stars, axis=1), np.nansum(suspects, axis=1)
    label = (suspects >= 50) & (suspects >= stars / 2) & (suspected >= total / 10)[:, None]
    looked = np.zeros(stars.shape, dtype=np.bool_)
    looked[:, -12:] = stars[:, -12:] > 0
    excess = excess_share(stars)
    campaigns = label & looked
    data = (
        f"github_stars_monthly_half, 2024, {len(stars)} repositories of 12 months {which}: "
        f"{looked.sum()} months, {campaigns.sum()} of campaigns"
    )
    for name, score in {"robust z, gains >= 50": robust(stars), "excess share": excess.share}.items():
        found, precision = judged(label[looked], filled(score)[looked])
        low, high = interval(label, filled(score), looked)
        ours = f"AP {found:.3f} ({low:.2f} to {high:.2f}), precision {precision:.3f} at recall .60"
        row(f"campaign months: {name}", data, "z: AP .35-.38, precision .42", ours, SIDES)
    late = campaigns & (excess.side == BEFORE)
    row("of them compared with the months before only", data, "-", f"{late.sum()}", "-")


def monthly(folder: Path, *, span: bool) -> tuple[Floats, Floats]:
    """Stars and suspects by month up to December 2024, shape (repositories, months).

    Only repositories with twelve months: from their first to their last star up to then, both included, or with a star.
    A month that the file lacks after the first is one without stars; what lies before the first is missing. January
    2025 is not whole.
    """
    file = pd.read_csv(folder / "github_stars_monthly_half.csv")
    file = file[file["month"] <= "2024-12"]
    when = pd.PeriodIndex(file["month"], freq="M")
    file = file.assign(at=when.year * 12 + when.month)
    of_repo = file.groupby("repo")["at"]
    months = of_repo.max() - of_repo.min() + 1 if span else of_repo.size()
    file = file[file["repo"].isin(months.index[months >= 12])]
    every = range(file["at"].min(), file["at"].max() + 1)
    wide = [file.pivot(index="repo", columns="at", values=name).reindex(columns=every) for name in COUNTS]
    stars, suspects = (table.to_numpy(dtype=np.float64) for table in wide)
    begun = np.cumsum(~np.isnan(stars), axis=1) > 0
    return np.where(begun, np.nan_to_num(stars), np.nan), np.where(begun, np.nan_to_num(suspects), np.nan)


def robust(counts: Floats) -> Floats:
    """The robust z of each month among all others of its series, where it gained at least 50."""
    heights, scores = anscombe(counts), np.full(counts.shape, np.nan)
    for at in range(counts.shape[1]):
        rest = np.delete(heights, at, axis=1)
        middle = np.nanmedian(rest, axis=1)
        spread = 1.4826 * np.nanmedian(np.abs(rest - middle[:, None]), axis=1)
        scores[:, at] = (heights[:, at] - middle) / np.maximum(spread, 1.0)
    return np.where(counts >= 50, scores, np.nan)


def filled(scores: Floats) -> Floats:
    """What is not scored stands last."""
    return np.nan_to_num(scores, nan=-1e9)


def judged(label: Bools, score: Floats) -> tuple[float, float]:
    """Average precision, and the precision at the first threshold that recalls enough."""
    precision, recall, _ = precision_recall_curve(label, score)
    return float(average_precision_score(label, score)), float(precision[np.flatnonzero(recall >= RECALL)[-1]])


def interval(label: Bools, score: Floats, looked: Bools) -> tuple[float, float]:
    """Of the average precision, by drawing whole repositories again (seed 0), .025 and .975."""
    rng, found = np.random.default_rng(0), []
    for _ in range(DRAWS):
        again = rng.integers(0, len(label), len(label))
        inside = looked[again]
        found.append(average_precision_score(label[again][inside], score[again][inside]))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


# Attention without conversation: stars that nobody talked about.


def silent_attention(folder: Path) -> None:
    file = pd.read_csv(folder / "github_repo_events_half.csv")
    label = file["campaign"].to_numpy() == 1
    stars, forks = file["WatchEvent"].to_numpy(float), file["ForkEvent"].to_numpy(float)
    talk = file[list(TALK)].to_numpy(float).sum(axis=1)
    bands = pd.qcut(stars, 8, labels=False, duplicates="drop")

    def formula(weight: float) -> Floats:
        """Each unit of a cheap second channel, forks, counts `weight` of talk, on the scale of logarithms."""
        return np.asarray(-(np.log((talk + 1) / stars) + weight * np.log((forks + 1) / stars)))

    def tell(what: str, anchor: str, score: Floats, tuned: str, these: Bools) -> None:
        raw, within = areas(label[these], score[these], bands[these])
        row(
            what,
            f"github_repo_events_half, n {these.sum()}",
            anchor,
            f"AUC {raw:.3f}, in size bands {within:.3f}",
            tuned,
        )

    everything = np.ones(len(label), dtype=np.bool_)
    tell("attention without talk: talk only", ".922 raw", formula(0.0), FIXED, everything)
    known_before = "the weight 1/4 was known before, from this half under another label / all"
    tell("attention without talk: and 1/4 of forks", ".922 raw", formula(0.25), known_before, everything)
    half, other = halves(label)
    best = max((0.0, 0.125, 0.25, 0.5, 1.0), key=lambda weight: roc_auc_score(label[half], formula(weight)[half]))
    tell(
        f"the same, weight chosen: {best:g}",
        ".922 raw",
        formula(best),
        "a random half (seed 0), after all five were seen on the whole / the other",
        other,
    )
    counts = file.drop(columns=["repo", "campaign"]).to_numpy(float)
    fitted = cross_val_predict(
        HistGradientBoostingClassifier(random_state=0),
        counts,
        label,
        cv=StratifiedKFold(5, shuffle=True, random_state=0),
        method="predict_proba",
    )[:, 1]
    tell("fitted, apart: booster, all counts", ".94 wanted", fitted, "5-fold, as it comes / held-out folds", everything)


def areas(label: Bools, score: Floats, bands: Floats) -> tuple[float, float]:
    """The area under the curve, of all and the mean within bands of size."""
    within = [roc_auc_score(label[bands == band], score[bands == band]) for band in np.unique(bands)]
    return float(roc_auc_score(label, score)), float(np.mean(within))


def halves(label: Bools) -> tuple[Bools, Bools]:
    first, _ = train_test_split(np.arange(len(label)), test_size=0.5, stratify=label, random_state=0)
    half = np.zeros(len(label), dtype=np.bool_)
    half[first] = True
    return half, ~half


# Rounded weekly gains: what a plain z makes of them.


def rounded_weeks(folder: Path) -> None:
    file = pd.read_csv(folder / "youtube_weekly_115_channels.csv")
    gains = file.pivot(index="channel", columns="week", values="subscribers_gained").to_numpy(float)
    steps = quantum(gains)
    data = f"youtube_weekly, {len(gains)} channels of {gains.shape[1]} weeks"
    coarse = (steps >= 1000).mean()
    row("weeks rounded to 1,000 or more", data, "64 %", f"{coarse:.0%}, from week {begins(steps)} on", ROUNDED)
    plain = each(gains, plain_z) >= 6
    less_than_three = gains < 3 * steps
    mixed = steps < np.quantile(steps, 0.5, axis=1, method="lower")[:, None]
    kept = plain & ~less_than_three & ~mixed
    channels = {
        "plain robust z >= 6": plain,
        "of them with a flag on less than 3 quanta": plain & less_than_three,
        "of them with a flag on a week shown finer than most": plain & mixed,
        "left without either": kept,
    }
    for name, flags in channels.items():
        ours = f"{flags.any(axis=1).sum()} channels, {flags.sum()} weeks"
        row(f"rounded weeks: {name}", data, "71 channels" if flags is plain else "-", ours, ROUNDED)
    row("these are channels", data, "-", " ".join(str(at + 1) for at in np.flatnonzero(kept.any(axis=1))), "-")


def begins(steps: Index) -> int:
    """The first week, from 1, in which most channels are shown in thousands."""
    return int(np.argmax((steps >= 1000).mean(axis=0) > 0.5)) + 1


def each(table: Floats, score: Callable[[Floats], Floats]) -> Floats:
    return np.array([score(line) for line in table])


def plain_z(gains: Floats) -> Floats:
    heights = anscombe(np.maximum(gains, 0.0))
    return np.asarray((heights - np.nanmedian(heights)) / max(scaled_mad(heights), 1.0))


def main() -> None:
    folder = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "growth"
    row("what", "data", "anchor", "ours", "tuned on / reported on")
    campaign_months(folder)
    silent_attention(folder)
    rounded_weeks(folder)


if __name__ == "__main__":
    main()
