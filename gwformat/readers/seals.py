"""Paths of pictures of 印章 and 签名章 come in, checked pictures go out; their bytes are those of the files."""

from __future__ import annotations

from pathlib import Path

from gwformat.errors import InputUnreadable, UsageError, no_pipe
from gwformat.model import Seal, SealPicture
from gwformat.readers.pictures import pixels_of

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_MOST_BYTES = 20 << 20
_MOST_PIXELS = 100_000_000
_OUT_OF_ROUND = 0.03  # so much a seal may be higher than it is wide, or the other way round
_FEWEST = 500  # pixels: 42 mm at 300 dpi


def read_seal(path: Path, means: Seal) -> tuple[SealPicture, tuple[str, ...]]:
    """The picture at `path`, and what the user should know of it.

    Raises `InputUnreadable` if it is no whole PNG or JPEG, or too large; `UsageError` if a round seal is not square.
    """
    try:
        data = no_pipe(path).read_bytes()
    except OSError:
        raise InputUnreadable(f"找不到印章图片“{path}”，或者读不出来", "请检查 --seal 后面的文件名。") from None
    if not data.startswith((_PNG, _JPEG)):
        raise InputUnreadable(
            f"印章图片“{path.name}”不是 PNG 或 JPEG", "请用看图软件另存为 PNG（背景透明的最好）后再试。"
        )
    pixels = pixels_of(data)
    if pixels is None or (_PNG_END if data.startswith(_PNG) else _JPEG_END) not in data[-4096:]:
        raise InputUnreadable(f"印章图片“{path.name}”已损坏或不完整", "请重新扫描或导出这张图片后再试。")
    width, height = pixels
    if len(data) > _MOST_BYTES or width * height > _MOST_PIXELS:
        raise InputUnreadable(
            f"印章图片“{path.name}”太大（{width}×{height} 像素，{len(data) / (1 << 20):.1f} MB）",
            "请缩小到每边 2000 像素以内：印章直径不过 50 毫米，这样已足够清晰。",
        )
    if means is Seal.ROUND and abs(width - height) > _OUT_OF_ROUND * max(pixels):
        raise UsageError(
            f"印章图片“{path.name}”不是正方形（{width}×{height} 像素）",
            "请沿印章的外沿裁成正方形，印章居中；要加盖签名章，请加上 --seal signature。",
        )
    if min(pixels) < _FEWEST and means is Seal.ROUND:
        return SealPicture(data, pixels), (
            f"印章图片“{path.name}”只有 {width}×{height} 像素，印出来会发虚；建议每边不少于 {_FEWEST} 像素",
        )
    return SealPicture(data, pixels), ()
