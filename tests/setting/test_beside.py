"""Captions and units of tables and pictures stand where a reader looks for them."""

from __future__ import annotations

import pytest

from gwformat.model import Align, Block, Carrier, CarrierKind, Look, Role, Run
from gwformat.setting.beside import beside
from gwformat.setting.passages import Passage

TABLE = Block(Role.BODY, carrier=Carrier(CarrierKind.TABLE, "指标\t总量", rows=(("指标", "总量"),)))
PICTURE = Block(Role.BODY, (Run("\ufffc", carrier=Carrier(CarrierKind.IMAGE), paragraph=1, atom=0),))


def text(words: str, align: Align | None = None) -> Block:
    return Block(Role.BODY, (Run(words),), look=Look(align=align))


def aligned(*blocks: Block) -> list[Align | None]:
    passages = [Passage((block,), number) for number, block in enumerate(blocks)]
    return [how.align if (how := beside(passages, number)) else None for number in range(len(passages))]


def test_the_caption_of_a_table_is_centred_and_its_unit_stands_at_the_right_edge():
    assert aligned(text("表1　主要经济指标"), text("单位：亿元"), TABLE) == [Align.CENTER, Align.RIGHT, None]


def test_the_caption_below_a_picture_is_centred_and_what_the_draft_centred_there_stays_so():
    assert aligned(PICTURE, text("图2-1 现场照片")) == [None, Align.CENTER]
    assert aligned(PICTURE, text("河道上游", Align.CENTER)) == [None, Align.CENTER]
    assert aligned(PICTURE, text("河道上游")) == [None, None]


@pytest.mark.parametrize(
    "words", ["表1是主要经济指标，其中工业增长较快。", "图2所示的河段受到污染。", "单位：某某局。"]
)
def test_a_sentence_beside_a_table_is_text(words: str):
    assert aligned(text(words), TABLE) == [None, None]


def test_the_same_words_away_from_tables_and_pictures_are_text():
    assert aligned(text("表1　主要经济指标"), text("单位：亿元"), text("其他")) == [None, None, None]


@pytest.mark.parametrize("align", [Align.CENTER, Align.RIGHT])
def test_a_short_line_stays_in_the_middle_or_at_the_right_and_a_sentence_is_text(align: Align):
    assert aligned(text("档案目录", align)) == [align]
    assert aligned(text("特此说明，请予支持。", align)) == [None]
