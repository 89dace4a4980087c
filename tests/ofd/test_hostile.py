"""What is damaged or meant to harm ends in one sentence and with exit code 3, or is read as far as it goes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.check.preflight import preflight
from gwformat.check.printable import Printable
from gwformat.errors import GwError, InputUnreadable
from gwformat.ofd.reading import read_ofd
from tests.cli.running import Shell
from tests.ofd.building import (
    DOCUMENT,
    ENTRY,
    OWN,
    PUBLIC,
    XMLNS,
    Parts,
    changed,
    ofd,
    page,
    page_part,
    path_object,
    resources,
    text_object,
    xml,
    zipped,
)
from tests.ofd.ground import good
from tests.printing.ground import TODAY

PLAIN = ofd([page(text_object(10, "某某市人民政府")), page(text_object(20, "通知"), number=2)])
COMMON = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
PACKED = b"PK\x03\x04 OFD.xml"


def without(name: str) -> Parts:
    return {key: data for key, data in PLAIN.items() if key != name}


def with_entry_outside(name: str) -> bytes:
    return zipped(PLAIN | {name: b"x"})


def bomb() -> bytes:
    return zipped(PLAIN | {"Doc_0/Res/big.bin": bytes(170 * 1024 * 1024)})


def many_parts() -> bytes:
    return zipped(PLAIN | {f"Doc_0/Res/{number}": b"" for number in range(5000)})


def with_entities(name: str) -> bytes:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return zipped(PLAIN | {name: laughs.encode() + PLAIN[name].split(b"\n", 1)[1]})


def nested(depth: int) -> bytes:
    inside = '<ofd:PageBlock ID="8">' * depth + text_object(9, "深") + "</ofd:PageBlock>" * depth
    return zipped(PLAIN | {page_part(1): page(inside)})


def growing() -> bytes:
    """Vector graphics of ten others each, nine deep: a thousand million objects."""
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{level}" Width="9" Height="9"><ofd:Content>'
        + f'<ofd:CompositeObject ID="1{level}" Boundary="0 0 9 9" ResourceID="{level + 1}"/>' * 10
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for level in range(100, 109)
    )
    shown = '<ofd:CompositeObject ID="7" Boundary="0 0 9 9" ResourceID="100"/>'
    made = ofd([page(shown)], common=COMMON)
    last = '<ofd:CompositeGraphicUnit ID="109" Width="9" Height="9"><ofd:Content/></ofd:CompositeGraphicUnit>'
    return zipped(made | {OWN: resources(f"<ofd:CompositeGraphicUnits>{units}{last}</ofd:CompositeGraphicUnits>")})


def truncated() -> bytes:
    return zipped(PLAIN)[:-200]


def encrypted() -> bytes:
    data = bytearray(zipped(PLAIN))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + flags] |= 1
    return bytes(data)


REFUSED = {
    "不是压缩包": lambda: PACKED,
    "没有传完": truncated,
    "压缩包加密": encrypted,
    "压缩炸弹": bomb,
    "文件太多": many_parts,
    "越界的路径": lambda: with_entry_outside("../../x"),
    "绝对路径": lambda: with_entry_outside("/etc/x"),
    "实体（主入口）": lambda: with_entities(ENTRY),
    "实体（文档）": lambda: with_entities(DOCUMENT),
    "实体（页面）": lambda: with_entities(page_part(1)),
    "实体（资源）": lambda: with_entities(PUBLIC),
    "没有主入口": lambda: zipped(without(ENTRY)),
    "没有文档": lambda: zipped(without(DOCUMENT)),
    "主入口不是 XML": lambda: zipped(PLAIN | {ENTRY: b"<ofd:OFD"}),
    "文档不是 XML": lambda: zipped(PLAIN | {DOCUMENT: b"\x00\x01"}),
    "没有页面": lambda: zipped(ofd([])),
    "没有文档体": lambda: zipped(PLAIN | {ENTRY: xml(f"<ofd:OFD {XMLNS}/>")}),
    "嵌套 300 层": lambda: nested(300),
    "成倍增长": growing,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(InputUnreadable) as refused:
        read_ofd(REFUSED[name]())
    assert refused.value.exit_code == 3
    assert refused.value.advice
    assert ".docx" not in str(refused.value)


def test_the_command_line_says_it_and_ends_with_3(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "成品.ofd"
    path.write_bytes(REFUSED["实体（文档）"]())
    outcome = gwformat("print", path)
    assert outcome.code == 3
    assert "恶意" in outcome.stderr and "Traceback" not in outcome.stderr


def unread(parts: Parts) -> str:
    return read_ofd(zipped(parts)).pages[0].unread


def test_a_page_that_is_not_there_is_said_to_be_unread() -> None:
    file = read_ofd(zipped(without(page_part(1))))
    assert "不在文件里" in file.pages[0].unread
    assert [one.text for one in file.pages[1].words] == ["通知"]


def test_a_page_that_is_no_xml_is_said_to_be_unread() -> None:
    file = read_ofd(zipped(PLAIN | {page_part(1): b"<ofd:Page><"}))
    assert file.pages[0].unread and file.damage
    assert not file.pages[1].unread


@pytest.mark.parametrize("value", ["1e308", "nan", "inf", "甲", "", "1 2", "0x10"])
def test_an_object_with_nonsense_for_numbers_is_said_to_be_unread(value: str) -> None:
    drawn = text_object(10, "某某市").replace('Boundary="28.0 45.0', f'Boundary="{value} 45.0')
    assert unread(ofd([page(drawn, text_object(11, "通知"))])) == "图元 10 的参数有误"


@pytest.mark.parametrize("data", ["M 0", "L", "X 1 2", "M 0 0 L 1e99 0", "A 1 2 3", "M 0 0 L a b"])
def test_a_path_that_is_none_is_said_to_be_unread(data: str) -> None:
    assert unread(ofd([page(path_object(10, data))])) == "图元 10 的参数有误"


def test_blocks_within_blocks_are_read_as_deep_as_anybody_writes_them() -> None:
    assert "嵌套太深" in read_ofd(nested(60)).pages[0].unread
    assert read_ofd(nested(12)).pages[0].words[0].text == "深"


def test_a_template_that_is_a_page_of_its_own_ends() -> None:
    before = '<ofd:Template TemplateID="51"/>'
    common = '<ofd:TemplatePage ID="51" BaseLoc="Pages/Page_0/Content.xml"/>'
    file = read_ofd(zipped(ofd([page(text_object(10, "甲"), before=before)], common=common)))
    assert [one.text for one in file.pages[0].words] == ["甲", "甲"]


def test_a_place_outside_of_the_package_is_lost() -> None:
    made = changed(PLAIN, DOCUMENT, lambda text: text.replace("PublicRes.xml", "../../../etc/passwd"))
    (lost,) = (one for one in read_ofd(zipped(made)).lost if one.what == "资源")
    assert lost.target == "../../../etc/passwd"


def test_a_huge_number_is_no_number() -> None:
    made = changed(PLAIN, DOCUMENT, lambda text: text.replace(">99999<", f">{'9' * 5000}<"))
    assert read_ofd(zipped(made)).max_unit_id is None


def rebuilt(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped(parts | {name: content})


places = st.floats(0, 1, exclude_max=True)
edits = st.lists(
    st.tuples(places, st.sampled_from(b'0123456789/<>" \n=aIDM-.'), st.integers(0, 12)), min_size=1, max_size=8
)
NAMES = [name for name in zipfile.ZipFile(io.BytesIO(good())).namelist() if "Page_1" not in name]


def damaged(data: bytes, changes: list[tuple[float, int, int]]) -> bytes:
    out = bytearray(data)
    for place, byte, cut in changes:
        at = int(place * len(out))
        out[at : at + 1 + cut] = bytes([byte])
    return bytes(out)


def judged_or_refused(data: bytes) -> None:
    try:
        checked = preflight(Printable(read_ofd(data), today=TODAY))
    except GwError:
        return
    assert "G001" not in {finding.code for finding in checked.findings}


@settings(max_examples=60)
@given(st.sampled_from(NAMES), edits)
def test_a_damaged_part_is_judged_or_refused(name: str, changes: list[tuple[float, int, int]]) -> None:
    content = zipfile.ZipFile(io.BytesIO(good())).read(name)
    judged_or_refused(rebuilt(good(), name, damaged(content, changes)))


@settings(max_examples=30)
@given(edits)
def test_a_damaged_package_is_judged_or_refused(changes: list[tuple[float, int, int]]) -> None:
    judged_or_refused(damaged(good(), changes))
