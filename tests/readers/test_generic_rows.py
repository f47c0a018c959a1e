"""The fate of each row: kept, kept with a remark, or left out with its line and reason."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from generic_tables import notes, read, rows
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.errors import ReachcheckError, UnreadableError
from reachcheck.model.enums import Completeness, Kind, Metric, Order, SinceKind
from reachcheck.readers.base import Fragment, Reading


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("follower,since\n,2024-01-01\nbob,2024-01-01\n", {}, (2, "row.missing")),
        ("user id,since\n1.78E+16,2024-01-01\n178001,2024-01-01\n", {"role": "followers"}, (2, "row.id_rounded")),
        ("follower,since\nann,2024-01-01\nbob,2024-01-01\n@Ann,2024-01-05\n", {}, (4, "row.repeated")),
        ("source,target\n1,2\n,2\n", {}, (3, "row.missing")),
        ("source,target\n1,2\n1,\n", {}, (3, "row.missing")),
        ("source,target\n1,2\n2,1\n1,2\n", {}, (4, "row.repeated")),
        ("date,followers\n2024-02-30,5\n2024-02-28,6\n", {}, (2, "row.not_a_date")),
        ("date,followers\n2024-02-27,5\n,6\n", {}, (3, "row.no_date")),
        ("date,followers\n2024-02-27,5\n2024-02-28,\n", {}, (3, "row.no_value")),
        ("date,followers\n2024-02-27,5\n2024-02-27 18:00,7\n", {}, (3, "row.repeated")),
        ("date,event\n2024-02-31,fair\n2024-02-01,fair\n", {}, (2, "row.not_a_date")),
        ("date,event\n2024-02-01,fair\n2024-02-02,\n", {}, (3, "row.missing")),
        ("post,likes\np1,-1\np2,5\n", {}, (2, "row.negative")),
        ("post,likes\np1,lots\np2,5\n", {}, (2, "row.not_a_number")),
        ("post,likes\np1,1000000000001\np2,5\n", {}, (2, "row.too_large")),
        ("post,likes\np1,1e30\np2,5\n", {}, (2, "row.too_large")),
        ("post,likes\np1,inf\np2,5\n", {}, (2, "row.too_large")),
        ("post,likes\np1,5\np2,5\np1,6\n", {}, (4, "row.repeated")),
        ("likes,comments\n5,1\n6,1\n5,1\n", {}, (4, "row.repeated")),
        ("post,likes\n,5\np2,5\n,5\n", {}, (4, "row.repeated")),
        ("handle,platform,followers\nann,x,5\nbob,x,5\nAnn,twitter,6\n", {}, (4, "row.repeated")),
        ("handle,platform,followers\n,x,5\nbob,x,5\n", {}, (2, "row.missing")),
        ("handle,platform,followers\nann,x,10^30\nbob,x,5\n", {}, (2, "row.not_a_number")),
        ("followers,posts\n5,6\n5,6\n7,8\n", {"role": "profile"}, (3, "row.repeated")),
        ("who,post,kind,way\nann,p1,like,in\nbob,p1,like,up\n", {}, (3, "row.direction")),
        ("who,post,kind\nann,p1,like\nann,p1,like\n", {}, (3, "row.repeated")),
        ("author,post,likes\nann,p1,5\n,p2,6\nbob,p3,7\n", {}, (3, "row.nobody")),
        ("post,likes\np1,5\np2,6,7,8\n", {}, (3, "table.long_row")),
    ],
)  # fmt: skip
def test_rows_that_are_left_out(text: str, options: dict[str, str], expected: tuple[int, str]) -> None:
    record = read(text, **options).record
    assert notes(record.reported) == [expected]
    assert record.rows_kept == record.rows_read - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("post,impressions,reach\np1,5,6\np2,6,5\np3,,5\n", (2, "row.impressions_below_reach")),
        ("date,impressions,reach,profile visits\n2024-01-01,5,6,1\n", (2, "row.impressions_below_reach")),
        ("follower,since,created\nann,2019-01-01,2020-01-01\nb,2020-01-01,2020-01-01", (2, "row.created_after_follow")),
        ("post,date,likes\np1,2024-13-01,5\np2,2024-12-01,5\n", (2, "row.date_unread")),
        ("follower,since,private\nann,2024-01-01,maybe\n", (2, "row.flag_unread")),
        ("post,likes\n1.78E+16,5\n17800000000000001,6\n", (2, "row.id_rounded")),
        ("post,likes,saves\np1,5\np2,5,6\n", (2, "table.short_row")),
    ],
)  # fmt: skip
def test_rows_that_stay_with_a_remark(text: str, expected: tuple[int, str]) -> None:
    record = read(text).record
    assert notes(record.warnings) == [expected]
    assert record.reported == ()


def test_a_remark_names_column_and_value_and_a_repeat_the_first_line() -> None:
    record = read("post,Likes\np1,5\np2,-3\np1,6\n").record
    negative, repeated = (note.what for note in record.reported)
    assert negative.params == {"column": "Likes", "value": "-3"}
    assert repeated.params == {"first": 2}


def test_a_row_that_is_out_has_one_reason_and_no_remark() -> None:
    record = read("post,likes,saves,impressions,reach\np1,-5,lots,1,9\np2,5,6,7,6\n").record
    assert notes(record.reported) == [(2, "row.negative")]
    assert record.warnings == ()


def test_a_repeat_of_a_row_that_is_out_is_no_repeat() -> None:
    reading = read("post,likes\np1,-5\np1,5\n")
    assert notes(reading.record.reported) == [(2, "row.negative")]
    assert rows(reading).likes.tolist() == [5]


def test_undated_repeats_count_dated_ones_stand() -> None:
    dated = read("date,likes,comments\n2024-01-01,5,1\n2024-01-01,5,1\n")
    assert dated.record.reported == ()
    assert read("who,post,kind,when\nann,p1,like,2024-01-01\nann,p1,like,2024-01-01\n").record.reported == ()


def test_missing_is_never_zero() -> None:
    row = rows(read("post,likes,saves\np1,,0\np2,n/a,-\n"))
    assert np.isnan(row.likes).all()
    assert row.saves[0] == 0
    assert np.isnan(row.saves[1])


def test_net_changes_may_be_negative_and_give_way_to_arrivals() -> None:
    row = rows(read("date,new followers,net change\n2024-01-01,5,-2\n2024-01-02,,-3\n"))
    assert row.metric.tolist() == [Metric.GAINED, Metric.GAINED]
    assert row.kind.tolist() == [Kind.FLOW_GROSS, Kind.FLOW_NET]
    assert row.value.tolist() == [5, -3]


def test_a_day_is_a_day() -> None:
    row = rows(read("date,followers\n2024-01-01 18:30,5\n2024-01-02 09:00,6\n"))
    assert row.date.tolist() == np.array(["2024-01-01", "2024-01-02"], "datetime64[s]").tolist()


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2024-01-01", "2024-01-02", "2024-01-02"), Order.OLDEST_FIRST),
        (("2024-01-03", "2024-01-02", ""), Order.NEWEST_FIRST),
        (("2024-01-03", "2024-01-02", "2024-01-05"), Order.UNKNOWN),
        (("2024-01-03", "2024-01-03", ""), Order.UNKNOWN),
        (("", "", ""), Order.UNKNOWN),
    ],
)
def test_order_and_span_of_what_is_kept(dates: Sequence[str], order: Order) -> None:
    reading = read("follower,since\n" + "".join(f"u{n},{day}\n" for n, day in enumerate(dates)))
    coverage = reading.fragments[0].coverage
    assert coverage is not None
    assert coverage.order.tolist() == [order]
    assert coverage.completeness.tolist() == [Completeness.UNKNOWN]
    known = sorted(day for day in dates if day)
    assert str(coverage.start[0])[:10] == (known[0] if known else "NaT")
    assert str(coverage.end[0])[:10] == (known[-1] if known else "NaT")
    assert SinceKind.EXACT not in reading.fragments[0].rows.since_kind.tolist()  # type: ignore[attr-defined]


def owners(fragment: Fragment) -> list[str | None] | None:
    return fragment.owners.decode() if fragment.owners is not None else None


def test_posts_of_two_people() -> None:
    (fragment,) = read("username,post,likes\nAnn,p1,5\n@bob,p1,6\nann,p2,7\n").fragments
    assert owners(fragment) == ["ann", "bob", "ann"]
    assert (fragment.handle, fragment.platforms) == (None, None)


def test_posts_of_one_person() -> None:
    reading = read("username,post,likes,platform\nAnn,p1,5,IG\n,p2,6,\n@ann,p3,7,Android\n")
    (fragment,) = reading.fragments
    assert (fragment.handle, owners(fragment), reading.record.platform) == ("ann", None, "instagram")
    assert len(fragment.rows) == 3


def test_the_address_of_a_post_names_no_owner() -> None:
    (fragment,) = read(
        "Link,Date,Likes\nhttps://x.com/a/status/1,2024-01-03,5\nhttps://b.org/2,2024-01-09,6\n"
    ).fragments
    assert (fragment.handle, owners(fragment)) == (None, None)
    assert fragment.rows.key.decode() == ["https://x.com/a/status/1", "https://b.org/2"]  # type: ignore[attr-defined]


def test_a_sheet_of_profiles() -> None:
    text = "handle,platform,followers\nann,Instagram,5\nbob,Instagram,6\n"
    reading = read(text)
    (fragment,) = reading.fragments
    assert (owners(fragment), fragment.handle, fragment.platforms) == (["ann", "bob"], None, None)
    assert reading.record.platform == "instagram"


def test_a_sheet_of_profiles_on_several_platforms() -> None:
    reading = read("handle,platform,followers\nann,Instagram,5\nbob,Koo!,6\ncleo,,7\n,X,8\n")
    (fragment,) = reading.fragments
    assert fragment.platforms is not None
    assert fragment.platforms.decode() == ["instagram", "koo", None]
    assert reading.record.platform == ""


def test_a_profile_at_two_dates_is_one_profile() -> None:
    reading = read("handle,platform,followers,as of\nann,x,5,2024-01-01\nann,x,6,2024-02-01\nann,x,6,2024-02-01\n")
    assert reading.fragments[0].handle == "ann"
    assert rows(reading).followers.tolist() == [5, 6]
    assert notes(reading.record.reported) == [(4, "row.repeated")]


def test_nothing_kept_is_an_error_with_its_first_reason() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("post,likes\np1,-5\np2,-6\n", "x.csv")
    assert caught.value.problem.key == "generic.no_rows_kept"
    assert caught.value.problem.params["read"] == 2
    assert caught.value.problem.params["row"] == 2
    assert caught.value.place == "x.csv"


def test_a_header_alone_is_an_error() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("post,likes\n", "x.csv")
    assert caught.value.problem.key == "generic.no_rows"


TABLES = {
    "posts": ("author", "post", "date", "likes", "impressions", "reach"),
    "daily": ("date", "followers", "gained", "net", "handle"),
    "followers": ("handle", "followed at", "created", "followers", "private"),
    "profile": ("handle", "platform", "followers", "as of"),
    "responses": ("who", "post", "kind", "when", "direction"),
    "graph": ("source", "target"),
    "events": ("date", "event"),
}
CELLS = st.sampled_from(
    ["", "ann", "@Bob", "p1", "7", "-3", "1e30", "99999999999999", "2024-01-01", "2024-02-30", "25/03/2024 10:00",
     "like", "in", "x", "yes", "n/a", "1.78E+16", "1,5"]
)  # fmt: skip


@given(role=st.sampled_from(sorted(TABLES)), data=st.data())
def test_every_row_is_kept_or_reported(role: str, data: st.DataObject) -> None:
    header = TABLES[role]
    cells = data.draw(st.lists(st.lists(CELLS, min_size=1, max_size=len(header) + 1), min_size=1, max_size=12))
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [list(header), *cells])
    try:
        reading = read(text, role=role)
    except ReachcheckError as error:
        assert error.problem.key.startswith(("generic.no_rows", "columns.day_order", "columns.no_figure"))
        return
    record = reading.record
    assert record.rows_read == len(cells)
    gone = {note.row for note in record.reported}
    assert len(gone) == len(record.reported)
    assert gone.isdisjoint(note.row for note in record.warnings)
    kept = {row for fragment in reading.fragments for row in fragment.rows.row.tolist()}
    assert len(kept) == record.rows_kept
    assert kept.isdisjoint(gone)


def same(a: Reading, b: Reading) -> bool:
    ours, theirs = (
        [
            {name: _plain(value) for name, value in vars(fragment.rows).items() if name != "row"}
            for fragment in reading.fragments
        ]
        for reading in (a, b)
    )
    return ours == theirs and a.record.columns == b.record.columns and a.record.unmatched == b.record.unmatched


def _plain(value: object) -> list[str]:
    return [str(each) for each in (value.decode() if hasattr(value, "decode") else value)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["daily", "followers", "following", "posts", "profile", "responses"])
def test_json_and_json_lines_say_the_same_as_csv(samples: Path, name: str) -> None:
    text = (samples / "new-account" / f"{name}.csv").read_text(encoding="utf-8")
    header, *lines = (line.split(",") for line in text.splitlines())
    objects = [dict(zip(header, line, strict=True)) for line in lines]
    csv = read(text, f"{name}.csv")
    assert same(csv, read(json.dumps(objects), f"{name}.json"))
    assert same(csv, read(json.dumps({"data": objects}), f"{name}.json"))
    assert same(csv, read("\n".join(map(json.dumps, objects)), f"{name}.jsonl"))
