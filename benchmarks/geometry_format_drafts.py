"""Nothing comes in; fictional letters, orders, minutes and telegrams that between them have every element go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.geometry_drafts import SENTENCE, Case


def format_cases() -> Iterator[Case]:
    """The drafts."""
    for paragraphs in range(1, 9):  # the text ends on the first page and on later ones, high and low
        yield Case(f"信函-正文{paragraphs}段", _letter(paragraphs=paragraphs), "round", "letter")
    yield Case("信函-份号密级紧急", _letter(above=("000001", "机密★1年", "特急")), "round", "letter")
    yield Case("信函-不加盖印章", _letter(above=("加急",), organ="某某局"), "none", "letter")
    yield Case("信函-没有抄送", _letter(copies=""), "round", "letter")
    for post in ("市长", "副市长"):
        yield Case(f"命令-{post}", _order(post), "signature", "order")
    for people in (3, 12, 30):
        yield Case(f"纪要-{people}人", _minutes(people), "none", "minutes")
    yield Case("电报-一行", _telegram("各县（区）人民政府"), "none", "telegram")
    beside, long = "各县（区）人民政府，市政府各部门", "各县（区）人民政府，市政府各部门、各直属机构，驻某某市有关单位"
    yield Case("电报-两行", _telegram(beside), "none", "telegram")
    yield Case("电报-发往另起", _telegram(long), "none", "telegram")
    yield Case("电报-发往很长", _telegram(f"{long}，各大专院校，市属各国有企业，各商会、行业协会"), "none", "telegram")


def _letter(
    *, above: Sequence[str] = (), paragraphs: int = 5, organ: str = "某某市人民政府", copies: str = "市水利局，市财政局"
) -> str:
    lines = [*above, "某某市人民政府", "某政函〔2026〕5号", "", "某某市人民政府关于商请支持防汛物资储备工作的函", ""]
    lines += ["某某省水利厅：", *[f"　　{SENTENCE * (1 + number % 3)}" for number in range(2 * paragraphs)]]
    lines += [organ, "2026年5月6日", "（联系人：张三，联系电话：12345678）"]
    return "\n".join([*lines, f"抄送：{copies}。"] if copies else lines)


def _order(post: str) -> str:
    text = (
        "　　《某某市城市供水管理办法》已经2026年4月20日市人民政府第8次常务会议通过，现予公布，自2026年6月1日起施行。"
    )
    return "\n".join(("某某市人民政府令", "第5号", "", text, post, "2026年5月6日"))


def _minutes(people: int) -> str:
    names = "、".join(f"{'张李王赵钱孙周吴郑冯'[number % 10]}某某" for number in range(people))
    head = ("某某市人民政府常务会议纪要", "第5期", "某某市人民政府办公室　　2026年5月6日", "")
    items = ("一、会议听取了市水利局的汇报", f"　　{SENTENCE}", "二、会议审议了有关办法", f"　　{SENTENCE}")
    tail = (f"出席：{names}。", "请假：卫某某。", f"列席：{names}。", "抄送：市委办公室。")
    printed = "某某市人民政府办公室　　2026年5月8日印发"
    return "\n".join((*head, f"　　2026年4月20日，会议研究了防汛工作。{SENTENCE}", *items, *tail, printed))


def _telegram(to: str) -> str:
    head = ("某某市人民政府办公室明电", f"发往：{to}", "签发：张某某", "等级：特急", "某政办明电〔2026〕5号", "")
    title = "某某市人民政府办公室关于做好强降雨防范应对工作的通知"
    text = ("各县（区）人民政府，市政府各部门：", f"　　{SENTENCE * 3}", "某某市人民政府办公室", "2026年5月6日")
    return "\n".join((*head, title, "", *text))
