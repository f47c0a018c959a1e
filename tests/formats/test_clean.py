import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.formats.clean import LIMIT, clean, hidden

NASTY = [
    "\x00", "\x1b", "\x7f", "\x9b", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u2028", "\ud800", "\U000e0041",
    "\u3164", "\xad",
]  # fmt: skip


@pytest.mark.parametrize("char", NASTY)
def test_hidden_characters_are_made_visible(char):
    assert clean(f"a{char}b") == f"a\\u{{{ord(char):x}}}b"


def test_ordinary_text_stays():
    for text in ("nathan_92", "Élodie", "日本語", "Ωμέγα", "a b", "😀"):
        assert clean(text) == text


def test_long_text_is_cut():
    assert clean("x" * 300) == "x" * 199 + "…"
    assert len(clean("\u202e" * 300)) <= LIMIT


@given(st.text(st.characters(), max_size=400))
def test_nothing_hidden_is_left_and_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert len(once) <= LIMIT
    assert not any(hidden(char) for char in once)
    assert not any(unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF") for char in once)
    assert clean(once) == once
