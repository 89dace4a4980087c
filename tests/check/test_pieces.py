"""Characters are looked at by their look, not by the runs an editor has cut them into."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import CheckOptions, check_file
from tests.build import make_docx

HEAD = "某某县人民政府文件", "某政〔2026〕1号"
FANGSONG, SONG = "仿宋", "宋体"


def run(text: str, face: str, latin: str = "", bold: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{latin or face}" w:hAnsi="{latin or face}" w:eastAsia="{face}"/>'
    return f'<w:r><w:rPr>{fonts}{bold}<w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def found(tmp_path: Path, code: str, *paragraphs: str) -> list[str]:
    """The words that a rule finds fault with."""
    path = tmp_path / "文件.docx"
    path.write_bytes(make_docx("".join(f"<w:p>{runs}</w:p>" for runs in paragraphs)))
    return [finding.words for finding in check_file(path, CheckOptions(select=(code,))).findings]


@pytest.mark.parametrize(
    "signer",
    [
        run("签发人：赵某某", FANGSONG),
        run("签发人：", FANGSONG) + run("赵某某", FANGSONG),
        run("签发", FANGSONG) + run("人：赵", FANGSONG) + run("某某", FANGSONG),
    ],
)
def test_the_name_of_the_signer_is_looked_at_wherever_the_run_begins(tmp_path: Path, signer: str) -> None:
    title = "".join(f"<w:p>{run(text, SONG)}</w:p>" for text in HEAD)
    lines = title.removeprefix("<w:p>").removesuffix("</w:p>").split("</w:p><w:p>")
    assert found(tmp_path, "F309", *lines, signer, run("关于某事的请示", SONG)) == ["赵某某"]


@pytest.mark.parametrize(
    "words",
    [
        run("  现将情况报告如下。", SONG),
        run("  ", SONG) + run("现将情况", SONG) + run("报告如下", SONG) + run("。", SONG),
        run(" ", SONG) + run(" 现将情况报告如", SONG) + run("下。", SONG),
    ],
)
def test_a_stretch_in_the_wrong_face_is_the_same_however_it_is_cut(tmp_path: Path, words: str) -> None:
    title = run("关于某事的报告", "方正小标宋简体")
    assert found(tmp_path, "F302", title, run("某某市人民政府：", FANGSONG), words) == ["  现将情况报告如下。"]


def test_a_stretch_ends_where_the_face_changes(tmp_path: Path) -> None:
    words = run("现将情况", SONG) + run("报告如下。", FANGSONG)
    title = run("关于某事的报告", "方正小标宋简体")
    assert found(tmp_path, "F302", title, run("某某市人民政府：", FANGSONG), words) == ["现将情况"]
