"""Nothing comes in; a fictional docx draft goes out whose words and pictures are drawn in every way there is."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from tests import drawings
from tests.build import make_docx, p

_TEXT = "各单位要认真落实公文处理工作的各项要求Word2026与GB/T 9704"
_LOOKS = {
    "下划线": '<w:u w:val="single"/>',
    "删除线": "<w:strike/>",
    "着重号": '<w:em w:val="dot"/>',
    "上标": '<w:vertAlign w:val="superscript"/>',
    "下标": '<w:vertAlign w:val="subscript"/>',
    "加粗": "<w:b/>",
    "倾斜": "<w:i/>",
    "粗斜": '<w:b/><w:i/><w:u w:val="single"/>',
    "红字": '<w:color w:val="FF0000"/>',
    "窄": '<w:w w:val="80"/>',
    "宽": '<w:w w:val="120"/>',
    "疏": '<w:spacing w:val="40"/>',
    "密": '<w:spacing w:val="-12"/>',
    "黑体": '<w:rFonts w:eastAsia="黑体"/>',
    "小字": '<w:sz w:val="18"/>',
}
_RARE = "人名用字：\U00020bb7\U0002a7dd、㛃、䶮、镕、喆、堃；数字①②⑩、㎡、℃、Ⅱ、α、Ａ、の、ö、é、“”‘’、……、——。"
_NOTE = '<w:r><w:footnoteReference w:id="{number}"/></w:r>'
_NOTED = (
    '<w:footnote w:id="{number}"><w:p><w:r><w:t>第{number}条脚注，出处见某某市档案馆。</w:t></w:r></w:p></w:footnote>'
)
_CROP = '<a:srcRect l="20000" t="10000" r="30000" b="25000"/>'
_FORMS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")


def draft() -> bytes:
    """A 通知 with a paragraph and a cell in each look, foot notes, and pictures of each form, whole, cut and turned."""
    body = [p("某某市人民政府关于某事的通知", "<w:jc w:val='center'/>"), p("各县（市、区）人民政府：")]
    looks = [f"<w:p>{_run(f'{name}：')}{_run(_TEXT, look)}{_run('。')}</w:p>" for name, look in _LOOKS.items()]
    body += [*looks, _table(looks), p(_RARE), p(f"混排{_TEXT * 6}。")]
    body += [f"<w:p>{_run('有注的一句')}{_NOTE.format(number=number)}{_run('。' + _TEXT)}</w:p>" for number in (1, 2)]
    for number, form in enumerate(_FORMS, 1):
        shown = drawings.inline(50, 30, f"img{number}", number=10 * number)
        cut = drawings.inline(40, 40, f"img{number}", crop=_CROP, number=10 * number + 1)
        turned = drawings.inline(40, 24, f"img{number}", crop=_CROP, turn=30 * number, number=10 * number + 2)
        body.append(f"<w:p>{_run(form)}{shown}{cut}{turned}</w:p>")
    body += [p("某某市人民政府", "<w:jc w:val='right'/>"), p("2026年3月20日", "<w:jc w:val='right'/>")]
    parts: dict[str, str | bytes] = {f"word/media/image{n}.{form.lower()}": _picture(form) for n, form in _numbered()}
    parts["word/footnotes.xml"] = "".join(_NOTED.format(number=number) for number in (1, 2))
    pictures = [(f"img{n}", "image", f"media/image{n}.{form.lower()}") for n, form in _numbered()]
    return make_docx("".join(body), parts, pictures)


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(_FORMS, 1))


def _run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _table(cells: list[str]) -> str:
    """In a table words keep the look they have."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="6" w:color="3355AA"/>' for side in sides)
    shade = '<w:shd w:val="clear" w:fill="E2EFD9"/>'
    rows = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="8800" w:type="dxa"/>{shade * (number % 2)}</w:tcPr>{cell}</w:tc></w:tr>'
        for number, cell in enumerate(cells)
    )
    width = '<w:tblGrid><w:gridCol w:w="8800"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>{width}{rows}</w:tbl>"


def _picture(form: str) -> bytes:
    """Colours by which corners and sides are told apart."""
    picture = Image.new("RGB", (300, 180), (235, 235, 160))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 60, 40), fill=(200, 0, 0))
    pen.rectangle((240, 140, 299, 179), fill=(0, 90, 0))
    pen.line((0, 179, 299, 0), fill=(0, 0, 200), width=6)
    target = io.BytesIO()
    picture.save(target, form)
    return target.getvalue()
