"""The text of a TOML file comes in; what it says goes out, or in Chinese, as an error, why it is no TOML."""

from __future__ import annotations

import tomllib

from gwformat.errors import ConfigurationInvalid

_WORDS_QUOTED = '文字都要加英文双引号，汉字的键也是，如 "主送机关" = "各县（区）人民政府"。'

_UNCLOSED = "：引号没有配对", "文字前后各一个英文双引号，写在同一行里。"
# What `tomllib` says, which is no promise of Python's: what is not known is told with its place alone.
_CAUSES = (
    ("Cannot overwrite a value", "：同一个键写了两次", "只留一个；有几段文字的，写在一个方括号里。"),
    ("Cannot declare", "：同一张表写了两次", "合成一张，表名只写一次。"),
    ("Unescaped '\\'", "：双引号里有反斜线“\\”", '路径里的反斜线改写成“/”，如 "D:/图章/市政府.png"。'),
    ("Unterminated string", *_UNCLOSED),
    ("Illegal character '\\n'", *_UNCLOSED),
    ("Illegal character '\\r'", *_UNCLOSED),
    ("Expected '=' after a key", "：键的后面没有等号", "每行写成 键 = 值；说明的文字前面加“#”。"),
    ("Unclosed array", "：方括号没有配对", '几段文字写成 ["甲", "乙"]，中间用英文逗号。'),
)


def toml_of(text: str, file: str) -> dict[str, object]:
    """What a TOML file says; `ConfigurationInvalid` with the place of the mistake in `file` if it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise not_toml(file, error) from None
    except RecursionError:
        raise ConfigurationInvalid(f"{file}：括号套得太深", "没有哪个键要写这么多层方括号或花括号。") from None


def not_toml(file: str, error: ValueError) -> ConfigurationInvalid:
    """The error to raise for `file`, where `error` is of its encoding or of `tomllib`, with the place."""
    if isinstance(error, UnicodeDecodeError):
        advice = "请确认选对了文件；在记事本里写的，另存为，编码选 UTF-8。"
        return ConfigurationInvalid(f"{file}：不是 UTF-8 编码的文本", advice)
    said = str(error)
    cause, advice = next(((cause, advice) for part, cause, advice in _CAUSES if part in said), ("", _WORDS_QUOTED))
    return ConfigurationInvalid(f"{file}：不是有效的 TOML，{_place(said)}{cause}", advice)


def _place(said: str) -> str:
    """Where `tomllib` found the mistake, which it ends with as `… (at line 3, column 1)`."""
    _, _, place = said.partition("(at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    return f"第 {line} 行第 {column} 列有误" if line.isdecimal() else "文件末尾不完整"
