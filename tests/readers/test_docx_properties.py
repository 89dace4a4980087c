import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.model import OBJECT
from gwformat.readers import read
from tests.build import make_docx, p
from tests.readers.test_docx import TEXT_BOX

WORDS = st.text(alphabet="公文标题正文甲乙丙abc123，。", min_size=1, max_size=6)
PARAGRAPHS = WORDS.map(p)


def wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    bodies = st.lists(children, min_size=1, max_size=3).map("".join)
    return st.one_of(
        bodies.map(lambda body: f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"),
        bodies.map(lambda body: f"<w:tbl><w:tr><w:tc>{body}{p()}</w:tc><w:tc>{p('右')}</w:tc></w:tr></w:tbl>"),
        bodies.map(lambda body: TEXT_BOX.format(text=body)),
        WORDS.map(lambda text: f"<w:p><w:ins><w:hyperlink><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:ins></w:p>"),
    )


BODIES = st.lists(st.recursive(PARAGRAPHS, wrapped, max_leaves=12), max_size=5).map("".join)


def visible(body: str) -> str:
    """The words of the built XML by a plain cut of its tags, fallbacks aside."""
    without, depth = "", 0
    for piece in body.split("<")[1:]:
        tag, _, text = piece.partition(">")
        depth += tag.startswith("mc:Fallback") - tag.startswith("/mc:Fallback")
        without += "" if depth else text
    return without


@settings(max_examples=60)
@given(BODIES)
def test_every_word_is_read_once_in_order_and_paragraphs_are_numbered_without_a_gap(body):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "草稿.docx"
        path.write_bytes(make_docx(body))
        paragraphs = list(read(path).paragraphs())
    assert "".join(paragraph.text for paragraph in paragraphs).replace(OBJECT, "") == visible(body)
    assert [paragraph.source.first for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1))
