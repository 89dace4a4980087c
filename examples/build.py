"""Build the messy docx drafts of this folder; the same bytes every time.

    python examples/build.py [DIR]

The drafts are made of raw XML on purpose: they show what Word and WPS users really leave behind – typed
indents, spaces as alignment, automatic numbers, a red head in a text box, an imprint made of dashes.
"""

from __future__ import annotations

import struct
import sys
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """One `w:r`; tabs and line breaks in `text` become elements."""
    pieces = []
    for line_number, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if line_number else []
        for cell_number, cell in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if cell_number else []
            pieces += [f'<w:t xml:space="preserve">{escape(cell)}</w:t>'] if cell else []
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(pieces)}</w:r>"


def font(name: str, half_points: int, *, bold: bool = False, color: str = "") -> str:
    """Direct character formatting, the way a toolbar writes it."""
    return (
        f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}"/>'
        + ("<w:b/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + f'<w:sz w:val="{half_points}"/>'
    )


def paragraph(text: str, align: str = "", look: str = "", *, numbering: str = "", style: str = "") -> str:
    """One `w:p` with one run."""
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "") + numbering + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, look or font('宋体', 28))}</w:p>"


def numbered(text: str, level: int) -> str:
    """A paragraph whose label Word computes."""
    return paragraph(text, numbering=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def table(rows: list[list[str]]) -> str:
    """A table with all its lines, in the default font."""
    width = 8400 // len(rows[0])
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cells = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(cell, 'center', font('宋体', 24))}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
    )


def text_box(*paragraphs: str) -> str:
    """A floating text box as Word writes it: DrawingML, with VML for old programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5400000" cy="1260000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="文本框 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1260000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict>"
        '<v:shape style="width:425pt;height:99pt" stroked="f">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def picture(name: str, width: int, height: int) -> str:
    """An inline picture, wider than the type area."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="2" name="{name}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="2" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def bar_chart(values: list[int], width: int = 640, height: int = 320) -> bytes:
    """A PNG with one bar per value, drawn pixel by pixel."""
    slot = width // len(values)
    rows = []
    for y in range(height):
        row = bytearray()
        for x in range(width):
            inside = slot // 5 < x % slot < slot * 4 // 5 and height - y < values[min(x // slot, len(values) - 1)]
            row += b"\x4a\x6f\xa5" if inside else b"\x80\x80\x80" if y == height - 1 else b"\xff\xff\xff"
        rows.append(b"\0" + bytes(row))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


NUMBERING = (
    f'{XML}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = (
    f'{XML}<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style></w:styles>'
)


def save(path: Path, body: list[str], image: bytes = b"") -> None:
    """Write a docx whose bytes depend on nothing but its content."""
    kinds = {"styles": "styles.xml", "numbering": "numbering.xml"} | ({"image": "media/image1.png"} if image else {})
    links = "".join(
        f'<Relationship Id="rId{7 + number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds.items())
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{main}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{main}.numbering+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{XML}<w:document {NAMESPACES} mc:Ignorable=""><w:body>{"".join(body)}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" '
        'w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{RELATIONSHIPS}">{links}</Relationships>',
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | ({"word/media/image1.png": image} if image else {})).items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


RED = font("宋体", 72, bold=True, color="FF0000")
BIG = font("宋体", 36, bold=True)
INDENT = "    "

NOTICE = [
    text_box(paragraph("某 某 市 人 民 政 府 文 件", "center", RED), paragraph("某政发[2026]5号", "center")),
    paragraph(""),
    paragraph("某某市人民政府关于印发某某市城市更新\n行动方案(2026—2028年)的通知", "center", BIG),
    paragraph(""),
    paragraph("各县(区)人民政府,市政府各工作部门、各直属机构:"),
    paragraph(INDENT + "现将《某某市城市更新行动方案(2026—2028年)》印发给你们,请结合实际,认真组织实施."),
    paragraph(INDENT + "一,提高思想认识"),
    paragraph(
        INDENT
        + "城市更新是推动城市高质量发展的重要抓手。各县(区)人民政府、各有关部门要充分认识实施城市更新行动的重要意义,"
        "坚持“留改拆”并举、以保留利用提升为主,把民生需求摆在首位,扎实推进老旧小区、老旧厂区、老旧街区改造,不断增强人民群众的获得感。"
    ),
    paragraph(INDENT + "二,明确工作任务"),
    paragraph(
        INDENT + "(一)编制年度计划。各县(区)要于每年10月底前提出下一年度城市更新项目计划,报市住房城乡建设局汇总,"
        "经市人民政府常务会议审定后实施。"
    ),
    paragraph(
        INDENT + "(二)落实要素保障。市财政局每年安排专项资金2.5亿元,对符合条件的项目按不超过总投资的 30% 给予补助;"
        "市自然资源局要在规划指标、用地手续等方面予以支持。"
    ),
    paragraph(INDENT + "1、优先保障水、电、气、热、通信等基础设施改造项目。"),
    paragraph(INDENT + "2、对加装电梯项目实行“一站式”联合审批,办理时限压缩至15个工作日以内。"),
    paragraph(INDENT + "(三)加强质量安全监管。严格执行GB 55032—2022等强制性标准,落实参建各方主体责任。"),
    paragraph(INDENT + "三,强化督促落实"),
    paragraph(
        INDENT + "市城市更新工作领导小组办公室要建立“月调度、季通报、年考核”机制,对进展缓慢的县(区)及时约谈。"
        "各县(区)、各有关部门于每月5日前报送上月工作进展,联系电话:0000-7654321,邮箱:gxb@example.gov.cn。"
    ),
    paragraph(""),
    paragraph(INDENT + "附件:1、某某市城市更新行动方案(2026—2028年)"),
    paragraph("          2、2026年度城市更新重点项目表"),
    paragraph(""),
    paragraph(""),
    paragraph(" " * 46 + "某某市人民政府"),
    paragraph(" " * 46 + "2026年03月08日"),
    paragraph("(此件公开发布)"),
    paragraph("附件1"),
    paragraph("某某市城市更新行动方案\n(2026—2028年)", "center", BIG),
    paragraph(INDENT + "为统筹推进城市更新,提升城市品质,制定本方案。"),
    paragraph(INDENT + "一、工作目标"),
    paragraph(
        INDENT + "到2028年底,完成城镇老旧小区改造186个、惠及居民5.2万户,改造燃气管道320公里,新增公共停车泊位8000个。"
    ),
    paragraph(INDENT + "二、保障措施"),
    paragraph(INDENT + "建立市级统筹、县(区)负责、部门协同的工作机制,重大问题提请市城市更新工作领导小组研究。"),
    paragraph("附件2"),
    paragraph("2026年度城市更新重点项目表", "center", BIG),
    table(
        [
            ["序号", "项目名称", "总投资（万元）", "责任单位"],
            ["1", "东门片区综合改造", "38000", "某某区人民政府"],
            ["2", "滨河老旧小区改造", "12600", "某某区人民政府"],
            ["3", "城南燃气管网更新", "9400", "市城市管理局"],
        ]
    ),
    paragraph("-" * 60),
    paragraph("抄送:市委办公室,市人大常委会办公室,市政协办公室,市中级人民法院,市人民检察院"),
    paragraph("-" * 60),
    paragraph("某某市人民政府办公室              2026年3月9日印发"),
    paragraph("-" * 60),
]

REQUEST = [
    paragraph("某某县人民政府文件", "center", RED),
    paragraph("某县政(2026)11号" + " " * 20 + "签发人:赵六"),
    paragraph(""),
    paragraph("关于解决东河水库除险加固工程资金缺口的请示", style="1"),
    paragraph("某某市人民政府:"),
    paragraph(
        "\t东河水库位于我县东河镇,总库容1260万立方米,是一座以防洪、灌溉为主的中型水库,下游保护人口4.3万人、耕地2.8万亩。"
        "2025年汛期,水库大坝出现渗漏,经省大坝安全鉴定中心鉴定为“三类坝”。"
    ),
    paragraph(
        "\t为确保水库安全度汛,我县编制了除险加固工程初步设计,已经市水利局批复(某水复〔2025〕30号),核定总投资6820万元。具体构成如下:"
    ),
    table(
        [
            ["资金来源", "金额（万元）", "到位情况"],
            ["中央预算内投资", "3000", "已下达"],
            ["省级水利专项", "1500", "已下达"],
            ["县级自筹", "900", "已落实"],
            ["缺口", "1420", "待解决"],
        ]
    ),
    paragraph("\t因我县财力有限,自筹资金确有困难,恳请市人民政府从市级预备费中安排1420万元,用于解决工程资金缺口。"),
    paragraph("\t妥否,请批示。"),
    paragraph(""),
    paragraph("附件:东河水库大坝安全鉴定报告书(摘要)"),
    paragraph(""),
    paragraph("某某县人民政府", "right"),
    paragraph("二〇二六年二月二十日", "right"),
    paragraph("(联系人:孙八,电话:0000-2345678)"),
    paragraph("附件"),
    paragraph("东河水库大坝安全鉴定报告书(摘要)", "center", BIG),
    paragraph(
        "\t经现场检查、安全检测和复核计算,大坝存在坝体渗漏、溢洪道泄流能力不足、金属结构老化等问题,综合评定为三类坝。"
    ),
]

REPORT = [
    paragraph("某某市发展和改革委员会关于2025年重点项目建设情况的报告", style="1"),
    paragraph("某某市人民政府:"),
    paragraph("  现将2025年全市重点项目建设情况报告如下。"),
    numbered("总体进展情况", 0),
    paragraph(
        "  2025年,全市安排重点项目120个,年度计划投资386亿元,实际完成412.3亿元,占年度计划的106.8%。"
        "各季度完成投资情况见下图。"
    ),
    picture("各季度完成投资.png", 6840000, 3420000),
    paragraph("图1  各季度完成投资（亿元）", "center", font("宋体", 21)),
    numbered("主要做法", 0),
    numbered("强化要素保障", 1),
    paragraph("  全年保障重点项目用地1.2万亩，争取专项债券58亿元。"),
    numbered("优化审批服务", 1),
    paragraph(
        "  推行“拿地即开工”，审批时限压减40%。具体措施：",
    ),
    numbered("实行容缺受理、告知承诺;", 2),
    numbered("推行联合验收、一次办结。", 2),
    numbered("存在问题", 0),
    table(
        [
            ["问题类型", "项目数（个）", "占比"],
            ["征地拆迁滞后", "7", "5.8%"],
            ["资金不到位", "4", "3.3%"],
            ["手续办理缓慢", "3", "2.5%"],
        ]
    ),
    numbered("下一步打算", 0),
    paragraph("  我委将紧盯滞后项目，实行“一项目一专班”，确保2026年一季度开工率达到40%以上。"),
    paragraph("  特此报告。"),
    paragraph(""),
    paragraph("某某市发展和改革委员会" + " " * 4, "right"),
    paragraph("2026年1月16日" + " " * 4, "right"),
]


def main(folder: Path) -> None:
    """Write the three drafts into `folder`."""
    save(folder / "通知.docx", NOTICE)
    save(folder / "请示.docx", REQUEST)
    save(folder / "报告.docx", REPORT, bar_chart([148, 205, 240, 290]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
