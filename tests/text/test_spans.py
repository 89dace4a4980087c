import pytest

from gwformat.text.spans import foreign, is_chinese_at, is_latin


def kept(text: str) -> list[str]:
    spans = foreign(text)
    return "".join(char if at in spans else " " for at, char in enumerate(text)).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见https://www.example.cn/a,b?x=(1)，其中", ["https://www.example.cn/a,b?x=(1)"]),
        ("（见https://www.example.cn/a).", ["https://www.example.cn/a"]),
        ("登录www.example.cn,查询", ["www.example.cn"]),
        ("发至zhang.san@example.cn。", ["zhang.san@example.cn"]),
        ("填写《某某表(2).xlsx》", ["某某表(2).xlsx"]),
        ("存于C:\\数据\\表(1)。", ["C:\\数据\\表(1)"]),
        ("执行GB/T 9704-2012。", []),
        ("共1.5万", []),
    ],
)
def test_addresses_and_file_names_are_found_without_the_punctuation_after_them(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


@pytest.mark.parametrize(
    ("line", "latin"),
    [
        ("This is a note, see 附件.", True),
        ("Служба здоровья (в районах) “и центра”", True),
        ("الصحية (في أربعة) “بمبادرة”", True),
        ("使用Word和WPS编辑,", False),
        ("2024", False),
    ],
)
def test_a_line_of_foreign_prose_is_known_by_its_words(line: str, latin: bool) -> None:
    assert is_latin(line) is latin


def test_the_nearest_character_beyond_blanks_and_narrow_marks_says_whether_it_is_chinese() -> None:
    assert is_chinese_at("甲, 3", 3, 4)
    assert is_chinese_at("3 : 甲", 0, 1)
    assert not is_chinese_at("甲a, 3", 4, 5)
    assert not is_chinese_at(" 3 ", 1, 2)
