"""Of alternatives what counts is the one that Word shows: the first that requires only what it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.ledger.evidence import gather
from gwformat.ledger.parts import Parts
from gwformat.model import CarrierKind, Draft
from gwformat.ooxml.inline import paragraphs, twins
from gwformat.ooxml.package import Package
from gwformat.readers.docx import read_package
from tests.build import make_docx, p, parts_of

_STRANGE = 'xmlns:strange="http://example.org/strange" Requires="strange"'
_KNOWN = 'Requires="wps"'
_WORDS = (
    "某某市人民政府关于做好某项工作的通知",
    "各县人民政府：",
    "现将有关事项通知如下。",
    "特此通知。",
    "某某市人民政府",
    "2024年5月6日",
)


def box(words: str) -> str:
    return (
        '<w:pict><v:rect style="position:absolute;width:60pt;height:20pt"><v:textbox><w:txbxContent>'
        f"{p(words)}</w:txbxContent></v:textbox></v:rect></w:pict>"
    )


def alternatives(*choices: tuple[str, str], fallback: str | None = None) -> str:
    """Alternatives of what each choice requires and holds."""
    said = "".join(f"<mc:Choice {requires}>{content}</mc:Choice>" for requires, content in choices)
    rest = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent>{said}{rest}</mc:AlternateContent>"


def notice(*inside: str) -> str:
    """A notice with a run of such content in its third paragraph."""
    runs = "".join(f"<w:r>{one}</w:r>" for one in inside)
    body = [p(words) for words in _WORDS]
    body[2] = body[2].replace("</w:p>", f"{runs}</w:p>")
    return "".join(body)


def read(body: str) -> Draft:
    return read_package(Path("草稿.docx"), Package.from_bytes(make_docx(body)))


def said(draft: Draft) -> str:
    return "".join(paragraph.text for paragraph in draft.paragraphs())


def said_to_the_ledger(draft: Draft) -> str:
    assert draft.package is not None
    return "".join(words.text for words in gather(Parts(draft.package.parts)).paragraphs)


_TAKEN = {
    "认得的选择": alternatives((_KNOWN, box("要看的话")), fallback=box("别的话")),
    "不认得的选择": alternatives((_STRANGE, box("别的话")), fallback=box("要看的话")),
    "第二个选择": alternatives((_STRANGE, box("别的话")), (_KNOWN, box("要看的话")), fallback=box("旧的话")),
    "两个都认得": alternatives((_KNOWN, box("要看的话")), ('Requires="wpg"', box("别的话"))),
    "没有声明的前缀": alternatives(('Requires="nobody"', box("别的话")), fallback=box("要看的话")),
}


@pytest.mark.parametrize("way", _TAKEN)
def test_the_reader_and_the_ledger_read_what_word_shows(way: str) -> None:
    draft = read(notice(_TAKEN[way]))
    for words in (said(draft), said_to_the_ledger(draft)):
        assert "要看的话" in words
        assert "别的话" not in words
        assert "旧的话" not in words
    assert (CarrierKind.TEXT_BOX, 1) in draft.carriers


@pytest.mark.parametrize("way", _TAKEN)
def test_blocks_are_chosen_alike(way: str) -> None:
    blocks = _TAKEN[way]
    for words in ("要看的话", "别的话", "旧的话"):
        blocks = blocks.replace(box(words), p(words))
    draft = read(p("甲") + blocks + p("乙"))
    assert said(draft) == said_to_the_ledger(draft) == "甲要看的话乙"


@pytest.mark.parametrize("way", _TAKEN)
def test_they_are_set_and_sent_as_they_are_read(way: str, tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(notice(_TAKEN[way])))
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    sent = api.exchange_file(path, tmp_path / "发出.docx", api.ExchangeOptions("government")).output.read_bytes()
    assert "要看的话" in said(read_package(path, Package.from_bytes(sent)))
    assert "别的话".encode() not in parts_of(sent)["word/document.xml"]


_NOTE = alternatives((_STRANGE, '<strange:mark xmlns:strange="http://example.org/strange" name="甲"/>'))


def test_the_notes_of_another_program_are_nothing_that_is_seen_and_stay() -> None:
    draft = read(notice(_NOTE))
    assert not any(run.carrier for paragraph in draft.paragraphs() for run in paragraph.runs)
    assert said(draft) == said_to_the_ledger(draft) == "".join(_WORDS)


def test_they_are_in_the_result_as_often_as_in_the_draft(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(notice(_NOTE) + p("附件：1.甲")))
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    assert parts_of(made.output.read_bytes())["word/document.xml"].count(b"strange:mark") == 1


def test_a_note_that_is_lost_is_found_out() -> None:
    draft = make_docx(notice(_NOTE))
    gone = gather(Parts(parts_of(make_docx(notice()))))
    (noted,) = (thing for thing in gather(Parts(parts_of(draft))).things)
    assert noted.kind == "其他内容"
    assert noted not in gone.things


def test_every_branch_that_says_the_same_is_amended_with_it() -> None:
    body = notice(alternatives((_STRANGE, box("同样的话")), fallback=box("同样的话")))
    root = Package.from_bytes(make_docx(body)).tree("word/document.xml")
    (inside,) = (each for each in paragraphs(root) if "".join(each.itertext()) == "同样的话")
    assert ["".join(other.itertext()) for other in twins(inside)] == ["同样的话"]


@pytest.mark.parametrize("way", _TAKEN)
def test_whole_paragraphs_in_them_are_set_as_they_are_read(way: str, tmp_path: Path) -> None:
    blocks = _TAKEN[way]
    for words in ("要看的话", "别的话", "旧的话"):
        blocks = blocks.replace(box(words), p(words) + p("共同的话"))
    body = [p(words) for words in _WORDS]
    path = tmp_path / "草稿.docx"
    path.write_bytes(
        make_docx("".join((*body[:3], f"<w:sdt><w:sdtContent>{blocks}</w:sdtContent></w:sdt>", *body[3:])))
    )
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    document = parts_of(made.output.read_bytes())["word/document.xml"].decode()
    assert "AlternateContent" not in document
    assert (document.count("要看的话"), document.count("共同的话"), document.count("别的话")) == (1, 1, 0)
    told = "".join(notice for notice in made.notices if "Word 不显示" in notice)
    assert all(f"“{words}”" in told for words in ("别的话", "旧的话") if words in blocks)


def test_alternatives_in_alternatives_around_paragraphs_are_taken_out_one_after_the_other(tmp_path: Path) -> None:
    inner = alternatives((_KNOWN, p("里面的话")), fallback=p("里面的话"))
    path = tmp_path / "草稿.docx"
    path.write_bytes(
        make_docx(notice() + alternatives((_KNOWN, p("外面的话") + inner), fallback=p("外面的话") + inner))
    )
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    assert not [notice for notice in made.notices if "Word 不显示" in notice]


def test_alternatives_that_word_does_not_show_stay_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(notice() + alternatives((_STRANGE, p("别的话")))))
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    assert "别的话".encode() in parts_of(made.output.read_bytes())["word/document.xml"]
