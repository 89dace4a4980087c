"""Proofs: lines are numbered page by page, findings stand beside their line and are listed."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from gwformat import api
from gwformat.errors import InputUnreadable
from gwformat.finished.values import Page, Words
from gwformat.pdf import read_pdf
from tests.build import make_docx, p
from tests.printing.specimens import notice

DRAFT = """某某市人民政府文件
某政发〔2026〕5号

某某市人民政府关于做好有关工作的通知

各区人民政府：
　　为做好有关工作,现将有关事项通知如下。
　　各单位要认真落实各项要求，做到要素齐全、格式规范、文字精练。其它事项另行通知，请认真执行，并及时报告情况。
　　截止2026年5月底前完成。
某某市人民政府
2026年5月6日
"""


def proof(folder: Path, text: str = DRAFT) -> tuple[api.Proofed, tuple[Page, ...]]:
    source = folder / "草稿.txt"
    source.write_text(text, encoding="utf-8")
    done = api.proof_file(source, folder / "校样.pdf", api.FormatOptions())
    return done, read_pdf(folder / "校样.pdf").pages


def numbers(page: Page) -> list[Words]:
    """The words left of the type area."""
    return [words for words in page.visible if words.right < 27 and words.text.isdecimal()]


def marks(page: Page) -> dict[str, float]:
    """What stands right of the type area, and at which height."""
    return {words.text: words.baseline for words in page.visible if words.left > 184}


def test_every_line_has_its_number(tmp_path: Path) -> None:
    _, (page, *_) = proof(tmp_path)
    lines = sorted({round(w.baseline) for w in page.visible if 27 < w.left < 184 and w.baseline < 262})
    found = numbers(page)
    assert [words.text for words in found] == [str(n) for n in range(1, len(found) + 1)]
    assert [words.baseline for words in found] == pytest.approx([float(line) for line in lines], abs=3)


def test_a_finding_is_marked_beside_its_line_and_under_its_words(tmp_path: Path) -> None:
    _, (page, *_) = proof(tmp_path)
    line = next(words for words in page.visible if "其它" in words.text)
    (mark,) = [text for text in marks(page) if "T551" in text]
    assert marks(page)[mark] == pytest.approx(line.baseline, abs=2)
    under = [s for s in page.strokes if s.level and abs(s.y0 - line.baseline) < 2.5 and s.length < 20]
    assert len(under) == 1
    assert under[0].length == pytest.approx(2 * 5.5, abs=0.5)


def test_the_list_says_what_each_mark_means(tmp_path: Path) -> None:
    done, pages = proof(tmp_path)
    said = "".join(words.text for words in pages[done.pages].visible)
    assert "校样说明" in said and "T551" in said and "其他" in said
    assert f"共 {done.remarks} 处" in said
    marked = [text for page in pages[: done.pages] for text in marks(page)]
    assert len(marked) + said.count("全文") == done.remarks  # what concerns the whole file stands nowhere


def test_what_the_layout_has_mended_says_so(tmp_path: Path) -> None:
    _, pages = proof(tmp_path)
    assert "排版时已改" in "".join(words.text for words in pages[-1].visible)


def test_what_the_layout_has_mended_is_not_marked(tmp_path: Path) -> None:
    done, pages = proof(tmp_path, DRAFT.replace("5月6日", "05月06日"))
    said = "".join(words.text for page in pages[done.pages :] for words in page.visible)
    assert "E164" in said and "T500" in said
    assert not [text for page in pages[: done.pages] for text in marks(page) if "E164" in text or "T500" in text]
    assert f"另有 {done.mended} 处排版时已改" in said


def test_how_a_draft_was_set_is_not_marked_on_pages_set_anew(tmp_path: Path) -> None:
    source = tmp_path / "草稿.docx"
    source.write_bytes(make_docx("".join(p(line.strip()) for line in DRAFT.splitlines())))
    assert {finding.code[0] for finding in api.check_file(source).findings} >= {"F", "L"}
    done = api.proof_file(source, tmp_path / "校样.pdf", api.FormatOptions())
    pages = read_pdf(tmp_path / "校样.pdf").pages
    marked = {text.split()[1] for page in pages[: done.pages] for text in marks(page)}
    assert "T551" in marked
    assert not [code for code in marked if code[0] in "FL"]


def test_marks_of_one_line_stand_below_each_other(tmp_path: Path) -> None:
    _, (page, *_) = proof(tmp_path, DRAFT.replace("其它事项", "其它,其它,其它事项"))
    heights = sorted(marks(page).values())
    assert len(heights) >= 3
    assert all(b - a >= 2.9 for a, b in itertools.pairwise(heights))


def test_the_proof_of_a_pdf_is_the_pdf_with_numbers(tmp_path: Path) -> None:
    source = tmp_path / "成品.pdf"
    source.write_bytes(notice(2))
    done = api.proof_file(source, tmp_path / "校样.pdf", api.FormatOptions())
    before, after = read_pdf(notice(2)).pages, read_pdf(tmp_path / "校样.pdf").pages
    assert done.pages == 2
    for old, new in zip(before, after, strict=False):
        said = [(w.text, round(w.left, 2), round(w.baseline, 2)) for w in new.visible]
        assert all((w.text, round(w.left, 2), round(w.baseline, 2)) in said for w in old.visible)
        assert len(numbers(new)) == len({round(w.baseline) for w in old.visible})


def test_what_cannot_be_read_has_no_proof(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(InputUnreadable):
        api.proof_file(tmp_path / "坏.pdf", tmp_path / "校样.pdf", api.FormatOptions())
    assert not (tmp_path / "校样.pdf").exists()
