"""What is known of a document comes in; OFD.xml, Document.xml and the lists of resources go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import gwformat
from gwformat.layout.boxes import Page
from gwformat.values import dataclass
from gwformat.writers.ofd.faces import Font
from gwformat.writers.ofd.images import Resource
from gwformat.writers.ofd.page import Heading
from gwformat.writers.ofd.spelling import HEADER, OPENED, attribute, content, mm, sheet_box
from gwformat.writers.ofd.tags import Element

# What the data about the document repeat of its elements, for who looks for it without reading the pages.
_TOLD = (
    *("份号", "密级", "保密期限", "紧急程度", "发文机关名称", "发文字号", "签发人", "主送机关", "发文机关署名"),
    *("成文日期", "抄送机关", "印发机关", "印发日期"),
)
_SPACED = ("密级", "紧急程度")  # two characters with a blank between them


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself."""

    identity: str  # 32 hexadecimal digits
    title: str
    subject: str  # 文种
    remark: str  # which fonts were replaced
    created: datetime | None
    pages: int


def entry(about: About, tree: Element) -> str:
    """OFD.xml: the document's data and where it begins."""
    told = dict(_told(tree))
    author = told.get("发文机关署名") or told.get("发文机关名称", "")
    date = about.created.date().isoformat() if about.created else ""
    said = (
        ("DocID", about.identity),
        ("Title", about.title),
        ("Author", author),
        ("Subject", about.subject),
        ("Abstract", about.remark),
        ("CreationDate", date),
        ("ModDate", date),
        ("Creator", "gwformat"),
        ("CreatorVersion", gwformat.__version__),
    )
    info = "".join(f"<ofd:{name}>{content(text)}</ofd:{name}>" for name, text in said if text)
    datas = "".join(
        f'<ofd:CustomData Name="{attribute(name)}">{content(text)}</ofd:CustomData>'
        for name, text in (("文种", about.subject), *told.items(), ("页数", str(about.pages)))
        if text
    )
    return (
        f'{HEADER}<ofd:OFD {OPENED} Version="1.0" DocType="OFD"><ofd:DocBody>'
        f"<ofd:DocInfo>{info}<ofd:CustomDatas>{datas}</ofd:CustomDatas></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _told(tree: Element) -> Iterator[tuple[str, str]]:
    """Elements with their words; those of several in one."""
    found: dict[str, list[str]] = {name: [] for name in _TOLD}
    for element in _all(tree):
        if element.name in found:
            found[element.name].append(_words(element))
    return ((name, "、".join(filter(None, texts))) for name, texts in found.items() if any(texts))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for one in element.below:
        yield from _all(one)


def _words(element: Element) -> str:
    """The words of an element; a 发文字号 is put together from its parts as it is written."""
    if element.name == "发文字号" and element.below:
        said = {one.name: "".join(one.words) for one in element.below}
        return f"{said.get('发文机关代字', '')}〔{said.get('年份', '')}〕{said.get('发文顺序号', '')}号"
    words = "".join(element.words).strip()
    return "".join(words.split()) if element.name in _SPACED else words


def document(last: int, first: Page, pages: Sequence[int], headings: Sequence[Heading], *, images: bool) -> str:
    """Document.xml; `last` is the greatest number in the document, `first` the page whose size is said for all.

    Each page says its own size as well.
    """
    box = sheet_box(first.width, first.height)
    common = (
        f"<ofd:MaxUnitID>{last}</ofd:MaxUnitID>"
        f"<ofd:PageArea><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        f"{'<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>' if images else ''}"
    )
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{place}/Content.xml"/>' for place, number in enumerate(pages)
    )
    outlines = "".join(_outline(headings))
    return (
        f"{HEADER}<ofd:Document {OPENED}><ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        f"{f'<ofd:Outlines>{outlines}</ofd:Outlines>' if outlines else ''}"
        "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags></ofd:Document>"
    )


def _outline(headings: Sequence[Heading]) -> Iterator[str]:
    """The headings, each below the last one before it that is higher."""
    open_levels: list[int] = []
    for heading in headings:
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
            yield "</ofd:OutlineElem>"
        open_levels.append(heading.level)
        place = f'PageID="{heading.page}" Left="{mm(heading.x)}" Top="{mm(heading.y)}" Zoom="0"'
        yield (
            f'<ofd:OutlineElem Title="{attribute(heading.words)}"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto>'
            f'<ofd:Dest Type="XYZ" {place}/></ofd:Goto></ofd:Action></ofd:Actions>'
        )
    yield from ("</ofd:OutlineElem>" for _ in open_levels)


def fonts(found: Iterable[Font]) -> str:
    """PublicRes.xml."""
    listed = "".join(map(_font, found))
    return f'{HEADER}<ofd:Res {OPENED} BaseLoc="Res">{f"<ofd:Fonts>{listed}</ofd:Fonts>" if listed else ""}</ofd:Res>'


def _font(font: Font) -> str:
    face = font.face
    family = (face.families or face.names)[0]
    looks: Mapping[str, bool] = {"Italic": face.italic, "Bold": face.is_bold}
    said = "".join(f' {name}="true"' for name, holds in looks.items() if holds)
    return (
        f'<ofd:Font ID="{font.number}" FontName="{attribute(face.name)}" FamilyName="{attribute(family)}"{said}>'
        f"<ofd:FontFile>{font.name}</ofd:FontFile></ofd:Font>"
    )


def images(found: Iterable[Resource]) -> str:
    """DocumentRes.xml."""
    listed = "".join(
        f'<ofd:MultiMedia ID="{one.number}" Type="Image" Format="{one.form}">'
        f"<ofd:MediaFile>{one.name}</ofd:MediaFile></ofd:MultiMedia>"
        for one in found
    )
    return f'{HEADER}<ofd:Res {OPENED} BaseLoc="Res"><ofd:MultiMedias>{listed}</ofd:MultiMedias></ofd:Res>'
