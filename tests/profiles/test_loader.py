"""Profiles: what the general format says, and what a unit's own file may and may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.check import load_policy
from gwformat.errors import ConfigurationInvalid
from gwformat.model import Align, Role, Seal
from gwformat.profiles import load_profile
from gwformat.profiles.lengths import parse_length
from gwformat.profiles.schema import LineForm, Pitch, Slot
from gwformat.units import Hao, Mm, Pt, Twips


def profile_file(directory: Path, text: str) -> Path:
    path = directory / "本单位.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_general_format_has_every_element_and_each_has_its_clause() -> None:
    profile = load_profile("general")
    assert set(profile.elements) == set(Role)
    assert all("GB/T 9704-2012" in spec.clause for spec in profile.elements.values())


def test_style_names_are_distinct() -> None:
    styles = [spec.style for spec in load_profile("general").elements.values()]
    assert len(set(styles)) == len(styles)


@pytest.mark.parametrize("name", ["national", "practice"])
def test_both_grids_hold_22_lines_of_28_characters(name: str) -> None:
    profile = load_profile("general")
    grid = profile.grids[name]
    height = profile.paper.height - grid.top - grid.bottom
    width = profile.paper.width - grid.left - grid.right
    assert height // grid.pitch == grid.rows == 22
    assert width // (Hao("三号") + grid.tracking) == grid.columns == 28


def test_the_national_grid_puts_the_first_characters_at_37_mm_and_the_last_not_below_262() -> None:
    grid = load_profile("general").grids["national"]
    half_gap = (grid.pitch - Hao("三号")) / 2
    assert (grid.top + half_gap) / 36000 == pytest.approx(37, abs=0.1)
    assert 260 < (grid.top + 22 * grid.pitch - half_gap) / 36000 <= 262


def test_the_footer_puts_the_dash_where_the_page_number_says() -> None:
    profile = load_profile("general")
    number = profile.page_number
    for grid in profile.grids.values():
        assert profile.paper.height - grid.footer - number.size / 2 == pytest.approx(number.dash_y, abs=Twips(1))


def test_values_have_their_types() -> None:
    profile = load_profile("general")
    title = profile.elements[Role.TITLE]
    assert (title.slot, title.size, title.align, title.after) == (Slot.XIAOBIAOSONG, Pt(22), Align.CENTER, 1)
    assert profile.elements[Role.BODY].pitch is Pitch.ROW
    assert profile.sign_off[Seal.ROUND].date_right == 4
    assert profile.head.mark_top == Mm(72)


def test_a_units_own_profile_says_only_what_differs(tmp_path: Path) -> None:
    path = profile_file(
        tmp_path,
        'extends = "general"\n[elements.heading2]\nclause = "某某市公文处理细则 12"\nbold = true\n',
    )
    profile, general = load_profile(path), load_profile("general")
    assert profile.elements[Role.HEADING2].bold
    assert profile.elements[Role.HEADING2].size == general.elements[Role.HEADING2].size
    assert profile.elements[Role.BODY] == general.elements[Role.BODY]


def test_extends_may_name_a_file_beside_it(tmp_path: Path) -> None:
    profile_file(tmp_path, 'extends = "general"\n[paper]\nclause = "细则 3"\nwidth = "200mm"\n')
    child = tmp_path / "处室.toml"
    child.write_text('extends = "本单位.toml"\nname = "处室"\n', encoding="utf-8")
    assert load_profile(child).paper.width == Mm(200)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[elements.title]\nclause = "1"\nsise = "二号"\n', "未知的键 elements.title.sise"),
        ('[elements.titel]\nclause = "1"\n', "未知的键 elements.titel"),
        ('[elements.title]\nclause = "1"\nsize = 22\n', "elements.title.size 应为长度"),
        ('[elements.title]\nclause = "1"\nsize = "22磅"\n', 'elements.title.size 应为长度（如 "35mm"'),
        ('[elements.body]\nclause = "1"\nfirst_line = "2行"\n', "elements.body.first_line 应为以“字”计的数"),
        ('[elements.body]\nclause = "1"\nbold = 1\n', "elements.body.bold 应为true 或 false，现为 1"),
        ('[grids.national]\nclause = "1"\nrows = true\n', "grids.national.rows 应为整数，现为 true"),
        ('[elements.body]\nclause = "1"\nalign = "middle"\n', 'elements.body.align 应为"left" | "center"'),
        ('[elements.body]\nclause = "1"\ncolor = "red"\n', "elements.body.color 应为六位十六进制颜色"),
        ('[elements.body]\nsize = "三号"\n', "[elements.body] 缺少 clause"),
        ("head = 3\n", "head 应为表，现为 3"),
        ('default_grid = "wide"\n', "default_grid 没有名为“wide”的网格"),
    ],
)
def test_a_wrong_value_is_named_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = profile_file(tmp_path, 'extends = "general"\n' + text)
    with pytest.raises(ConfigurationInvalid) as caught:
        load_profile(path)
    assert said in str(caught.value)
    assert "本单位.toml" in str(caught.value)


def test_a_mistake_in_the_file_that_is_extended_names_that_file(tmp_path: Path) -> None:
    profile_file(tmp_path, 'extends = "general"\nnaam = "x"\n')
    child = tmp_path / "处室.toml"
    child.write_text('extends = "本单位.toml"\n', encoding="utf-8")
    with pytest.raises(ConfigurationInvalid, match=r"本单位\.toml：未知的键 naam"):
        load_profile(child)


def test_what_no_layer_says_is_missed(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid, match="缺少 kind、paper、grids") as caught:
        load_profile(profile_file(tmp_path, 'name = "x"\n'))
    assert "extends" in caught.value.advice


def test_files_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid, match="循环引用"):
        load_profile(profile_file(tmp_path, 'extends = "本单位.toml"\n'))


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ConfigurationInvalid, match="可用的名称：general"):
        load_profile("generall")


def test_a_file_that_is_no_toml_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid, match="不是有效的 TOML"):
        load_profile(profile_file(tmp_path, "a = = 1"))


@pytest.mark.parametrize(
    ("text", "length"), [("35mm", Mm(35)), ("-5tw", Twips(-5)), ("三号", Pt(16)), ("10.5pt", Hao("五号"))]
)
def test_lengths_have_a_unit(text: str, length: int) -> None:
    assert parse_length(text) == length


@pytest.mark.parametrize("text", ["35", "mm", "1e3mm", "35 cm", "", "零号", "３mm字"])
def test_a_length_without_a_known_unit_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="长度"):
        parse_length(text)


def test_a_table_that_only_some_formats_have_may_be_added(tmp_path: Path) -> None:
    said = 'clause = "细则 5"\ntop = "30mm"\nline_y = "277mm"\nline_form = "thin_thick"\nline_gap = "4.84mm"\n'
    profile = load_profile(profile_file(tmp_path, f'extends = "general"\n[first_page]\n{said}'))
    assert load_profile("general").first_page is None
    assert profile.first_page is not None
    assert (profile.first_page.top, profile.first_page.line_form) == (Mm(30), LineForm.THIN_THICK)


def test_a_table_that_only_some_formats_have_is_said_in_full(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid, match=r"缺少 first_page\.top"):
        load_profile(profile_file(tmp_path, 'extends = "general"\n[first_page]\nclause = "细则 5"\n'))


def test_roles_are_listed_by_their_keys(tmp_path: Path) -> None:
    text = 'extends = "general"\n[head]\nclause = "细则 6"\nleft = ["secrecy"]\nright = ["doc_number"]\n'
    head = load_profile(profile_file(tmp_path, text)).head
    assert (head.left, head.right) == ((Role.SECRECY,), (Role.DOC_NUMBER,))
    with pytest.raises(ConfigurationInvalid, match=r"head\.left\[1\] 应为"):
        load_profile(profile_file(tmp_path, text.replace('"secrecy"', '"secrect"')))


def test_a_file_that_extends_what_is_not_there_is_named(tmp_path: Path) -> None:
    path = profile_file(tmp_path, 'extends = "没有"\n')
    with pytest.raises(ConfigurationInvalid, match=r"本单位\.toml：extends 所写的，找不到配置“没有”"):
        load_profile(path)


def test_why_a_file_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "本单位.toml").mkdir()
    with pytest.raises(ConfigurationInvalid, match=r"读不出来：(是文件夹|没有权限)"):
        load_profile(tmp_path / "本单位.toml")


def test_who_forgets_to_extend_is_told_what(tmp_path: Path) -> None:
    gate = profile_file(tmp_path, "")
    with pytest.raises(ConfigurationInvalid) as caught:
        load_policy(gate)
    assert 'extends = "gate"' in caught.value.advice
