"""Fonts mapped from one system to another: every place that names one, the way back, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from gwformat import ledger
from gwformat.api import FormatOptions, format_file
from gwformat.fonts import load_system
from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import InstalledFonts
from gwformat.fonts.system import FontSystem
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.profiles.schema import Slot
from gwformat.writers.docx.mapping import Mapped, map_fonts
from tests.writers.font_differences import fonts_of, without_fonts

PARTY, GOVERNMENT = load_system("party"), load_system("government")
_SONGTI = '<a:ea typeface="宋体"/>'.encode()
DRAFT = """某某市人民政府文件
某政发〔2026〕5号
某某市人民政府关于推进ICT与5G应用的通知
各县（区）人民政府：
　　一、总体要求
　　到2026年，Internet普及率达到85.5%，GDP增长6%。
附件：1.项目清单
某某市人民政府
2026年3月20日
"""


def source(*runs: tuple[str, str], styles: str = "") -> Package:
    """A docx whose paragraph has the given words, each with its `w:rFonts`."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, fonts in runs:
        run = paragraph.add_run(text)
        run._r.get_or_add_rPr().append(parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))
    data = io.BytesIO()
    document.save(data)
    return Package.from_bytes(data.getvalue())


def fonts(package: Package) -> list[dict[str, str]]:
    """What each run of the text says of fonts."""
    found = package.tree(package.main_part).iterfind(f".//{w('r')}/{w('rPr')}/{w('rFonts')}")
    return [{name.rpartition("}")[2]: str(value) for name, value in each.attrib.items()} for each in found]


def mapped(fonts_said: str, target: str = "government", text: str = "关于2026年") -> dict[str, str]:
    return fonts(map_fonts(source((text, fonts_said)), load_system(target)).package)[0]


def test_text_digits_and_headings_get_the_faces_of_the_other_system() -> None:
    said = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"'
    assert mapped(said) == {"ascii": "宋体", "hAnsi": "宋体", "eastAsia": "方正仿宋_GBK", "cs": "宋体"}
    assert mapped('w:eastAsia="楷体_GB2312"') == {"eastAsia": "方正楷体_GBK"}
    assert mapped('w:eastAsia="方正小标宋_GBK"', "party") == {"eastAsia": "方正小标宋简体"}


@pytest.mark.parametrize("name", ["仿宋", "FangSong", "华文仿宋", "FZFangSong-Z02S", "fangsong_gb2312"])
def test_a_face_is_known_by_all_its_names(name: str) -> None:
    assert mapped(f'w:eastAsia="{name}"') == {"eastAsia": "方正仿宋_GBK"}


def test_of_names_in_a_row_as_libreoffice_writes_them_the_first_that_is_known_counts() -> None:
    said = mapped('w:ascii="Times New Roman;Liberation Serif" w:eastAsia="某某体;宋体;仿宋_GB2312"')
    assert said == {"ascii": "宋体", "eastAsia": "方正书宋_GBK"}


def test_digits_in_the_face_of_the_words_stay_in_it() -> None:
    said = 'w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"'
    assert set(mapped(said).values()) == {"方正仿宋_GBK"}


def test_songti_beside_another_face_is_how_the_government_system_sets_digits() -> None:
    assert mapped('w:ascii="宋体" w:eastAsia="方正仿宋_GBK"', "party")["ascii"] == "Times New Roman"
    assert mapped('w:ascii="宋体" w:eastAsia="宋体"', "party")["ascii"] == "宋体"


def test_an_unknown_face_stays_and_is_listed_a_face_of_signs_only_stays() -> None:
    result = map_fonts(source(("字", 'w:eastAsia="某某雅黑"'), ("✓", 'w:ascii="Wingdings"')), GOVERNMENT)
    assert fonts(result.package) == [{"eastAsia": "某某雅黑"}, {"ascii": "Wingdings"}]
    names = [unknown.name for unknown in result.unknown]
    assert "某某雅黑" in names
    assert "Wingdings" not in names


def test_a_theme_font_is_replaced_by_the_name_it_stands_for() -> None:
    package = source(("字", 'w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi" w:hAnsi="Times New Roman"'))
    theme = package.parts["word/theme/theme1.xml"]
    package = package.replaced({"word/theme/theme1.xml": theme.replace(b'<a:ea typeface=""/>', _SONGTI)})
    result = map_fonts(package, GOVERNMENT).package
    said = {"asciiTheme": "minorHAnsi", "hAnsi": "宋体", "eastAsia": "方正书宋_GBK"}
    assert fonts(result) == [said]  # Calibri, which the theme has for letters, is no face of any system
    assert "方正书宋_GBK".encode() in result.parts["word/theme/theme1.xml"]


def test_quotation_marks_that_would_turn_narrow_get_the_hint() -> None:
    said = 'w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="方正仿宋_GBK"'
    result = map_fonts(source(("“十四五”", said), ("规划", said)), PARTY)
    assert [run.get("hint") for run in fonts(result.package)] == ["eastAsia", None]
    assert result.hinted == 1


def test_letters_of_a_formula_keep_their_face_its_chinese_words_do_not() -> None:
    package = source(("式", 'w:eastAsia="仿宋_GB2312"'))
    root = parse_xml(etree.tostring(package.tree("word/document.xml")))
    run = (
        '<m:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/></w:rPr>'
        "<m:t>损失率</m:t></m:r>"
    )
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    root.find(f".//{w('p')}").append(parse_xml(f"<m:oMath {space} {nsdecls('w')}>{run}</m:oMath>"))
    package = package.replaced({"word/document.xml": etree.tostring(root)})
    result = map_fonts(package, GOVERNMENT).package
    in_formula = list(result.tree("word/document.xml").iter(w("rFonts")))[-1]
    assert in_formula.get(w("ascii")) == "Times New Roman"
    assert in_formula.get(w("eastAsia")) == "方正仿宋_GBK"
    assert ledger.check_amended(package.parts, result.to_bytes(), {}) == []


@pytest.fixture
def party(tmp_path: Path) -> Path:
    """A document formatted in the party system."""
    draft, target = tmp_path / "draft.txt", tmp_path / "party.docx"
    draft.write_text(DRAFT, encoding="utf-8")
    format_file(draft, target, FormatOptions(system="party"))
    return target


def saved(path: Path, result: Mapped) -> Path:
    path.write_bytes(result.package.to_bytes())
    return path


def test_a_mapped_file_has_the_styles_it_would_have_been_written_with(party: Path, tmp_path: Path) -> None:
    draft, written = tmp_path / "draft.txt", tmp_path / "written.docx"
    format_file(draft, written, FormatOptions(system="government"))
    result = saved(tmp_path / "mapped.docx", map_fonts(Package.open(party), GOVERNMENT))
    assert fonts_of(result)["word/styles.xml"] == fonts_of(written)["word/styles.xml"]


def test_party_to_government_and_back_gives_the_same_fonts_everywhere(party: Path, tmp_path: Path) -> None:
    for advances in (None, Advances(InstalledFonts(()))):
        there = map_fonts(Package.open(party), GOVERNMENT, advances)
        government = saved(tmp_path / "government.docx", there)
        back = map_fonts(Package.open(government), PARTY)
        assert back.way_back
        assert back.exact
        party_again = saved(tmp_path / "back.docx", back)
        assert fonts_of(party_again) == fonts_of(party)
        assert without_fonts(party, party_again) == ""
        assert back.package.parts.keys() == Package.open(party).parts.keys()


def test_nothing_but_fonts_and_listed_tracking_differs(party: Path, tmp_path: Path) -> None:
    result = map_fonts(Package.open(party), GOVERNMENT, Advances(InstalledFonts(())))
    government = saved(tmp_path / "government.docx", result)
    assert without_fonts(party, government) == ""
    assert fonts_of(party) != fonts_of(government)
    assert ledger.check_amended(Package.open(party).parts, government.read_bytes(), {}) == []


def test_two_faces_that_became_one_are_told_apart_on_the_way_back() -> None:
    said = ['w:eastAsia="仿宋_GB2312"', 'w:eastAsia="仿宋"', 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="某某体"']
    before = source(*(("字", each) for each in said))
    there = map_fonts(before, GOVERNMENT)
    assert [each["eastAsia"] for each in fonts(there.package)] == [*["方正仿宋_GBK"] * 3, "某某体"]
    assert fonts(map_fonts(there.package, load_system(there.source)).package) == fonts(before)


@pytest.mark.parametrize(
    "face, digits, home", [("方正仿宋_GBK", "Times New Roman", GOVERNMENT), ("仿宋_GB2312", "宋体", PARTY)]
)
def test_a_file_is_of_the_system_of_its_chinese_faces_whatever_sets_its_digits(
    face: str, digits: str, home: FontSystem
) -> None:
    package = source(("到2026年", f'w:ascii="{digits}" w:hAnsi="{digits}" w:eastAsia="{face}" w:cs="{digits}"'))
    tidy = map_fonts(package, home)
    assert tidy.source == home.name
    for target in (PARTY, GOVERNMENT):
        said = fonts(map_fonts(tidy.package, target).package)[0]
        assert (said["eastAsia"], said["ascii"]) == (target.families[Slot.FANGSONG], target.latin)


def test_what_went_to_one_system_goes_on_to_a_third_as_if_from_the_first(party: Path, tmp_path: Path) -> None:
    open_fonts = load_system("open")
    government = map_fonts(Package.open(party), GOVERNMENT).package
    onward = map_fonts(government, open_fonts)
    straight = map_fonts(Package.open(party), open_fonts)
    assert (onward.source, onward.way_back) == (straight.source, False) == ("party", False)
    assert fonts_of(saved(tmp_path / "onward.docx", onward)) == fonts_of(saved(tmp_path / "straight.docx", straight))
    back = map_fonts(onward.package, PARTY)
    assert fonts_of(saved(tmp_path / "back.docx", back)) == fonts_of(party)


@pytest.mark.parametrize(
    "said, wanted",
    [
        ('font-family:"仿宋_GB2312";font-size:36pt', 'font-family:"方正仿宋_GBK";font-size:36pt'),
        ("font:bold 36pt 仿宋_GB2312;v-text-kern:t", 'font:bold 36pt "方正仿宋_GBK";v-text-kern:t'),
    ],
)
def test_a_word_on_a_path_gets_the_face_of_the_other_system_and_its_old_one_back(said: str, wanted: str) -> None:
    words = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape type="#wordart">'
        f"<v:textpath style='{said}' string=\"某某\"/></v:shape></w:pict></w:r></w:p>"
    )
    package = source(("字", 'w:eastAsia="仿宋_GB2312"'))
    root = parse_xml(etree.tostring(package.tree("word/document.xml")))
    root[0].insert(0, parse_xml(words))
    before = package.replaced({"word/document.xml": etree.tostring(root)})

    def style(shown: Package) -> str | None:
        (path,) = (node for node in shown.tree("word/document.xml").iter() if str(node.tag).endswith("}textpath"))
        return path.get("style")

    there = map_fonts(before, GOVERNMENT).package
    assert style(there) == wanted
    assert style(map_fonts(there, PARTY).package) == style(before)


def with_symbol(char: str) -> Package:
    """A docx with one `w:sym` in 仿宋_GB2312."""
    package = source(("字", 'w:eastAsia="仿宋_GB2312"'))
    symbol = f'<w:sym w:font="仿宋_GB2312" w:char="{char}"/></w:r>'
    return package.replaced({package.main_part: package.parts[package.main_part].replace(b"</w:r>", symbol.encode())})


@pytest.mark.parametrize("char, face", [("25CB", "方正仿宋_GBK"), ("F0B7", "仿宋_GB2312"), ("00B7", "仿宋_GB2312")])
def test_a_symbol_is_in_the_other_face_if_it_is_the_same_character_there(char: str, face: str) -> None:
    package = with_symbol(char)
    there = map_fonts(package, GOVERNMENT).package
    (symbol,) = there.tree("word/document.xml").iter(w("sym"))
    assert symbol.get(w("font")) == face
    assert ledger.check_amended(package.parts, there.to_bytes(), {}) == []


def test_bullets_and_signs_of_a_drawing_are_in_the_other_face_and_get_their_own_back() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:txPr><a:p><a:pPr>'
        '<a:buFont typeface="仿宋_GB2312"/><a:defRPr><a:sym typeface="黑体"/></a:defRPr>'
        "</a:pPr></a:p></c:txPr></c:chartSpace>"
    )
    package = source(("字", 'w:eastAsia="仿宋_GB2312"')).replaced({"word/charts/chart1.xml": chart.encode()})

    def faces(shown: Package) -> list[str | None]:
        return [node.get("typeface") for node in shown.tree("word/charts/chart1.xml").iter() if node.get("typeface")]

    there = map_fonts(package, GOVERNMENT).package
    assert faces(there) == ["方正仿宋_GBK", "方正黑体_GBK"]
    assert faces(map_fonts(there, PARTY).package) == ["仿宋_GB2312", "黑体"]


def test_a_part_that_broke_meanwhile_leaves_the_others_their_way_back() -> None:
    before = source(("字", 'w:eastAsia="仿宋_GB2312"'))
    there = map_fonts(before, GOVERNMENT).package
    back = map_fonts(there.replaced({"word/theme/theme1.xml": b"<"}), PARTY)
    assert (back.way_back, back.exact) == (True, False)
    assert fonts(back.package) == fonts(before)


def test_a_run_split_several_times_is_one_again_on_the_way_back() -> None:
    words = "推进WTO、Illinois、Windows、GDP和WWW等工作的Internet应用" * 12
    before = source((words, 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"'))
    there = map_fonts(before, GOVERNMENT, Advances(InstalledFonts(())))
    assert there.kept is not None
    assert len(there.kept.tracked) > 3
    back = map_fonts(there.package, load_system(there.source)).package
    assert back.parts["word/document.xml"] == map_fonts(before, PARTY).package.parts["word/document.xml"]


def test_a_run_that_begins_with_a_mark_of_no_width_is_not_split() -> None:
    said = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"'
    package = source(*((text, said) for _ in range(30) for text in ("推进工作的", "WTO、Windows")))
    root = parse_xml(etree.tostring(package.tree("word/document.xml")))
    for run in root.iter(w("r")):
        run.insert(1, parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    before = package.replaced({"word/document.xml": etree.tostring(root)})
    there = map_fonts(before, GOVERNMENT, Advances(InstalledFonts(())))
    back = map_fonts(there.package, load_system(there.source)).package
    assert len(list(back.tree("word/document.xml").iter(w("r")))) == 60
    assert fonts(back) == fonts(map_fonts(before, PARTY).package)


def test_a_file_edited_meanwhile_goes_back_by_what_it_says_now() -> None:
    there = map_fonts(source(("旧", 'w:eastAsia="仿宋_GB2312"')), GOVERNMENT).package
    root = parse_xml(etree.tostring(there.tree("word/document.xml")))
    new = f'<w:r {nsdecls("w")}><w:rPr><w:rFonts w:eastAsia="方正黑体_GBK"/></w:rPr><w:t>新</w:t></w:r>'
    root.find(f".//{w('p')}").append(parse_xml(new))
    back = map_fonts(there.replaced({"word/document.xml": etree.tostring(root)}), PARTY)
    assert not back.exact
    assert fonts(back.package) == [{"eastAsia": "仿宋_GB2312"}, {"eastAsia": "黑体"}]


def test_a_file_of_that_system_is_left_as_it_is(party: Path) -> None:
    package = Package.open(party)
    assert map_fonts(package, PARTY).package.to_bytes() == package.to_bytes()


def test_the_font_table_names_the_new_families(party: Path) -> None:
    package = source(("字", 'w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"'))
    result = map_fonts(package, GOVERNMENT).package
    names = {entry.get(w("name")) for entry in result.tree("word/fontTable.xml").iter(w("font"))}
    assert {"方正仿宋_GBK", "宋体"} <= names
    assert "Times New Roman" not in names


def test_a_character_the_new_face_lacks_keeps_the_face_it_had_and_is_listed() -> None:
    package = source(("昔有镕堃二公", 'w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="方正仿宋_GBK"'))
    result = map_fonts(package, PARTY)
    assert [(one.char, one.family, one.kept, one.count) for one in result.lacking] == [
        ("堃", "仿宋_GB2312", "方正仿宋_GBK", 1),
        ("镕", "仿宋_GB2312", "方正仿宋_GBK", 1),
    ]
    assert [said["eastAsia"] for said in fonts(result.package)] == ["仿宋_GB2312", "方正仿宋_GBK", "仿宋_GB2312"]
    assert ledger.check_amended(package.parts, result.package.to_bytes(), {}) == []


def test_the_selector_of_a_variant_stays_in_the_run_of_its_character() -> None:
    package = source(("葛镕\U000e0100某", 'w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="方正仿宋_GBK"'))
    result = map_fonts(package, PARTY).package
    runs = ["".join(run.itertext()) for run in result.tree("word/document.xml").iter(w("r"))]
    assert runs == ["葛", "镕\U000e0100", "某"]
    assert fonts(result)[1]["eastAsia"] == "方正仿宋_GBK"
    assert len(list(map_fonts(result, GOVERNMENT).package.tree("word/document.xml").iter(w("r")))) == 1


def test_what_kept_its_face_is_one_with_its_neighbours_on_the_way_back(tmp_path: Path) -> None:
    draft, target = tmp_path / "draft.txt", tmp_path / "government.docx"
    draft.write_text(DRAFT.replace("GDP增长", "朱镕某、陶堃某和GDP增长"), encoding="utf-8")
    format_file(draft, target, FormatOptions(system="government"))
    package = Package.open(target)
    there = map_fonts(package, PARTY, Advances(InstalledFonts(())))
    assert {one.char for one in there.lacking} == {"镕", "堃"}
    back = map_fonts(there.package, GOVERNMENT)
    assert back.way_back
    assert back.package.tree("word/document.xml").xpath("string()") == package.tree("word/document.xml").xpath(
        "string()"
    )
    assert fonts(back.package) == fonts(package)
    runs = [len(list(one.tree("word/document.xml").iter(w("r")))) for one in (package, back.package)]
    assert runs[0] == runs[1]


def test_a_character_neither_face_has_is_listed_and_left() -> None:
    result = map_fonts(source(("字𠮷", 'w:eastAsia="方正仿宋_GBK"')), PARTY)
    assert [(one.char, one.kept) for one in result.lacking] == [("𠮷", "")]
    assert [said["eastAsia"] for said in fonts(result.package)] == ["仿宋_GB2312"]


def with_table(package: Package, entries: str) -> Package:
    """The same docx, whose font table has these entries only."""
    table = next(name for name in package.parts if name.endswith("fontTable.xml"))
    root = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>"
    return package.replaced({table: root.encode()})


def test_a_family_nobody_knows_is_that_by_which_the_file_calls_it_as_well() -> None:
    entries = '<w:font w:name="某某字库A"><w:altName w:val="Some Face,仿宋_GB2312"/></w:font>'
    package = with_table(source(("关于", 'w:eastAsia="某某字库A"')), entries)
    done = map_fonts(package, GOVERNMENT)
    assert fonts(done.package) == [{"eastAsia": "方正仿宋_GBK"}]
    assert done.source == "party"
    assert "某某字库A" not in {one.name for one in done.unknown}
    assert fonts(map_fonts(done.package, PARTY).package) == [{"eastAsia": "某某字库A"}]


def test_a_known_family_is_what_it_is_whatever_else_the_file_calls_it() -> None:
    entries = '<w:font w:name="黑体"><w:altName w:val="仿宋_GB2312"/></w:font>'
    package = with_table(source(("关于", 'w:eastAsia="黑体"')), entries)
    assert fonts(map_fonts(package, GOVERNMENT).package) == [{"eastAsia": "方正黑体_GBK"}]


@pytest.mark.parametrize(
    ("normal", "letters"), [("<m:nor/>", "方正仿宋_GBK"), ('<m:nor m:val="0"/>', "仿宋_GB2312"), ("", "仿宋_GB2312")]
)
def test_letters_of_a_formula_are_text_only_where_it_says_so(normal: str, letters: str) -> None:
    said = " ".join(f'w:{slot}="仿宋_GB2312"' for slot in ("ascii", "hAnsi", "eastAsia"))
    package = source(("按公式", 'w:eastAsia="仿宋_GB2312"'))
    root = package.tree(package.main_part)
    formula = (
        f"<m:oMath {nsdecls('m', 'w')}><m:r><m:rPr>{normal}</m:rPr><w:rPr><w:rFonts {said}/></w:rPr>"
        "<m:t>增速v</m:t></m:r></m:oMath>"
    )
    root.find(f".//{w('p')}").append(parse_xml(formula))
    package = package.replaced({package.main_part: etree.tostring(root)})
    done = map_fonts(package, GOVERNMENT)
    assert ledger.check_amended(package.parts, done.package.to_bytes(), {}) == []
    place = done.package.tree(done.package.main_part).find(f".//{{*}}oMath//{w('rFonts')}")
    assert place is not None
    assert (place.get(w("ascii")), place.get(w("eastAsia"))) == (letters, "方正仿宋_GBK")


@pytest.mark.parametrize(
    ("code", "families"),
    [
        (r' SYMBOL 9633 \f "仿宋_GB2312" \s 16 ', ["仿宋_GB2312"]),
        (r" SYMBOL 9633 \s 16 \f 仿宋_GB2312", ["仿宋_GB2312"]),
        (r' SYMBOL 9633 \f "方正仿宋_GBK"', []),
        (r" SYMBOL 254 \f Wingdings", []),
        (r" SYMBOL 9633", []),
        (r" PAGE \f 仿宋_GB2312", []),
    ],
)
def test_families_that_the_code_of_a_field_names_are_told(code: str, families: list[str]) -> None:
    package = source(("方框", 'w:eastAsia="方正仿宋_GBK"'))
    root = package.tree(package.main_part)
    field = etree.SubElement(root.find(f".//{w('p')}"), w("fldSimple"))
    field.set(w("instr"), code)
    done = map_fonts(package.replaced({package.main_part: etree.tostring(root)}), GOVERNMENT)
    assert [one.name for one in done.in_codes] == families
    assert done.package.tree(done.package.main_part).find(f".//{w('fldSimple')}").get(w("instr")) == code
