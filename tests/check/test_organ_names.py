"""Names of organs are compared as a reader would: short forms are the same organ, its office is another."""

from __future__ import annotations

import pytest

from gwformat.check import organ_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某某市水务局", "市水务局"),
        ("中共某某市委员会", "某某市委"),
        ("中国共产党某某市委员会", "中共某某市委"),
        ("某某市　水务局", "某某市水务局"),
    ],
)
def test_short_forms_are_the_same_organ(one: str, other: str) -> None:
    assert organ_names.same(one, other)
    assert organ_names.same(other, one)


def test_an_office_is_another_organ() -> None:
    assert not organ_names.same("某某市人民政府", "某某市人民政府办公室")
    assert organ_names.is_office_of("某某市人民政府", "某某市人民政府办公室")
    assert not organ_names.is_office_of("某某市人民政府", "某某市水务局")


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("某某市人民政府关于做好防汛工作的通知", "某某市人民政府"),
        ("某某市人民政府印发某某办法的通知", "某某市人民政府"),
        ("关于做好防汛工作的通知", ""),
        ("×××关于做好防汛工作的通知", ""),
    ],
)
def test_the_organ_of_a_title_stands_before_its_subject(title: str, organ: str) -> None:
    assert organ_names.of_title(title) == organ


def test_one_of_several_organs_is_enough() -> None:
    assert organ_names.names_one_of("某某市委　某某市人民政府", ["某某市人民政府"])
    assert organ_names.names_one_of("某某市教育局某某市财政局", ["某某市教育局"])
    assert not organ_names.names_one_of("某某市人民政府办公室", ["某某市人民政府"])
