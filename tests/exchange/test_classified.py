"""A marking of secrecy stops a file wherever it stands and however it is spelled; words about secrets do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.errors import Refused
from gwformat.ooxml.leaks import LeakKind, View, find_leaks
from gwformat.ooxml.leaks.classified import is_marking
from gwformat.ooxml.package import Package
from tests.check.specimen import docx_of
from tests.exchange.markup_plants import table
from tests.exchange.planting import DOCUMENT, NS, WML, Raw, png

BASE = docx_of("［文种］通知")
SPELLINGS = (
    "绝密", "机 密", "机　密", "秘密★", "［机密］", "【绝密】", "★机密★", "《机密》", "机.密", "机\u200b密",
    "機密", "祕密★5年", "㊙", "秘密（3年）", "机密★叁年", "机密★长期", "绝密★启用前", "机 密 ★ 10 年",
    "机密★20年6个月", "机密★至2030年12月31日", "机密级", "000123　机密★1年　特急",
    "份号：000012 密级：机密 紧急程度：特急", "密级和保密期限：秘密★1年", "No.000123 机密",
)  # fmt: skip
NONE = (
    "秘", "秘书", "保密", "涉密", "密级", "机密性", "国家秘密", "商业秘密", "工作秘密", "保密工作",
    "机密文件管理规定", "绝密机密秘密",
    "□绝密　□机密　□秘密", "不得泄露国家秘密", "秘密级事项3项", "3年", "关于做好涉密人员管理工作的通知", "",
)  # fmt: skip


@pytest.mark.parametrize("words", SPELLINGS)
def test_a_marking_is_one_however_it_is_spelled(words: str) -> None:
    assert is_marking(words)


@pytest.mark.parametrize("words", NONE)
def test_words_about_secrets_are_none(words: str) -> None:
    assert not is_marking(words)


def _in_header(raw: Raw) -> None:
    words = "<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密</w:t></w:r></w:p>"
    raw.part("word/header9.xml", f"<w:hdr {NS}>{words}</w:hdr>", f"{WML}.header+xml")
    identifier = raw.relate("header", "header9.xml")
    reference = f'<w:headerReference w:type="default" r:id="{identifier}"/>'
    document = raw.parts[DOCUMENT].decode()
    place = document.index(">", document.rindex("<w:sectPr")) + 1
    raw.parts[DOCUMENT] = (document[:place] + reference + document[place:]).encode()


def _in_letters(raw: Raw) -> None:
    table(
        raw, "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>机</w:t></w:r></w:p><w:p><w:r><w:t>密</w:t></w:r></w:p></w:tc></w:tr>"
    )


def _in_watermark(raw: Raw) -> None:
    text = '<v:textpath style="font-family:&quot;黑体&quot;" string="机 密"/>'
    raw.run(f'<w:pict><v:shape type="#_x0000_t136" style="width:60pt;height:20pt">{text}</v:shape></w:pict>')


PLACES = {
    "the text": lambda raw: raw.run("<w:t>秘 密★３年</w:t>"),
    "a text box": lambda raw: raw.box("［机密］", left=900_000),
    "a header": _in_header,
    "a cell": lambda raw: table(raw, "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>绝密</w:t></w:r></w:p></w:tc></w:tr>"),
    "a cell, letter by letter": _in_letters,
    "a watermark": _in_watermark,
    "an alternative text": lambda raw: raw.picture(png(), ".png", described=' descr="绝密"'),
    "a hidden run": lambda raw: raw.run("<w:t>机密</w:t>", "<w:vanish/>"),
    "a variable": lambda raw: raw.setting('<w:docVars><w:docVar w:name="密级" w:val="机密"/></w:docVars>', last=True),
}


@pytest.mark.parametrize("place", PLACES)
def test_it_is_refused_wherever_it_stands_and_nothing_is_written(place: str, tmp_path: Path) -> None:
    raw = Raw(BASE)
    PLACES[place](raw)
    path = tmp_path / "通知.docx"
    path.write_bytes(raw.bytes())
    with pytest.raises(Refused, match="密级") as refused:
        api.exchange_file(path, tmp_path / "发出.docx", api.ExchangeOptions("government"))
    assert refused.value.exit_code == 8
    assert list(tmp_path.iterdir()) == [path]


def test_a_paragraph_in_a_cell_is_told_once_with_its_number() -> None:
    raw = Raw(BASE)
    PLACES["a cell"](raw)
    leaks = find_leaks(View(Package.from_bytes(raw.bytes())))
    (found,) = [leak for leak in leaks if leak.kind is LeakKind.CLASSIFIED]
    assert found.paragraph is not None
