"""The header of a sheet: written as its language is set in type, and read with either apostrophe."""

import pytest

from reachcheck.replies.columns import HAPPENED, NAMES, known, meant


def test_the_header_is_set_in_type() -> None:
    assert NAMES["fr"][HAPPENED] == "ce qui s\u2019est passé"
    assert not any("'" in name for names in NAMES.values() for name in names.values())


@pytest.mark.parametrize("name", ["ce qui s\u2019est passé", "ce qui s'est passé", "Ce qui  s'est passé"])
def test_either_apostrophe_is_read(name: str) -> None:
    assert known(name)
    assert meant(["constat", name]) == ({"finding": 0, HAPPENED: 1}, "fr")
