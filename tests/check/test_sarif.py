"""The SARIF log, held against the object model that was generated from the schema of SARIF 2.1.0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gwformat import api
from gwformat.errors import InputUnreadable
from gwformat.report.checked import Failed, as_sarif
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
    log = as_sarif.report([api.check_file(path), failed])
    assert len(log["runs"][0]["results"]) > 2
    assert not problems(log, "SarifLog", "log")
    assert {result["level"] for result in log["runs"][0]["results"]} <= LEVELS
    assert any(result.get("suppressions") for result in log["runs"][0]["results"])
