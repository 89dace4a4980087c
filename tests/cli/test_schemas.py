"""Every JSON that the commands write is what docs/schemas says, to the last key."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import EXAMPLES, Shell
from tests.standin.fonts import build_all

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


def test_every_schema_stands_in_the_table() -> None:
    table = (SCHEMAS / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\((.+?\.json)\)", table)) == {path.name for path in SCHEMAS.glob("*.json")}


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


def test_compare_of_drafts_of_which_one_lacks_an_element_and_with_a_pdf(
    gwformat: Shell, draft: Path, tmp_path: Path
) -> None:
    other, pdf = tmp_path / "清样.docx", tmp_path / "清样.pdf"
    gwformat("format", draft, "-o", tmp_path / "定稿.docx", "--set", "发文字号=某政发〔2026〕5号")
    gwformat("format", draft, "-o", other, "--pdf", "--set", "标题=关于做好防火工作的通知")
    for printed in (other, pdf):
        said = says("compare", gwformat("compare", tmp_path / "定稿.docx", printed, "--format", "json").stdout)
        assert not said["same"] and said["differences"]
    assert says("compare", gwformat("compare", other, pdf, "--format", "json").stdout)["same"]


def test_rules_and_clauses(gwformat: Shell) -> None:
    codes = {rule["code"] for rule in says("rules", gwformat("rules", "--format", "json").stdout)}
    clauses = says("clauses", gwformat("rules", "--clauses", "--format", "json").stdout)
    assert {code for clause in clauses for code in clause["rules"]} == codes


@pytest.mark.usefixtures("no_fonts")
def test_the_list_of_fonts_with_all_of_them_and_with_none(gwformat: Shell) -> None:
    for folder in ((), ("--font-dir", build_all())):
        said = says("fonts-list", gwformat("fonts", "list", *folder, "--format", "json").stdout)
        assert len(said["systems"]) == 4


@pytest.mark.usefixtures("no_fonts")
def test_coverage_of_a_text_and_of_a_docx_that_is_mended(gwformat: Shell, draft: Path) -> None:
    text, made = draft.with_name("名单.txt"), draft.with_name("成品.docx")
    text.write_text("关于表彰的通报\n\n授予某镕、某䶮、某\ue000、某⽂、某𠮷先进个人称号。\n", encoding="utf-8")
    gwformat("format", text, "-o", made, "--system", "party")
    asked = ("--system", "party", "--font-dir", build_all(), "--format", "json")
    said = says("fonts-coverage", gwformat("fonts", "coverage", text, *asked).stdout)
    assert said["missing"] and said["private"] and said["look_alikes"]
    mending = ("--fix", "-o", draft.with_name("补字.docx"))
    assert says("fonts-coverage", gwformat("fonts", "coverage", made, *asked, *mending).stdout)["fixed"]


def test_mapped_fonts_of_one_and_of_several_one_of_them_damaged(gwformat: Shell, draft: Path, damaged: Path) -> None:
    made, report = draft.with_name("成品.docx"), draft.with_name("报告.json")
    gwformat("format", draft, "-o", made)
    asked = ("--to", "party", "--report", report, "--force")
    gwformat("fonts", "map", made, *asked, "--keep-lines", "-o", draft.with_name("党委.docx"))
    assert says("fonts-map", report.read_text(encoding="utf-8"))["fonts"]
    gwformat("fonts", "map", made, draft, damaged, *asked, "-o", draft.parent / "党委")
    rows = says("fonts-map", report.read_text(encoding="utf-8"))
    assert [row["output"] is None for row in rows] == [False, False, True]


@pytest.mark.parametrize("house", sorted(EXAMPLES.glob("版式-*.toml")), ids=lambda path: path.stem)
def test_the_deviations_of_a_unit_s_own_profile(gwformat: Shell, house: Path) -> None:
    said = says("profile-check", gwformat("profile", "check", house, "--format", "json").stdout)
    assert said["deviations"] and (said["supplied"] or said["ignored"])


def test_the_job_ticket_with_a_list_and_without(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    organs = tmp_path / "发放表.csv"
    organs.write_text("机关,份数,备注\n某县人民政府,3,\n某市财政局,2,送达\n", encoding="utf-8")
    for number, asked in enumerate((("--copies", 5), ("--distribution", organs), ("--impose", "booklet"))):
        done = gwformat("print", draft, *asked, "-o", tmp_path / f"{number}.pdf", "--json")
        assert says("ticket", done.stdout)["copies"] == (None if "--impose" in asked else 5)


def test_the_summary_of_a_batch_of_each_kind(gwformat: Shell, draft: Path, damaged: Path, tmp_path: Path) -> None:
    kinds = {"format": (), "check": (), "fonts-map": ("--to", "party"), "render": ()}
    for do, options in kinds.items():
        result = tmp_path / do
        for _ in range(2):  # the second time nothing has changed
            gwformat("batch", draft, damaged, "-o", result, "--do", do, *options, "--jobs", 1)
            said = says("batch", (result / "_gwformat" / "summary.json").read_text(encoding="utf-8"))
        assert said["totals"] == {"failed": 1, "unchanged": 1}, do
