"""Whatever is planted in a docx unseen is found, taken out, and nothing that is seen changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from gwformat.ooxml.leaks import LeakKind, Removal, View, find_leaks
from gwformat.ooxml.package import Package
from gwformat.ooxml.revisions import settle, strip_comments
from gwformat.writers.docx.sanitise import sanitise
from tests.build import make_docx
from tests.check.specimen import docx_of
from tests.exchange import plants
from tests.exchange.leftovers import leftovers
from tests.exchange.planting import DOCUMENT, PLANTS, Raw, W, planted
from tests.ooxml_validation import needs_schemas, problems

EVERYTHING = frozenset(LeakKind)
BASE = docx_of("［文种］通知")

# Visible, or not to be taken out without a change to what is seen: the user decides.
STAYS = {"密级标志", "插入的整份文件", "没有更新的域", "裁剪的图片", "嵌入的字体", "不认识的图形", "公开的链接"}
GOES = PLANTS.keys() - STAYS


def cleaned(data: bytes) -> bytes:
    package = strip_comments(settle(Package.from_bytes(data).opened, accept=True))
    return sanitise(package, EVERYTHING).package.to_bytes()


def shown(data: bytes) -> str:
    """The words a reader sees in the text, by the eyes of this test: no hidden ones, nothing deleted, no fallback."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return "".join(_shown(root))


def _shown(node: etree._Element) -> Iterator[str]:
    for child in node.iterchildren("*"):
        name = etree.QName(child).localname
        if name in ("del", "moveFrom", "Fallback") or child.find(f"{{{W}}}rPr/{{{W}}}vanish") is not None:
            continue
        if name == "t":
            yield child.text or ""
        yield from _shown(child)


@pytest.mark.parametrize("name", sorted(GOES))
def test_what_is_planted_is_found_and_goes(name: str) -> None:
    raw = planted(BASE, name)
    data, secret = raw.bytes(), PLANTS[name].secret
    assert list(leftovers(data, secret)), "the plant left nothing in the file"
    assert not list(leftovers(cleaned(data), secret))


@pytest.mark.parametrize("name", sorted(name for name, plant in PLANTS.items() if plant.kind))
def test_what_is_planted_is_told_as_what_it_is(name: str) -> None:
    leaks = find_leaks(View(Package.from_bytes(planted(BASE, name).bytes()).opened))
    assert PLANTS[name].kind in {leak.kind.value for leak in leaks}


@pytest.mark.parametrize("name", sorted(PLANTS))
def test_what_is_seen_stays(name: str) -> None:
    raw = planted(BASE, name)
    after = shown(cleaned(raw.bytes()))
    assert raw.shown in after
    assert after.replace(raw.shown, "", 1) == shown(BASE)


@pytest.mark.parametrize("name", sorted(PLANTS))
def test_cleaning_twice_is_cleaning_once(name: str) -> None:
    once = cleaned(planted(BASE, name).bytes())
    assert cleaned(once) == once


@needs_schemas
@pytest.mark.parametrize("name", sorted(GOES))
def test_what_is_left_is_valid(name: str) -> None:
    before = set(problems(planted(BASE, name).bytes()))
    assert not set(problems(cleaned(planted(BASE, name).bytes()))) - before


def test_a_document_of_this_program_has_nothing_to_hide() -> None:
    assert not find_leaks(View(Package.from_bytes(BASE)))


def test_a_field_that_is_whole_has_nothing_to_hide_whatever_other_field_stands_in_it() -> None:
    raw = Raw(BASE)
    number = _field("PAGE", "<w:r><w:t>1</w:t></w:r>")
    raw.paragraph(number + _field("PAGE", number))
    assert not find_leaks(View(Package.from_bytes(raw.bytes())))


def _field(code: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{result}{end}"


def test_all_that_go_together_go_at_once() -> None:
    apart = {
        "UTF-16部件里的隐藏文字",
        "批注者",
        "段落编号",
        "别的程序的标记",
        "内容类型表",
    }  # two would not be well-formed
    data = BASE
    together = {name for name in GOES - apart if PLANTS[name].do.__module__ == plants.__name__}
    for name in sorted(together):
        data = planted(data, name).bytes()
    result = cleaned(data)
    assert not [name for name in together if list(leftovers(result, PLANTS[name].secret))]


def test_what_cannot_go_unseen_is_said_to_stay() -> None:
    for name in STAYS:
        package = Package.from_bytes(planted(BASE, name).bytes()).opened
        result = sanitise(package, EVERYTHING)
        kinds = {leak.kind.value: leak.removal for leak in result.left}
        assert PLANTS[name].kind in kinds, name
        assert kinds[PLANTS[name].kind] in (None, Removal.SETTLED)


def test_a_header_that_a_later_section_takes_over_is_in_use() -> None:
    raw = planted(BASE, "没有用到的首页页眉")  # the reference stands in the first section, which shows no first page
    text = raw.parts["word/document.xml"].decode()
    at = text.rindex("<w:sectPr")
    first, last = text[:at], text[at:]
    section = last[: last.index("</w:sectPr>") + len("</w:sectPr>")]
    plain = "<w:sectPr><w:titlePg/></w:sectPr>"
    text = f"{first}<w:p><w:pPr>{section}</w:pPr></w:p>{plain}{last[len(section) :]}"
    raw.parts["word/document.xml"] = text.encode()
    assert not find_leaks(View(Package.from_bytes(raw.bytes())))


def test_what_word_shows_instead_of_a_choice_it_does_not_know_takes_its_place() -> None:
    raw = Raw(BASE)
    raw.replace(DOCUMENT, "<w:document ", '<w:document xmlns:o99="urn:o99" mc:Ignorable="o99" ')
    choice = '<mc:Choice Requires="o99"><w:r><w:t>别处才看的话</w:t></w:r></mc:Choice>'
    fallback = "<mc:Fallback><w:r><w:t>都看的话</w:t></w:r></mc:Fallback>"
    raw.paragraph(f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>")
    assert shown(cleaned(raw.bytes())).replace("都看的话", "", 1) == shown(BASE)


def test_kinds_that_are_not_wanted_stay() -> None:
    package = Package.from_bytes(planted(BASE, "作者").bytes())
    assert sanitise(package, {LeakKind.MACRO}).package.to_bytes() == package.to_bytes()


def test_every_kind_of_leak_has_a_rule_of_its_name() -> None:
    from gwformat.check import all_rules

    rules = {rule.name for rule in all_rules().values()}
    assert {kind.value for kind in LeakKind} <= rules


def test_every_kind_of_leak_is_planted_and_some_in_many_ways() -> None:
    assert len(PLANTS) >= 230
    assert {plant.kind for plant in PLANTS.values()} - {""} == {kind.value for kind in LeakKind}
    assert all(re.fullmatch(r"[^\s,、]+", name) for name in PLANTS)


@pytest.mark.parametrize(("chosen", "left"), [("1", "乙"), ("0", "甲"), ("2", "甲"), ("-1", "甲"), ("多", "甲")])
def test_of_what_a_list_offers_the_chosen_entry_stays_or_else_the_first(chosen: str, left: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in "甲乙")
    data = f'<w:ffData><w:enabled/><w:ddList><w:result w:val="{chosen}"/>{entries}</w:ddList></w:ffData>'
    marks = (
        f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'
        for kind, inside in (("begin", data), ("end", ""))
    )
    code = "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
    package = sanitise(Package.from_bytes(make_docx(f"<w:p>{code.join(marks)}</w:p>")), EVERYTHING).package
    offered = package.tree(package.main_part).iter(f"{{{W}}}listEntry")
    assert [entry.get(f"{{{W}}}val") for entry in offered] == [left]
