"""How often the rules on likes flag genuine accounts and pages, and what they see of likes put on top.

    REACHCHECK_DATA=FOLDER python benchmarks/accuracy_engagement.py

FOLDER holds `engagement/` as described in docs/accuracy.md. The accounts are those of people whom the makers of the set
took for genuine; nobody proved it. The limits of ENG301 and ENG302 were first chosen in prototypes on these very
accounts, so the row of genuine accounts is no test on new data.
"""

import gzip
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reachcheck.measures.base import Context, Measured, measure
from reachcheck.measures.registry import MEASURES
from reachcheck.method import load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import People, Posts, Profile
from reachcheck.rules.engagement import LikesTooEven, PostFarOff
from reachcheck.stats.arrays import Floats
from reachcheck.stats.intervals import wilson

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
        row(f"{code} flags", "the same", "S1 3, S2 0", share(each.count("flagged"), sum(enough)))
        row(f"{code} not assessable", "all accounts", "-", share(each.count("unknown"), len(everybody)))
    bare = statuses(dossiers(everybody, comments=False))
    for code, each in bare.items():
        row(
            f"{code}, likes alone known: flagged, unknown of those with 12 posts",
            "the same",
            "-",
            f"{each.count('flagged')}, {each.count('unknown') - enough.count(False)}",
        )


Put = Callable[[Account, Rng], Account]


def one_post(times: float) -> Put:
    def put(account: Account, rng: Rng) -> Account:
        likes = account.likes.copy()
        likes[rng.integers(len(likes))] += times * max(np.median(likes), 1.0)
        return Account(account.count, account.at, np.rint(likes), account.comments)

    return put


def orders(times: float, noise: float) -> Put:
    """All posts have the same number ordered, give or take, and nothing else."""

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
        row(f"{code} sees: {what}", f"{len(base)} accounts", anchor, told, f"none / seed {SEED}")


def main() -> None:
    everybody = accounts()
    print("what | data | anchor | ours | tuned on / reported on")
    alarms(everybody)
    injections(everybody)


if __name__ == "__main__":
    main()
