"""A unit's own profile: every deviation is known with what the standard says, and none goes without a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.errors import ConfigurationInvalid
from gwformat.profiles import load_profile
from gwformat.profiles.house import Force, House, meanings, read_house
from gwformat.profiles.loader import profile_names
from gwformat.units import Pt

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("版式-*.toml"))


def house(directory: Path, text: str) -> House:
    path = directory / "本单位.toml"
    path.write_text(f'extends = "general"\n{text}', encoding="utf-8")
    return read_house(path)


def test_a_deviation_says_what_the_standard_and_what_the_unit_has(tmp_path: Path) -> None:
    found = house(tmp_path, '[head]\nreason = "套印后偏细"\nline_weight = "2pt"')
    (deviation,) = found.deviations
    assert (deviation.key, deviation.standard, deviation.house) == ("head.line_weight", "1.5pt", "2pt")
    assert (deviation.force, deviation.clause) == (Force.SILENT, "GB/T 9704-2012 7.2.7")
    assert deviation.reason == "套印后偏细"
    assert found.profile.head.line_weight == Pt(2)
    assert not found.unexplained


def test_what_is_a_list_is_told_with_all_of_its_items(tmp_path: Path) -> None:
    found = house(tmp_path, '[head]\nreason = "本单位的习惯"\nabove = ["secrecy", "urgency"]')
    (deviation,) = found.deviations
    assert deviation.house == "secrecy、urgency"


def test_a_deviation_without_a_reason_is_unexplained(tmp_path: Path) -> None:
    found = house(tmp_path, '[elements.heading2]\nclause = "本单位规定"\nbold = true')
    assert [deviation.key for deviation in found.unexplained] == ["elements.heading2.bold"]


def test_the_reason_of_the_table_around_counts_too(tmp_path: Path) -> None:
    found = house(tmp_path, 'reason = "旧例"\ndefault_grid = "practice"\n[seal]\nclause = "本单位"\ndiameter = "45mm"')
    assert [deviation.reason for deviation in found.deviations] == ["旧例", "旧例"]


def test_what_is_said_as_the_standard_says_it_is_no_deviation(tmp_path: Path) -> None:
    assert not house(tmp_path, '[elements.body]\nreason = "同标准"\nsize = "16pt"').deviations


def test_a_table_with_neither_reason_nor_clause_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid) as error:
        house(tmp_path, '[head]\nline_weight = "2pt"')
    assert "[head]" in error.value.message


def test_a_reason_must_be_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid):
        house(tmp_path, '[head]\nreason = true\nline_weight = "2pt"')


def test_a_profile_that_extends_nothing_of_the_standard_is_an_error(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "gwformat" / "profiles" / "general.toml").read_text(encoding="utf-8")
    path = tmp_path / "本单位.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationInvalid) as error:
        read_house(path)
    assert "extends" in error.value.advice


def test_words_are_supplied_for_known_elements_only(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid):
        house(tmp_path, '[supplied]\n"主题词" = ["教育"]')


def test_a_font_system_beside_the_profile_is_found_from_anywhere(tmp_path: Path) -> None:
    assert Path(house(tmp_path, 'system = "字体.toml"').profile.system) == tmp_path / "字体.toml"


def test_one_unit_profile_may_extend_another(tmp_path: Path) -> None:
    house(tmp_path, '[head]\nreason = "一"\nline_weight = "2pt"')
    own = tmp_path / "处室.toml"
    own.write_text('extends = "本单位.toml"\n[seal]\nreason = "二"\ndiameter = "45mm"', encoding="utf-8")
    assert [deviation.reason for deviation in read_house(own).deviations] == ["一", "二"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_state_a_reason_for_every_deviation(path: Path) -> None:
    found = read_house(path)
    assert found.deviations
    assert not found.unexplained


def test_there_are_two_examples() -> None:
    assert len(EXAMPLES) == 2


def test_every_key_of_the_packaged_profiles_has_a_meaning_of_its_own() -> None:
    from fnmatch import fnmatchcase

    from gwformat.profiles import table

    named = [meaning.key for meaning in meanings() if meaning.key != "*"]
    free = ("name", "extends", "omitted", "supplied", "check")
    for name in profile_names():
        said = table.chain("gwformat.profiles", name)[0].said
        keys = [".".join(path) for path in paths(said) if path[0] not in free and path[-1] != "clause"]
        assert [key for key in keys if not any(fnmatchcase(key, pattern) for pattern in named)] == []
        load_profile(name)


def paths(said: object, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(said, dict):
        return [above]
    return [path for key, value in said.items() for path in paths(value, (*above, key))]


def test_a_deviation_names_the_formats_that_have_a_rule_of_their_own(tmp_path: Path) -> None:
    found = house(tmp_path, 'reason = "旧例"\nauthentication = "none"\n[head]\nreason = "套印"\nline_weight = "2pt"')
    elsewhere = {deviation.key: deviation.not_in for deviation in found.deviations}
    assert elsewhere == {"authentication": ("minutes", "order", "telegram"), "head.line_weight": ("letter",)}
