"""The same draft spelled otherwise gives the same: elements, pages and findings."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.same import SPELLINGS, TELLING
from benchmarks.spelling_outcome import ASPECTS, Outcome, outcome_of
from benchmarks.spelling_text import TEXTS, words_of
from gwformat.api import FormatOptions, format_file
from tests.spelled.word import as_word_writes

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = EXAMPLES / "通知.docx"  # with a text box, lists typed and automatic, tables, tabs and an imprint


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spelled")


@pytest.fixture(scope="module")
def files(work: Path) -> dict[str, tuple[bytes, Outcome]]:
    """A draft of rough XML, one as Word writes it, and what was made of another, with their outcomes."""
    made = work / "成品.docx"  # with a page end of ours before its sign-off
    format_file(DRAFT, made, FormatOptions())
    sources = {"草稿": DRAFT.read_bytes(), "Word": as_word_writes(), "成品": made.read_bytes()}
    return {name: (data, outcome(data, work)) for name, data in sources.items()}


def outcome(data: bytes, work: Path) -> Outcome:
    source = work / "文件.docx"
    source.write_bytes(data)
    return outcome_of(source, work / "排好.docx")


def assert_same(first: Outcome, data: bytes, kind: str, work: Path) -> None:
    telling = TELLING.get(kind, frozenset())
    expected, found = first.without(telling), outcome(data, work).without(telling)
    for aspect in ASPECTS:
        assert found.aspect(aspect) == expected.aspect(aspect)


@pytest.mark.parametrize("kind", SPELLINGS)
@pytest.mark.parametrize("name", ["草稿", "Word", "成品"])
def test_a_file_spelled_otherwise_gives_the_same(
    name: str, kind: str, files: dict[str, tuple[bytes, Outcome]], work: Path
) -> None:
    data, first = files[name]
    other = SPELLINGS[kind](data, random.Random(kind))
    if other is None:
        pytest.skip("cannot be spelled so: Strict has no VML")
    assert_same(first, other, kind, work)


@settings(max_examples=6, deadline=None)
@given(st.integers(), st.sampled_from(["断开", "多叶", "空段落片", "控件标签", "超链接", "修订插入", "属性次序"]))
def test_wherever_words_are_cut_or_wrapped_they_give_the_same(
    files: dict[str, tuple[bytes, Outcome]], work: Path, seed: int, kind: str
) -> None:
    data, first = files["草稿"]
    other = SPELLINGS[kind](data, random.Random(seed))
    assert other is not None
    assert_same(first, other, kind, work)


@pytest.mark.parametrize("kind", sorted(SPELLINGS.keys() - {"重写"}))
def test_each_spelling_says_at_least_one_of_the_files_otherwise(
    kind: str, files: dict[str, tuple[bytes, Outcome]]
) -> None:
    def otherwise(data: bytes) -> bool:
        again = SPELLINGS["重写"](data, random.Random(0))
        return SPELLINGS[kind](data, random.Random(1)) not in (None, data, again)

    assert any(otherwise(data) for data, _ in files.values())


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("name", ["函.txt", "意见.md"])
def test_a_text_in_another_encoding_or_with_other_line_ends_gives_the_same(
    name: str, kind: str, tmp_path: Path
) -> None:
    source = tmp_path / name
    source.write_bytes((EXAMPLES / name).read_bytes())
    first = outcome_of(source, tmp_path / "排好.docx")
    other = TEXTS[kind](words_of(source.read_bytes()))
    assert other is not None
    source.write_bytes(other)
    assert outcome_of(source, tmp_path / "排好.docx") == first
