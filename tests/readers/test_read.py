import pytest

from gwformat.errors import InputUnreadable, UsageError
from gwformat.readers import read
from tests.build import make_docx, p

RUNS = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"


def texts(path, **options):
    return [paragraph.text for paragraph in read(path, **options).paragraphs()]


@pytest.mark.parametrize(
    "name", ["草稿.docx", "草稿.DOCX", "草稿.docm", "草稿.doc", "草稿.wps", "草稿.txt", "草稿.md", "草稿"]
)
def test_a_word_document_is_read_as_one_whatever_its_suffix(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(make_docx(p("正文")))
    assert texts(path) == ["正文"]
    said = any("后缀" in notice for notice in read(path).notices)
    assert said == (path.suffix.lower() not in (".docx", ".docm"))


@pytest.mark.parametrize(
    ("revisions", "text", "told"),
    [
        ("keep", "新", "文档有 2 处修订标记，已原样保留；定稿前应接受或拒绝全部修订"),
        ("accept", "新", "已接受全部 2 处修订：留下“新”，去掉“旧”"),
        ("reject", "旧", "已拒绝全部 2 处修订：去掉“新”，留下“旧”"),
    ],
)
def test_revisions_are_kept_accepted_or_rejected_and_that_is_told(tmp_path, revisions, text, told):
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(RUNS))
    draft = read(path, revisions=revisions)
    assert [paragraph.text for paragraph in draft.paragraphs()] == [text]
    assert draft.notices == (told,)


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("草稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧版"),
        ("草稿.txt", b"%PDF-1.7", "PDF"),
        ("草稿.docx", "只是文字".encode(), "不是 Word 文档"),
        ("草稿.xyz", b"text", "不支持"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, word):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputUnreadable, match=word):
        read(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(InputUnreadable, match="找不到"):
        read(tmp_path / "没有.docx")
    with pytest.raises(InputUnreadable, match="文件夹"):
        read(tmp_path)


def test_an_unknown_way_to_treat_revisions_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError):
        read(tmp_path / "草稿.docx", revisions="maybe")
