"""Footnotes and endnotes get the same room in every program: their type, their pitch, and the rule above them."""

from __future__ import annotations

import pytest

from gwformat.model import Role
from gwformat.ooxml.names import w
from tests.writers.setting_up import Element, attribute, document, draft, names, p, style, text, tree, written

BODY = Role.BODY
OWN_LOOK = '<w:pPr><w:spacing w:before="200" w:line="600"/><w:ind w:firstLine="400"/></w:pPr>'
OWN_TYPE = '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="30"/></w:rPr>'
RULE = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def note(content: str) -> str:
    return f'{RULE}<w:footnote w:id="1">{content}</w:footnote>'


def notes(content: str, styles: str = "") -> list[Element]:
    """The paragraphs of the part after writing, that of the rule first."""
    body = '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    source = draft(body, {"word/footnotes.xml": note(content), **({"word/styles.xml": styles} if styles else {})})
    return list(tree(written(document(source, BODY)), "word/footnotes.xml").iter(w("p")))


def test_a_note_takes_the_style_of_notes_and_loses_its_own_look():
    _, paragraph = notes(
        f"<w:p>{OWN_LOOK}<w:r>{OWN_TYPE}<w:footnoteRef/></w:r><w:r>{OWN_TYPE}<w:t>出处</w:t></w:r></w:p>"
    )
    assert (style(paragraph), text(paragraph)) == ("gw-note", "出处")
    assert attribute(paragraph, "pPr/spacing", "line") is None
    assert list(paragraph.iter(w("sz"), w("rFonts"))) == []


def test_the_number_of_a_note_is_raised():
    _, paragraph = notes("<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>出处</w:t></w:r></w:p>")
    number = next(paragraph.iter(w("footnoteRef"))).getparent()
    assert attribute(number, "rPr/vertAlign", "val") == "superscript"


STYLES = (
    '<w:style w:type="character" w:styleId="Up"><w:name w:val="上标"/><w:rPr><w:vertAlign w:val="superscript"/>'
    '<w:sz w:val="30"/></w:rPr></w:style><w:style w:type="character" w:styleId="Old"><w:name w:val="废止"/>'
    '<w:basedOn w:val="Up"/><w:rPr><w:strike/><w:u w:val="single"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('<w:rStyle w:val="Up"/>', {"vertAlign": "superscript"}),
        ('<w:rStyle w:val="Old"/>', {"vertAlign": "superscript", "strike": None}),  # the underline is that of a link
        ('<w:rStyle w:val="Old"/><w:strike w:val="0"/>', {"vertAlign": "superscript"}),
        ('<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>', {"vertAlign": "baseline"}),
        ('<w:rStyle w:val="None"/><w:dstrike/>', {"dstrike": None}),
    ],
)
def test_what_a_character_style_raises_or_strikes_in_a_note_stays_so(said: str, kept: dict[str, str | None]):
    words = f"<w:r><w:t>面积10m</w:t></w:r><w:r><w:rPr>{said}</w:rPr><w:t>2</w:t></w:r>"
    _, paragraph = notes(f"<w:p>{words}</w:p>", STYLES)
    assert text(paragraph) == "面积10m2"
    (properties,) = paragraph.findall(f"{w('r')}/{w('rPr')}")
    assert {mark.tag: mark.get(w("val")) for mark in properties} == {w(name): value for name, value in kept.items()}


def test_so_it_does_in_endnotes_and_in_headers():
    words = '<w:p><w:r><w:t>面积10m</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Up"/></w:rPr><w:t>2</w:t></w:r></w:p>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="top"/></w:sectPr>'
    body = '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    endnotes = f'<w:endnote w:id="1">{words}</w:endnote>'
    parts = {"word/styles.xml": STYLES, "word/endnotes.xml": endnotes, "word/header1.xml": words}
    result = written(document(draft(body + section, parts, [("top", "header", "header1.xml")]), BODY))
    raised = {
        name
        for name in names(result)
        if name.startswith(("word/endnotes", "word/gw-header", "word/header"))
        for mark in tree(result, name).iter(w("vertAlign"))
        if mark.get(w("val")) == "superscript"
    }
    assert any("header" in name for name in raised) and "word/endnotes.xml" in raised


def test_a_comment_on_a_note_keeps_the_style_of_its_mark_and_nothing_else():
    mark = '<w:r><w:rPr><w:rStyle w:val="mark"/><w:sz w:val="16"/></w:rPr><w:commentReference w:id="1"/></w:r>'
    _, paragraph = notes(f"<w:p><w:r><w:t>出处</w:t></w:r>{mark}</w:p>")
    run = next(paragraph.iter(w("commentReference"))).getparent()
    assert [(said.tag, said.get(w("val"))) for said in run[0]] == [(w("rStyle"), "mark")]


def test_endnotes_end_the_section_of_the_text_and_the_imprint_has_one_of_its_own():
    body = p("正文。").replace("</w:p>", '<w:r><w:endnoteReference w:id="1"/></w:r></w:p>') + p("某某市人民政府办公室")
    section = '<w:sectPr><w:endnotePr><w:pos w:val="docEnd"/></w:endnotePr></w:sectPr>'
    source = draft(body + section, {"word/endnotes.xml": '<w:endnote w:id="1"><w:p/></w:endnote>'})
    result = written(document(source, BODY, Role.PRINTER))
    assert attribute(tree(result, "word/settings.xml"), "endnotePr/pos", "val") == "sectEnd"
    root = tree(result)
    assert len(list(root.iter(w("sectPr")))) == 2 and next(root.iter(w("pos")), None) is None
    table = next(root.iter(w("tbl")))
    assert [next(node.iter(w("sectPr")), None) is not None for node in table.itersiblings(w("p"), preceding=True)] == [
        *(False, True, False)  # an empty one before the table, the end of the text's section, the text
    ]


def test_the_rule_above_the_notes_has_an_exact_height_of_its_own():
    rule, _ = notes("<w:p><w:r><w:t>出处</w:t></w:r></w:p>")
    said = [attribute(rule, "pPr/spacing", name) for name in ("before", "after", "line", "lineRule")]
    assert said == ["0", "0", "124", "exact"]


def test_an_automatic_number_in_a_note_stays_because_it_is_read():
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    _, paragraph = notes(f"<w:p>{numbered}<w:r><w:t>出处</w:t></w:r></w:p>")
    assert attribute(paragraph, "pPr/numPr/numId", "val") == "3"


@pytest.mark.parametrize(("reference", "kind"), [('<w:footnoteReference w:id="1"/>', None), ("", "lines")])
def test_only_pages_without_footnotes_stand_on_a_grid_of_rows(reference, kind):
    body = f"<w:p><w:r><w:t>正文</w:t></w:r><w:r>{reference}</w:r></w:p>"
    source = draft(body, {"word/footnotes.xml": note("<w:p><w:r><w:t>出处</w:t></w:r></w:p>")})
    section = next(tree(written(document(source, BODY))).iter(w("sectPr")))
    assert attribute(section, "docGrid", "type") == kind
    assert attribute(section, "docGrid", "linePitch") == "592"
