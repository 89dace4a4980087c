"""Words come in, pieces of heads as other programs write them go out: text boxes, tables, lines that are shapes."""

from __future__ import annotations

from tests.build import p

CENTRED, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
RED = '<w:color w:val="FF0000"/><w:sz w:val="72"/>'
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def mark(text: str, run: str = RED) -> str:
    """A red line in the middle."""
    return p(text, CENTRED, run)


def wps_box(text: str) -> str:
    """A text box as WPS and Word write it, with the same words as VML for older programs."""
    content = f"<w:txbxContent>{mark(text)}</w:txbxContent>"
    place = (
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>1008000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>2592000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5616000" cy="720000"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="文本框 7"/>'
    )
    shape = (
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        f'layoutInCell="1" allowOverlap="1">{place}{shape}</wp:anchor>'
    )
    style = "position:absolute;width:442pt;height:57pt"
    old = f'<w:pict><v:shape style="{style}"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{anchor}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def vml_box(text: str) -> str:
    """A text box as Word 2003 wrote it."""
    return (
        '<w:p><w:r><w:pict><v:shape style="position:absolute;margin-left:0;margin-top:0;width:442pt;height:57pt" '
        f'stroked="f"><v:textbox><w:txbxContent>{mark(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
    )


def vml_line() -> str:
    """A red line as Word 2003 drew it, in a paragraph of its own."""
    return (
        '<w:p><w:r><w:pict><v:line from="0,8pt" to="442pt,8pt" style="position:absolute" strokecolor="red" '
        'strokeweight="2.25pt"/></w:pict></w:r></w:p>'
    )


def shape_line() -> str:
    """A red line as WPS draws it: a straight connector that floats."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>120000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5616000" cy="0"/><wp:wrapNone/><wp:docPr id="8" name="直线 8"/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/>'
        '<a:ln w="28575"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def picture(width: int, height: int) -> str:
    """A picture in the line, so many mm wide and high."""
    size = f'cx="{width * 36_000}" cy="{height * 36_000}"'
    return (
        f'<w:p><w:pPr>{CENTRED}</w:pPr><w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="9" name="图片 9"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="9" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="head"/><a:stretch/>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def word_art(text: str) -> str:
    """Words drawn along a path, as Word 2003 has them."""
    return (
        f'<w:p><w:pPr>{CENTRED}</w:pPr><w:r><w:pict><v:shape style="width:400pt;height:50pt" fillcolor="red">'
        f'<v:textpath style="font-family:&quot;宋体&quot;" string="{text}"/></v:shape></w:pict></w:r></w:p>'
    )


def grid(*rows: tuple[str, ...], line: bool = False) -> str:
    """A table whose cells are paragraphs; with `line` its lower edge is the red line."""
    edge = (
        '<w:tblBorders><w:bottom w:val="single" w:sz="18" w:space="0" w:color="FF0000"/></w:tblBorders>' if line else ""
    )
    columns = max(map(len, rows))
    lines = "".join(f"<w:tr>{''.join(_cell(cell, columns // len(row)) for cell in row)}</w:tr>" for row in rows)
    widths = "".join(f'<w:gridCol w:w="{8844 // columns}"/>' for _ in range(columns))
    head = f'<w:tblPr><w:tblW w:w="8844" w:type="dxa"/>{edge}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>'
    return f"<w:tbl>{head}{lines}</w:tbl>"


def _cell(content: str, columns: int) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{content}</w:tc>'
