"""What only lies around words may go with all of them, and with nothing less."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import etree

from gwformat.ledger import Ledger, ObjectKind, balance
from gwformat.ledger.things import canonical
from gwformat.model import Change, Fate, Source
from gwformat.ooxml.names import M, W
from tests.ledger import specimen
from tests.ledger.specimen import MAIN

LINK = '<w:hyperlink r:id="rIdLink"><w:r><w:t>办法</w:t></w:r></w:hyperlink>'
INSERTED = '<w:ins w:id="1" w:author="甲"><w:r><w:t>新增内容</w:t></w:r></w:ins>'
CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="姓名"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件文字</w:t></w:r></w:p></w:sdtContent></w:sdt>'  # noqa: E501


def ledger(block: int, words: str, wrapper: str, left: str, change: Change) -> Ledger:
    """The account of an output that has `left` in the place of `wrapper`, its `words` dropped from the document."""
    document = specimen.edited(block, words, "") if not left else specimen.document()
    content = specimen.parts()
    assert wrapper.encode() in content[MAIN]
    content[MAIN] = content[MAIN].replace(wrapper.encode(), left.encode())
    return balance(dataclasses.replace(document, changes=(change,)), specimen.zipped(content))


def dropped(words: str, paragraph: int) -> Change:
    return Change("去除多余文字", Fate.DROPPED, words, "", "某理由", Source(MAIN, paragraph, paragraph))


@pytest.mark.parametrize(
    ("block", "words", "wrapper", "kind"),
    [(2, "办法", LINK, ObjectKind.HYPERLINK), (3, "新增内容", INSERTED, ObjectKind.INSERTION)],
)
def test_a_wrapper_all_of_whose_words_are_dropped_goes_with_them(
    block: int, words: str, wrapper: str, kind: ObjectKind
) -> None:
    found = ledger(block, words, wrapper, "", dropped(words, block + 1))
    assert found.problems == ()
    (row,) = (row for row in found.objects if row.kind is kind)
    assert (row.source, row.result, row.dropped, row.reasons) == (1, 0, 1, ("某理由",))


@pytest.mark.parametrize(("words", "wrapper"), [("办法", LINK), ("新增内容", INSERTED)])
def test_a_wrapper_lost_from_words_that_stay_is_a_loss(words: str, wrapper: str) -> None:
    left = f"<w:r><w:t>{words}</w:t></w:r>"
    elsewhere = dropped(words, 9)  # in another paragraph the same characters were dropped
    found = ledger(2, words, wrapper, left, elsewhere)
    assert any("丢失" in problem and words in problem for problem in found.problems)


def test_a_named_control_lost_from_words_that_stay_is_a_loss() -> None:
    left = "<w:p><w:r><w:t>控件文字</w:t></w:r></w:p>"
    found = ledger(9, "控件文字", CONTROL, left, dropped("某", 1))
    assert any(problem.startswith("内容控件丢失") for problem in found.problems)


def test_to_insert_or_delete_nothing_is_no_revision() -> None:
    nothing = (
        '<w:ins w:id="8" w:author="甲"><w:r/></w:ins><w:del w:id="9" w:author="甲"><w:r><w:delText/></w:r></w:del>'
    )
    content = specimen.parts()
    content[MAIN] = content[MAIN].replace(LINK.encode(), (LINK + nothing).encode())
    assert balance(specimen.document(content), specimen.zipped(specimen.parts())).problems == ()


def test_a_formula_is_the_same_in_whatever_order_its_characters_have_their_properties() -> None:
    said = "<m xmlns:w='{w}'><w:rPr>{properties}</w:rPr>x</m>"
    one, other, bold = (
        canonical(etree.fromstring(said.format(w=W, properties=properties)))
        for properties in ("<w:i/><w:color w:val='FF0000'/>", "<w:color w:val='FF0000'/><w:i/>", "<w:b/><w:i/>")
    )
    assert one == other != bold


@pytest.mark.parametrize(("normal", "same"), [("<m:nor/>", True), ("<m:nor m:val='off'/>", False), ("", False)])
def test_the_face_of_letters_in_a_formula_counts_unless_they_are_ordinary_text(normal: str, same: bool) -> None:
    names = f"xmlns:m='{M}' xmlns:w='{W}'"
    run = "<m:oMath {}><m:r><m:rPr>{}</m:rPr><w:rPr><w:rFonts w:ascii='{}'/><w:i/></w:rPr><m:t>v</m:t></m:r></m:oMath>"
    one, other = (canonical(etree.fromstring(run.format(names, normal, face))) for face in ("宋体", "黑体"))
    assert (one == other) == same
