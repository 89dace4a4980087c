"""A package comes in; tracked changes and comments in it go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local, w
from gwformat.ooxml.revisions import DELETED_TAGS, REVISION_TAGS, all_words

_RANGES = tuple(
    w(f"{name}Start")
    for name in (
        "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
        "customXmlMoveFromRange", "customXmlMoveToRange",
    )
)  # fmt: skip
_MARKS = (b"w:ins", b"w:del", b"w:move", b"Change", b"w:cellIns", b"w:cellDel", b"w:cellMerge", b"w:customXml")
_NAMES = {
    "ins": "插入", "del": "删除", "moveTo": "移动", "moveFrom": "移动", "cellIns": "插入单元格",
    "cellDel": "删除单元格", "cellMerge": "合并单元格",
}  # fmt: skip
_ANCHORS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_AUTHOR = w("author")
_SHOWN = 20
_PEOPLE = ("commentsExtended", "commentsIds", "commentsExtensible", "people", "commentAuthors")


def changes(view: View) -> Iterator[Leak]:
    """Everything that tracked changes keep: what was inserted, deleted, moved, formatted, and by whom."""
    for part, root in view.having(*_MARKS):
        for node in root.iter(*REVISION_TAGS, w("cellMerge"), *_RANGES):
            name = _NAMES.get(local(node.tag), "格式改动" if local(node.tag).endswith("Change") else "移动")
            words = all_words(node)
            author = node.get(_AUTHOR)
            said = f"：“{words[:_SHOWN]}”" if words else ""
            by = f"（{author}）" if author else ""
            yield Leak(LeakKind.REVISION, part, f"{name}{said}{by}", Removal.SETTLED, view.paragraph(part, node))


def stray_deletions(view: View) -> Iterator[Leak]:
    """Deleted words that stand in no deletion, where no program shows or offers them."""
    for part, root in view.having(b"w:delText"):
        stray = tuple(node for node in root.iter(w("delText")) if next(node.iterancestors(*DELETED_TAGS), None) is None)
        if stray:
            said = f"不显示的文字：“{''.join(node.text or '' for node in stray)[:_SHOWN]}”"
            yield Leak(LeakKind.HIDDEN_TEXT, part, said, Removal.NODES, view.paragraph(part, stray[0]), stray)


def comments(view: View) -> Iterator[Leak]:
    """Comments, what anchors them, and the parts with who wrote them."""
    part = view.related("comments")
    root = view.root(part)
    for node in root.iter(w("comment")) if root is not None else ():
        words = all_words(node)
        author = node.get(_AUTHOR)
        by = f"（{author}）" if author else ""
        yield Leak(LeakKind.COMMENT, part or "", f"“{words[:_SHOWN]}”{by}", Removal.SETTLED)
    if root is None:
        for name, text in view.having(b"w:comment"):
            anchors: list[Element] = list(text.iter(*_ANCHORS))
            if anchors:
                yield Leak(LeakKind.COMMENT, name, "批注的位置记号", Removal.SETTLED, view.paragraph(name, anchors[0]))
    for _, arrow in view.arrows.of(*_PEOPLE):
        yield Leak(LeakKind.COMMENT, arrow.target, "批注者名单和批注的附加数据", Removal.SETTLED)
