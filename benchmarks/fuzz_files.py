"""Files other than docx, damaged or strange: a source of chance comes in, a command on a file of one family goes out.

Each family writes its input into a folder and says which command to give it; what is to be written is called 成品.
"""

from __future__ import annotations

import io
import random
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from benchmarks import fuzz_surroundings as surroundings
from benchmarks.fuzz_ground import BYTES, DRAFT, Command, docx, paragraphs, run, same, typefaces, with_fonts, written
from benchmarks.fuzz_pictures import pictures_of_every_kind
from tests.build import make_docx
from tests.hostile.mutations import broken_xml, other_attribute, other_element, other_text

Family = Callable[[Path, random.Random], Command]

_PARTS = (broken_xml, other_attribute, other_element, other_text)


def ofd(place: Path, chance: random.Random) -> Command:
    """An OFD of our own with something wrong in its zip or its XML."""
    return _published(place, chance, "ofd", (*BYTES, *_PARTS, *_PARTS))


def pdf(place: Path, chance: random.Random) -> Command:
    """A PDF of our own that is cut off, or has other bytes."""
    return _published(place, chance, "pdf", BYTES)


def fonts(place: Path, chance: random.Random) -> Command:
    """A folder of fonts of the user's, one of them damaged."""
    source = chance.choice(typefaces(large=False))
    folder = _folder(place, "字体")
    name = f"甲{chance.choice(('.ttf', '.otf', '.ttc', source.suffix))}"
    (folder / name).write_bytes(chance.choice(BYTES)(source.read_bytes(), chance))
    return with_fonts(place, folder, chance)


def pictures(place: Path, chance: random.Random) -> Command:
    """A draft with a picture that is damaged, enormous, of rare colours, or no picture."""
    kind, data = chance.choice(pictures_of_every_kind())
    if data and chance.random() < 0.7:
        data = chance.choice(BYTES)(data, chance)
    if chance.random() < 0.5:
        written(place, f"图.{kind}", data)
        draft = written(place, "通知.md", (DRAFT + f"\n![图](图.{kind})\n").encode())
    else:
        blip = f'<pic:blipFill xmlns:pic="{_PIC}"><a:blip xmlns:a="{_A}" r:embed="rel-pic"/></pic:blipFill>'
        shape = f'<pic:pic xmlns:pic="{_PIC}">{blip}<pic:spPr/></pic:pic>'
        data_of = f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">{shape}</a:graphicData></a:graphic>'
        size = '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="图"/>'
        drawing = f"<w:p><w:r><w:drawing><wp:inline>{size}{data_of}</wp:inline></w:drawing></w:r></w:p>"
        package = make_docx(
            paragraphs() + drawing, {f"word/media/a.{kind}": data}, [("rel-pic", "image", f"media/a.{kind}")]
        )
        draft = written(place, "通知.docx", package)
    return _any_of(chance, place, draft)


def seals(place: Path, chance: random.Random) -> Command:
    """A picture of a seal that is damaged, or no picture."""
    kind, data = chance.choice(pictures_of_every_kind())
    if data and chance.random() < 0.8:
        data = chance.choice(BYTES)(data, chance)
    seal, draft = written(place, f"章.{kind}", data), written(place, "通知.txt", DRAFT.encode())
    name = "成品.docx" if chance.random() < 0.5 else "成品.pdf"
    return ["format" if name.endswith("x") else "render", draft, "--seal", seal, "-o", str(place / name)]


def tables_of_copies(place: Path, chance: random.Random) -> Command:
    """A list of distribution in CSV with strange rows and encodings."""
    rows = ["机关,份数,备注"]
    widths = chance.choices((1, 2, 3, 3, 9), k=chance.randrange(6))
    rows += [",".join(chance.choices(_STRANGE_CELLS, k=width)) for width in widths]
    text = chance.choice(("\n", "\r", "\r\n")).join(rows).encode(chance.choice(_ENCODINGS), "replace")
    listed = written(place, "发放表.csv", chance.choice((same, same, *BYTES))(text, chance))
    source = written(place, "通知.pdf", _finished("pdf"))
    return ["print", source, "--distribution", listed, "-o", str(place / "成品.pdf")]


def settings(place: Path, chance: random.Random) -> Command:
    """A TOML of organs, layout, fonts or elements of the unit's, damaged or with values of another kind."""
    option, file = chance.choice(_SETTINGS)
    lines = (_EXAMPLES / file).read_text("utf-8").splitlines()
    for _ in range(chance.choice((1, 1, 2, 4))):
        number = chance.randrange(len(lines))
        key, equals, _ = lines[number].partition("=")
        lines[number] = (
            key + equals + chance.choice(_VALUES) if equals else chance.choice((lines[number] * 2, "", "[甲]"))
        )
    data = "\n".join(lines).encode()
    damaged = written(place, "本单位.toml", chance.choice((same, same, same, *BYTES))(data, chance))
    draft = written(place, "通知.txt", DRAFT.encode())
    if option == "--org":
        return ["check", draft, option, damaged]
    return ["format", draft, option, damaged, "-o", str(place / "成品.docx")]


def markdown(place: Path, chance: random.Random) -> Command:
    """Markdown of signs that nest or repeat without an end, of tables and HTML."""
    times = chance.choice((1, 3, 30, 300, 3000))
    pieces = [chance.choice(_MARKS) * chance.choice((1, times)) for _ in range(chance.randrange(1, 8))]
    text = DRAFT + chance.choice(("", "\n", "\n\n")).join(pieces)
    return _any_of(chance, place, written(place, "通知.md", text.encode()))


def text(place: Path, chance: random.Random) -> Command:
    """Text in an encoding, or in several, with NULs, carriage returns or lines of a million characters."""
    said = DRAFT
    match chance.randrange(6):
        case 0:
            said = said.replace("\n", "\r")
        case 1:
            said = said.replace("\n", "\0")
        case 2:
            said += chance.choice("甲，1a （\u200b") * chance.choice((1000, 300_000))
        case 3:
            said = "".join(chr(chance.randrange(0x20, 0xD800)) for _ in range(2000)) + said
        case 4:
            said = "".join(chance.sample(said, len(said)))
    data = chance.choice(_MARKS_OF_ORDER) + said.encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.3:
        data += said.encode(chance.choice(_ENCODINGS), "replace")
    return _any_of(chance, place, written(place, "通知.txt", chance.choice((same, *BYTES))(data, chance)))


def packed(place: Path, chance: random.Random) -> Command:
    """A package of one name and another content, or one that grows when it is opened."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(chance.choice(("word/document.xml", "OFD.xml", "content.xml", "甲")), bytes(170 << 20))
    data = chance.choice((buffer.getvalue(), _finished("pdf"), _finished("ofd"), docx(), b"", b"\0" * 4096))
    kind = chance.choice(("docx", "ofd", "pdf", "txt", "md", "odt", "doc", "rtf", "wps"))
    return _any_of(chance, place, written(place, f"通知.{kind}", data))


FAMILIES: Mapping[str, Family] = {
    one.__name__: one
    for one in (
        ofd, pdf, fonts, pictures, seals, tables_of_copies, settings, markdown, text, packed,
        surroundings.legacy, surroundings.large_fonts, surroundings.waivers, surroundings.journals,
        surroundings.records, surroundings.arguments,
    )
}  # fmt: skip

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EXAMPLES = Path(__file__).parents[1] / "examples"
_SETTINGS = (
    ("--org", "机构.toml"),
    ("--profile", "版式-县委办公室.toml"),
    ("--profile", "版式-市政府办公室.toml"),
    ("--meta", "本单位.toml"),
    ("--system", "字体.toml"),
)
_VALUES = (
    "",
    "0",
    "-1",
    "1e999",
    "nan",
    "true",
    '""',
    '"' + "甲" * 999 + '"',
    "[]",
    "[[[]]]",
    "{}",
    "2026-05-06",
    '"\\u0000"',
)
_STRANGE_CELLS = ("某某市教育局", "1", "0", "-3", "99999999999", "1.5", "", "２", '"', "甲" * 9999, "\0", "=1+1", "十")
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "big5", "utf-7")
_MARKS_OF_ORDER = (b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\x84\x31\x95\x33")
_MARKS = (
    *">*_`~[|\\$\t\n甲",
    *("> ", "- ", "  - 甲\n", "1. ", "# ", "**", "```\n", "](", "![", "](a)", "$$", "---\n", "\n\n", "\n|", "|甲"),
    *("|甲|乙|\n|-|-|\n", "[^1]", "[^1]: 甲\n", "[甲]: <", "&#x110000;", "&amp;", "<b>", "<div>\n", "</b>", "<td>甲"),
    *("<table><tr><td>", "<table><tr><td colspan=9999 rowspan=9999>甲</td></tr></table>\n", "<a href=", "<sup>"),
    *("<ruby>", "<!--", "<?", "<![CDATA["),
)


def _any_of(chance: random.Random, place: Path, source: str) -> Command:
    """One of the commands that read a draft."""
    other = written(place, "另一份.txt", DRAFT.encode())
    commands = [["format", source, "-o", str(place / "成品.docx")], ["check", source], ["inspect", source]]
    commands += [["render", source, "-o", str(place / f"成品.{kind}")] for kind in ("pdf", "ofd", "txt")]
    return chance.choice([*commands, ["compare", source, other], ["print", source]])


def _published(place: Path, chance: random.Random, kind: str, ways: tuple[Callable[..., bytes], ...]) -> Command:
    data = _finished(kind)
    for _ in range(chance.choice((1, 1, 3))):
        try:
            data = chance.choice(ways)(data, chance)
        except (ValueError, SyntaxError, LookupError, zipfile.BadZipFile, zlib.error):  # what it was made of is damaged
            break
    source, whole = written(place, f"通知.{kind}", data), written(place, "通知.docx", docx())
    imposed = ["print", source, "--impose", "booklet", "-o", str(place / "成品.pdf")]
    proof = ["print", source, "--proof", "-o", str(place / "成品.pdf")]
    judged = [["print", source], ["print", source, "--format", "json"], ["compare", whole, source]]
    return chance.choice([*judged, *judged, imposed, proof])


@cache
def _finished(kind: str) -> bytes:
    """The draft as the file of this kind."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        source = written(Path(folder), "通知.txt", DRAFT.encode())
        target = Path(folder) / f"通知.{kind}"
        run("render", source, "-o", str(target))
        return target.read_bytes()


def _folder(place: Path, name: str) -> Path:
    shutil.rmtree(place / name, ignore_errors=True)
    (place / name).mkdir()
    return place / name
