"""The stand-in fonts have the names, characters and widths they promise, and LibreOffice sets text in them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from gwformat.fonts.system import Repertoire
from tests.standin import office
from tests.standin.charsets import characters
from tests.standin.fonts import build_all, faces
from tests.standin.samples import plain_docx


def opened(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


@pytest.fixture(scope="session")
def built() -> dict[str, TTFont]:
    directory = build_all()
    return {face.family: opened(directory / f"{face.postscript}.ttf") for face in faces()}


def test_fangsong_gb2312_has_exactly_the_7445_characters_and_ascii(built: dict[str, TTFont]) -> None:
    cmap = built["仿宋_GB2312"].getBestCmap()
    assert set(cmap) == characters(Repertoire.GB2312)
    assert len([code for code in cmap if code > 0x7E]) == 7445
    assert all(ord(char) in cmap for char in "—·〔〕“”…★①熠")
    assert not any(ord(char) in cmap for char in "镕喆堃昇祎鄠〇㎡")


def test_founder_gbk_fonts_have_the_names_gb2312_lacks_but_nothing_beyond_gbk(built: dict[str, TTFont]) -> None:
    cmap = built["方正仿宋_GBK"].getBestCmap()
    assert all(ord(char) in cmap for char in "镕喆堃昇祎鄠〇㎡")
    assert not any(ord(char) in cmap for char in "䶮㛃䢺")
    assert len([code for code in cmap if code > 0x7E]) == 21791


def test_chinese_characters_are_one_em_wide_and_digits_half(built: dict[str, TTFont]) -> None:
    font = built["宋体"]
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    assert {metrics[cmap[ord(char)]][0] for char in "公文，“”—…　Ａ"} == {1000}
    assert {metrics[cmap[ord(char)]][0] for char in "0123456789Az.("} == {500}


def test_times_new_roman_has_the_widths_of_liberation_serif(built: dict[str, TTFont]) -> None:
    found = sorted(Path("/usr/share/fonts").glob("**/LiberationSerif-Regular.ttf"))
    if not found:
        pytest.skip("Liberation Serif is not installed")
    # Its first versions had other dots than Times New Roman.
    real = max(map(opened, found), key=lambda font: font["head"].fontRevision)
    ours = built["Times New Roman"]
    scale = 1000 / real["head"].unitsPerEm
    for code, name in ours.getBestCmap().items():
        width = real["hmtx"][real.getBestCmap()[code]][0] * scale
        assert ours["hmtx"][name][0] == pytest.approx(width, abs=0.6), chr(code)


def test_a_font_answers_to_its_chinese_and_its_english_name(tmp_path: Path) -> None:
    if office.soffice() is None:
        pytest.skip("LibreOffice is not installed")
    env = office.install(tmp_path)
    docx = plain_docx(tmp_path / "names.docx", [("甲", "仿宋_GB2312"), ("乙", "FZHei-B01"), ("丙", "方正小标宋简体")])
    pdf = office.convert_to_pdf(docx, tmp_path, env)
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    used = {line.split()[0].split("+")[-1] for line in listed.splitlines()[2:]}
    assert used == {"FangSong_GB2312", "FZHTK--GBK1-0", "FZXBSJW--GB1-0"}
