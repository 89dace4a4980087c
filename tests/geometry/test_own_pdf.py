"""Our PDF, measured as a stranger would: everything stands where the standard puts it, within 0.3 mm."""

from __future__ import annotations

import dataclasses
import shutil

import pytest

from benchmarks.geometry_drafts import cases
from benchmarks.geometry_joint import joint_cases
from benchmarks.geometry_run import PDF_TOLERANCE, Found, found, passes, report

pytestmark = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")

# Between them every element; the rest is for the benchmark, which takes longer.
CHOSEN = (
    *("下行-signature", "下行-none-短署名", "上行-3个签发人", "份号密级紧急", "标题长4", "三个附件"),
    *("联合-5-下行-round", "联合-3-上行-none", "联合-2-上行-signature"),
)


@pytest.fixture(scope="module")
def results() -> list[Found]:
    return found(docx=False, drafts=[case for case in (*cases(), *joint_cases()) if case.name in CHOSEN])


def test_every_figure_is_within_three_tenths_of_a_millimetre(results: list[Found]) -> None:
    assert len({item.case for item in results}) == len(CHOSEN)
    assert len({item.figure.element for item in results}) > 60
    assert [item for item in results if not passes(item, PDF_TOLERANCE)] == []


def test_the_table_names_the_draft_that_is_off(results: list[Found]) -> None:
    wrong = dataclasses.replace(results[0], figure=dataclasses.replace(results[0].figure, measured=99))
    lines = list(report([*results, wrong], PDF_TOLERANCE))
    assert [line for line in lines if "不合格" in line] == [line for line in lines if wrong.case in line]
