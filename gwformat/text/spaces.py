"""Spaces typed between characters: a line and how boldly to clean it come in, the edits come out.

Spaces that may mean something stay: blanks to fill in, columns of names, the gap after 第一条 or 表1.
"""

from __future__ import annotations

import unicodedata

from gwformat.expressions import expression
from gwformat.model import OBJECT, Edit
from gwformat.text.characters import CLOSING, HAN, OPENING, SPACE, STOPS, count_han, is_han, is_hangul
from gwformat.text.spans import is_latin
from gwformat.text.width import columns, is_wide

_LINE = expression(r"[^\n]+")
_GAP = expression(f"(?<=[^\\s])[{SPACE}]+(?=[^\\s])")
_TABBED_GAP = expression(f"(?<=[^\\s])[{SPACE}\t]+(?=[^\\s])")
_NAMES_ALONE = expression(f"[{HAN}·{SPACE}\t]+")
_FEWEST_GAPS = 2
_PARTS_CELLS = 2  # columns between two cells of a row
_SENTENCE_MARK = expression("[，。；！？]")
_HOURS = expression(r"(?:[上下]午)?\d{1,2}[:：]\d{2}(?:[—\-－–~～至](?:[上下]午)?\d{1,2}[:：]\d{2})?")
_DAY = expression(
    r"[同当是]日|月[内初底]|(?=\d)[\d年月日至—－\-～~、]*[月日](?:（(?:星期|周)[一二三四五六日天]）)?(?:[上下]午)?"
)
_LONGEST_NAME = 4
_NAME_COLUMN = 5  # characters from one name to the next: most names have two or three
_ARTICLE = expression(
    f"第[{HAN}\\d]{{1,8}}[条章节编款项篇讲]|(?:附表|附图|附件|表|图)[\\d一二三四五六七八九十.\\-—－]+"
)
_NUMBER = expression(r"\d{1,2}(?:[.．\-]\d+)*")
_MEASURES = "年月日时分秒点个名人元万亿家项次所号岁天条户倍"
_NOUN = expression(  # begins like a measure and is none: 3 时间安排, 4 项目概况
    "时[间限段期点效]|个[人体别案]|年[度检终]|人[员才事民力]|家[庭长属]|项目|次序|所[属需]|条[件款例]|天气|户[籍口]|点位"
    "|名[称单额词]|元素|号码|分[工类析级组布管值]|日[常程期]|月度|倍数"
)
_LABEL = expression(f"[{HAN}]{{1,8}}：")
_ODD_WESTERN_GAP = expression(r" {2}|\d %")
_ORGANS = "局委厅部府院会室办处署社团司校"
_ORGAN = expression(f"[{HAN}]{{2,}}[{_ORGANS}]$")
_ORGAN_FIRST = expression(f"[{HAN}]{{2,}}?[{_ORGANS}](?:$|关于|转发|印发|批转|决定|公告|通告)")
_NAME = expression(f"[{HAN}·]{{2,}}")
_HEADS_NAMES = expression("(?:^|[：、，])(?:副?(?:组长|主任|团长|队长)|成员|委员|联络员|主持人|记录人)$")
_NAMES_LISTED = expression(f"[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}})*。?")
_OF_ORGAN = expression(f"（(?:联系人：)?[{HAN}]{{2,20}}[{_ORGANS}办科股站所]$")
_WRITER = expression(f"[{HAN}]{{2,4}}(?:）$|[；，、].)")
_FIGURE = expression(r"[\d.,%％‰]+")
_ENTRY = expression(f"[{HAN}（）()]{{2,16}}")
_ADOPTED = expression(r"(?:通过|批准|公布|发布|修订|修正|印发|施行)$|^[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日$")
_ADOPTED_AGAIN = expression(f"(?:根据|自)?(?:19|20)\\d\\d年\\d|[{HAN}]{{1,10}}[〔\\[（(](?:19|20)\\d\\d")
_QUOTED = expression("《[^《》]*》|“[^“”]*”")
_FEWEST_PARTS, _SHORTEST_PART = 2, 4
_UNFINISHED = expression("(?:关于|[的和及与])$")
_MARKS_AROUND = "（），。；、(),;"
_REMARK = expression("（[^（）]*）$")
_TELEPHONE = expression(r"[\d\-—]{7,}")
# The hundred most frequent surnames, near enough: they tell a spaced name (张　三) from a spaced word (通　知).
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪"
)


def between(text: str, tight: bool = False) -> list[Edit]:
    """The edits that close gaps between Chinese characters and leave one space between Western words.

    `tight` is for titles and headings, where no list of names and no blank is expected.
    """
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        edits += _line_edits(text, line.start(), line.end(), tight)
    return edits


def _line_edits(text: str, start: int, end: int, tight: bool) -> list[Edit]:
    if text[start:end].isascii() and _ODD_WESTERN_GAP.search(text, start, end) is None:
        return []  # Western words with one space between them
    if not tight and (parted := name_columns(text[start:end])):
        return [Edit(edit.start + start, edit.end + start, edit.new) for edit in parted]
    gaps = list(_GAP.finditer(text, start, end))
    if not gaps:
        return []
    bounds = [start, *(edge for gap in gaps for edge in gap.span()), end]
    words = [text[bounds[i] : bounds[i + 1]].strip() for i in range(0, len(bounds), 2)]
    if not tight and _lists_names(words):
        return []
    edits = []
    kept = _parting(text[start:end])
    parting = set() if tight else _between_spread(words, [columns(gap.group()) for gap in gaps])
    western = is_latin(text[start:end]) or not count_han(text[start:end])
    row = not tight and not western and _is_row(words, [columns(gap.group()) for gap in gaps])
    dated = not tight and _DAY.fullmatch(words[0]) is not None  # 12日　全市经济工作会议召开。
    for index, gap in enumerate(gaps):
        if gap.start() - start in kept:
            continue
        wide = columns(gap.group()) >= _PARTS_CELLS
        cells = index in parting or (wide and (row or (index == 0 and dated)))
        new = _blanks(gap.group()) if cells else _closed(gap.group(), words, index, tight, western)
        if new != gap.group():
            edits.append(Edit(gap.start(), gap.end(), new))
    return edits


def _parting(line: str) -> set[int]:
    """Where blanks stand for the marks that a cited title does without, and a slogan: “不忘初心 牢记使命”."""
    kept: set[int] = set()
    for quoted in _QUOTED.finditer(line) if "《" in line or "“" in line else ():
        inside = quoted.group()[1:-1]
        parts = inside.split()
        if len(parts) < _FEWEST_PARTS or min(map(len, parts)) < _SHORTEST_PART:
            continue
        title = quoted.group()[0] == "《" and "关于" in inside
        if title and any(_UNFINISHED.search(part) for part in parts[:-1]):
            continue
        if title or len({len(part) for part in parts}) == 1:
            kept |= {found.start() for found in _GAP.finditer(line, *quoted.span()) if len(found.group()) == 1}
    return kept


def _between_spread(words: list[str], gaps: list[int]) -> set[int]:
    """Which gaps part words whose characters are spread: 市 长   何 某 某."""
    if len(words) <= _FEWEST_PARTS or not all(len(word) == 1 and is_han(word) for word in words):
        return set()
    least = max(2 * min(gaps, default=0), _PARTS_CELLS)
    return {index for index, gap in enumerate(gaps) if gap >= least}


def _is_row(words: list[str], gaps: list[int]) -> bool:
    """Whether the words of a line are cells of a row: an hour and what happens then, or three and more far apart."""
    wide = sum(gap >= _PARTS_CELLS for gap in gaps)
    if (
        not wide
        or any(_SENTENCE_MARK.search(word) for word in words)
        or any(OBJECT in word or word[0] in "_＿" for word in words)
    ):
        return False
    return _HOURS.fullmatch(words[0]) is not None or (wide >= _FEWEST_GAPS and max(map(len, words)) > 1)


def _blanks(gap: str) -> str:
    """Full blanks instead of half ones: those are as wide in every face, and stay where a line is justified."""
    return gap if "\u3000" in gap else "\u3000" * max(columns(gap) // 2, 1)


def name_columns(line: str) -> list[Edit]:
    """The edits that set a line of at least three names in columns, if tabs or half-width spaces part them."""
    gaps = list(_TABBED_GAP.finditer(line))
    if len(gaps) < _FEWEST_GAPS or _NAMES_ALONE.fullmatch(line) is None:
        return []
    bounds = [0, *(edge for gap in gaps for edge in gap.span()), len(line)]
    words = [line[bounds[i] : bounds[i + 1]].strip() for i in range(0, len(bounds), 2)]
    lasts = _persons(words)
    if len(lasts) <= _FEWEST_GAPS or max(len(words[i]) for i in lasts) > _LONGEST_NAME:
        return []
    firsts = [words[0], *(words[last + 1] for last in lasts[:-1])]
    if "\t" in line and sum(map(begins_like_name, firsts)) * 2 < len(firsts):
        return []  # 日期⇥带班领导⇥值班人员
    between = [gaps[last] for last in lasts[:-1]]
    typed = {gap.group() for gap in between}
    if all(gap.strip("\u3000") == "" for gap in typed) or all(len(gap) == 1 and gap != "\t" for gap in typed):
        return []
    edits, first = [], 0
    for last, gap in zip(lasts, between, strict=False):
        width = len(line[bounds[2 * first] : bounds[2 * last + 1]])
        edits.append(Edit(*gap.span(), "\u3000" * max(_NAME_COLUMN - width, 1)))
        first = last + 1
    return edits


def _closed(gap: str, words: list[str], index: int, tight: bool, western: bool) -> str:
    """What the gap between `words[index]` and the next word becomes."""
    left, right = words[index], words[index + 1]
    before, after = left[-1], right[0]
    if _is_blank(before, after):
        return gap
    if _is_of_words(before, western) and _is_of_words(after, western):
        return "" if after in "%％‰℃" and before.isdigit() else " "
    if _ARTICLE.fullmatch(left) and not any(map(count_han, words[:index])):
        return gap
    if index == 0 and (after not in _MEASURES or _NOUN.match(right)) and _NUMBER.fullmatch(left):
        return gap
    if after in STOPS + CLOSING or before in OPENING:
        return ""
    if not tight and _separates(gap, words, index):
        return gap if columns(gap) >= 4 and before == "：" else gap[0]
    if tight and _joins_organs(left, right):
        return "\u3000" if columns(gap) >= _PARTS_CELLS else gap[0]
    if not tight and _HEADS_NAMES.search(left) and right[0] in _SURNAMES and _NAMES_LISTED.fullmatch(right):
        return "\u3000"  # 成员　李某、王某某
    if not tight and right[0] in _SURNAMES and _OF_ORGAN.search(left) and _WRITER.match(_name_at(words, index + 1)):
        return "\u3000"  # （某某镇党政办　张某）
    if _ADOPTED.search(left) and _ADOPTED_AGAIN.match(right):
        return gap[0]  # 2000年10月31日…通过　自2001年1月1日起施行
    if before in "。！？；，、" or tight:
        return ""
    spaced = len(left) == len(right) == 1
    if spaced:
        return gap if left in _SURNAMES and index == 0 and len(words) == 2 else ""
    return gap if columns(gap) >= 4 else ""


def _is_of_words(char: str, western: bool) -> bool:
    """Whether a character is of a script whose words are parted by spaces, or a mark that `western` prose has too."""
    return not is_wide(char) or is_hangul(char) or (western and unicodedata.east_asian_width(char) not in "WF")


def _is_blank(before: str, after: str) -> bool:
    """A gap left for a pen: （　）, 2024年　月　日, 〔2024〕　号, beside underscores and objects."""
    if before in "_＿" + OBJECT or after in "_＿" + OBJECT:
        return True
    if before in OPENING and after in CLOSING:
        return True
    return (before in "年月共第〕" and after in "月日页号份") or (before == "：" and after in "年")


def _joins_organs(left: str, right: str) -> bool:
    """Whether the gap parts two organs that issue a document together: 某某市财政局 某某市教育局关于…"""
    return _ORGAN.search(left) is not None and _ORGAN_FIRST.match(right) is not None


def _name_at(words: list[str], index: int) -> str:
    """A word, with the next one if it is but a surname: 王 某；电话："""
    return "".join(words[index : index + 1 + (len(words[index]) == 1)])


def _separates(gap: str, words: list[str], index: int) -> bool:
    """Whether the gap parts two entries: 联系人：张三  电话：…, a name and a number, or a blank after a colon."""
    left, right = words[index], words[index + 1]
    if left[-1] == "：":
        return columns(gap) >= 4
    if _LABEL.match(right) and any("：" in word for word in words[: index + 1]):
        return True
    if len(words) == 2 and columns(gap) >= 2 and _FIGURE.fullmatch(right) and _ENTRY.fullmatch(left):
        return True  # 某某镇　300
    return any(_TELEPHONE.fullmatch(_REMARK.sub("", word).strip(_MARKS_AROUND)) for word in (left, right))


def _lists_names(words: list[str]) -> bool:
    """Whether the words, but for a label before a colon, are names of people or organs, spaced ones among them."""
    head, colon, tail = words[0].rpartition("：")
    if not colon and len(words) > 2:
        # A spaced label before its colon: 组　长：张　三
        for index, word in enumerate(words):
            if "：" in word:
                label, _, tail = word.rpartition("：")
                return len(label) <= 4 and _are_names([tail, *words[index + 1 :]])
    if len(head) > 8:
        return False
    return _are_names([tail, *words[1:]])


def _are_names(words: list[str]) -> bool:
    words = [word for word in words if word]
    count = len(_persons(words))
    return count > 1 or (count == 1 and len(words) == 2)


def _persons(words: list[str]) -> list[int]:
    """For each name the number of its last word; none if any word belongs to no name."""
    lasts = []
    index = 0
    while index < len(words):
        if _NAME.fullmatch(words[index]):
            index += 1
        elif index + 1 < len(words) and words[index] in _SURNAMES and _is_given(words[index + 1]):
            index += 2
        else:
            return []
        lasts.append(index - 1)
    return lasts


def _is_given(word: str) -> bool:
    return len(word) == 1 and is_han(word)


def is_surname(char: str) -> bool:
    """Whether a character is one of the most frequent surnames."""
    return char in _SURNAMES


def begins_like_name(word: str) -> bool:
    """Whether a word begins with a frequent surname, or has 某 for a name that is not to be said."""
    return is_surname(word[0]) or "某" in word
