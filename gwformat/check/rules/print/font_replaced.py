"""P721: words set in a font that no font system has."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Page
from gwformat.text.characters import holds_han


@rule(
    "P721",
    name="font-replaced",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文字用公文通行的字体（或 --system 指定的那一套）；别的名称多半是软件缺字体时自动代用的。

    只有西文和数字的，提示而不警告。

    不合规::

        ［印件］汉字用了代用的字体

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
    for name, page in others.items():
        if name not in seen:
            yield Problem(f"西文或数字用了“{name}”，可能是代用的字体", on(page), measured=name, severity=Severity.INFO)


def _expected(printable: Printable) -> str:
    if printable.system is None:
        return "公文通行的字体"
    return "、".join(dict.fromkeys(printable.system.families.values()))
