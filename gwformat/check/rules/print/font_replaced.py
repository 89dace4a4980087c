"""P721: words set in a font that no font system has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Page
from gwformat.text.characters import count_han, holds_han
from gwformat.units import Hao

_SIZE = Hao("三号").mm  # 5.2.2: what most of a document is set in
_NEARLY = 0.2  # mm
_FEWEST = 50  # characters, to tell a text


@rule(
    "P721",
    name="font-replaced",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文字用公文通行的字体（或 --system 指定的那一套）；别的名称多半是软件缺字体时自动代用的。

    只有西文和数字的，提示而不警告。三号的汉字全是宋体一类、没有仿宋的，多半也是代用。

    不合规::

        ［印件］汉字用了代用的字体

    不合规::

        ［印件］没有一处用仿宋

    合规::

        ［印件］合格
    """
    seen: set[str] = set()
    others: dict[str, Page] = {}
    for page, words in printable.file.visible():
        name = words.face.name
        if name in seen or words.face.kind == "Type3":
            continue
        if holds_han(words.text):
            seen.add(name)
        if printable.known_faces.have(name):
            seen.add(name)
        elif holds_han(words.text):
            yield Problem(f"汉字用了“{name}”，可能是代用的字体", on(page), measured=name, expected=_expected(printable))
        else:
            others.setdefault(name, page)
    if no_fangsong := _instead_of_fangsong(printable):
        page, name = no_fangsong
        message = f"三号的汉字没有用仿宋，用的是“{name}”，可能是代用的字体"
        yield Problem(message, on(page), measured=name, expected="仿宋")
    for name, page in others.items():
        if name not in seen:
            yield Problem(f"西文或数字用了“{name}”，可能是代用的字体", on(page), measured=name, severity=Severity.INFO)


def _instead_of_fangsong(printable: Printable) -> tuple[Page, str] | None:
    """The page and the font of most 三号 text where all of it is set in fonts that are known and none is 仿宋."""
    counted: Counter[str] = Counter()
    first: dict[str, Page] = {}
    for page, words in printable.file.visible():
        if abs(words.size - _SIZE) <= _NEARLY and words.face.kind != "Type3":
            counted[words.face.name] += count_han(words.text)
            first.setdefault(words.face.name, page)
    used = +counted
    if used.total() < _FEWEST or not all(map(printable.known_faces.is_no_fangsong, used)):
        return None
    ((name, _),) = used.most_common(1)
    return (first[name], name) if printable.known_faces.have(name) else None


def _expected(printable: Printable) -> str:
    if printable.system is None:
        return "公文通行的字体"
    return "、".join(dict.fromkeys(printable.system.families.values()))
