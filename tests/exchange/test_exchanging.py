"""A file goes through the gate: refused with a reason and nothing written, or written with its manifest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gwformat import api
from gwformat.errors import ConfigurationInvalid, InputUnreadable, OutputNotWritable, Refused, UsageError
from gwformat.fonts import load_system
from gwformat.ooxml.leaks import View, said_fonts
from gwformat.ooxml.package import Package
from gwformat.report import exchange as report
from gwformat.writers.docx.embedding import embedded_families
from gwformat.writers.docx.mapping import map_fonts
from tests.build import NAMESPACES, make_docx, p
from tests.check.specimen import docx_of
from tests.exchange.leftovers import leftovers
from tests.exchange.planting import PLANTS, SECRET, Raw, planted
from tests.exchange.test_sanitising import BASE, STAYS, shown
from tests.standin.fonts import build_all

ALL_GO = """extends = "gate"

[rules]
X604 = "remove"
X605 = "remove"
"""
REFUSED = {"密级标志": "X600", "白色的字": "X604", "页面以外的文本框": "X605", "插入的整份文件": "X623"}


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "本单位.toml"
    path.write_text(ALL_GO, encoding="utf-8")
    return path


def source(folder: Path, name: str | None = None) -> Path:
    path = folder / "通知.docx"
    path.write_bytes(planted(BASE, name).bytes() if name else BASE)
    return path


def asked(**options: object) -> api.ExchangeOptions:
    return api.ExchangeOptions("government", **options)  # type: ignore[arg-type]


def test_headers_may_lie_in_parts_whose_telling_names_go(tmp_path: Path) -> None:
    names = ("a张三", "header1")
    references = "".join(
        f'<w:headerReference w:type="{pages}" r:id="rel-{name}"/>'
        for pages, name in zip(("default", "first"), names, strict=True)
    )
    parts = {
        f"word/{name}.xml": f"<w:hdr {NAMESPACES}>{p(words)}</w:hdr>".encode()
        for name, words in zip(names, ("第一处", "第二处"), strict=True)
    }
    body = p("某某市人民政府关于做好工作的通知") + f"<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    path = tmp_path / "通知.docx"
    path.write_bytes(make_docx(body, parts, [("rel-a张三", "header", "a张三.xml")]))
    api.exchange_file(path, tmp_path / "发出.docx", asked())
    assert not [name for name in Package.open(tmp_path / "发出.docx").parts if "张三" in name]


@pytest.mark.parametrize("name", sorted(PLANTS.keys() - STAYS))
def test_nothing_that_was_planted_leaves_the_house(name: str, tmp_path: Path, policy: Path) -> None:
    raw, secret = planted(BASE, name), PLANTS[name].secret
    path, target = source(tmp_path, name), tmp_path / "发出.docx"
    assert list(leftovers(path.read_bytes(), secret))
    api.exchange_file(path, target, asked(policy=policy, revisions="accept", comments="strip"))
    assert not list(leftovers(target.read_bytes(), secret))
    assert secret not in (tmp_path / "发出.docx.json").read_text(encoding="utf-8")
    assert shown(target.read_bytes()).replace(raw.shown, "", 1) == shown(BASE)


@pytest.mark.parametrize("name", ["作者", "隐藏文字", "Exif", "宏", "自定义XML", "没有用到的样式", "旧版才显示的文字"])
def test_exchanging_twice_is_exchanging_once(name: str, tmp_path: Path) -> None:
    once, twice = tmp_path / "一次.docx", tmp_path / "两次.docx"
    api.exchange_file(source(tmp_path, name), once, asked())
    second = api.exchange_file(once, twice, asked())
    assert not second.removed
    assert twice.read_bytes() == once.read_bytes()


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_a_refusal_writes_nothing(name: str, code: str, tmp_path: Path) -> None:
    path = source(tmp_path, name)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refused) as refused:
        api.exchange_file(path, tmp_path / "发出.docx", asked())
    assert refused.value.exit_code == 8
    assert code == "X600" or code in refused.value.message
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "place",
    ["［份号］000001\n［密级和保密期限］机密★1年", "［文种］通知\n［附件］有\n［附件标题］秘密"],
)
def test_a_classified_file_goes_only_where_no_network_is(place: str, tmp_path: Path) -> None:
    path, target = tmp_path / "通知.docx", tmp_path / "发出.docx"
    path.write_bytes(docx_of(place))
    with pytest.raises(Refused, match="密级"):
        api.exchange_file(path, target, asked())
    api.exchange_file(path, target, asked(classified_offline=True))
    assert target.is_file()


_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("设有密码.docx", _OLE2 + "EncryptedPackage".encode("utf-16-le"), InputUnreadable, "已加密"),
        ("空的.docx", b"", InputUnreadable, "空的"),
        ("旧版.doc", _OLE2 + "WordDocument".encode("utf-16-le"), InputUnreadable, "不是 docx"),
        ("草稿.txt", "某某市人民政府".encode(), InputUnreadable, "不是 docx"),
    ],
)
def test_what_cannot_be_read_is_told_from_what_is_no_docx(
    name: str, data: bytes, error: type[Exception], said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error, match=said):
        api.exchange_file(tmp_path / name, tmp_path / "发出.docx", asked())


def test_words_about_secrets_are_no_marking(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(docx_of("各级各部门要严格执行机密文件管理的规定，绝密文件由专人保管。"))
    assert api.exchange_file(path, tmp_path / "发出.docx", asked()).output.is_file()


@pytest.mark.parametrize("way", ["accept", "reject"])
def test_tracked_changes_go_as_the_user_says_and_not_otherwise(way: str, tmp_path: Path) -> None:
    path, target = source(tmp_path, "插入的文字"), tmp_path / "发出.docx"
    with pytest.raises(Refused, match="X601") as refused:
        api.exchange_file(path, target, asked())
    assert "--revisions" in refused.value.advice
    api.exchange_file(path, target, asked(revisions=way))
    assert ("后来插入的话。" in shown(target.read_bytes())) == (way == "accept")


def test_comments_go_only_when_the_user_says_so(tmp_path: Path) -> None:
    path = source(tmp_path, "批注")
    with pytest.raises(Refused, match="X602") as refused:
        api.exchange_file(path, tmp_path / "发出.docx", asked())
    assert "--comments" in refused.value.advice
    assert api.exchange_file(path, tmp_path / "发出.docx", asked(comments="strip")).output.is_file()


def test_the_manifest_says_what_went_but_not_what_it_said(tmp_path: Path) -> None:
    api.exchange_file(source(tmp_path, "作者"), tmp_path / "发出.docx", asked())
    said = json.loads((tmp_path / "发出.docx.json").read_text(encoding="utf-8"))
    assert [row["code"] for row in said["removed"]] == ["X606"]
    assert [row["label"] for row in said["elements"]][:2] == ["发文机关标志", "发文字号"]
    text = json.dumps(said, ensure_ascii=False)
    assert SECRET not in text and "某某市" not in text and "通知.docx" not in text


def test_the_same_exchange_gives_the_same_files(tmp_path: Path) -> None:
    path = source(tmp_path, "作者")
    results = []
    for name in ("甲", "乙"):
        folder = tmp_path / name
        folder.mkdir()
        api.exchange_file(path, folder / "发出.docx", asked())
        results.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert results[0] == results[1]


def test_both_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "发出.docx.json").write_text("旧清单", encoding="utf-8")
    with pytest.raises(OutputNotWritable):
        api.exchange_file(source(tmp_path), tmp_path / "发出.docx", asked())
    assert not (tmp_path / "发出.docx").exists()
    assert (tmp_path / "发出.docx.json").read_text(encoding="utf-8") == "旧清单"


def test_a_received_file_agrees_with_its_manifest(tmp_path: Path) -> None:
    target = tmp_path / "发出.docx"
    api.exchange_file(source(tmp_path), target, asked())
    assert api.verify_file(target).agrees


def test_a_file_changed_on_the_way_is_told_with_what_changed(tmp_path: Path) -> None:
    target = tmp_path / "发出.docx"
    api.exchange_file(source(tmp_path), target, asked())
    path = tmp_path / "改.docx"
    path.write_bytes(docx_of("［发文字号］某政发〔2026〕6号"))
    target.write_bytes(path.read_bytes())
    verified = api.verify_file(target)
    assert not verified.agrees
    assert "要素“发文字号”内容变了" in verified.disagreements
    assert not any("标题" in line for line in verified.disagreements)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    target = tmp_path / "发出.docx"
    api.exchange_file(source(tmp_path), target, asked())
    target.write_bytes(target.read_bytes()[:-40])
    assert any("读不出来" in line for line in api.verify_file(target).disagreements)


def test_without_a_manifest_nothing_can_be_verified(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="找不到清单"):
        api.verify_file(source(tmp_path))


@pytest.mark.parametrize(
    "change",
    [
        {"result": "sha256"},
        {"result": {"sha256": None}},
        {"elements": None},
        {"elements": ["标题"]},
        {"elements": [{"label": "标题", "fingerprint": ["x"]}]},
        {"fonts": [["仿宋"]]},
        {"fonts": "仿宋"},
    ],
    ids=str,
)
def test_a_manifest_changed_on_the_way_is_told(change: dict[str, object], tmp_path: Path) -> None:
    target = tmp_path / "发出.docx"
    done = api.exchange_file(source(tmp_path), target, asked())
    said = json.loads(done.manifest.read_text(encoding="utf-8"))
    done.manifest.write_text(json.dumps(said | change), encoding="utf-8")
    with pytest.raises(InputUnreadable, match="内容不全，或者被改动过"):
        api.verify_file(target)


def test_a_manifest_of_nothing_but_brackets_is_told(tmp_path: Path) -> None:
    target = tmp_path / "发出.docx"
    done = api.exchange_file(source(tmp_path), target, asked())
    done.manifest.write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(InputUnreadable, match="读不出来"):
        api.verify_file(target)


def test_a_text_draft_cannot_be_exchanged(tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_text("关于某事的通知", encoding="utf-8")
    with pytest.raises(InputUnreadable):
        api.exchange_file(path, tmp_path / "发出.docx", asked())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('extends = "gate"\n[rules]\nX600 = "warn"\n', "密级不能由策略放行"),
        ('extends = "gate"\n[rules]\nX999 = "warn"\n', "没有这条规则"),
        ('extends = "gate"\n[rules]\nE180 = "remove"\n', "不能自动去掉"),
        ('extends = "gate"\n[rules]\nX601 = "ask"\n', "X601"),
    ],
)
def test_a_policy_that_makes_no_sense_is_told(said: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "本单位.toml"
    path.write_text(said, encoding="utf-8")
    with pytest.raises(ConfigurationInvalid, match=why):
        api.exchange_file(source(tmp_path), tmp_path / "发出.docx", asked(policy=path))


def test_a_unit_may_refuse_what_others_remove(tmp_path: Path) -> None:
    path = tmp_path / "本单位.toml"
    path.write_text('extends = "gate"\n[rules]\nX616 = "refuse"\n', encoding="utf-8")
    with pytest.raises(Refused, match="X616"):
        api.exchange_file(source(tmp_path, "宏"), tmp_path / "发出.docx", asked(policy=path))


def test_a_file_goes_into_the_fonts_of_the_other_system_and_back(tmp_path: Path) -> None:
    path, there, back = source(tmp_path), tmp_path / "党委.docx", tmp_path / "政府.docx"
    api.exchange_file(path, there, api.ExchangeOptions("party"))
    said = json.loads((tmp_path / "党委.docx.json").read_text(encoding="utf-8"))
    assert "仿宋_GB2312" in said["fonts"] and "方正仿宋_GBK" not in said["fonts"]
    renamed = {(row["before"], row["after"]) for row in said["changed"]["fonts"]}
    assert ("方正仿宋_GBK", "仿宋_GB2312") in renamed
    api.exchange_file(there, back, api.ExchangeOptions("government"))
    said = json.loads((tmp_path / "政府.docx.json").read_text(encoding="utf-8"))
    assert "方正仿宋_GBK" in said["fonts"] and "仿宋_GB2312" not in said["fonts"]


def test_the_manifest_says_how_many_pages_there_are(tmp_path: Path) -> None:
    api.exchange_file(source(tmp_path), tmp_path / "发出.docx", asked())
    said = json.loads((tmp_path / "发出.docx.json").read_text(encoding="utf-8"))
    assert said["pages"] == 2 and "pages_unknown" not in said


def test_the_manifest_says_why_the_number_of_pages_is_not_certain(tmp_path: Path) -> None:
    path = tmp_path / "来文.docx"
    path.write_bytes(make_docx("<w:p><w:r><w:t>某某市</w:t></w:r></w:p>" * 60))
    done = api.exchange_file(path, tmp_path / "发出.docx", asked())
    said = json.loads(done.manifest.read_text(encoding="utf-8"))
    assert said["pages"] is None and "行高由字体" in said["pages_unknown"]
    assert said["pages_unknown"] in report.done(done)


def test_fonts_can_be_embedded_in_what_was_exchanged_and_it_goes_back_all_the_same(tmp_path: Path) -> None:
    there, whole, back = (tmp_path / f"{name}.docx" for name in ("党委", "嵌入", "政府"))
    api.exchange_file(source(tmp_path), there, api.ExchangeOptions("party"))
    made = api.embed_fonts(there, whole, [build_all()])
    assert "仿宋_GB2312" in {font.family for font in made.embedded}
    assert map_fonts(Package.open(whole), load_system("government")).way_back
    done = api.exchange_file(whole, back, api.ExchangeOptions("government"))
    assert done.mapped.way_back


def test_characters_are_looked_for_in_the_fonts_the_file_is_sent_in(tmp_path: Path) -> None:
    draft, party, back = (tmp_path / name for name in ("稿.txt", "党委.docx", "政府.docx"))
    draft.write_text("某某市人民政府关于陶堃某任职的通知\n各县：\n　　任命陶堃某为主任。\n", encoding="utf-8")
    api.format_file(draft, party, api.FormatOptions(system="party"))
    there = api.exchange_file(party, back, api.ExchangeOptions("government"))  # GBK has 堃, GB 2312 has not
    assert "F325" not in {finding.code for finding in there.warned}
    stays = api.exchange_file(party, tmp_path / "发出.docx", api.ExchangeOptions("party"))
    assert "F325" in {finding.code for finding in stays.warned}


def test_embedded_fonts_that_nothing_is_set_in_any_more_do_not_go_along(tmp_path: Path) -> None:
    whole, there, again, back = (tmp_path / f"{name}.docx" for name in ("嵌入", "党委", "又嵌入", "换回"))
    api.embed_fonts(source(tmp_path), whole, [build_all()])
    assert "方正仿宋_GBK" in embedded_families(Package.open(whole))
    done = api.exchange_file(whole, there, api.ExchangeOptions("party"))
    assert "方正仿宋_GBK" in done.mapped.dropped and "已经去掉：" in report.done(done)
    said = json.loads(done.manifest.read_text(encoding="utf-8"))
    assert said["changed"]["unembedded_fonts"] == list(done.mapped.dropped)
    left = Package.open(there)
    kept = set(embedded_families(left))
    assert kept <= said_fonts(View(left))
    assert sum(name.endswith(".odttf") for name in left.parts) <= len(kept)
    api.embed_fonts(there, again, [build_all()])
    api.exchange_file(again, back, api.ExchangeOptions("government"))
    left = Package.open(back)
    assert "仿宋_GB2312" not in embedded_families(left)
    assert sum(name.endswith(".odttf") for name in left.parts) <= len(embedded_families(left))


def test_the_manifest_says_which_fonts_stayed_for_characters_the_others_lack(tmp_path: Path) -> None:
    draft, path = tmp_path / "稿.txt", tmp_path / "稿.docx"
    draft.write_text("某某市人民政府关于陶堃某任职的通知\n各县：\n　　任命陶堃某为主任。\n", encoding="utf-8")
    api.format_file(draft, path)
    api.exchange_file(path, tmp_path / "发出.docx", api.ExchangeOptions("party"))
    said = json.loads((tmp_path / "发出.docx.json").read_text(encoding="utf-8"))
    assert {row["name"] for row in said["changed"]["kept_fonts"]} <= {"方正仿宋_GBK", "方正小标宋_GBK"}
    assert "堃" not in json.dumps(said, ensure_ascii=False)


@pytest.mark.parametrize("said", [{"revisions": "keep"}, {"comments": "keep"}])
def test_what_exchange_cannot_do_with_revisions_and_comments_is_not_taken_for_something_else(
    said: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        api.exchange_file(source(tmp_path), tmp_path / "发出.docx", api.ExchangeOptions("party", **said))
    assert not (tmp_path / "发出.docx").exists()


def test_handwriting_on_a_page_stays(tmp_path: Path) -> None:
    raw = Raw(BASE)
    ink = '<ink xmlns="http://www.w3.org/2003/InkML"><trace>0 0, 10 10</trace></ink>'
    raw.part("word/ink/ink1.xml", ink, "application/inkml+xml")
    raw.run(f'<w:contentPart r:id="{raw.relate("customXml", "ink/ink1.xml")}"/>')
    path = tmp_path / "通知.docx"
    path.write_bytes(raw.bytes())
    result = api.exchange_file(path, tmp_path / "发出.docx", asked())
    package = Package.open(result.output)
    assert [data.decode().partition("?>\n")[2] for data in package.parts.values() if b"InkML" in data] == [ink]
    assert b"<w:contentPart " in package.parts["word/document.xml"]
