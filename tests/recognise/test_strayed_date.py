"""A 成文日期 that stands in the imprint is known by the 印发日期 beside it, and goes below the name when it is set."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.model import Role
from tests.check.specimen import docx_of

ABOVE = """某某市水务局文件

某水发〔2026〕12号

某某市水务局关于做好防汛工作的通知

各县（区）水务局：
为做好防汛工作，现将有关事项通知如下。
一、落实责任。各单位要逐级落实防汛责任，明确专人负责。
二、加强值班。汛期实行24小时值班制度。

某某市水务局
{signed}

"""
BELOW = """抄送：市委办公室。
{strayed}
某某市水务局办公室　　2026年3月18日印发
"""
DAY = "2026年3月16日"
_SHOWN = (Role.SIGNATURE, Role.DATE, Role.ATTACHMENT_LABEL, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE)


def roles(path: Path) -> list[str]:
    return [block.role.value for block in api.check_file(path).document.blocks if block.role in _SHOWN]


def test_a_date_in_the_imprint_is_set_below_the_name(tmp_path: Path) -> None:
    draft, target = tmp_path / "草稿.docx", tmp_path / "成品.docx"
    draft.write_bytes(docx_of("［附件］有\n［移动］成文日期 到 印发日期 之后"))
    api.format_file(draft, target)
    shown = ["发文机关署名", "成文日期", "附件序号", "附件序号", "抄送机关", "印发机关", "印发日期"]
    assert roles(target) == shown


@pytest.mark.parametrize("signed", [DAY, ""])
def test_what_is_no_strayed_date_stays_where_it_is(tmp_path: Path, signed: str) -> None:
    draft = tmp_path / "草稿.txt"
    strayed = DAY if signed else "2026年3月16日印发"
    draft.write_text(ABOVE.format(signed=signed) + BELOW.format(strayed=strayed), "utf-8")
    assert roles(draft).count("成文日期") == bool(signed)


def test_the_date_in_the_imprint_is_the_only_finding(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text(ABOVE.format(signed="") + BELOW.format(strayed=DAY), "utf-8")
    found = api.check_file(draft).findings
    assert [finding.code for finding in found if finding.code in ("E176", "E180", "E184", "E185", "E186")] == ["E184"]
