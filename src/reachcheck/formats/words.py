"""Words: the only place that turns messages into sentences."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from math import ceil, floor

from reachcheck.formats.clean import LIMIT, clean
from reachcheck.formats.locales import load, typeset
from reachcheck.formats.markup import PLAIN, Markup, Said
from reachcheck.formats.template import Slot, parse
from reachcheck.formats.typeset import MINUS
from reachcheck.message import Message, Param

NAMED_KINDS = frozenset(
    {
        "export",
        "measure",
        "denominator",
        "family",
        "kind",
        "innocent",
        "platform",
        "part",
        "reader",
        "mark",
        "attention",
        "purge",
        "sign",
        "input",
        "plugin_kind",
    }
)
"""Template kinds that look a word up in the closed family of that name."""


AUDIENCE = "audience"
"""The parameter that every sentence has: the noun of the profile's audience."""
LONGEST_NAME = 60
"""Characters that are shown of an id that we have no name for."""


class Words:
    """The texts of one language.

    A key without a text is an error when `strict`; else it shows in brackets, so that a report never fails on a word.
    All that comes out is `Said`, written in `markup`; `more` are texts of plug-ins by language, beside ours.
    """

    def __init__(
        self,
        lang: str = "en",
        *,
        strict: bool = False,
        audience: str = "followers",
        markup: Markup = PLAIN,
        more: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        locale = load(lang)
        self.lang = lang
        self.audience = audience
        self.strict = strict
        self.markup = markup
        self._more = more
        self._texts = {**typeset(more[lang], lang), **locale.texts} if more else locale.texts
        self._type = locale.typeset
        self._kinds: Mapping[str, Callable[[float], str]] = {
            "count": self._type.count,
            "signed": self._type.signed,
            "number": self._type.number,
            "about": lambda value: self._type.number(value, digits=2),
            "percent": self._type.percentage,
            "rate": self._type.rate,
        }

    def speaking_of(self, audience: str) -> "Words":
        """The same words for an audience of that noun, which every sentence may name as `audience`."""
        return Words(self.lang, strict=self.strict, audience=audience, markup=self.markup, more=self._more)

    def written_in(self, markup: Markup) -> "Words":
        """The same words for a format with signs of its own."""
        return Words(self.lang, strict=self.strict, audience=self.audience, markup=markup, more=self._more)

    def text(self, message: Message) -> str:
        """The sentence of a message."""
        pieces = parse(self._template(message.key))
        params = {AUDIENCE: self.audience, **message.params}
        return Said("".join(self._own(p) if isinstance(p, str) else self._slot(p, params, pieces) for p in pieces))

    def say(self, key: str, **params: Param) -> str:
        """The sentence of a key; the formats' own shorthand, with a literal key as for `msg`."""
        return self.text(Message(key, params))

    def foreign(self, text: str, limit: int = LONGEST_NAME) -> str:
        """What a stranger wrote, made harmless."""
        return Said(self.markup.foreign(text, limit))

    def ours(self, text: str) -> str:
        """A text of ours that stands in no locale file: a code, the source of a fact that ships."""
        return self._own(clean(text))

    def join(self, items: Iterable[str]) -> str:
        """Texts that were said, with commas between them."""
        return Said(", ".join(items))

    def name(self, family: str, ident: str) -> str:
        """The word for a member of a closed family (measure, export, family...), named by its id."""
        key = f"{family}.{ident.replace(' ', '_')}"
        if key in self._texts or self.strict:
            return self.text(Message(key))
        return self.foreign(ident)

    def noun(self, noun: str, n: float | None = None) -> str:
        """The audience noun, in the plural unless `n` asks for the singular."""
        return self._noun(noun, "many" if n is None or not self._singular(n) else "one")

    def count(self, value: float) -> str:
        """A whole number."""
        return self._own(self._type.count(value))

    def number(self, value: float) -> str:
        """A number with up to three significant digits."""
        return self._own(self._type.number(value))

    def signed(self, value: float, *, fine: bool | None = None) -> str:
        """A difference with its sign: whole, or with two digits that count, or if `fine` three, and three places."""
        if fine is None or abs(value) >= 100:
            return self._own(self._type.signed(value))
        sign = MINUS if value < 0 else "+" if value > 0 else ""
        digits = (3 if abs(value) >= 0.1 else 2 if abs(value) >= 0.01 else 1) if fine else 2
        return self._own(sign + self._type.number(abs(value), digits=digits))

    def percent(self, share: float) -> str:
        """A share in per cent."""
        return self._own(self._type.percentage(share) + self._type.percent)

    def rate(self, share: float) -> str:
        """A share in per cent with two decimals."""
        return self._own(self._type.rate(share) + self._type.percent)

    def date(self, day: datetime.date) -> str:
        """A date."""
        return self._own(self._type.day(day))

    def month(self, day: datetime.date, *, year: bool) -> str:
        """The name of a month."""
        return self._type.month(day, year=year)

    def range(self, low: float | None, high: float | None, kind: str = "count") -> str:
        """An interval in words: two ends, or one where the other is open; whole ones are rounded apart."""
        if kind == "count":
            low, high = _apart(low, high)
        write = self._kinds[kind]
        sign = self._type.percent if kind in ("percent", "rate") else ""
        if low is None and high is None:
            return Said("?")
        if high is None or low is None:
            template = self._type.at_least if high is None else self._type.at_most
            return self._own(template.replace("{x}", write(low if high is None else high)) + sign)  # type: ignore[arg-type]
        return self._own(self._type.between(write(low), write(high)) + sign)

    def _own(self, text: str) -> str:
        return Said(self.markup.own(text))

    def _template(self, key: str) -> str:
        if key in self._texts:
            return self._texts[key]
        if self.strict:
            raise KeyError(f"no text for {key!r} in {self.lang}.toml")
        return f"[{key}]"

    def _slot(self, slot: Slot, params: Mapping[str, Param], beside: Iterable[str | Slot]) -> str:
        if any(name not in params for name in slot.parameters):
            if self.strict:
                raise KeyError(f"no parameter for {slot}")
            return "?"
        if slot.kind == "plural":
            n = _as_shown(slot.name, _number(params[slot.name]), beside)
            return self._own(slot.choices[0 if self._singular(n) else -1].replace("#", self._type.count(n)))
        text = self._interval(slot, params) if slot.end else self._value(slot, params[slot.name], params)
        return text[:1].upper() + text[1:] if slot.capital else text

    def _interval(self, slot: Slot, params: Mapping[str, Param]) -> str:
        low, high = params[slot.name], params[slot.end]
        if slot.kind == "date":
            return self._own(self._type.days(_day(low), _day(high)))
        return self.range(_number(low), _number(high), slot.kind or "count")

    def _value(self, slot: Slot, value: Param, params: Mapping[str, Param]) -> str:
        if isinstance(value, tuple):
            return self._type.join([self._value(slot, item, params) for item in value])
        if isinstance(value, Message):
            return self.text(value)
        if isinstance(value, Said):
            return value
        if slot.kind == "noun":
            return self.noun(str(value), _number(params[slot.choices[0]]) if slot.choices else None)
        if slot.kind == "noun1":
            return self._noun(str(value), "one")
        if slot.kind == "dates":
            return self._noun(str(value), "dates")
        if slot.kind in NAMED_KINDS:
            return self.name(slot.kind, str(value))
        return self._plain(slot.kind, value)

    def _plain(self, kind: str, value: str | int | float | datetime.date) -> str:
        if isinstance(value, datetime.date) or kind == "date":
            return self.date(_day(value))
        if isinstance(value, str):
            return self.foreign(value, LIMIT)
        if kind in ("percent", "rate"):
            return self._own(self._kinds[kind](value) + self._type.percent)
        write = self._kinds.get(kind, self._type.count if isinstance(value, int) else self._type.number)
        return self._own(write(value))

    def _noun(self, noun: str, form: str) -> str:
        key = f"noun.{noun}.{form}"
        return self._own(self._template(key if key in self._texts or self.strict else f"noun.followers.{form}"))

    def _singular(self, n: float) -> bool:
        return n == 1 or 0 <= n < self._type.singular_below


TINY = 1e-6
"""What arithmetic may add to a whole number."""
_ROUNDED: Mapping[str, Callable[[float], float]] = {
    "count": round,
    "about": lambda value: float(f"{value:.2g}"),
    "number": lambda value: float(f"{value:.3g}"),
}


def _as_shown(name: str, value: float, beside: Iterable[str | Slot]) -> float:
    """A number as the slots beside it show it: nouns agree with what is read, not with what was rounded."""
    for slot in beside:
        if isinstance(slot, Slot) and slot.end == name and slot.kind in ("", "count"):
            return ceil(value - TINY)
        if isinstance(slot, Slot) and slot.name == name and not slot.end and slot.kind in _ROUNDED:
            return _ROUNDED[slot.kind](value)
    return value


def _apart(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The whole numbers around an interval, so that it never says more than was found."""
    return None if low is None else floor(low + TINY), None if high is None else ceil(high - TINY)


def _number(value: Param) -> float:
    if isinstance(value, int | float):
        return value
    raise TypeError(f"a number was expected, not {value!r}")


def _day(value: Param) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    return datetime.date.fromisoformat(str(value)[:10])
