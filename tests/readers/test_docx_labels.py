import pytest

from gwformat.readers import read
from tests.build import make_docx, p


def level(index: int, number_format: str, text: str, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def item(num_id: int, index: int = 0, text: str = "文") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{num_id}"/></w:numPr>')


CHINESE = abstract(
    1,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
)
OUTLINE = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3."))


@pytest.fixture
def labels(tmp_path):
    def read_labels(body: str, numbering: str, styles: str = "") -> list[str]:
        path = tmp_path / "草稿.docx"
        path.write_bytes(make_docx(body, {"word/numbering.xml": numbering, "word/styles.xml": styles}))
        return [paragraph.label for paragraph in read(path).paragraphs()]

    return read_labels


def test_lower_levels_begin_anew_after_a_higher_one(labels):
    body = item(1) + item(1, 1) + item(1, 2) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 1)
    assert labels(body, CHINESE + num(1, 1)) == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_a_level_passed_over_counts_as_begun(labels):
    body = item(1, 1) + item(1) + item(1, 1) + item(1, 2)
    assert labels(body, OUTLINE + num(1, 1)) == ["1.1.", "2.", "2.1.", "2.1.1."]


def test_a_level_that_no_list_can_have_counts_no_others(labels):
    level_number = 900_000_000_000
    numbering = abstract(1, level(level_number, "decimal", "附%1"), level(0, "decimal", "%1.")) + num(1, 1)
    assert labels(item(1, level_number) + item(1), numbering) == ["附1", "2."]


def test_lists_of_one_definition_count_on_and_an_override_holds_from_its_first_use(labels):
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = OUTLINE + num(1, 1) + num(2, 1, override) + num(3, 1)
    body = item(1) + item(1) + item(2) + item(2) + item(1) + item(3)
    assert labels(body, numbering) == ["1.", "2.", "7.", "8.", "9.", "10."]


def test_an_override_may_redefine_a_level(labels):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
    assert labels(item(1) + item(1), OUTLINE + num(1, 1, override)) == ["C)", "D)"]


def test_a_level_may_restart_only_after_a_certain_one_or_never(labels):
    numbering = abstract(
        1,
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2", extra='<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3", extra='<w:lvlRestart w:val="1"/>'),
    )
    body = item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) + item(1, 2)
    assert labels(body, numbering + num(1, 1)) == ["1", "1", "1", "2", "2", "2", "3", "1"]


def test_legal_numbering_shows_every_level_in_digits(labels):
    numbering = abstract(1, level(0, "upperRoman", "第%1章"), level(1, "decimal", "%1.%2", extra="<w:isLgl/>"))
    assert labels(item(1) + item(1) + item(1, 1), numbering + num(1, 1)) == ["第I章", "第II章", "2.1"]


def test_a_style_numbers_its_paragraphs_at_the_level_linked_to_it(labels):
    numbering = abstract(
        1,
        level(0, "decimal", "%1", extra='<w:pStyle w:val="h1"/>'),
        level(1, "decimal", "%1.%2", extra='<w:pStyle w:val="h2"/>'),
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for style in ("h1", "h2")
    )
    body = p("甲", '<w:pStyle w:val="h1"/>') + p("乙", '<w:pStyle w:val="h2"/>')
    body += p("丙", '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(body, numbering + num(1, 1), styles) == ["1", "1.1", ""]


def test_a_list_may_be_defined_by_a_numbering_style(labels):
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="公文列表"/></w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="公文列表"><w:name w:val="公文列表"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(item(2) + item(2, 1), CHINESE + linked + num(1, 1) + num(2, 2), styles) == ["一、", "（一）"]


def test_numbering_styles_in_a_circle_have_no_label(labels):
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="s"/></w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(item(2), linked + num(2, 2), styles) == [""]


def test_paragraphs_in_tables_count_and_deleted_ones_do_not(labels):
    table = f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>"
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    assert labels(item(1) + table + deleted + item(1), OUTLINE + num(1, 1)) == ["1.", "2.", "", "3."]


@pytest.mark.parametrize(
    ("font", "character", "bullet"),
    [("Wingdings", "\uf06c", "●"), ("Wingdings", "\uf0fc", "✓"), ("Symbol", "\uf0b7", "•"), ("宋体", "◆", "◆")],
)
def test_bullets_of_symbol_fonts_become_unicode(labels, font, character, bullet):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    numbering = abstract(1, level(0, "bullet", character).replace("</w:lvl>", f"{fonts}</w:lvl>"))
    assert labels(item(1), numbering + num(1, 1)) == [bullet]


def test_a_custom_format_pads_with_zeros(labels):
    formats = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    padded = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{formats}<w:lvlText w:val="附件%1"/></w:lvl>'
    assert labels(item(1) + item(1), abstract(1, padded) + num(1, 1)) == ["附件009", "附件010"]


def test_a_list_that_is_not_defined_has_no_label(labels):
    assert labels(item(5) + item(1, 8), OUTLINE + num(1, 1)) == ["", ""]
