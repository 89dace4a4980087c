"""What holds for every draft: no character is lost, none is counted twice."""

from __future__ import annotations

import dataclasses
from collections import Counter

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from gwformat.errors import UsageError
from gwformat.model import OBJECT, Align, Carrier, CarrierKind, Change, Document, Draft, Look, Paragraph, Role
from gwformat.recognise import Overrides, recognise
from tests.recognise.drafts import draft, paragraph, table

FRAGMENTS = (
    "", "　　", " ", "000012", "机密★1年", "特急", "某某市财政局文件", "某财〔2026〕5号    签发人：张某某",
    "某某市教育局", "关于开展检查工作的通知", "各县（区）人民政府，", "各有关单位：", "一、总体要求",
    "（一）加强领导。各单位要抓好落实。", "1.完成时间。于5月底前完成。", "附件：1.清单　2.表格", "附件1",
    "附件2：名单", "某某市财政局　　某某市教育局", "某某市财政局　2026年5月6日", "2026年5月6日",
    "（此件公开发布）", "抄送：市委办公室，", "市水利局。", "某某市财政局办公室　　2026年5月7日印发",
    "（共印50份）", "————————", "— 1 —", "第一章　总则", "第一条　为了管理，制定本办法。",
    "为进一步做好全市政务公开工作，切实保障群众的知情权、参与权和监督权，根据有关规定，现就有关事项通知如下，请认真执行。",
    "出席：张某某，", "标题：关于某事的通知", "(某发[2026]第05号)", "English words only", "2.", "（", "：",
)  # fmt: skip

lines = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=4).map("\n".join),
    st.text("一二、.（）(): \n\u3000年月日2件附号", max_size=24),
)
looks = st.builds(
    Look,
    align=st.sampled_from([None, Align.CENTER, Align.RIGHT]),
    outline_level=st.sampled_from([None, None, 1, 2]),
    page_break_before=st.booleans(),
)
boxes = st.lists(
    st.one_of(
        st.just(Carrier(CarrierKind.IMAGE)),
        st.just(Carrier(CarrierKind.SHAPE)),
        st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=3).map(
            lambda cells: table(tuple(cells), kind=CarrierKind.TEXT_BOX)
        ),
    ),
    max_size=1,
)
paragraphs = st.builds(
    lambda text, look, label, box: paragraph(text, 0, look, label, tuple(box)),
    lines,
    looks,
    st.sampled_from(["", "", "一、", "1.1"]),
    boxes,
)
tables = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map(lambda cells: table(tuple(cells)))
blocks = st.one_of(paragraphs, tables)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    made = draw(st.lists(blocks, max_size=14))
    numbered = []
    number = 0
    for block in made:
        number += 1
        if isinstance(block, Paragraph):
            numbered.append(renumbered(block, number))
            continue
        cells = tuple(renumbered(cell, number + order) for order, cell in enumerate(block.paragraphs))
        number += len(cells)
        numbered.append(dataclasses.replace(block, paragraphs=cells))
    return draft(*numbered)


def renumbered(block: Paragraph, number: int) -> Paragraph:
    """The paragraph as number `number`; that of a paragraph in its text box is a thousand more."""
    runs = []
    for run in block.runs:
        carrier = run.carrier
        if carrier is not None and carrier.paragraphs:
            inner = tuple(renumbered(p, 10_000 + number * 100 + order) for order, p in enumerate(carrier.paragraphs))
            carrier = dataclasses.replace(carrier, paragraphs=inner)
        runs.append(dataclasses.replace(run, paragraph=number, carrier=carrier))
    source = dataclasses.replace(block.source, first=number, last=number)
    return dataclasses.replace(block, runs=tuple(runs), source=source)


def of_draft(source: Draft) -> Counter[str]:
    """All characters of the draft, those of tables and text boxes included."""
    return Counter("".join(block.text for block in source.paragraphs()).replace(OBJECT, ""))


def of_document(document: Document) -> Counter[str]:
    """All characters of the blocks, those inside carriers that stayed closed included."""
    counted: Counter[str] = Counter()
    for block in document.blocks:
        counted.update(block.text.replace(OBJECT, ""))
        for carrier in [block.carrier, *(run.carrier for run in block.runs)]:
            for inner in carrier.paragraphs if carrier else ():
                counted.update(inner.text.replace(OBJECT, ""))
    return counted


def balance(changes: tuple[Change, ...]) -> Counter[str]:
    total: Counter[str] = Counter()
    for change in changes:
        total.update(change.after.replace(OBJECT, ""))
        total.subtract(change.before.replace(OBJECT, ""))
    return total


def expected(document: Document) -> Counter[str]:
    total = of_draft(document.draft)
    total.update(balance(document.changes))
    return Counter({char: count for char, count in total.items() if count})


@settings(max_examples=300)
@given(drafts())
def test_every_character_is_in_a_block_or_in_a_change(source: Draft) -> None:
    document = recognise(source)
    assert of_document(document) == expected(document)


@settings(max_examples=150)
@given(drafts(), st.dictionaries(st.sampled_from(list(Role)), st.just(("某某局",)), max_size=4))
def test_no_character_is_lost_when_the_user_supplies_elements(
    source: Draft, values: dict[Role, tuple[str, ...]]
) -> None:
    document = recognise(source, Overrides(values=values))
    assert of_document(document) == expected(document)


@settings(max_examples=150)
@given(drafts(), st.dictionaries(st.integers(1, 8), st.sampled_from(list(Role)), max_size=3))
def test_no_character_is_lost_when_the_user_pins_roles(source: Draft, roles: dict[int, Role]) -> None:
    try:
        document = recognise(source, Overrides(roles=roles))
    except UsageError:  # there are no words in that paragraph
        reject()
    assert of_document(document) == expected(document)


@settings(max_examples=150)
@given(drafts())
def test_every_block_with_words_has_a_reason(source: Draft) -> None:
    assert all(block.reason for block in recognise(source).blocks)


@settings(max_examples=150)
@given(drafts())
def test_closed_carriers_are_all_still_there(source: Draft) -> None:
    document = recognise(source)
    kept = Counter(
        carrier.kind
        for block in document.blocks
        for carrier in [block.carrier, *(run.carrier for run in block.runs)]
        if carrier is not None
    )
    had = Counter(
        carrier.kind
        for block in source.blocks
        for carrier in ([block] if isinstance(block, Carrier) else [run.carrier for run in block.runs])
        if carrier is not None
    )
    assert kept[CarrierKind.IMAGE] == had[CarrierKind.IMAGE]
    assert all(kept[kind] <= count for kind, count in had.items())
