"""Parts that several files have are parsed once, kept within bounds, and changed by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.ooxml import recurring
from gwformat.ooxml.package import Package
from tests.check.specimen import docx_of

STYLES = "word/styles.xml"


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurring, "_kept", type(recurring._kept)())
    monkeypatch.setattr(recurring, "_unpacked", {})


def test_two_files_with_the_same_styles_have_one_tree_of_them_and_each_its_own_text() -> None:
    one, other = (Package.from_bytes(docx_of(f"正文{number}。")) for number in (1, 2))
    assert one.parts[STYLES] is other.parts[STYLES]
    assert one.tree(STYLES) is other.tree(STYLES)
    assert one.tree(one.main_part) is not other.tree(other.main_part)


def test_what_a_file_says_in_its_text_is_not_kept() -> None:
    package = Package.from_bytes(docx_of("某某市水务局"))
    for name in package.parts:
        package.tree(name)
    unpacked = [data for data, _ in recurring._unpacked.values()]  # type: ignore[misc]
    assert package.parts[STYLES] in unpacked
    assert not any("某某市水务局".encode() in data for data in (*recurring._kept, *unpacked))


def test_only_the_parts_last_asked_for_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurring, "_ROOM", 4000)
    parts = [f"<a>{number}{' ' * 992}</a>".encode() for number in range(4)]  # 1,000 bytes each
    trees = [recurring.tree_of(data, STYLES) for data in parts]
    assert recurring.tree_of(parts[3], STYLES) is trees[3]
    assert recurring.tree_of(parts[0], STYLES) is not trees[0]
    assert sum(map(len, recurring._kept)) <= 4000


def test_a_part_that_was_only_looked_through_takes_less_room_than_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurring, "_ROOM", 4000)
    for number in range(100):
        recurring.worked_out(f"<a>{number:0992}</a>".encode(), lambda: 0, "what")
    assert 5 <= len(recurring._kept) <= 15
    recurring.tree_of(b"<a>" + b" " * 3000 + b"</a>", STYLES)
    assert len(recurring._kept) <= 3


def test_a_part_that_is_too_large_to_keep_drives_out_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = recurring.tree_of(b"<a/>", STYLES)
    monkeypatch.setattr(recurring, "_ROOM", 4000)
    assert recurring.tree_of(b"<a>" + b" " * 4000 + b"</a>", STYLES).tag == "a"
    assert recurring.tree_of(b"<a/>", STYLES) is tree


def test_what_was_forgotten_is_parsed_anew() -> None:
    tree = recurring.tree_of(b"<a/>", STYLES)
    recurring.forget()
    assert recurring.tree_of(b"<a/>", STYLES) is not tree


def test_an_answer_is_worked_out_once_while_the_part_is_kept() -> None:
    asked: list[int] = []
    for _ in range(2):
        recurring.worked_out(b"<a/>", lambda: asked.append(1), "what")
    recurring.forget()
    recurring.worked_out(b"<a/>", lambda: asked.append(2), "what")
    assert asked == [1, 2]


def test_no_command_changes_the_trees_that_files_share(tmp_path: Path) -> None:
    source = tmp_path / "来文.docx"
    source.write_bytes(docx_of("［正文 字体］宋体\n［正文 字号］四号\n各单位要落实责任。"))
    result = api.check_file(source)
    api.annotate(result, tmp_path / "批注.docx")
    api.fix_file(source, tmp_path / "改好.docx")
    api.format_file(source, tmp_path / "成品.docx")
    assert recurring._kept
    trees = [(data, kept.root) for data, kept in recurring._kept.items() if kept.root is not None]
    assert trees
    for data, root in trees:
        assert etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(data), method="c14n")
