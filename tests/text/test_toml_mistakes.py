"""A file that is no TOML: what is wrong, where, and what to do, without a word of English."""

from __future__ import annotations

import tomllib

import pytest

from gwformat.text.toml_mistakes import not_toml


def said(data: bytes) -> str:
    with pytest.raises(ValueError) as caught:
        tomllib.loads(data.decode())
    return not_toml("本单位.toml", caught.value).message


def test_the_place_of_the_mistake_is_told() -> None:
    assert said('name = "甲"\nkind = 乙'.encode()) == "本单位.toml：不是有效的 TOML，第 2 行第 8 列有误"


def test_a_file_that_breaks_off_is_said_to() -> None:
    assert said(b"name = ") == "本单位.toml：不是有效的 TOML，文件末尾不完整"


def test_another_encoding_is_said_to_be_no_utf_8() -> None:
    assert said('name = "甲"'.encode("gbk")) == "本单位.toml：不是 UTF-8 编码的文本"
