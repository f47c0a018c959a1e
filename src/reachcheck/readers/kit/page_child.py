"""What runs in the child process: a page of an export becomes its boxes, each a list of what stands in it, in order.

The names of classes change from year to year; the element with the role of the main part, and rows of two cells, stay.
"""

from collections import Counter
from html.parser import HTMLParser

Token = list[str]
"""One of ``["heading", text]``, ``["link", text, href]``, ``["cell", label, value, href]``, ``["media", src]`` and
``["text", text]``.
"""

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_MEDIA = frozenset(("img", "video", "source", "audio"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("script", "style", "title", "noscript"))


def convert(content: bytes) -> dict[str, list[Token] | list[list[Token]]]:
    """The times in the head of the page (as a machine and as people read them), and its boxes."""
    text = content.decode("utf-8-sig", "replace")
    page = _Page("")
    page.feed(text)
    page.close()
    if not page.begun:
        page = _Page("body")
        page.feed(text)
        page.close()
    return {"times": page.times, "boxes": page.boxes}


class _Page(HTMLParser):
    """Collects the boxes, which are the elements just inside the main one (`main`, or whatever has that role)."""

    def __init__(self, main: str) -> None:
        super().__init__(convert_charrefs=True)
        self.times: list[Token] = []
        self.boxes: list[list[Token]] = []
        self.begun = False
        self._main = main
        self._depth = 0
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()
        self._links: list[Token] = []
        self._rows: list[list[Token]] = []
        self._cells: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _MEDIA and given.get("src"):
            self._add(["media", given["src"]])
        if tag in _VOID:
            return
        self._stack.append(tag)
        self._open[tag] += 1
        if not self.begun:
            self._begin(tag, given)
        elif self._depth and len(self._stack) == self._depth + 1:
            self.boxes.append([])
        if tag == "a":
            self._links.append(["link", "", given.get("href", "")])
        elif tag == "tr":
            self._rows.append([])
        elif tag == "td":
            self._cells.append([given.get("href", "")])

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("main", self._main) or given.get("role") == "main":
            self.begun = True
            self._depth = len(self._stack)
        elif tag == "time":
            self.times.append([given.get("datetime", ""), ""])

    def handle_endtag(self, tag: str) -> None:
        if not self._open[tag]:
            return
        closed = ""
        while closed != tag:
            closed = self._stack.pop()
            self._open[closed] -= 1
            self._close(closed)

    def _close(self, tag: str) -> None:
        if len(self._stack) < self._depth:
            self._depth = 0
        if tag == "a" and self._links:
            link = self._links.pop()
            if self._cells:
                self._cells[-1][0] = self._cells[-1][0] or link[2]
            else:
                self._add(link)
        elif tag == "td" and self._cells:
            cell = self._cells.pop()
            if self._rows:
                self._rows[-1].append(cell)
        elif tag == "tr" and self._rows:
            self._add(_pair(self._rows.pop()))

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text or (self._stack[-1:] and self._stack[-1] in _SILENT):
            return
        if not self.begun:
            if self._open["time"] and self.times:
                self.times[-1][1] = f"{self.times[-1][1]} {text}".strip()
        elif self._cells:
            self._cells[-1].append(text)
        elif self._links:
            self._links[-1][1] = f"{self._links[-1][1]} {text}".strip()
        elif len(self._stack) > self._depth:
            heading = any(self._open[tag] for tag in _HEADINGS)
            self._add(["heading" if heading else "text", text])

    def _add(self, token: Token) -> None:
        if self._depth and self.boxes:
            self.boxes[-1].append(token)


def _pair(cells: list[Token]) -> Token:
    """A row as a label and its value: two cells, or the parts of one; each cell is its address and its texts."""
    href = next((cell[0] for cell in cells if cell[0]), "")
    if len(cells) == 1:
        label, *rest = [*cells[0][1:], ""]
        return ["cell", label, " ".join(rest).strip(), href]
    texts = [" ".join(cell[1:]) for cell in cells]
    return ["cell", texts[0] if texts else "", " ".join(texts[1:]).strip(), href]
