"""How elements look in writing: a text comes in, its comparable form and the patterns that fit it go out.

All patterns are matched against `key(text)`: blanks, invisible characters and carriers are gone, half-width
punctuation is full-width, every kind of bracket around a year is 〔〕. So `(一)`, `（ 一 ）` and `㈠` look alike.
`spots(text)` says where each character of the key stands in the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import Role

_BLANKS = " \t\n\r\v\f\u3000\u00a0\u1680\u180e\u2028\u2029\u202f\u205f\u2060\ufeff\u00ad\ufffc" + "".join(
    chr(code) for code in range(0x2000, 0x2010)
)
_FOLD: dict[str, str] = dict.fromkeys(_BLANKS, "")
_FOLD |= dict(zip("０１２３４５６７８９．", "0123456789.", strict=True))
_FOLD |= dict(zip("(),:;!?∶︰∕", "（），：；！？：：/", strict=True))
_FOLD |= dict(zip("﹐﹑﹔﹕﹖﹗﹙﹚", "，、；：？！（）", strict=True))
_FOLD |= dict(zip("[]【】﹝﹞［］❲❳〖〗", "〔〕" * 6, strict=True))
_FOLD |= dict(zip("◯○〇", "〇〇〇", strict=True))
_FOLD |= {chr(0x2488 + n): f"{n + 1}." for n in range(20)}  # ⒈
_FOLD |= {chr(0x2474 + n): f"（{n + 1}）" for n in range(20)}  # ⑴
_FOLD |= {chr(0x3220 + n): f"（{han}）" for n, han in enumerate("一二三四五六七八九十")}  # ㈠
_FOLDED = expression("[" + re.escape("".join(_FOLD)) + "]")


def key(text: str) -> str:
    """`text` in the form the patterns below are written for."""
    # Few characters are folded, so this takes a quarter of the time of `str.translate`, which looks up every one.
    return _FOLDED.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    return _FOLD[found.group()]


def has_words(text: str) -> bool:
    """Whether `key(text)` is not empty."""
    return bool(text.strip(_BLANKS))


def spots(text: str) -> list[int]:
    """For each character of `key(text)`, the index of the character of `text` it comes from."""
    return [index for index, char in enumerate(text) for _ in _FOLD.get(char, char)]


def spot(text: str, place: int) -> int:
    """`spots(text)[place]`, where only that is wanted."""
    seen = 0
    for index, char in enumerate(text):
        seen += len(_FOLD.get(char, char))
        if seen > place:
            return index
    raise IndexError(place)


HAN = "一二三四五六七八九十百零〇"
HAN_CHARACTER = expression(r"[\u3400-\u9fff]")

# Numbers of levels (GB/T 9704-2012 7.3.3) in the forms drafts have them.
# 一、二级医院要落实分诊要求。 begins with two numbers of one thing, no section.
_TWO_NUMBERS = "|".join(f"{first}、{second}" for first, second in pairwise("一二三四五六七八九十"))
_OF_TWO = rf"(?:{_TWO_NUMBERS})(?:[级类线期等批轮层楼号班]|月份?|年级|季度|产业)[^，。]*[，。]"
MARKERS = {
    Role.HEADING1: expression(rf"(?!{_OF_TWO})[{HAN}]{{1,4}}(?:、|[.，](?!\d))"),
    Role.HEADING2: expression(rf"（[{HAN}]{{1,4}}）[、.，：]?"),
    Role.HEADING3: expression(r"\d{1,3}(?:、|\.(?![\d.])|\.(?=(?:19|20)\d\d年))"),  # 1.2026年重点工作
    Role.HEADING4: expression(r"（\d{1,3}）[、.，]?"),
}
_OPENS_MARKER = expression(rf"[{HAN}（\d]")


def level_of(line: str) -> Role | None:
    """The level that the number at the beginning of a line says."""
    if _OPENS_MARKER.match(line) is None:  # so with most lines
        return None
    return next((level for level, marker in MARKERS.items() if marker.match(line)), None)


CHAPTER = expression(rf"第[{HAN}\d]{{1,5}}(?:编|章|部分|篇)(?![、，。：的和是])")
SECTION = expression(rf"第[{HAN}\d]{{1,5}}节(?![、，。：的和是])")
ARTICLE = expression(rf"第[{HAN}\d]{{1,7}}条")

# Numbers of sections as contingency plans and surveys have them: 1 总则, 1.1　编制目的, 2.1.1 领导机构.
DECIMAL = expression(
    r"[ \t\u3000]*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:[ \u3000]+|(?<=\.\d)(?=[\u3400-\u9fff]))(?P<name>.+)"
)
POINTED = expression(r"[ \t\u3000]*(?P<number>[1-9]\d?)[.．][ \u3000]*(?P<name>[\u3400-\u9fff].*)")
UNPOINTED = expression(r"[ \t\u3000]*(?P<number>[1-9]\d?)(?P<name>[\u3400-\u9fff].*)")
# 一　总体情况, a blank for the mark
SPACED = expression(r"[ \t\u3000]*(?P<number>[一二三四五六七八九十]{1,3})[ \t\u3000]+(?P<name>[\u3400-\u9fff]{2}.*)")
TABBED_ENTRY = expression(r"[^\t]*[^\s]\t+[\divxIVX]{1,4}\s*")
_CONTENTS_ENTRY = expression(r".*[^\s….·]\s*(?:…{2,}|\.{4,}|·{4,})\s*[\divxIVX]{1,4}\s*")


def is_contents_entry(text: str) -> bool:
    """Whether a line of a table of contents leads to its page with dots."""
    return any(dots in text for dots in ("……", "....", "····")) and _CONTENTS_ENTRY.fullmatch(text) is not None


_BLANKED = "×xX✕＊*＿_△〇"
_HAN_YEAR = "[一二三四五六七八九零〇OoＯ][一二三四五六七八九零〇0OoＯ]{3}"  # 二0二六 is typed as often as 〇
_YEAR = rf"(?:(?:19|20)\d{{2}}|(?:19|20)?[{_BLANKED}]{{1,4}}|20\d?[{_BLANKED}]{{1,2}}|{_HAN_YEAR}|20)"
_MONTH = rf"(?:0?[1-9]|1[0-2]|[{_BLANKED}]{{0,2}}|十?[一二三四五六七八九十])"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]|[{_BLANKED}]{{0,2}}|[二三]?十?[一二三四五六七八九十])"
DATE = (
    rf"(?:{_YEAR}年{_MONTH}月(?:{_DAY}[日号])?|(?:19|20)\d{{2}}[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])"
    r"|[〔{<]*(?:成文|发文|落款)?(?:日期|年月日)[〕}>]+)"
)
DATE_ONLY = expression(
    rf"(?:(?:成文|发文)?日期：)?({DATE})(?:\d{{1,2}}时(?:\d{{1,2}}分)?)?(?:（(?:星期|周)[一二三四五六日天]）)?"
    rf"(?:于(?:[\u4e00-\u9fff]{{2,3}}|[\u4e00-\u9fff]{{1,8}}[省市县区州盟旗镇乡村]))?(?:（(?:公?章|盖章|印章?)）)?。?"
)
DAY_ONLY = expression(rf"(?:0?[1-9]|1[0-2])月{_DAY}日")  # the year was forgotten
MISWRITTEN_DATE = expression(  # 3月16日, 26年3月16日, 2026年3月16, 2O26年3月16日, 2026年13月16日
    r"(?:[\dOoＯlI一二三四五六七八九零〇]{2,4}年)?(?:[\dOolI]{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:[\dOolI]{1,2}|[一二三四五六七八九十]{1,3})[日号]?。?"
)
DATE_AT_END = expression(rf"({DATE})$")

_HAN_WORD = r"[\u3400-\u9fffA-Za-z×〇]"
_SERIAL = rf"(?:[\d{_BLANKED}]{{0,6}}|[{HAN}]{{1,5}})"
_YEAR_IN_NUMBER = rf"[〔（〈<{{]{{1,2}}(?:[\d{_BLANKED}]{{2,4}}|[二〇零一三四五六七八九]{{4}})年?[〕）〉>}}]{{1,2}}"
DOC_NUMBER = (
    rf"(?:{_HAN_WORD}{{1,20}}(?:（[\u3400-\u9fff]{{1,8}}）{_HAN_WORD}{{0,4}})?{_YEAR_IN_NUMBER}第?{_SERIAL}号"
    rf"|{_YEAR_IN_NUMBER}{_HAN_WORD}{{1,12}}第?{_SERIAL}号"
    rf"|{_HAN_WORD}{{1,12}}字{_YEAR_IN_NUMBER}?第?{_SERIAL}号"
    rf"|{_HAN_WORD}{{1,12}}(?:19|20)\d{{2}}年?〔\d{{1,5}}〕号"  # the year and the number have changed places
    rf"|{_HAN_WORD}{{1,12}}(?:19|20)\d{{2}}[-－—]\d{{1,5}}号"
    rf"|(?:(?![简专快通公]报|[公通]告){_HAN_WORD}){{1,8}}(?:19|20)\d{{2}}年第?{_SERIAL}号"  # without brackets
    rf"|{_HAN_WORD}{{2,24}}(?:公告|通告|令)(?:\d{{4}}年)?第{_SERIAL}号)"
)
WITHOUT_HAO = rf"{_HAN_WORD}{{1,20}}〔\d{{4}}〕第?\d{{1,5}}(?![\d号])"
CASE_NUMBER = expression(r"（(?:19|20)\d{2}）[\u3400-\u9fff]{1,2}\d{2,4}[\u3400-\u9fff]{1,8}\d{1,6}号")
"""Of a court or a procuratorate: its round brackets stay."""
DOC_NUMBER_ONLY = expression(rf"(?:（|(?:发文字号|文号|编号)：)?({DOC_NUMBER}|{WITHOUT_HAO})）?")
ORDER_NUMBER = expression(rf"（?((?:(?:19|20)\d{{2}}年)?第{_SERIAL}号)）?")
ISSUE_NUMBER = expression(
    rf"[（〔]?((?:(?:19|20)\d{{2}}年?)?第[\d{HAN}{_BLANKED}]{{1,6}}(?:期|号|次)(?:（总第?\d+期）)?"
    rf"|{_YEAR_IN_NUMBER}第?{_SERIAL}(?:期|号|次)|〔\d{{4}}〕第?\d{{1,5}})[）〕]?"
)

COPY_NUMBER = expression(r"(?:(?:份号|编号|N[oO]\.?|№)：?)?\d{6}|第?\d{6}[号份]?|份号：?\d{1,6}")
_PERIOD = r"(?:[\d一二三四五六七八九十]{1,4}(?:年|个月|月|日|天)|长期)"
SECRECY_IN_LINE = rf"(?:密级：)?〔?(?:绝密|机密|秘密)(?:[★☆*＊·•]?{_PERIOD}|[★☆*＊]|（{_PERIOD}）)?〕?"
SECRECY = expression(
    rf"{SECRECY_IN_LINE}|[\u3400-\u9fff]{{2}}[★☆][^，。；：]{{0,12}}|(?:绝密|机密|秘密)[*＊][^，。；：]{{0,12}}"
    rf"|{_PERIOD}[★☆*＊](?:绝密|机密|秘密)"
)
URGENCY = expression(
    r"(?:(?:紧急程度|缓急|(?:电报)?等级)：?)?〔?(?:特急|加急|特提|平急|急件|紧急|火急)件?(?:[·•.、]?(?:明|密)电)?〕?"
)
URGENCY_WORD = expression(r"特急|加急|特提|平急|急件|紧急|火急")
SIGNER = expression(r"签发(?:人?：.{0,60}|人[\u3400-\u9fff·]{2,12})|会签人?：.{1,60}|签批(?:盖章)?：.{0,60}|签批盖章")
DISPATCH = expression(r"(?:发往|收电)(?:单位|机关|地区)?：(?:(?!签发|签批).)+")
SENDER = expression(r"(?:发电|发报)(?:单位|机关)：(?:(?!签发|签批)[^，。：]){2,30}")
MACHINE_NUMBER = expression(r"[\u3400-\u9fff]{1,6}机发(?:\d{1,6}号|号)|机发号：?\d{0,6}")
"""By which the machine room counts its telegrams; it stands behind the number of the document."""
MARK = expression(r"(?:(?!关于)[^，。；：！？《》>＞»›|]){0,60}文件[”’]?。?")  # 首页>政策文件 is the way to a page
ORDER_MARK = expression(r"(?:(?!关于)[^，。；：！？《》、]){2,40}(?:命令|令)(?:（([^）]*号)）)?。?")
ORDER_WORDS = ("令", "命令", "任免令", "任命令", "嘉奖令", "通缉令")  # on a line of their own below the organ
ORDER_AND_NUMBER = expression(
    rf"((?:(?!关于)[^，。；：！？《》、]){{2,40}}(?:命令|令))(（?(?:\d{{4}}年)?第{_SERIAL}号）?)"
)
SERIAL_MARK = expression(
    r"(?:(?!关于)[^，。；：！？]){1,40}(?:纪要|简报|专报|快报|要情|信息|动态|通讯|参考|电报|明电|密电|发电)。?"
)
CATEGORY = expression(  # above the head of answers to proposals: what class they are, whether they may be published
    r"(?:类别|办理类别|答复类别|办理结果|(?:是否|信息|可否)?(?:同意|予以)?公开"
    r"(?:选项|属性|类别|方式|与否)?)：[^，。]{1,12}|[（〔]?[A-D]类?[）〕]?"
    r"|[（〔]?(?:主动|依申请|(?:同意|可以|可)?(?:全文|部分)?|不(?:予|同意|宜)?)公开[）〕]?"
)
RULE_LINE = expression(r"(?:[-—–―－─━═╌┄┈_＿=＝~～﹏*★☆]{4,}|[★☆]{1,3})")
RECEIPT = expression(r"[\u3400-\u9fff]{0,12}回执(?:单|表|联)?")
"""The title of a form to send back, below a line to cut along."""
PAGE_NUMBER = expression(r"[-—–―－─·]{1,2}\d{1,4}[-—–―－─·]{1,2}|第\d{1,4}页(?:[，/]?共\d{1,4}页)?|·\d{1,4}·")
PLACEHOLDER = expression(r"[〔{<]{1,2}([\u3400-\u9fff]{2,10})[〕}>]{1,2}[：]?")

_ORGAN_ENDS = (
    "政府|中央|国务院|委员会|常委会|党委|党组|党工委|工委|纪委|监委|政法委|改革委|健康委|国资委|网信委|体改委|计委|经委"
    "|建委|农委|教委|科委|民委|部|厅|司|局|署|院|办公室|委|会|中心|公司|集团|学校|大学|学院|中学|小学|幼儿园|银行|支行"
    "|分行|站|所|处|科|队|社|协会|小组|专班|指挥部|机关|支部|总支|联|法院|检察院|海关|厂|店|馆|街道|镇|乡|村|室|组"
    "|台|基金|联盟|分局|总局|股|课题组|代表团|办|局长办|书院|党校|医院|部门|部队|科协|文联|作协|侨联|残联|妇联"
    "|军区|司令部|政治部|大队|支队|监狱|煤矿|[林农牧机]场|务段|文化宫|少年宫|陵园|剧团|[体技]校|农商行|开发区|高新区|产业园|园区|计生协"
)
_ORGAN = expression(rf"[\u3400-\u9fff×xX·“”、（）\dA-Za-z○]{{1,40}}?(?:{_ORGAN_ENDS})(?:（[^）]{{1,10}}）)?")
NOTICE_MARK = expression(rf"{_ORGAN.pattern}(?:公告|通告|公报)")
LETTER_MARK = expression(rf"{_ORGAN.pattern}便函")
ISSUED_BY = expression(rf"(?P<organ>.{{2,40}}?)(?:编|编印|主办)?(?:(?P<date>{DATE})|(?P<signer>签发人?：.{{2,12}}))")
"""The office that issues minutes or a bulletin and the date, or who signed it, below the number."""
UNIT = expression(r"办公室|办公厅|委员会|领导小组|党组|秘书处|指挥部|分公司|分局|支队|大队")
"""Words that are no organ by themselves but the unit of the one before them."""
# Words that end like the name of an organ and are none: 服务发展大局, 落到实处, 务必准时参会, 以人民为中心.
_NO_ORGANS = (
    "[大全新格布结开僵时定]局|[实明暗难好长短用益害坏之到处深高低惩查论判相独]处|[社机参到开与散例全赴]会"
    "|[内全局外东西中南北]部|[督交承主协举开催查代帮采]办|[重改分]组|为中心|[团排列]队"
)
_OF_SENTENCES = (
    "应当|不得|可以|必须|是指|立即|一并|同时|连同|及时|逐步|抄送|移送|移交|送达|送交|提交|报请|上报|通知|报告|包括|只能"
)
_NOT_AN_ORGAN = expression(
    r"^(?:附件|附表|附|图|表|第|关于|一是|二是|为|按照|根据|特此|此复|请|以上|目录|并|由|上报|抄送|报送|呈报|报[省市县区我])"
    rf"|关于|{_OF_SENTENCES}|的$|会议$|委托$|(?:{_NO_ORGANS})$|(?<!老)干部$"
)
_POST = (
    "(?:代)?(?:国家主席|主席|总理|委员长|省长|市长|县长|区长|州长|旗长|乡长|镇长|部长|厅长|局长|署长|主任|行长|院长|校长"
    "|检察长|审计长|董事长|书记|会长|司令员?)"
)
_POSTS = f"{_POST}(?:、?(?:党组|党委)?(?:副)?{_POST}){{0,2}}"
PERSON = expression(rf"[\u3400-\u9fff]{{0,15}}?{_POSTS}：?[\u3400-\u9fff×·]{{2,6}}")
_OFFICE = r"(?:(?!各|有关|全体)[\u3400-\u9fff]{2,18}?|(?:第一)?副?)"
POST = expression(_OFFICE + _POSTS)  # its name is the 签名章 (7.3.5.3)
_NOT_A_SIGNER = expression(rf"^(?:由|任命|分别|同意|有权)|{_OF_SENTENCES}|决定|批准|签名|参加|主持")
SEAL_NOTE = expression(r"（?(?:公章|盖章|印章|单位公章|加盖公章)）?|（[章印]）")
ISSUER_PLACEHOLDER = expression(
    r"[〔{<]{1,2}(?:发文|落款|署名|成文)?(?:单位|机关|机构|名称|署名|公司)[^〕}>]{0,8}[〕}>]{1,2}(?:（[^）]*章）)?"
)
_UNKNOWN_ORGAN = expression(r"[×xX]{2,}[\u3400-\u9fff×xX]{0,30}")


_RED = expression("[c-f][0-9a-f](?:[0-3][0-9a-f]){2}", re.IGNORECASE)


def is_red(color: str | None) -> bool:
    """Whether RRGGBB looks red to a reader, as the mark of the issuer is (7.2.4)."""
    return color is not None and _RED.fullmatch(color) is not None


def is_organ(text: str) -> bool:
    """Whether the key `text` can be the name of an organ and nothing else."""
    if not 2 <= len(text) <= 45 or _NOT_AN_ORGAN.search(text):
        return False
    return bool(
        _ORGAN.fullmatch(text)
        or ISSUER_PLACEHOLDER.fullmatch(text)
        or _UNKNOWN_ORGAN.fullmatch(text)
        or SEAL_NOTE.fullmatch(text)
    )


def is_signature(text: str) -> bool:
    """Whether the key `text` can stand as a sign-off: an organ, a post with or without a name, a placeholder."""
    if is_organ(text):
        return True
    return bool(PERSON.fullmatch(text) or POST.fullmatch(text)) and not _NOT_A_SIGNER.search(text)


_COUNT = rf"(?:[\d{HAN}]{{0,3}}|（[\d{HAN}]{{1,3}}）)"
_PART = r"(?:[-－—]\d{1,2})?"  # 附件1-1: an attachment of 附件1
_LABEL = rf"(?:附件|附表|附录)(?:：(?=\d))?{_COUNT}{_PART}(?:（[^）]{{1,6}}）)?[：.。]?"
_ATTACHMENT_LABEL = expression(rf"{_LABEL}|〔{_LABEL}〕|附：|附{_COUNT}：?")
_DIGITS = r"\d{1,2}(?:(?!\d)|(?=(?:19|20)\d\d年))"  # of 附件1 2026年…, but none of 附件 2026年…
_LABEL_AFTER_NUMBER = expression(rf"(?:{DOC_NUMBER}){_LABEL}")
_UNBOUND_LABEL = expression(rf"(?:{DOC_NUMBER})附件")


def is_attachment_label(line: str) -> bool:
    """Whether the key `line` is a label like 附件1, perhaps after a document number."""
    if "附" not in line:  # so with most lines
        return False
    return bool(_ATTACHMENT_LABEL.fullmatch(line) or ("号" in line and _LABEL_AFTER_NUMBER.fullmatch(line)))


def begins_with_unbound_label(line: str) -> bool:
    """Whether the key `line` begins with a document number and 附件 (GB/T 9704-2012 7.3.7)."""
    return "附件" in line and _UNBOUND_LABEL.match(line) is not None


ATTACHMENT_LEAD = expression(
    rf"(?:附件|附表|附录)(?:{_COUNT}{_PART}[：；.、]|(?:{_DIGITS}|（\d{{1,2}}）){_PART}"
    rf"|[{HAN}]{{1,3}}(?=[《“\u3400-\u9fff]))|附{_COUNT}："
)
ATTACHMENT_ITEM = expression(
    rf"(?:\d{{1,2}}[.、，：]|（\d{{1,2}}）|[{HAN}]{{1,3}}、|附件(?:[\d{HAN}]{{1,3}}|（[\d{HAN}]{{1,3}}）)[：.、]?).+"
)
ANNOTATION = expression(r"（.{2,200}）")
ANNOTATION_WORDS = expression(
    r"^(?:（共\d{0,3}页）)?[（〔]?(?:此件|此文|本文有删减|联系人|联系单位|联系处室|联系科室|联系电话|联系方式"
    r"|承办单位|承办人|经办人|发至|主动公开|公开方式|公开属性|依申请公开|不予公开|信息公开(?![、，的工和])|传达|本件)"
)
ADOPTED = expression(
    rf"（?(?:{DATE}|经|[^，。]{{0,40}}会议).*(?:通过|公布|发布|施行|修订|修正|批准|实施|印发|颁布|废止|失效)(?:。?）)?[，；、]?"
)
DRAFT_NOTE = expression(
    r"（(?:[^（）]{0,12}(?:稿|试行|草案|暂行|代拟|样式|参考|讨论|审议|提纲|摘要|节选)[^（）]{0,12})）"
    r"|（[^）]*(?:19|20)\d{2}[年.].*）|[—-]{1,2}[^。；]{2,60}"
)

COPY_TO = expression(r"(?:抄送|抄报|抄发|分送|发送|印送|抄致)[：；].*", re.DOTALL)
COPY_TO_WITHOUT_COLON = expression(r"(?:抄送|抄报|抄发)[^：。；]{3,300}。?")
DISTRIBUTED = expression(r"(?:[主呈]?报|[主分抄]?送|[印]?发)：[^：]{2,200}")  # 报、送、发 of a bulletin, a line each
MAIN_TO_IN_IMPRINT = expression(r"(?:主送|送)：.+")
_PRINTED_ON = rf"(?<![年\d]){_MONTH}月{_DAY}日印(?:发|制)"  # the year was forgotten
_COPIES = r"（?(?:共印|印数|印刷)：?[\d×xX_]{0,6}份?）?"
PRINT_LINE = expression(
    rf"(?:印发机关：)?(?P<printer>.{{2,45}}?)?(?:印发日期：)?"
    rf"(?P<date>{DATE}(?:印发|印制|印|翻印|封发|发出)?|{_PRINTED_ON})(?P<copies>{_COPIES})?。?"
)
PRINTED = expression(rf"{DATE}(?:印发|印制|印|封发|发出)|印发日期：{DATE}|^{_PRINTED_ON}$")
COPIES = expression(_COPIES)
SUBJECT_WORDS = expression(r"主题词：.*")
IMPRINT_REST = expression(
    r"(?:（?(?:共印|印数)：?[\d×xX]{0,6}份?）?|主题词：.*|(?:(?:责任|执行)?编辑|责编|主编|编审|撰稿|供稿|校对|打字|录入|审核|审签|审稿|核稿|承办|签发|拟稿|缮印"
    r"|监印)人?：.{0,40}|版记)"
)

ATTENDEES = {
    Role.ATTENDEES: expression(r"(?:出席|参加|参会)(?:人员|人|领导|单位|同志|会议)?：.*"),
    Role.ABSENTEES: expression(r"(?:请假|缺席)(?:人员|人|领导|同志)?：.*"),
    Role.OBSERVERS: expression(r"列席(?:人员|人|领导|单位|同志|会议)?：.*"),
}
SPEECH = expression(r"讲话|致[辞词]|发言|演讲|主持词|贺词|开幕词|闭幕词|述职|报告|汇报|讲稿|党课|提纲")
