"""The set forms of single elements: document number, dates, addressee, copies, annotation, secrecy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from gwformat.expressions import expression
from gwformat.model import ATTENDANCE_ROLES, OBJECT, Block, Change, Document, Edit, Role
from gwformat.normalise.passes import Pass, Passage, edit, in_blocks
from gwformat.normalise.roles import PROSE
from gwformat.text.characters import EACH_SPACE, HAN, SPACE, count_han, half_width_digits, tail
from gwformat.text.numerals import DATE, date_of, format_date

_GAP = f"[{SPACE}\t]*"
_NUMBER = expression(
    f"{_GAP}[〔\\[［【（(﹝❲〈]{_GAP}(?P<year>[0-9０-９]{{4}}){_GAP}[〕\\]］】）)﹞❳〉]{_GAP}"
    f"第?{_GAP}[0０]*(?P<number>[0-9０-９]+){_GAP}号"
)
# Round brackets also stand around plain years: only after the last character of a usual 代字 are they a number's.
_CITED = expression(
    f"(?:(?<=[{HAN}])[\\[［【﹝❲〈]|(?<=[发办函字令政党组委厅文电纪呈批复通报议规])[（(])(?P<year>(?:19|20)[0-9]{{2}})"
    f"[\\]］】）)﹞❳〉](?={_GAP}第?{_GAP}[0-9]+{_GAP}号(?![楼院线馆房厂门井机]))"
)


def _doc_number(passage: Passage) -> Sequence[Edit]:
    return [
        Edit(*found.span(), f"〔{half_width_digits(found['year'])}〕{half_width_digits(found['number'])}号")
        for found in _NUMBER.finditer(passage.text)
    ]


def _cited_number(passage: Passage) -> Sequence[Edit]:
    """Only the brackets: an older number may rightly read 〔1998〕第05号."""
    edits: list[Edit] = []
    for found in _CITED.finditer(passage.text):
        edits += (Edit(found.start(), found.start() + 1, "〔"), Edit(found.end() - 1, found.end(), "〕"))
    return edits


def _dates(passage: Passage) -> Sequence[Edit]:
    return [
        Edit(*found.span(), format_date(day))
        for found in DATE.finditer(passage.text)
        if (day := date_of(found)) is not None
    ]


_ADDRESSEE_MARKS = ":;；，,、。.．："
_COPY_MARKS = ";；，,、.．。"


def _addressee(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Edit]]]:
    last = blocks[-1].text
    if last and OBJECT not in last:
        yield len(blocks) - 1, [Edit(tail(last, _ADDRESSEE_MARKS), len(last), "：")]


_COPY_LABEL = expression(f"(?P<word>(?:抄{_GAP}[送报]|主{_GAP}送)){_GAP}[:：;；]?{_GAP}")


def _copies(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Edit]]]:
    for index, block in enumerate(blocks):
        edits = []
        if label := _COPY_LABEL.match(block.text):
            word = re.sub(f"[{SPACE}\t]", "", label["word"])
            edits.append(Edit(*label.span(), f"{word}："))
        ends = OBJECT not in block.text and (index + 1 == len(blocks) or _COPY_LABEL.match(blocks[index + 1].text))
        end = tail(block.text, _COPY_MARKS)
        if ends and end > (label.end() if label else 0):
            edits.append(Edit(end, len(block.text), "。"))
        yield index, edits


def _annotation(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Edit]]]:
    first, last = blocks[0].text, blocks[-1].text
    if not count_han(first) or not last:
        return
    end = tail(last, "。.．;；")
    if first[0] in "（(" and last[:end].endswith(("）", ")")):
        yield len(blocks) - 1, [Edit(end, len(last), "")]
    elif len(blocks) == 1 and not set(first) & set("（）()[]［］【】〔〕\n"):
        yield 0, [Edit(0, 0, "（"), Edit(len(first), len(first), "）")]


_STAR = expression(f"(?<=密){_GAP}[☆*＊★]{_GAP}")


def _secrecy(passage: Passage) -> Sequence[Edit]:
    return [Edit(*found.span(), "★") for found in _STAR.finditer(passage.text)]


_COPY_NUMBER = expression(r"(?:No\.?|№)?\s*(\d{1,5})", re.IGNORECASE)


def _copy_number(passage: Passage) -> Sequence[Edit]:
    found = _COPY_NUMBER.fullmatch(passage.text)
    return [Edit(0, len(passage.text), found[1].zfill(6))] if found else []


_BLANK_LABEL = expression(
    rf"^{_GAP}(?:发往|(?:发电|发报|收电)(?:单位|机关)|签批盖章|签批|(?:电报)?等级)(?P<blank>[{SPACE}\t]+)(?=\S)"
)


def _telegram_label(passage: Passage) -> Sequence[Edit]:
    found = _BLANK_LABEL.match(passage.text)
    return [Edit(*found.span("blank"), "：")] if found is not None else []


_PRINTED = expression(rf"(?<=日){_GAP}(?:印{_GAP}制|封{_GAP}发|发{_GAP}出|印|发)?$")


def _printed(passage: Passage) -> Sequence[Edit]:
    found = _PRINTED.search(passage.text)
    return [Edit(*found.span(), "印发")] if found is not None and DATE.search(passage.text) else []


_SPACED_LABEL = expression(rf"{_GAP}(?P<label>[{HAN}](?:[{SPACE}\t]*[{HAN}]){{1,3}}){_GAP}[：:]")


def _attendance(passage: Passage) -> Sequence[Edit]:
    found = _SPACED_LABEL.match(passage.text)
    return [Edit(*found.span("label"), "".join(found["label"].split()))] if found else []


_GENRE_ALONE = expression(
    rf"{_GAP}\n{_GAP}(?=的?{_GAP}(?:通{_GAP}[知报告]|请{_GAP}示|报{_GAP}告|批{_GAP}复|意{_GAP}见|决{_GAP}[定议]"
    rf"|公{_GAP}[告报]|议{_GAP}案"
    rf"|复?{_GAP}函)(?:（[^（）\n]{{1,12}}）)?$)"
)


def _title_end(passage: Passage) -> Sequence[Edit]:
    """A typed break before the genre alone (工作的 / 通知): where a title is long its lines are worked out anew."""
    found = _GENRE_ALONE.search(passage.text)
    return [Edit(*found.span(), "")] if found is not None and "关于" in passage.text[: found.start()] else []


_Series = Callable[[Sequence[Block]], Iterator[tuple[int, list[Edit]]]]


def _in_series(role: Role, find: _Series) -> Callable[[Document, Pass], Document]:
    """A pass over each unbroken series of blocks of `role`: only its first or last block has a label or an end."""

    def run(document: Document, step: Pass) -> Document:
        blocks = list(document.blocks)
        changes: list[Change] = []
        for first, last in _series(document.blocks, role):
            for offset, edits in find(document.blocks[first:last]):
                blocks[first + offset] = edit(blocks[first + offset], edits, step, changes)
        return document.changed(blocks, changes)

    return run


def _series(blocks: Sequence[Block], role: Role) -> Iterator[tuple[int, int]]:
    first = None
    for index, block in enumerate(blocks):
        if block.set_as is role:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(blocks)


DATES = (Role.DATE, Role.PRINT_DATE, Role.PRINTER, Role.EDITED)
PASSES = (
    Pass("secrecy", "密级标注规范", "密级与保密期限之间用实心五角星“★”", in_blocks((Role.SECRECY,), _secrecy)),
    Pass(
        "doc-number",
        "发文字号规范",
        "7.2.5：年份用六角括号“〔〕”，发文顺序号不加“第”字，不编虚位",
        in_blocks((Role.DOC_NUMBER,), _doc_number),
    ),
    Pass(
        "telegram-labels",
        "电报字样规范",
        "惯例：“发往”“等级”等字样后标全角冒号",
        in_blocks((Role.DISPATCH, Role.URGENCY, Role.SIGNER), _telegram_label, EACH_SPACE | {"\t"}),
    ),
    Pass("title-end", "标题末行", "7.3.1：回行时词意完整，文种不单独成行", in_blocks((Role.TITLE,), _title_end, "\n")),
    Pass("cited-number", "引文字号括号规范", "年份用六角括号“〔〕”", in_blocks(PROSE, _cited_number, "[［【﹝❲〈(（")),
    Pass("dates", "日期规范", "7.3.5.4：用阿拉伯数字，年份标全称，月、日不编虚位", in_blocks(DATES, _dates)),
    Pass("addressee", "主送机关规范", "7.3.2：最后一个机关名称后标全角冒号", _in_series(Role.ADDRESSEE, _addressee)),
    Pass("copies", "抄送机关规范", "7.4.2：“抄送”后标全角冒号，最后标句号", _in_series(Role.COPY_TO, _copies)),
    Pass("printed", "印发日期规范", "7.4.3：印发日期后加“印发”二字", in_blocks((Role.PRINT_DATE,), _printed)),
    Pass(
        "attendance",
        "人员名单字样规范",
        "10.3：“出席”“请假”“列席”二字之间不空格",
        in_blocks(ATTENDANCE_ROLES, _attendance, EACH_SPACE | {"\t"}),
    ),
    Pass("annotation", "附注规范", "7.3.6：附注加圆括号", _in_series(Role.ANNOTATION, _annotation)),
)
OPTIONAL = (
    Pass(
        "copy-number",
        "份号位数",
        "7.2.1：份号一般用6位阿拉伯数字",
        in_blocks((Role.COPY_NUMBER,), _copy_number),
        default=False,
    ),
)
