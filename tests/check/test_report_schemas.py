"""The reports for other programs, held against the schemas that those programs publish; the schemas are not ours.

GWFORMAT_REPORT_SCHEMAS names the directory with `sarif-2.1.0.json` and `jenkins-junit.xsd`; `.ci/run` fetches both from
the packages that carry them. Without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.errors import InputUnreadable
from gwformat.findings import Severity
from gwformat.report.as_json import pieces
from gwformat.report.checked import Failed, as_junit, as_sarif
from tests.check.specimen import docx_of

SCHEMAS = os.environ.get("GWFORMAT_REPORT_SCHEMAS", "")
pytestmark = pytest.mark.skipif(
    not SCHEMAS, reason="GWFORMAT_REPORT_SCHEMAS names no directory with the schemas of SARIF and JUnit"
)

Outcomes = list[api.CheckResult | Failed]


@pytest.fixture
def outcomes(tmp_path: Path) -> Outcomes:
    """A file with faults, one of them waived; a text, for which many rules are skipped; one that cannot be read."""
    wrong = tmp_path / "成品 一.docx"
    wrong.write_bytes(docx_of("［发文字号］某政发[2026]5号\n［标题 字体］黑体\n布署防汛工作。"))
    waiver = '[[waiver]]\nrule = "T55"\nreason = "引文"\n'
    wrong.with_name(f"{wrong.name}.gwcheck.toml").write_text(waiver, encoding="utf-8")
    plain = tmp_path / "草稿.txt"
    plain.write_text("关于防汛工作的通知\n各县\x0b区：\n请<认真>&落实。\n", encoding="utf-8")
    return [
        api.check_file(wrong),
        api.check_file(plain),
        Failed(tmp_path / "坏.docx", InputUnreadable("读不了", "另存")),
    ]


def test_sarif_is_what_its_schema_says(outcomes: Outcomes) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((Path(SCHEMAS) / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    log = json.loads("".join(pieces(as_sarif.report(outcomes))))
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.parametrize("threshold", [Severity.ERROR, Severity.INFO])
def test_junit_is_what_its_schema_says(outcomes: Outcomes, threshold: Severity) -> None:
    schema = etree.XMLSchema(etree.parse(Path(SCHEMAS) / "jenkins-junit.xsd"))
    report = etree.fromstring(as_junit.report(outcomes, threshold))
    schema.assertValid(report)
    assert report.findall("testsuite/testcase/skipped")
