"""The name of a template and words for its places come in; a docx to go on writing stands at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType

from gwformat import drafting, layout, normalise, output, recognise
from gwformat.api.common import fonts_of, own_profiles, profile_of, supplied_by, undisturbed
from gwformat.api.options import StrPath
from gwformat.element_forms import form_fault
from gwformat.errors import UsageError
from gwformat.metadata import SUPPLIED, Values, role_named
from gwformat.model import Document, Kind, Role, Seal
from gwformat.setting.setting import setting_of
from gwformat.text.names import meant
from gwformat.text.numerals import DATE, date_of
from gwformat.values import dataclass
from gwformat.writers import docx

_FORMS, _DOCUMENTS = "表单", "公文"
_SUFFIX = "文件"  # what a mark has after the name of its organ
_ALIASES = {"令": "命令", "命令（令）": "命令", "会议纪要": "纪要", "转发通知": "印发通知", "批转通知": "印发通知"}


@dataclass(frozen=True, slots=True)
class NewOptions:
    """What is known of the draft: words by the labels of places or elements, and what the unit's file says."""

    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # the user's, all must have a place
    unit: Values = field(default_factory=lambda: MappingProxyType({}))  # the unit's: used as far as there are places
    unit_words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    system: str | None = None  # that of the unit's profile, or government
    profiles: tuple[StrPath, ...] = ()  # a unit's own, each for the format it names
    grid: str | None = None
    by_hand: bool = False  # places of a form stay empty
    force: bool = False


NEW_DEFAULTS = NewOptions()


@dataclass(frozen=True, slots=True)
class Listed:
    """A template: its group, its name, and what it is for."""

    group: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A file that was written, and the labels of the places still to be filled."""

    output: Path
    name: str
    left: tuple[str, ...]


def templates() -> Iterator[Listed]:
    """Everything `new_file` can make, documents first."""
    for name in drafting.template_names():
        yield Listed(_DOCUMENTS, name, drafting.template(name).says)
    for name in drafting.form_names():
        yield Listed(_FORMS, name, drafting.form(name).says)


@undisturbed()
def new_file(name: str, target: StrPath, options: NewOptions = NEW_DEFAULTS) -> Drafted:
    """Write a draft from the template or form called `name` to `target`; `UsageError` if there is none."""
    target = Path(target)
    output.check_target(Path(), target, force=options.force)
    data, left = make(name, options)
    output.write_atomically(target, data)
    return Drafted(target, name, left)


def make(name: str, options: NewOptions = NEW_DEFAULTS) -> tuple[bytes, tuple[str, ...]]:
    """The docx from a template or form, and the labels of the places that are still to be filled."""
    name = _ALIASES.get(name, name)
    if name in drafting.form_names():
        return _form(drafting.form(name), options)
    if name in drafting.template_names():
        if options.by_hand:
            raise UsageError(f"“{name}”不是表单，没有供手写的样子", f"表单有 {'、'.join(drafting.form_names())}。")
        return _document(drafting.template(name), options)
    names = [listed.name for listed in templates()]
    raise UsageError(f"没有名为“{name}”的模板", f"{meant(name, names)}可用：{'、'.join(names)}。")


def _form(form: drafting.Form, options: NewOptions) -> tuple[bytes, tuple[str, ...]]:
    _check_labels(options.words, form.places, form.name, elements=False)
    words = {**_known(options), **options.words}
    profile = profile_of(Kind.GENERAL, own_profiles(options.profiles))
    setting = setting_of(profile, fonts_of(options.system, profile), options.grid, Seal.NONE)
    left = () if options.by_hand else tuple(label for label in form.places if label not in words)
    return docx.write_form(form, words, setting, by_hand=options.by_hand), left


def _document(template: drafting.Template, options: NewOptions) -> tuple[bytes, tuple[str, ...]]:
    _check_labels(options.words, drafting.places_of(template), template.name, elements=True)
    profile = profile_of(template.kind, own_profiles(options.profiles))
    options = replace(options, unit={**supplied_by(profile), **options.unit})
    draft = drafting.draft_of(template, {**_known(options), **options.words})
    values = _values(template, options)
    document = recognise.recognise(draft, recognise.Overrides(values=values, kind=template.kind))
    setting = setting_of(profile, fonts_of(options.system, profile), options.grid, template.seal)
    document = layout.shape_lines(normalise.normalise(normalise.fitted(document, profile)), setting)
    document, pages = layout.arrange(document, setting, outline=True)
    return docx.write_template(document, setting, layout.facts_of(pages)), _left(document)


def _left(document: Document) -> tuple[str, ...]:
    return drafting.labels(block.text for block in document.blocks)


def _check_labels(words: Mapping[str, str], places: Iterable[str], name: str, *, elements: bool) -> None:
    """Every word the user gives by hand must have its place, and those of an element its form."""
    known = tuple(places)
    for label, text in words.items():
        role = role_named(label)
        if label in known:  # the template may have part of the form around it
            continue
        if elements and role is not None and (fault := form_fault(role, text)):
            raise UsageError(f"--set {label}={text}：{fault.says}", fault.advice)
        if not (elements and role in SUPPLIED):
            more = "，以及各要素（如发文字号、密级和保密期限）" if elements else ""
            raise UsageError(f"“{name}”里没有“{label}”", f"可以填写：{'、'.join(known)}{more}。")


def _values(template: drafting.Template, options: NewOptions) -> Values:
    """The elements given whole, because no place is named after them.

    What the user says counts always, what the unit says where the template has the element; the one mark of the unit
    takes the place neither of those of a joint document nor of 令 and 纪要.
    """
    places = drafting.places_of(template)
    present = Counter(role for elements in template.paragraphs for role, _ in elements)
    marks = [text for elements in template.paragraphs for role, text in elements if role is Role.ISSUER_MARK]
    values: dict[Role, tuple[str, ...]] = {}
    for role, texts in options.unit.items():
        fits = present[role] in (1, len(texts)) and not (role.value in places and len(texts) == 1)
        if fits and (role is not Role.ISSUER_MARK or all(mark.endswith(_SUFFIX) for mark in marks)):
            values[role] = texts
    for label, text in options.words.items():
        named = role_named(label)
        if named is not None and named in SUPPLIED and named.value not in places:
            values[named] = (text,)
    return values


def _known(options: NewOptions) -> Mapping[str, str]:
    """The words for places that follow from what the unit says of itself, and from the elements the user gives."""
    given = dict(options.unit)
    given |= {role: (text,) for label, text in options.words.items() if (role := role_named(label)) is not None}
    words = {role.value: texts[0] for role, texts in given.items()}
    organs = given.get(Role.SIGNATURE) or tuple(mark.removesuffix(_SUFFIX) for mark in given.get(Role.ISSUER_MARK, ()))
    words |= dict(zip(("发文机关", "联合发文机关"), organs, strict=False))
    words |= options.unit_words
    if "发文机关" in words:
        words.setdefault("本机关", words["发文机关"])
    if found := DATE.search(words.get(Role.DATE.value, "")):
        date = date_of(found)
        words |= {"年份": str(date.year)} if date is not None and "年份" not in words else {}
    return words
