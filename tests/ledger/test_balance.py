"""What adds up, and what the ledger says about it."""

from __future__ import annotations

import dataclasses
import json

from gwformat.ledger import ObjectKind, balance
from gwformat.model import Block, Change, Document, Fate, Paragraph, Role, Run, Source
from tests.ledger import specimen
from tests.ledger.specimen import MAIN

OUTPUT = specimen.zipped(specimen.parts())


def changed(document: Document, number: int, block: Block | None, *changes: Change) -> Document:
    blocks = list(document.blocks)
    blocks[number : number + 1] = [block] if block is not None else []
    return dataclasses.replace(document, blocks=tuple(blocks), changes=changes)


def replaced(number: int, before: str, after: str, *changes: Change) -> tuple[Document, bytes]:
    """The specimen and its output, both with words of one block replaced."""
    document = specimen.edited(number, before, after)
    content = specimen.parts()
    content[MAIN] = content[MAIN].replace(before.encode(), after.encode())
    return dataclasses.replace(document, changes=changes), specimen.zipped(content)


def test_an_untouched_document_balances() -> None:
    ledger = balance(specimen.document(), OUTPUT)
    assert ledger.problems == ()
    assert ledger.total.source == ledger.total.kept == ledger.total.result
    assert "内容核对无误" in ledger.summary()


def test_every_kind_of_object_in_the_specimen_is_counted() -> None:
    counted = {row.kind for row in balance(specimen.document(), OUTPUT).objects}
    assert counted == set(ObjectKind) - {ObjectKind.OTHER}


def test_a_declared_replacement_balances() -> None:
    change = Change("标点全角化", Fate.CHANGED, "：", "。", "某理由", Source(MAIN, 2, 2))
    ledger = balance(*replaced(1, "：", "。", change))
    assert ledger.problems == ()
    assert (ledger.total.changed, ledger.total.added) == (1, 1)


def test_an_undeclared_replacement_does_not() -> None:
    ledger = balance(*replaced(1, "：", "。"))
    assert any("少了未说明的字：“：”" in problem for problem in ledger.problems)
    assert any("多了未说明的字：“。”" in problem for problem in ledger.problems)


def test_a_change_declared_for_another_paragraph_does_not_excuse_this_one() -> None:
    change = Change("标点全角化", Fate.CHANGED, "：", "。", "某理由", Source(MAIN, 5, 5))
    ledger = balance(*replaced(1, "：", "。", change))
    assert any(problem.startswith("第 2 段") for problem in ledger.problems)


def test_a_change_that_was_declared_but_not_made_is_found() -> None:
    change = Change("标点全角化", Fate.CHANGED, "：", "。", "某理由", Source(MAIN, 2, 2))
    document = dataclasses.replace(specimen.document(), changes=(change,))
    assert not balance(document, OUTPUT).balanced


def test_words_that_stand_in_two_blocks_are_found() -> None:
    document = specimen.document()
    twice = (*document.blocks, document.blocks[1])
    ledger = balance(dataclasses.replace(document, blocks=twice), OUTPUT)
    assert any("出现在两处" in problem for problem in ledger.problems)


def test_blocks_out_of_order_are_found_unless_declared_as_moved() -> None:
    document = specimen.document()
    first, second, *rest = document.blocks
    document = dataclasses.replace(document, blocks=(second, first, *rest))
    assert any("正文顺序变了" in problem for problem in balance(document, OUTPUT).problems)
    moved = Change("移动", Fate.MOVED, "", "", "某理由", Source(MAIN, 1, 1))
    document = dataclasses.replace(document, changes=(moved,))
    assert not any("正文顺序变了" in problem for problem in balance(document, OUTPUT).problems)


def test_an_object_left_out_without_a_word_is_found() -> None:
    document = specimen.document()
    table = next(i for i, block in enumerate(document.blocks) if block.carrier is not None)
    content = specimen.parts()
    start, end = content[MAIN].index(b"<w:tbl>"), content[MAIN].index(b"</w:tbl>") + len(b"</w:tbl>")
    without = specimen.zipped({**content, MAIN: content[MAIN][:start] + content[MAIN][end:]})
    silent = changed(document, table, None)
    assert any("没有说明" in problem for problem in balance(silent, without).problems)
    source = document.blocks[table].source
    words = Change("旧版记重排", Fate.RERENDERED, "科室人数一科九", "", "原版记按标准重排", source)
    told = balance(changed(document, table, None, words), without)
    assert told.problems == ()
    assert "原版记按标准重排" in told.summary()


def test_a_reader_that_skips_a_character_is_found() -> None:
    document = specimen.document()
    first = document.draft.blocks[0]
    assert isinstance(first, Paragraph)
    short = dataclasses.replace(first, runs=(dataclasses.replace(first.runs[0], text="关于开展检查通知"),))
    draft = dataclasses.replace(document.draft, blocks=(short, *document.draft.blocks[1:]))
    block = dataclasses.replace(document.blocks[0], runs=short.runs)
    document = dataclasses.replace(document, draft=draft, blocks=(block, *document.blocks[1:]))
    assert any("没有读全" in problem for problem in balance(document, OUTPUT).problems)


def test_a_reader_that_skips_a_paragraph_is_found() -> None:
    document = specimen.document()
    draft = dataclasses.replace(document.draft, blocks=document.draft.blocks[1:])
    document = dataclasses.replace(document, draft=draft, blocks=document.blocks[1:])
    assert any("没读到的字" in problem for problem in balance(document, OUTPUT).problems)


def test_words_supplied_by_the_user_count_as_added() -> None:
    number = Block(Role.DOC_NUMBER, (Run("某政发〔2026〕5号"),))
    content = specimen.parts()
    styled = '<w:p><w:pPr><w:pStyle w:val="gw-doc-number"/></w:pPr><w:r><w:t>某政发〔2026〕5号</w:t></w:r></w:p>'
    content[MAIN] = content[MAIN].replace(b"<w:body>", b"<w:body>" + styled.encode())
    document = specimen.document()
    change = Change("补充要素", Fate.ADDED, "", "某政发〔2026〕5号", "由用户提供")
    document = dataclasses.replace(document, blocks=(number, *document.blocks), changes=(change,))
    ledger = balance(document, specimen.zipped(content))
    assert ledger.problems == ()
    assert next(row.added for row in ledger.characters if row.role is Role.DOC_NUMBER) == 11


def test_a_paragraph_in_the_style_of_another_role_is_found() -> None:
    content = specimen.parts()
    plain = "<w:p><w:r><w:t>各科室：".encode()
    styled = '<w:p><w:pPr><w:pStyle w:val="gw-title"/></w:pPr><w:r><w:t>各科室：'.encode()
    content[MAIN] = content[MAIN].replace(plain, styled)
    ledger = balance(specimen.document(), specimen.zipped(content))
    assert ledger.problems == ("“各科室：”应为正文，成品中是标题",)


def test_a_list_label_that_did_not_become_text_is_found() -> None:
    document = specimen.document()
    first = document.draft.blocks[0]
    assert isinstance(first, Paragraph)
    draft = dataclasses.replace(
        document.draft, blocks=(dataclasses.replace(first, label="一、"), *document.draft.blocks[1:])
    )
    problems = balance(dataclasses.replace(document, draft=draft), OUTPUT).problems
    assert problems == ("第 1 段的自动编号“一、”没有转为文字",)


def test_a_list_label_that_would_show_twice_is_found() -> None:
    content = specimen.parts()
    plain = "<w:p><w:r><w:t>各科室：".encode()
    numbered = '<w:p><w:pPr><w:pStyle w:val="gw-body"/><w:numPr/></w:pPr><w:r><w:t>各科室：'.encode()
    content[MAIN] = content[MAIN].replace(plain, numbered)
    ledger = balance(specimen.document(), specimen.zipped(content))
    assert ledger.problems == ("“各科室：”一段的编号已转为文字，却仍带自动编号",)


def test_the_json_says_what_the_columns_sum_to() -> None:
    value = json.loads(balance(specimen.document(), OUTPUT).to_json())
    assert value["balanced"] is True
    total = value["characters"][-1]
    assert total["source"] == sum(total[c] for c in ("kept", "moved", "rerendered", "changed", "dropped"))
    assert total["result"] == sum(total[c] for c in ("kept", "moved", "rerendered", "added"))
    assert {"kind": "表格", "source": 1, "result": 1, "dropped": 0, "reasons": []} in value["objects"]
