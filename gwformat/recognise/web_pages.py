"""What pages of the net have around a document: a line comes in; whether it is no part of the document goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise.patterns import ATTACHMENT_LEAD, is_attachment_label
from gwformat.recognise.pieces import Piece, Verdict, whole
from gwformat.recognise.residue import BEHIND

_LONGEST_OF_THE_PAGE = 30
_FACT = (
    r"(?:索引号|文号|发文字号|发布文号|组配分类|信息分类|主题分类|体裁分类|服务对象|公开范围|公开日期|公开方式"
    r"|著录日期|生成日期|生效日期|失效日期"
    r"|废止日期|颁布日期|发文日期|发布日期|成文日期|发布机构|发布机关|发布单位|发文机构|发文机关|颁布部门"
    r"|法律效力|所属类别|文件来源|主题词|有效性)"
)
_ON_ANY_PAGE = r"扫一扫.{0,24}|.{0,12}分享到?：.{0,40}|(?:返?回|去)顶部"
_CHROME = (
    r"您(?:现在|当前)?(?:所在)?的?(?:位置|所在).{0,80}|(?:当前|现在)(?:所在)?的?位置.{0,80}|(?:网站|本站)?首页[>＞»›|].{0,80}"
    r"|.{0,30}(?:收藏本站|设为首页).{0,30}"
    rf"|跳转到内容|{_ON_ANY_PAGE}"
    r"|(?:政府)?信息公开|政务公开|通知公告|公[示告]公[示告]|政策(?:文件|法规)|(?:行政)?规范性文件|.{0,16}(?:政策|新闻|文件|分社|频道|网)正文|下载地址：.*"
    r"|[上下]一[页篇]|打印(?:本页)?|关闭(?:本?窗口|本页)?|〔?(?:打印|关闭|收藏)〕?|(?:〔(?:打印|关闭|收藏|[大中小])[^〕]{0,4}〕){2,6}"
    r"|(?:关联|相关)(?:稿件|附件|文章|链接)："
    r"|[\u3400-\u9fff]{2,6}社[\u3400-\u9fff]{2,8}\d{1,2}月\d{1,2}日电"
    r"|（(?:责编|责任编辑|编辑)：.{1,30}）|字(?:体|号)(?:大小)?：.{0,20}"
    rf"|〔{_FACT}〕.{{0,40}}|{_FACT}：?.{{0,60}}{_FACT}.{{0,60}}"
)
METADATA = expression(
    rf"{_CHROME}"
    r"|原创.{1,60}|.{0,40}(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}：\d\d(?:：\d\d)?)?"
    r"(?:发表于|发布于|来源|浏览|阅读).{0,30}"
    rf"|-?(?:{_FACT}|标题|来源|信息来源|URL|网址|链接|抓取时间|文种|发布时间|发布者|[上下]一[篇条]|更新时间"
    rf"|责编|图文|撰稿|供稿|监制|校对"
    r"|初审|复审|终审|审核|(?:归档)?时间|归档日期|(?:浏览|阅读|访问|点击)(?:次数|量|数)|视力保护色|公文目录|字号"
    r"|作者|编辑|责任编辑|[A-Za-z_]{3,24})：.*"
)
AFTER_THE_PAGE = expression(
    r".{0,20}(?:版权(?:与|和|及)?(?:免责)?声明|免责声明)：?"
    r"|〔?.{0,12}(?:相关(?:文章|阅读|新闻|推荐|报道)|推荐阅读|延伸阅读|热门推荐)〕?.{0,6}"
)
"""The line from which on a page of the net speaks of itself and of other pages."""
LABEL_ROW = expression(r"[\u3400-\u9fff]{2,8}：[^：《》“”]{2,30}[\u3400-\u9fff]{2,8}：[^：]+")
"""Two labels with something behind each, above the title of a listed company: 证券代码：000000　证券简称：某某供水."""
_BUTTON = expression(
    r"[^，。；：]{0,4}(?:收藏|下载|纠错|打印|分享|转发|朗读|播报|摘要|字体|浏览|点击)[^，。；：]{0,6}"
    r"|.{0,30}(?:版权.{0,6}所有|版权归|仅.{0,2}供.{0,12}(?:学习|参考|交流)).{0,20}"
)


def is_button(line: str) -> bool:
    """Whether a line is something to click, or what a page says of who owns it."""
    return len(line) <= _LONGEST_OF_THE_PAGE and _BUTTON.fullmatch(line) is not None


_ENDS_THE_PAGE = expression(
    rf"〔?(?:责任)?编辑：.{{1,20}}〕?|（?责编：.{{1,20}}）?|{_ON_ANY_PAGE}|[上下]一[篇条]：.*|〔?(?:打印|关闭)〕?"
)


def below_the_text(pieces: Sequence[Piece], start: int, stop: int) -> dict[int, Verdict]:
    """Verdicts on the last lines of a text nobody signed that can be nothing but a page's: 责任编辑：张某."""
    verdicts: dict[int, Verdict] = {}
    for piece in reversed(pieces[start:stop]):
        if piece.blank:
            continue
        if piece.carrier is not None or not _ENDS_THE_PAGE.fullmatch(piece.key):
            break
        verdicts[piece.index] = whole(Role.OTHER, BEHIND)
    return verdicts


def of_the_net(rest: Sequence[Piece]) -> dict[int, Verdict]:
    """Verdicts on the last lines of a draft if all of them are like 来源：某某网, 编辑：张某, or below 免责声明."""
    words = [piece for piece in rest if not piece.blank]
    last = next((n for n, piece in enumerate(words) if AFTER_THE_PAGE.fullmatch(piece.key)), len(words))
    if any(is_attachment_label(piece.key) or ATTACHMENT_LEAD.match(piece.key) for piece in words[last:]):
        return {}
    if any(piece.carrier is not None for piece in words):
        return {}
    if not all(METADATA.fullmatch(piece.key) for piece in words[:last]):
        return {}
    return {piece.index: whole(Role.OTHER, BEHIND) for piece in words}
