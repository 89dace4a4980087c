"""The catalogue of a PDF comes in; scripts, actions, layers, forms and files within go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gwformat.finished.values import Layer

_EVENTS = {"/WC": "关闭前", "/WS": "保存前", "/DS": "保存后", "/WP": "打印前", "/DP": "打印后"}
_ACTIONS = {"/Launch": "启动程序", "/SubmitForm": "提交表单", "/ImportData": "导入数据", "/URI": "打开网址"}


def scripts(catalogue: Any, pages: Any) -> Iterator[str]:
    """Where JavaScript is."""
    names = _entry(catalogue, "/Names")
    if names is not None and "/JavaScript" in names:
        yield "文档脚本"
    if _is_script(_entry(catalogue, "/OpenAction")):
        yield "打开时"
    for key, words in _EVENTS.items():
        if _is_script(_entry(_entry(catalogue, "/AA"), key)):
            yield words
    for number, page in enumerate(pages, 1):
        for holder in (page, *_annotations(page)):
            actions = _entry(holder, "/AA")
            if _is_script(_entry(holder, "/A")) or any(_is_script(_entry(actions, key)) for key in actions or ()):
                yield f"第 {number} 页"


def actions(catalogue: Any) -> Iterator[str]:
    """What the file does by itself when it is opened, besides scripts."""
    kind = (_entry(catalogue, "/OpenAction") or {}) if isinstance(_entry(catalogue, "/OpenAction"), dict) else {}
    if kind.get("/S") in _ACTIONS:
        yield _ACTIONS[kind["/S"]]


def layers(catalogue: Any) -> Iterator[Layer]:
    """The optional content groups, with those that are off."""
    said = _entry(catalogue, "/OCProperties")
    if said is None:
        return
    default = _entry(said, "/D") or {}
    all_off = default.get("/BaseState") == "/OFF"
    off, on = ({_key(item) for item in _entry(default, key) or ()} for key in ("/OFF", "/ON"))
    for reference in _entry(said, "/OCGs") or ():
        key = _key(reference)
        name = str(reference.get_object().get("/Name", ""))
        yield Layer(name, key in off or (all_off and key not in on))


def fields(catalogue: Any) -> Iterator[str]:
    """The names of the fields of forms; signatures are no fields to fill."""
    form = _entry(catalogue, "/AcroForm")
    for reference in _entry(form, "/Fields") or ():
        field = reference.get_object()
        if field.get("/FT") != "/Sig":
            yield str(field.get("/T", ""))
    if form is not None and "/XFA" in form:
        yield "XFA"


def attachments(catalogue: Any) -> Iterator[str]:
    """The names of files within the file."""
    yield from _leaves(_entry(_entry(catalogue, "/Names"), "/EmbeddedFiles"))


def _leaves(node: Any, depth: int = 0) -> Iterator[str]:
    if node is None or depth > 20:
        return
    items = list(_entry(node, "/Names") or ())
    yield from (str(name) for name in items[::2])
    for kid in _entry(node, "/Kids") or ():
        yield from _leaves(kid.get_object(), depth + 1)


def _annotations(page: Any) -> Iterator[Any]:
    for reference in _entry(page, "/Annots") or ():
        found = reference.get_object()
        if hasattr(found, "get"):
            yield found


def _is_script(action: Any) -> bool:
    return isinstance(action, dict) and action.get("/S") == "/JavaScript"


def _entry(holder: Any, key: str) -> Any:
    """The value behind a key, if the holder is a dictionary that has it."""
    found = holder.get(key) if isinstance(holder, dict) else None
    return found.get_object() if found is not None else None


def _key(reference: Any) -> int:
    return getattr(reference, "idnum", 0) or id(reference)
