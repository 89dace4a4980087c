"""A red head that stands in the header of the first page, as templates of offices have it, is a head."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from gwformat import api
from gwformat.api.options import FormatOptions
from gwformat.findings import Severity
from gwformat.model import Role
from tests.api.county import RED, TEXT
from tests.build import make_docx, p, parts_of, zip_parts
from tests.drawings import png

HEAD = p("某某县人民政府文件", run=RED) + p("某政发〔2026〕5号")
FIRST = '<w:headerReference w:type="first" r:id="rel-header1"/>'


def draft(
    folder: Path, header: str, section: str = f"{FIRST}<w:titlePg/>", more: Mapping[str, bytes] = MappingProxyType({})
) -> Path:
    path = folder / "草稿.docx"
    made = make_docx(f"{TEXT}<w:sectPr>{section}</w:sectPr>", {"word/header1.xml": header})
    path.write_bytes(zip_parts({**parts_of(made), **more}))
    return path


def roles(path: Path) -> list[Role]:
    return [block.role for block in api.inspect_file(path).blocks if block.text.strip()]


def test_it_is_put_into_the_text_and_nothing_is_lost(tmp_path: Path) -> None:
    path = draft(tmp_path, HEAD)
    assert roles(path)[:3] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE]
    result = api.format_file(path, tmp_path / "成品.docx")
    assert any("首页的页眉" in change.reason for change in result.document.changes)
    made = parts_of((tmp_path / "成品.docx").read_bytes())
    assert "某政发〔2026〕5号" in made["word/document.xml"].decode()
    assert not any(
        "某政发〔2026〕5号" in data.decode("utf-8", "ignore") for name, data in made.items() if "header" in name
    )


def test_a_check_does_not_call_it_missing_but_says_that_it_was_not_looked_at(tmp_path: Path) -> None:
    result = api.check_file(draft(tmp_path, HEAD))
    said = [finding for finding in result.findings if finding.code == "E180"]
    assert not any("缺少发文" in finding.message for finding in said)
    assert any(f.severity is Severity.UNVERIFIED and "发文字号排在首页的页眉里" in f.message for f in said)


@pytest.mark.parametrize(
    ("header", "section"),
    [
        (p("某某县人民政府办公室内部资料，请注意保存。"), f"{FIRST}<w:titlePg/>"),  # no head
        (HEAD, FIRST),  # a header that no page shows
        (HEAD, FIRST.replace("first", "default") + FIRST + "<w:titlePg/>"),  # one that all pages show
    ],
)
def test_what_is_no_head_of_the_first_page_alone_stays_a_header(tmp_path: Path, header: str, section: str) -> None:
    path = draft(tmp_path, header, section)
    assert roles(path)[0] is Role.TITLE
    api.format_file(path, tmp_path / "成品.docx", FormatOptions())


def test_pictures_of_the_header_come_along(tmp_path: Path) -> None:
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="徽"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="徽"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{kind}" Target="media/1.png"/></Relationships>'
    ).encode()
    more = {"word/media/1.png": png(), "word/_rels/header1.xml.rels": rels}
    path = draft(tmp_path, picture + HEAD, more=more)
    result = api.format_file(path, tmp_path / "成品.docx")
    assert result.ledger.balanced
    assert Role.DOC_NUMBER in roles(path)
