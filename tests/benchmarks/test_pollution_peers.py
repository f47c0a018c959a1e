"""The plainest peers on files whose outcome can be worked out by hand: small, so that a slip in an adapter shows."""

import pytest
from pollution.clean import Table
from pollution.peers import READERS, at_hand, csv_comma, csv_sniffer, pandas_plain, pandas_skip, versions
from pollution.pollute import Polluted, polluted
from pollution.score import PERFECT, ten
from pollution_table import kinds, line, results

SMALL = Table(("Name", "Town", "Note"), (("Ann", "Ulm", "red, blue"), ("Bob", "Bonn", ""), ("Cy", "Köln", "x")))


@pytest.fixture(scope="module")
def small() -> dict[str, Polluted]:
    return {each.name: each for each in polluted(SMALL)}


@pytest.mark.parametrize("name", ["unpolluted", "line ends LF", "no final line end", "header only", "one row of data"])
@pytest.mark.parametrize("reader", ["csv.reader", "pandas.read_csv", "pandas, bad lines skipped"])
def test_harmless_pollutions_are_read_perfectly(small: dict[str, Polluted], reader: str, name: str) -> None:
    assert ten(small[name].truth, READERS[reader](small[name].content)) == PERFECT


def test_a_comma_reader_makes_one_column_of_a_semicolon_file(small: dict[str, Polluted]) -> None:
    file = small["delimiter semicolon"]
    assert ten(file.truth, csv_comma(file.content)) == (1.0, *(0.0,) * 9)


def test_pandas_gives_up_on_an_extra_delimiter_below_the_first_row(small: dict[str, Polluted]) -> None:
    file = small["extra delimiter in a row 3:1"]
    assert pandas_plain(file.content) is None
    assert pandas_skip(file.content) == Table(SMALL.header, SMALL.rows[:2])


def test_an_empty_file_is_given_up_by_pandas_and_read_as_nothing_by_csv() -> None:
    assert pandas_plain(b"") is None
    assert csv_comma(b"") == Table((), ())


def test_the_sniffer_finds_the_semicolon() -> None:
    wide = {each.name: each for each in polluted(Table(("a", "b"), tuple((str(n), str(2 * n)) for n in range(9))))}
    file = wide["delimiter semicolon"]
    assert ten(file.truth, csv_sniffer(file.content)) == PERFECT


def test_bytes_that_are_not_utf_8_are_read_as_windows_text() -> None:
    assert csv_comma(b"Caf\xe9\r\n") == Table(("Café",), ())


def test_what_is_measured_against_is_named_with_its_version() -> None:
    assert "pandas 3" in versions() or "pandas 2" in versions()
    assert at_hand("csv.reader")


def test_the_table_shows_a_reader_with_its_scores_and_what_each_kind_cost(small: dict[str, Polluted]) -> None:
    found = results("csv.reader", [small["unpolluted"], small["delimiter semicolon"]])
    # 10 and 1 of 10; 35 and 834 of the weight
    assert line("csv.reader", found).split() == [
        "csv.reader",
        "5.500",
        f"{(350 + 834) / 869:.3f}",
        "0",
        "1",
        "0",
        "(0)",
    ]
    assert "delimiter semicolon" in kinds(found, 869.0)
