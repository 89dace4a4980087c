"""Fonts put into a docx and taken out: what is then drawn with, what makers forbid, that nothing else changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from gwformat.api import EmbedResult, embed_fonts, unembed_fonts
from gwformat.errors import FontMissing, InputUnreadable, Refused, UsageError
from gwformat.fonts.system import Face, Repertoire
from gwformat.ooxml.names import r, w
from gwformat.ooxml.package import Package
from gwformat.writers.docx.embedding.odttf import key_of, obfuscate
from tests.build import make_docx
from tests.ooxml_validation import needs_schemas, problems
from tests.standin import office
from tests.standin.fonts import build, build_all

pytestmark = pytest.mark.usefixtures("no_fonts")

# A face no machine has: what is drawn with it can only come out of the file.
FACE = Face("某某仿宋", "MouMou FangSong", "MouMouFangSong", Repertoire.GB2312, "测试用")
WORDS = "某某市人民政府办公室"
needs_office = pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")


def folder(tmp_path: Path, *fs_types: int, weight: int = 400) -> Path:
    """A folder with the face, permitting what `fsType` says."""
    found = tmp_path / "字体"
    found.mkdir(exist_ok=True)
    for fs_type in fs_types:
        font = build(FACE)
        font["OS/2"].fsType = fs_type
        font["OS/2"].usWeightClass = weight
        font.save(found / f"{fs_type}-{weight}.ttf")
    return found


def draft(tmp_path: Path, text: str = WORDS, parts: dict[str, str] | None = None, more: str = "") -> Path:
    path = tmp_path / "草稿.docx"
    run = f'<w:r><w:rPr><w:rFonts w:eastAsia="{FACE.family}"/>{more}</w:rPr><w:t>{text}</w:t></w:r>'
    path.write_bytes(make_docx(f"<w:p>{run}</w:p>", parts or {}))
    return path


def embedded(tmp_path: Path, source: Path, fonts: Path, **options: bool) -> EmbedResult:
    return embed_fonts(source, tmp_path / "外发.docx", [fonts], force=True, **options)


def font_in(path: Path, kind: str = "embedRegular") -> TTFont:
    """The font a reader of the file gets, by way of the font table."""
    package = Package.open(path)
    table = package.related(package.main_part, "fontTable")
    assert table is not None
    [node] = package.tree(table).iter(w(kind))
    part = package.relationships(table)[node.get(r("id"))].target
    assert package.content_type(part) == "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    return TTFont(io.BytesIO(obfuscate(package.parts[part], node.get(w("fontKey")))))


def test_a_subset_holds_the_characters_of_the_file_and_figures(tmp_path: Path) -> None:
    result = embedded(tmp_path, draft(tmp_path), folder(tmp_path, 0))
    characters = set(map(chr, font_in(result.output).getBestCmap()))
    assert set(WORDS + "0123456789一二三、") <= characters
    assert "镇" not in characters
    [font] = result.embedded
    assert font.subset and font.size < 50_000


def test_a_whole_font_is_the_file_itself(tmp_path: Path) -> None:
    fonts = folder(tmp_path, 8)
    result = embedded(tmp_path, draft(tmp_path), fonts, whole=True)
    reader = font_in(result.output).reader
    assert reader is not None
    reader.file.seek(0)
    assert reader.file.read() == (fonts / "8-400.ttf").read_bytes()


def test_the_same_file_and_fonts_give_the_same_bytes(tmp_path: Path) -> None:
    source, fonts = draft(tmp_path), folder(tmp_path, 0)
    first = embedded(tmp_path, source, fonts).output.read_bytes()
    assert embedded(tmp_path, source, fonts).output.read_bytes() == first


@given(st.binary(min_size=0, max_size=80))
def test_what_is_hidden_is_revealed_with_the_same_key(data: bytes) -> None:
    key = key_of(data)
    hidden = obfuscate(data, key)
    assert obfuscate(hidden, key) == data
    assert hidden[32:] == data[32:]


def test_the_key_is_used_backwards_and_twice() -> None:
    hidden = obfuscate(bytes(40), "{00112233-4455-6677-8899-AABBCCDDEEFF}")
    mask = bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
    assert hidden == mask + mask + bytes(8)


@pytest.mark.parametrize(("fs_type", "reason"), [(2, "不许嵌入"), (4, "只许嵌入供查看和打印"), (0x200, "点阵")])
def test_what_the_maker_forbids_is_refused_and_nothing_is_written(tmp_path: Path, fs_type: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refused:
        embedded(tmp_path, draft(tmp_path), folder(tmp_path, fs_type))
    assert refused.value.exit_code == 8
    assert not (tmp_path / "外发.docx").exists()


def test_a_face_that_must_stay_whole_is_embedded_whole_and_that_is_said(tmp_path: Path) -> None:
    result = embedded(tmp_path, draft(tmp_path), folder(tmp_path, 0x100))
    assert not result.embedded[0].subset
    assert "镇" in map(chr, font_in(result.output).getBestCmap())
    assert any("整套嵌入" in notice for notice in result.notices)


def test_what_may_not_be_embedded_stays_out_while_the_rest_goes_in(tmp_path: Path) -> None:
    fonts = folder(tmp_path, 4)
    (fonts / "SimHei.ttf").write_bytes((build_all() / "SimHei.ttf").read_bytes())
    source = tmp_path / "草稿.docx"
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:eastAsia="{family}"/></w:rPr><w:t>某</w:t></w:r>'
        for family in (FACE.family, "黑体", "没有的字体")
    )
    source.write_bytes(make_docx(f"<w:p>{runs}</w:p>"))
    result = embedded(tmp_path, source, fonts)
    assert [font.family for font in result.embedded] == ["黑体"]
    assert [family for family, _ in result.refused] == [FACE.family]
    assert result.absent == ("没有的字体",)
    with pytest.raises(Refused):
        embedded(tmp_path, source, fonts, strict=True)
    with pytest.raises(Refused):
        embed_fonts(source, tmp_path / "b.docx", [fonts], families=[FACE.family])
    with pytest.raises(FontMissing):
        embed_fonts(source, tmp_path / "b.docx", [fonts], families=["没有的字体"])
    with pytest.raises(UsageError, match="没有用到"):
        embed_fonts(source, tmp_path / "b.docx", [fonts], families=["隶书"])


def test_a_face_of_a_collection_is_taken_out_of_it(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(build_all() / "SimHei.ttf"), build(FACE)]
    fonts = tmp_path / "字体"
    fonts.mkdir()
    collection.save(fonts / "two.ttc")
    for whole in (True, False):
        font = font_in(embedded(tmp_path, draft(tmp_path), fonts, whole=whole).output)
        assert font["name"].getDebugName(6) == FACE.postscript


def test_postscript_outlines_are_refused_because_word_does_not_use_them(tmp_path: Path) -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "mou"])
    builder.setupCharacterMap({ord("某"): "mou"})
    drawn = T2CharStringPen(1000, None).getCharString()
    builder.setupCFF(FACE.postscript, {}, {".notdef": drawn, "mou": drawn}, {})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "mou": (1000, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": FACE.family, "psName": FACE.postscript})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    (tmp_path / "字体").mkdir()
    builder.save(tmp_path / "字体" / "a.otf")
    with pytest.raises(Refused, match="PostScript 轮廓"):
        embedded(tmp_path, draft(tmp_path), tmp_path / "字体")


def test_bold_text_brings_the_bold_face_if_there_is_one(tmp_path: Path) -> None:
    folder(tmp_path, 0)
    result = embedded(tmp_path, draft(tmp_path, more="<w:b/>"), folder(tmp_path, 0, weight=700))
    assert [(font.bold, font.face.weight) for font in result.embedded] == [(False, 400), (True, 700)]
    assert font_in(result.output, "embedBold")["OS/2"].usWeightClass == 700


SETTINGS = '<w:zoom w:percent="100"/><w:mirrorMargins/><w:defaultTabStop w:val="420"/>'


@needs_schemas
@pytest.mark.parametrize("whole", [True, False])
def test_the_file_follows_the_schema_and_says_that_it_holds_fonts(tmp_path: Path, whole: bool) -> None:
    source = draft(tmp_path, parts={"word/settings.xml": SETTINGS})
    result = embedded(tmp_path, source, folder(tmp_path, 0), whole=whole)
    assert problems(result.output.read_bytes()) == []
    names = [node.tag for node in Package.open(result.output).tree("word/settings.xml")]
    switches = ["embedTrueTypeFonts", "embedSystemFonts", *(() if whole else ("saveSubsetFonts",))]
    assert names == [w(name) for name in ("zoom", *switches, "mirrorMargins", "defaultTabStop")]


def test_everything_else_stays_and_taking_out_gives_it_back(tmp_path: Path) -> None:
    source = draft(tmp_path, parts={"word/settings.xml": SETTINGS})
    result = embedded(tmp_path, source, folder(tmp_path, 0))
    before, with_fonts = Package.open(source), Package.open(result.output)
    assert with_fonts.parts["word/document.xml"] == before.parts["word/document.xml"]
    assert unembed_fonts(result.output, tmp_path / "去掉.docx") == (FACE.family,)
    after = Package.open(tmp_path / "去掉.docx")
    assert not [name for name in after.parts if name.endswith(".odttf")]
    assert after.parts["word/document.xml"] == before.parts["word/document.xml"]
    assert [node.tag for node in after.tree("word/settings.xml")] == [
        node.tag for node in before.tree("word/settings.xml")
    ]
    assert unembed_fonts(tmp_path / "去掉.docx", tmp_path / "再去.docx") == ()


def test_embedding_again_replaces_what_is_there(tmp_path: Path) -> None:
    fonts = folder(tmp_path, 0)
    once = embedded(tmp_path, draft(tmp_path), fonts, whole=True)
    twice = embed_fonts(once.output, tmp_path / "二次.docx", [fonts])
    with zipfile.ZipFile(twice.output) as archive:
        assert len([name for name in archive.namelist() if name.endswith(".odttf")]) == 1
    assert "镇" not in map(chr, font_in(twice.output).getBestCmap())
    again = embed_fonts(twice.output, tmp_path / "三次.docx", [fonts])
    assert again.output.read_bytes() == twice.output.read_bytes()


def test_a_text_holds_no_fonts(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("某某", encoding="utf-8")
    with pytest.raises(InputUnreadable, match="不是 docx"):
        embed_fonts(path, tmp_path / "b.docx")


@needs_office
@pytest.mark.parametrize("whole", [True, False])
def test_another_machine_draws_with_the_embedded_font(tmp_path: Path, whole: bool) -> None:
    result = embedded(tmp_path, draft(tmp_path), folder(tmp_path, 0), whole=whole)
    env = office.install(tmp_path / "office")
    out = tmp_path / "pdf"
    out.mkdir()
    plain, carried = office.convert_all([draft(tmp_path), result.output], out, env)
    assert plain is not None and carried is not None
    assert FACE.postscript not in fonts_of(plain)
    assert fonts_of(carried) == {FACE.postscript}


def fonts_of(pdf: Path) -> set[str]:
    """The fonts of a PDF, which programs name with six letters before a subset."""
    resources = PdfReader(pdf).pages[0]["/Resources"]
    return {str(font.get_object()["/BaseFont"]).lstrip("/").rpartition("+")[2] for font in resources["/Font"].values()}
