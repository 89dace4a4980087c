"""Files and folders may be named by a string or anything that is a path; what comes back is a `Path`."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gwformat import api
from gwformat.model import Seal
from tests.cli.running import EXAMPLES
from tests.drawings import png
from tests.standin.fonts import build_all

FUNCTIONS = {name: value for name in api.__all__ if inspect.isfunction(value := getattr(api, name))}
OPTIONS = [getattr(api, name) for name in api.__all__ if name.endswith("Options")]


class Entry(os.PathLike[str]):
    """A name of a file that is neither a string nor a `Path`, as `os.scandir` has them."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __fspath__(self) -> str:
        return self.name


Naming = Callable[[str], Any]
CALLS: dict[str, Callable[[Naming], object]] = {
    "annotate": lambda at: api.annotate(api.check_file(at("成品.docx")), at("批注.docx")),
    "check_configuration": lambda at: api.check_configuration(
        profiles=[at("版式.toml")], directory=at("机构.toml"), policy=at("规定.toml"), seals=[at("印章.png")]
    ),
    "check_coverage": lambda at: api.check_coverage(at("成品.docx"), font_dirs=[at("字体")]),
    "check_file": lambda at: api.check_file(
        at("成品.docx"), api.CheckOptions(profiles=(at("版式.toml"),), directory=at("机构.toml"))
    ),
    "check_ticket": lambda at: api.check_ticket(at("成品.docx"), [at("印制单.docx")], force=False),
    "compare_files": lambda at: api.compare_files(at("成品.docx"), at("草稿.docx")),
    "embed_fonts": lambda at: api.embed_fonts(at("成品.docx"), at("嵌入.docx"), [at("字体")]),
    "exchange_file": lambda at: api.exchange_file(
        at("成品.docx"),
        at("发出.docx"),
        api.ExchangeOptions("party", policy=at("规定.toml"), font_dirs=(at("字体"),)),
    ),
    "fix_coverage": lambda at: api.fix_coverage(at("成品.docx"), at("补字.docx"), font_dirs=[at("字体")]),
    "fix_file": lambda at: api.fix_file(at("成品.docx"), at("改好.docx")),
    "fix_in_place": lambda at: api.fix_in_place(at("成品.docx")),
    "format_file": lambda at: api.format_file(
        at("草稿.docx"),
        at("排好.docx"),
        api.FormatOptions(profiles=(at("版式.toml"),), seal=Seal.SIGNATURE, seal_pictures=(at("印章.png"),), pdf=True),
    ),
    "inspect_file": lambda at: api.inspect_file(at("草稿.docx")),
    "lay_out_file": lambda at: api.lay_out_file(
        at("草稿.docx"), api.FormatOptions(seal=Seal.SIGNATURE, seals_by_organ={"某某市人民政府": at("印章.png")})
    ),
    "list_fonts": lambda at: api.list_fonts(["party"], [at("字体")]),
    "map_fonts_file": lambda at: api.map_fonts_file(
        at("成品.docx"), at("换好.docx"), "party", keep_lines=True, font_dirs=[at("字体")]
    ),
    "new_file": lambda at: api.new_file("通知", at("新的.docx"), api.NewOptions(profiles=(at("版式.toml"),))),
    "preflight_file": lambda at: api.preflight_file(at("成品.docx")),
    "press_file": lambda at: api.press_file(
        at("成品.docx"), at("付印.pdf"), api.PressOptions(distribution=at("发放表.csv"))
    ),
    "proof_file": lambda at: api.proof_file(at("成品.docx"), at("校样.pdf"), api.FormatOptions()),
    "read_house": lambda at: api.read_house(at("版式.toml")),
    "render_file": lambda at: api.render_file(at("草稿.docx"), at("样张.pdf")),
    "ruled_sheet": lambda at: api.ruled_sheet(at("试张.pdf"), api.PressOptions()),
    "ticket_for": lambda at: api.ticket_for(_pressed(at), api.PressOptions(copies=2), at("印制.toml")),
    "unembed_fonts": lambda at: api.unembed_fonts(at("成品.docx"), at("不嵌入.docx")),
    "verify_file": lambda at: (
        api.exchange_file(at("成品.docx"), at("发出.docx"), api.ExchangeOptions("party")),
        api.verify_file(at("发出.docx"), at("发出.docx.json")),
    ),
    "write_ticket": lambda at: api.write_ticket(
        api.ticket_for(_pressed(at), api.PressOptions(copies=2)), at("印制单.docx"), api.PressOptions(copies=2)
    ),
}


def _pressed(at: Naming) -> Any:
    return api.press_file(at("成品.docx"), at("付印.pdf"), api.PressOptions(copies=2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, as_name in (
        ("通知.docx", "草稿.docx"),
        ("版式-市政府办公室.toml", "版式.toml"),
        ("机构.toml", "机构.toml"),
    ):
        shutil.copy(EXAMPLES / name, tmp_path / as_name)
    api.format_file(tmp_path / "草稿.docx", tmp_path / "成品.docx")
    (tmp_path / "发放表.csv").write_text("机关,份数,备注\n某某县人民政府,3,\n", encoding="utf-8")
    (tmp_path / "规定.toml").write_text('extends = "gate"\n', encoding="utf-8")
    (tmp_path / "印制.toml").write_text('extends = "ticket"\nreason = "约定"\nweight = "80 克"\n', encoding="utf-8")
    (tmp_path / "印章.png").write_bytes(png(300, 300))
    (tmp_path / "字体").mkdir()
    shutil.copy(build_all() / "FangSong.ttf", tmp_path / "字体")
    return tmp_path


def spelled(annotation: object) -> set[str]:
    return set(re.findall(r"\w*Path\w*", str(annotation)))


def named_files(function: Callable[..., Any]) -> set[str]:
    return {name for one in inspect.signature(function).parameters.values() for name in spelled(one.annotation)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_public_function_asks_for_a_path_alone(name: str) -> None:
    assert "Path" not in named_files(FUNCTIONS[name])


@pytest.mark.parametrize("options", OPTIONS)
def test_no_option_asks_for_a_path_alone(options: Any) -> None:
    assert not any("Path" in spelled(field.type) for field in dataclasses.fields(options))


def test_every_function_that_asks_for_a_file_is_called_here() -> None:
    assert {name for name, function in FUNCTIONS.items() if named_files(function)} == CALLS.keys()


@pytest.mark.parametrize("naming", [str, Entry])
@pytest.mark.parametrize("name", CALLS)
def test_a_file_may_be_named_by_a_string_or_any_path(
    name: str, naming: Naming, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = CALLS[name](naming)
    if dataclasses.is_dataclass(result):
        told = {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}
        for field in told.keys() & {"source", "output", "manifest", "file", "approved", "printed"}:
            assert isinstance(told[field], Path) or field == "file", field
