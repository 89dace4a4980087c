"""The pieces of a draft in reading order: tables and text boxes that hold an old head, sign-off or imprint are opened.

`Draft` in; the pieces and the changes that opening them makes out. All other carriers stay closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise

from gwformat.model import Carrier, CarrierKind, Change, Draft, Fate, Paragraph, Role, Run
from gwformat.recognise import exact, labelled_cells, one_cell, patterns
from gwformat.recognise.genre import genre_of
from gwformat.recognise.patterns import key
from gwformat.recognise.pieces import Piece, labelled, split
from gwformat.recognise.running_on import run_on

_OPENABLE = (CarrierKind.TABLE, CarrierKind.TEXT_BOX, CarrierKind.SHAPE)
_MOST_LINES = 24
_LONGEST_LINE = 160
_LONG = 80
_MOST_TITLE_LINES = 4
_MOST_BLANKS = 4  # paragraphs between the names of a sign-off and its date
_UNWRAPPED = "只有一格的表格只是套在文字外面，文字移出表格排版"
_DRAWN_MARK = "艺术字是发文机关标志，转为文字重新编排"


def flatten(draft: Draft) -> tuple[tuple[Piece, ...], tuple[Change, ...]]:
    """All pieces of the draft, numbered in order, and what was changed to get them."""
    pieces: list[Piece] = []
    changes: list[Change] = []
    group = 0
    body_seen = False
    text_seen = False  # a sentence, however short
    blocks = run_on(draft.blocks, changes)

    def opens(place: int, carrier: Carrier) -> bool:
        said = exact.opens(carrier, draft.marks) if draft.marks and carrier.kind is CarrierKind.TABLE else None
        if said is not None:
            return said
        if text_seen and _signs(carrier, blocks, place):
            return True
        beside = _hangs_on_text(carrier, blocks[place], text_seen=text_seen)
        return _opens(carrier, body_seen=body_seen or beside) or one_cell.is_wrapping(carrier, draft)

    for place, block in enumerate(blocks):
        for paragraph, framed in _opened(block, changes, partial(opens, place)):
            group += 1
            if isinstance(paragraph, Carrier):
                pieces.append(_closed(paragraph, len(pieces), group))
                continue
            pieces.extend(split(paragraph, len(pieces), group, framed=framed))
            line = key(paragraph.text)
            body_seen = body_seen or len(line) > _LONG
            text_seen = body_seen or text_seen or line.endswith("。")
            if paragraph.label:
                changes.append(_label_change(paragraph))
    return tuple(pieces), tuple(changes)


def _hangs_on_text(carrier: Carrier, block: Paragraph | Carrier, *, text_seen: bool) -> bool:
    """Whether a box floats beside words that stand below the head: 加急 there is no line before them."""
    if block is carrier or not isinstance(block, Paragraph):
        return False
    words = key(block.text)
    return bool(words) and (text_seen or words.endswith(("。", "：", ":")))


def _closed(carrier: Carrier, index: int, group: int) -> Piece:
    return Piece(index, group, (), carrier.source, carrier=carrier)


def _label_change(paragraph: Paragraph) -> Change:
    return Change(
        "自动编号转文字", Fate.CHANGED, "", labelled(paragraph), "编号是正文的一部分，转为可见文字", paragraph.source
    )


def _opened(
    block: Paragraph | Carrier, changes: list[Change], opens: Callable[[Carrier], bool]
) -> Iterator[tuple[Paragraph | Carrier, bool]]:
    """The block itself, or the paragraphs of the frames in it that are opened and what remains of it."""
    if isinstance(block, Carrier):
        form = labelled_cells.joined(block)
        if form is not None and opens(form[0]):
            block = form[0]
            changes.extend(form[1])
        elif not opens(block):
            yield block, False
            return
        why = _UNWRAPPED if one_cell.is_single(block) and not _opens(block, body_seen=False) else _why(block)
        changes.append(Change("版式重排", Fate.RERENDERED, "", "", why, block.source))
        for inner in block.paragraphs:  # a text box may sit in a cell
            yield from ((part, True) for part, _ in _opened(inner, changes, opens))
        return
    if not any(run.carrier is not None for run in block.runs):
        yield block, False
        return
    kept: list[Run] = []
    for run in block.runs:
        if run.carrier is None or run.carrier.kind not in _OPENABLE or not opens(run.carrier):
            kept.append(run)
            continue
        if drawn := _drawn_words(run.carrier, block):
            changes.append(Change("版式重排", Fate.RERENDERED, run.text, drawn.text, _DRAWN_MARK, block.source))
            yield drawn, True
            continue
        changes.append(Change("版式重排", Fate.RERENDERED, run.text, "", _why(run.carrier), block.source))
        yield from ((inner, True) for inner in run.carrier.paragraphs)
    yield Paragraph(tuple(kept), block.source, block.look, block.label), False


def _drawn_words(carrier: Carrier, block: Paragraph) -> Paragraph | None:
    """The words that artistic letters draw: a paragraph like any other, new as the file has none."""
    if carrier.kind is not CarrierKind.SHAPE or carrier.paragraphs:
        return None
    return Paragraph((Run(carrier.text.strip(), paragraph=block.source.first),), block.source, block.look)


def _why(carrier: Carrier) -> str:
    frame = "表格" if carrier.kind is CarrierKind.TABLE else "文本框"
    return f"{frame}中是公文要素，按要素重新排版"


def is_head(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> bool:
    """Whether all lines of paragraphs above the text are of the head, and one of them certainly so."""
    if not lines or not all(map(_head_line, lines)):
        return False
    certain = any(map(_certain_head, lines)) or _is_numbered_mark(lines)
    return certain or any(map(_is_red_mark, paragraphs))


def _opens(carrier: Carrier, *, body_seen: bool) -> bool:
    """Whether every line in the frame is an element of head, sign-off or imprint, and one of them certainly so."""
    if carrier.kind is CarrierKind.SHAPE and carrier.text and not carrier.paragraphs:
        return not body_seen and patterns.MARK.fullmatch(key(carrier.text)) is not None
    lines = [line for paragraph in carrier.paragraphs for line in key_lines(paragraph)]
    if carrier.kind not in _OPENABLE or not lines or len(lines) > _MOST_LINES:
        return False
    if any(len(line) > _LONGEST_LINE and not patterns.COPY_TO.fullmatch(line) for line in lines):
        return False
    if any(
        run.carrier is not None and run.carrier.kind is CarrierKind.TABLE for p in carrier.paragraphs for run in p.runs
    ):
        return False
    if not body_seen and is_head(carrier.paragraphs, lines):
        return True
    if not body_seen and carrier.kind is CarrierKind.TABLE and _is_title(lines):
        return True
    if all(_foot_line(line) for line in lines):
        return any(_certain_foot(line) for line in lines)
    return False


def _signs(carrier: Carrier, blocks: Sequence[Paragraph | Carrier], place: int) -> bool:
    """Whether a table names nothing but organs and the next words are a date: those of a joint sign-off (7.3.5.1)."""
    if carrier.kind is not CarrierKind.TABLE or blocks[place] is not carrier:
        return False
    below = (block for block in islice(blocks, place + 1, place + 1 + _MOST_BLANKS))
    lines = (key_lines(block) if isinstance(block, Paragraph) else [""] for block in below)
    if not patterns.DATE_ONLY.fullmatch(next(filter(None, lines), [""])[0]):
        return False
    names = [line for paragraph in carrier.paragraphs for line in key_lines(paragraph)]
    return 0 < len(names) <= _MOST_LINES and all(map(patterns.is_organ, names))


def _is_red_mark(paragraph: Paragraph) -> bool:
    """A red name of an organ in a frame at the top is the mark of a letter (10.1), or of minutes and notices."""
    return patterns.is_red(paragraph.look.color) and any(
        patterns.is_organ(line) or _is_serial_mark(line) for line in key_lines(paragraph)
    )


def _is_title(lines: Sequence[str]) -> bool:
    """Whether a table is but a frame around the title: 某某市人民政府 / 关于……的通知."""
    words = "".join(lines)
    return (
        len(lines) <= _MOST_TITLE_LINES
        and len(words) <= _LONG
        and "关于" in words
        and genre_of(words) is not None
        and not any(mark in words for mark in "，。；：")
    )


def _is_serial_mark(line: str) -> bool:
    return bool(patterns.SERIAL_MARK.fullmatch(line) or patterns.NOTICE_MARK.fullmatch(line))


def _is_issue_line(line: str) -> bool:
    """Whether an office and a date stand on one line, as below the number of minutes."""
    found = patterns.ISSUED_BY.fullmatch(line)
    return found is not None and patterns.is_organ(found["organ"])


def _is_numbered_mark(lines: Sequence[str]) -> bool:
    """Whether a line that numbered papers have for a mark (某某会议纪要) stands above its number."""
    return any(
        _is_serial_mark(above) and (patterns.ISSUE_NUMBER.fullmatch(below) or patterns.ORDER_NUMBER.fullmatch(below))
        for above, below in pairwise(lines)
    )


def key_lines(paragraph: Paragraph) -> list[str]:
    """The keys of the lines of a paragraph that has words."""
    return [found for line in paragraph.text.split("\n") if (found := key(line))]


_PLACEHOLDERS = {
    "份号": Role.COPY_NUMBER,
    "密级": Role.SECRECY,
    "密级和保密期限": Role.SECRECY,
    "紧急程度": Role.URGENCY,
    "缓急": Role.URGENCY,
    "发文机关标志": Role.ISSUER_MARK,
    "发文机关": Role.ISSUER_MARK,
    "发文单位": Role.ISSUER_MARK,
    "发文字号": Role.DOC_NUMBER,
    "文号": Role.DOC_NUMBER,
    "签发人": Role.SIGNER,
    "标题": Role.TITLE,
    "主送": Role.ADDRESSEE,
    "主送单位": Role.ADDRESSEE,
    "主送机关": Role.ADDRESSEE,
}


def placeholder(line: str) -> Role | None:
    """The head element a field like 【密级】 stands for."""
    found = patterns.PLACEHOLDER.fullmatch(line)
    return _PLACEHOLDERS.get(found[1]) if found else None


def _certain_head(line: str) -> bool:
    return bool(
        patterns.MARK.fullmatch(line)
        or patterns.DOC_NUMBER_ONLY.match(line)
        or patterns.SECRECY.fullmatch(line)
        or patterns.URGENCY.fullmatch(line)
        or patterns.SIGNER.fullmatch(line)
        or patterns.ORDER_MARK.fullmatch(line)
        or patterns.COPY_NUMBER.fullmatch(line)
        or patterns.DISPATCH.fullmatch(line)
        or placeholder(line) in (Role.SECRECY, Role.URGENCY, Role.DOC_NUMBER, Role.ISSUER_MARK)
    )


def _head_line(line: str) -> bool:
    return bool(
        _certain_head(line)
        or patterns.is_organ(line)
        or patterns.ORDER_NUMBER.fullmatch(line)
        or patterns.ISSUE_NUMBER.fullmatch(line)
        or _is_serial_mark(line)
        or patterns.SENDER.fullmatch(line)
        or patterns.COPY_TO.fullmatch(line)  # of a telegram, whose form has a row for it
        or _is_issue_line(line)
        or patterns.DATE_ONLY.fullmatch(line)
        or patterns.RULE_LINE.fullmatch(line)
        or (len(line) <= 4 and patterns.HAN_CHARACTER.match(line))  # 签发人的姓名单独成格
    )


def _certain_foot(line: str) -> bool:
    printed = patterns.PRINT_LINE.fullmatch(line)
    return bool(
        (printed and printed["printer"] and patterns.is_organ(printed["printer"]))
        or patterns.COPY_TO.fullmatch(line)
        or patterns.COPY_TO_WITHOUT_COLON.fullmatch(line)
        or patterns.PRINTED.search(line)
        or patterns.DATE_ONLY.fullmatch(line)
        or patterns.PAGE_NUMBER.fullmatch(line)
    )


def _foot_line(line: str) -> bool:
    return bool(
        _certain_foot(line)
        or patterns.is_signature(line)
        or patterns.IMPRINT_REST.fullmatch(line)
        or patterns.MAIN_TO_IN_IMPRINT.fullmatch(line)
        or patterns.PRINT_LINE.fullmatch(line)
        or patterns.ANNOTATION_WORDS.match(line)
        or patterns.RULE_LINE.fullmatch(line)
    )
