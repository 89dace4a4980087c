"""Templates filled by hand, as Word and as programs that keep the controls do it: everything is still recognised."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Document, Role
from gwformat.ooxml.names import w

DOCUMENTS = [listed.name for listed in api.templates() if listed.group == "公文"]
WORDS = {
    "成文日期": "2026年3月8日", "印发日期": "2026年3月9日", "年份": "2026", "序号": "8", "机关代字": "某政发",
    "发文字号": "某政发〔2026〕8号", "令号": "5", "期号": "3",
}  # fmt: skip


def filled(template: Path, target: Path, *, controls_stay: bool) -> Path:
    """The template with every control filled; Word takes the control away, other programs leave it."""
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for control in list(root.iter(w("sdt"))):
        label = control.find(f"{w('sdtPr')}/{w('alias')}").get(w("val"))
        for leaf in control.iter(w("t")):
            leaf.text = WORDS.get(label, f"某某市{label}")
        if not controls_stay:
            for run in list(control.find(w("sdtContent"))):
                control.addprevious(run)
            control.getparent().remove(control)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target


def elements(document: Document) -> list[tuple[Role, int]]:
    return [(block.role, block.attachment) for block in document.blocks if block.text.strip()]


@pytest.mark.parametrize("controls_stay", [False, True], ids=["Word", "others"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_filled_template_is_what_the_template_was(name: str, controls_stay: bool, tmp_path: Path) -> None:
    template = api.new_file(name, tmp_path / "模板.docx").output
    draft = filled(template, tmp_path / "草稿.docx", controls_stay=controls_stay)
    document = api.inspect_file(draft)
    assert elements(document) == elements(api.inspect_file(template))
    assert not any("没有填写" in notice for notice in document.draft.notices)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_filled_template_formats_without_a_fault(name: str, tmp_path: Path) -> None:
    template = api.new_file(name, tmp_path / "模板.docx").output
    draft = filled(template, tmp_path / "草稿.docx", controls_stay=False)
    result = api.format_file(draft, tmp_path / "成品.docx")
    findings = api.check_file(result.output).findings
    assert [(finding.code, finding.message) for finding in findings if finding.severity is Severity.ERROR] == []
