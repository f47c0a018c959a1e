"""How often the rules on likes flag genuine accounts and pages, and what they see of likes put on top.

    REACHCHECK_DATA=FOLDER python benchmarks/accuracy_engagement.py

FOLDER holds `engagement/` as described in docs/accuracy.md. The accounts are those of people whom the makers of the set
took for genuine; nobody proved it. The limits of ENG301 and ENG302 were first chosen in prototypes on these very
accounts, so neither their flags nor what is seen of likes put on them is a test on new data.
"""

import gzip
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import reachcheck
from reachcheck.measures.base import Context, Measured, measure
from reachcheck.measures.registry import MEASURES
from reachcheck.method import load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import People, Posts, Profile
from reachcheck.results.report import Results
from reachcheck.rules.engagement import LikesTooEven, PostFarOff
from reachcheck.stats.arrays import Floats
from reachcheck.stats.intervals import wilson
from reachcheck.stats.shift import shift

DATA = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "engagement"
METHOD = load()
RULES = (PostFarOff(), LikesTooEven())
SEED = 19
Rng = np.random.Generator


@dataclass(frozen=True)
class Account:
    """One account: its count, and for each post the time, likes and comments, in order of time."""

    count: float
    at: Floats
    likes: Floats
    comments: Floats


def accounts() -> list[Account]:
    with gzip.open(DATA / "instagram_700_accounts.json.gz") as file:
        return [_account(each) for each in json.load(file)]


def _account(row: dict[str, list[float]]) -> Account:
    at = np.array(row["mediaUploadTimes"], dtype=np.float64)
    order = np.argsort(at, kind="stable")
    likes, comments = (np.array(row[f"media{name}Numbers"], dtype=np.float64)[order] for name in ("Like", "Comment"))
    return Account(float(row["userFollowerCount"]), at[order], likes, comments)  # type: ignore[arg-type]


def dossiers(people: Iterable[Account], comments: bool = True) -> Dossiers:
    """All of them at once."""
    all_of = list(people)
    n = len(all_of)
    sizes = [len(each.likes) for each in all_of]
    zero = np.zeros(n, dtype=np.int32)
    who = np.arange(n, dtype=np.int32)
    profile = Profile.of(n, profile=who, source=zero, row=who, followers=np.array([each.count for each in all_of]))
    columns = {name: np.concatenate([getattr(each, name) for each in all_of]) for name in ("at", "likes", "comments")}
    posts = Posts.of(
        sum(sizes),
        profile=np.repeat(who, sizes),
        source=np.zeros(sum(sizes), dtype=np.int32),
        row=np.arange(sum(sizes), dtype=np.int32),
        published_at=columns["at"].astype("datetime64[s]"),
        likes=columns["likes"],
        **({"comments": columns["comments"]} if comments else {}),
    )
    names = Text.of([f"a{i}" for i in range(n)])
    made = People.of(n, profile=who, row=zero, handle=names, mutual=np.zeros(n, dtype=np.int8))
    record = SourceRecord(file="public", sha256="", reader="public")
    return Dossiers.build(made, {"profile": profile, "posts": posts}, [record])


def statuses(made: Dossiers) -> dict[str, list[str]]:
    """What each rule says of each profile."""
    done: dict[str, Measured] = {}
    for spec in MEASURES:
        if spec.id in ("followers_count", "posts_far_off", "likes_evenness"):
            done[spec.id] = measure(spec, Context(dossiers=made, method=METHOD, done=done))
    seen = [{name: each.one(i) for name, each in done.items()} for i in range(len(made))]
    return {rule.code: [rule.check(each, METHOD).status for each in seen] for rule in RULES}


def share(k: int, n: int) -> str:
    low, high = (100 * float(end[0]) for end in wilson(np.array([float(k)]), np.array([float(n)])))
    return f"{k} of {n}: {100 * k / n:.2f} % ({low:.2f} to {high:.2f})"


def row(what: str, data: str, anchor: str, ours: str, on: str = "prototypes on the same / the same") -> None:
    print(f"{what} | {data} | {anchor} | {ours} | {on}", flush=True)


def alarms(everybody: list[Account]) -> None:
    said = statuses(dossiers(everybody))
    enough = [len(each.likes) >= METHOD.engagement.least_posts for each in everybody]
    flagged = [any(each) for each in zip(*([s == "flagged" for s in said[code]] for code in said), strict=True)]
    row("any engagement flag", "genuine accounts, 12 posts or more", "S1 or S2 .55 %", share(sum(flagged), sum(enough)))
    for code, each in said.items():
        row(
            f"{code} flags",
            "the same",
            {"ENG301": "3 (S1)", "ENG302": "0 (S2)"}[code],
            share(each.count("flagged"), sum(enough)),
        )
        row(f"{code} not assessable", "all accounts", "-", share(each.count("unknown"), len(everybody)))
    bare = statuses(dossiers(everybody, comments=False))
    for code, each in bare.items():
        row(
            f"{code}, likes alone known: flagged, unknown of those with 12 posts",
            "the same",
            "-",
            f"{each.count('flagged')}, {each.count('unknown') - enough.count(False)}",
        )


def short(everybody: list[Account]) -> None:
    """Four stretches of as few posts as the rules take, from each account."""
    rng, n = np.random.default_rng(SEED), METHOD.engagement.least_posts
    long = [each for each in everybody if len(each.likes) >= n]
    cut = [_stretch(each, s, n) for each in long for s in rng.integers(0, len(each.likes) - n + 1, 4).tolist()]
    for code, each in statuses(dossiers(cut)).items():
        flagged, unknown = each.count("flagged"), each.count("unknown")
        row(f"{code} flags", f"{n} posts in a row", "-", f"{share(flagged, len(cut))}; unknown {unknown}")


def _stretch(account: Account, start: int, n: int) -> Account:
    at, likes, comments = (column[start : start + n] for column in (account.at, account.likes, account.comments))
    return Account(account.count, at, likes, comments)


def chance() -> None:
    """Accounts that nothing but chance moves: many people who seldom like, and a circle of 100 who mostly do."""
    n = METHOD.engagement.least_posts
    for what, draw, count in (
        ("Poisson, mean 100", lambda rng: rng.poisson(100, n), 10_000.0),
        ("85 of 100 each time", lambda rng: rng.binomial(100, 0.85, n), 100.0),
    ):
        rng, at = np.random.default_rng(SEED + 1), np.arange(n) * 86_400.0
        made = [Account(count, at, draw(rng).astype(np.float64), np.ones(n)) for _ in range(2_000)]
        told = share(statuses(dossiers(made))["ENG302"].count("flagged"), len(made))
        row("ENG302 flags", f"invented, {n} posts: {what}", "-", told, f"seed {SEED} / seed {SEED + 1}")


Put = Callable[[Account, Rng], Account]


def one_post(times: float) -> Put:
    def put(account: Account, rng: Rng) -> Account:
        likes = account.likes.copy()
        likes[rng.integers(len(likes))] += times * max(np.median(likes), 1.0)
        return Account(account.count, account.at, np.rint(likes), account.comments)

    return put


def orders(times: float, noise: float) -> Put:
    """Nothing but orders: about the same number for every post."""

    def put(account: Account, rng: Rng) -> Account:
        ordered = times * max(np.median(account.likes), 1.0) * np.exp(noise * rng.standard_normal(len(account.likes)))
        return Account(account.count, account.at, np.rint(ordered), account.comments)

    return put


def on_top(times: float) -> Put:
    """The same number ordered for every post, on top of the likes there are."""

    def put(account: Account, _: Rng) -> Account:
        likes = account.likes + np.rint(times * max(np.median(account.likes), 1.0))
        return Account(account.count, account.at, likes, account.comments)

    return put


def injections(everybody: list[Account]) -> None:
    """On the accounts with 12 posts or more that no rule flags as they are."""
    said = statuses(dossiers(everybody))
    base = [
        each
        for n, each in enumerate(everybody)
        if len(each.likes) >= METHOD.engagement.least_posts and all(said[code][n] != "flagged" for code in said)
    ]
    kinds: list[tuple[str, str, str, Put]] = [
        *((f"one post + {t} x median", "ENG301", a, one_post(t)) for t, a in ((5, "-"), (10, ".54"), (20, ".77"))),
        *((f"all posts {t} x median, the same", "ENG302", ".93", orders(t, 0.0)) for t in (1, 3, 10)),
        *((f"all posts {t} x median, 2 % noise", "ENG302", ".17-.24", orders(t, 0.02)) for t in (1, 3, 10)),
        *((f"all posts {t} x median, 10 % noise", "ENG302", ".01", orders(t, 0.1)) for t in (1, 3, 10)),
        *((f"{t} x median on top of every post", "ENG302", "-", on_top(t)) for t in (3, 10)),
    ]
    for what, code, anchor, put in kinds:
        rng = np.random.default_rng(SEED)
        each = statuses(dossiers([put(account, rng) for account in base]))[code]
        told = f"{share(each.count('flagged'), len(base))}; unknown {each.count('unknown')}"
        row(f"{code} sees: {what}", f"{len(base)} accounts", anchor, told, f"prototypes on the same / seed {SEED}")


PAGES: dict[str, dict[str, str]] = {
    "facebook_moro2016": {"reach": "T_Reach", "impressions": "T_Impression", "interactions": "T_Interactions"},
    "instagram_119_posts": {},
}


def pages() -> None:
    """Public pages, read as a user would read them."""
    for name, columns in PAGES.items():
        results = reachcheck.analyze(DATA / f"{name}.csv", columns=columns)
        said = ", ".join(f"{f.code} {f.status}" for f in results.findings if f.family == "engagement")
        row("engagement rules", f"a page: {name}", "S1, S2 none", f"{said}; {_likes(results)}", "prototypes / this")


def _likes(results: Results) -> str:
    far, even = results.measure("posts_far_off"), results.measure("likes_evenness")
    return f"{far.n:.0f} posts, {far.value:.0f} far off, spread {even.value:.1f} times chance"


WINDOWS = 5
"""Places in each account at which a step is put."""
SHARES = (0.2, 0.3, 0.5, 0.8)


def shifts(everybody: list[Account], posts: int, rng: Rng) -> Floats:
    """The upper limit of the log ratio at places where nothing is known to have happened; shape (places,)."""
    out = []
    for each in everybody:
        logged = np.log1p(each.likes)
        if len(logged) >= 2 * posts + 2 and np.median(each.likes) >= LEAST_LIKED:
            for at in rng.integers(posts, len(logged) - posts + 1, WINDOWS):
                found = shift(logged[at - posts : at], logged[at : at + posts], METHOD.level)
                assert found is not None
                out.append(found[2])
    return np.array(out)


LEAST_LIKED = 5
"""Likes of an account's middle post, below which a step is not put there."""
TIE = 1e-9


def dilution(everybody: list[Account]) -> None:
    """Said to be less than newcomers like the others would give: where they are like them, silent, or in between.

    A step of a share s of the count after it, of whom each responds at a rate r of the others, multiplies responses by
    1 + r s / (1 - s); expected is 1 / (1 - s). So r is 1 for false alarms and 0 for an order.
    """
    for posts in (6, 8, 10):
        upper = shifts(everybody, posts, np.random.default_rng(10))
        for rate, what, anchor in (
            (1.0, "newcomers like the others", "1 to 5 %"),
            (0.0, "nobody behind them", ".3 .09/.14, .5 .55/.61, .8 .99 at 1 %"),
            (0.3, "newcomers at .3 of the rate", ".5 .18, .8 .71 at 1 %"),
            (0.1, "newcomers at .1 of the rate", ".5 .42, .8 .94 at 1 %"),
        ):
            told = {s: float(np.mean(upper + np.log(1 + rate * s / (1 - s)) < -np.log(1 - s) - TIE)) for s in SHARES}
            ours = ", ".join(f"{s:.0%}: {100 * share:.1f}" for s, share in told.items())
            data = f"{len(upper)} places, {posts} posts a side"
            row(f"responses_after_step says less, of 100: {what}", data, anchor, ours, "seed 9 / seed 10")


def main() -> None:
    everybody = accounts()
    print("what | data | anchor | ours | tuned on / reported on")
    alarms(everybody)
    pages()
    short(everybody)
    chance()
    injections(everybody)
    dilution(everybody)


if __name__ == "__main__":
    main()
