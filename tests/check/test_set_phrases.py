"""Set phrases in wrong characters: what is taken for a slip, and what is not."""

import pytest

from gwformat.check.set_phrases import load_set_phrases


def slips(text: str) -> list[tuple[str, str, bool]]:
    found = load_set_phrases().slips(text)
    return [(text[slip.edit.start : slip.edit.end], slip.edit.new, slip.is_doubtful) for slip in found]


def test_a_word_of_the_same_sound_in_a_set_phrase_is_doubted():
    assert slips("请认真组织事实。") == [("组织事实", "组织实施", True)]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("主体则任", "主体责任"),
        ("纳人年度", "纳入年度"),
        ("擅离职首", "擅离职守"),
        ("遵照直行", "遵照执行"),
        ("认真贯切", "认真贯彻"),
    ],
)
def test_characters_of_the_same_sound_or_shape_are_a_slip(said: str, right: str):
    assert [(wrote, meant) for wrote, meant, _ in slips(f"各单位要{said}。")] == [(said, right)]


def test_half_a_phrase_in_other_characters_may_be_a_word_and_is_doubted():
    assert slips("改用科学计数，便于阅读。") == [("科学计数", "科学技术", True)]


@pytest.mark.parametrize(
    "text",
    [
        "各单位要认真组织实施。",
        "监察机关和检察机关分别处理。",  # both are there and sound alike
        "制订方案",  # as good as 制定
        "不符合本条例规定的",  # 合|本|条例 is no slip for 和本条例
        "他会同县领导，组建强有力的队伍。",  # 组建|强有力, not 坚强有力
        "市直有关党委、相关党委和直属党委",  # sounds like 有关单位
        "按同一组字母排列",  # one character of each half: 统一组织 is no slip of these
        "Text 𠀀𠀀 only, 组织",
        "",
    ],
)
def test_what_only_sounds_like_a_set_phrase_is_none(text: str):
    assert slips(text) == []


def test_no_packaged_phrase_is_a_slip_of_another():
    assert not [phrase for phrase in sorted(load_set_phrases().right) if slips(phrase)]


def test_places_are_those_of_the_text_behind_a_character_outside_the_basic_plane():
    assert slips("𠀀𠀀组织事实") == [("组织事实", "组织实施", True)]
