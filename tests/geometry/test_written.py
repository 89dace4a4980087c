"""What the docx writer makes, rendered by LibreOffice with the stand-in fonts, stands where the standard puts it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.geometry import Measured, measure
from benchmarks.geometry_report import checks, sign_off_checks
from gwformat.fonts import load_system
from gwformat.model import Block, Document, Draft, Kind, Role, Run, Seal
from gwformat.profiles import load_profile
from gwformat.setting.setting import setting_of
from gwformat.writers.docx import write
from tests.standin import office

pytestmark = [
    pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed"),
]

SENTENCE = "各单位要认真落实公文处理工作的各项要求，做到要素齐全、格式规范、文字精练，不断提高公文质量和工作效率。"
GRIDS = ("national", "practice")
ORGANS = {"longer": "某某市人民政府", "shorter": "某某局"}
CASES = {f"{grid}-{seal.value}-{organ}": (grid, seal, organ) for grid in GRIDS for seal in Seal for organ in ORGANS}


def document(organ: str) -> Document:
    """Three pages of text with a head, one heading of each level, a sign-off and an imprint."""
    words = [
        (Role.ISSUER_MARK, "某某市人民政府文件"),
        (Role.DOC_NUMBER, "某政发〔2026〕5号"),
        (Role.TITLE, "某某市人民政府关于加强公文处理工作的通知"),
        (Role.ADDRESSEE, "各区人民政府，市政府各部门："),
        (Role.HEADING1, "一、提高认识"),
        (Role.HEADING2, "（一）加强领导"),
        (Role.HEADING3, "1.明确责任"),
        *[(Role.BODY, SENTENCE * 2)] * 13,
        (Role.SIGNATURE, organ),
        (Role.DATE, "2026年5月6日"),
        (Role.ANNOTATION, "（此件公开发布）"),
        (Role.COPY_TO, "抄送：市委各部门，市人大常委会办公室，市政协办公室。"),
        (Role.PRINTER, "某某市人民政府办公室"),
        (Role.PRINT_DATE, "2026年5月8日印发"),
    ]
    blocks = tuple(Block(role, (Run(text),)) for role, text in words)
    return Document(Draft(Path("通知.txt"), "txt", ()), Kind.GENERAL, blocks)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    directory = tmp_path_factory.mktemp("written")
    profile, fonts = load_profile("general"), load_system("party")
    files = []
    for name, (grid, seal, organ) in CASES.items():
        files.append(directory / f"{name}.docx")
        files[-1].write_bytes(write(document(ORGANS[organ]), setting_of(profile, fonts, grid, seal)).data)
    pdfs = office.convert_all(files, directory, office.install(directory))
    return {pdf.stem: measure(pdf) for pdf in pdfs if pdf is not None}


@pytest.mark.parametrize("case", CASES)
def test_every_figure_is_within_its_tolerance(rendered: dict[str, Measured], case: str) -> None:
    results = checks(rendered[case])
    assert [str(check) for check in results if not check.passed] == []


@pytest.mark.parametrize("case", CASES)
def test_the_sign_off_stands_where_the_formulas_put_it(rendered: dict[str, Measured], case: str) -> None:
    results = sign_off_checks(rendered[case], CASES[case][1].value)
    assert [str(check) for check in results if not check.passed] == []


def test_each_element_is_set_in_its_face_and_size(rendered: dict[str, Measured]) -> None:
    fonts = rendered["national-round-longer"].fonts
    assert fonts["发文机关标志"] == {("FZXBSJW--GB1-0", 62)}
    assert fonts["标题"] == {("FZXBSJW--GB1-0", 22)}
    assert fonts["一级标题"] == {("SimHei", 16)}
    assert fonts["二级标题"] == {("KaiTi_GB2312", 16)}
    assert fonts["三级标题"] == fonts["正文"] == fonts["发文字号"] == {("FangSong_GB2312", 16)}
    assert fonts["版记"] == {("FangSong_GB2312", 14)}
    assert fonts["页码"] == {("SimSun", 14)}
