"""A package comes in; fields that fetch something from elsewhere, or show what is stale, go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import cache

from gwformat.expressions import expression
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.stored import is_local
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import w
from gwformat.values import dataclass

# Fields whose outcome comes from the pages alone. All others tell of files, people or other programs.
_HARMLESS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "SEQ", "TOC", "STYLEREF", "EQ",
        "SYMBOL", "DATE", "TIME", "ADVANCE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "LISTNUM", "AUTONUM",
        "AUTONUMLGL", "AUTONUMOUT", "BARCODE", "DISPLAYBARCODE", "BIDIOUTLINE", "=", "",
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
# These show one of their words, whichever it is: what they show stays. With a field inside, each page may have another.
_CHOOSING = frozenset(("IF", "QUOTE"))
_WITHOUT_WORDS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "ADVANCE",
        "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "BIDIOUTLINE",
    )
)  # fmt: skip
_DISPLAYED = frozenset(("EQ", "SYMBOL", "BARCODE", "DISPLAYBARCODE"))  # they show what they are told
_SWITCH = expression(r'\\(?:[*] ?\w+|[#@] ?(?:"[^"]*"|\S+)|[A-Za-z](?: *-?\d+)?)')
_UNSEEN_OF_LINKS = expression(r'\s*\\[ot]\s+(?:"[^"]*"|[^\s"\\]+)')
_FIELD, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_DELETED_CODE, _DELETED = w("delInstrText"), (w("del"), w("moveFrom"))
_TYPE, _INSTRUCTION, _DIRTY = w("fldCharType"), w("instr"), w("dirty")
_BROKEN = ("错误!", "错误！", "Error!", "未找到引用源", "未定义书签")
_SHOWN = 40


@dataclass(slots=True)
class _Open:
    begin: Element
    code: list[str] = field(default_factory=list)
    shows: bool = False
    holds: bool = False  # a field in its code


@dataclass(frozen=True, slots=True)
class _Found:
    """A field: the node it begins with, its code, and whether others stand in this."""

    node: Element
    code: str
    holds: bool = False


def plain_code(code: str) -> str:
    """The code of a field without words nobody sees: tooltips of links, what a page number does not ask for."""
    name = _name(code)
    if name in _WITHOUT_WORDS:
        return " ".join((name, *filter(says_nothing, _SWITCH.findall(code))))
    return _UNSEEN_OF_LINKS.sub("", code) if name == "HYPERLINK" else code


def _name(code: str) -> str:
    words = code.split(maxsplit=1)
    return words[0].upper() if words else ""


def _fields(root: Element) -> tuple[_Found, ...]:
    """Every field of a part."""
    return tuple(_read(root))


def _read(root: Element) -> Iterator[_Found]:
    opened: list[_Open] = []
    for node in root.iter(_FIELD, _CODE, _SIMPLE):
        if node.tag == _SIMPLE:
            yield _Found(node, node.get(_INSTRUCTION, ""))
        elif node.tag == _CODE:
            if opened and not opened[-1].shows:
                opened[-1].code.append(node.text or "")
        elif node.get(_TYPE) == "begin":
            if opened and not opened[-1].shows:  # what is further out was told when the last one began
                opened[-1].holds = True
            opened.append(_Open(node))
        elif opened and node.get(_TYPE) == "separate":
            opened[-1].shows = True
        elif opened and node.get(_TYPE) == "end":
            ended = opened.pop()
            yield _Found(ended.begin, "".join(ended.code), ended.holds)


def _stray_codes(root: Element) -> tuple[Element, ...]:
    """Codes that belong to no field: outside of any, behind its separator, or in one without an end."""
    opened: list[tuple[bool, list[Element]]] = []
    stray: list[Element] = []
    for node in root.iter(_FIELD, _CODE, _DELETED_CODE):
        kind = node.get(_TYPE)
        if node.tag != _FIELD:
            holder = opened[-1][1] if opened and not opened[-1][0] else stray
            if node.tag == _CODE or next(node.iterancestors(*_DELETED), None) is None:
                holder.append(node)
        elif kind == "begin":
            opened.append((False, []))
        elif opened and kind == "separate":
            opened[-1] = (True, opened[-1][1])
        elif opened and kind == "end":
            opened.pop()
    return (*stray, *(code for _, codes in opened for code in codes))


def codes(view: View) -> Iterator[str]:
    """The codes of all fields."""
    for part, _ in view.having(b"w:fldChar", b"w:fldSimple"):
        yield from (found.code for found in view.worked_out(part, _fields) or ())


def fields(view: View) -> Iterator[Leak]:
    """Fields that fetch, and those whose outcome is not up to date."""
    names = cache(lambda: _names_in(view))
    for part, root in view.having(b"w:fldChar", b"w:fldSimple"):
        for found in view.worked_out(part, _fields) or ():
            yield from _told(view, part, found, names)
        data = tuple(root.iter(w("fldData")))
        if data:
            yield Leak(LeakKind.FIELD, part, "域的附加数据", Removal.NODES, nodes=data)
    for part, _ in view.having(b"w:instrText", b"w:delInstrText"):
        if stray := view.worked_out(part, _stray_codes):
            said = f"不属于任何域的域代码：{(stray[0].text or '').strip()[:_SHOWN]}"
            yield Leak(LeakKind.FIELD, part, said, Removal.NODES, view.paragraph(part, stray[0]), stray)
    for part, root in view.holding(*(words.encode() for words in _BROKEN)):
        for leaf in root.iter(w("t")):
            if leaf.text and leaf.text.startswith(_BROKEN):
                said = f"失效的引用：“{leaf.text[:_SHOWN]}”"
                yield Leak(LeakKind.STALE_FIELD, part, said, None, view.paragraph(part, leaf), (leaf,))


def _told(view: View, part: str, found: _Found, names: Callable[[], Sequence[str]]) -> Iterator[Leak]:
    node, code, name = found.node, found.code.strip(), _name(found.code)
    where = view.paragraph(part, node)
    if name == "HYPERLINK" and _leads_inside(code):
        yield Leak(LeakKind.LOCAL_LINK, part, f"超链接域：{code[:_SHOWN]}", _way(node), where, (node,))
    elif name == "HYPERLINK" or name in _WITHOUT_WORDS:
        if not found.holds and plain_code(code).split() != code.split():
            said = f"域里看不见的文字：{code[:_SHOWN]}"
            yield Leak(LeakKind.FIELD, part, said, Removal.CODE, where, (node,))
    elif name in _CHOOSING:
        if not found.holds:
            yield Leak(LeakKind.FIELD, part, f"选取文字的域：{code[:_SHOWN]}", _way(node), where, (node,))
    elif name not in _HARMLESS and not name.startswith("="):
        said = f"{_NAMES.get(name, '域')}：{code[:_SHOWN]}"
        yield Leak(LeakKind.FIELD, part, said, _way(node), where, (node,))
    elif name not in _DISPLAYED and name != "HYPERLINK" and _has_words(code, names):
        yield Leak(LeakKind.FIELD, part, f"域代码里的文字：{code[:_SHOWN]}", _way(node), where, (node,))
    if node.get(_DIRTY) in ("1", "true", "on") and name in _HARMLESS:
        said = f"没有更新的域：{code[:_SHOWN]}"
        yield Leak(LeakKind.STALE_FIELD, part, said, None, where, (node,))


def _has_words(code: str, names: Callable[[], Sequence[str]]) -> bool:
    """Whether the code of a field says more than its kind, switches and `names`, which few files are asked for."""
    if says_nothing(code):
        return False
    for name in names():
        code = code.replace(name, " ")
    return not says_nothing(code)


def _names_in(view: View) -> Sequence[str]:
    """What the file calls its styles and bookmarks, the longest name first, as others may be a part of it."""
    names = {name for part in view.texts for name in (view.worked_out(part, _marks) or ())}
    sheet = view.related("styles")
    names |= (view.worked_out(sheet, _styles) if sheet else None) or frozenset()
    return sorted(filter(None, names), key=len, reverse=True)


def _marks(root: Element) -> frozenset[str]:
    return frozenset(node.get(w("name"), "") for node in root.iter(w("bookmarkStart")))


def _styles(root: Element) -> frozenset[str]:
    return frozenset(node.get(w("val"), "") for node in root.iterfind(f"{w('style')}/{w('name')}"))


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
