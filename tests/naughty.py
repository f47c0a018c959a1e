"""Strings that strangers may send, and what must never come out: told independently of what cleans them."""

import json
import re
from pathlib import Path

TERMINAL = (
    "\x1b[2J\x1b[H",  # clears the screen
    "\x1b]52;c;ZXZpbA==\x07",  # writes to the clipboard
    "\x1b]0;title\x07",  # sets the title
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",  # a link under another name
    "\x1b[31mred\x1b[0m",
    "\x1b[?1049h",  # the other screen
    "\x1b[6n",  # asks where the cursor is
    "\x1bP+q544e\x1b\\",  # asks for a capability
    "\x9b2J",  # the same with one character
    "\x9d52;c;ZXZpbA==\x9c",
    "real\b\b\b\bfake",
    "safe\rgone",
    "bell\x07",
    "a\x00b\x7fc\x0bd\x0ce\x85f",
    "\x1bc",  # resets the terminal
)
HIDDEN = (
    "\u202eknat", "a\u200bb\u200cc\u200dd\u2060e\ufefff", "\u2066x\u2069", "\u061c\u200e\u200f", "\u2028line\u2029",
    "".join(chr(0xE0000 + ord(char)) for char in "tags"), "ann\ufe0f", "ann\U000e0101", "a\u034fb\u115fc\u3164d\u2800e",
    "z\u0335\u0321\u0353\u0354\u0301\u0302\u0303\u0304\u0305" * 20, "\u0338\u0338start", "\ud800half", "\ue000own",
    "\u00adsoft",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "@@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\x00=1+1", " =1+1", "\u00a0=1+1",
    "=cmd|'/c calc'!A1", '"=1+1', "'=1+1", "x;=1+1", "x; +1", ";-1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(1)",
    "%0A=1", "-", "=", "@", "+", "x\n=1+1", "x,=1+1",
)  # fmt: skip
MARKUP = (
    "[/foo]", "[bold red]x[/]", "[link=https://evil.example]x[/link]", ":skull:", "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "*_~`#|\\", "``` x ```", "a|b", "a\\|b", "`|`",
    "https://evil.example", "www.evil.example", "@octocat", "#1", "&#x202e;&lt;", "<!-- -->", "1. x", "- x", "+ x",
    "> x", "{handle}", "{low..high:count}", "%s %d", "$HOME `id` $(id)", "../../etc/passwd", "C:\\CON", "", " ",
    "x" * 5000,
)  # fmt: skip
STRINGS = TERMINAL + HIDDEN + FORMULAS + MARKUP

_ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff]"
)
_STACK = re.compile("[\u0300-\u036f\u20d0-\u20ff\ufe0e\ufe0f]{5}")


def naughty(shared_data: Path) -> list[str]:
    """The big list of naughty strings."""
    strings: list[str] = json.loads((shared_data / "hostile" / "blns" / "blns.json").read_text("utf-8"))
    return strings


def active(text: str) -> list[str]:
    """What in a text of lines steers a terminal, hides, or spills over its line."""
    return _ACTIVE.findall(text) + _STACK.findall(text)
