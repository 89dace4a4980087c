"""A document and the pictures of seals the user names come in; the document with one for each organ goes out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from gwformat.api.options import StrPath
from gwformat.errors import UsageError
from gwformat.model import Document, Seal, SealPicture
from gwformat.readers.seals import read_seal


def sealed(document: Document, means: Seal, pictures: Sequence[StrPath], by_organ: Mapping[str, StrPath]) -> Document:
    """The document with the `pictures` for its organs in order, or else those `by_organ`.

    Without either, seals that an earlier run has drawn stay. Raises `UsageError` where there is nothing to press:
    7.3.5.1 wants no blank seal; and what `read_seal` raises.
    """
    organs = document.signatories
    chosen: list[StrPath | None] = list(pictures) or [by_organ.get(organ) for organ in organs]
    if means is Seal.NONE:
        if pictures:
            raise UsageError("--seal none 与印章图片不能同时写", "不加盖印章就不用给出图片。")
        return dataclasses.replace(document, seals=())
    if not any(chosen):
        return document
    if len(chosen) > len(organs):
        raise UsageError(
            f"给出了 {len(chosen)} 枚印章，草稿中署名的机关有 {len(organs)} 个，不能出现没有署名的空白印章",
            "印章与署名按先后一一对应；署名没有认出来的，用 --set 发文机关署名=机关名称 写明。",
        )
    notices: list[str] = []
    found: list[SealPicture | None] = []
    for path in chosen:
        picture, said = (None, ()) if path is None else read_seal(Path(path), means)
        found.append(picture)
        notices += said
    lacking = [organ for organ, path in zip(organs, [*chosen, *[None] * len(organs)], strict=False) if path is None]
    if lacking:
        notices.append(f"没有给出{'、'.join(f'“{organ}”' for organ in lacking)}的印章图片，只留出位置")
    seals = (*found, *[None] * (len(organs) - len(found)))
    return dataclasses.replace(document, seals=seals, notices=(*document.notices, *dict.fromkeys(notices)))
