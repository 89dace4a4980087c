import re

import pytest

from gwformat.ooxml.inline import atoms, paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.revisions import REVISION_TAGS, settle, strip_comments
from tests.build import make_docx, p


def settled(body: str, accept: bool) -> list[str]:
    package = settle(Package.from_bytes(make_docx(body)), accept=accept)
    root = package.tree(package.main_part)
    assert next(root.iter(*REVISION_TAGS), None) is None
    return ["".join(atom.text for atom in atoms(paragraph)) for paragraph in paragraphs(root)]


def xml(body: str, accept: bool) -> str:
    text = settle(Package.from_bytes(make_docx(body)), accept=accept).parts["word/document.xml"].decode()
    return re.sub(r"<\?xml.*?\?>\n|<w:document[^>]*>|</w:document>|</?w:body>", "", text)


RUNS = (
    "<w:p><w:r><w:t>印发</w:t></w:r><w:ins><w:r><w:t>暂行</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>试行</w:delText></w:r></w:del><w:r><w:t>办法</w:t></w:r></w:p>"
)
MOVED = "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo></w:p>"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (RUNS, ["印发暂行办法"], ["印发试行办法"]),
        (MOVED, ["乙"], ["甲"]),
        (p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙"), ["甲乙"], ["甲", "乙"]),
        (p("甲", "<w:rPr><w:ins/></w:rPr>") + p("乙"), ["甲", "乙"], ["甲乙"]),
        (p("甲", "<w:rPr><w:del/></w:rPr>") * 2 + p("乙"), ["甲甲乙"], ["甲", "甲", "乙"]),
    ],
)
def test_insertions_deletions_moves_and_paragraph_marks(body, accepted, rejected):
    assert settled(body, accept=True) == accepted
    assert settled(body, accept=False) == rejected


def test_cells_that_were_inserted_or_deleted():
    def cell(text: str, change: str = "") -> str:
        return f"<w:tc><w:tcPr>{change}</w:tcPr>{p(text)}</w:tc>"

    cells = cell("甲") + cell("乙", "<w:cellIns/>") + cell("丙", "<w:cellDel/>") + cell("丁", "<w:cellMerge/>")
    row = f"<w:tr>{cells}</w:tr>"
    assert settled(f"<w:tbl>{row}</w:tbl>", accept=True) == ["甲", "乙", "丁"]
    assert settled(f"<w:tbl>{row}</w:tbl>", accept=False) == ["甲", "丙", "丁"]
    alone = f"<w:tbl><w:tr>{cell('甲')}</w:tr><w:tr>{cell('乙', '<w:cellDel/>')}</w:tr></w:tbl>"
    assert xml(alone, accept=True).count("<w:tr>") == 1  # the row goes with its last cell


def test_a_bookmark_between_paragraphs_keeps_none_of_them_apart():
    body = p("甲", "<w:rPr><w:del/></w:rPr>") + '<w:bookmarkStart w:id="1" w:name="a"/>' + p("乙")
    assert settled(body, accept=True) == ["甲乙"]


def test_joined_paragraphs_take_the_look_of_the_last():
    body = p("甲", '<w:jc w:val="left"/><w:rPr><w:del/></w:rPr>') + p("乙", '<w:jc w:val="right"/>')
    assert 'w:val="right"' in xml(body, accept=True)
    assert 'w:val="left"' not in xml(body, accept=True)


def test_a_deleted_last_paragraph_of_a_cell_leaves_the_cell_valid():
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    assert settled(f"<w:tbl><w:tr><w:tc>{deleted}</w:tc></w:tr></w:tbl>", accept=True) == [""]
    assert settled(p("前") + deleted, accept=True) == ["前"]


def test_a_section_break_survives_the_deletion_of_its_paragraph_mark():
    body = p("甲", "<w:rPr><w:del/></w:rPr><w:sectPr/>") + p("乙")
    assert settled(body, accept=True) == ["甲", "乙"]


def test_tracked_rows_and_the_table_they_leave_empty():
    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(rows)}</w:tbl>{p('后')}"

    def row(change: str, text: str) -> str:
        return f"<w:tr><w:trPr><w:{change}/></w:trPr><w:tc>{p(text)}</w:tc></w:tr>"

    new, old = row("ins", "新"), row("del", "旧")
    assert settled(table(new, old), accept=True) == ["新", "后"]
    assert settled(table(new, old), accept=False) == ["旧", "后"]
    assert "w:tbl" not in xml(table(new), accept=False)


@pytest.mark.parametrize(("accept", "kept", "gone"), [(True, "center", "left"), (False, "left", "center")])
def test_tracked_formatting(accept, kept, gone):
    body = p(
        "文",
        '<w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:pPrChange><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>',
    )
    result = xml(body, accept=accept)
    assert f'w:val="{kept}"' in result
    assert f'w:val="{gone}"' not in result
    assert "<w:b/>" in result
    assert result.index("w:jc") < result.index("w:rPr")


def test_headers_are_settled_too_and_the_source_is_untouched():
    source = Package.from_bytes(make_docx(p("正文"), {"word/header1.xml": RUNS}))
    before = source.parts["word/header1.xml"]
    header = settle(source, accept=True).tree("word/header1.xml")
    assert "".join(header.itertext(w("t"))) == "印发暂行办法"
    assert source.parts["word/header1.xml"] == before
    assert next(source.tree("word/header1.xml").iter(w("ins")), None) is not None


def test_stripped_comments_leave_neither_anchor_nor_part():
    body = (
        "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>文</w:t></w:r><w:commentRangeEnd w:id='0'/>"
        "<w:r><w:rPr/><w:commentReference w:id='0'/></w:r></w:p>"
    )
    package = Package.from_bytes(make_docx(body, {"word/comments.xml": f"<w:comment w:id='0'>{p('批注')}</w:comment>"}))
    stripped = strip_comments(package)
    assert "word/comments.xml" not in stripped.parts
    assert b"comment" not in stripped.parts["word/document.xml"]
    assert b"comments" not in stripped.parts["[Content_Types].xml"]
    assert b"comments" not in stripped.parts["word/_rels/document.xml.rels"]


def test_a_package_without_revisions_stays_the_same_value():
    package = Package.from_bytes(make_docx(p("文")))
    assert settle(package, accept=True) is package
