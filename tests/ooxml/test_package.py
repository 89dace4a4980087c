import random
import struct
import tracemalloc
from itertools import pairwise

import pytest

from gwformat.errors import InputUnreadable
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import resolve
from tests.build import NAMESPACES, make_docx, p, parts_of, zip_parts

TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def test_parts_keep_their_order_and_the_main_part_is_found_by_its_relationship():
    parts = parts_of(make_docx(p("某某市人民政府")))
    parts["text/main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"text/main.xml")
    package = Package.from_bytes(zip_parts(parts))
    assert package.main_part == "text/main.xml"
    assert list(package.parts) == list(parts)


def test_the_same_parts_give_the_same_bytes_with_content_types_first():
    package = Package.from_bytes(make_docx(p("正文")))
    moved = package.replaced({"[Content_Types].xml": None}).replaced(
        {"[Content_Types].xml": package.parts["[Content_Types].xml"]}
    )
    assert package.to_bytes() == Package.from_bytes(package.to_bytes()).to_bytes()
    assert next(iter(parts_of(moved.to_bytes()))) == "[Content_Types].xml"


def test_a_replaced_part_is_new_and_the_trees_of_the_others_are_shared():
    package = Package.from_bytes(make_docx(p("旧"), {"word/styles.xml": ""}))
    styles = package.tree("word/styles.xml")
    changed = package.replaced({"word/document.xml": package.parts["word/document.xml"].replace("旧".encode(), b"x")})
    assert changed.tree("word/styles.xml") is styles
    assert changed.tree("word/document.xml") is not package.tree("word/document.xml")
    assert "旧".encode() in package.parts["word/document.xml"]


@pytest.mark.parametrize(
    ("source", "target", "part"),
    [
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "/customXml/item1.xml", "customXml/item1.xml"),
        ("word/document.xml", "../../../etc/passwd", "etc/passwd"),
        ("", "word/document.xml", "word/document.xml"),
        ("word/document.xml", "media/%E5%9B%BE.png", "word/media/图.png"),
    ],
)
def test_targets_are_resolved_inside_the_package(source, target, part):
    assert resolve(source, target) == part


def test_part_names_are_found_whatever_their_case():
    docx = make_docx(p("正文"), {"word/Styles.xml": b"<x/>"}, rels=[("rId9", "styles", "styles.xml")])
    assert Package.from_bytes(docx).related("word/document.xml", "styles") == "word/Styles.xml"


def test_an_external_target_stays_a_url():
    link = ("rId9", "hyperlink", "https://example.gov.cn/")
    relationship = Package.from_bytes(make_docx(p(), rels=[link])).relationships("word/document.xml")["rId9"]
    assert relationship.external
    assert relationship.target == "https://example.gov.cn/"


def test_a_broken_part_that_holds_no_text_is_kept_as_it_is():
    package = Package.from_bytes(make_docx(p("正文"), {"docProps/app.xml": b"<broken"}))
    assert package.optional_tree("docProps/app.xml") is None
    assert parts_of(package.to_bytes())["docProps/app.xml"] == b"<broken"


def test_however_far_what_belongs_to_macros_leads_all_of_it_is_left_out():
    chain = ["vbaProject.bin", *(f"data{number}.bin" for number in range(1500)), "nothing.bin"]
    macros = {f"word/{name}": b"x" for name in chain[:-1]}
    for source, target in pairwise(chain):
        arrow = (
            f'<Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/a" Target="{target}"/>'
        )
        spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
        macros[f"word/_rels/{source}.rels"] = f'<Relationships xmlns="{spaces}">{arrow}</Relationships>'.encode()
    package = Package.from_bytes(make_docx(p("正文"), macros, [("rIdV", "vbaProject", "vbaProject.bin")]))
    assert not [name for name in package.parts if name.endswith(".bin") or ".bin." in name]


def test_macros_are_left_out_and_a_template_becomes_a_document():
    macros = {"word/vbaProject.bin": b"x", "word/vbaData.xml": b"<x/>"}
    docx = make_docx(p("正文"), macros, [("rIdV", "vbaProject", "vbaProject.bin")], content_type=TEMPLATE)
    parts = parts_of(docx)
    parts["word/_rels/vbaProject.bin.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/wordVbaData"'
        b' Target="vbaData.xml"/></Relationships>'
    )
    package = Package.from_bytes(zip_parts(parts))
    assert not [name for name in package.parts if "vba" in name]
    assert package.content_type("word/document.xml") == DOCUMENT
    assert "rIdV" not in package.relationships("word/document.xml")
    assert any("宏" in notice for notice in package.notices)


def test_keys_and_toolbars_of_the_document_stay_behind_and_this_is_said() -> None:
    keys = {"word/customizations.xml": b"<x/>"}
    package = Package.from_bytes(make_docx(p("正文"), keys, [("rIdK", "keyMapCustomizations", "customizations.xml")]))
    assert "word/customizations.xml" not in package.parts
    (notice,) = package.notices
    assert "快捷键" in notice


def test_macros_are_left_out_whatever_their_relationship_and_the_text_are_called():
    docx = make_docx(p("正文"), {"word/vbaProject.bin": b"x"}, [("it's", "vbaProject", "vbaProject.bin")])
    parts = {
        name.replace("document.xml", "it's.xml"): data.replace(b"document.xml", b"it's.xml")
        for name, data in parts_of(docx).items()
    }
    package = Package.from_bytes(zip_parts(parts))
    assert package.main_part == "word/it's.xml"
    assert package.content_type("word/it's.xml") == DOCUMENT
    assert not package.relationships("word/it's.xml")


def strict_docx(body: str) -> bytes:
    names = {
        "schemas.openxmlformats.org/wordprocessingml/2006/main": "purl.oclc.org/ooxml/wordprocessingml/main",
        "schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    parts = parts_of(make_docx(body))
    for old, new in names.items():
        parts = {name: data.replace(old.encode(), new.encode()) for name, data in parts.items()}
    return zip_parts(parts)


def test_strict_files_become_transitional_without_a_word_changed():
    words = '依照"http://purl.oclc.org/ooxml/wordprocessingml/main"'
    body = p(words, '<w:ind w:start="24pt" w:firstLine="1cm"/><w:jc w:val="start"/>', '<w:sz w:val="16pt"/>')
    package = Package.from_bytes(strict_docx(body))
    document = package.parts["word/document.xml"].decode()
    assert '<w:ind w:firstLine="567" w:left="480"/>' in document
    assert '<w:jc w:val="left"/>' in document
    assert '<w:sz w:val="32"/>' in document
    assert words in document
    assert any("Strict" in notice for notice in package.notices)


def test_sides_and_directions_of_strict_files_are_those_transitional_names():
    cell = (
        '<w:tcPr><w:tcBorders><w:start w:val="single"/><w:end w:val="nil"/></w:tcBorders><w:textDirection w:val="rl"/>'
    )
    table = f"<w:tbl><w:tr><w:tc>{cell}</w:tcPr>{p('格')}</w:tc></w:tr></w:tbl>"
    document = Package.from_bytes(strict_docx(table)).parts["word/document.xml"].decode()
    assert '<w:tcBorders><w:left w:val="single"/><w:right w:val="nil"/></w:tcBorders>' in document
    assert '<w:textDirection w:val="tbRl"/>' in document


def refused(data: bytes) -> str:
    with pytest.raises(InputUnreadable) as caught:
        Package.from_bytes(data)
    assert caught.value.advice
    return caught.value.message


def with_part(name: str, data: bytes) -> bytes:
    return zip_parts({**parts_of(make_docx(p("正文"))), name: data})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "空"),
        (b"hello", "不是 Word 文档"),
        (make_docx(p("正文"))[:-40], "不完整"),
        (b"{\\rtf1 x}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加密"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧版"),
        (zip_parts({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (zip_parts({"a.txt": b"x"}), "[Content_Types].xml"),
    ],
)
def test_what_is_no_docx_is_named(data, message):
    assert message in refused(data)


@pytest.mark.parametrize("name", ["../evil.xml", "/word/evil.xml", "word\\evil.xml", "C:/evil.xml", "word/../../x"])
def test_paths_out_of_the_package_are_refused(name):
    assert "越界" in refused(with_part(name, b"x"))


def test_two_parts_of_one_name_are_refused():
    pairs = [*parts_of(make_docx(p("甲"))).items(), ("word/document.xml", b"<x/>")]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zip_parts(pairs)
    assert "同名" in refused(data)


def document(xml: str) -> bytes:
    return with_part("word/document.xml", xml.encode())


def test_entities_are_refused_before_they_expand():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + f"<w:document {NAMESPACES}>&b;</w:document>"
    assert "DTD" in refused(document(bomb))
    assert "DTD" in refused(with_part("word/document.xml", bomb.encode("utf-16")))


def test_deep_nesting_is_refused():
    nested = "<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200
    assert "256" in refused(make_docx(nested))


def test_a_malformed_main_part_is_refused_with_the_line():
    assert "第 2 行" in refused(document(f"<w:document {NAMESPACES}>\n<w:body></w:document>"))


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_essential_part_is_refused(name):
    parts = parts_of(make_docx(p("正文")))
    del parts[name]
    refused(zip_parts(parts))


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"])
def test_broken_relationships_or_content_types_are_refused(name):
    assert name in refused(with_part(name, b"<Types"))


def test_bombs_are_refused_by_ratio_size_and_number_within_little_memory():
    bombs = [
        with_part("word/media/a.bmp", bytes(5 << 20)),
        zip_parts({f"{index}": b"" for index in range(5000)}),
        with_part("word/document.xml", b"<a>" + b"<b/>" * 3_100_000 + b"</a>"),
    ]
    tracemalloc.start()
    messages = [refused(bomb) for bomb in bombs]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "压缩比" in messages[0]
    assert "个" in messages[1]
    assert peak < 100 << 20


def test_a_false_size_in_the_directory_does_not_inflate_more_than_was_checked():
    data = bytearray(with_part("word/media/a.bmp", bytes(1 << 20)))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 100)
    assert "校验" in refused(bytes(data))


def test_a_damaged_byte_never_raises_anything_but_input_unreadable():
    docx = make_docx(p("某某市人民政府关于印发办法的通知"), {"word/styles.xml": ""})
    chance = random.Random(9704)
    for _ in range(300):
        data = bytearray(docx)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            Package.from_bytes(bytes(data))
        except InputUnreadable as error:
            assert error.message
