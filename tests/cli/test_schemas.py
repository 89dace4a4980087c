"""Every JSON that the commands write is what docs/schemas says, to the last key."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import EXAMPLES, Shell

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


def says(name: str, said: str) -> Any:
    """The value that a report holds, after nothing in it was found that the schema does not know."""
    from referencing import Registry, Resource

    parts = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    registry: Registry[Any] = Registry().with_resources(
        (key, Resource.from_contents(value)) for key, value in parts.items()
    )
    validator = jsonschema.Draft202012Validator({**parts[f"{name}.json"], "$id": f"{name}.json"}, registry=registry)
    value = json.loads(said)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)] == []
    return value


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "通知.docx", tmp_path / "通知.docx"))


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 not a package")
    return path


@pytest.mark.parametrize("schema", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_a_schema_is_a_schema(schema: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))


def test_inspect(gwformat: Shell, draft: Path) -> None:
    assert says("inspect", gwformat("inspect", draft, "--format", "json").stdout)["elements"]


def test_format_of_one_and_of_several_one_of_them_damaged(gwformat: Shell, draft: Path, damaged: Path) -> None:
    report = draft.with_name("报告.json")
    gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--report", report)
    assert says("format", report.read_text(encoding="utf-8"))["ledger"]["balanced"]
    gwformat("format", draft, damaged, "-o", draft.parent / "成品", "--report", report, "--force")
    assert [row["output"] is None for row in says("format", report.read_text(encoding="utf-8"))] == [False, True]


def test_check_of_a_draft_a_text_and_a_damaged_file(gwformat: Shell, draft: Path, damaged: Path) -> None:
    text = draft.with_name("草稿.txt")
    text.write_text("关于防汛工作的通知\n各县区：\n布署如下[2026]5号。\n", encoding="utf-8")
    rows = says("check", gwformat("check", draft, text, damaged, "--format", "json").stdout)
    assert [bool(row.get("findings")) for row in rows] == [True, True, False]
    assert rows[1]["skipped"]


def test_layout_with_a_seal_and_a_signature_seal(gwformat: Shell, draft: Path) -> None:
    for seal in ("round", "signature"):
        pages = says("layout", gwformat("layout", draft, "--seal", seal, "--format", "json").stdout)["pages"]
        assert any("seals" in page for page in pages)


def test_print(gwformat: Shell, draft: Path, damaged: Path) -> None:
    (row, failed) = says("print", gwformat("print", draft, damaged, "--format", "json").stdout)
    assert row["page_count"] and "error" in failed


def test_the_manifest_of_an_exchange(gwformat: Shell, draft: Path) -> None:
    made, sent = draft.with_name("成品.docx"), draft.with_name("发出.docx")
    gwformat("format", draft, "-o", made)
    assert gwformat("exchange", made, "--to", "party", "-o", sent).code == 0
    assert says("exchange", sent.with_name("发出.docx.json").read_text(encoding="utf-8"))["changed"]["fonts"]
