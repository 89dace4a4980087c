"""Bytes that are no docx in, the error that says what they are and what to do out."""

from __future__ import annotations

from gwformat.errors import InputUnreadable

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
PDF = b"%PDF"
HEAD = 512
"""So many first bytes tell one format from another."""
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"

_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再处理"

_FINISHED = (
    "版式文件不能当草稿处理，请找原来的 .docx 文件；检查版式文件用 gwformat print，与定稿比对用 gwformat compare"
)

_WORD = "WordDocument"
# Stream names of an OLE2 file stand in its directory as UTF-16; the first match decides.
ENCRYPTED = ("文件已加密（设有打开密码）", "请在 Word 或 WPS 中打开，取消打开密码后重新保存")
"""What is wrong with a file that has a password, and what to do."""
_STREAMS = (
    ("EncryptedPackage", *ENCRYPTED),
    (_WORD, "这是旧版二进制文档（.doc 或 .wps）", _SAVE_AS),
    ("Workbook", "这是旧版 Excel 工作簿（.xls），不是文字文档", "请选择 .docx、.txt 或 .md 文件"),
    ("PowerPoint Document", "这是旧版演示文稿（.ppt），不是文字文档", "请选择 .docx、.txt 或 .md 文件"),
    ("__properties_version1.0", "这是 Outlook 邮件（.msg），不是文字文档", "请先取出其中的附件"),
)

# What other files start with, after white space and a byte order mark.
_SIGNATURES = (
    (b"{\\rtf", "这是 RTF 文档", _SAVE_AS),
    (PDF, "这是 PDF 文件", _FINISHED),
    (b"\xdb\xa5", "这是很早的 Word 二进制文档", _SAVE_AS),
    (b"\x31\xbe", "这是很早的 Word/Write 二进制文档", _SAVE_AS),
)

# Parts by which packages of other formats are known.
_FOREIGN_PARTS = (
    ("OFD.xml", "这是 OFD 版式文件", _FINISHED),
    (
        "META-INF/manifest.xml",
        "这是 OpenDocument 文档（.odt 等）",
        "请用 WPS 或 LibreOffice 打开，另存为 .docx 后再处理",
    ),
    ("META-INF/container.xml", "这是 EPUB 电子书", "请选择 .docx、.txt 或 .md 文件"),
    ("xl/workbook.xml", "这是 Excel 工作簿，不是文字文档", "请选择 .docx、.txt 或 .md 文件"),
    ("ppt/presentation.xml", "这是演示文稿，不是文字文档", "请选择 .docx、.txt 或 .md 文件"),
    ("visio/document.xml", "这是 Visio 图，不是文字文档", "请选择 .docx、.txt 或 .md 文件"),
)


def older_format(start: bytes) -> str | None:
    """By the first bytes of a file, which format other than docx it may be a text document in: doc, rtf or odt."""
    if start.startswith(OLE2):
        return "doc"
    if start.startswith(ZIP):
        return "odt" if _ODT in start else None
    return "rtf" if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_RTF) else None


def refuse_without_text(data: bytes) -> None:
    """Raise `InputUnreadable` for an OLE2 file that is encrypted or holds a table, slides or a mail."""
    first = next((entry for entry in _STREAMS if entry[0].encode("utf-16-le") in data), None)
    if data.startswith(OLE2) and first is not None and first[0] != _WORD:
        raise InputUnreadable(*first[1:])


def refusal(data: bytes) -> InputUnreadable:
    """Why `data` cannot be opened as a docx package, in words the user can act on."""
    if not data.strip(b"\0"):
        return InputUnreadable("文件是空的", "可能没有保存或下载完整，请重新取得文件")
    if data.startswith(OLE2):
        return _refuse_ole2(data)
    if data.startswith(b"PK"):
        return InputUnreadable("文件不完整：压缩包缺少结尾", "可能没有下载或复制完整，请重新取得文件")
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, message, advice in _SIGNATURES:
        if start.startswith(signature):
            return InputUnreadable(message, advice)
    lowered = start.lower()
    if b"<?mso-application" in lowered or b"<pkg:package" in lowered or b"<w:worddocument" in lowered:
        return InputUnreadable("这是单个 XML 形式的 Word 文档", _SAVE_AS)
    if lowered.startswith((b"<html", b"<!doctype html", b"mime-version", b"<?xml")):
        return InputUnreadable("这是网页或 XML 文件，不是 Word 文档", _SAVE_AS)
    return InputUnreadable("不是 Word 文档", "请选择 .docx、.txt 或 .md 文件；若是文本，请改用 .txt 后缀")


def _refuse_ole2(data: bytes) -> InputUnreadable:
    for stream, message, advice in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return InputUnreadable(message, advice)
    return InputUnreadable("这是旧版复合文件，其中没有文字文档，或文件不完整", _SAVE_AS)


def foreign_package(names: frozenset[str]) -> InputUnreadable | None:
    """The error for a zip that is a known format but not a docx; None if it may be a docx."""
    for part, message, advice in _FOREIGN_PARTS:
        if part in names:
            return InputUnreadable(message, advice)
    return None
