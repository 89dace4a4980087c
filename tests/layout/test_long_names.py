"""Names too long for a line part where their words do, in the sign-off and in the imprint, in PDF and docx alike."""

from __future__ import annotations

import pytest

from gwformat.model import Document, Role, Seal
from gwformat.ooxml.names import w
from tests.layout.papers import document, of, pages
from tests.writers.setting_up import attribute, supplied, tree, written

ZONE = "某某省某某市某某高新技术产业开发区"
LONG = f"{ZONE}管理委员会新型工业化推进办公室"


def signed(*organs: str) -> Document:
    signatures = [(Role.SIGNATURE, organ) for organ in organs]
    return document((Role.BODY, "正文。"), *signatures, (Role.DATE, "2026年3月20日"))


@pytest.mark.parametrize("seal", [Seal.ROUND, Seal.NONE])
def test_an_organ_and_its_bureau_part_even_if_the_lines_are_not_alike(seal: Seal) -> None:
    organ, bureau = "某某壮族自治区某某市某某新区管理委员会", "发展改革和科技创新局"
    assert [line.text for line in of(pages(signed(organ + bureau), seal), Role.SIGNATURE)] == [organ, bureau]


@pytest.mark.parametrize("seal", [Seal.ROUND, Seal.NONE])
def test_a_long_name_of_an_organ_that_signs(seal: Seal) -> None:
    laid = pages(signed(LONG), seal)
    assert [line.text for line in of(laid, Role.SIGNATURE)] == [ZONE, LONG.removeprefix(ZONE)]


def test_names_of_organs_that_sign_side_by_side() -> None:
    laid = pages(signed("某某市财政局", "某某市住房和城乡建设局", "某某市国有资产监督管理委员会"))
    lines = [line.text for line in of(laid, Role.SIGNATURE)]
    assert lines == ["某某市财政局", "某某市住房和", "城乡建设局", "某某市国有资产", "监督管理委员会"]


def test_an_office_that_prints() -> None:
    printer, date = f"{ZONE}管理委员会办公室", "2026年3月20日印发"
    laid = pages(document((Role.BODY, "正文。"), (Role.PRINTER, printer), (Role.PRINT_DATE, date)))
    assert [line.text for line in of(laid, Role.PRINTER)] == [ZONE, "管理委员会办公室"]
    table = next(tree(written(supplied(body="正文。", printer=printer, print_date=date))).iter(w("tbl")))
    assert int(attribute(next(table.iter(w("p"))), "pPr/ind", "right") or 0) > 0


def test_a_name_that_fits_has_no_margin_of_its_own() -> None:
    texts = {"printer": "某某市人民政府办公室", "print_date": "2026年3月20日印发"}
    table = next(tree(written(supplied(body="正文。", **texts))).iter(w("tbl")))
    assert attribute(next(table.iter(w("p"))), "pPr/ind", "right") is None
