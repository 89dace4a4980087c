"""What a face says of its embedding (OpenType OS/2 fsType) comes in; what may be done with it goes out, in words."""

from __future__ import annotations

from enum import StrEnum

from gwformat.values import dataclass

_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200


class Right(StrEnum):
    """The levels of permission; the value is what the user reads."""

    INSTALLABLE = "可以嵌入和安装"
    EDITABLE = "可以嵌入，文件可编辑"
    PREVIEW = "只许嵌入供查看和打印"
    RESTRICTED = "不许嵌入"


@dataclass(frozen=True, slots=True)
class Embedding:
    """What `fsType` permits; it is the maker's technical word, the licence counts beside it."""

    right: Right
    subsetting: bool = True
    bitmaps_only: bool = False

    @property
    def words(self) -> str:
        """All of it for the user."""
        more = (("，须整套嵌入", not self.subsetting), ("，只许嵌入点阵", self.bitmaps_only))
        return self.right + "".join(text for text, holds in more if holds)

    @property
    def refusal(self) -> str:
        """Why the outlines may not be embedded in a document that can be edited; "" if they may."""
        if self.right is Right.RESTRICTED:
            return "字体的 fsType 不许嵌入，须取得厂商许可"
        if self.right is Right.PREVIEW:
            return "字体的 fsType 只许嵌入供查看和打印，不许嵌入可编辑的文件"
        return "字体的 fsType 只许嵌入点阵，不许嵌入轮廓" if self.bitmaps_only else ""


def embedding_of(fs_type: int) -> Embedding:
    """The permission in `fsType`; where an old face sets several levels, the least restrictive holds."""
    if fs_type & _EDITABLE:
        right = Right.EDITABLE
    elif fs_type & _PREVIEW:
        right = Right.PREVIEW
    else:
        right = Right.RESTRICTED if fs_type & _RESTRICTED else Right.INSTALLABLE
    return Embedding(right, not fs_type & _NO_SUBSETTING, bool(fs_type & _BITMAPS_ONLY))
