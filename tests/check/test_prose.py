"""One text of all words: hits know their element, their place and their neighbours."""

from __future__ import annotations

import re

from gwformat.check.elements import Element
from gwformat.check.prose import Prose
from gwformat.findings import Location, Rewording, Safety, Span
from gwformat.model import Block, Carrier, CarrierKind, Paragraph, Role, Run, Source
from gwformat.text.punctuation import full_width_marks


def prose(*words: tuple[Role, str]) -> Prose:
    return Prose(Element(number, Block(role, (Run(text),))) for number, (role, text) in enumerate(words))


def test_a_hit_knows_its_element_and_its_place_in_it() -> None:
    text = prose((Role.TITLE, "关于防汛的通知"), (Role.BODY, "落实防汛责任。"))
    first, second = text.find(re.compile("防汛"))
    assert (first.where, first.role) == (Span(0, 2, 4), Role.TITLE)
    assert (second.where, second.before, second.after) == (Span(1, 2, 4), "落实", "责任。")


def test_no_hit_reaches_over_the_end_of_an_element() -> None:
    text = prose((Role.BODY, "落实"), (Role.BODY, "责任"))
    assert list(text.find(re.compile("落实\\s责任"))) == []


def test_only_elements_with_what_a_pattern_needs_are_searched() -> None:
    text = prose((Role.BODY, "落实责任"), (Role.BODY, "5月前落实"), (Role.BODY, "6月前落实"), (Role.BODY, "落实"))
    assert [hit.where for hit in text.find(re.compile("落实"), "月")] == [Span(1, 3, 5), Span(2, 3, 5)]
    assert [hit.where for hit in text.find(re.compile("落实"), ("5月", "责任"))] == [Span(0, 0, 2), Span(1, 3, 5)]
    assert [hit.where for hit in text.find(re.compile("落实"), re.compile("[56]月"))] == [Span(1, 3, 5), Span(2, 3, 5)]
    assert list(text.find(re.compile("落实"), ("7月",))) == []


def test_what_stands_before_such_an_element_is_seen_by_a_pattern_that_looks_back() -> None:
    text = prose((Role.BODY, "落实责任"), (Role.BODY, "5月前落实"))
    assert [hit.words for hit in text.find(re.compile(r"(?<=[^\d])5月"), "月")] == ["5月"]


def test_a_manual_line_break_does_not_end_an_element() -> None:
    text = prose((Role.TITLE, "关于做好\n防汛的通知"))
    (hit,) = text.find(re.compile("^关于.*防汛", re.MULTILINE))
    assert hit.words == "关于做好\n防汛"


def test_a_word_is_found_over_the_break_between_two_lines_of_a_title() -> None:
    text = prose((Role.TITLE, "某某市关于\n关于做好布\n署工作的通知"), (Role.BODY, "要布\n署。"))
    twice, wrong = [*text.find_words(["关于关于"]), *text.find_words(["布署"])]
    assert (twice.where, twice.words) == (Span(0, 3, 8), "关于关于")
    assert (wrong.where, wrong.words) == (Span(0, 10, 13), "布署")
    assert wrong.instead("部署", Safety.REVIEW).fix is None


def test_addresses_and_lines_in_latin_script_are_passed_over() -> None:
    text = prose((Role.BODY, "见http://www.example.com/a1的说明"), (Role.BODY, "Annual Report of a1 and a2"))
    assert list(text.find(re.compile("a[12]"))) == []


def test_elements_of_fixed_form_are_looked_at_on_request() -> None:
    text = prose((Role.DOC_NUMBER, "某政发〔2026〕5号"))
    assert list(text.find(re.compile("号"))) == []
    assert len(list(text.find(re.compile("号"), forms=True))) == 1


def test_words_in_a_table_have_their_place_in_the_file_and_are_cured_there() -> None:
    source = Source("word/document.xml", 7, 7)
    cell = Paragraph((Run("布署情况"),), source)
    table = Carrier(CarrierKind.TABLE, paragraphs=(cell,))
    text = Prose([Element(0, Block(Role.BODY, carrier=table))])
    (hit,) = text.find_words(["布署"])
    assert hit.where == Location("word/document.xml", 7, 0, 2)
    assert hit.in_table
    cure = hit.instead("部署", Safety.REVIEW).fix
    assert cure is not None
    assert cure.steps == (Rewording(hit.where, "部署"),)


def test_edits_of_a_text_function_are_hits_too() -> None:
    text = prose((Role.BODY, "一、"), (Role.BODY, "通知如下:"))
    ((hit, new),) = text.edits(full_width_marks(text.text))
    assert (hit.where, new) == (Span(1, 4, 5), "：")


def test_characters_that_mean_something_else_in_a_longer_word_are_known() -> None:
    text = prose((Role.BODY, "答复盖章后复盖全市。"))
    inside, outside = text.find_words(["复盖"])
    assert inside.is_within(["答复盖"])
    assert not outside.is_within(["答复盖"])


def test_a_document_without_words_has_no_hits() -> None:
    assert list(Prose([]).find(re.compile("防汛"))) == []
    assert list(prose().find_words(["防汛"])) == []
