"""Which files help, what they hold, and how to get them."""

from collections.abc import Mapping, Sequence, Set

from reachcheck.formats.text.lines import BLANK, Line, labelled, line, plain
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words
from reachcheck.message import msg

FILES = ("profile", "daily", "posts", "followers", "following", "responses", "graph")
GAP = 14


def render_guide(
    withheld: Mapping[str, tuple[str, ...]],
    read: Set[str],
    words: Words,
    width: int,
    more: Sequence[str] = (),
    *,
    unicode: bool = True,
) -> list[Line]:
    """The tables that can be read, then each platform: how to ask, what it gives to nobody, if it is `read`.

    `more` are readers of plug-ins.
    """
    page = Page(words, width, unicode)
    rows = [line(words.say("guide.files"), "strong"), *page.paragraph(msg("guide.names")), BLANK]
    for name in FILES:
        rows += labelled(name, words.name("guide_file", name), width, indent=INDENT, gap=GAP)
    rows += [BLANK, *page.paragraph(msg("guide.map")), *page.heading(words.say("guide.platforms"))]
    for platform, exports in withheld.items():
        rows += _platform(platform, exports, platform in read, page)
    if more:
        rows += [BLANK, *page.paragraph(msg("guide.plugins", readers=tuple(more)))]
    return rows if unicode else plain(rows)


def _platform(platform: str, exports: tuple[str, ...], read: bool, page: Page) -> list[Line]:
    words = page.words
    sentences = [words.name("guide_request", platform)]
    sentences.append(words.say("guide.read") if read else words.say("guide.not_read"))
    if exports:
        sentences.append(words.say("guide.withheld", exports=exports))
    return labelled(words.name("platform", platform), " ".join(sentences), page.width, indent=INDENT, gap=GAP)
