"""Whole files: valid, reproducible, and read back as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import readers
from gwformat.model import Document, Role, Seal
from gwformat.normalise import normalise
from gwformat.ooxml import marks
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.recognise import recognise
from tests.ooxml_validation import needs_schemas, problems
from tests.writers.setting_up import document, draft, names, p, part, supplied, tree, written

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))
DRAFTS = [path for path in EXAMPLES if path.suffix in (".docx", ".txt", ".md")]
by_name = pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)


def recognised(path: Path) -> Document:
    return normalise(recognise(readers.read(path)))


@by_name
def test_the_same_draft_gives_the_same_bytes(path):
    assert written(recognised(path)).data == written(recognised(path)).data


@by_name
@pytest.mark.parametrize("seal", list(Seal), ids=lambda seal: seal.value)
def test_writing_what_was_written_changes_nothing(path, seal, tmp_path):
    first = written(recognised(path), seal=seal)
    (tmp_path / "成品.docx").write_bytes(first.data)
    second = written(recognised(tmp_path / "成品.docx"), seal=seal)
    assert part(second, "word/document.xml") == part(first, "word/document.xml")
    assert dict(Package.from_bytes(second.data).parts) == dict(Package.from_bytes(first.data).parts)


@by_name
def test_every_relationship_leads_to_a_part_and_every_part_has_a_type(path):
    package = Package.from_bytes(written(recognised(path)).data)
    assert {name for name in package.parts if package.content_type(name) is None} <= {"[Content_Types].xml"}
    for name in ("", *package.parts):
        for relationship in package.relationships(name).values():
            assert relationship.external or relationship.target in package.parts


@needs_schemas
@by_name
def test_what_is_written_obeys_the_schemas(path):
    assert problems(written(recognised(path)).data) == []


def test_the_list_of_elements_says_what_every_paragraph_is():
    result = written(supplied(title="关于某某工作的通知", body="正文。"))
    found = marks.load(tree(result, marks.PART))
    assert [(mark.role, mark.fingerprint) for mark in found] == [
        ("title", marks.fingerprint("关于某某工作的通知")),
        ("body", marks.fingerprint("正文。")),
    ]
    assert "customXml/_rels/gwformat.xml.rels" in names(result)


def test_parts_nobody_has_to_touch_keep_their_bytes():
    path = next(path for path in DRAFTS if path.suffix == ".docx")
    document = recognised(path)
    package = document.draft.package
    assert package is not None
    result = written(document)
    for name in ("word/theme/theme1.xml", "docProps/core.xml"):
        if name in package.parts:
            assert part(result, name) == package.parts[name]


def test_a_bookmark_of_the_user_with_one_of_our_names_survives_two_runs(tmp_path):
    own = '<w:p><w:bookmarkStart w:id="4" w:name="标题"/><w:r><w:t>正文。</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>'
    source = draft(p("关于某某工作的通知") + own)
    first = written(document(source, Role.TITLE, Role.BODY))
    (tmp_path / "成品.docx").write_bytes(first.data)
    for result in (first, written(recognised(tmp_path / "成品.docx"))):
        found = {start.get(w("name")) for start in tree(result).iter(w("bookmarkStart"))}
        assert found == {"标题", "标题_gw", "正文"}
