"""A specimen from a rule's docstring comes in, the docx it describes goes out: a conformant document with one change.

Each line is `［要素］文字` and puts its words in the place of that element; lines of one element follow each other, and
a line without a label is 正文. If text or headings are said, they are the whole text in the order said. Besides:

    ［文种］请示             the ground it is planted in (default: 通知); see bases.BASES
    ［去掉］成文日期         elements that are left out, separated by 、
    ［重复］60               the text so many times over
    ［附件］有               with the two attachments of bases.WITH_ATTACHMENTS
    ［移动］份号 到 密级和保密期限 之后   all of an element right behind the last of another one
    ［正文 字体］宋体        formatting of all paragraphs of an element, see formatting.py
    ［页面 上边距］25.4毫米   … of the page
    ［表格］甲,乙;1,2        a table after the text, its rows parted by ;
    ［留痕］批注             something left behind unseen, see tests/exchange

What is said of formatting is written into the finished docx, behind the back of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from gwformat import layout
from gwformat.fonts.system import FontSystem, load_system
from gwformat.model import HEADINGS, Block, Document, Draft, Kind, Role, Run, Seal
from gwformat.profiles.loader import load_profile, profile_names
from gwformat.recognise import genre, required
from gwformat.setting.setting import setting_of
from gwformat.writers import docx
from tests.check.bases import BASES, WITH_ATTACHMENTS
from tests.check.formatting import reformat
from tests.check.moving import move
from tests.exchange.planting import planted

_LINE = re.compile(r"［(?P<subject>[^\s］]+)(?: (?P<property>[^］]+))?］(?P<value>.*)")
_ROLES = {role.value: role for role in Role}
_TEXT = (Role.BODY, *HEADINGS)
_ATTACHED = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE, Role.ATTACHMENT_BODY)
_ORDER = list(Role)


@dataclass(slots=True)
class Said:
    """What a specimen says, sorted."""

    genre: str = "通知"
    elements: list[tuple[Role, str]] = field(default_factory=list)
    removed: set[Role] = field(default_factory=set)
    moved: list[tuple[str, str]] = field(default_factory=list)  # what, behind what
    attachments: bool = False
    times: int = 1
    formatting: list[tuple[str, str, str]] = field(default_factory=list)  # subject, property, value
    tables: list[str] = field(default_factory=list)
    directory: list[str] = field(default_factory=list)  # lines of ［机构］
    plants: list[str] = field(default_factory=list)  # what is left behind


def said(text: str) -> Said:
    """The specimen's lines, sorted; raises `ValueError` for a subject nobody knows."""
    found = Said()
    for line in text.splitlines():
        parts = _LINE.fullmatch(line)
        if parts is None:
            found.elements.append((Role.BODY, line))
            continue
        subject, prop, value = parts["subject"], parts["property"], parts["value"]
        if prop is not None:
            found.formatting.append((subject, prop, value))
        elif subject == "文种":
            found.genre = value
        elif subject == "去掉":
            found.removed.update(_ROLES[name] for name in value.split("、"))
        elif subject == "移动":
            what, _, behind, _ = value.split(" ")
            found.moved.append((what, behind))
        elif subject == "附件" and value == "有":
            found.attachments = True
        elif subject == "重复":
            found.times = int(value)
        elif subject == "表格":
            found.tables.append(value)
        elif subject == "留痕":
            found.plants.append(value)
        elif subject == "机构":
            found.directory.append(value)
        else:
            found.elements.append((_ROLES[subject], value))
    return found


def docx_of(text: str) -> bytes:
    """The docx a specimen describes."""
    what = said(text)
    data = written(_words(what))
    changed = what.formatting or what.tables
    data = reformat(data, what.formatting, what.tables) if changed else data
    data = move(data, what.moved) if what.moved else data
    for name in what.plants:
        data = planted(data, name).bytes()
    return data


def written(words: Iterable[tuple[Role, str]]) -> bytes:
    """The docx of these elements as the program writes it, in the format that fits them."""
    document = _document(tuple(words))
    name = document.kind.value if document.kind.value in profile_names() else Kind.GENERAL.value
    setting = setting_of(load_profile(name), _fonts(), None, Seal.ROUND)
    document = layout.shape_lines(document, setting)
    return docx.write(document, setting, layout.facts_of(layout.lay_out(document, setting))).data


def _words(what: Said) -> list[tuple[Role, str]]:
    """The words of the ground with those said in their places."""
    words = list(BASES[what.genre])
    if what.attachments:
        words = _with(words, list(WITH_ATTACHMENTS))
    for roles in _groups(what.elements):
        new = [(role, text) for role, text in what.elements if role in roles] * (what.times if roles == _TEXT else 1)
        words = _with([pair for pair in words if pair[0] not in roles], new)
    return [(role, _spelled(text)) for role, text in words if role not in what.removed]


def _spelled(text: str) -> str:
    """The text with the line breaks and tabs that a docstring cannot hold."""
    return text.replace("\\n", "\n").replace("\\t", "\t")


def _groups(elements: Iterable[tuple[Role, str]]) -> list[tuple[Role, ...]]:
    """Roles that are replaced together: the text with its headings, the attachments with their titles."""
    groups: dict[tuple[Role, ...], None] = {}
    for role, _ in elements:
        groups[_TEXT if role in _TEXT else _ATTACHED if role in _ATTACHED else (role,)] = None
    return list(groups)


def _with(words: list[tuple[Role, str]], new: list[tuple[Role, str]]) -> list[tuple[Role, str]]:
    """The words with new ones, each where its element stands in the standard."""
    for pair in new:
        at = next((i for i, (role, _) in enumerate(words) if _place(role) > _place(pair[0])), len(words))
        words = [*words[:at], pair, *words[at:]]
    return words


def _place(role: Role) -> int:
    if role in _TEXT:
        return _ORDER.index(Role.BODY)
    if role in _ATTACHED:
        return _ORDER.index(Role.ATTACHMENT_LABEL)
    return _ORDER.index(role)


def _document(words: tuple[tuple[Role, str], ...]) -> Document:
    blocks: list[Block] = []
    attachment = 0
    for role, text in words:
        attachment += role is Role.ATTACHMENT_LABEL
        inside = attachment if role in _ATTACHED else 0
        blocks.append(Block(role, (Run(text),), attachment=inside))
    kind, name, direction = genre.classify(blocks)
    draft = Draft(Path("样例.txt"), "txt", ())
    return Document(draft, kind, tuple(blocks), name, direction, required.missing(blocks, kind, name, direction))


@cache
def _fonts() -> FontSystem:
    return load_system("government")
