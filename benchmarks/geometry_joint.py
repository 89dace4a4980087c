"""Joint documents: fictional drafts of several organs, and what is measured of them for 7.2.4 and 7.3.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

from benchmarks.geometry import LEFT, RIGHT
from benchmarks.geometry_document import ALIKE, CENTRE, LEADING, ZI, Document, Figure, Part, counted, exact
from benchmarks.geometry_drafts import Case, joint_draft
from benchmarks.geometry_signers import signer_figures
from benchmarks.page_content import Picture
from benchmarks.text_lines import DESCENT
from tests.drawings import png

ORGANS = ("教育局", "财政局", "人力资源和社会保障局", "民政局", "审计局", "司法局", "统计局", "水利局", "公安局")
_GREY = 200  # of the first seal; no two greys are the same file
_SIGNERS = ("张某某", "李某某", "欧阳某某", "王某某", "赵某某", "钱某某", "孙某某", "周某某", "吴某某")


def joint_cases() -> Iterator[Case]:
    """Two to nine organs, down and up, with seals, with 签名章, and without."""
    for seal, count, up in product(("round", "none", "signature"), range(2, 10), (False, True)):
        short = [name for name in ORGANS if count != 3 or len(name) == 3]  # three seals of short names in a row
        names = tuple(f"某某市{name}" for name in short[:count])
        signed = tuple(f"{name}局长" for name in names) if seal == "signature" else names
        text = joint_draft(names, signed, _SIGNERS[:count] if up else ())
        size = (600, 600) if seal == "round" else (900, 300)
        pictures = () if seal == "none" else tuple(png(*size, _GREY + number) for number in range(len(signed)))
        name = f"联合-{count}-{'上行' if up else '下行'}-{seal}"
        yield Case(name, text, seal, organs=names, signed=signed, pictures=pictures)


def joint_figures(document: Document, case: Case) -> Iterator[Figure]:
    """What a joint document has otherwise than that of one organ."""
    yield from _mark(document, case)
    yield from {"round": _sealed, "none": _bare, "signature": _stamped}[case.seal](document, case.signed)


def _mark(document: Document, case: Case) -> Iterator[Figure]:
    names = [_red(document, organ) for organ in case.organs]
    beside, number, red = _red(document, "文件"), document.first(r"\S+?〔\d{4}〕\d+号"), document.measured.red_line
    assert number is not None and red is not None
    yield exact("7.2.4", "联合标志：上边缘距版心上边缘35", 72, names[0].top)
    for name in names[1:]:
        yield exact("7.2.4", "联合标志：各名称左端对齐", names[0].x0, name.x0)
        yield exact("7.2.4", "联合标志：各名称右端对齐", names[0].x1, name.x1)
    for above, below in pairwise(names):
        yield Figure("7.2.4", "联合标志：按次序上下排列，不相接", 0.5, 99, below.top - above.bottom)
    middle = (names[0].top + names[-1].bottom) / 2
    yield exact("7.2.4", "联合标志：“文件”上下居中", middle, (beside.top + beside.bottom) / 2)
    yield Figure("7.2.4", "联合标志：“文件”在名称右侧", 0.5, 99, beside.x0 - max(name.x1 for name in names))
    yield exact("7.2.4", "联合标志：居中", CENTRE, (names[0].x0 + beside.x1) / 2)
    two = 2 * document.grid.pitch
    first = document.first("签发人：") or number
    yield Figure("7.2.5", "联合标志：其下空二行", two, two + LEADING, first.top - names[-1].bottom)
    yield from signer_figures(document, case, number, names[-1], red)
    yield exact("7.2.7", "红线：发文字号之下4", number.bottom + 4, red.y)


def _red(document: Document, words: str) -> Part:
    return next(part for part in document.find(words) if part.line.red)


def _sealed(document: Document, organs: Sequence[str]) -> Iterator[Figure]:
    names, date = _signed(document, organs)
    seals = document.measured.pictures
    clause = "7.3.5.1"
    yield counted(clause, "联合用印：一个机关一枚", len(organs), len(seals))
    if not seals:
        return
    owners = [_pressing(seals, name) for name in names]
    for seal, name in zip(owners, names, strict=True):
        yield exact(clause, "联合用印：直径42", 42, seal.x1 - seal.x0)
        yield exact(clause, "联合用印：居中下压署名", name.centre, (seal.x0 + seal.x1) / 2)
        yield Figure(clause, "联合用印：左端不出版心", LEFT, RIGHT, seal.x0)
        yield Figure(clause, "联合用印：右端不出版心", LEFT, RIGHT, seal.x1)
        yield Figure(clause, "联合用印：署名在印章之内", seal.y0, seal.y1, (name.top + name.bottom) / 2)
    for one, other in combinations([seal for seal in owners if seal.page == date.line.page], 2):
        apart = ((one.x0 - other.x0) ** 2 + (one.y0 - other.y0) ** 2) ** 0.5
        yield Figure(clause, "联合用印：互不相交或相切", 42.5, 999, apart)
    yield exact(clause, "联合用印：最后一枚也下压成文日期", date.centre, (owners[-1].x0 + owners[-1].x1) / 2)
    yield Figure(clause, "联合用印：成文日期在印章之内", owners[-1].y0, owners[-1].y1, (date.top + date.bottom) / 2)
    above = document.before(names[0])
    while above is not None and any(above.text in organ for organ in organs):  # the first line of a long name
        above = document.before(Part(above, 0, len(above.glyphs)))
    if above is not None:
        text = above.baseline + DESCENT * names[0].size
        yield Figure(clause, "联合用印：首排顶端距正文一行之内", 0, document.grid.pitch, owners[0].y0 - text)


def _pressing(seals: Sequence[Picture], name: Part) -> Picture:
    """The seal nearest to the name, on its page if there is any."""
    here = [seal for seal in seals if seal.page == name.line.page] or seals
    return min(here, key=lambda s: abs((s.x0 + s.x1) / 2 - name.centre) + abs((s.y0 + s.y1) / 2 - name.baseline))


def _bare(document: Document, organs: Sequence[str]) -> Iterator[Figure]:
    names, date = _signed(document, organs)
    clause, pitch = "7.3.5.2", document.grid.pitch
    for name in names[1:]:
        yield exact(clause, "联合不用印：署名左端对齐", names[0].x0, name.x0)
    for above, below in pairwise([*names, date]):
        if above.line.page == below.line.page:
            yield exact(clause, "联合不用印：依次向下编排", pitch, below.baseline - above.baseline)
    yield exact(clause, "联合不用印：成文日期比署名右移二字", names[0].x0 + 2 * ZI, date.x0)
    longest = max(names, key=lambda name: name.x1)
    longer = longest if longest.x1 - longest.x0 > date.x1 - date.x0 - ALIKE else date
    yield exact(clause, "联合不用印：较长者右空二字", RIGHT - 2 * ZI, longer.x1)


def _stamped(document: Document, organs: Sequence[str]) -> Iterator[Figure]:
    posts, date = _signed(document, organs)
    stamps = document.measured.pictures
    clause = "7.3.5.3"
    yield counted(clause, "联合签名章：一个机关一枚", len(organs), len(stamps))
    for post in posts if stamps else ():
        stamp = _pressing(stamps, post)
        yield exact(clause, "联合签名章：右空四字", RIGHT - 4 * ZI, stamp.x1)
        yield exact(clause, "联合签名章：左空二字标注职务", stamp.x0 - 2 * ZI, post.x1)
        yield exact(clause, "联合签名章：职务上下居中", (stamp.y0 + stamp.y1) / 2, (post.top + post.bottom) / 2)
    for one, other in pairwise(sorted(stamps, key=lambda stamp: (stamp.page, stamp.y0))):
        if one.page == other.page:
            yield Figure(clause, "联合签名章：上下不相接", 0.5, 99, other.y0 - one.y1)
    yield exact(clause, "联合签名章：成文日期右空四字", RIGHT - 4 * ZI, date.x1)


def _signed(document: Document, organs: Sequence[str]) -> tuple[list[Part], Part]:
    date = document.first(r"(?<!\d)\d{4}年\d+月\d+日(?!印发)")
    assert date is not None
    found = [_black(document, organ) or _black(document, organ[(len(organ) + 1) // 2 :]) for organ in organs]
    return [parts[-1] for parts in found], date  # of a long name on two lines the second one


def _black(document: Document, words: str) -> list[Part]:
    return [part for part in document.find(words) if not part.line.red and part.size > 5]
