"""The package of an OFD comes in; its parts, as others lead to them, and what is wrong with that go out."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from tests.ofd.structure_page import OFD

ENTRY = "OFD.xml"


class Parts:
    """The parts of one package; `problems` grows as they are asked for."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self.names = package.namelist()
        self.problems: list[str] = []
        self._used: set[str] = set()
        self.blame("包", (f"{name} 有 {count} 份" for name, count in Counter(self.names).items() if count > 1))
        outside = (name for name in self.names if name[0] == "/" or "\\" in name or ".." in name.split("/"))
        self.blame("包", (f"{name} 出了包" for name in outside))
        if (bad := package.testzip()) is not None:
            self.blame(bad, ["校验值不符"])

    def blame(self, where: str, complaints: Iterable[str]) -> None:
        """Write down what is wrong there."""
        self.problems += (f"{where}：{complaint}" for complaint in complaints)

    def place(self, base: str, loc: str | None) -> str:
        """Where a location leads that is said in a part: from its folder, or from the root."""
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), (loc or "").strip())).lstrip("/")

    def find(self, base: str, loc: str | None, what: str) -> str | None:
        """The part a location leads to, which is in use then; None if it is not there, which is wrong."""
        path = self.place(base, loc)
        if not (loc or "").strip() or path not in self.names:
            self.blame(base, [f"{what}所指的 {loc!r} 不在包里"])
            return None
        self._used.add(path)
        return path

    def root(self, path: str, name: str | None) -> etree._Element | None:
        """The root of an XML part, which has that name in the namespace of OFD."""
        try:
            root = etree.fromstring(self._package.read(path))
        except etree.XMLSyntaxError as error:
            self.blame(path, [f"不是完好的 XML：{error.msg}"])
            return None
        if name is not None and root.tag != f"{OFD}{name}":
            self.blame(path, [f"根是 {root.tag}，不是 ofd:{name}"])
            return None
        return root

    def begins(self, path: str, marks: tuple[bytes, ...]) -> bool:
        """Whether a part begins in one of these ways."""
        return self._package.read(path).startswith(marks)

    def idle(self) -> list[str]:
        """The parts that nothing leads to."""
        return [name for name in self.names if name not in self._used and not name.endswith("/")]
