"""The elements come in; what the attachment note announces (7.3.4) and what is attached (7.3.7) goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.text.numerals import NUMERAL, parse_number
from gwformat.values import dataclass

_COUNT = rf"(?:\d{{1,2}}|[０-９]{{1,2}}|[{NUMERAL}]{{1,3}})"
_ENTRY = expression(
    rf"[\s\ufffc]*(?P<mark>(?P<lead>附\s*[件表图]?\s*(?P<outer>{_COUNT})?\s*[:：∶︰]\s*"
    rf"|附\s*件\s*(?={_COUNT}\s*[.．、])|附\s*件\s*(?=[\u3400-\u9fff《“]|\d{{4}}年))?"
    rf"(?:(?P<number>[\d０-９]{{1,2}})(?P<part>[-－—]\d{{1,2}})?\s*(?P<point>[.．、，,:：)）])"
    rf"(?![\d０-９]{{1,3}}(?![\d０-９]))\s*)?)(?P<name>.*?)[\s\ufffc]*",
    re.DOTALL,
)
_LABEL = expression(
    rf"[\s\ufffc]*(?P<label>(?:(?P<of>\S*号)\s*)?附\s*[件表]?\s*(?:[:：](?=\s*\d))?\s*(?P<number>{_COUNT})?\s*[:：.．、。]?)\s*"
)
_NO_TEXT = expression(r"\s*[（(]?\s*此页无正文\s*[）)]?\s*")
_NOT_COMPARED = expression(r"[\s\ufffc《》〈〉“”‘’\"'。；;，,、（）()]+")


@dataclass(frozen=True, slots=True)
class Announced:
    """A name in the attachment note: the words before it and the name itself, as ranges of the element's text."""

    element: Element
    number: int | None
    lead: str  # 附件： as it is written, "" in all but the first
    point: str  # what stands between number and name
    mark: tuple[int, int]
    name: str
    end: int  # where the name ends in the text of `last`
    last: Element
    alone: Element | None = None  # “附件：” on a line of its own above the first name


@dataclass(frozen=True, slots=True)
class Labelled:
    """An attachment: its label, the number there, its title and what stands below it, such as （2026—2028年）."""

    element: Element
    label: tuple[int, int]
    number: int | None
    title: str
    titled: Element | None
    below: str


@dataclass(frozen=True, slots=True)
class Attached:
    """What is announced and what is there, each in its order."""

    announced: tuple[Announced, ...]
    labelled: tuple[Labelled, ...]


def attached(elements: Sequence[Element]) -> Attached:
    """The attachments of a document, and those of a document it issues, which has a note of its own."""
    labelled = {element.block.attachment for element in elements if element.role is Role.ATTACHMENT_LABEL}
    notes = [e for e in elements if e.role is Role.ATTACHMENT_NOTE and e.text.strip()]
    notes = [element for element in notes if element.block.attachment not in labelled]
    labels = tuple(_labelled(elements))
    return Attached(tuple(_announced(notes, frozenset(comparable(label.title) for label in labels))), labels)


def _announced(notes: Sequence[Element], titles: frozenset[str]) -> Iterator[Announced]:
    """The names; a line without a mark goes on with the name before it, a lone “附件：” belongs to the first.

    Where both are titles of attachments (`titles`), the line is a name of its own whose number was left out.
    """
    waiting: Announced | None = None
    for element in notes:
        found = _ENTRY.fullmatch(element.text)
        if found is None or _NO_TEXT.fullmatch(element.text):
            continue
        if found["part"]:
            continue  # 1-1. belongs to the first
        number = found["number"] or found["outer"]
        goes_on = waiting is not None and not titles.issuperset(map(comparable, (waiting.name, found["name"])))
        if waiting is not None and not found["mark"] and waiting.name and goes_on:
            waiting = replace(waiting, name=waiting.name + found["name"], end=found.end("name"), last=element)
            continue
        if waiting is not None and waiting.name:
            yield waiting
        alone = waiting.element if waiting is not None and not waiting.name and waiting.lead else None
        waiting = Announced(
            element, parse_number(number) if number else None, found["lead"] or "", found["point"] or "",
            found.span("mark"), found["name"], found.end("name"), element, alone,
        )  # fmt: skip
    if waiting is not None and waiting.name:
        yield waiting


def _labelled(elements: Sequence[Element]) -> Iterator[Labelled]:
    for position, element in enumerate(elements):
        found = _LABEL.fullmatch(element.text) if element.role is Role.ATTACHMENT_LABEL else None
        if found is None:
            continue
        own = [one for one in elements[position + 1 : position + 7] if one.block.attachment == element.block.attachment]
        titled = next((one for one in own[:5] if one.role is Role.ATTACHMENT_TITLE), None)
        number = parse_number(found["number"]) if found["number"] else None
        title = titled.text if titled else ""
        yield Labelled(element, found.span("label"), number, title, titled, _below(titled, own))


def _below(titled: Element | None, elements: Sequence[Element]) -> str:
    """The words that stand right below a title and may belong to the name."""
    after = elements[elements.index(titled) + 1 :] if titled else ()
    return after[0].text if after and after[0].role is Role.SUBTITLE else ""


def comparable(name: str) -> str:
    """A name without what may differ between note and title: blanks, quotes, brackets, marks at the end."""
    return _NOT_COMPARED.sub("", name)
