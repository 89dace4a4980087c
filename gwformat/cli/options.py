"""Options several commands share: what click parsed comes in, values of the model and the API go out."""

from __future__ import annotations

import errno
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat import metadata
from gwformat.cli.help import ChineseContext
from gwformat.errors import UsageError, reason_of
from gwformat.model import Kind, Role, Seal
from gwformat.text.names import is_lock, meant
from gwformat.units import Mm

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from gwformat.api import FormatOptions

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _FileName(click.Path):
    """A name a file can have. Whether it is there and can be read is not asked here: that is exit code 3, not 2."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The name as a path; a usage error if it is empty, longer than the system allows, or means a pipe."""
        if not str(value):
            self.fail("文件名是空的。", param, ctx)
        if str(value) == "-":
            self.fail("“-”（标准输入、标准输出）在这里不能用，请写文件名；文件真叫“-”的，写成 ./-。", param, ctx)
        try:
            Path(value).lstat()
        except OSError as error:
            _refuse_chinese_signs(str(value))
            if error.errno == errno.ENAMETOOLONG:
                advice = "换一个短一些的，文件名不超过 80 个汉字的都可以。"
                raise UsageError(f"{reason_of(error)}：{Path(value).name[:20]}…", advice) from error
        return Path(value)


FILE = _FileName()


def _refuse_chinese_signs(name: str) -> None:
    """Raise `UsageError` for what looks like a name only because of the signs that came from an input method."""
    if name.startswith(("—", "–", "－", "―")):
        option = "--" + name.lstrip("—–－―")
        raise UsageError(f"“{name}”前面的不是英文的减号", f"选项前面是两个英文的减号：{option}")
    if (name.startswith("“") and "”" not in name) or (name.endswith("”") and "“" not in name):
        raise UsageError(f"{name} 里的引号不是英文的", '名称里有空格的，两头加上英文的双引号，如 "草稿 一.docx"')


def _without_locks(context: click.Context, parameter: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """A shell puts what Word keeps beside an open file in the place of *.docx, too; one file alone is what is meant."""
    locks = [file for file in files if is_lock(file.name)]
    if not locks or len(files) == 1 or len(locks) == len(files):
        return files
    click.echo(f"不处理 {'、'.join(map(str, locks))}：文件打开着的时候 Word、WPS 留下的临时文件", err=True)
    return tuple(file for file in files if file not in locks)


def files(metavar: str) -> Decorator:
    """The argument that takes one file or several."""
    return click.argument("sources", type=FILE, nargs=-1, metavar=metavar, callback=_without_locks)


class Number(click.FloatRange):
    """A number within bounds. Floats have values that are none, and these are within any."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; a usage error if it is none."""
        number: float = click.FLOAT.convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"“{value}”不是数。", param, ctx)
        return super().convert(number, param, ctx)


_PICTURES = (".png", ".jpg", ".jpeg")
_OWN = (Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.TITLE)  # no two documents have the same


class _System(click.types.StringParamType):
    """The name of a packaged font system, in Chinese too, or a file; the shell offers names and files."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name under which it is packaged, or what the user wrote."""
        said = super().convert(value, param, ctx)
        if said.isascii():
            return said
        from gwformat.fonts.system import SPOKEN

        return next((name for name, spoken in SPOKEN.items() if said.removesuffix("系统") == spoken), said)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """What begins as the word does that has been typed."""
        from click.shell_completion import CompletionItem

        from gwformat.fonts.system import system_names

        names = [CompletionItem(name) for name in system_names() if name.startswith(incomplete)]
        return names or [CompletionItem(incomplete, type="file")]


SYSTEM = _System()
_KINDS = click.Choice(["auto", *(kind.value for kind in Kind)])
_SPOKEN_KINDS = {
    "文件": Kind.GENERAL,
    "信函": Kind.LETTER,
    "函": Kind.LETTER,
    "命令": Kind.ORDER,
    "命令（令）": Kind.ORDER,
    "令": Kind.ORDER,
    "纪要": Kind.MINUTES,
    "电报": Kind.TELEGRAM,
}


class _Kind(click.types.StringParamType):
    """A format of documents, in Chinese too: 信函, 信函格式."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name by which the program knows it."""
        said = super().convert(value, param, ctx)
        spoken = _SPOKEN_KINDS.get(said.removesuffix("格式"))
        return _KINDS.convert(spoken.value if spoken else said, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """What begins as the word does that has been typed."""
        return _KINDS.shell_complete(ctx, param, incomplete)


KIND = _Kind()


class ChineseCommand(click.Command):
    """A command whose help page is set for Chinese."""

    context_class = ChineseContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; but of a value that is said twice none is passed over."""
        if not ctx.resilient_parsing:
            _refuse_twice(self.make_parser(ctx).parse_args(list(args))[2])
        return super().parse_args(ctx, args)


def _refuse_twice(said: Iterable[click.Parameter]) -> None:
    """Raise `UsageError` for an option with one value, or one that says yes or no, that stands there twice."""
    for option, times in Counter(said).items():
        if not isinstance(option, click.Option) or option.multiple:
            continue
        if times > 1 and (not option.is_flag or option.secondary_opts):
            raise UsageError(f"{option.opts[0]} 写了 {times} 次，只能写一次", "留下要用的那一个。")


system = click.option(
    "--system",
    type=SYSTEM,
    default="government",
    show_default=True,
    metavar="字体",
    help="字体方案：party 党委、government 政府、windows、open 开源字体，或 TOML 文件。",
)
"""The option that chooses a font system."""


profiles = click.option(
    "--profile",
    "profiles",
    type=FILE,
    multiple=True,
    metavar="FILE.toml",
    help="本单位的版式；用于它所说的公文格式，可重复。见 gwformat profile check。",
)
"""The option that names a unit's own profiles."""


def setting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how the document is to be set."""
    return _with(
        command,
        profiles,
        click.option(
            "--system",
            type=SYSTEM,
            metavar="字体",
            help="字体方案：party 党委、government 政府、windows、open 开源字体，或 TOML 文件；"
            "不写时按 --profile，否则 government。",
        ),
        click.option(
            "--grid",
            type=click.Choice(["national", "practice"]),
            metavar="版心",
            help="national 按 GB/T 33476.2（默认），practice 页边距 37/35 毫米。",
        ),
        click.option(
            "--seal",
            "seals",
            multiple=True,
            metavar="用印|图片",
            help="round 加盖印章，signature 加盖签名章，none 不加盖；不写时按公文格式。"
            "写图片文件名时把它盖在署名上，联合行文按机关先后可重复；没有图片的留出位置。",
        ),
        click.option(
            "--seal-diameter",
            type=Number(20, 60),
            metavar="毫米",
            help="印章的直径，如 42、45、50；印章图片按此大小。",
        ),
    )


def font_folders(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that names folders with fonts besides those of the machine."""
    return click.option(
        "--font-dir",
        "font_dirs",
        type=FILE,
        multiple=True,
        metavar="文件夹",
        help="另到这个文件夹里找字体（含各级子文件夹），可重复；其中的优先。",
    )(command)


def style(what: str, choices: Sequence[str] = ("text", "json")) -> Decorator:
    """The option that chooses between `what` for people, the first of `choices`, and its forms for programs."""
    return _style(what, choices, default=choices[0], show_default=True)


def style_of_file(what: str, choices: Sequence[str] = ("text", "json")) -> Decorator:
    """As `style`, for a command that can write its report to a file; None where the user leaves it to `style_for`."""
    return _style(f"{what}不写时看 -o 的后缀，否则 {choices[0]}。", choices)


def _style(what: str, choices: Sequence[str], **attributes: Any) -> Decorator:
    return click.option(
        "--format", "style", type=click.Choice(choices), metavar="|".join(choices), help=what, **attributes
    )


def style_for(asked: str | None, output: Path | None, choices: Sequence[str]) -> str:
    """The form of a report: the one asked for, else the one the file is named after, else the first."""
    named = "" if output is None else output.suffix.lower()[1:]
    by_suffix = {"xml": "junit", "htm": "html"}.get(named, named)
    return asked or (by_suffix if by_suffix in choices else choices[0])


def supplied(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what the draft does not."""
    return _with(
        command,
        click.option(
            "--kind",
            type=KIND,
            default="auto",
            show_default=True,
            metavar="类别",
            help="公文格式：general 文件、letter 信函、order 命令、minutes 纪要、telegram 电报，写中文也行；"
            "auto 由内容判断。",
        ),
        click.option("--set", "values", multiple=True, metavar="要素=文字", help="写明一个要素，可重复；优先于草稿。"),
        click.option(
            "--meta", type=FILE, metavar="FILE.toml", help="从文件读取各要素，优先于草稿；--set 又优先于文件。"
        ),
    )


def recognition(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what the draft does not, or what was recognised wrongly."""
    roles = click.option("--role", "pins", multiple=True, metavar="N=要素", help="指定第 N 段是什么要素，可重复。")
    return supplied(roles(command))


def _with(command: Callable[..., Any], *options: Decorator) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command


def wanted(
    kind: str,
    values: tuple[str, ...],
    meta: Path | None,
    pins: tuple[str, ...] = (),
    seals: tuple[str, ...] = (),
    seal_diameter: float | None = None,
    enabled: Iterable[str] = (),
    disabled: Iterable[str] = (),
    **asked: Any,
) -> FormatOptions:
    """What the options of a command say, as the API wants it."""
    from gwformat import api

    means, pictures = seals_of(seals)
    return api.FormatOptions(
        kind=kind_of(kind),
        values=values_of(values, meta),
        pins=pins_of(pins),
        seal=means,
        seal_pictures=pictures,
        seals_by_organ=metadata.seals_from_file(meta) if meta else {},
        seal_diameter=None if seal_diameter is None else Mm(seal_diameter),
        enabled=frozenset(enabled),
        disabled=frozenset(disabled),
        **asked,
    )


def kind_of(name: str) -> Kind | None:
    """The kind the user names, or None for `auto`."""
    return None if name == "auto" else Kind(name)


def seals_of(arguments: Iterable[str]) -> tuple[Seal | None, tuple[Path, ...]]:
    """How the sign-off is authenticated, None if the format decides, and the pictures for it."""
    said = list(arguments)
    names = {seal.value: seal for seal in Seal}
    means = [names[argument] for argument in said if argument in names]
    pictures = [Path(argument) for argument in said if argument not in names]
    for picture in pictures:
        if picture.suffix.lower() not in _PICTURES:
            raise UsageError(
                f"--seal 不认识“{picture}”",
                "可用：round 加盖印章、signature 加盖签名章、none 不加盖，"
                f"或者印章图片（{'、'.join(_PICTURES)}）的文件名。",
            )
    if len(set(means)) > 1:
        raise UsageError("--seal 给出了几种用印方式", f"从 {'、'.join(names)} 中选一种，其余写图片文件名。")
    return (means[0] if means else Seal.ROUND if pictures else None), tuple(pictures)


def say_shared(values: metadata.Values) -> None:
    """Tell who sets several drafts at once that all of them get words which each document has of its own."""
    for role in _OWN:
        if role in values:
            said = f"每份草稿的{role}都写成“{values[role][0]}”；各份不同的，不要写在 --meta、--set 里"
            click.echo(f"提示：{said}", err=True)


def values_of(arguments: Iterable[str], meta: Path | None) -> metadata.Values:
    """What `--meta` and `--set` supply together; `--set` wins."""
    from_arguments = metadata.from_arguments(arguments)
    return {**(metadata.from_file(meta) if meta else {}), **from_arguments}


def pins_of(arguments: Iterable[str]) -> dict[int, Role]:
    """The roles the user gives to paragraphs, by number."""
    pins: dict[int, Role] = {}
    for argument in arguments:
        number, label = metadata.parted(argument)
        if not label or not number.strip().isdecimal():
            wrong = "写反了" if label.strip().isdecimal() else "不完整"
            raise UsageError(
                f"--role 的内容“{argument}”{wrong}", "写成“段号=要素”，如 --role 3=标题；段号见 gwformat inspect。"
            )
        role = metadata.role_named(label.strip())
        if role is None:
            meaning = meant(label.strip(), [one.value for one in Role])
            raise UsageError(f"--role 不认识要素“{label.strip()}”", f"{meaning}可用的要素：{metadata.terms(Role)}。")
        if pins.setdefault(int(number), role) is not role:
            raise UsageError(f"--role 给第 {int(number)} 段写了两种要素", "只留一种。")
    return pins
