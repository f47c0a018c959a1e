"""Rows that only sum up the others, ids that a spreadsheet rounded, and names that look like nothing."""

import pytest
from generic_tables import notes, read, rows

from reachcheck.errors import UnreadableError
from reachcheck.readers.kit.rounded import rounded


@pytest.mark.parametrize(
    ("text", "row", "key"),
    [
        ("post,likes\np1,5\np2,7\nTotal,12\n", 4, "table.total_row"),
        ("post,likes\nTotal,12\np1,5\np2,7\n", 2, "table.total_row"),
        ("publication;j'aime\np1;5\np2;7\nMoyenne;6\n", 4, "generic.average_row"),
        ("candidato;seguidores\nann;1.200\nbob;1.800\nPromedio;1.500\n", 4, "generic.average_row"),
        ("Kandidat;Follower\nann;1.200\nbob;1.800\nInsgesamt;3.000\n", 4, "table.total_row"),
    ],
)
def test_a_row_that_sums_up_is_reported_and_never_counted(text: str, row: int, key: str) -> None:
    record = read(text).record
    assert notes(record.reported) == [(row, key)]
    assert record.rows_kept == 2


def test_an_account_called_total_is_one() -> None:
    assert read("handle,platform,followers\nann,x,5\ntotal,x,7\nall,x,9\n").record.reported == ()
    assert read("handle,platform,followers\ntotal,x,7\n").record.reported == ()
    assert read("handle,platform,followers\nann,x,7\ntotal,x,7\n").record.reported == ()


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["1.78E+17", "178123456789012345", None], [0]),
        (["1,78e+17", "ann", ""], [0]),
        (["1.5e10", "1e5"], []),
        (["178123456789012000", "178123456789013000"], [0, 1]),
        (["178123456789012000", "178123456789013001"], []),
        (["178123456789012000"], []),
        (["1781234567890120", "1781234567890130"], []),
        (["123456789012000"] * 9, []),
    ],
)
def test_ids_that_a_spreadsheet_rounded(cells: list[str | None], found: list[int]) -> None:
    assert rounded(cells) == found


def test_followers_by_rounded_ids_are_reported_and_never_taken_for_one() -> None:
    text = "user id,since\n178123456789012000,2024-01-01\n178123456789013000,2024-01-02\n"
    with pytest.raises(UnreadableError) as caught:
        read(text, role="followers")
    assert caught.value.problem.params["reason"].key == "row.id_rounded"  # type: ignore[union-attr]
    some = read("handle,since\n1.78E+17,2024-01-01\nbob,2024-01-02\n", "followers.csv").record
    assert notes(some.reported) == [(2, "row.id_rounded")]


def test_long_ids_beside_empty_cells_stay_as_they_are() -> None:
    row = rows(read("post,likes\n178123456789012345,5\n,6\n178123456789012346,7\n"))
    assert row.key.decode() == ["178123456789012345", None, "178123456789012346"]


NOTHING = ("null", "NA", "None", "inf", "007", "nan", "true")


def test_a_handle_that_looks_like_nothing_is_a_handle() -> None:
    row = rows(read("handle,since\n" + "".join(f"{name},2024-01-01\n" for name in NOTHING), "followers.csv"))
    assert row.peer.decode() == [name.lower() for name in NOTHING]


def test_so_it_is_in_a_network() -> None:
    reading = read("source,target\n" + "".join(f"{name},ann\n" for name in (*NOTHING, "--", "n/a", "")))
    assert rows(reading).from_.decode() == list(NOTHING)
    assert notes(reading.record.reported) == [(9, "row.missing"), (10, "row.missing"), (11, "row.missing")]
