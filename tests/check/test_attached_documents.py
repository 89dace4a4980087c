"""What an attached document says of itself is no fault of the document it is attached to."""

from __future__ import annotations

from pathlib import Path

from gwformat.api import CheckOptions, check_file

TEXT = "各级各部门要提高政治站位，强化责任担当，细化工作措施，明确时间节点，确保各项任务落到实处。"
ROUTING = ("R417", "R418", "R422", "E150", "E154", "E156", "E157", "E160")


def codes(folder: Path, *lines: str, select: tuple[str, ...] = ROUTING) -> list[str]:
    draft = folder / "草稿.txt"
    draft.write_text("\n".join(lines), encoding="utf-8")
    return [finding.code for finding in check_file(draft, CheckOptions(select=select)).findings]


def test_who_hears_the_explanation_of_a_motion_is_not_who_is_sent_the_motion(tmp_path: Path) -> None:
    motion = ("某某市人民政府关于提请审议城市绿化条例的议案", "某某市人大常委会：", TEXT)
    signed = ("附件：关于城市绿化条例的说明", "市长　赵某某", "2026年5月18日")
    explained = ("附件", "关于城市绿化条例的说明", "各位委员、市直各部门：", TEXT)
    assert codes(tmp_path, *motion, *signed, *explained) == []


def test_who_signs_the_letter_that_is_answered_is_not_the_issuer(tmp_path: Path) -> None:
    answer = ("某某市科技局关于支持培育工作的复函", "某某大学：", TEXT, "某某市科技局", "2026年6月9日", "附：来函")
    letter = ("某大函〔2026〕8号", "关于商请联合开展培育工作的函", "某某市科技局：", TEXT, "某某大学", "2026年5月30日")
    assert codes(tmp_path, *answer, *letter, select=("R422",)) == []


def test_a_signature_with_a_spaced_post_belongs_to_its_government(tmp_path: Path) -> None:
    head = ("某某县人民政府文件", "某政人〔2026〕4号", "某某县人民政府关于孙某职务任免的通知", "县政府各部门：")
    assert codes(tmp_path, *head, TEXT, "县　长　　　郑某某", "2026年3月1日") == []


def test_an_order_of_appointment_is_of_the_government_above_it(tmp_path: Path) -> None:
    order = ("某某省人民政府", "任免令", "第118号", TEXT, "省　长　朱某某", "2026年1月20日")
    assert codes(tmp_path, *order) == []


def test_the_tables_of_an_issued_document_are_announced_as_tables(tmp_path: Path) -> None:
    notice = ("某某市财政局关于印发《资产处置办法》的通知", "市直各单位：", TEXT, "某某市财政局", "2026年2月5日")
    issued = ("资产处置办法", "第一条　" + TEXT, "第二条　" + TEXT, "附表：1.申请表", "　　　2.汇总表")
    tables = ("附表1", "申请表", "资产名称：", "附表2", "汇总表", "单位名称：")
    assert codes(tmp_path, *notice, *issued, *tables) == []


def test_the_parts_of_an_attachment_are_numbered_under_it(tmp_path: Path) -> None:
    note = ("附件：1.材料清单", "1-1.佐证目录", "1-2.登记表", "2.评审表")
    signed = ("关于职称评审的通知", "各单位：", TEXT, *note, "某某市人社局", "2026年8月20日")
    parts = (("附件1", "材料清单"), ("附件1-1", "佐证目录"), ("附件1-2", "登记表"), ("附件2", "评审表"))
    attached = [line for label, title in parts for line in (label, title, TEXT)]
    assert codes(tmp_path, *signed, *attached) == []


def test_the_same_faults_of_the_document_itself_are_told(tmp_path: Path) -> None:
    motion = ("某某市人民政府关于提请审议城市绿化条例的议案", "市直各部门：", TEXT, "市长　赵某某", "2026年5月18日")
    assert codes(tmp_path, *motion) == ["R417"]
