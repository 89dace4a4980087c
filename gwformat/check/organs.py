"""The words of 主送, 抄送, 署名 and the mark come in, the organs they name go out, and what their names give away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gwformat.check import organ_names
from gwformat.check.context import Context
from gwformat.check.directory import Level, Organ
from gwformat.check.elements import Element
from gwformat.check.once import once
from gwformat.expressions import expression
from gwformat.findings import Span
from gwformat.model import Role
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a list of organs, with its place."""

    name: str
    where: Span


_LABEL = expression(r"^\s*(?:主送|抄送|抄报|分送|送)\s*[：:]\s*")
_NAME = expression(r"[^，、,；;。：:\s]+(?:[ \u3000]+[^，、,；;。：:\s]+)*")


def named(element: Element) -> Iterator[Named]:
    """The names in a list: without its label, separators and end mark; a bracketed list belongs to its name."""
    label = _LABEL.match(element.text)
    start = label.end() if label else 0
    for found in _NAME.finditer(_hidden(element.text), start):
        yield Named(element.text[found.start() : found.end()].strip(), element.at(found))


_BRACKET = expression(r"（[^（）]*）")
_AND = expression("(?<=[府局委厅部院室])并(?=[报送转]?[^，、；。：并]{2,30}[府局委厅部院室][：:，、；]?)")
_SEPARATOR = expression(r"[，、,；;。：:]")


def _hidden(text: str) -> str:
    """The text with separators inside brackets replaced, so that it can be cut at the others, and at 并."""
    text = _AND.sub("，", text)
    return _BRACKET.sub(lambda found: _SEPARATOR.sub("·", found[0]), text)


@once
def addressees(context: Context) -> list[Named]:
    """The 主送机关."""
    return [name for element in context.own(Role.ADDRESSEE) for name in named(element)]


@once
def copied(context: Context) -> list[Named]:
    """The 抄送机关."""
    return [name for element in context.own(Role.COPY_TO) for name in named(element)]


@once
def issuers(context: Context) -> list[Named]:
    """The issuing organs: those who sign, or those in the mark if nobody does, or if mark and title say another."""
    signed = [name for element in context.own(Role.SIGNATURE) for name in _lines(element)]
    if signed and not _signed_by_another(context):
        return signed
    return [name for element in context.own(Role.ISSUER_MARK) for name in _lines(element)]


def _signed_by_another(context: Context) -> bool:
    """Whether mark and title name the same organ and the only one who signs is another."""
    title = context.first(Role.TITLE)
    named = organ_names.of_title(title.text) if title else ""
    signed = [element.text for element in organ_names.signatures(context.own(Role.SIGNATURE))]
    marks = organ_names.marks(context.own(Role.ISSUER_MARK))
    if not named or len(signed) != 1 or not organ_names.names_one_of(named, marks):
        return False
    ours = [one for one in signed for mark in marks if organ_names.same(one, mark) or organ_names.is_head_of(one, mark)]
    return not ours and not organ_names.names_one_of(named, signed)


def _lines(element: Element) -> Iterator[Named]:
    for found in re.finditer(r"[^\n\t]+", element.text):
        name = re.sub(r"(?:文件|（公章）|\(公章\))$", "", re.sub(r"\s", "", found[0]))
        if name:
            yield Named(name, element.at(found))


def organ_of(context: Context, name: Named) -> Organ | None:
    """The organ in the directory, if there is one and it knows the name."""
    return context.directory.find(name.name) if context.directory is not None else None


@once
def senders_of(context: Context) -> list[Organ]:
    """The issuing organs that the directory knows, the host first."""
    return [organ for name in issuers(context) if (organ := organ_of(context, name)) is not None]


def receivers_of(context: Context) -> list[tuple[Named, Organ]]:
    """The addressees that the directory knows, with their places."""
    return [(name, organ) for name in addressees(context) if (organ := organ_of(context, name)) is not None]


@once
def marked_organs(context: Context) -> list[Organ]:
    """The organs in the mark that the directory knows."""
    names = [name for element in context.of(Role.ISSUER_MARK) for name in _lines(element)]
    return [organ for name in names if (organ := organ_of(context, name)) is not None]


# A title or a form of address at the end of a name, behind which no organ's name follows.
_OFFICE = (
    "书记|省长|市长|州长|盟长|旗长|县长|区长|镇长|乡长|局长|厅长|部长|司长|处长|科长|主任|主席|院长|检察长|校长|行长|"
    "董事长|总经理|经理|秘书长|会长"
)
_PERSON = expression(
    rf"^(?!.*(?:办公室|委员会|部门|各位))(?:\S{{1,6}}?|[\u4e00-\u9fff]{{2,16}}[局委厅部院室府][\u4e00-\u9fff]{{0,3}}?)"
    rf"(?:副?(?:{_OFFICE})|同志|先生|女士)$"
)


_PERSONS = ("领导", "领导同志", "负责同志", "负责人")


def is_person(name: str) -> bool:
    """Whether a name is a person's: 张市长, 李四同志, 分管副市长."""
    return (_PERSON.match(name) is not None or name.endswith(_PERSONS)) and not name.endswith("办公室主任会议")


_LEVELS: Sequence[tuple[re.Pattern[str], Level]] = (
    (re.compile(r"^(?:国务院|中共中央|全国|中央|国家)"), Level.NATION),
    (re.compile(r"(?:乡|镇|街道)(?:人民政府|党委|办事处|政府)|(?:各乡|各镇|乡镇|街道办)"), Level.TOWN),
    (re.compile(r"(?:县|区|旗)[^省市]*(?:局|委|办|政府|院|部|中心)|^各县|^县|^区"), Level.COUNTY),
    (re.compile(r"^[^省]*?(?:市|州|盟)"), Level.CITY),
    (re.compile(r"省|自治区"), Level.PROVINCE),
)


def level_of(context: Context, name: Named) -> Level | None:
    """The level of an organ: the directory's word, else a guess by its name; None if neither says."""
    organ = organ_of(context, name)
    if organ is not None and organ.level is not None:
        return organ.level
    return next((level for pattern, level in _LEVELS if pattern.search(name.name)), None)
