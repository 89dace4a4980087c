"""Coverage of whole files: every part is read, and only the missing characters are given another face."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from gwformat.api import check_coverage, fix_coverage
from gwformat.errors import FontMissing, InputUnreadable, OutputNotWritable
from gwformat.ooxml.effective import formatting_of, stretches
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from tests.build import make_docx
from tests.ooxml_validation import needs_schemas, problems

pytestmark = pytest.mark.usefixtures("no_fonts")  # what is said rests on the declarations

STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
    w:eastAsia="仿宋_GB2312"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading"/>
    <w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>"""
BOX = """<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>
    <wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
    <wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框中琎字</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>
    </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"""
BODY = f"""<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>一、喆某</w:t></w:r></w:p>
    <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>李镕堃等1人①</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>表中珺字</w:t></w:r></w:p>
    </w:tc></w:tr></w:tbl>{BOX}
    <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的祎字</w:t></w:r></w:p>
    <w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/><w:footerReference w:type="default"
    r:id="rel-footer1"/></w:sectPr>"""
PARTS = {
    "word/styles.xml": STYLES,
    "word/header1.xml": "<w:p><w:r><w:t>页眉翀字</w:t></w:r></w:p>",
    "word/footer1.xml": "<w:p><w:r><w:t>页脚炘字</w:t></w:r></w:p>",
    "word/footnotes.xml": '<w:footnote w:id="1"><w:p><w:r><w:t>注中垚字</w:t></w:r></w:p></w:footnote>',
}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(BODY, PARTS))
    return path


def test_text_tables_boxes_headers_footers_and_notes_are_read(draft: Path) -> None:
    result = check_coverage(draft)
    found = {(lack.char, lack.family, lack.places[0].where.part) for lack in result.coverage.missing}
    assert found == {
        ("喆", "楷体_GB2312", "word/document.xml"),
        ("镕", "仿宋_GB2312", "word/document.xml"),
        ("堃", "仿宋_GB2312", "word/document.xml"),
        ("①", "Times New Roman", "word/document.xml"),
        ("珺", "仿宋_GB2312", "word/document.xml"),
        ("琎", "仿宋_GB2312", "word/document.xml"),
        ("翀", "仿宋_GB2312", "word/header1.xml"),
        ("炘", "仿宋_GB2312", "word/footer1.xml"),
        ("垚", "仿宋_GB2312", "word/footnotes.xml"),
    }


def test_only_the_missing_characters_get_another_face(draft: Path, tmp_path: Path) -> None:
    done = fix_coverage(draft, tmp_path / "补字.docx")
    assert done.left.is_whole
    assert {(lack.char, lack.spare.family) for lack in done.fixed if lack.spare} >= {
        ("喆", "楷体"),
        ("镕", "仿宋"),
        ("①", "仿宋_GB2312"),
    }
    before, after = fonts_of(draft.read_bytes()), fonts_of(done.output.read_bytes())
    changed = {char: (was, now) for (char, was), (_, now) in zip(before, after, strict=True) if was != now}
    assert set(changed) == set("喆镕堃①珺琎翀炘垚")
    assert changed["堃"] == ("仿宋_GB2312", "仿宋")


def fonts_of(data: bytes) -> list[tuple[str, str]]:
    package = Package.from_bytes(data)
    found = stretches(package, formatting_of(package))
    return [(char, stretch.font.name) for stretch in found for char in stretch.text]


def test_nothing_but_fonts_differs(draft: Path, tmp_path: Path) -> None:
    done = fix_coverage(draft, tmp_path / "补字.docx")
    before, after = Package.open(draft), Package.open(done.output)
    for name in before.parts:
        assert plain(before, name) == plain(after, name), name


def plain(package: Package, name: str) -> bytes:
    """A part without fonts, neighbouring runs of one look being one."""
    root = deepcopy(package.tree(name))  # headers alike are one tree for all files
    for fonts in list(root.iter(w("rFonts"))):
        parent = fonts.getparent()
        assert parent is not None
        parent.remove(fonts)
    for empty in [node for node in root.iter(w("rPr")) if not len(node) and node.getparent() is not None]:
        empty.getparent().remove(empty)
    for run in list(root.iter(w("r"))):
        follower = run.getnext()
        if follower is not None and follower.tag == w("r") and joinable(run) and joinable(follower):
            follower.find(w("t")).text = run.find(w("t")).text + follower.find(w("t")).text
            run.getparent().remove(run)
    return etree.tostring(root, method="c14n")


def joinable(run: etree._Element) -> bool:
    return [leaf.tag for leaf in run if leaf.tag != w("rPr")] == [w("t")]


def test_neighbours_that_get_the_same_face_stay_one_run(draft: Path, tmp_path: Path) -> None:
    done = fix_coverage(draft, tmp_path / "补字.docx")
    runs = [node.text for node in Package.open(done.output).tree("word/document.xml").iter(w("t"))]
    assert runs[3:7] == ["李", "镕堃", "等1人", "①"]


@needs_schemas
def test_the_mended_file_follows_the_schema(draft: Path, tmp_path: Path) -> None:
    known = set(problems(draft.read_bytes()))
    done = fix_coverage(draft, tmp_path / "补字.docx")
    assert set(problems(done.output.read_bytes())) <= known


def test_private_characters_and_look_alikes_are_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "造字.docx"
    path.write_bytes(make_docx("<w:p><w:r><w:t>李\ue123和\uf900</w:t></w:r></w:p>", {"word/styles.xml": STYLES}))
    done = fix_coverage(path, tmp_path / "补字.docx")
    assert [lack.char for lack in done.left.coverage.private] == ["\ue123"]
    assert [lack.proper for lack in done.left.coverage.look_alikes] == ["豈"]
    assert not done.left.is_whole
    assert "李\ue123和\uf900" in "".join(char for char, _ in fonts_of(done.output.read_bytes()))


def test_a_text_is_checked_against_the_faces_it_will_be_set_in(tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_text("任免名单\n李镕，ABC123。\n", encoding="utf-8")
    [lack] = check_coverage(path, "party").coverage.missing
    assert (lack.char, lack.family, lack.places[0].where.paragraph) == ("镕", "仿宋_GB2312", 2)
    assert check_coverage(path, "windows").is_whole


def test_strict_demands_that_every_font_be_installed(draft: Path) -> None:
    with pytest.raises(FontMissing, match="仿宋_GB2312"):
        check_coverage(draft, strict=True)


def test_a_text_has_no_fonts_to_mend(tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_text("李镕", encoding="utf-8")
    with pytest.raises(InputUnreadable, match="不是 docx"):
        fix_coverage(path, tmp_path / "补字.docx")


def test_the_draft_itself_is_never_overwritten(draft: Path) -> None:
    with pytest.raises(OutputNotWritable):
        fix_coverage(draft, draft, force=True)


def test_the_selector_of_a_variant_gets_the_face_of_its_character(tmp_path: Path) -> None:
    draft, fixed = tmp_path / "草稿.docx", tmp_path / "补字.docx"
    draft.write_bytes(make_docx("<w:p><w:r><w:t>李镕\U000e0100某</w:t></w:r></w:p>", PARTS))
    fix_coverage(draft, fixed)
    runs = Package.open(fixed).tree("word/document.xml").iter(w("r"))
    assert ["".join(run.itertext()) for run in runs] == ["李", "镕\U000e0100", "某"]
