"""What holds for all words: the ledger balances exactly when the output says what the document says."""

from __future__ import annotations

from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.ledger import balance
from gwformat.ledger.counting import differences, edits, excess, spelled, tally, undeclared
from tests.ledger import specimen

_WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=6)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4)


def body(texts: list[str]) -> dict[str, bytes]:
    return specimen.parts("".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts) + "<w:sectPr/>")


@settings(max_examples=60)
@given(_TEXTS, _TEXTS)
def test_it_balances_exactly_when_the_paragraphs_are_the_same(wanted: list[str], written: list[str]) -> None:
    document = specimen.document(body(wanted), stories=False)
    assert balance(document, specimen.zipped(body(written))).balanced == (wanted == written)


@given(st.text())
def test_a_message_never_spells_an_object_or_more_than_a_dozen_characters(text: str) -> None:
    assert "\ufffc" not in spelled(tally(text))
    assert len(spelled(tally(text))) <= 12 * 12 + 2


_FEW = st.text(" 　甲乙,，\ufffc", max_size=12)


@given(_FEW, _FEW, _FEW)
def test_the_quick_comparisons_say_what_counting_every_character_says(was: str, now: str, declared: str) -> None:
    lost, extra = tally(was) - tally(now), tally(now) - tally(was)
    assert edits(was, now) == differences(was, now) == (lost, extra)
    assert excess(was, now) == lost
    assert undeclared(lost, declared) == lost - tally(declared)
