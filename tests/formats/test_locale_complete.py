"""Every sentence that the source can say has a text in every language, and no text is left over."""

import re

import pytest
from locale_keys import FAMILIES, OPEN_FAMILIES, closed, dynamic, is_open, messages

from reachcheck.formats.locales import LANGUAGES, load
from reachcheck.formats.template import Slot, parameters, parse
from reachcheck.formats.words import AUDIENCE, NAMED_KINDS, Words
from reachcheck.message import Message

FORBIDDEN = {
    "en": ("fake", "bot", "bots", "fraud", "cheat", "suspicious", "real people", "quality score"),
    "fr": ("faux", "fausse", "robot", "fraude", "suspect", "triche", "achat", "vrais gens", "signalé", "signalée"),
}
LONGEST = 25
LONG = frozenset({"report.no_part"})
"""A fixed phrase of the wording rules, in two sentences of which one is a list."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_in_the_source_has_a_text(lang):
    texts = load(lang).texts
    missing = sorted({f"{key} ({place})" for key, _, place in messages() if key not in texts})
    assert missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_member_of_a_closed_family_has_a_text(lang):
    assert sorted(closed() - load(lang).texts.keys()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_left_over(lang):
    used = {key for key, _, _ in messages()} | closed()
    assert sorted(key for key in load(lang).texts if key not in used and not is_open(key)) == []


def test_both_languages_have_the_same_keys_with_the_same_parameters():
    en, fr = (load(lang).texts for lang in LANGUAGES)
    assert sorted(en.keys() ^ fr.keys()) == []
    assert [key for key in en if parameters(en[key]) != parameters(fr[key])] == []


def test_texts_ask_for_no_parameter_that_the_source_does_not_give():
    texts = load("en").texts
    lacking = [
        f"{key} asks for {sorted(parameters(texts[key]) - given - {AUDIENCE})} ({place})"
        for key, given, place in messages()
        if given is not None and key in texts and parameters(texts[key]) - given - {AUDIENCE}
    ]
    assert sorted(lacking) == []


def test_keys_are_literals():
    assert [place for place in dynamic() if not place.startswith("formats/words.py")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_slots_have_kinds_that_exist(lang):
    kinds = {
        "",
        "count",
        "signed",
        "number",
        "about",
        "percent",
        "rate",
        "date",
        "list",
        "plural",
        "noun",
        "noun1",
        "dates",
    }
    for key, text in load(lang).texts.items():
        for piece in parse(text):
            if isinstance(piece, Slot):
                assert piece.kind in kinds | NAMED_KINDS, key
            else:
                assert "{" not in piece and "}" not in piece, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_forbidden_word(lang):
    words = re.compile(rf"\b({'|'.join(FORBIDDEN[lang])})\b", re.IGNORECASE)
    assert {key: found[0] for key, text in load(lang).texts.items() if (found := words.search(text))} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short(lang):
    long = {
        key: sentence
        for key, text in load(lang).texts.items()
        for sentence in re.split(r"(?<=[.!?])\s", text)
        if len(re.findall(r"[\w’'-]+|\{[^}]*\}", _slots_as_one(sentence))) > LONGEST and key not in LONG
    }
    assert long == {}


def _slots_as_one(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "x", text)


def test_french_is_set_in_french():
    for key, text in load("fr").texts.items():
        fixed = "".join(piece for piece in parse(text) if isinstance(piece, str))
        assert "'" not in fixed, key
        assert not re.search(r" [;:!?%»]|« ", fixed), key


def test_titles_of_rules_are_short():
    for lang in LANGUAGES:
        words = Words(lang, audience="subscribers")
        for key in load(lang).texts:
            if re.fullmatch(r"rule\.\w+\.(title|flagged|clear)", key):
                assert len(words.text(Message(key))) <= 60, key


def test_open_families_exist():
    found = {key.partition(".")[0] for key in load("en").texts}
    assert set(OPEN_FAMILIES) <= found
    assert {family.partition(".")[0] for family in FAMILIES} <= found
