"""Whole invented candidates: their files are what happened, and the truth stands beside them."""

import csv
import io
import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from reachcheck.errors import UsageError
from reachcheck.simulate import catalogue
from reachcheck.simulate.candidates import Candidate, candidates, write
from reachcheck.simulate.order import Order, checked
from reachcheck.simulate.purchased import AGED, expected, with_purchases
from reachcheck.simulate.scenarios import SAMPLES, SCENARIOS
from reachcheck.simulate.years import exports as of_years
from reachcheck.simulate.years.third import third

SAMPLE_FILES = Path(__file__).parents[2] / "data" / "samples"
PURCHASES = ("lot", "three-days", "several", "even-drip", "uneven-drip", "refill")


def order(name: str = "third/bakery", **more: object) -> Order:
    usual = {"followers": None, "purchase": None, "share": None, "aged": False, "profiles": 1, "seed": 1, "without": ()}
    return checked(name, **{**usual, **more})


def one(name: str, **more: object) -> Candidate:
    (candidate,) = candidates(order(name, **more))
    return candidate


def rows(candidate: Candidate, export: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(candidate.files[export].decode())))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_scenario_with_the_seed_of_a_sample_is_the_sample(name: str) -> None:
    written = one(name, seed=SAMPLES[name]).files
    assert written == {path.stem: path.read_bytes() for path in (SAMPLE_FILES / name).iterdir()}


@pytest.mark.parametrize("name", catalogue.worlds())
def test_every_world_of_every_generator_can_be_had_with_a_number_of_followers(name: str) -> None:
    candidate = one(name, followers=2_345)
    assert candidate.truth["followers_at_start"] == 2_345
    assert candidate.truth["bought"] == 0 and candidate.truth["deliveries"] == []
    daily = rows(candidate, "daily")
    assert {row["date"] for row in daily} <= {str(date(2025, 10, 1) + timedelta(days=day)) for day in range(365)}
    (profile,) = rows(candidate, "profile")
    assert profile["as_of"] == "2026-09-30"
    assert 0.99 * candidate.truth["followers"] - 100 <= int(profile["followers"]) <= candidate.truth["followers"]


def test_a_year_is_written_as_it_happened_and_as_the_platform_shows_it() -> None:
    years = third("bakery", 200, 4, (20_000, 30_000), 60)
    rounded, patchy = int(np.argmax(years.quantum)), int(np.argmax(years.missing.sum(axis=1)))
    assert years.quantum[rounded] == 100 and years.missing[patchy].any()
    tables = of_years.exports(years, patchy, "p")
    shown = np.flatnonzero(~years.missing[patchy])
    quantum = years.quantum[patchy]
    assert [row[0] for row in tables["daily"]] == [str(date(2025, 10, 1) + timedelta(days=int(day))) for day in shown]
    assert [row[1] for row in tables["daily"]] == (years.level[patchy][shown] // quantum * quantum).tolist()
    assert [row[4] for row in tables["daily"]] == years.reach[patchy][shown].tolist()
    posted = np.flatnonzero(~np.isnan(years.responses[patchy]))[::-1]
    assert [row[2] for row in tables["posts"]] == years.responses[patchy][posted].tolist()
    assert len(tables.get("events", ())) == years.event[patchy].sum()
    assert all(row[1] % 100 == 0 for row in of_years.exports(years, rounded, "p")["daily"])


def test_a_figure_that_is_not_known_is_an_empty_cell_and_a_table_without_rows_no_file() -> None:
    years = third("dormant", 1, 1, (100, 100), 20)
    years.reach[0, 3] = np.nan
    years.missing[:] = False
    years.event[:] = False
    tables = of_years.exports(years, 0, "p")
    assert tables["daily"][3][4] == ""
    assert "events" not in tables


@pytest.mark.parametrize("purchase", PURCHASES)
def test_the_truth_of_a_year_says_what_was_bought_and_when(purchase: str) -> None:
    honest = one("third/school", followers=9_000, seed=2)
    candidate = one("third/school", followers=9_000, seed=2, purchase=purchase, share=0.25)
    before = {row["date"]: int(row["gained"]) for row in rows(honest, "daily")}
    after = {row["date"]: int(row["gained"]) for row in rows(candidate, "daily")}
    came = {day: after[day] - n for day, n in before.items() if after[day] != n}
    told = {day: n for part in candidate.truth["deliveries"] for day, n in part["by_day"].items()}
    assert came == {day: n for day, n in told.items() if day in before}
    assert sum(told.values()) == candidate.truth["bought"] >= 0.25 * 8_500
    for part in candidate.truth["deliveries"]:
        assert part["first_day"] <= part["last_day"]
        assert part["accounts"] == sum(part["by_day"].values())
    assert len(candidate.truth["deliveries"]) == 1 or purchase in ("several", "refill")


@pytest.mark.parametrize("purchase", PURCHASES)
def test_the_truth_of_a_scenario_names_the_accounts_that_were_bought(purchase: str) -> None:
    candidate = one("circle-594", purchase=purchase, share=0.5)
    truth = candidate.truth
    followed = {row["handle"]: row["followed_at"][:10] for row in rows(candidate, "followers")}
    assert truth["real"] + truth["nobody_behind"] + sum(p["still_there"] for p in truth["deliveries"]) == len(followed)
    for part in truth["deliveries"]:
        days = [followed[handle] for handle in part["still_there_are"]]
        assert len(days) == part["still_there"] <= part["accounts"]
        assert str(part["first_day"]) <= min(days) and max(days) <= str(part["last_day"])
    assert 0.5 * 536 <= truth["bought"] <= 0.75 * 620


def test_nothing_is_bought_unless_asked() -> None:
    assert one("circle-594").truth["bought"] == 0
    assert one("nathan-3000", seed=6).truth["bought"] == 2_610


def test_a_refilled_lot_of_a_scenario_goes_and_comes_again() -> None:
    parts = one("circle-594", purchase="refill", share=1.0).truth["deliveries"]
    assert len(parts) == 5
    assert parts[0]["still_there"] < 0.5 * parts[0]["accounts"]
    apart = {later["first_day"] - earlier["first_day"] for earlier, later in pairwise(parts)}
    assert len(apart) == 1 and timedelta(days=14) <= apart.pop() <= timedelta(days=30)


def test_aged_accounts_are_years_old_and_complete_and_others_are_new_and_empty() -> None:
    def bought(aged: bool) -> tuple[list[int], float]:
        candidate = one("circle-594", purchase="lot", share=1.0, aged=aged)
        (part,) = candidate.truth["deliveries"]
        mine = [row for row in rows(candidate, "followers") if row["handle"] in set(part["still_there_are"])]
        ages = [
            (date.fromisoformat(row["followed_at"][:10]) - date.fromisoformat(row["created_at"])).days for row in mine
        ]
        return ages, float(np.median([int(row["posts"]) for row in mine]))

    (old, posts), (new, none) = bought(True), bought(False)
    assert min(old) >= AGED
    assert np.std(old) > 300
    assert posts > 10 > 3 > none
    together = max(sum(first <= age <= first + 62 for age in new) for first in new)
    assert together > 0.4 * len(new)


def test_share_is_of_the_followers_that_a_plan_expects_on_the_day_before() -> None:
    plan = SCENARIOS["nathan-3000"]
    assert expected(plan, 0) == 214
    assert expected(plan, 364) == pytest.approx(214 + 124 * 364 / 365 + 78 + 1480 * 0.99 + 1130 * 0.99)
    (*_, lot) = with_purchases(plan, "three days", 0.1, False, 1).purchases
    assert lot.size == round(0.1 * expected(plan, lot.day))
    assert lot.days == 3


def test_the_accounts_of_a_scenario_can_be_more_or_fewer() -> None:
    small, large = one("circle-594", followers=100).truth, one("circle-594", followers=2_000).truth
    assert (small["followers_at_start"], large["followers_at_start"]) == (100, 2_000)
    assert small["followers"] < 150 and large["followers"] > 2_000


@pytest.mark.parametrize("name", ["third/relief", "quiet-expert"])
def test_several_candidates_are_different_people_in_folders_of_their_own(name: str, tmp_path: Path) -> None:
    told: list[int] = []
    assert write(order(name, profiles=3, seed=9), tmp_path / "new" / "all", told.append) == 3
    assert told == [1, 2, 3]
    folder = tmp_path / "new" / "all"
    assert {path.name for path in folder.iterdir()} == {"candidates", "truth.json"}
    names = [f"{name.rpartition('/')[2]}-{number:03d}" for number in (1, 2, 3)]
    assert sorted(path.name for path in (folder / "candidates").iterdir()) == names
    profiles = {(folder / "candidates" / each / "profile.csv").read_bytes() for each in names}
    assert len(profiles) == 3
    truth = json.loads((folder / "truth.json").read_bytes())
    assert list(truth["candidates"]) == names
    assert truth["asked"]["seed"] == 9
    assert "nobody in these files exists" in truth["invented"]


@pytest.mark.parametrize(("name", "aged"), [("third/relief", False), ("circle-594", True)])
def test_the_same_order_writes_the_same_bytes(name: str, aged: bool, tmp_path: Path) -> None:
    def written(folder: str, seed: int) -> dict[str, bytes]:
        write(order(name, profiles=2, purchase="several", aged=aged, seed=seed), tmp_path / folder)
        found = (path for path in (tmp_path / folder).rglob("*") if path.is_file())
        return {path.relative_to(tmp_path / folder).as_posix(): path.read_bytes() for path in found}

    first, again, other = written("a", 1), written("b", 1), written("c", 2)
    assert first == again
    assert first.keys() == other.keys() and first != other


def test_an_export_can_be_left_out() -> None:
    assert set(one("third/school", without=("posts", "events")).files) == {"profile", "daily"}
    assert "followers" not in one("quiet-expert", without=("followers",)).files


@pytest.mark.parametrize(
    ("name", "more", "key"),
    [
        ("nobody", {}, "simulate.unknown"),
        ("bakery", {}, "simulate.unknown"),
        ("third/nobody", {}, "simulate.unknown"),
        ("first/generous press", {}, "simulate.unknown"),
        ("third/bakery", {"share": 0.2}, "simulate.nothing_bought"),
        ("circle-594", {"aged": True}, "simulate.nothing_bought"),
        ("third/bakery", {"purchase": "lot", "aged": True}, "simulate.no_accounts"),
        ("third/bakery", {"without": ("followers",)}, "simulate.no_export"),
        ("circle-594", {"without": ("events",)}, "simulate.no_export"),
        ("circle-594", {"without": ("profile",)}, "simulate.no_export"),
        ("new-account", {"followers": 100}, "simulate.begins_empty"),
        ("nathan-3000", {"followers": 10_000}, "simulate.too_many"),
        ("brand-page", {"purchase": "lot", "share": 20.0}, "simulate.too_many"),
    ],
)
def test_what_cannot_be_grown_is_refused_with_a_remedy(name: str, more: dict[str, object], key: str) -> None:
    with pytest.raises(UsageError) as refused:
        order(name, **more)
    assert refused.value.problem.key == key
    assert refused.value.remedy is not None


@pytest.mark.parametrize("purchase", ["several", "even-drip", "uneven-drip", "refill"])
def test_a_scenario_too_short_for_a_purchase_is_refused(purchase: str) -> None:
    with pytest.raises(UsageError) as refused:
        one("new-account", purchase=purchase)
    assert refused.value.problem.key == "simulate.too_short"


def test_all_that_is_delivered_falls_into_the_year_whatever_the_seed() -> None:
    for purchase in PURCHASES:
        for seed in range(60):
            plan = with_purchases(SCENARIOS["circle-594"], purchase.replace("-", " "), 0.2, False, seed)
            assert all(lot.day >= 14 and lot.day + lot.days <= plan.days for lot in plan.purchases)
