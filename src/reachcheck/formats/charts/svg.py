"""Elements of SVG as text, with everything foreign escaped."""

from html import escape

LEFT, RIGHT = 0.4, 99.6
"""Per cent of the width between which charts are drawn."""
WIDE = 1000
"""Units of the width of a stretched picture."""
Value = str | float


def number(value: float) -> str:
    """A number with up to two decimals and nothing that says nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def element(name: str, *children: str, **attributes: Value) -> str:
    """An element; `class_` is the class, and `_` in names of attributes stands for a hyphen."""
    written = "".join(f' {_name(key)}="{_written(value)}"' for key, value in attributes.items() if value != "")
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def _name(key: str) -> str:
    return key if key in ("viewBox", "preserveAspectRatio") else key.rstrip("_").replace("_", "-")


def _written(value: Value) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def text(x: float, y: float, said: str, class_: str = "", anchor: str = "", dx: float = 0) -> str:
    """Words at a place: `x` in per cent, `y` in pixels; `anchor` is start, middle or end."""
    moved: dict[str, Value] = {"dx": dx} if dx else {}
    return element("text", escape(said), x=percent(x), y=y, class_=class_, text_anchor=anchor, **moved)


def percent(value: float) -> str:
    """A share of the width."""
    return f"{number(value)}%"


def picture(ident: str, height: float, title: str, says: str, *children: str) -> str:
    """A chart of the whole width with a name and a description for who does not see it."""
    return element(
        "svg",
        element("title", escape(title), id=f"{ident}-t"),
        element("desc", escape(says), id=f"{ident}-d"),
        *children,
        width="100%",
        height=height,
        role="img",
        aria_labelledby=f"{ident}-t {ident}-d",
    )


def stretched(height: float, *children: str) -> str:
    """A picture within the picture whose width is stretched; x runs from 0 to `WIDE`, y in pixels."""
    view = f"0 0 {WIDE} {number(height)}"
    return element(
        "svg", *children, x="0", y="0", width="100%", height=height, viewBox=view, preserveAspectRatio="none"
    )


def across(height: float, class_: str = "g") -> str:
    """A line over the whole width."""
    return element("line", x1=percent(LEFT), y1=height, x2=percent(RIGHT), y2=height, class_=class_)
