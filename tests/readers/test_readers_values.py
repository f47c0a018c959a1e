"""Yes and no, handles, and the words of dates."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.readers.values import flags, handles
from reachcheck.readers.values.months import DAYS, FILLERS, MONTHS


def test_flags() -> None:
    yes = ["yes", "TRUE", "1", "oui", "si", "Sí", "sim", "ja", "VRAI", "WAHR", "1.0"]
    no = ["no", "False", "0", "non", "não", "nein", "FAUX", "0.0"]
    values, bad = flags([*yes, *no, "", "N/A", "maybe", "2"])
    assert values.dtype == np.int8
    assert values.tolist() == [1] * len(yes) + [0] * len(no) + [-1] * 4
    assert bad == [len(yes) + len(no) + 2, len(yes) + len(no) + 3]


@pytest.mark.parametrize(
    ("cell", "handle"),
    [
        (" @Bob ", "bob"),
        ("@ Bob", "bob"),
        ("Xavier", "xavier"),
        ("@X-", "x-"),
        ("null", "null"),
        ("NA", "na"),
        ("None", "none"),
        ("007", "007"),
        ("", None),
        ("  ", None),
        ("@", None),
        ("-", None),
        ("--", None),
        ("N/A", None),
        ("@user@mastodon.social", "user@mastodon.social"),
        ("https://www.instagram.com/al_ice/", "al_ice"),
        ("https://www.instagram.com/_u/Al.Ice", "al.ice"),
        ("instagram.com/bob?igsh=x#y", "bob"),
        ("https://x.com/Foo?s=1", "foo"),
        ("http://mobile.twitter.com/@foo", "foo"),
        ("https://www.tiktok.com/@zed/", "zed"),
        ("https://www.threads.net/@zed", "zed"),
        ("https://fr.linkedin.com/in/j%C3%A9r%C3%B4me-b-12/", "jérôme-b-12"),
        ("https://www.facebook.com/some.one", "some.one"),
        ("https://www.facebook.com/profile.php?id=123&x=y", "123"),
        ("https://www.facebook.com/profile.php", None),
        ("https://bsky.app/profile/a.bsky.social", "a.bsky.social"),
        ("https://x.com/", None),
        ("https://netflix.com/x", "https://netflix.com/x"),
    ],
)
def test_handles(cell: str, handle: str | None) -> None:
    assert handles([cell]) == [handle]


@settings(deadline=None)
@given(st.lists(st.text() | st.text("@-/x.com?=&#id1 ")))
def test_handles_keep_their_places(cells: list[str]) -> None:
    found = handles(cells)
    assert len(found) == len(cells)
    assert all(handle is None or handle == handle.lower().strip() for handle in found)


def test_words_have_one_meaning() -> None:
    assert len(MONTHS) > 80
    assert set(MONTHS) & DAYS == {"mar"}
    assert not set(MONTHS) & FILLERS
