"""Errors for people: what is wrong, where, and what to do about it."""

from reachcheck.message import Message


class ReachcheckError(Exception):
    """Base of all errors that a user can cause or cure.

    `problem` says what is wrong, `place` where (``file:row``), `remedy` what to do; `exit_code` is the process's.
    """

    exit_code = 70

    def __init__(self, problem: Message, *, place: str = "", remedy: Message | None = None) -> None:
        super().__init__(problem.key)
        self.problem = problem
        self.place = place
        self.remedy = remedy


class UsageError(ReachcheckError):
    """The command or its options cannot be followed as given."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file or variable holds something that is no setting."""


class UnreadableError(ReachcheckError):
    """A source holds nothing that can be read."""

    exit_code = 3
