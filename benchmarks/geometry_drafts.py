"""Nothing comes in; fictional drafts that between them have every element of clauses 7.2–7.5 go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SENTENCE = "各单位要认真落实公文处理工作的各项要求，做到要素齐全、格式规范、文字精练，不断提高公文质量和工作效率。"
_HEADINGS = ("一、提高认识", "（一）加强领导", "1.明确责任", "（1）按时报送")
_TITLE = "某某市人民政府关于加强公文处理工作的通知"
_ADDRESSEES = "各县（区）人民政府，市政府各部门、各直属机构，各人民团体，驻某某市有关单位，各大专院校："
_COPIES = "抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院，各人民团体，各民主党派，驻某某市单位。"


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with the seal it is to have."""

    name: str
    text: str
    seal: str  # as `gwformat --seal` says it
    kind: str = "general"  # as `gwformat --kind` says it
    organs: tuple[str, ...] = ()  # of a joint document, as in its mark
    signed: tuple[str, ...] = ()  # the same as they sign
    pictures: tuple[bytes, ...] = ()  # of their seals
    docx: bytes = b""  # the draft, where it is not the text


def cases() -> Iterator[Case]:
    """The drafts."""
    for seal in ("round", "none", "signature"):
        yield Case(f"下行-{seal}", _draft(), seal)
        yield Case(f"下行-{seal}-短署名", _draft(organ="某某局"), seal)
    for lines in range(1, 10):  # the text ends on odd and even pages, high and low
        yield Case(f"下行-正文{lines * 4}句", _draft(sentences=lines * 4), "round")
    for count in (1, 2, 3):
        names = ("张三", "李四", "欧阳某某")[:count]
        yield Case(f"上行-{count}个签发人", _draft(signers=names, title=_TITLE.replace("通知", "请示")), "round")
    yield Case("份号密级紧急", _draft(above=("000001", "机密★1年", "特急")), "round")
    yield Case("只有紧急程度", _draft(above=("加急",)), "none")
    yield Case("标题一行", _draft(title="关于开展年度检查的通知"), "round")
    for times in (2, 3, 4):
        about = "、".join(("加强公文处理工作", "规范信息报送程序", "提高会议活动质量", "改进督促检查方式")[:times])
        title = f"某某市人民政府办公室关于{about}的通知"
        yield Case(f"标题长{times}", _draft(title=title), "round")
    yield Case("一个附件", _draft(attachments=("任务清单",)), "round")
    long_name = "关于加强某某市公文处理工作有关事项的任务分工和完成时限以及责任单位一览表"
    yield Case("三个附件", _draft(attachments=("任务清单", long_name, "联系人名单")), "none")
    yield Case("抄送多行", _draft(copies=_COPIES[:-1] + "，" + _COPIES[3:]), "round")
    yield Case("没有抄送", _draft(copies=""), "round")


def _draft(
    *,
    above: Sequence[str] = (),
    signers: Sequence[str] = (),
    title: str = _TITLE,
    sentences: int = 30,
    attachments: Sequence[str] = (),
    organ: str = "某某市人民政府",
    copies: str = _COPIES,
) -> str:
    upward = bool(signers)  # to one organ, whose decision is asked for
    to = "某某省人民政府：" if upward else _ADDRESSEES
    lines = [*above, "某某市人民政府文件", "某政发〔2026〕5号"]
    lines += [f"签发人：{'　'.join(signers)}"] if signers else []
    lines += ["", title, "", to]
    lines += [f"　　{SENTENCE}"]
    for heading in _HEADINGS:
        lines += [heading, f"　　{SENTENCE}"]
    lines += [f"　　{SENTENCE * 3}"] * (sentences // 3)
    lines += [f"　　{SENTENCE * (sentences % 3)}"] if sentences % 3 else []
    lines += ["　　以上请示妥否，请批示。"] if upward else []
    if len(attachments) == 1:
        lines += [f"附件：{attachments[0]}"]
    else:
        lines += [f"{'附件：' * (number == 1)}{number}.{name}" for number, name in enumerate(attachments, 1)]
    secret = any("★" in line for line in above)  # which is not made public
    note = "（此件发至县团级）" if secret else "（此件公开发布）"
    lines += [organ, "2026年5月6日", note]
    for number, name in enumerate(attachments, 1):
        lines += [f"附件{number if len(attachments) > 1 else ''}", name, f"　　{SENTENCE * 4}"]
    lines += [copies] if copies else []
    return "\n".join([*lines, "某某市人民政府办公室　　2026年5月8日印发"])


def joint_draft(organs: Sequence[str], signed: Sequence[str], signers: Sequence[str]) -> str:
    """A draft of several organs; with signers it goes upwards."""
    text = _draft(signers=signers, title=f"关于加强公文处理工作的{'请示' if signers else '通知'}", sentences=9)
    mark = "\n".join([*organs, "文件"])
    lines = text.replace("某某市人民政府文件", mark, 1).split("\n")
    at = lines.index("某某市人民政府")
    return "\n".join([*lines[:at], *signed, *lines[at + 1 :]])
