"""A number comes in, a file that holds so many of one thing goes out: what a document may have much of.

Each is a docx unless its name says otherwise; everything else in it stays the same.
"""

# ruff: noqa: E501  one element of XML is read more easily on one line
from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from tests.build import make_docx, p, style
from tests.drawings import PNG, png_chunk

Draft = Callable[[int], tuple[str, bytes]]
"""How many come in, the name and the bytes of the file go out."""

_HEAD = p("某某市某某局关于做好防汛工作的通知") + p("各区某某局：") + p("　　现将有关事项通知如下。")
_FOOT = p("　　请遵照执行。") + p("某某市某某局") + p("2026年5月6日")
_TEXT = "各单位要加强值守，按照职责做好工作"
_MARK = '<w:instrText xml:space="preserve">{}</w:instrText>'
_RED = "某某市某某局文件\n某某发〔2026〕5号\n\n"


def _docx(
    body: Iterable[str], parts: Mapping[str, str | bytes] = {}, rels: Iterable[tuple[str, str, str]] = ()
) -> bytes:
    return make_docx(_HEAD + "".join(body) + _FOOT, parts, rels)


def _paragraph(number: int, inside: str = "") -> str:
    return f"<w:p><w:r><w:t>　　{_TEXT}{_han(number)}。</w:t></w:r>{inside}</w:p>"


def _han(number: int) -> str:
    """Three characters that tell `number` from the others."""
    digits = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"
    return digits[number // 400 % 20] + digits[number // 20 % 20] + digits[number % 20]


def _each(make: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda count: _docx(make(number) for number in range(count))


def _notes(kind: str) -> Callable[[int], bytes]:
    def draft(count: int) -> bytes:
        body = (_paragraph(n, f'<w:r><w:{kind}Reference w:id="{n + 1}"/></w:r>') for n in range(count))
        said = "".join(f'<w:{kind} w:id="{n + 1}">{p(f"见第{n}号文件{_han(n)}。")}</w:{kind}>' for n in range(count))
        return _docx(body, {f"word/{kind}s.xml": said})

    return draft


def _comments(count: int) -> bytes:
    def one(n: int) -> str:
        start, end = f'<w:commentRangeStart w:id="{n}"/>', f'<w:commentRangeEnd w:id="{n}"/>'
        return f'<w:p>{start}<w:r><w:t>　　{_TEXT}{_han(n)}。</w:t></w:r>{end}<w:r><w:commentReference w:id="{n}"/></w:r></w:p>'

    said = "".join(f'<w:comment w:id="{n}" w:author="甲">{p(f"请核实{_han(n)}")}</w:comment>' for n in range(count))
    return _docx(map(one, range(count)), {"word/comments.xml": said})


def _bookmark(n: int) -> str:
    return f'<w:p><w:bookmarkStart w:id="{n}" w:name="b{n}"/><w:r><w:t>　　{_TEXT}{_han(n)}。</w:t></w:r><w:bookmarkEnd w:id="{n}"/></w:p>'


def _nested_bookmarks(count: int) -> bytes:
    starts = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(count))
    ends = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in reversed(range(count)))
    return _docx(
        [
            f"<w:p>{starts}<w:r><w:t>　　{_TEXT}。</w:t></w:r></w:p>",
            _paragraph(1),
            f"<w:p>{ends}<w:r><w:t>{_TEXT}。</w:t></w:r></w:p>",
        ]
    )


def _section(n: int) -> str:
    size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1960" w:right="1474" w:bottom="1848" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    return p(f"　　{_TEXT}{_han(n)}。", f"<w:sectPr>{size}</w:sectPr>")


def _sections_with_headers(count: int) -> bytes:
    def one(n: int) -> str:
        return p(
            f"　　{_TEXT}{_han(n)}。",
            f'<w:sectPr><w:headerReference w:type="default" r:id="rel-header{n}"/></w:sectPr>',
        )

    return _docx(map(one, range(count)), {f"word/header{n}.xml": p(f"页眉{_han(n)}") for n in range(count)})


def _attachments(count: int) -> bytes:
    note = "".join(p(f"{'附件：' if not n else '　　　'}{n + 1}.{_TEXT}{_han(n)}") for n in range(count))
    bodies = "".join(p(f"附件{n + 1}") + p(f"{_TEXT}{_han(n)}") + _paragraph(n) for n in range(count))
    return make_docx(_HEAD + note + p("某某市某某局") + p("2026年5月6日") + bodies)


def _numeral(number: int) -> str:
    if number < 10:
        return "零一二三四五六七八九"[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _numeral(tens)) + "十" + (_numeral(ones) if ones else "")
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _heading(n: int) -> str:
    return p(f"　　{_numeral(n % 99 + 1)}、{_TEXT}{_han(n)}") + p(
        f"　　（{_numeral(n % 99 + 1)}）{_han(n)}工作。{_TEXT}。"
    )


def _list_item(n: int) -> str:
    return p(f"{_TEXT}{_han(n)}。", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


_LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
_ONE_LIST = f'<w:abstractNum w:abstractNumId="0">{_LEVEL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def _numbered(count: int) -> bytes:
    return _docx(map(_list_item, range(count)), {"word/numbering.xml": _ONE_LIST})


def _numbered_cells(count: int) -> bytes:
    """A list that numbers the text and the cells of a table."""
    rows = "".join(f"<w:tr><w:tc>{_list_item(n)}</w:tc></w:tr>" for n in range(count))
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    return _docx([_list_item(0), table], {"word/numbering.xml": _ONE_LIST})


def _numberings(count: int) -> bytes:
    said = "".join(f'<w:abstractNum w:abstractNumId="{n}">{_LEVEL}</w:abstractNum>' for n in range(count))
    said += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(count))
    body = (
        p(f"{_TEXT}{_han(n)}。", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n + 1}"/></w:numPr>')
        for n in range(count)
    )
    return _docx(body, {"word/numbering.xml": said})


def _cell(text: str, inner: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/></w:tcPr>{inner}{p(text)}</w:tc>'


def _table(rows: int, columns: int) -> str:
    row = lambda n: "<w:tr>" + "".join(_cell(_han(n * columns + m)) for m in range(columns)) + "</w:tr>"  # noqa: E731
    grid = "<w:tblGrid>" + '<w:gridCol w:w="800"/>' * columns + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(map(row, range(rows)))}</w:tbl>"


def _merged_rows(count: int) -> bytes:
    def row(n: int) -> str:
        merge = '<w:vMerge w:val="restart"/>' if not n else "<w:vMerge/>"
        return f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{p(_han(n) if not n else '')}</w:tc>{_cell(_han(n))}</w:tr>"

    return _docx(
        [f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(map(row, range(count)))}</w:tbl>"]
    )


def _nested_tables(depth: int) -> bytes:
    table = ""
    for n in range(depth):
        table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{_cell(_han(n), table)}</w:tr></w:tbl>"
    return _docx([table])


def _text_box(n: int) -> str:
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{p(_TEXT + _han(n))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    return _paragraph(
        n, _drawn(n, shape, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "anchor")
    )


def _drawn(n: int, inside: str, uri: str, kind: str = "inline") -> str:
    placed = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        if kind == "anchor"
        else ""
    )
    said = ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0" relativeHeight="1" distT="0" distB="0" distL="0" distR="0"'
    wrapped = "<wp:wrapNone/>" if kind == "anchor" else ""
    return (
        f'<w:r><w:drawing><wp:{kind}{said if placed else ""}>{placed}<wp:extent cx="900000" cy="300000"/>{wrapped}'
        f'<wp:docPr id="{n + 1}" name="图{n}"/><a:graphic><a:graphicData uri="{uri}">{inside}'
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def _png(n: int) -> bytes:
    row = b"\0" + bytes((n & 255, n >> 8, 0)) * 8
    head, pixels = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0), zlib.compress(row * 8)
    return PNG + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def _picture(n: int, of: int) -> str:
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    shape = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="pic{of}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return _paragraph(n) + f"<w:p>{_drawn(n, shape, pic)}</w:p>"


def _pictures(several: bool) -> Callable[[int], bytes]:
    def draft(count: int) -> bytes:
        files = count if several else 1
        parts = {f"word/media/p{n}.png": _png(n) for n in range(files)}
        return _docx(
            (_picture(n, n % files) for n in range(count)),
            parts,
            [(f"pic{n}", "image", f"media/p{n}.png") for n in range(files)],
        )

    return draft


def _field(n: int) -> str:
    one = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = f"<w:r>{_MARK.format(f' REF b{n} ')}</w:r>"
    return _paragraph(
        n, one.format("begin") + inside + one.format("separate") + f"<w:r><w:t>第{n}条</w:t></w:r>" + one.format("end")
    )


def _nested_fields(depth: int) -> bytes:
    one = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    start = (one.format("begin") + f"<w:r>{_MARK.format(' IF ')}</w:r>" + one.format("separate")) * depth
    return _docx([f"<w:p>{start}<w:r><w:t>{_TEXT}。</w:t></w:r>{one.format('end') * depth}</w:p>"])


def _unclosed_fields(count: int) -> bytes:
    return _docx(
        _paragraph(
            n,
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{_MARK.format(" A ")}</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        )
        for n in range(count)
    )


def _change(n: int) -> str:
    said = f'w:id="{n}" w:author="甲" w:date="2026-05-06T00:00:00Z"'
    gone = f"<w:del {said}><w:r><w:delText>{_han(n)}</w:delText></w:r></w:del>"
    return f"<w:p><w:r><w:t>　　{_TEXT}</w:t></w:r>{gone}<w:ins {said}><w:r><w:t>{_han(n)}。</w:t></w:r></w:ins></w:p>"


def _changed_lines(count: int) -> bytes:
    def one(n: int) -> str:
        said = f'w:id="{n}" w:author="甲" w:date="2026-05-06T00:00:00Z"'
        line = f"<w:r><w:t>　　{_TEXT}{_han(n)}。</w:t><w:br/></w:r>"
        kind, word = (("del", "delText"), ("ins", "t"))[n % 2]
        return f"{line}<w:{kind} {said}><w:r><w:{word}>{_han(n)}</w:{word}></w:r></w:{kind}>"

    return _docx(["<w:p>" + "".join(map(one, range(count))) + "</w:p>"])


def _faulty_lines(count: int) -> bytes:
    return _docx(
        ["<w:p>" + "".join(f"<w:r><w:t>　　{_han(n)}{_FAULTY}</w:t><w:br/></w:r>" for n in range(count)) + "</w:p>"]
    )


def _link(n: int) -> str:
    return _paragraph(n, f'<w:hyperlink r:id="link{n}"><w:r><w:t>网址{_han(n)}</w:t></w:r></w:hyperlink>')


def _links(count: int) -> bytes:
    return _docx(
        map(_link, range(count)),
        {},
        [(f"link{n}", "hyperlink", f"http://www.example.gov.cn/{n}") for n in range(count)],
    )


def _styles(chained: bool) -> Callable[[int], bytes]:
    def draft(count: int) -> bytes:
        said = "".join(
            style(f"s{n}", "<w:rPr><w:sz w:val='32'/></w:rPr>", based_on=f"s{n - 1}" if chained and n else "")
            for n in range(count)
        )
        body = (p(f"　　{_TEXT}{_han(n)}。", f'<w:pStyle w:val="s{n}"/>') for n in range(count))
        return _docx(body, {"word/styles.xml": said})

    return draft


def _font(n: int) -> str:
    return p(f"　　{_TEXT}{_han(n)}。", "", f'<w:rFonts w:ascii="字体{n}" w:hAnsi="字体{n}" w:eastAsia="字体{n}"/>')


def _runs(count: int) -> bytes:
    one = lambda n: f'<w:r><w:rPr><w:sz w:val="{32 - n % 2}"/></w:rPr><w:t>{_han(n)}，</w:t></w:r>'  # noqa: E731
    return _docx(["<w:p>" + "".join(map(one, range(count))) + "</w:p>"])


def _long(unit: str) -> Callable[[int], bytes]:
    return lambda count: _docx([p("　　" + (unit * (count // len(unit) + 1))[:count])])


def _long_varied(count: int) -> bytes:
    return _docx([p("　　" + "".join(f"{_TEXT}{_han(n)}，" for n in range(count // 20)))])


def _many(unit: str) -> Callable[[int], bytes]:
    return _each(lambda n: p(f"　　{_han(n)}{unit}{_TEXT}"))


_RARE = "".join(map(chr, [*range(0x3400, 0x3800), *range(0x20000, 0x20400), *range(0xE000, 0xE100)]))


def _rare(n: int) -> str:
    return p(f"　　{_TEXT}{_RARE[n * 3 % len(_RARE)]}{_RARE[(n * 3 + 1) % len(_RARE)]}。")


_FAULTY = (
    "第１条，按照[2024]5号文件的要求,在2026.5.6之前,做做好工作；；并且必需（（加强领导）），完成100％-200％的任务。。"
)


def _addressees(count: int) -> bytes:
    names = "，".join(f"{_han(n)}区某某局" for n in range(count))
    return make_docx(
        p("某某市某某局关于做好防汛工作的通知") + p(f"{names}：") + p("　　现将有关事项通知如下。") + _FOOT
    )


def _copied(count: int) -> bytes:
    names = "，".join(f"{_han(n)}区某某局" for n in range(count))
    return make_docx(_HEAD + _FOOT + p(f"抄送：{names}。") + p("某某市某某局办公室　　2026年5月7日印发"))


def _joint(count: int) -> bytes:
    names = [f"某某市{_han(n)}局" for n in range(count)]
    marks = "".join(map(p, names)) + p("文件") + p("某某发〔2026〕5号")
    return make_docx(marks + _HEAD + p("　　请遵照执行。") + "".join(map(p, names)) + p("2026年5月6日"))


def _signers(count: int) -> bytes:
    names = "　".join(f"张{_han(n)[1:]}" for n in range(count))
    return make_docx(
        p("某某市某某局文件")
        + p(f"某某发〔2026〕5号　　签发人：{names}")
        + p("某某市某某局关于防汛工作的请示")
        + p("某某市人民政府：")
        + _paragraph(1)
        + p("妥否，请批示。")
        + p("某某市某某局")
        + p("2026年5月6日")
    )


def _title(count: int) -> bytes:
    return make_docx(
        p("某某市某某局关于" + "".join(f"{_TEXT}{_han(n)}和" for n in range(count // 20)) + "工作的通知")
        + p("各区某某局：")
        + _paragraph(1)
        + _FOOT
    )


def _text(make: Callable[[int], str]) -> Callable[[int], bytes]:
    head, foot = (
        "某某市某某局关于做好防汛工作的通知\n\n各区某某局：\n\n",
        "\n请遵照执行。\n\n某某市某某局\n\n2026年5月6日\n",
    )
    return lambda count: (head + "".join(map(make, range(count))) + foot).encode()


def _files(count: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for n in range(count):
            archive.writestr(f"第{n // 40}批/通知{n}.txt", _text(lambda m: f"　　{_TEXT}{_han(m)}。\n")(2))
    return data.getvalue()


def _members(count: int) -> bytes:
    return _docx(
        [_paragraph(1)],
        {f"word/other{n}.xml": b"<a/>" for n in range(count)},
        [(f"o{n}", "other", f"other{n}.xml") for n in range(count)],
    )


def _alternative(n: int) -> str:
    shown = f"<mc:Choice Requires='wps'>{_paragraph(n)}</mc:Choice>"
    return f"<mc:AlternateContent>{shown}<mc:Fallback>{_paragraph(n)}</mc:Fallback></mc:AlternateContent>"


_WHITE = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>白字</w:t></w:r>'


def _hidden(n: int) -> str:
    return _paragraph(n, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>")


def _sdt(n: int) -> str:
    return f"<w:sdt><w:sdtPr><w:id w:val='{n}'/></w:sdtPr><w:sdtContent>{_paragraph(n)}</w:sdtContent></w:sdt>"


def _formula(n: int) -> str:
    return _paragraph(n, f"<m:oMath><m:r><m:t>x={n}</m:t></m:r></m:oMath>")


_DOCX: Mapping[str, tuple[int, Callable[[int], bytes]]] = {
    "paragraphs": (1600, _each(_paragraph)),
    "footnotes": (800, _notes("footnote")),
    "endnotes": (800, _notes("endnote")),
    "comments": (800, _comments),
    "bookmarks": (1600, _each(_bookmark)),
    "nested bookmarks": (1600, _nested_bookmarks),
    "sections": (400, _each(_section)),
    "sections with headers": (320, _sections_with_headers),
    "attachments": (320, _attachments),
    "headings": (800, _each(_heading)),
    "alternatives": (1600, _each(_alternative)),
    "white words": (1600, _each(lambda n: _paragraph(n, _WHITE))),
    "headings alone": (1600, _each(lambda n: p(f"　　{_numeral(n % 99 + 1)}、{_han(n)}工作"))),
    "list items": (1600, _numbered),
    "lists": (800, _numberings),
    "list items in cells": (800, _numbered_cells),
    "tables": (320, _each(lambda n: _table(2, 3) + _paragraph(n))),
    "rows": (640, lambda count: _docx([_table(count, 4)])),
    "merged rows": (640, _merged_rows),
    "columns": (60, lambda count: _docx([_table(16, count)])),
    "nested tables": (32, _nested_tables),
    "text boxes": (320, _each(_text_box)),
    "pictures": (320, _pictures(True)),
    "same picture": (320, _pictures(False)),
    "fields": (800, _each(_field)),
    "nested fields": (1600, _nested_fields),
    "unclosed fields": (800, _unclosed_fields),
    "changes": (800, _each(_change)),
    "links": (800, _links),
    "styles": (800, _styles(False)),
    "chained styles": (400, _styles(True)),
    "fonts": (800, _each(_font)),
    "runs": (6400, _runs),
    "characters": (64_000, _long("各单位要加强值守按照职责做好工作")),
    "varied characters": (64_000, _long_varied),
    "digits": (32_000, _long("1234567890")),
    "letters": (32_000, _long("abcdefghij")),
    "words": (32_000, _long("word after word ")),
    "unclosed quotes": (64_000, _long("“")),
    "closing quotes": (64_000, _long("”")),
    "straight quotes": (64_000, _long('"')),
    "book titles": (64_000, _long("《甲")),
    "unclosed brackets": (64_000, _long("（")),
    "square brackets": (64_000, _long("〔甲")),
    "full stops": (64_000, _long("。")),
    "commas": (64_000, _long("，")),
    "enumeration": (64_000, _long("甲、")),
    "dots": (64_000, _long("…")),
    "dashes": (64_000, _long("—")),
    "spaces": (32_000, _long("　")),
    "blanks": (32_000, _long("甲 ")),
    "lines of quotes": (1600, _many("“")),
    "lines of brackets": (1600, _many("（")),
    "findings": (640, _each(lambda n: p(f"　　{_han(n)}{_FAULTY}"))),
    "findings in one": (16_000, _long(_FAULTY)),
    "rare characters": (800, _each(_rare)),
    "copied to": (640, _copied),
    "addressees": (640, _addressees),
    "joint organs": (48, _joint),
    "signers": (160, _signers),
    "title": (3200, _title),
    "empty paragraphs": (1600, _each(lambda n: p())),
    "page breaks": (160, _each(lambda n: _paragraph(n, '<w:r><w:br w:type="page"/></w:r>'))),
    "line breaks": (3200, lambda count: _docx(["<w:p>" + "".join(f"<w:r><w:t>{_han(n)}</w:t><w:br/></w:r>" for n in range(count)) + "</w:p>"])),
    "changes in lines": (1600, _changed_lines),
    "findings in lines": (800, _faulty_lines),
    "tabs": (3200, lambda count: _docx(["<w:p>" + "".join(f"<w:r><w:t>{_han(n)}</w:t><w:tab/></w:r>" for n in range(count)) + "</w:p>"])),
    "members": (1600, _members),
    "hidden words": (800, _each(_hidden)),
    "content controls": (800, _each(_sdt)),
    "formulas": (800, _each(_formula)),
}  # fmt: skip

_OTHER: Mapping[str, tuple[int, str, Callable[[int], bytes]]] = {
    "txt lines": (1600, "txt", _text(lambda n: f"　　{_TEXT}{_han(n)}。\n")),
    "txt wrapped lines": (1600, "txt", _text(lambda n: f"{_TEXT}{_han(n)}{'。' if n % 9 == 8 else '，请'}\n")),
    "txt rows": (1600, "txt", _text(lambda n: f"{_han(n)}\t{n}\t{_han(n + 1)}\n")),
    "txt names": (1600, "txt", _text(lambda n: f"张{_han(n)[1:]}　　")),
    "md tables": (320, "md", _text(lambda n: f"|甲|乙|\n|-|-|\n|{_han(n)}|{n}|\n\n{_TEXT}。\n\n")),
    "md rows": (640, "md", lambda count: _text(lambda n: ("|甲|乙|\n|-|-|\n" if not n else "") + f"|{_han(n)}|{n}|\n")(count)),
    "md emphasis": (1600, "md", _text(lambda n: f"**{_han(n)}**和*{_han(n)}*，")),
    "md links": (1600, "md", _text(lambda n: f"[{_han(n)}](http://www.example.gov.cn/{n})，")),
    "md open links": (6400, "md", _text(lambda n: "[")),
    "md html tables": (160, "md", _text(lambda n: f"<table><tr><td>{_han(n)}</td><td>乙</td></tr></table>\n\n{_TEXT}。\n\n")),
    "md footnotes": (640, "md", _text(lambda n: f"{_TEXT}[^{n}]。\n\n[^{n}]: {_han(n)}\n\n")),
    "md quotes": (800, "md", _text(lambda n: f"> {_TEXT}{_han(n)}。\n\n")),
    "files": (320, "zip", _files),
    "md list items": (1600, "md", _text(lambda n: f"{n + 1}. {_TEXT}{_han(n)}。\n")),
}  # fmt: skip

DRAFTS: Mapping[str, tuple[int, str, Callable[[int], bytes]]] = {
    **{name: (most, "docx", make) for name, (most, make) in _DOCX.items()},
    **_OTHER,
}
"""What grows: the largest number measured, the kind of file, and the file with so many."""
