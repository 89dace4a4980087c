"""A docx comes in; the same with its fonts embedded, or with none in it any more, is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gwformat import output, readers
from gwformat.api.common import no_docx
from gwformat.api.fonts import fonts_here, unread
from gwformat.api.options import StrPath
from gwformat.api.proving import prove
from gwformat.errors import FontMissing, Refused, UsageError
from gwformat.fonts.character_sets import needs_ink
from gwformat.fonts.embeddable import embeddable, may_be_subset, refusal
from gwformat.fonts.families import face_named, installed_face
from gwformat.fonts.installed import Installed, InstalledFonts
from gwformat.fonts.system import FontSystem, load_system
from gwformat.ooxml.effective import formatting_of, stretches
from gwformat.ooxml.package import Package
from gwformat.values import dataclass
from gwformat.writers import docx

# What fields and automatic numbers may come to say when the file is opened.
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "〇零一二三四五六七八九十百千万第章节条款项年月日—·、．（）"
_ADVICE = "用 gwformat fonts list 查看；不嵌入的，请收文单位装上同样的字体。"


@dataclass(frozen=True, slots=True)
class FontEmbedded:
    """One font that went into the file."""

    family: str
    face: Installed
    size: int  # bytes of the font itself
    subset: bool
    bold: bool = False


@dataclass(frozen=True, slots=True)
class EmbedResult:
    """A file with fonts in it, and those that stayed out."""

    source: Path
    output: Path
    embedded: tuple[FontEmbedded, ...]
    refused: tuple[tuple[str, str], ...]  # family and reason
    absent: tuple[str, ...]
    before: int  # bytes of the file
    after: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A family of the document with the characters it sets."""

    family: str
    characters: frozenset[str]
    bold: frozenset[str]  # those of them that are bold


def embed_fonts(
    path: StrPath,
    target: StrPath,
    font_dirs: Sequence[StrPath] = (),
    *,
    whole: bool = False,
    families: Sequence[str] = (),
    strict: bool = False,
    force: bool = False,
) -> EmbedResult:
    """Write the docx with the fonts that set its characters, `families` of them or all.

    `Refused` if none may be embedded, or one of `families`, or with `strict` any; `FontMissing` if they are not there.
    """
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    package, notices = _opened(path)
    system, fonts = load_system("government"), fonts_here(font_dirs)
    wanted = _named(list(_wanted(package)), families)
    faces = {item.family: installed_face(item.family, system, fonts) for item in wanted}
    reasons = {family: refusal(face) for family, face in faces.items() if face is not None}
    refused = tuple((family, reason) for family, reason in reasons.items() if reason)
    absent = tuple(family for family, face in faces.items() if face is None)
    _demand(refused, absent, nothing=len(refused) + len(absent) == len(wanted), strict=strict or bool(families))
    made = [font for item in wanted if reasons.get(item.family) == "" for font in _made(item, system, fonts, whole)]
    data = docx.embed(package, [font for font, _ in made]).to_bytes()
    prove(package, data)
    output.write_atomically(target, data)
    bound = [f"“{f.family}”的厂商不许只嵌入一部分字，已整套嵌入" for f, _ in made if not (whole or f.subset)]
    told = (*notices, *unread(fonts), *bound)
    done = tuple(said for _, said in made)
    return EmbedResult(path, target, done, refused, absent, path.stat().st_size, len(data), told)


def unembed_fonts(path: StrPath, target: StrPath, *, force: bool = False) -> tuple[str, ...]:
    """Write the docx without embedded fonts; the families that were in it."""
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    package, _ = _opened(path)
    families = docx.embedded_families(package)
    data = docx.unembed(package).to_bytes()
    prove(package, data)
    output.write_atomically(target, data)
    return families


def _opened(path: Path) -> tuple[Package, tuple[str, ...]]:
    draft = readers.read(path)
    if draft.package is None:
        raise no_docx(path, "不能嵌入字体")
    return draft.package.as_said, draft.notices


def _wanted(package: Package) -> Iterator[_Wanted]:
    plain: dict[str, set[str]] = {}
    bold: dict[str, set[str]] = {}
    for found in stretches(package, formatting_of(package)):
        characters = set(filter(needs_ink, found.text))
        if found.font.said and characters:
            family = found.font.name.removeprefix("@")
            plain.setdefault(family, set()).update(characters)
            if found.look.bold:
                bold.setdefault(family, set()).update(characters)
    for family, characters in plain.items():
        yield _Wanted(family, frozenset(characters), frozenset(bold.get(family, ())))


def _named(wanted: list[_Wanted], families: Sequence[str]) -> list[_Wanted]:
    """Those the user names; all if none is named."""
    if not families:
        return wanted
    by_name: Mapping[str, _Wanted] = {item.family.casefold(): item for item in wanted}
    unknown = [family for family in families if family.casefold() not in by_name]
    if unknown:
        used = "、".join(item.family for item in wanted)
        raise UsageError(f"文件里没有用到字体：{'、'.join(unknown)}", f"用到的有：{used}。")
    return [by_name[family.casefold()] for family in dict.fromkeys(families)]


def _demand(refused: Sequence[tuple[str, str]], absent: Sequence[str], *, nothing: bool, strict: bool) -> None:
    if refused and (strict or nothing):
        said = "；".join(f"“{family}”：{reason}" for family, reason in refused)
        raise Refused(f"字体不能嵌入，没有写出。{said}", _ADVICE)
    if absent and (strict or nothing):
        advice = "装上这些字体，或者用 --font-dir 指明它们所在的文件夹。"
        raise FontMissing(f"没有安装字体：{'、'.join(absent)}", advice)
    if nothing:
        raise UsageError("文件里没有写明字体的文字，没有字体可嵌入", "先用 gwformat format 排版，再嵌入字体。")


def _made(
    item: _Wanted, system: FontSystem, fonts: InstalledFonts, whole: bool
) -> Iterator[tuple[docx.Embedded, FontEmbedded]]:
    """The regular face, and the bold one where there is bold text and a face drawn for it."""
    regular = installed_face(item.family, system, fonts)
    assert regular is not None
    chosen = [(regular, item.characters, False)]
    known = face_named(item.family, system)
    names = (item.family, *(known.names if known else ()))
    heavy = next(filter(None, map(fonts.find_bold, names)), None) if item.bold else None
    if heavy is not None and heavy != regular and not refusal(heavy):
        chosen.append((heavy, item.bold, True))
    for face, characters, bold in chosen:
        is_subset = not whole and may_be_subset(face)
        file = embeddable(face, characters | frozenset(_ALWAYS) if is_subset else None)
        kind = "embedBold" if bold else "embedRegular"
        embedded = docx.Embedded(item.family, file.data, file.subset, kind)
        yield embedded, FontEmbedded(item.family, face, len(file.data), file.subset, bold)
