"""Lines come in one after the other, which elements their words belong to goes out, and at last the tag file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from gwformat.expressions import expression
from gwformat.layout.boxes import Line
from gwformat.model import HEADINGS, IMPRINT_ROLES, Role
from gwformat.values import dataclass
from gwformat.writers.ofd.spelling import HEADER, OPENED, attribute, content

# What of a line belongs to an element, by names of groups; labels and marks around it are no part of the element.
_PARTS: Mapping[Role, re.Pattern[str]] = {
    Role.SECRECY: expression(r"(?P<密级>[绝机秘]\s*密)|(?<=★)(?P<保密期限>.+)"),
    Role.ISSUER_MARK: expression(r"(?P<后缀标志>文件|命?令)$|(?P<发文机关名称>.+?)(?=(?:文件|命?令)?$)"),
    Role.DOC_NUMBER: expression(
        r"(?P<发文机关代字>.+?)(?=〔\d)|(?<=〔)(?P<年份>\d+)(?=〕)|(?<=〕)第?(?P<发文顺序号>\d+)"
    ),
    Role.SIGNER: expression(r"签发人[：:]|(?P<签发人>[^\s：:]+)"),
    Role.ADDRESSEE: expression(r"[：:]\s*$|(?P<主送机关>.+?)(?=[：:]?\s*$)"),
    Role.ATTACHMENT_NOTE: expression(r"^附件[：:]\s*|(?P<附件说明>.+)"),
    Role.ATTENDEES: expression(r"^出席[：:]|(?P<出席>.+)"),
    Role.ABSENTEES: expression(r"^请假[：:]|(?P<请假>.+)"),
    Role.OBSERVERS: expression(r"^列席[：:]|(?P<列席>.+)"),
    Role.COPY_TO: expression(r"^(?:抄送|主送|抄报|分送|发送)[：:]|。$|(?P<抄送机关>.+?)(?=。?$)"),
    Role.PRINT_DATE: expression(r"印发$|(?P<印发日期>.+?)(?=印发$|$)"),
}
_MAIN = frozenset((*HEADINGS, Role.BODY, Role.OTHER, Role.SUBTITLE))
_BEGINS_ATTACHMENT = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)


class Each(StrEnum):
    """What makes a new element of its kind."""

    BLOCK = "block"
    MATCH = "match"
    ATTACHMENT = "attachment"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Form:
    """Where the elements of a role stand in the tree."""

    path: tuple[str, ...]
    each: Each


@dataclass(slots=True)
class Element:
    """An element of the tree: the words it is on the page, as far as they are its own, and those within it."""

    name: str
    references: list[tuple[int, int]] = field(default_factory=list)  # page and object
    words: list[str] = field(default_factory=list)
    below: list[Element] = field(default_factory=list)

    def last(self, name: str, *, new: bool = False) -> Element:
        """The last one of that name within this one, or a new one."""
        found = None if new else next((one for one in reversed(self.below) if one.name == name), None)
        if found is None:
            found = Element(name)
            self.below.append(found)
        return found

    def refer(self, page: int, thing: int, text: str) -> None:
        """Say that the object on the page shows these words of the element."""
        self.references.append((page, thing))
        self.words.append(text)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line's text, by its characters, and what it belongs to; None for labels and the like."""

    start: int
    end: int
    element: Element | None


@lru_cache(maxsize=1)
def _table() -> tuple[str, str, Mapping[Role, Form]]:
    said = tomllib.loads(resources.files(__package__).joinpath("tags.toml").read_text("utf-8"))
    forms = {Role[row["role"].upper()]: Form(tuple(row["path"].split("/")), Each(row["each"])) for row in said["leaf"]}
    return said["type"], said["root"], forms


class Tagger:
    """The tree that grows as lines are read."""

    def __init__(self) -> None:
        self.kind, root, self._forms = _table()
        self.tree = Element(root)
        self._elements: dict[Role, tuple[int | None, Element]] = {}  # the last of each role, and which block it is of
        self._attached: int | None = None  # block of the title or number of the attachment we are in
        self._before: Role | None = None

    def parts(self, line: Line) -> Sequence[Part]:
        """The line cut into what belongs to elements and what does not; lines come in the order of reading."""
        role = None if line.margin else self._role(line)
        form = self._forms.get(role) if role is not None else None
        text = line.text
        if role is None or form is None:
            return (Part(0, len(text), None),)
        pattern = _PARTS.get(role)
        found = list(_matches(pattern, text)) if pattern is not None else []
        if not found:
            return (Part(0, len(text), self._element(role, form, line)),)
        return tuple(self._cut(role, form, line, found))

    def _role(self, line: Line) -> Role | None:
        """The element a line is of: everything after the number of an attachment is the attachment's."""
        role, before = line.role, self._before
        self._before = role
        if role in IMPRINT_ROLES:
            return role
        if role in _BEGINS_ATTACHMENT and before not in _BEGINS_ATTACHMENT:
            self._attached = line.spans[0].block if line.spans else -1
        if self._attached is not None:
            return Role.ATTACHMENT_BODY
        return Role.BODY if role in _MAIN else role

    def _element(self, role: Role, form: Form, line: Line) -> Element:
        block = line.spans[0].block if line.spans else None
        key = {Each.BLOCK: block, Each.ATTACHMENT: self._attached}.get(form.each)
        known = self._elements.get(role)
        if known is not None and form.each is not Each.MATCH and known[0] == key:
            return known[1]
        *above, name = form.path
        holder = self.tree
        for one in above:
            holder = holder.last(one)
        element = holder.last(name, new=True)
        self._elements[role] = key, element
        return element

    def _cut(self, role: Role, form: Form, line: Line, found: Sequence[tuple[str, int, int]]) -> Iterator[Part]:
        at, whole = 0, form.path[-1]
        element = None if form.each is Each.MATCH else self._element(role, form, line)
        for name, start, end in found:
            if start > at:
                yield Part(at, start, None)
            holder = element or self._element(role, form, line)
            yield Part(start, end, holder if name == whole else holder.last(name, new=True))
            at = end
        if at < len(line.text):
            yield Part(at, len(line.text), None)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    for match in pattern.finditer(text):
        if match.lastgroup is not None and match[match.lastgroup].strip():
            yield match.lastgroup, *match.span(match.lastgroup)


def index(kind: str) -> str:
    """The list of tag files, of which there is one.

    Table 63 of GB/T 33190-2016 asks for `TypeID`, its schema in annex A.9 for `NameSpace`; both are said.
    """
    tag = f'<ofd:CustomTag TypeID="{attribute(kind)}" NameSpace=""><ofd:FileLoc>CustomTag.xml</ofd:FileLoc>'
    return f"{HEADER}<ofd:CustomTags {OPENED}>{tag}</ofd:CustomTag></ofd:CustomTags>"


def written(tree: Element) -> str:
    """The tag file."""
    return f"{HEADER}<{tree.name} {OPENED}>{''.join(map(_element, tree.below))}</{tree.name}>"


def _element(element: Element) -> str:
    own = "".join(f'<ofd:ObjectRef PageRef="{page}">{thing}</ofd:ObjectRef>' for page, thing in element.references)
    return f"<{content(element.name)}>{own}{''.join(map(_element, element.below))}</{element.name}>"
