"""A file with comments, opened by another program: the comments stand at the words they are about."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from tests.check.specimen import docx_of
from tests.standin.office import soffice

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

pytestmark = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def covered(root: etree._Element) -> list[str]:
    """The words between the beginning and the end of each comment, in the order of the beginnings."""
    found: dict[str, list[str]] = {}
    opened: list[str] = []
    body = root.find(f"{{{OFFICE}}}body")
    assert body is not None
    for event, node in etree.iterwalk(body, events=("start", "end")):
        name = node.get(f"{{{OFFICE}}}name", "")
        if node.tag == f"{{{OFFICE}}}annotation":
            if event == "start":
                found[name] = []
            else:
                opened.append(name)
                for key in opened:
                    found[key].append(node.tail or "")
            continue
        if any(ancestor.tag == f"{{{OFFICE}}}annotation" for ancestor in node.iterancestors()):
            continue
        if node.tag == f"{{{OFFICE}}}annotation-end" and event == "start":
            opened.remove(name)
        text = (node.text if event == "start" else node.tail) or ""
        for key in opened:
            found[key].append(text)
    return ["".join(words) for words in found.values()]


def test_comments_stand_at_their_words(tmp_path: Path) -> None:
    source, target = tmp_path / "成品.docx", tmp_path / "comments.docx"
    source.write_bytes(docx_of("［发文字号］某政发[2026]5号\n各级要布署防汛工作，落实“三个责任人。"))
    result = api.check_file(source, api.CheckOptions(select=("E105", "T550")))
    api.annotate(result, target)
    profile = (tmp_path / "profile").as_uri()
    command = [soffice() or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt"]
    subprocess.run([*command, "--outdir", tmp_path, target], check=True, capture_output=True, timeout=180)
    root = etree.parse(tmp_path / "comments.fodt").getroot()
    assert covered(root) == ["[2026]", "布署"]
