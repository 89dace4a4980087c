"""联合行文: drafts of two to nine organs become files that are read back alike, change no more, and check clean."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Document, Kind, Role, Seal
from tests.organs import organs

SENTENCE = "各单位要认真落实公文处理工作的各项要求，做到要素齐全、格式规范、文字精练，不断提高公文质量和工作效率。"


def draft(folder: Path, *lines: str) -> Path:
    path = folder / "草稿.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def whole(folder: Path, mark: list[str], signed: list[str], *, signers: int = 0) -> Path:
    """A draft with this mark and sign-off; a report has as many signers."""
    up = signers > 0
    people = "　".join("张王李赵钱孙周吴郑"[number] + "某某" for number in range(signers))
    return draft(
        folder,
        *mark,
        "某教发〔2026〕5号",
        *([f"签发人：{people}"] if up else []),
        f"关于加强公文处理工作的{'请示' if up else '通知'}",
        "某某市人民政府：" if up else "各县（区）有关部门：",
        *[f"　　{SENTENCE * 2}"] * 3,
        *(["　　妥否，请批示。"] if up else []),
        *signed,
        "2026年5月16日",
        "（联系人：张某某，电话：12345678）" if up else "（此件公开发布）",
        "抄送：某某市委办公室。",
        "某某市教育局办公室　　2026年5月18日印发",
    )


def elements(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in document.blocks if block.text]


def body_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml")


@pytest.mark.parametrize("seal", Seal)
@pytest.mark.parametrize("up", [False, True])
@pytest.mark.parametrize("count", range(2, 10))
def test_a_joint_document_is_read_back_alike_and_checks_clean(tmp_path: Path, count: int, up: bool, seal: Seal) -> None:
    source = whole(tmp_path, [*organs(count), "文件"], organs(count), signers=count if up else 0)
    options = api.FormatOptions(seal=seal)
    first = api.format_file(source, tmp_path / "成品.docx", options)
    assert [block.text for block in first.document.of(Role.ISSUER_MARK)] == [*organs(count), "文件"]
    assert [block.text for block in first.document.of(Role.SIGNATURE)] == organs(count)
    assert elements(api.inspect_file(first.output)) == elements(first.document)
    again = api.format_file(first.output, tmp_path / "再排.docx", options)
    assert body_of(again.output) == body_of(first.output)
    found = api.check_file(first.output).findings
    assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []


FIRST, SECOND, THIRD = organs(3)


@pytest.mark.parametrize(
    "mark",
    [
        [FIRST, SECOND, f"{THIRD}文件"],
        [FIRST, SECOND, THIRD, "文件"],
        [FIRST, f"{SECOND}　文件", THIRD],
        [f"{FIRST}  {SECOND}  {THIRD}文件"],
        [f"{FIRST}　{SECOND}　{THIRD}　文件"],
        [f"{FIRST}、{SECOND}、{THIRD}文件"],
        [f"{FIRST} {SECOND}", f"{THIRD} 文件"],
    ],
)
def test_a_joint_mark_is_recognised_however_it_is_typed(tmp_path: Path, mark: list[str]) -> None:
    document = api.inspect_file(whole(tmp_path, mark, [FIRST]))
    assert [block.text.strip() for block in document.of(Role.ISSUER_MARK)] == [FIRST, SECOND, THIRD, "文件"]


@pytest.mark.parametrize("mark", [[FIRST, SECOND, "文件"], [FIRST, f"{SECOND}文件"]])
def test_a_joint_mark_needs_no_number_below_it(tmp_path: Path, mark: list[str]) -> None:
    text = (f"　　{SENTENCE}", FIRST, SECOND, "2026年5月16日")
    document = api.inspect_file(draft(tmp_path, *mark, "关于加强公文处理工作的通知", "各县有关部门：", *text))
    assert [block.text for block in document.of(Role.ISSUER_MARK)] == [FIRST, SECOND, "文件"]


@pytest.mark.parametrize(
    "signed",
    [
        [FIRST, SECOND, THIRD],
        [f"{FIRST}　　{SECOND}　　{THIRD}"],
        [f"{FIRST}    {SECOND}", THIRD],
    ],
)
def test_a_joint_sign_off_is_recognised_however_it_is_typed(tmp_path: Path, signed: list[str]) -> None:
    document = api.inspect_file(whole(tmp_path, [f"{FIRST}文件"], signed))
    assert [block.text.strip() for block in document.of(Role.SIGNATURE)] == [FIRST, SECOND, THIRD]


def test_posts_of_two_offices_sign_with_their_stamps(tmp_path: Path) -> None:
    posts = [f"{FIRST}局长", f"{THIRD}党组书记、局长"]
    source = whole(tmp_path, [FIRST, THIRD, "文件"], posts)
    result = api.format_file(source, tmp_path / "成品.docx", api.FormatOptions(seal=Seal.SIGNATURE))
    assert [block.text for block in result.document.of(Role.SIGNATURE)] == posts
    found = api.check_file(result.output).findings
    assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("mark", [(f"{FIRST} {SECOND}文件",), (FIRST, SECOND, "文件"), (FIRST, f"{SECOND}文件")])
def test_the_user_may_name_the_organs(tmp_path: Path, mark: tuple[str, ...]) -> None:
    source = whole(tmp_path, [f"{FIRST}文件"], [FIRST])
    values = {Role.ISSUER_MARK: mark, Role.SIGNATURE: (FIRST, SECOND)}
    document = api.inspect_file(source, api.FormatOptions(values=values))
    assert [block.text for block in document.of(Role.ISSUER_MARK)] == [FIRST, SECOND, "文件"]
    assert [block.text for block in document.of(Role.SIGNATURE)] == [FIRST, SECOND]


def test_the_mark_may_name_the_host_alone(tmp_path: Path) -> None:
    source = whole(tmp_path, organs(3), organs(3))
    options = api.FormatOptions(values={Role.ISSUER_MARK: (f"{FIRST}文件",)})
    result = api.format_file(source, tmp_path / "成品.docx", options)
    assert [block.text for block in result.document.of(Role.ISSUER_MARK)] == [f"{FIRST}文件"]
    found = api.check_file(result.output).findings
    assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []


def test_a_joint_letter_shows_the_host_alone_and_says_why(tmp_path: Path) -> None:
    source = whole(tmp_path, [*organs(2), "文件"], organs(2))
    result = api.format_file(source, tmp_path / "成品.docx", api.FormatOptions(kind=Kind.LETTER))
    assert [block.text for block in result.document.of(Role.ISSUER_MARK)] == [FIRST]
    dropped = [change.before for change in result.changes if "只标主办机关" in change.reason]
    assert dropped == [SECOND, "文件"]
