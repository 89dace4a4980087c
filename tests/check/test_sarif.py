"""The SARIF log, held against the object model that was generated from the schema of SARIF 2.1.0."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from gwformat import api
from gwformat.errors import InputUnreadable
from gwformat.findings import Severity
from gwformat.report import checked
from gwformat.report.as_json import dumps, pieces
from gwformat.report.checked import Failed, as_sarif
from tests.build import make_docx, p
from tests.check.specimen import docx_of

sarif_om = pytest.importorskip("sarif_om", reason="the object model of SARIF (sarif-om) is not installed")
attr = pytest.importorskip("attr", reason="attrs, on which sarif-om rests, is not installed")

# The class of what stands under each property that we write.
CLASSES = {
    "runs": "Run",
    "tool": "Tool",
    "driver": "ToolComponent",
    "rules": "ReportingDescriptor",
    "shortDescription": "MultiformatMessageString",
    "fullDescription": "MultiformatMessageString",
    "defaultConfiguration": "ReportingConfiguration",
    "invocations": "Invocation",
    "toolExecutionNotifications": "Notification",
    "artifacts": "Artifact",
    "location": "ArtifactLocation",
    "artifactLocation": "ArtifactLocation",
    "results": "Result",
    "message": "Message",
    "locations": "Location",
    "physicalLocation": "PhysicalLocation",
    "region": "Region",
    "snippet": "ArtifactContent",
    "logicalLocations": "LogicalLocation",
    "suppressions": "Suppression",
}
LEVELS = {"none", "note", "warning", "error"}
FREE = {"properties", "$schema"}


def problems(value: dict[str, Any], name: str, path: str) -> list[str]:
    """What the schema's class says against an object: unknown properties, and required ones that are not there."""
    fields = {field.metadata["schema_property_name"]: field for field in getattr(sarif_om, name).__attrs_attrs__}
    found = [f"{path}.{key}" for key in value if key not in fields and key not in FREE]
    found += [
        f"{path} lacks {key}" for key, field in fields.items() if field.default is attr.NOTHING and key not in value
    ]
    for key, inner in value.items():
        if key not in CLASSES:
            continue
        for number, item in enumerate(inner if isinstance(inner, list) else [inner]):
            found += problems(item, CLASSES[key], f"{path}.{key}[{number}]")
    return found


def test_a_log_has_only_what_the_schema_knows_and_all_it_demands(tmp_path: Path) -> None:
    path = tmp_path / "成品.docx"
    path.write_bytes(docx_of("［发文字号］某政发[2026]5号\n［标题 字体］黑体\n布署防汛工作。"))
    waiver = '[[waiver]]\nrule = "T55"\nreason = "引文"\n'
    path.with_name(f"{path.name}.gwcheck.toml").write_text(waiver, encoding="utf-8")
    failed = Failed(tmp_path / "坏.docx", InputUnreadable("读不了", "另存"))
    log = json.loads("".join(pieces(as_sarif.report([api.check_file(path), failed]))))
    assert len(log["runs"][0]["results"]) > 2
    assert not problems(log, "SarifLog", "log")
    assert {result["level"] for result in log["runs"][0]["results"]} <= LEVELS
    assert any(result.get("suppressions") for result in log["runs"][0]["results"])


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_findings_are_written_one_by_one_however_many_there_are(style: str, tmp_path: Path) -> None:
    def peak(paragraphs: int) -> int:
        path = tmp_path / f"草稿{paragraphs}.docx"
        path.write_bytes(make_docx(p("某某市某某局关于做好防汛工作的通知") + p("　　布署[2024]5号,；；") * paragraphs))
        result = api.check_file(path)
        assert len(result.findings) > paragraphs
        peaks = []
        for _ in range(2):  # at the first time something may be imported, or the table of interned strings may grow
            tracemalloc.start()
            for part in checked.parts(style, [result], Severity.ERROR):
                checked.plain(part)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        return min(peaks)

    assert peak(800) < 2 * peak(200)


def test_what_is_written_piece_by_piece_is_what_is_written_at_once() -> None:
    whole = {"甲": [], "乙": ["“\n”", {"丙": [1, {}]}, None], "丁": {}}
    several = {"甲": iter(()), "乙": iter(["“\n”", {"丙": iter([1, {}])}, None]), "丁": {}}
    assert "".join(pieces(several)) == "".join(pieces(whole)) == dumps(whole)
