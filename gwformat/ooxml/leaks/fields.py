"""A package comes in; fields that fetch something from elsewhere, or show what is stale, go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.stored import is_local
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import w

# Fields whose outcome comes from the pages alone. All others tell of files, people or other programs.
_HARMLESS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "SEQ", "TOC", "STYLEREF", "EQ",
        "SYMBOL", "DATE", "TIME", "ADVANCE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "LISTNUM", "AUTONUM",
        "AUTONUMLGL", "AUTONUMOUT", "BARCODE", "DISPLAYBARCODE", "BIDIOUTLINE", "=", "IF", "QUOTE", "",
    )
)  # fmt: skip
_NAMES = {
    "DDE": "动态数据交换", "DDEAUTO": "动态数据交换", "INCLUDETEXT": "插入别的文件", "INCLUDEPICTURE": "链接的图片",
    "IMPORT": "链接的图片", "LINK": "链接的对象", "DATABASE": "数据库查询", "HYPERLINK": "指向本机或内网的链接",
    "AUTHOR": "作者", "LASTSAVEDBY": "最后修改者", "USERNAME": "用户名", "USERADDRESS": "用户地址",
    "USERINITIALS": "用户缩写", "FILENAME": "文件名", "TEMPLATE": "模板名", "DOCPROPERTY": "文件属性",
    "DOCVARIABLE": "文档变量", "ADDIN": "插件的数据", "MACROBUTTON": "宏按钮", "PRIVATE": "隐藏的数据",
    "XE": "索引项", "TC": "目录项", "TA": "引文项", "COMMENTS": "备注", "MERGEFIELD": "邮件合并",
}  # fmt: skip
_FIELD, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_TYPE, _INSTRUCTION, _DIRTY = w("fldCharType"), w("instr"), w("dirty")
_BROKEN = ("错误!", "错误！", "Error!", "未找到引用源", "未定义书签")
_SHOWN = 40


@dataclass(slots=True)
class _Open:
    begin: Element
    code: list[str] = field(default_factory=list)
    shows: bool = False


def _fields(root: Element) -> tuple[tuple[Element, str], ...]:
    """Every field of a part: the node it begins with, and its code."""
    return tuple(_read(root))


def _read(root: Element) -> Iterator[tuple[Element, str]]:
    opened: list[_Open] = []
    for node in root.iter(_FIELD, _CODE, _SIMPLE):
        if node.tag == _SIMPLE:
            yield node, node.get(_INSTRUCTION, "")
        elif node.tag == _CODE:
            if opened and not opened[-1].shows:
                opened[-1].code.append(node.text or "")
        elif node.get(_TYPE) == "begin":
            opened.append(_Open(node))
        elif opened and node.get(_TYPE) == "separate":
            opened[-1].shows = True
        elif opened and node.get(_TYPE) == "end":
            ended = opened.pop()
            yield ended.begin, "".join(ended.code)


def codes(view: View) -> Iterator[str]:
    """The codes of all fields."""
    for part, _ in view.having(b"w:fldChar", b"w:fldSimple"):
        yield from (code for _, code in view.worked_out(part, _fields) or ())


def fields(view: View) -> Iterator[Leak]:
    """Fields that fetch, and those whose outcome is not up to date."""
    for part, root in view.having(b"w:fldChar", b"w:fldSimple"):
        for node, code in view.worked_out(part, _fields) or ():
            words = code.split()
            name = words[0].upper() if words else ""
            where = view.paragraph(part, node)
            if name == "HYPERLINK":
                if not _leads_inside(code):
                    continue
                yield Leak(LeakKind.LOCAL_LINK, part, f"超链接域：{code.strip()[:_SHOWN]}", _way(node), where, (node,))
            elif name not in _HARMLESS and not name.startswith("="):
                said = f"{_NAMES.get(name, '域')}：{code.strip()[:_SHOWN]}"
                yield Leak(LeakKind.FIELD, part, said, _way(node), where, (node,))
            elif node.get(_DIRTY) in ("1", "true", "on"):
                said = f"没有更新的域：{code.strip()[:_SHOWN]}"
                yield Leak(LeakKind.STALE_FIELD, part, said, None, where, (node,))
        data = tuple(root.iter(w("fldData")))
        if data:
            yield Leak(LeakKind.FIELD, part, "域的附加数据", Removal.NODES, nodes=data)
    for part, root in view.holding(*(words.encode() for words in _BROKEN)):
        for leaf in root.iter(w("t")):
            if leaf.text and leaf.text.startswith(_BROKEN):
                said = f"失效的引用：“{leaf.text[:_SHOWN]}”"
                yield Leak(LeakKind.STALE_FIELD, part, said, None, view.paragraph(part, leaf), (leaf,))


def _way(node: Element) -> Removal:
    return Removal.UNWRAP if node.tag == _SIMPLE else Removal.FIELD


def _leads_inside(code: str) -> bool:
    """Whether the address in a HYPERLINK field leads to a disk or a server inside the house."""
    quoted = code.split('"')
    address = quoted[1] if len(quoted) > 2 and not quoted[0].rstrip().endswith(("\\l", "\\o", "\\t", "\\n")) else ""
    if not address and len(quoted) < 3:
        words = [word for word in code.split()[1:] if not word.startswith("\\")]
        address = words[0] if words else ""
    return bool(address) and is_local(address)
