"""A file that is no TOML: what is wrong, where, and what to do, without a word of English."""

from __future__ import annotations

import tomllib

import pytest

from gwformat.errors import ConfigurationInvalid
from gwformat.text.toml_mistakes import not_toml, toml_of


def said(data: bytes) -> str:
    with pytest.raises(ValueError) as caught:
        tomllib.loads(data.decode())
    return not_toml("本单位.toml", caught.value).message


def test_the_place_of_the_mistake_is_told() -> None:
    assert said('name = "甲"\nkind = 乙'.encode()) == "本单位.toml：不是有效的 TOML，第 2 行第 8 列有误"


def test_a_file_that_breaks_off_is_said_to() -> None:
    assert said(b"name = ") == "本单位.toml：不是有效的 TOML，文件末尾不完整"


def test_brackets_in_brackets_without_end_are_a_mistake_of_the_file() -> None:
    with pytest.raises(ConfigurationInvalid, match=r"本单位\.toml：括号套得太深"):
        toml_of("a = " + "[" * 3000 + "]" * 3000, "本单位.toml")


def test_another_encoding_is_said_to_be_no_utf_8() -> None:
    assert said('name = "甲"'.encode("gbk")) == "本单位.toml：不是 UTF-8 编码的文本"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ('"标题" = "甲"\n"标题" = "乙"\n', "同一个键写了两次"),
        ("[head]\n[head]\n", "同一张表写了两次"),
        ('"某某市教育局" = "D:\\图章.png"\n', "反斜线"),
        ('"标题" = "甲\n', "引号没有配对"),
        ("标题\n", ""),
        ('"标题"\n', "没有等号"),
    ],
)
def test_the_cause_is_said_where_it_is_known(text: str, cause: str) -> None:
    assert cause in said(text.encode())
