import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.formats.clean import LIMIT, clean, clean_lines, hidden

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


def test_marks_are_kept_where_scripts_need_them_and_never_stacked():
    for text in ("Việt", "e\u0301", "שָׁלוֹם", "ก็ได้", "བསྒྲུབས", "❤\ufe0f", "©\ufe0f"):
        assert clean(text) == text
    assert clean("z" + "\u0301" * 6 + "a") == "z" + "\u0301" * 4 + "\\u{301}\\u{301}a"
    assert clean("\u0338ann") == "\\u{338}ann"


@pytest.mark.parametrize("text", ["ann\ufe0f", "ann\U000e0101", "an\u034fn", "❤\ufe01", "1\ufe0f"])
def test_what_makes_two_names_look_alike_is_shown(text):
    assert "\\u{" in clean(text)


def test_lines_stay_lines():
    assert clean_lines("a\x1b\nb\r\n") == "a\\u{1b}\nb\\u{d}\n"


@given(st.text(st.sampled_from("a1#\u0301\ufe0f\u20e3\u200b\\u{}❤\u2800\u0338\ufe0e"), max_size=40), st.integers(3, 50))
def test_signs_marks_and_cuts_together_change_nothing_the_second_time(text, limit):
    once = clean(text, limit)
    assert clean(once, limit) == once
    assert len(once) <= limit
