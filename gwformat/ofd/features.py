"""The parts of an OFD come in; actions, links, attachments, limits, numbers and faults of the container go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from gwformat.ofd.names import NAMESPACE
from gwformat.ofd.numbers import whole
from gwformat.ofd.package import Package, attribute, below, first, local, text_of
from gwformat.ofd.resources import Resources
from gwformat.ofd.values import Limits

_VERSIONS = ("1.0", "1.1", "1.2")
_TYPES = ("OFD", "OFD-A", "OFD-H")
_BY_ITSELF = {"DO": "打开文件", "PO": "翻到页面"}
_DOES = {"URI": "打开网址", "GotoA": "打开附件", "Sound": "播放声音", "Movie": "播放影片"}
_SOUND_OR_FILM = {"Audio": "声音", "Video": "影片"}


def container_faults(package: Package, entry: etree._Element, documents: int) -> Iterator[str]:
    """What OFD.xml, and the parts that were read, get wrong."""
    for namespace, part in package.namespaces.items():
        said = f"“{namespace}”" if namespace else "没有写"
        yield f"{part} 的命名空间{said}，应为 {NAMESPACE}"
    if local(entry) != "OFD":
        yield f"OFD.xml 的根元素是 {local(entry)}"
    if attribute(entry, "Version") not in _VERSIONS:
        yield f"版本号是“{attribute(entry, 'Version')}”，应为 1.0"
    if attribute(entry, "DocType") not in _TYPES:
        yield f"文件类型是“{attribute(entry, 'DocType')}”，应为 OFD 或 OFD-A"
    if documents > 1:
        yield f"一个文件里有 {documents} 份文档，只检查了第一份"


def actions(roots: Iterable[etree._Element]) -> Iterator[str]:
    """What happens by itself when the file is opened or a page is turned to."""
    for action in below_all(roots, "Action"):
        event = attribute(action, "Event")
        does = next((_DOES[local(child)] for child in action if local(child) in _DOES), None)
        if event in _BY_ITSELF and does:
            yield does


def links(roots: Iterable[etree._Element]) -> Iterator[str]:
    """The addresses that a click opens."""
    for action in below_all(roots, "Action"):
        target = first(action, "URI")
        if target is not None and attribute(action, "Event") not in _BY_ITSELF:
            yield attribute(target, "URI")


def below_all(roots: Iterable[etree._Element], name: str) -> Iterator[etree._Element]:
    """Everything of that name in several trees."""
    for root in roots:
        yield from below(root, (name,))


def attachments(package: Package, said: str, part: str) -> Iterator[str]:
    """The names of files within the file."""
    for base, one in package.listed(said, part, "附件列表", "Attachment"):
        package.find(text_of(one, "FileLoc"), base, "附件")
        yield attribute(one, "Name") or text_of(one, "FileLoc")


def media(resources: Resources) -> Iterator[str]:
    """The sounds and films among the resources; every file of a picture is looked for."""
    for number, entry in resources.all("MultiMedia"):
        file = resources.media_file(entry)
        kind = _SOUND_OR_FILM.get(attribute(entry.element, "Type"))
        if kind is not None:
            yield f"{kind} {file or number}"


def limits(document: etree._Element) -> Limits:
    """What the file forbids its readers."""
    said = first(document, "Permissions")
    printing, period = first(said, "Print"), first(said, "ValidPeriod")
    copies = attribute(printing, "Copies") if printing is not None else ""
    return Limits(
        may_print=printing is None or attribute(printing, "Printable") not in ("false", "0"),
        copies=whole(copies),
        begin="" if period is None else attribute(period, "StartDate"),
        end="" if period is None else attribute(period, "EndDate"),
    )


def numbers(roots: Iterable[etree._Element]) -> tuple[tuple[str, ...], int]:
    """The IDs that several things have, and the greatest one."""
    counted: Counter[str] = Counter()
    for root in roots:
        counted.update(one.get("ID", "").strip() for one in root.iter() if local(one) and one.get("ID") is not None)
    repeated = sorted((number for number, times in counted.items() if times > 1), key=lambda n: (len(n), n))
    return tuple(repeated), max((whole(number) or 0 for number in counted), default=0)


def metadata(info: etree._Element | None) -> tuple[dict[str, str], dict[str, str]]:
    """DocInfo by element, and CustomDatas by name."""
    if info is None:
        return {}, {}
    about = {local(one): (one.text or "").strip() for one in info if local(one) and len(one) == 0}
    custom = {attribute(one, "Name"): (one.text or "").strip() for one in below(info, ("CustomData",))}
    return about, custom
