"""The ways in which a document is set are those of its stretches; where none is wrong, no stretch has to be asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gwformat import api
from gwformat.check import Context
from gwformat.check.kinds import kinds, text_looks
from gwformat.check.looks import text_paragraphs
from gwformat.check.pieces import styled
from gwformat.ooxml.effective import RunLook
from tests.check.specimen import docx_of

TEXTS = (
    "各级要落实“三个责任人”制度，2026年3月16日前报送。",
    "［正文 首字 字体］宋体",
    "［正文 主题字体］minorEastAsia",
    "［标题 字体］黑体\n［正文 字号］四号",
)


def checked(folder: Path, text: str) -> Context:
    path = folder / "文件.docx"
    path.write_bytes(docx_of(text))
    return api.check_file(path).context


@pytest.mark.parametrize("text", TEXTS)
def test_every_stretch_is_set_in_one_of_the_kinds_and_every_kind_has_its_characters(tmp_path: Path, text: str) -> None:
    context = checked(tmp_path, text)
    wide: Counter[tuple[object, RunLook, object]] = Counter()
    firsts = {}
    for element in context.words:
        for piece in styled(context, element):
            key = element.role, piece.look, piece.font
            firsts.setdefault(key, piece.where)
            wide[key] += len(piece.han)
    found = {(kind.role, kind.look, kind.font): kind for kind in kinds(context)}
    assert {key: kind.wide for key, kind in found.items()} == dict(wide)
    assert {key: kind.first.where for key, kind in found.items()} == firsts


@pytest.mark.parametrize("text", TEXTS)
def test_the_looks_of_the_text_are_those_of_its_paragraphs(tmp_path: Path, text: str) -> None:
    context = checked(tmp_path, text)
    assert set(map(id, text_looks(context))) == {id(look) for _, look in text_paragraphs(context)}
