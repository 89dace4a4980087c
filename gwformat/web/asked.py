"""What a form of the page says comes in as JSON; the options of the API go out, or an error that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat import metadata
from gwformat.api import CheckOptions, ExchangeOptions, FormatOptions
from gwformat.api.common import KIND_NAMES
from gwformat.element_forms import form_fault
from gwformat.errors import UsageError
from gwformat.fonts.system import SPOKEN, load_system
from gwformat.model import Kind, Role, Seal

if TYPE_CHECKING:
    from gwformat.api import PreflightOptions, PressOptions

Asked = Mapping[str, Any]

_SEALS = {"round": "加盖印章", "signature": "加盖签名章", "none": "不加盖"}
_GRIDS = {"national": "页边距按 GB/T 33476.2", "practice": "页边距 37/35 毫米"}
_REVISIONS = {"keep": "保留", "accept": "全部接受", "reject": "全部拒绝"}
_SETTLED = {"": "有修订就不发", "accept": "全部接受", "reject": "全部拒绝"}
_COMMENTS = {"keep": "保留", "strip": "去掉"}
_STRIPPED = {"": "有批注就不发", "strip": "去掉"}
_SENT = ("party", "government")
_IMPOSED = {
    "booklet": "骑马订小册子",
    "2up": "两页拼一面，平订",
    "duplex": "单页双面，平订",
}
OTHER = "other"
"""The field that names a second file by its number; the desk puts its path there."""
_LONGEST = 2000  # characters of an element's words


def choices() -> dict[str, Any]:
    """What the page offers: for each field its values in words, and the elements that can be filled in."""
    return {
        "kind": {"": "由内容判断", **{kind.value: name for kind, name in KIND_NAMES.items()}},
        "system": {"": "默认（政府）", **{name: _called(name) for name in SPOKEN}},
        "grid": {"": "默认", **_GRIDS},
        "seal": {"": "按公文格式", **_SEALS},
        "revisions": _REVISIONS,
        "comments": _COMMENTS,
        "to": {name: _called(name) for name in _SENT},
        "settled": _SETTLED,
        "stripped": _STRIPPED,
        "allowed": {"": "哪一套都可以", **{name: _called(name) for name in SPOKEN}},
        "impose": _IMPOSED,
        "elements": [role.value for role in metadata.SUPPLIED],
    }


def format_options(asked: Asked) -> FormatOptions:
    """How to format; `UsageError` for what the page does not offer."""
    _only(asked, "kind", "system", "grid", "seal", "revisions", "comments", "values", "pdf", "ofd")
    seal = _one(asked, "seal", _SEALS)
    return FormatOptions(
        kind=_kind(asked),
        system=_one(asked, "system", SPOKEN),
        grid=_one(asked, "grid", _GRIDS),
        seal=Seal(seal) if seal else None,
        revisions=_one(asked, "revisions", _REVISIONS) or "keep",
        comments=_one(asked, "comments", _COMMENTS) or "keep",
        values=_values(asked),
        pdf=asked.get("pdf") is True,
        ofd=asked.get("ofd") is True,
        force=True,
    )


def check_options(asked: Asked) -> CheckOptions:
    """What to check against; `UsageError` for what the page does not offer."""
    _only(asked, "kind", "system")
    return CheckOptions(kind=_kind(asked), system=_one(asked, "system", SPOKEN))


def exchange_options(asked: Asked) -> ExchangeOptions:
    """For whom, and what becomes of tracked changes and comments; `UsageError` for what the page does not offer."""
    _only(asked, "to", "settled", "stripped")
    system = _one(asked, "to", _SENT)
    if system is None:
        raise UsageError("没有选发给哪一方", "选党委系统或政府系统。")
    return ExchangeOptions(
        system,
        revisions=_one(asked, "settled", _SETTLED),
        comments=_one(asked, "stripped", _STRIPPED),
        force=True,
    )


def preflight_options(asked: Asked) -> PreflightOptions:
    """Which fonts may be used; `UsageError` for what the page does not offer."""
    _only(asked, "allowed", "impose")
    from gwformat.api import PreflightOptions  # needs what is installed for printing only

    return PreflightOptions(system=_one(asked, "allowed", SPOKEN))


def press_options(asked: Asked) -> PressOptions:
    """How pages are put on sheets; `UsageError` for what the page does not offer."""
    _only(asked, "allowed", "impose")
    form = _one(asked, "impose", _IMPOSED)
    if form is None:
        raise UsageError("没有选怎样拼版", "选好再试。")
    from gwformat.api import PressOptions
    from gwformat.printing.imposing import Form, Imposition

    return PressOptions(imposition=Imposition(Form(form)), force=True)


def other_file(asked: Asked, what: str) -> Path:
    """The second file of a job, which is called `what`; `UsageError` if none was chosen."""
    _only(asked, OTHER)
    other = asked.get(OTHER)
    if not isinstance(other, Path):
        raise UsageError(f"没有选{what}", f"把{what}也拖进来，再选它。")
    return other


def _called(system: str) -> str:
    return f"{SPOKEN[system]}：{load_system(system).title}"


def _kind(asked: Asked) -> Kind | None:
    kind = _one(asked, "kind", [kind.value for kind in Kind])
    return Kind(kind) if kind else None


def _only(asked: Asked, *known: str) -> None:
    for name in asked:
        if name not in known:
            raise UsageError(f"没有“{name}”这个选项", "重新打开页面再试。")


def _one(asked: Asked, name: str, allowed: Iterable[str]) -> str | None:
    """The value of a field that has one of `allowed`; None where nothing was chosen."""
    value = asked.get(name) or None
    if value is None or (isinstance(value, str) and value in allowed):
        return value
    raise UsageError(f"选项“{name}”不能是“{value}”", "重新打开页面再试。")


def _values(asked: Asked) -> metadata.Values:
    """The elements that were filled in; one filled in twice has two texts."""
    values: dict[Role, tuple[str, ...]] = {}
    for label, text in _pairs(asked):
        role = metadata.role_named(label)
        if role is None or role not in metadata.SUPPLIED:
            raise UsageError(f"没有“{label}”这个要素", f"可以补充：{metadata.terms()}。")
        if len(text) > _LONGEST:
            raise UsageError(f"“{label}”超过 {_LONGEST} 个字", "缩短后再试。")
        if fault := form_fault(role, text):
            raise UsageError(f"“{label}”填的“{text}”：{fault.says}", fault.advice)
        values[role] = (*values.get(role, ()), text)
    return values


def _pairs(asked: Asked) -> Iterator[tuple[str, str]]:
    """Label and text of what was filled in."""
    for pair in asked.get("values") or []:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(word, str) for word in pair)):
            raise UsageError("补充的要素写法不对", "重新打开页面再试。")
        label, text = (word.strip() for word in pair)
        if text:
            yield label, text
