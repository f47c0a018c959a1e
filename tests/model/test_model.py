"""Columns, tables, dossiers and sources: what is missing stays missing, what is joined can be taken apart."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD, RECORD, Direction, days, dossier, followers, people, posts, table
from reachcheck.message import Message, msg
from reachcheck.model import enums
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.model.tables import Daily, Edges, People, Posts, Profile

words = st.lists(st.one_of(st.none(), st.sampled_from(["a", "b", "Zoë", "王", ""])), max_size=12)


# ------------------------------------------------------------------------------------------------ text


def test_text_is_coded_in_order_of_first_appearance() -> None:
    made = Text.of(["b", None, "a", "b", ""])
    assert made.codes.tolist() == [0, -1, 1, 0, -1]
    assert made.codes.dtype == np.int32
    assert made.names == ("b", "a")
    assert len(made) == 5
    assert made.decode() == ["b", None, "a", "b", None]


def test_rows_of_text_are_taken_by_place_or_mask() -> None:
    made = Text.of(["b", None, "a"])
    assert made.take(np.array([2, 0])).decode() == ["a", "b"]
    assert made.take(np.array([True, True, False])).decode() == ["b", None]
    assert made.take(np.array([2])).names == ("b", "a")


def test_codes_under_a_shared_list_of_names() -> None:
    places: dict[str, int] = {"x": 0}
    assert Text.of(["b", None, "x"]).recode(places).tolist() == [1, -1, 0]
    assert Text.of(["x", "b"]).recode(places).tolist() == [0, 1]
    assert places == {"x": 0, "b": 1}


@settings(deadline=None)
@given(words, words)
def test_joined_text_reads_as_one_after_the_other(one: list[str | None], other: list[str | None]) -> None:
    joined = Text.join([Text.of(one), Text.of(other)])
    assert joined.decode() == [value or None for value in one + other]
    assert len(set(joined.names)) == len(joined.names)


def test_nothing_joined_is_empty() -> None:
    assert len(Text.join([])) == 0
    assert Text.join([]).codes.dtype == np.int32


# ------------------------------------------------------------------------------------------------ tables


@pytest.mark.parametrize("kind", [*TABLES.values(), People])
def test_whatever_is_not_given_is_missing_and_never_zero(kind: type) -> None:
    made = kind.of(3)
    assert len(made) == 3
    for column in kind.__dataclass_fields__:
        if column == "time":
            continue
        values = getattr(made, column)
        if isinstance(values, Text):
            assert values.decode() == [None] * 3
        elif values.dtype.kind == "M":
            assert np.isnat(values).all()
        elif values.dtype.kind == "f":
            assert np.isnan(values).all()
        else:
            assert (values == -1).all()


def test_tables_join_in_order_and_none_is_empty() -> None:
    one, other = posts(["2026-01-02"], likes=[1.0]), posts(["2026-01-01"], likes=[2.0])
    assert Posts.join([one, other]).likes.tolist() == [1.0, 2.0]
    assert len(Posts.join([])) == 0
    assert len(Daily.of(0)) == 0


def test_rows_of_a_table_are_taken_by_place_or_mask() -> None:
    made = followers(["a", "b", "c"])
    assert made.take(np.array([2, 0])).peer.decode() == ["c", "a"]
    assert made.take(np.array([False, True, False])).peer.decode() == ["b"]
    assert isinstance(made.take(np.array([0])), Edges)


# ------------------------------------------------------------------------------------------------ dossiers


def person(n: int) -> People:
    return People.join([people()] * n)


def test_rows_are_sorted_by_profile_time_source_and_row() -> None:
    rows = Posts.of(
        6,
        profile=np.array([1, 0, 0, 0, 0, 0], np.int32),
        source=np.array([0, 1, 0, 0, 0, 0], np.int32),
        row=np.array([1, 2, 9, 3, 4, 5], np.int32),
        published_at=np.array(["2020", "2026", "2026", "2026", "2025", "NaT"], dtype="datetime64[s]"),
    )
    made = Dossiers.build(person(2), {"posts": rows}, [RECORD, RECORD])
    assert made.posts.row.tolist() == [4, 3, 9, 2, 5, 1]
    assert made.starts["posts"].tolist() == [0, 5, 6]
    assert made.starts["edges"].tolist() == [0, 0, 0]
    assert len(made) == 2
    assert made.table("posts") is made.posts


def test_tables_without_a_time_keep_the_order_of_their_rows() -> None:
    made = dossier(table("graph", 3, from_=["c", "a", "b"], to=["x", "y", "z"], row=[4, 2, 3]))
    assert made.graph.from_.decode() == ["a", "b", "c"]


def test_joined_dossiers_number_profiles_and_sources_anew() -> None:
    one = dossier(posts(["2026-01-01"]), followers(["a"]))
    other = dossier(posts(["2026-01-02", "2026-01-03"]))
    joined = Dossiers.join([one, other, one])
    assert len(joined) == 3
    assert joined.people.profile.tolist() == [0, 1, 2]
    assert joined.posts.profile.tolist() == [0, 1, 1, 2]
    assert joined.posts.source.tolist() == [0, 1, 1, 2]
    assert joined.starts["posts"].tolist() == [0, 1, 3, 4]
    assert joined.starts["edges"].tolist() == [0, 1, 1, 2]
    assert joined.sources == (RECORD,) * 3


def test_rows_of_no_source_stay_so() -> None:
    made = dossier(table("posts", 1, source=[-1]))
    assert Dossiers.join([dossier(), made]).posts.source.tolist() == [-1]
    assert made.people.source.tolist() == [-1]


def test_one_profile_is_a_dossier_with_the_sources_of_all() -> None:
    one = dossier(posts(["2026-01-01"], likes=[1.0]), days("2026-01-01", [5.0]))
    other = dossier(posts(["2026-01-02", "2026-01-03"], likes=[2.0, 3.0]), as_of="2027-01-01")
    back = Dossiers.join([one, other]).one(1)
    assert len(back) == 1
    assert back.posts.likes.tolist() == [2.0, 3.0]
    assert back.posts.profile.tolist() == [0, 0]
    assert back.posts.source.tolist() == [1, 1]
    assert back.people.profile.tolist() == [0]
    assert str(back.people.as_of[0]) == "2027-01-01T00:00:00"
    assert back.sources == (RECORD, RECORD)
    assert len(back.daily) == 0


def test_dossiers_of_nobody() -> None:
    assert len(Dossiers.join([])) == 0


def test_every_table_has_a_name_for_coverage() -> None:
    named = {name.name.lower() for name in enums.TableName}
    assert named == set(TABLES) - {"coverage"}
    assert isinstance(TABLES["profile"].of(0), Profile)


@pytest.mark.parametrize(
    "enum",
    [
        enums.Direction, enums.KeyKind, enums.SinceKind, enums.Completeness, enums.Order, enums.Kind, enums.Metric,
        enums.Response, enums.Scope, enums.TableName,
    ],
)  # fmt: skip
def test_codes_of_closed_lists_count_from_zero(enum: type[enums.Direction]) -> None:
    assert [int(member) for member in enum] == list(range(len(enum)))
    assert Direction.IN == 0


# ------------------------------------------------------------------------------------------------ sources, messages


@pytest.mark.parametrize(
    ("unit", "row", "place"),
    [
        ("line", 12, "f.csv:12"),
        ("row", 1, "f.csv:1"),
        ("index", 3, "f.csv[3]"),
        ("index", 0, "f.csv[0]"),
        ("line", -1, "f.csv"),
    ],
)
def test_the_name_of_a_row(unit: str, row: int, place: str) -> None:
    record = SourceRecord(file="f.csv", sha256="", reader="x", unit=unit)  # type: ignore[arg-type]
    assert record.place(row) == place


def test_a_source_says_nothing_that_it_was_not_told() -> None:
    assert (RECORD.platform, RECORD.unit, RECORD.rows_read, RECORD.rows_kept) == ("", "line", 0, 0)
    assert (RECORD.reported, RECORD.warnings, RECORD.columns, RECORD.unmatched) == ((), (), {}, ())
    assert RowNote(3, msg("x")).what == Message("x")


def test_a_message_is_its_key_and_parameters() -> None:
    assert msg("a.b", n=3) == Message("a.b", {"n": 3})
    assert msg("a.b") != msg("a.c")
    assert METHOD.version == 1
