"""What concerns the whole file is read: metadata, notes, actions, tags, signatures, and what is not there."""

from __future__ import annotations

from gwformat.ofd.package import is_ofd
from tests.ofd.building import (
    DOCUMENT,
    ENTRY,
    PUBLIC,
    TAG,
    TAGS,
    XMLNS,
    Parts,
    behind,
    changed,
    font,
    ofd,
    page,
    page_part,
    text_object,
    xml,
    zipped,
)
from tests.ofd.reading import read


def test_metadata_are_read_by_their_names() -> None:
    custom = '<ofd:CustomDatas><ofd:CustomData Name="文种">通知</ofd:CustomData></ofd:CustomDatas>'
    file = read(ofd([page()], info=f"<ofd:Title>通知</ofd:Title>{custom}"))
    assert (file.about["Title"], file.custom) == ("通知", {"文种": "通知"})


def test_annotations_belong_to_their_page() -> None:
    more = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
    made = ofd([page(), page(number=2)], more=more) | {
        "Doc_0/Annots/Annotations.xml": xml(
            f'<ofd:Annotations {XMLNS}><ofd:Page PageID="2000"><ofd:FileLoc>1.xml</ofd:FileLoc></ofd:Page>'
            "</ofd:Annotations>"
        ),
        "Doc_0/Annots/1.xml": xml(
            f'<ofd:PageAnnot {XMLNS}><ofd:Annot ID="77" Type="Stamp" Creator="某人" Print="false">'
            "<ofd:Remark>已阅</ofd:Remark></ofd:Annot></ofd:PageAnnot>"
        ),
    }
    first, second = read(made).pages
    assert not first.annotations
    assert [(note.kind, note.printed, note.words) for note in second.annotations] == [("Stamp", False, "已阅")]


def test_attachments_are_named() -> None:
    made = ofd([page()], more="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>") | {
        "Doc_0/Attachs/Attachments.xml": xml(
            f'<ofd:Attachments {XMLNS}><ofd:Attachment ID="a" Name="附表"><ofd:FileLoc>a.xlsx</ofd:FileLoc>'
            "</ofd:Attachment></ofd:Attachments>"
        ),
        "Doc_0/Attachs/a.xlsx": b"PK",
    }
    assert read(made).attachments == ("附表",)
    assert not read(made).stray


def test_what_happens_by_itself_and_what_a_click_opens_are_kept_apart() -> None:
    opening = '<ofd:Action Event="DO"><ofd:URI URI="https://example.gov.cn"/></ofd:Action>'
    click = '<ofd:Action Event="CLICK"><ofd:URI URI="https://example.gov.cn/b"/></ofd:Action>'
    jump = '<ofd:Action Event="DO"><ofd:Goto><ofd:Dest Type="Fit" PageID="1000"/></ofd:Goto></ofd:Action>'
    file = read(ofd([page()], more=f"<ofd:Actions>{opening}{click}{jump}</ofd:Actions>"))
    assert file.actions == ("打开网址",)
    assert file.links == ("https://example.gov.cn/b",)


def test_permissions_are_read() -> None:
    said = '<ofd:Print Printable="false" Copies="3"/><ofd:ValidPeriod EndDate="2026-01-01"/>'
    found = read(ofd([page()], more=f"<ofd:Permissions>{said}</ofd:Permissions>")).limits
    assert (found.may_print, found.copies, found.end) == (False, 3, "2026-01-01")


def tagged(tree: str) -> Parts:
    made = ofd(
        [page(text_object(10, "某政发〔2026〕5号"))], more="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>"
    )
    index = f'<ofd:CustomTags {XMLNS}><ofd:CustomTag TypeID=""><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag>'
    return made | {TAGS: xml(index + "</ofd:CustomTags>"), TAG: xml(tree)}


def test_tags_show_the_words_they_refer_to() -> None:
    tree = f'<公文体 {XMLNS}><发文字号><ofd:ObjectRef PageRef="1000">10</ofd:ObjectRef></发文字号></公文体>'
    file = read(tagged(tree))
    assert file.tags is not None
    (root,) = file.tags
    assert [(tag.name, tag.shown) for tag in root.all()] == [
        ("公文体", "某政发〔2026〕5号"),
        ("发文字号", "某政发〔2026〕5号"),
    ]
    assert not file.faults  # the vocabulary of tags has namespaces of its own


def test_tags_that_refer_to_nothing_say_so() -> None:
    refs = '<ofd:ObjectRef PageRef="7">10</ofd:ObjectRef><ofd:ObjectRef PageRef="1000">99</ofd:ObjectRef>'
    file = read(tagged(f"<公文体 {XMLNS}><标题>{refs}</标题></公文体>"))
    assert file.tags is not None
    first, second = file.tags[0].children[0].refs
    assert (first.page, first.text) == (None, None)
    assert (second.page, second.text) == (1, None)


def test_signatures_are_listed_with_what_they_protect() -> None:
    made = behind(
        ofd([page()]), ENTRY, "</ofd:DocBody>", "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    )
    made["Doc_0/Signs/Signatures.xml"] = xml(
        f'<ofd:Signatures {XMLNS}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>'
    )
    made["Doc_0/Signs/Sign_0/Signature.xml"] = xml(
        f'<ofd:Signature {XMLNS}><ofd:SignedInfo><ofd:Provider ProviderName="某某签章"/>'
        '<ofd:References CheckMethod="1.2.156.10197.1.401"><ofd:Reference FileRef="/OFD.xml"/>'
        '<ofd:Reference FileRef="/Doc_0/gone.xml"/></ofd:References>'
        '<ofd:StampAnnot ID="2" PageRef="1000" Boundary="120 230 42 42"/></ofd:SignedInfo>'
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>"
    )
    made["Doc_0/Signs/Sign_0/SignedValue.dat"] = b"\x30\x00"
    (found,) = read(made).signatures
    assert found.said == "电子印章 1，某某签章"
    assert (found.protected, found.absent) == (("OFD.xml",), ("/Doc_0/gone.xml",))
    assert read(made).unprotected == (DOCUMENT, PUBLIC, page_part(1))
    assert [(stamp.page, stamp.box.left, stamp.box.bottom) for stamp in found.stamps] == [(1, 120, 272)]
    assert found.whole


def test_places_that_lead_nowhere_are_named_with_what_should_be_there() -> None:
    made = changed(ofd([page()]), DOCUMENT, lambda text: text.replace(">PublicRes.xml<", ">Public.xml<"))
    (lost,) = read(made).lost
    assert (lost.part, lost.target, lost.what) == (DOCUMENT, "Public.xml", "资源")


def test_a_name_in_other_capitals_is_found_and_noted() -> None:
    made = changed(ofd([page(text_object(10, "甲"))]), DOCUMENT, lambda text: text.replace("Page_0", "page_0"))
    file = read(made)
    assert file.pages[0].words and not file.pages[0].unread
    assert [one.near for one in file.lost] == ["Doc_0/Pages/Page_0/Content.xml"]


def test_a_number_that_two_things_have_is_named() -> None:
    assert read(ofd([page(text_object(10, "甲"), text_object(10, "乙"))])).repeated == ("10",)


def test_an_address_outside_of_the_package_is_not_fetched_but_named() -> None:
    made = ofd([page()], fonts=[font(3, "宋体", "https://example.gov.cn/song.ttf")])
    file = read(made)
    assert file.outside == ("https://example.gov.cn/song.ttf",)
    assert not file.faces[0].embedded


def test_a_part_that_nothing_refers_to_is_stray() -> None:
    assert read(ofd([page()]) | {"Doc_0/草稿.txt": b"x"}).stray == ("Doc_0/草稿.txt",)


def test_the_older_namespace_is_read_and_named() -> None:
    made = {
        name: data.replace(b"ofdspec.org/2016", b"ofdspec.org")
        for name, data in ofd([page(text_object(10, "甲"))]).items()
    }
    file = read(made)
    assert file.pages[0].words
    assert len(file.faults) == 1 and "http://www.ofdspec.org" in file.faults[0]


def test_a_package_encrypted_as_gm_t_0099_says_is_locked() -> None:
    made = ofd([page()])
    del made[DOCUMENT]
    file = read(made | {"Encryptions.xml": xml(f"<ofd:Encryptions {XMLNS}/>")})
    assert file.locked and file.encryption and not file.pages


def test_only_a_package_with_an_entry_is_taken_for_an_ofd() -> None:
    assert is_ofd(zipped(ofd([page()])))
    assert not is_ofd(zipped({"word/document.xml": b"OFD.xml"}))
    assert not is_ofd(b"%PDF-1.7 OFD.xml")
