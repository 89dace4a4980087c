"""A dot at the end of a Chinese clause is a full stop; after a number of an outline it is not."""

from __future__ import annotations

import pytest

from gwformat.text.punctuation import full_stops


@pytest.mark.parametrize(
    "text",
    [
        "各项工作已经完成.",
        "（某区政〔2026〕8号）收悉.现批复如下",
        "自2026年6月1日0时至8月31日24时.",
        "依照《某某办法》.",
        "执行某某标准（ISO）.",
    ],
)
def test_a_dot_that_ends_a_clause_is_a_full_stop(text: str) -> None:
    (edit,) = full_stops(text)
    assert (text[edit.start : edit.end], edit.new) == (".", "。")


@pytest.mark.parametrize("text", ["一.总体要求", "附件一.某某表", "甲.某某", "1.某某", "共3.5万元", "见图.某某"])
def test_a_dot_after_a_number_or_a_short_word_stays(text: str) -> None:
    assert full_stops(text) == []
