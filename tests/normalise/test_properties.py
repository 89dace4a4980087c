"""What holds for every document: run twice is run once, objects stay, every character is accounted for."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import OBJECT, Block, Carrier, CarrierKind, Document, Emphasis, Role, Run, Source
from gwformat.normalise import PASSES, normalise
from gwformat.normalise.passes import Local, Passage
from gwformat.text.characters import is_han
from tests.normalise.documents import document

FRAGMENTS = st.sampled_from(
    [
        *"甲乙丙通知的年月日号第条一二十附件：，。、；！？（）《》“”‘’〔〕…—·○〇★",
        *" 　\t\n\u00a0\u200b,.;:!?()[]\"'-~_%+=/&#@1230９５abZ",
        "附件1：",
        "附件：",
        "1、",
        "2.",
        "(一)、",
        "一.",
        "⑴",
        "㈡",
        "2024年05月06日",
        "二○二四年五月六日",
        "某政发[2024]05号",
        "https://www.example.cn/a,b?x=(1):2",
        "zhang.san@example.cn",
        "3,000.5",
        "9:30",
        "GB/T 9704-2012",
        "……",
        "——",
        "...",
        "。。。",
        "--",
        "张　三",
        "联系人：",
        "电话：",
        "抄送:",
        "⼀",
        "Word",
        "it's",
        "\n",
    ]
)
WORDS = st.lists(FRAGMENTS, max_size=12).map("".join)
EMPHASIS = st.sampled_from([frozenset(), frozenset(), frozenset((Emphasis.UNDERLINE,))])
PICTURE = Carrier(CarrierKind.FOOTNOTE, "注 , 一")


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    found: list[Run] = []
    for atom in range(draw(st.integers(0, 4))):
        if draw(st.integers(0, 5)) == 0:
            found.append(Run(OBJECT, carrier=PICTURE, paragraph=1, atom=atom))
        elif words := draw(WORDS):
            found.append(Run(words, draw(EMPHASIS), paragraph=1, atom=atom))
    return tuple(found)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    role = draw(st.sampled_from(Role))
    return Block(role, draw(runs()), source=Source("word/document.xml", 1, 1), run_in=draw(st.integers(0, 4)) == 0)


DOCUMENTS = st.lists(blocks(), min_size=1, max_size=4).map(lambda parts: document(*parts))


def _characters(value: Document) -> Counter[str]:
    return Counter("".join(block.text for block in value.blocks))


@given(DOCUMENTS)
def test_normalising_twice_is_normalising_once(draft: Document) -> None:
    once = normalise(draft)
    assert normalise(once) == once


@given(DOCUMENTS)
def test_every_character_is_accounted_for(draft: Document) -> None:
    result = normalise(draft)
    balance = _characters(draft)
    for change in result.changes:
        balance.update(change.after)
        balance.subtract(change.before)
    assert +balance == _characters(result)
    assert not -balance


@given(DOCUMENTS)
def test_objects_stay_in_order(draft: Document) -> None:
    def objects(value: Document) -> list[Run]:
        return [run for block in value.blocks for run in block.runs if run.carrier is not None]

    assert objects(normalise(draft)) == objects(draft)


@given(DOCUMENTS)
def test_underlined_blanks_stay(draft: Document) -> None:
    def blanks(value: Document) -> int:
        return sum(
            run.text.count("　") for block in value.blocks for run in block.runs if Emphasis.UNDERLINE in run.emphasis
        )

    spacing = normalise(draft, disabled=MARKER_PASSES)
    assert blanks(spacing) == blanks(draft)


# The passes that write a marker, a number or a date in its set form, and the one that restores radicals.
MARKER_PASSES = (
    "compatibility",
    "look-alikes",
    "numbering",
    "doc-number",
    "dates",
    "printed",
    "addressee",
    "copies",
    "secrecy",
    "attachment-note-lines",
    "attachment-note",
    "attachment-label",
)


@given(DOCUMENTS)
def test_han_characters_are_only_touched_by_passes_for_markers_and_dates(draft: Document) -> None:
    def han(value: Document) -> str:
        return "".join(char for block in value.blocks for char in block.text if is_han(char))

    assert han(normalise(draft, disabled=MARKER_PASSES)) == han(draft)


@given(
    st.lists(
        st.sampled_from(
            [
                "https://www.example.cn/a,b?x=(1):2!c",
                "zhang.san@example.cn",
                "3,000.5",
                "1,234,567",
                "9:30",
                "13:30:05",
                "1:100",
                "某某表(2).xlsx",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["，和", "。见", ",", "为：", "至"]),
)
def test_addresses_numbers_and_times_survive(words: list[str], link: str) -> None:
    text = "参见" + link.join(f"“{word}”" for word in words) + "等。"
    result = normalise(document((Role.BODY, text))).blocks[0].text
    assert all(word in result for word in words)


@given(WORDS)
def test_no_pass_finds_anything_in_a_text_without_its_signs(text: str) -> None:
    for local in [step.run for step in PASSES if isinstance(step.run, Local) and step.run.signs.isdisjoint(text)]:
        if local.signs:
            edits = local.find(Passage(text, (Role.BODY,)))
            assert all(text[edit.start : edit.end] == edit.new for edit in edits)
