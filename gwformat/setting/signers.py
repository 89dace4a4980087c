"""签发人 (7.2.6): the passages with their names come in; the column they stand in and the indents in it go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.setting.paragraph import Indents
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass

_WITH = "会签人："
_PER_LINE = 2  # 7.2.6 一般每行排两个姓名
# “张　三” has a space so that it is as wide as a name of three characters.
_NAME = expression(r"[^\s、，]{2,}|[^\s、，][ \u3000][^\s、，](?![^\s、，])|[^\s、，]")


@dataclass(frozen=True, slots=True)
class Signers:
    """The column at the right, 居右空一字 included, and how each passage is set in it."""

    width: Emu
    lines: int
    indents: tuple[Indents, ...]


def signed_by(passages: Sequence[Passage], setting: Setting) -> Signers:
    """Two names a line; every line begins under the first name of the line above."""
    spec = setting.spec(Role.SIGNER)
    labels = [_label(passage.text, spec.prefix) for passage in passages]
    label = max((setting.width(own, spec) for own in labels), default=Emu(0))
    texts = [passage.text[len(own) :] for passage, own in zip(passages, labels, strict=True)]
    rows = [[names[start:end] for start, end in _rows(names)] for names in texts]
    widest = max((setting.width(row, spec) for found in rows for row in found), default=Emu(0))
    wanted = Emu(label + widest + setting.columns(spec, spec.right))
    width = Emu(min(wanted, setting.text_width * 2 // 3))
    lines = sum(max(len(found), 1) for found in rows) + (width < wanted)
    indents = tuple(Indents(left=label, first_line=Emu(-label) if own else Emu(0)) for own in labels)
    return Signers(width, lines, indents)


def _label(text: str, prefix: str) -> str:
    """签发人：, or 会签人： where a draft has that above the names of the others who sign."""
    return next((label for label in (prefix, _WITH) if text.startswith(label)), "")


def row_starts(text: str, setting: Setting) -> list[int]:
    """Where in the text of a passage its lines begin, but the first; none where 签发人 have no column of their own."""
    head = setting.profile.head
    if Role.SIGNER in (*head.left, *head.right):
        return []
    prefix = setting.spec(Role.SIGNER).prefix
    own = len(_label(text, prefix))
    return [own + start for start, _ in _rows(text[own:])][1:]


def gaps(texts: Sequence[str], setting: Setting) -> list[list[tuple[int, int, int]]]:
    """The blanks between the two names of each line, and how many make the second names stand below each other."""
    spec = setting.spec(Role.SIGNER)
    if Role.SIGNER in (*setting.profile.head.left, *setting.profile.head.right):
        return [[] for _ in texts]
    pairs: list[list[tuple[int, int, Emu]]] = []
    count = 0
    for text in texts:
        own = len(_label(text, spec.prefix))
        places = [(own + start, own + end) for start, end in (one.span() for one in _NAME.finditer(text[own:]))]
        count += -(-len(places) // _PER_LINE)
        firsts, seconds = places[::_PER_LINE], places[1::_PER_LINE]
        widths = [setting.width(text[start:end], spec) for start, end in firsts]
        pairs.append([(end, other, w) for (_, end), (other, _), w in zip(firsts, seconds, widths, strict=False)])
    column = setting.columns(spec, 1)
    most = max((width for found in pairs for _, _, width in found), default=Emu(0))
    if count < _PER_LINE:
        return [[] for _ in texts]
    return [
        [(start, end, 1 + round((most - width) / column)) for start, end, width in found if text[start:end].isspace()]
        for text, found in zip(texts, pairs, strict=True)
    ]


def _rows(names: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text that stand on one line each."""
    places = [found.span() for found in _NAME.finditer(names)]
    for number in range(0, len(places), _PER_LINE):
        row = places[number : number + _PER_LINE]
        yield row[0][0], row[-1][1]
