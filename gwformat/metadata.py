"""Words the user supplies: labels from the command line or a TOML file come in, roles with their texts go out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gwformat.element_forms import form_fault
from gwformat.errors import ConfigurationInvalid, UsageError, is_folder, no_pipe, reason_of
from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, Role
from gwformat.text.names import meant, shown
from gwformat.text.toml_mistakes import not_toml, toml_of

Values = Mapping[Role, tuple[str, ...]]

SUPPLIED = (
    *HEAD_ROLES,
    Role.TITLE,
    Role.SUBTITLE,
    Role.ADDRESSEE,
    Role.ATTACHMENT_NOTE,
    Role.SIGNATURE,
    Role.DATE,
    Role.ANNOTATION,
    Role.ATTENDEES,
    Role.ABSENTEES,
    Role.OBSERVERS,
    *IMPRINT_ROLES,
)
"""The elements whose words may be supplied; headings and text are the draft's own."""

DRAFTING = "起草"
"""The table of a metadata file with words for the places of templates, of which no element is made."""
SEALS = "印章"
"""The table of a metadata file that names the pictures of seals, by organ."""

# What a unit's own profile begins with: who has both files takes one for the other.
_OF_PROFILES = ("extends", "elements", "grids", "head", "page_number", "supplied")

# What offices say for short; the term of the standard is always right as well.
_SHORT = {
    "红头": Role.ISSUER_MARK,
    "标志": Role.ISSUER_MARK,
    "文号": Role.DOC_NUMBER,
    "密级": Role.SECRECY,
    "紧急": Role.URGENCY,
    "主送": Role.ADDRESSEE,
    "署名": Role.SIGNATURE,
    "落款": Role.SIGNATURE,
    "日期": Role.DATE,
    "抄送": Role.COPY_TO,
}


def role_named(label: str) -> Role | None:
    """The role with this Chinese term (发文字号), key (doc_number) or short form (文号)."""
    return next((role for role in Role if label in (role.value, role.key)), _SHORT.get(label))


def terms(roles: Iterable[Role] = SUPPLIED) -> str:
    """The Chinese terms of `roles` for a message."""
    return "、".join(role.value for role in roles)


def from_arguments(arguments: Iterable[str]) -> Values:
    """The values of several `要素=文字`; one element given twice has two texts.

    Raises `UsageError` for what is no element, or has not the form of its element.
    """
    values: dict[Role, tuple[str, ...]] = {}
    for label, text in labelled(arguments):
        role = role_named(label)
        if role is None or role not in SUPPLIED:
            meaning = meant(label, [role.value for role in SUPPLIED])
            raise UsageError(f"--set 不认识要素“{label}”", f"{meaning}可用的要素：{terms()}。")
        if fault := form_fault(role, text):
            raise UsageError(f"--set {label}={text}：{fault.says}", fault.advice)
        values[role] = (*values.get(role, ()), text)
    return values


def labelled(arguments: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Label and text of each `标签=文字`."""
    for argument in map(shown, arguments):
        label, text = parted(argument)
        if not text.strip():
            raise UsageError(
                f"--set 的内容“{argument}”不完整", "写成“要素=文字”，如 --set 发文字号=某政发〔2026〕5号。"
            )
        yield label.strip(), text.strip()


def parted(argument: str) -> tuple[str, str]:
    """What stands before and after the first “=”, or “＝” as Chinese input methods type it; "" where there is none."""
    at = min((at for sign in "=＝" if (at := argument.find(sign)) >= 0), default=len(argument))
    return argument[:at], argument[at + 1 :]


def from_file(path: Path) -> Values:
    """The values of a metadata file; unknown keys and words of another form are errors with file and key."""
    values = {key: value for key, value in _load(path).items() if key not in (DRAFTING, SEALS)}
    found = {key: (_role_of(path, key), _texts_of(path, key, value)) for key, value in values.items()}
    for key, (role, texts) in found.items():
        if fault := next(filter(None, (form_fault(role, text) for text in texts)), None):
            raise ConfigurationInvalid(f"要素文件“{path}”中“{key}”的内容不对：{fault.says}", fault.advice)
    return dict(found.values())


def seals_from_file(path: Path) -> dict[str, Path]:
    """The pictures of seals in a metadata file, by organ; their paths are relative to the file's folder."""
    table = _load(path).get(SEALS, {})
    if not isinstance(table, dict) or not all(isinstance(name, str) and name for name in table.values()):
        raise ConfigurationInvalid(
            f"要素文件“{path}”中的“{SEALS}”不是一张表",
            f'写成 ["{SEALS}"]，其下每行一个机关，如 "某某市教育局" = "教育局.png"。',
        )
    return {organ.strip(): path.parent / name for organ, name in table.items()}


def words_from_file(path: Path) -> Mapping[str, str]:
    """The words that a metadata file has for places of templates, by the labels of these."""
    table = _load(path).get(DRAFTING, {})
    if not isinstance(table, dict):
        raise ConfigurationInvalid(
            f"要素文件“{path}”中的“{DRAFTING}”不是表", f'写成 ["{DRAFTING}"]，下面每行一个标签。'
        )
    return {key: _texts_of(path, key, value)[0] for key, value in table.items()}


def _load(path: Path) -> dict[str, object]:
    file = f"要素文件“{path}”"
    try:
        return toml_of(no_pipe(path).read_text(encoding="utf-8-sig"), file)
    except FileNotFoundError as error:
        raise ConfigurationInvalid(f"找不到要素文件“{path}”", "检查 --meta 后面的文件名。") from error
    except OSError as error:
        advice = "--meta 后面写文件名，不写文件夹。" if is_folder(path) else "检查文件的权限。"
        raise ConfigurationInvalid(f"{file}读不出来：{reason_of(error)}", advice) from error
    except UnicodeDecodeError as error:
        raise not_toml(file, error) from error


def _role_of(path: Path, key: str) -> Role:
    role = role_named(key)
    if role is None or role not in SUPPLIED:
        if key in _OF_PROFILES:
            raise ConfigurationInvalid(f"“{path}”是版式文件，不是要素文件", "版式文件用 --profile 读取。")
        meaning = meant(key, [role.value for role in SUPPLIED])
        raise ConfigurationInvalid(f"要素文件“{path}”中有不认识的键“{key}”", f"{meaning}可用的键：{terms()}。")
    return role


def _texts_of(path: Path, key: str, value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    texts = tuple(_text_of(item) for item in items)
    if not texts or not all(texts):
        raise ConfigurationInvalid(
            f"要素文件“{path}”中“{key}”的内容不是文字", "写成一段文字，或者方括号中的几段文字；不用的键删去即可。"
        )
    return texts


def _text_of(item: object) -> str:
    if isinstance(item, datetime.date):  # 7.3.5.4: no padding
        return f"{item.year}年{item.month}月{item.day}日"
    return item.strip() if isinstance(item, str) else ""
