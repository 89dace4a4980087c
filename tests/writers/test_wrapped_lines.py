"""One line holds several elements, and a field, control, link or tracked change lies over it: all of that stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api, readers
from gwformat.ooxml.names import w
from tests.build import make_docx


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(text: str) -> str:
    return f'<w:fldSimple w:instr=" DOCPROPERTY 内容 ">{run(text)}</w:fldSimple>'


def control(text: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias w:val='内容'/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def link(text: str) -> str:
    return f'<w:hyperlink w:anchor="此处">{run(text)}</w:hyperlink>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="5" w:author="张三">{run(text)}</w:ins>'


def with_deleted_words(text: str) -> str:
    deleted = '<w:del w:id="6" w:author="张三"><w:r><w:delText>原来的字</w:delText></w:r></w:del>'
    return run(text) + deleted


LINES = (
    "000001　机密★1年　特急",
    "某某市人民政府文件",
    "某府发〔2026〕5号　签发人：张某某",
    "某某市人民政府关于做好防汛工作的通知",
    "各县人民政府：",
    "现将有关事项通知如下。",
    "附件：1.防汛名单　2.防汛图",
    "某某市人民政府",
    "2026年5月6日",
    "抄送：某某市委办公室。",
    "某某市人民政府办公室　2026年5月7日印发",
)


def formatted(wrap: Callable[[str], str], line: str, folder: Path) -> etree._Element:
    """The body of the result when this one line of a complete document is wrapped."""
    source = folder / "草稿.docx"
    body = "".join(f"<w:p>{wrap(text) if text == line else run(text)}</w:p>" for text in LINES)
    source.write_bytes(make_docx(body))
    result = api.format_file(source, folder / "成品.docx")
    package = readers.read(result.output).package
    assert package is not None
    return etree.fromstring(package.parts["word/document.xml"])


@pytest.mark.parametrize("wrap", [field, control, link, inserted, with_deleted_words], ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize("line", LINES)
def test_a_line_with_something_over_all_of_it_is_formatted(
    wrap: Callable[[str], str], line: str, tmp_path: Path
) -> None:
    formatted(wrap, line, tmp_path)  # the account refuses what loses or doubles anything


@pytest.mark.parametrize(("wrap", "tag"), [(field, "fldSimple"), (control, "sdt"), (with_deleted_words, "del")])
def test_what_gives_words_of_its_own_accord_stands_once(wrap: Callable[[str], str], tag: str, tmp_path: Path) -> None:
    body = formatted(wrap, "某府发〔2026〕5号　签发人：张某某", tmp_path)
    assert len([*body.iter(w(tag))]) == 1


def test_a_link_over_two_elements_leads_on_from_both(tmp_path: Path) -> None:
    body = formatted(link, "某府发〔2026〕5号　签发人：张某某", tmp_path)
    said = ["".join(node.itertext()) for node in body.iter(w("hyperlink"))]
    assert len(said) == 2
    assert "某府发〔2026〕5号" in said[0]
    assert "张某某" in said[1]
