"""A seed comes in, a fictional docx draft whose tables are hard to set goes out.

Merged cells across columns and rows, long cells, header rows, rows that may or may not be parted, narrow columns, Latin
words, several sizes and pitches, table styles, tables wider than the type area, tables within cells.
"""

from __future__ import annotations

import random

from benchmarks.stress_drafts import HAN
from tests.build import make_docx, p

_WESTERN = ("ICT", "WTO", "A4", "Internet", "3.14", "12.5%", "2026年", "1,234,567", "第12号")
_SIZES = (18, 21, 24, 28, 32)
_SPACINGS = (
    "",
    '<w:spacing w:line="360" w:lineRule="auto"/>',
    '<w:spacing w:line="400" w:lineRule="exact"/>',
    '<w:spacing w:before="60" w:after="60"/>',
    '<w:spacing w:before="120" w:line="300" w:lineRule="atLeast"/>',
)
_ALIGNS = ("", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:jc w:val="both"/>')
_INDENTS = ("", "", '<w:ind w:firstLineChars="200"/>', '<w:ind w:left="200" w:hanging="200"/>')
_VERTICAL = ("", '<w:vAlign w:val="center"/>', '<w:vAlign w:val="bottom"/>')
_MARGINS = (
    "",
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>',
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:rPr><w:sz w:val="21"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/><w:basedOn w:val="a1"/>'
    '<w:pPr><w:spacing w:after="40"/></w:pPr><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)


def table_draft(seed: int) -> bytes:
    """A 通知 with one to three tables between its paragraphs."""
    chance = random.Random(seed)
    body = [p(f"关于印发某某一览表的通知（{seed}）", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')]
    body.append(p("各县（区）人民政府："))
    for _ in range(chance.randint(1, 3)):
        body += [p("　　" + _words(chance, 10, 400)) for _ in range(chance.randint(1, 5))]
        body.append(_table(chance, 9000 if chance.random() < 0.8 else 13000, chance.choice((3, 8, 20, 60))))
    body += [p("　　特此通知。"), p("某某市人民政府"), p("2026年3月20日")]
    return make_docx("".join(body), {"word/styles.xml": _STYLES.format(borders=_borders(4))})


def _borders(size: int) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>' for side in sides)


def _words(chance: random.Random, least: int, most: int) -> str:
    """Han with marks and Western words between: what LibreOffice breaks otherwise is not the subject here."""
    pieces: list[str] = []
    wanted = chance.randint(least, most)
    while sum(map(len, pieces)) < wanted:
        pieces.append("".join(chance.choice(HAN) for _ in range(chance.randint(2, 12))))
        pieces.append(chance.choice("，。、；：") if chance.random() < 0.4 else chance.choice(_WESTERN))
    return "".join(pieces)[:wanted]


def _table(chance: random.Random, total: int, most_rows: int, deep: bool = False) -> str:
    count = chance.randint(1, 3 if deep else 7)
    shares = [chance.randint(1, 4) for _ in range(count)]
    widths = [total * share // sum(shares) for share in shares]
    rows = chance.randint(1, most_rows)
    header = chance.random() < 0.3
    whole = "<w:cantSplit/>" if chance.random() < 0.4 else ""
    look = chance.choice((chance.choice((4, 8, 12)), 0, -1))
    said = '<w:tblStyle w:val="a3"/>' if look < 0 else ""
    borders = f"<w:tblBorders>{_borders(look)}</w:tblBorders>" if look > 0 else ""
    properties = f'{said}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}{chance.choice(_MARGINS)}'
    if look < 0:
        properties += '<w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    merged = [0] * count  # how many more rows a column is taken from above
    made = []
    for number in range(rows):
        flags = whole + ("<w:tblHeader/>" if header and number == 0 else "")
        if chance.random() < 0.2:
            rule = chance.choice(("atLeast", "exact"))
            flags += f'<w:trHeight w:val="{chance.randint(300, 1500)}" w:hRule="{rule}"/>'
        made.append(f"<w:tr><w:trPr>{flags}</w:trPr>{_row(chance, widths, merged, rows - number, deep, number)}</w:tr>")
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"


def _row(chance: random.Random, widths: list[int], merged: list[int], left: int, deep: bool, number: int) -> str:
    cells, column = [], 0
    while column < len(widths):
        span = 1
        if not merged[column] and column + 1 < len(widths) and not merged[column + 1] and chance.random() < 0.1:
            span = 2
        properties = f'<w:tcW w:w="{sum(widths[column : column + span])}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        content = ""
        if merged[column]:
            merged[column] -= 1
            properties, content = properties + "<w:vMerge/>", p("")
        elif span == 1 and left > 2 and chance.random() < 0.08:
            merged[column] = chance.randint(1, min(left - 1, 4))
            properties += '<w:vMerge w:val="restart"/>'
        properties += chance.choice(_VERTICAL)
        if number == 0:
            content = content or _paragraph(chance, 6)  # the heads of columns are short
        cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or _content(chance, widths[column], deep)}</w:tc>")
        column += span
    return "".join(cells)


def _content(chance: random.Random, width: int, deep: bool) -> str:
    if not deep and width > 3000 and chance.random() < 0.03:
        return _table(chance, width - 400, 4, deep=True) + p("")
    most = 200 if width > 1500 and chance.random() < 0.05 else 25
    return "".join(_paragraph(chance, most) for _ in range(1 if chance.random() < 0.85 else chance.randint(2, 4)))


def _paragraph(chance: random.Random, most: int) -> str:
    size = chance.choice(_SIZES)
    properties = chance.choice(_SPACINGS) + chance.choice(_INDENTS) + chance.choice(_ALIGNS)
    bold = "<w:b/>" if chance.random() < 0.2 else ""
    face = chance.choice(("", '<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsia="宋体"/>'))
    return p(_words(chance, 0, most), properties, f'{face}{bold}<w:sz w:val="{size}"/>')
