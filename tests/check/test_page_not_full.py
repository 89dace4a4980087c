"""L272 on our own files: what leaves a page short on purpose is no fault, and a fault is told where the page begins."""

from __future__ import annotations

from pathlib import Path

from gwformat import api
from tests.check.specimen import docx_of

LINE = "汛期各级各部门要落实防汛责任，加强值班值守。"


def counted(filled: int, path: Path) -> tuple[int, list[str]]:
    """How many lines the second page has with so many lines of text above a heading, and what L272 says."""
    text = [LINE] * filled + ["［一级标题］一、落实防汛责任"] + [LINE] * 25
    path.write_bytes(docx_of("\n".join(text)))
    result = api.check_file(path, api.CheckOptions(select=("L272",)))
    assert result.context.geometry is not None and result.context.formatting is not None
    stands = map(result.context.geometry.of, range(1, len(result.context.formatting.main) + 1))
    lines = max(line.number for stand in stands for line in stand.lines if line.page == 2)
    return lines, [finding.message for finding in result.findings]


def test_a_heading_that_goes_over_with_its_text_leaves_no_fault(tmp_path: Path) -> None:
    seen = [counted(filled, tmp_path / "a.docx") for filled in range(22, 32)]
    assert {lines for lines, _ in seen} == {21, 22}
    assert all(said == [] for _, said in seen)


def test_a_page_that_is_not_full_is_told_of_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    text = ["［二级标题］（一）落实防汛责任。", LINE * 40] * 3
    path.write_bytes(docx_of("\n".join(text) + "\n［正文 段后］10磅"))
    found = api.check_file(path, api.CheckOptions(select=("L272",))).findings
    assert found
    assert all(finding.message.startswith(f"第{finding.location.page}页") for finding in found)
