"""What a header holds besides words is none of its words."""

from __future__ import annotations

from pathlib import Path

from gwformat import api
from tests.build import make_docx, p

MARK = (
    '<w:p><w:r><w:pict><v:shape style="position:absolute;width:412pt;height:165pt;rotation:315" fillcolor="silver">'
    '<v:textpath string="征求意见稿"/></v:shape></w:pict></w:r>{}</w:p>'
)
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'


def said(folder: Path, words: str) -> list[str]:
    path = folder / "草稿.docx"
    header = MARK.format(words)
    path.write_bytes(make_docx(p("关于做好防汛工作的通知") + SECTION, {"word/header1.xml": header}))
    return [finding.message for finding in api.check_file(path).findings if finding.code == "L299"]


def test_a_watermark_is_no_word_in_the_header(tmp_path: Path) -> None:
    assert said(tmp_path, "") == []
    assert said(tmp_path, "<w:r><w:t>内部</w:t></w:r>") == ["页眉里有文字“内部”"]


def test_words_in_a_box_behind_the_text_are_a_watermark_too(tmp_path: Path) -> None:
    box = (
        '<w:r><w:drawing><wp:anchor behindDoc="{}"><wp:extent cx="5000000" cy="1500000"/><a:graphic><a:graphicData>'
        "<wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>征求意见稿</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    assert said(tmp_path, box.format(1)) == []
    assert said(tmp_path, box.format(0)) == ["页眉里有文字“征求意见稿”"]
