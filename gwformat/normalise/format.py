"""A document and the profile of its format come in; out it goes without what that format does not have."""

from __future__ import annotations

from gwformat.model import Block, Change, Document, Edit, Fate, Role
from gwformat.profiles import Profile
from gwformat.profiles.schema import Marked

_STEP = "格式要素"


def fitted(document: Document, profile: Profile) -> Document:
    """Without the elements, and words of the mark, that the format leaves out; without a mark it may be another one."""
    if document.first(Role.ISSUER_MARK) is None:
        return document
    changes: list[Change] = []
    others = _others(document, profile, changes)
    blocks = tuple(
        _mark(block, profile, changes)
        for block in (block for block in document.blocks if not any(block is other for other in others))
        if not (block.role in profile.omitted.roles and _leaves_out(block, profile, changes))
    )
    return document.changed(blocks, changes)


def _others(document: Document, profile: Profile, changes: list[Change]) -> list[Block]:
    """What goes out of a joint mark where the format shows the host alone: the other names, and “文件” with them."""
    marks = [block for block in document.of(Role.ISSUER_MARK) if not any(run.carrier for run in block.runs)]
    word = profile.head.mark_suffix
    names = [block for block in marks if block.text.strip() != word]
    if profile.head.joint_marks is Marked.ALL or len(names) < 2:
        return []
    gone = [block for block in marks if block is not names[0] and (block in names or profile.head.mark_drops == word)]
    reason = f"这种格式联合行文只标主办机关（{profile.head.clause}）"
    changes += (Change(_STEP, Fate.DROPPED, block.text, "", reason, block.source) for block in gone)
    return gone


def _leaves_out(block: Block, profile: Profile, changes: list[Change]) -> bool:
    """Whether nothing but words goes; a picture or the like stays where it is."""
    if block.carrier is not None or any(run.carrier is not None for run in block.runs):
        return False
    reason = f"这种格式不加{block.role.value}（{profile.omitted.clause}）"
    changes.append(Change(_STEP, Fate.DROPPED, block.text, "", reason, block.source))
    return True


def _mark(block: Block, profile: Profile, changes: list[Change]) -> Block:
    """The mark without “文件” where the format has the name alone."""
    words = profile.head.mark_drops
    if block.role is not Role.ISSUER_MARK or not words or not block.text.rstrip().endswith(words):
        return block
    end = len(block.text.rstrip())
    reason = f"发文机关标志由机关名称组成，不加“{words}”（{profile.head.clause}）"
    changes.append(Change(_STEP, Fate.CHANGED, words, "", reason, block.source))
    return block.edited([Edit(end - len(words), end, "")])
