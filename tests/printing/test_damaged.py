"""A PDF that was damaged on the way is judged or refused; it never makes the program fall over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.check.preflight import preflight
from gwformat.check.printable import Printable
from gwformat.errors import GwError
from gwformat.pdf import read_pdf
from tests.printing.ground import TODAY
from tests.printing.plants import plants

CRASHED = "G001"
FILES = ("合格", "300 dpi 的灰度图片", "字形是空的", "有脚本", "有图层", "有表单域", "自称 PDF/A 而没有发现不符")

places = st.floats(0, 1, exclude_max=True)
edits = st.lists(
    st.tuples(places, st.sampled_from(b"0123456789/<>[]() \nRabf"), st.integers(0, 12)), min_size=1, max_size=12
)


@settings(max_examples=40)
@given(st.sampled_from(FILES), edits)
def test_a_damaged_file_is_judged_or_refused(name: str, changes: list[tuple[float, int, int]]) -> None:
    data = bytearray(plants()[name].make())
    for place, byte, cut in changes:
        at = int(place * len(data))
        data[at] = byte
        del data[at + 1 : at + 1 + cut]
    try:
        checked = preflight(Printable(read_pdf(bytes(data)), today=TODAY))
    except GwError:
        return
    assert CRASHED not in {finding.code for finding in checked.findings}
