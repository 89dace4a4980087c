"""HTML inside Markdown: its source comes in, the words a browser would show come out, line by line."""

from __future__ import annotations

import html
import re

KNOWN = frozenset(
    """
    a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del
    details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i
    iframe img input ins kbd label legend li link main mark meta nav ol optgroup option p pre q rp rt ruby s samp
    section select small source span strike strong sub summary sup table tbody td textarea tfoot th thead time
    title tr track tt u ul var video wbr
    """.split()  # noqa: SIM905 - a list of a hundred literals is no easier to read
)
"""Names of HTML elements; anything else in angle brackets is a placeholder and stays."""

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b[^>]*>(.*?)(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_DECLARATION = re.compile(r"<[!?][^>]*>")
# The words of a link are short; a bound keeps a thousand unclosed ones from being searched to the end each.
_LINK = re.compile(r"(<a\s[^<>]*>)(.{0,500}?)</a>", re.IGNORECASE | re.DOTALL)
ENDS_PARAGRAPH = frozenset(
    ("br", "p", "div", "li", "tr", *(f"h{level}" for level in range(1, 7)), "dt", "dd", "table", "caption")
)
ENDS_CELL = frozenset(("td", "th"))


def name_of(tag: str) -> str:
    """The lower-case element name of a tag; "" if it is none."""
    found = _TAG.match(tag)
    return found[1].lower() if found else ""


def attribute(tag: str, name: str) -> str:
    """The value of an attribute; "" if the tag has none."""
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", tag, re.IGNORECASE)
    return html.unescape(next((value for value in found.groups() if value), "")) if found else ""


def hides(source: str) -> bool:
    """Whether there is something in it that a browser does not show."""
    return _COMMENT.search(source) is not None or _UNSEEN.search(source) is not None


def words(source: str, losses: list[str]) -> list[list[str]]:
    """For each line of an HTML block the paragraphs in it; what is not shown goes to `losses`."""
    source = _COMMENT.sub(lambda found: _unseen("HTML 注释", found[1], found[0], losses), source)
    source = _UNSEEN.sub(lambda found: _unseen(f"HTML {found[1]}", found[2], found[0], losses), source)
    source = _LINK.sub(_with_address, source)
    if _TAG.search(source):
        losses.append("HTML 块的格式（文字保留）")
    # Tags may span lines: their line ends stay, so that every paragraph keeps its line number.
    source = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), source)
    shown = _TAG.sub(lambda found: _shown(found, losses), source)
    return [
        [paragraph for piece in line.split("\v") if (paragraph := html.unescape(piece).strip(" \t"))]
        for line in shown.rstrip("\n").split("\n")
    ]


def _unseen(what: str, content: str, whole: str, losses: list[str]) -> str:
    if content.strip():
        losses.append(f"{what}：{' '.join(content.split())}")
    return "\n" * whole.count("\n")


def _with_address(found: re.Match[str]) -> str:
    address = attribute(found[1], "href")
    differs = address and not address.startswith("#") and address not in found[2]
    return found[2] + (f"（{address}）" if differs else "")


def _shown(found: re.Match[str], losses: list[str]) -> str:
    name = found[1].lower()
    lines = "\n" * found[0].count("\n")
    if name == "img":
        text = f"[图片：{attribute(found[0], 'alt')}（{attribute(found[0], 'src')}）]"
        losses.append(f"没有读入的图片，正文中留有文字 {text}")
        return text + lines
    if name in ENDS_CELL and found[0].startswith("</"):
        return "\t" + lines
    if name in ENDS_PARAGRAPH:
        return "\v" + lines
    return lines if name in KNOWN else found[0]
