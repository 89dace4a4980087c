"""A package comes in; every place that says 绝密, 机密 or 秘密 as a marking does, however it is spelled, goes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import A, M, V, local, w

_SIGNS = tuple(sign.encode() for sign in "密㊙")
_OLD_FORMS = str.maketrans("機祕絕絶啟", "机秘绝绝启")
_NUMBER = r"(?:\d+|[一二三四五六七八九十百零〇○壹贰叁肆伍陆柒捌玖拾两]+)"
_PERIOD = (
    rf"(?:[至到]?(?:{_NUMBER}(?:年|个月|月|日|天)半?)+(?:以?内|前|止|后?解密)*|长期|永久|不定期"
    r"|(?:启用|开启|解密|公布)前)"
)
_URGENT = r"(?:(?:紧急程度|缓急)?(?:特急|特提|加急|平急|急件|火急|急)?)"
# After everything but letters and digits is left out: 份号 before it, the level with its period, urgency behind it.
_MARKING = expression(
    rf"(?:份号|编号|第)?(?:no)?\d{{0,8}}(?:号|份)?{_URGENT}(?:密级(?:和?保密期限)?|等级|保密等级|定密)?"
    rf"(?:绝密|机密|秘密)(?:级|件|文件|资料|材料)?(?:保密期限)?{_PERIOD}?{_URGENT}\d{{0,8}}"
    rf"|(?:密级(?:和?保密期限)?)?秘(?:{_PERIOD})?",
    re.IGNORECASE,
)
_SECRET = "㊙"
_WORDS = (w("t"), w("delText"), f"{{{A}}}t", f"{{{M}}}t")
_P = (w("p"), f"{{{A}}}p")
_BOXES = (w("txbxContent"), w("tc"))
_SAYING = ("descr", "title", "alt", "name", "string", w("val"))
_SAID_IN = (*(f"{{*}}{name}" for name in ("docPr", "cNvPr")), f"{{{V}}}*", w("docVar"))
_LONGEST = 40


def classified(view: View) -> Iterator[Leak]:
    """Paragraphs, cells, boxes, watermarks and alternative texts that are nothing but a marking; properties too."""
    sheet = view.related("styles")  # which has no words but the names of its styles, where it keeps to the grammar
    for part in view.arrows.worked_out(classified, _parts):
        if not view.may_say(part, *_SIGNS) or (part == sheet and view.is_in_grammar(part)):
            continue
        for node, said in view.worked_out(part, _markings) or ():
            where = view.paragraph(part, node) if node.tag in _P else None
            yield Leak(LeakKind.CLASSIFIED, part, said, None, where, (node,))


def _parts(arrows: Arrows) -> tuple[str, ...]:
    """The parts that may have words: the text, then all others that something leads to."""
    parts = (arrows.main, *(name for name in arrows.in_order if name != arrows.main))
    return tuple(name for name in parts if name.lower().endswith((".xml", ".vml")))


def is_marking(words: str) -> bool:
    """Whether words are a marking of secrecy and nothing else, however they are spaced, bracketed and spelled."""
    if len(words) > 4 * _LONGEST:
        return False
    plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words))).translate(_OLD_FORMS)
    if len(plain) > _LONGEST or not _MARKING.fullmatch(plain):
        return False
    return plain[:1] != "秘" or "密" in plain or _SECRET in words  # 秘 alone is only what that sign comes to


def _markings(root: Element) -> tuple[tuple[Element, str], ...]:
    """The paragraphs and properties of a part that are markings, with how they are told."""
    return tuple(_marked(root))


def _marked(root: Element) -> Iterator[tuple[Element, str]]:
    told: set[Element] = set()
    for node in (*root.iter(*_P), *root.iter(*_BOXES)):
        words = "".join(leaf.text or "" for leaf in node.iter(*_WORDS))
        if is_marking(words) and told.isdisjoint(node.iter(*_P)):
            told.add(node)
            yield node, f"“{words.strip()}”"
    for node in root.iter(*_SAID_IN):
        for key in _SAYING:
            if is_marking(node.get(key, "")):
                yield node, f"{'水印' if key == 'string' else '图形、变量的说明'}“{node.get(key)}”"
    if local(root.tag) in ("coreProperties", "Properties"):
        for node in root.iter("*"):
            if is_marking(node.text or ""):
                yield node, f"文件属性“{node.text}”"
