"""Days on which many were followed; what must not look like follows taken back comes first."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
import pytest

from build import METHOD, Direction, Table, dossier, followers, measured
from reachcheck.message import msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.results.finding import FindingStatus
from reachcheck.results.measure import Measure, Part
from reachcheck.rules.registry import check_all

EARLIER, LATER = "2026-03-31", "2026-09-30"
START = np.datetime64("2024-01-01", "D")


def day(number: int) -> str:
    return str(START + number)


def old(direction: Direction) -> Table:
    """A list that began long ago, so that later days are looked at."""
    names = [f"old{i}" for i in range(60)]
    return followers(names, direction, since=[day(10 * i) for i in range(60)], listed_at=[EARLIER] * 60)


def followed(days: Iterable[int], each: int, left: int, back: int = 0, first: int = 0) -> list[Table]:
    """`each` followed on each of some days: the first `left` are gone since, the last `back` follow back."""
    made: list[Table] = []
    for number in days:
        names = [f"d{number}n{i}" for i in range(first, first + each)]
        until = [LATER if i < left else None for i in range(each)]
        made.append(
            followers(names, Direction.OUT, since=[day(number)] * each, listed_at=[EARLIER] * each, until=until)
        )
        if back:
            made.append(followers(names[-back:], Direction.IN, since=[day(number)] * back, listed_at=[EARLIER] * back))
    return made


def found(*tables: Table) -> dict[str, Measure]:
    return measured(dossier(old(Direction.IN), old(Direction.OUT), *tables))


def verdict_of(measures: Mapping[str, Measure]) -> FindingStatus:
    seen = {**measures, "reach_gap": measures["count_agreement"]}
    (finding,) = (each for each in check_all(seen, METHOD) if each.code == "REC401")
    return finding.status


def verdict(*tables: Table) -> FindingStatus:
    return verdict_of(found(*tables))


# ------------------------------------------------------------------------- what must not be flagged


def test_who_follows_now_and_then_has_no_busy_day() -> None:
    measures = found(*followed(range(700, 760), 3, 3))
    days, share = measures["busy_follow_days"], measures["followed_then_left"]
    assert (days.value, days.n, days.parts) == (0.0, 51.0 + 180.0, ())
    assert (share.status, share.reason) == ("unknown", msg("unknown.no_busy_day"))
    assert verdict(*followed(range(700, 760), 3, 3)) == "clear"


def test_contacts_imported_on_one_day_and_tidied_up_are_not_flagged() -> None:
    assert verdict(*followed([700], 400, 400)) == "clear"


def test_contacts_imported_and_kept_are_not_flagged() -> None:
    assert verdict(*followed([700], 400, 0)) == "clear"


def test_a_conference_of_three_days_is_not_flagged_even_if_all_are_left_again() -> None:
    assert verdict(*followed([700, 701, 702], 80, 80)) == "clear"


def test_two_conferences_a_year_apart_are_not_flagged_if_most_are_kept() -> None:
    assert verdict(*followed([500, 501, 502, 700, 701, 702], 80, 39)) == "clear"


def test_a_teacher_who_follows_classes_back_each_year_is_not_flagged() -> None:
    assert verdict(*followed([400, 401, 600, 601, 780, 781], 30, 20, back=30)) == "clear"


def test_a_new_account_that_follows_two_hundred_in_its_first_week_and_keeps_them_is_not_flagged() -> None:
    week = followed(range(7), 30, 0)
    measures = measured(dossier(followers(["f"], since=[day(0)], listed_at=[EARLIER]), *week))
    assert (measures["busy_follow_days"].status, measures["busy_follow_days"].n) == ("unknown", None)
    assert verdict(*followed(range(700, 707), 30, 0)) == "clear"


def test_a_new_account_that_tidies_up_what_it_followed_in_its_first_months_is_not_looked_at() -> None:
    months = followed(range(90), 30, 30)
    fan = followers(["f"], since=[day(0)], listed_at=[EARLIER])
    kept = followers(["k"], Direction.OUT, since=[day(0)], listed_at=[EARLIER])
    found = measured(dossier(fan, kept, *months))["busy_follow_days"]
    assert (found.status, found.reason) == ("unknown", msg("unknown.followed_early", days=90))
    assert measured(dossier(fan, kept, *months, *followed([90], 30, 30)))["busy_follow_days"].value == 1.0


def test_days_before_the_list_of_followers_begins_are_not_looked_at() -> None:
    """A list cut to a range cannot show who followed back before it."""
    out = [old(Direction.OUT), *followed(range(200, 230), 20, 20)]
    late = followers(["f"], since=[day(650)], listed_at=[EARLIER])
    assert measured(dossier(late, *out))["busy_follow_days"].reason == msg("unknown.followed_early", days=90)
    undated = followers(["f"], listed_at=[EARLIER])
    assert measured(dossier(undated, *out))["busy_follow_days"].value == 30.0


def test_who_followed_back_and_left_later_did_follow_back() -> None:
    days = [700, 705, 710, 720]
    names = [f"d{number}n{i}" for number in days for i in range(30)]
    gone = followers(names, since=[day(725)] * len(names), until=[LATER] * len(names), listed_at=[EARLIER] * len(names))
    share = found(*followed(days, 30, 30), gone)["followed_then_left"]
    assert (share.value, share.k, share.n) == (0.0, 0.0, 120.0)


def test_one_export_shows_busy_days_and_cannot_tell_who_was_left() -> None:
    names = [f"n{i}" for i in range(90)]
    out = followers(names, Direction.OUT, since=[day(600 + i // 30) for i in range(90)])
    into = followers(["a", *names[:9]], since=[day(0), *[day(610)] * 9])
    old_out = followers(["k"], Direction.OUT, since=[day(0)])
    measures = measured(dossier(into, out, old_out))
    busy, share = measures["busy_follow_days"], measures["followed_then_left"]
    assert [(part.kind, part.value, part.people) for part in busy.parts] == [("busy_day_unwatched", 30.0, None)] * 3
    assert busy.notes == (msg("note.followed_back", k=9.0, n=90.0),)
    assert (share.status, share.reason) == ("unknown", msg("unknown.one_export"))
    assert verdict_of(measures) == "unknown"


def test_days_since_the_first_export_are_no_days_of_follows_taken_back() -> None:
    """Four busy days, of which a later export tells of three: the last came after the first of both."""
    late = followers([f"late{i}" for i in range(40)], Direction.OUT, since=[day(830)] * 40)
    measures = found(*followed([700, 708, 716], 60, 60), late)
    assert [part.kind for part in measures["busy_follow_days"].parts] == [*["busy_day"] * 3, "busy_day_unwatched"]
    assert measures["followed_then_left"].n == 180.0
    assert verdict_of(measures) == "clear"


def test_where_both_exports_tell_of_early_follows_only_nothing_is_looked_at() -> None:
    early = followed([0, 20], 30, 15)
    fan = followers(["f"], since=[day(0)], listed_at=[EARLIER])
    later = followers(["k", "l"], Direction.OUT, since=[day(0), day(850)], listed_at=[EARLIER, None])
    measures = measured(dossier(fan, later, *early))
    assert measures["busy_follow_days"].value == 0.0
    assert measures["followed_then_left"].reason == msg("unknown.followed_early", days=90)
    assert verdict_of(measures) == "unknown"


def test_undated_lists_cannot_tell() -> None:
    out = followers(["a", "b"], Direction.OUT, listed_at=[EARLIER] * 2)
    measures = measured(dossier(followers(["c"]), out))
    assert measures["busy_follow_days"].reason == msg("unknown.absent", export="following_dated")


# ------------------------------------------------------------------------- what is


def test_rounds_over_weeks_of_whom_most_are_left_are_flagged_by_hand() -> None:
    days = [700, 704, 708, 714]
    measures = found(*followed(days, 30, 25, back=3))
    busy, share = measures["busy_follow_days"], measures["followed_then_left"]
    assert (busy.value, busy.n, busy.denominator) == (4.0, 51.0 + 120.0, "listed_following")
    assert (share.value, share.k, share.n) == (pytest.approx(100 / 120), 100.0, 120.0)
    assert share.denominator == "followed_on_busy_days"
    first = date(2025, 12, 1)
    assert busy.parts[0] == Part(
        kind="busy_day", start=first, end=first, value=30.0, people=25.0, evidence=("data.csv:2",)
    )
    assert [part.start for part in busy.parts] == [date.fromisoformat(day(number)) for number in days]
    assert verdict(*followed(days, 30, 25, back=3)) == "flagged"


def test_a_long_round_is_flagged_as_well() -> None:
    assert verdict(*followed(range(700, 721), 40, 30, back=8)) == "flagged"


@pytest.mark.parametrize(("each", "busy"), [(19, 0.0), (20, 2.0)])
def test_twenty_follows_make_a_day_busy(each: int, busy: float) -> None:
    assert found(*followed([700, 701], each, 0))["busy_follow_days"].value == busy


def test_the_same_days_of_another_profile_do_not_make_a_day_busy() -> None:
    lists = (old(Direction.IN), old(Direction.OUT))
    one, other = (dossier(*lists, *followed([700], 12, 6, first=12 * n)) for n in range(2))
    both = Dossiers.join([one, other])
    assert [measured(both, profile)["busy_follow_days"].value for profile in range(2)] == [0.0, 0.0]
