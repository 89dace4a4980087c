"""Where a finding stands in its file: just there are the words it is about, and just those a fix replaces."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat import api, readers
from tests.build import make_docx, p
from tests.recognise.test_wrapped import TEXT, by_columns, cut

_EXAMPLES = Path(__file__).parents[2] / "examples"
_DRAFTS = sorted(path for path in _EXAMPLES.iterdir() if path.suffix in {".docx", ".txt", ".md"})


def amiss(path: Path) -> list[tuple[str, str, str]]:
    """Findings at whose place other words stand than those they are about: rule, words there, words meant."""
    paragraphs = list(readers.read(path, checking=True).paragraphs())
    own = {paragraph.source.first: paragraph.text for paragraph in paragraphs}
    labels = {paragraph.source.first: paragraph.label for paragraph in paragraphs}
    found = []
    for finding in api.check_file(path).findings:
        place = finding.location
        if len(finding.places) == 1 and place.paragraph is not None and place.end:
            there = own.get(place.paragraph, "")[place.start : place.end]
            # An automatic number is read with the words; the file has it not.
            numbered = bool(there and labels.get(place.paragraph))
            if there != finding.words and not (numbered and finding.words.endswith(there)):
                found.append((finding.code, there, finding.words))
    return found


@pytest.mark.parametrize("path", _DRAFTS, ids=lambda path: path.name)
def test_findings_stand_at_their_words(path: Path) -> None:
    assert amiss(path) == []


_TYPED = "    (一)编制年度计划。各县(区)要于每年10月底前提出下一年度计划,报市局汇总."
_MENDED = "    （一）编制年度计划。各县（区）要于每年10月底前提出下一年度计划，报市局汇总。"


def draft(*texts: str) -> bytes:
    lines = ("某某局关于编制年度计划的通知", "各县（区）局：", "一、编制计划", *texts, "某某局", "2026年3月2日")
    return make_docx("".join(p(text) for text in lines))


def test_a_heading_and_its_text_typed_in_one_go_are_mended_each_in_its_place(tmp_path: Path) -> None:
    source, target = tmp_path / "草稿.docx", tmp_path / "修改.docx"
    source.write_bytes(draft(_TYPED, _TYPED.replace("一", "二", 1)))
    assert amiss(source) == []
    api.fix_file(source, target)
    said = [paragraph.text for paragraph in readers.read(target).paragraphs()]
    assert said[3:5] == [_MENDED, _MENDED.replace("一", "二", 1)]


def test_words_cut_by_the_end_of_a_typed_line_are_told_of_at_both_places_and_left(tmp_path: Path) -> None:
    source = tmp_path / "草稿.txt"
    said = [text.replace("以行政首长", "按照某政发[2026]5号以行政首长") for text in TEXT]
    lines = cut(said, by_columns, 38)
    before, after = next((one, other) for one, other in pairwise(lines) if "[" in one and "]" in other)
    source.write_text("\n".join(lines), encoding="utf-8")
    (found,) = (finding for finding in api.check_file(source).findings if finding.words == "[2026]")
    there = dict(enumerate(lines, 1))
    words = [there[place.paragraph or 0][place.start : place.end] for place in found.places]
    assert words == [before[before.index("[") :], after[: after.index("]") + 1]]
    assert found.fix is None


_PHRASES = st.sampled_from(
    ["编制计划", "报市局,", "(区)", "各县(市)要抓好落实", "。", "；", "2026年03月", '“一岗双责"', " "]
)


@given(st.lists(st.lists(_PHRASES, min_size=1, max_size=8).map("".join), min_size=1, max_size=4))
def test_whatever_is_typed_findings_stand_at_their_words(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    source = tmp_path_factory.mktemp("任意") / "草稿.docx"
    source.write_bytes(draft(*(f"(一){text}" for text in texts)))
    assert amiss(source) == []
