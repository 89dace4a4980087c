"""The organisation directory: names, superiors, and what is wrong with a table said in Chinese."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from gwformat.check.directory import Directory, load_directory
from gwformat.check.organs import is_person
from gwformat.errors import ConfigurationInvalid

EXAMPLE = Path(__file__).parents[2] / "examples" / "机构.toml"


@pytest.fixture
def example() -> Directory:
    return load_directory(EXAMPLE)


def test_an_organ_is_found_by_every_name_it_has(example: Directory) -> None:
    assert example.find("市财政局") is example.find("某某市财政局：")
    assert example.find("市统计局") is None


def test_superiors_come_in_their_order(example: Directory) -> None:
    bureau = example.find("某某县水务局")
    assert bureau is not None
    assert [organ.name for organ in example.above(bureau)] == ["某某县人民政府", "某某市人民政府", "某某省人民政府"]


def test_organs_that_are_each_others_superior_end_somewhere() -> None:
    organs = load_text('[[organ]]\nname = "甲"\nsuperior = "乙"\n[[organ]]\nname = "乙"\nsuperior = "甲"').organs
    assert [organ.name for organ in Directory(organs).above(organs[0])] == ["乙"]


def load_text(text: str) -> Directory:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "机构.toml"
        path.write_text(text, encoding="utf-8")
        return load_directory(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[organ]]\nname = "甲"\nlevle = "city"', "levle"),
        ('[[organ]]\nname = "甲"\nlevel = "市"', "level"),
        ('[[organ]]\nshort = ["甲"]', "name"),
        ('[[organ]]\nname = "甲"\nsuperior = "乙"', "乙"),
        ('[[organ]]\nname = "甲"\nshort = ["丙"]\n[[organ]]\nname = "乙"\nshort = ["丙"]', "丙"),
    ],
)
def test_what_is_wrong_with_a_table_is_named(text: str, said: str) -> None:
    with pytest.raises(ConfigurationInvalid, match=said):
        load_text(text)


@pytest.mark.parametrize("name", ["张市长", "李四副市长", "王局长", "赵六同志", "分管副县长"])
def test_a_person_is_told(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name", ["某某市人民政府", "市长办公室", "省委书记处", "市人大常委会主任会议", "各县（区）人民政府"]
)
def test_an_organ_is_no_person(name: str) -> None:
    assert not is_person(name)


def test_an_organ_without_a_name_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "机构.toml"
    path.write_text('[[organ]]\nname = ""\n', encoding="utf-8")
    with pytest.raises(ConfigurationInvalid, match=r"organ\[1\]"):
        load_directory(path)
