"""A package comes in; every place that says 绝密, 机密 or 秘密 as a marking does goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import A, local, w

_SECRET = "密".encode()
_PERIOD = r"(?:\d+|[一二三四五六七八九十]+)(?:年|个月|月|日|天)|长期"
_MARKING = re.compile(
    rf"(?:\d{{6}})?(?:密级(?:和保密期限)?[:：])?[【\[（(〔]?(?P<level>绝密|机密|秘密)(?:[★☆*＊·\-—]?(?:{_PERIOD})?)[】\]）)〕]?"
    r"(?:特急|加急|特提|平急)?"
)
_WORDS = (w("t"), w("delText"), f"{{{A}}}t")
_P = (w("p"), f"{{{A}}}p")
_LONGEST = 30


def classified(view: View) -> Iterator[Leak]:
    """Paragraphs that are nothing but a marking, in whatever part and however they are hidden; properties too."""
    for part in view.arrows.worked_out(classified, _parts):
        if not view.may_say(part, _SECRET):
            continue
        for node, said in view.worked_out(part, _markings) or ():
            where = view.paragraph(part, node) if node.tag in _P else None
            yield Leak(LeakKind.CLASSIFIED, part, said, None, where, (node,))


def _parts(arrows: Arrows) -> tuple[str, ...]:
    """The parts that may have words: the text, then all others that something leads to."""
    parts = (arrows.main, *(name for name in arrows.in_order if name != arrows.main))
    return tuple(name for name in parts if name.lower().endswith(".xml"))


def _markings(root: Element) -> tuple[tuple[Element, str], ...]:
    """The paragraphs and properties of a part that are markings, with how they are told."""
    return tuple(_marked(root))


def _marked(root: Element) -> Iterator[tuple[Element, str]]:
    for node in root.iter(*_P):
        words = "".join(leaf.text or "" for leaf in node.iter(*_WORDS))
        if len(words) <= _LONGEST and _MARKING.fullmatch("".join(words.split())):
            yield node, f"“{words.strip()}”"
    if local(root.tag) in ("coreProperties", "Properties"):
        for node in root.iter("*"):
            value = "".join((node.text or "").split())
            if value and _MARKING.fullmatch(value):
                yield node, f"文件属性“{value}”"
