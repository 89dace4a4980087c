"""Every hostile file ends in one Chinese sentence that says what is wrong and one that says what to do."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from gwformat import readers
from gwformat.errors import InputUnreadable
from tests.hostile.builders import BYTES, build

_HAN = re.compile("[一-鿿]")


def refusal(path: Path) -> InputUnreadable:
    with pytest.raises(InputUnreadable) as caught:
        readers.read(path)
    return caught.value


@pytest.mark.parametrize("name", BYTES)
def test_a_hostile_file_is_refused_with_advice(name: str, tmp_path: Path) -> None:
    error = refusal(build(name, tmp_path))
    assert error.exit_code == 3
    assert _HAN.search(error.message)
    assert _HAN.search(error.advice)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("encrypted docx", "加密"),
        ("truncated in the middle", "不完整"),
        ("empty", "空"),
        ("workbook", "Excel"),
        ("presentation", "演示文稿"),
        ("binary document", "旧版"),
        ("billion laughs", "实体"),
        ("nested 5000 deep", "256 层"),
        ("two parts of one name", "同名"),
        ("path above the package", "越界"),
        ("zip bomb by ratio", "压缩比"),
        ("no content types", "缺少"),
    ],
)
def test_the_message_names_the_cause(name: str, word: str, tmp_path: Path) -> None:
    assert word in refusal(build(name, tmp_path)).message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "没有.docx").message


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    assert "文件夹" in refusal(tmp_path).message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = build("workbook", tmp_path)
    path.chmod(0)
    assert "无法读取" in refusal(path).message


def test_a_pdf_that_calls_itself_text_is_not_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_bytes(BYTES["PDF"]())
    assert "PDF" in refusal(path).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
@pytest.mark.parametrize("name", ["管道.docx", "管道.txt"])
def test_a_pipe_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    assert "不是普通文件" in refusal(tmp_path / name).message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_refused() -> None:
    assert "不是普通文件" in refusal(Path("/dev/zero")).message


def test_standard_input_is_no_draft() -> None:
    assert "标准输入" in refusal(Path("-")).advice
