"""The imprint (GB/T 9704-2012 7.4): pieces in, verdicts for 抄送机关, 印发机关 and 印发日期 out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.patterns import spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, preceding, whole

_DATED = expression(patterns.DATE)
_HEAD = 6  # lines with words among which a mark like 会议纪要 stands
_BOTH = 2
_LONGEST_DATE = 90  # characters of a line that ends with the date of a sign-off
_LONGEST = 600  # characters of a line of the imprint that is no list
_LONGEST_GAP = 6  # pieces of continued names between two lines of the imprint


def imprint(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for 抄送机关, 印发机关, 印发日期 and what stands between them."""
    anchors = [piece.index for piece in pieces if piece.index not in taken and _is_anchor(piece)]
    cluster = _last_cluster(pieces, anchors) or _without_its_word(pieces) or _distributed(pieces, taken)
    if not cluster:
        return {}
    first, last = _extended(pieces, taken, cluster[0], cluster[-1])
    verdicts: dict[int, Verdict] = {}
    copying = False
    for piece in pieces[first : last + 1]:
        if piece.blank or piece.index in taken or piece.carrier is not None:
            continue
        verdict = _line(piece)
        if verdict is None and (copying or _lists_on(piece, verdicts)):
            verdict = whole(Role.COPY_TO, "接续上一行的抄送机关", joined=True)
        verdict = verdict or whole(Role.OTHER, "位于版记之中")
        copying = verdict.role is Role.COPY_TO and not piece.key.endswith("。")
        verdicts[piece.index] = verdict
    return verdicts | _strayed(pieces, verdicts)


def _strayed(pieces: Sequence[Piece], verdicts: Verdicts) -> dict[int, Verdict]:
    """The only date without 印发 of a document whose sign-off has none: it was moved beside the one with 印发."""
    dates = [index for index, verdict in verdicts.items() if any(p.role is Role.PRINT_DATE for p in verdict.parts)]
    bare = [index for index in dates if patterns.DATE_ONLY.fullmatch(pieces[index].key)]
    if len(dates) != _BOTH or len(bare) != 1:
        return {}
    above = pieces[: min(verdicts)]
    if any(patterns.DATE_AT_END.search(piece.key) for piece in above if piece.key and len(piece.key) <= _LONGEST_DATE):
        return {}
    return {bare[0]: whole(Role.DATE, "版记中另有印发日期，署名之下没有日期")}


def _lists_on(piece: Piece, verdicts: Verdicts) -> bool:
    """Whether a line below the full stop of the copies names more of them: it is indented, or a list."""
    above = max(verdicts, default=-1)
    copied = above == piece.index - 1 and verdicts[above].role is Role.COPY_TO
    if not copied or "：" in piece.key or _DATED.search(piece.key):
        return False
    return piece.text[:1].isspace() or _names_organs(piece.key.rstrip("。"), _BOTH)


def _names_organs(line: str, at_least: int = 1) -> bool:
    """Whether a line is nothing but the names of organs, and of how many."""
    names = re.split("[，、；]", line)
    return len(names) >= at_least and all(map(patterns.is_organ, names))


def _is_anchor(piece: Piece) -> bool:
    line = piece.key
    if piece.carrier is not None or (len(line) > _LONGEST and not _is_long_list(line)):
        return False
    return bool(
        _says_copies(piece)
        or _says_printed(line)
        or patterns.SUBJECT_WORDS.fullmatch(line)
        or (line and patterns.COPIES.fullmatch(line))
    )


def _is_long_list(line: str) -> bool:
    """Whether a line of any length names who gets a copy: one sentence, where a text has many."""
    return patterns.COPY_TO.match(line) is not None and "。" not in line[:-1]


def _says_copies(piece: Piece) -> bool:
    """Whether a line says who gets a copy; its colon may be forgotten in a frame, and before names of organs alone."""
    if patterns.COPY_TO.fullmatch(piece.key):
        return True
    if patterns.COPY_TO_WITHOUT_COLON.fullmatch(piece.key) is None:
        return False
    return piece.framed or _names_organs(piece.key[2:].rstrip("。"))


def _says_printed(line: str) -> bool:
    """Whether a line says when it was printed, and perhaps by whom."""
    if "印" not in line and "发" not in line:  # so with most lines
        return False
    if patterns.PRINTED.search(line) is None or (printed := patterns.PRINT_LINE.fullmatch(line)) is None:
        return False
    return not printed["printer"] or patterns.is_organ(printed["printer"])


def _without_its_word(pieces: Sequence[Piece]) -> list[int]:
    """An organ and a date without 印发 in the last line or cells of a frame, below the date of the document."""
    last = next((piece for piece in reversed(pieces) if not piece.blank), None)
    if last is None or not last.framed or last.carrier is not None:
        return []
    printed = patterns.PRINT_LINE.fullmatch(last.key)
    if printed is None:
        return []
    if printed["printer"]:
        dated = any(patterns.DATE_ONLY.fullmatch(piece.key) for piece in pieces[: last.index])
        return [last.index] if dated and patterns.is_organ(printed["printer"]) else []
    office = preceding(pieces, last.index)
    if office is None or not office.framed or not patterns.is_organ(office.key):
        return []
    return [office.index, last.index] if _is_signed(pieces[: office.index]) else []


def _is_signed(pieces: Sequence[Piece]) -> bool:
    """Whether a line is a date below the name of who signs."""
    dates = (piece for piece in pieces if patterns.DATE_ONLY.fullmatch(piece.key))
    above = (preceding(pieces, piece.index) for piece in dates)
    return any(piece is not None and patterns.is_signature(piece.key) for piece in above)


def _distributed(pieces: Sequence[Piece], taken: Verdicts) -> list[int]:
    """报：, 送： and 发： on the last lines of minutes or a bulletin; several, or one that names nothing but organs."""
    lines: list[int] = []
    for piece in reversed(pieces):
        if piece.blank:
            continue
        if not lines and piece.carrier is None and patterns.IMPRINT_REST.fullmatch(piece.key):
            continue  # 编辑：韩某某　　核稿：杨某
        if piece.carrier is not None or piece.index in taken or not patterns.DISTRIBUTED.fullmatch(piece.key):
            break
        lines.insert(0, piece.index)
    heads = [piece.key for piece in pieces if not piece.blank][:_HEAD]
    serial = any(patterns.SERIAL_MARK.fullmatch(line) for line in heads)
    return lines if len(lines) > 1 or serial else []


def _last_cluster(pieces: Sequence[Piece], anchors: Sequence[int]) -> list[int]:
    """The last anchors that stand together, from top to bottom."""
    cluster: list[int] = []
    for index in reversed(anchors):
        if cluster:
            between = [piece for piece in pieces[index + 1 : cluster[0]] if not piece.blank]
            if len(between) > _LONGEST_GAP or any(
                piece.carrier is not None or "。" in piece.key[:-1] for piece in between
            ):
                break
        cluster.insert(0, index)
    return cluster if len(cluster) > 1 or (cluster and _stands_at_end(pieces, cluster[0])) else []


def _stands_at_end(pieces: Sequence[Piece], index: int) -> bool:
    """抄送 in the middle of a text is a word like any other; at its end a sign-off stands before or little after it."""
    tail = [piece for piece in pieces[index + 1 :] if not piece.blank]
    above = preceding(pieces, index)
    signed = above is not None and (patterns.DATE_AT_END.search(above.key) or patterns.ANNOTATION.fullmatch(above.key))
    return len(tail) <= _LONGEST_GAP or pieces[index].framed or bool(signed)


def _extended(pieces: Sequence[Piece], taken: Verdicts, first: int, last: int) -> tuple[int, int]:
    """The first and last piece with the lines and names around the anchors."""
    while (before := preceding(pieces, first)) is not None and before.index not in taken:
        line = before.key
        printed = patterns.PRINT_LINE.fullmatch(pieces[first].key)
        is_printer = printed and not printed["printer"] and patterns.is_organ(line)
        if before.carrier is not None or not (
            patterns.RULE_LINE.fullmatch(line)
            or patterns.DISTRIBUTED.fullmatch(line)
            or patterns.MAIN_TO_IN_IMPRINT.fullmatch(line)
            or line == "版记"
            or is_printer
        ):
            break
        first = before.index
    for piece in pieces[last + 1 :]:
        if piece.blank:
            continue
        line = piece.key
        if _goes_on(pieces[last], piece) and piece.index not in taken:
            last = piece.index
            continue
        printed = patterns.PRINT_LINE.fullmatch(line)
        if piece.index in taken or piece.carrier is not None:
            break
        if not (
            patterns.RULE_LINE.fullmatch(line)
            or patterns.IMPRINT_REST.fullmatch(line)
            or (printed and (not printed["printer"] or patterns.is_organ(printed["printer"])))
            or (piece.framed and patterns.is_organ(line))
        ):
            break
        last = piece.index
    return first, last


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether the copies stop at a comma and `piece` names the rest: 县检察院， above 县人武部。"""
    return (
        piece.carrier is None
        and _says_copies(above)
        and above.key.endswith(("，", "、"))
        and len(piece.key) <= _LONGEST_DATE
        and _names_organs(piece.key.rstrip("。，、；"))
    )


def _line(piece: Piece) -> Verdict | None:
    line = piece.key
    if patterns.RULE_LINE.fullmatch(line):
        return Verdict(dropped="版记中用字符画的线，由版式重新画出")
    if _says_copies(piece):
        return whole(Role.COPY_TO, "以“抄送：”一类的词开头，位于文末")
    if patterns.DISTRIBUTED.fullmatch(line):
        return whole(Role.COPY_TO, "以“报：”“送：”“发：”开头，在版记中，编排方法同抄送机关")
    if patterns.MAIN_TO_IN_IMPRINT.fullmatch(line):
        return whole(Role.COPY_TO, "以“主送：”开头，在版记中，编排方法同抄送机关")
    if patterns.SUBJECT_WORDS.fullmatch(line):
        return whole(Role.OTHER, "主题词，现行标准已取消，保留原文")
    if line and patterns.COPIES.fullmatch(line):
        return whole(Role.PRINT_RUN, "版记中的印数，标准没有这一项")
    if patterns.IMPRINT_REST.fullmatch(line):
        return whole(Role.OTHER, "版记中标准未规定的事项，保留原文")
    printed = patterns.PRINT_LINE.fullmatch(line)
    if printed is not None:
        return _printed(piece, printed)
    if patterns.is_organ(line):
        return whole(Role.PRINTER, "版记中单独成行的机关名称")
    return None


def is_of(role: Role, piece: Piece) -> bool:
    """Whether a line in the style of an element of the imprint can be it: what was typed below it has its style too."""
    verdict = _line(piece)
    return verdict is None or [part.role for part in verdict.parts] == [role]


def _printed(piece: Piece, found: re.Match[str]) -> Verdict:
    """The line `某某局办公室    2026年5月6日印发    共印80份`, cut in its parts."""
    if not found["printer"] and not found["copies"] and not found.start("date"):
        return whole(Role.PRINT_DATE, "版记中的日期")
    places = spots(piece.text)
    named = (
        (Role.PRINTER, "printer", "版记中日期之前的机关名称"),
        (Role.PRINT_DATE, "date", "版记中印发机关之后的日期"),
        (Role.PRINT_RUN, "copies", "版记中的印数，标准没有这一项"),
    )
    return Verdict(
        tuple(
            Part(role, reason, places[found.start(group)], places[found.end(group) - 1] + 1)
            for role, group, reason in named
            if found[group]
        )
    )
