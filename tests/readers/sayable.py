"""What a refusal or a note says has words in every language, for all that its text asks for."""

from typing import TypeVar

from reachcheck.errors import ReachcheckError
from reachcheck.formats.locales import LANGUAGES
from reachcheck.formats.words import Words
from reachcheck.message import Message

Refusal = TypeVar("Refusal", bound=ReachcheckError)

WORDS = tuple(Words(language, strict=True) for language in LANGUAGES)


def said(message: Message) -> list[str]:
    """The sentence in each language; KeyError where a text or a parameter is missing."""
    return [words.text(message) for words in WORDS]


def with_remedy(error: Refusal) -> Refusal:
    """The error, once it has been said what is wrong and what to do about it."""
    assert error.remedy is not None, error.problem.key
    assert all(said(error.problem) + said(error.remedy))
    return error
