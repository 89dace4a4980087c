"""Where the result of each file goes: no two to one place, no name too long."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.batch.names import fitting, results
from gwformat.text.names import shown


def test_a_result_has_the_name_of_its_source() -> None:
    assert results(["甲/通知.txt", "甲/函.docx"], ".docx") == {
        "甲/通知.txt": "甲/通知.docx",
        "甲/函.docx": "甲/函.docx",
    }


def test_two_sources_of_one_name_keep_their_suffixes() -> None:
    named = results(["通知.txt", "通知.md"], ".docx")
    assert named == {"通知.txt": "通知.txt.docx", "通知.md": "通知.md.docx"}


def test_a_docx_has_the_first_right_to_its_own_name() -> None:
    named = results(["通知.docx", "通知.txt"], ".docx")
    assert named == {"通知.docx": "通知.docx", "通知.txt": "通知.txt.docx"}


def test_names_that_differ_only_in_case_are_one_name_on_windows() -> None:
    named = results(["Notice.txt", "notice.md"], ".docx")
    assert len({target.casefold() for target in named.values()}) == 2


def test_a_source_keeps_the_name_its_result_has_already() -> None:
    named = results(["通知.txt", "通知.md"], ".docx", {"通知.txt": "通知.docx"})
    assert named == {"通知.txt": "通知.docx", "通知.md": "通知.md.docx"}


def test_a_long_name_is_cut_where_a_file_system_would_refuse_it() -> None:
    long = "关于" * 60
    name = fitting(long, ".docx")
    assert len(name.encode()) <= 255
    assert name.startswith("关于关于")
    assert name != fitting(long + "的", ".docx"), "two long names stay two"


@pytest.mark.skipif(sys.platform == "win32", reason="names are characters there, not bytes")
def test_bytes_that_are_not_utf8_are_shown_as_gbk() -> None:
    assert shown(os.fsdecode("请示.txt".encode("gbk"))) == "请示.txt"


paths = st.lists(
    st.tuples(st.sampled_from(["", "甲/", "乙/"]), st.text("甲乙aAbB.", min_size=1, max_size=4)).map(
        lambda pair: pair[0] + pair[1].strip(".") + ".txt"
    ),
    unique=True,
)


@given(paths, st.sampled_from([".docx", ".pdf", ".txt"]))
def test_no_two_results_go_to_one_place(sources: list[str], suffix: str) -> None:
    sources = [source for source in sources if not source.endswith("/.txt") and source != ".txt"]
    named = results(sources, suffix)
    assert list(named) == sources
    assert len({target.casefold() for target in named.values()}) == len(sources)
    assert all(target.endswith(suffix) for target in named.values())
