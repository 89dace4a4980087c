"""What stands around a draft, damaged or odd: a source of chance comes in, a command that meets it goes out.

Files of older formats, large fonts, what the program itself kept (waivers, journals, records of fonts), and arguments
of the command line that are not what it asks for. Families as in `fuzz_files.py`.
"""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from benchmarks.fuzz_ground import BYTES, DRAFT, Command, docx, run, same, typefaces, with_fonts, written
from tests.build import parts_of, zip_parts

_NUMBERS = ("0", "-1", "3", "1e9", "99999999999999999999", "nan", "", "甲", "1.5", "0x10", "２")
_WORDS = (
    "",
    " ",
    "甲",
    "标题",
    "=",
    "标题=",
    "=甲",
    "标题=\n",
    "1=标题",
    "9999999999=标题",
    "\udcff",
    "\ufffe",
    "甲" * 9999,
)
_NAMES = (
    "甲",
    "a b",
    "甲\n乙",
    "-x",
    "~",
    "$HOME",
    "*",
    "[a]",
    "甲" * 80,
    "甲" * 300,
    "e\u0301",
    "CON",
    "a:b",
    "\udccd\udca8",
    "甲.",
    ".",
)


def legacy(place: Path, chance: random.Random) -> Command:
    """A file of an older format that is cut off or has other bytes, as the program itself reads and converts it."""
    kind = chance.choice(("doc", "rtf", "odt"))
    data = _older(kind)
    for _ in range(chance.choice((1, 1, 3))):
        if kind == "odt" and chance.random() < 0.7:
            data = _with_part(data, chance)
        else:
            data = chance.choice(BYTES)(data, chance) or b"\0"
    name = chance.choice((kind, kind, {"doc": "wps"}.get(kind, kind)))
    source = written(place, f"通知.{name}", data)
    commands = [["check", source], ["format", source, "-o", str(place / "成品.docx")], ["inspect", source]]
    return chance.choice(commands)


def large_fonts(place: Path, chance: random.Random) -> Command:
    """A folder with a font of many megabytes that is damaged in a few places."""
    original = chance.choice(_large_typefaces())
    data = bytearray(original)
    for _ in range(chance.choice((1, 5, 50))):
        # The tables that say where everything is stand at the beginning.
        data[chance.randrange(chance.choice((64, 4096, len(data))))] = chance.randrange(256)
    if chance.random() < 0.2:
        del data[chance.randrange(len(data)) :]
    (place / "字体").mkdir()
    (place / "字体" / f"大{chance.choice(('.ttf', '.otf', '.ttc'))}").write_bytes(data)
    return with_fonts(place, place / "字体", chance)


def waivers(place: Path, chance: random.Random) -> Command:
    """A list of waivers beside the draft, or in it, that is damaged or says strange things."""
    said = "\n".join(
        f"[[waiver]]\nrule = {chance.choice(_TOML)}\n{chance.choice(('reason', 'paragraph', 'text', '甲'))} = "
        f"{chance.choice(_TOML)}\nreason = {chance.choice(_TOML)}"
        for _ in range(chance.choice((1, 1, 3, 200)))
    )
    data = chance.choice((same, same, *BYTES))(said.encode(), chance)
    draft = written(place, "通知.docx", docx())
    written(place, "通知.docx.gwcheck.toml", data)
    return ["check", draft, "--format", chance.choice(("text", "json", "sarif", "junit", "html", "csv"))]


def journals(place: Path, chance: random.Random) -> Command:
    """A batch that goes on where the journal of the last one is damaged, or what it tells of is gone."""
    shutil.copytree(_batch(), place, dirs_exist_ok=True)
    kept = [path for path in sorted((place / "出").rglob("*")) if path.is_file()]
    for path in chance.sample(kept, min(len(kept), chance.choice((1, 1, 3)))):
        match chance.randrange(5):
            case 0:
                path.unlink()
            case 1:
                path.unlink()
                path.mkdir()
            case 2:
                lines = path.read_bytes().splitlines(keepends=True)
                path.write_bytes(b"".join(chance.choices(lines, k=chance.randrange(1, 9)) if lines else ()))
            case _:
                path.write_bytes(chance.choice(BYTES)(path.read_bytes() or b"\0", chance))
    journal = next((place / "出" / "_gwformat").glob("*.jsonl"), None)
    if journal is not None and journal.is_file() and chance.random() < 0.7:
        said = journal.read_text("utf-8", "replace")
        value = chance.choice(("null", "1e999", "[]", "{}", '"\\ud800"', '"../../甲"', "-1", "true", '"/"'))
        found = list(re.finditer(r'(?<=: )("[^"]*"|[\d.]+|\[[^]]*\]|\{[^}]*\})', said))
        if found:
            one = chance.choice(found)
            journal.write_text(said[: one.start()] + value + said[one.end() :], "utf-8")
    return ["batch", str(place / "入"), "-o", str(place / "出"), *chance.choice((["--resume"], [], ["--force"]))]


def records(place: Path, chance: random.Random) -> Command:
    """A docx whose record of an earlier change of fonts says something else."""
    parts = parts_of(_mapped())
    name = next(name for name in parts if "gwformat-fonts.xml" in name)
    root = etree.fromstring(parts[name])
    for _ in range(chance.choice((1, 1, 3, 9))):
        node = chance.choice(list(root.iter(etree.Element)))
        match chance.randrange(5):
            case 0 if node.getparent() is not None:
                node.getparent().remove(node)
            case 1 if node.getparent() is not None:
                node.addnext(etree.fromstring(etree.tostring(node)))
            case 2:
                node.text = chance.choice(
                    ("", "a", "a*99999999999", "-", "*", "a b c", "999", "甲", (node.text or "")[:-2])
                )
            case 3 if node.attrib:
                node.set(
                    chance.choice(list(node.attrib)),
                    chance.choice(("", "a", "0", "-1", "w:x", "{", "甲", "word/document.xml")),
                )
            case _ if node.attrib:
                del node.attrib[chance.choice(list(node.attrib))]
    parts[name] = etree.tostring(root)
    source, finished = written(place, "通知.docx", zip_parts(parts)), str(place / "成品.docx")
    asked = [["fonts", "map", source, "--to", system, "-o", finished] for system in ("government", "party", "open")]
    asked += [
        ["check", source],
        ["format", source, "-o", finished],
        ["exchange", source, "--to", "party", "-o", finished],
    ]
    return chance.choice([*asked[:3], *asked])


def arguments(place: Path, chance: random.Random) -> Command:
    """Paths that are folders, pipes, links, devices, or nowhere; names of strange characters; numbers that are none."""
    source, target = _source(place, chance), _target(place, chance)
    odd, number = chance.choice(_WORDS), chance.choice(_NUMBERS)
    commands = [
        ["format", source, "-o", target],
        ["format", source, source, "-o", target],
        ["format", source, "-o", target, "--pdf", "--report", _target(place, chance)],
        ["format", source, "-o", target, "--set", odd],
        ["format", source, "-o", target, "--role", odd],
        ["format", source, "-o", target, "--seal-diameter", number],
        ["format", source, "-o", target, chance.choice(("--seal", "--meta", "--profile", "--system")), source],
        ["check", source, "-o", target],
        ["check", source, "--select", odd, "--ignore", odd],
        ["check", source, "--annotate", target, "--certificate", _target(place, chance)],
        ["check", source, "--fix", "-o", target],
        ["check", source, "--fix", "--in-place"],
        ["check", source, "--org", chance.choice((source, target))],
        ["inspect", source],
        ["layout", source, "--role", odd],
        ["render", source, "-o", target, "--dpi", number],
        ["render", source, "-o", target, "--pdf-standard", odd],
        ["compare", source, chance.choice((source, target))],
        ["print", source, "--copies", number, "-o", target],
        ["print", source, "--overprint", "rest", "--offset", f"{number},{chance.choice(_NUMBERS)}", "-o", target],
        ["print", source, "--impose", "2up", "--sheet", odd, "-o", target],
        ["print", source, "--distribution", source, "--ticket", target, "-o", _target(place, chance)],
        ["fonts", "map", source, "--to", chance.choice(("open", odd, target)), "-o", target],
        ["fonts", "coverage", source, "--font-dir", chance.choice((source, target, "/dev/null"))],
        ["exchange", source, "--to", "party", "-o", target],
        ["exchange", source, "--verify", "--manifest", chance.choice((source, target))],
        ["new", chance.choice(("通知", odd)), "-o", target],
        ["explain", odd],
        ["profile", "check", source],
        ["batch", source, "-o", str(place / "出"), "--jobs", "1"],
        [chance.choice(("format", "check", "甲", odd, "--pdf")), source, target, odd],
    ]
    return chance.choice(commands)


def _source(place: Path, chance: random.Random) -> str:
    name = chance.choice(_NAMES)
    path = place / f"{name}.{chance.choice(('docx', 'txt', 'md', 'DOCX', 'pdf', ''))}"
    match chance.randrange(10):
        case 0:
            return chance.choice(("", "-", "/dev/null", "/dev/zero", str(place), "a\nb", "https://甲/乙.docx"))
        case 1:
            return str(place / "没有" / name)
        case 2:
            path = place / "圈.docx"
            path.symlink_to(path)
        case 3:
            path = place / "管.docx"
            os.mkfifo(path)
        case 4:
            path = place / "夹.docx"
            path.mkdir()
        case _:
            try:
                path.write_bytes(docx() if path.suffix.lower() == ".docx" else DRAFT.encode())
            except OSError:  # a name longer than the system allows
                return str(path)
    return str(path)


def _target(place: Path, chance: random.Random) -> str:
    made = sorted(place.iterdir())
    match chance.randrange(9):
        case 0:
            return chance.choice(("", "-", "/", ".", str(place), "/proc/甲.docx"))
        case 1 if made:
            return str(chance.choice(made))
        case 2 if made:
            link = place / "成.docx"
            link.unlink(missing_ok=True)
            link.symlink_to(chance.choice(made))
            return str(link)
        case 3:
            return str(place / "没有" / "结果.docx")
        case 4 if made:
            return str(chance.choice(made) / "结果.docx")
    return str(place / f"成品.{chance.choice(('docx', 'docx', 'pdf', 'ofd', 'txt', 'html', 'json', 'png', ''))}")


_TOML = (
    '"T5"',
    '"E"',
    '""',
    '"引文"',
    "1",
    "-1",
    "99999999999999999999",
    "1e999",
    "nan",
    "[]",
    "{}",
    "true",
    '"\\u0000"',
    '"甲',
    "",
)


def _with_part(data: bytes, chance: random.Random) -> bytes:
    """An ODF with other bytes in one of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        return data
    name = chance.choice(["content.xml", *parts])
    parts[name] = chance.choice(BYTES)(parts.get(name) or b"\0", chance)
    return zip_parts(parts)


@cache
def _older(kind: str) -> bytes:
    """The draft as LibreOffice writes it in an older format."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        source = written(Path(folder), "draft.docx", docx())
        profile = f"-env:UserInstallation=file://{folder}/profile"
        form = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}[kind]
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True)
        return (Path(folder) / f"draft.{kind}").read_bytes()


@cache
def _batch() -> Path:
    """A folder in which a batch was done."""
    place = Path(tempfile.mkdtemp(prefix="gwformat-"))
    (place / "入").mkdir()
    for number in range(3):
        written(place / "入", f"{number}.txt", DRAFT.encode())
    run("batch", str(place / "入"), "-o", str(place / "出"), "--jobs", "1")
    return place


@cache
def _mapped() -> bytes:
    """The draft, formatted and changed to other fonts."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        source, formatted, mapped = (str(Path(folder) / f"{name}.docx") for name in "甲乙丙")
        written(Path(folder), "甲.docx", docx())
        run("format", source, "-o", formatted)
        run("fonts", "map", formatted, "--to", "party", "--keep-lines", "-o", mapped)
        return Path(mapped).read_bytes()


@cache
def _large_typefaces() -> list[bytes]:
    """Fonts of more than a megabyte: those that are installed, and one face of a collection."""
    from fontTools.ttLib import TTCollection

    found = typefaces(large=True)[:2]
    faces = []
    for path in found[:1]:
        buffer = io.BytesIO()
        TTCollection(path).fonts[0].save(buffer)
        faces.append(buffer.getvalue())
    return [*faces, *(path.read_bytes() for path in found)]
