from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import metadata
from gwformat.errors import ConfigurationInvalid, UsageError
from gwformat.model import Role

ROOT = Path(__file__).parents[2]


def from_toml(tmp_path: Path, text: str) -> metadata.Values:
    path = tmp_path / "本单位.toml"
    path.write_text(text, encoding="utf-8")
    return metadata.from_file(path)


def test_an_element_is_named_by_its_chinese_term_or_its_key() -> None:
    values = metadata.from_arguments(["发文字号=某政发〔2026〕5号", "title=关于某事的通知"])
    assert values == {Role.DOC_NUMBER: ("某政发〔2026〕5号",), Role.TITLE: ("关于某事的通知",)}


def test_an_element_given_twice_has_two_texts() -> None:
    values = metadata.from_arguments(["发文机关署名=某某市财政局", "发文机关署名=某某市审计局"])
    assert values[Role.SIGNATURE] == ("某某市财政局", "某某市审计局")


def test_only_the_first_equals_sign_separates() -> None:
    assert metadata.from_arguments(["标题=甲=乙"])[Role.TITLE] == ("甲=乙",)


@pytest.mark.parametrize("argument", ["红头颜色=某某市", "正文=某某市", "一级标题=一、总体要求"])
def test_an_element_that_cannot_be_supplied_is_refused_with_the_valid_ones(argument: str) -> None:
    with pytest.raises(UsageError) as caught:
        metadata.from_arguments([argument])
    assert argument.split("=")[0] in caught.value.message
    assert "发文机关标志" in caught.value.advice


@pytest.mark.parametrize("argument", ["标题", "标题=", "=某某", "标题=  "])
def test_half_an_argument_is_refused(argument: str) -> None:
    with pytest.raises(UsageError):
        metadata.from_arguments([argument])


def test_a_file_gives_texts_lists_and_dates(tmp_path: Path) -> None:
    values = from_toml(tmp_path, '"签发人" = ["张三", "李四"]\n"成文日期" = 2026-03-08\nurgency = "特急"\n')
    assert values == {
        Role.SIGNER: ("张三", "李四"),
        Role.DATE: ("2026年3月8日",),
        Role.URGENCY: ("特急",),
    }


@pytest.mark.parametrize(
    ("label", "wrong", "right"),
    [
        (
            "成文日期",
            "昨天",
            ("2026年5月6日", "2026.05.06", "二〇二六年五月六日", "2026年×月×日", "2026年 月 日", "【日期】"),
        ),
        ("成文日期", "2026年2月30日", ("2024年2月29日", "２０２６年５月６日")),
        ("印发日期", "5月6日", ("2026年5月6日印发", "2026-5-6")),
        (
            "发文字号",
            "某政发",
            ("某政发〔2026〕5号", "某政发[2026]第05号", "某政办函〔2026〕×号", "公告第3号", "2026年第1号"),
        ),
        ("份号", "一号", ("000001", "No.000001", "12", "份号：000012")),
        ("密级", "内部", ("机密", "秘密★1年", "机密★长期", "绝密☆2030年5月6日", "机密★任务完成前")),
        ("紧急程度", "急件", ("特急", "加急", "特 急", "平急", "特急·明电")),
        ("令号", "五号令", ("第5号", "第十二号", "第×号")),
        ("印数", "若干", ("50", "共印50份", "五十")),
    ],
)
def test_what_has_a_set_form_is_taken_in_any_way_of_writing_it_and_nothing_else_is(
    tmp_path: Path, label: str, wrong: str, right: tuple[str, ...]
) -> None:
    assert all(metadata.from_arguments([f"{label}={text}"]) for text in right)
    assert all(from_toml(tmp_path, f'"{label}" = "{text}"') for text in right)
    with pytest.raises(UsageError, match=wrong) as caught:
        metadata.from_arguments([f"{label}={wrong}"])
    assert caught.value.advice
    with pytest.raises(ConfigurationInvalid, match=wrong):
        from_toml(tmp_path, f'"{label}" = "{wrong}"')


def test_an_unknown_key_is_named_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid) as caught:
        from_toml(tmp_path, '"发文号" = "某政发〔2026〕5号"\n')
    assert "本单位.toml" in caught.value.message
    assert "发文号" in caught.value.message


def test_a_bare_chinese_key_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid) as caught:
        from_toml(tmp_path, '"标题" = "甲"\n主送机关 = "各县人民政府"\n')
    assert "第 2 行" in caught.value.message
    assert "双引号" in caught.value.advice


@pytest.mark.parametrize("text", ['"标题" = 3', '"标题" = ""', '"标题" = []', '["标题"]\na = "b"'])
def test_a_value_that_is_no_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationInvalid, match="标题"):
        from_toml(tmp_path, text)


def test_a_missing_file_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid, match="找不到"):
        metadata.from_file(tmp_path / "没有.toml")


def test_the_example_file_can_be_used() -> None:
    assert metadata.from_file(ROOT / "examples" / "本单位.toml")[Role.PRINTER] == ("某某市人民政府办公室",)


def test_every_line_of_the_template_can_be_used(tmp_path: Path) -> None:
    template = (ROOT / "templates" / "unit.toml").read_text(encoding="utf-8")
    values = from_toml(tmp_path, template.replace('# "', '"').replace("# [", "["))
    assert {Role.ISSUER_MARK, Role.DOC_NUMBER, Role.PRINT_DATE} <= values.keys()
    assert from_toml(tmp_path, template) == {}
