"""What Python says in English of a file that is no TOML comes in; the same in Chinese, as an error, goes out."""

from __future__ import annotations

from gwformat.errors import ConfigurationInvalid

_WORDS_QUOTED = '文字都要加英文双引号，汉字的键也是，如 "主送机关" = "各县（区）人民政府"。'


def not_toml(file: str, error: ValueError) -> ConfigurationInvalid:
    """The error to raise for `file`, where `error` is of its encoding or of `tomllib`, with the place."""
    if isinstance(error, UnicodeDecodeError):
        return ConfigurationInvalid(f"{file}：不是 UTF-8 编码的文本", "请存成 UTF-8 编码的 TOML 文件。")
    return ConfigurationInvalid(f"{file}：不是有效的 TOML，{_place(str(error))}", _WORDS_QUOTED)


def _place(said: str) -> str:
    """Where `tomllib` found the mistake, which it ends with as `… (at line 3, column 1)`."""
    _, _, place = said.partition("(at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    return f"第 {line} 行第 {column} 列有误" if line.isdecimal() else "文件末尾不完整"
