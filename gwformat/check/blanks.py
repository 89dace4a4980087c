"""Words of an element come in, where a template has left a place to fill in goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.expressions import expression

_NAMES = "名称|机关|单位|部门|日期|标题|姓名|字号|正文|内容|附件|密级|程度|方式|编号|主送|抄送|签发人|联系人|电话"
_PLACE = expression(
    rf"[〔{{<【\[]{{1,2}}\s*(?:请?填写|请输入|点击|此处"
    rf"|[\u3400-\u9fff]{{0,8}}(?:{_NAMES}))[^〕}}>】\]\n]{{0,12}}[〕}}>】\]]{{1,2}}"
    r"|单击此处|点击此处|(?<=：)…+$|[×xX＊*]{3,}(?=[\u3400-\u9fff：:]|$)"
)
_TEXT_NAMES = f"{_NAMES}|时间|地点|人员|主持人|记录人|负责人|议题|事项|数量|字数|金额"
# In a text × stands for names not to be told, and 【】 around its labels.
_TEXT_PLACE = expression(
    rf"[［{{\[]{{1,2}}\s*(?:请?填写|请输入|点击|此处|[\u3400-\u9fff]{{0,8}}(?:{_TEXT_NAMES}))[^］}}\]\n]{{0,12}}[］}}\]]{{1,2}}"
    r"|(?<=[\u3400-\u9fff])[×✕]{1,4}(?=(?:[个项元%％]|[万亿]元?|年[×✕]|月[×✕])(?!人))"
    r"|（此处[^（）\n]{0,6}待[定补填][^（）\n]{0,4}）"
    r"|（待(?:[核查][实对]?|[定补]充?)[^（）\n]{0,6}）|错误[!！]\s?未(?:找到引用源|定义书签)[。.]?"
    r"|[XＸ]{2,}(?=[\u3400-\u9fff])(?!X染色体|染色体)"
)


def left_open(words: str) -> re.Match[str] | None:
    """The first place that is still to be filled in: [主送单位], ×××, 【密级】."""
    return _PLACE.search(words)


def left_open_in_text(words: str) -> Iterator[re.Match[str]]:
    """The places of a text that are still to be filled in: [时间], [责任单位一], XX万元."""
    return _TEXT_PLACE.finditer(words)
