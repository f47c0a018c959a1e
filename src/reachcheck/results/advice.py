"""What a person can do about their own profile."""

from dataclasses import dataclass

from reachcheck.message import Message


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What to do, tied to what was seen: a finding's code, `hollow_share`, `missing`, or `nothing_flagged`."""

    code: str
    text: Message
