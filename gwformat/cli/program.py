"""The program itself: finds the command asked for, and turns every way it can end into words and an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence

import click

from gwformat import __version__
from gwformat.cli.groups import LazyGroup, ReaderGone, UnknownCommand
from gwformat.cli.help import first_example, in_chinese
from gwformat.cli.locale import speak_chinese
from gwformat.errors import INTERRUPTED, READER_GONE, GwError, OutputNotWritable, reason_of
from gwformat.text.names import READABLE, meant

COMMANDS = {
    "format": "把草稿排成标准的红头 docx。",
    "inspect": "看看草稿里认出了哪些要素。",
    "check": "检查要素、版式、字体、行文和文字。",
    "exchange": "发往外单位：换字体，去掉看不见的内容，写出清单。",
    "layout": "看看排好以后每页每行的位置。",
    "render": "把草稿排好，直接出 PDF、OFD、图片或文字版。",
    "batch": "成批处理整个文件夹，可以续做。",
    "compare": "定稿与清样逐字比对。",
    "print": "付印：检查能不能印制，拼版、套打、编份号。",
    "fonts": "字体齐不齐、缺哪些字；换字体，嵌入字体。",
    "new": "由模板起草公文，或者填写表单。",
    "profile": "本单位的版式与标准有什么不同。",
    "web": "在浏览器里用：排版、检查、收发、付印、比对。",
    "rules": "列出检查规则，查说到一个词的规则，和每个条款由哪条规则检查。",
    "explain": "说明一条规则：依据、不合规和合规的例子。",
}
"""Each command with its one line of help; its module in `gwformat.cli.commands` is imported when it is called."""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_DEBUG = "GWFORMAT_DEBUG"
_DEVICE_ERRORS = (errno.ENOSPC, errno.EIO, errno.EFBIG)


def use_utf8() -> None:
    """Make pipes and files UTF-8 unless another encoding is asked for, and let no character stop the output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal knows its own encoding (a GBK console under Windows); a pipe or file does not.
            encoding = stream.encoding if stream.isatty() or _asked_for(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors=READABLE)


def _asked_for(encoding: str) -> bool:
    """Whether the user asked for this encoding by name, and it is one that Chinese can be written in."""
    if not os.environ.get("PYTHONIOENCODING", "").partition(":")[0]:
        return False
    try:
        return bool("公文".encode(encoding))
    except UnicodeEncodeError:
        return False


def say_error(error: GwError, prefix: str = "") -> None:
    """What is wrong and what to do, on stderr."""
    click.echo(f"错误：{prefix}{error.message.rstrip('。')}。", err=True)
    if error.advice:
        # An example or a command at the end stays as it has to be typed.
        stop = "。" if "\u4e00" <= error.advice[-1] <= "\u9fff" else ""
        click.echo(f"建议：{error.advice}{stop}", err=True)


def _say_usage(error: click.ClickException, args: Sequence[str]) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    context = getattr(error, "ctx", None)
    # An option without its value has no context, and what comes first may be an option of the program itself.
    command = context.command_path if context else f"gwformat {next((one for one in args if one in COMMANDS), '命令')}"
    said = in_chinese(error.format_message())
    if isinstance(error, click.NoSuchOption):
        said = in_chinese(error.message) + meant(error.option_name, error.possibilities or ())
    click.echo(f"错误：{said}", err=True)
    click.echo(f"建议：{_advice_on(error, said, f'用 {command} --help 查看用法')}", err=True)


def _advice_on(error: click.ClickException, said: str, usage: str) -> str:
    """What to do about a call that is wrong: `usage` says where all of the command is explained."""
    if "多出了参数" in said:
        from gwformat.cli.targets import BLANKS

        return f"{usage}{BLANKS}。"
    if isinstance(error, click.NoSuchOption) and not error.option_name.startswith("--"):
        return f"{usage}；文件名以“-”开头的，前面加上 ./。"
    if isinstance(error, click.MissingParameter | UnknownCommand) and error.ctx is not None:
        return f"{usage}，例：{first_example(error.ctx.command)}"
    option = error.param if isinstance(error, click.BadParameter) else None
    if isinstance(option, click.Option) and option.help:
        return f"{option.opts[0]} 的意思是，{option.help}"
    return f"{usage}。"


def say_internal(error: Exception) -> None:
    """That a bug was met, on stderr; the traceback only for those who ask."""
    click.echo(f"错误：程序内部出错（{type(error).__name__}）。", err=True)
    click.echo("建议：请把所用的命令、版本号（gwformat --version）和能重现问题的草稿报告给我们。", err=True)
    if os.environ.get(_DEBUG) == "1":
        import traceback

        traceback.print_exception(error)


@click.command(
    cls=LazyGroup,
    package="gwformat.cli.commands",
    commands=COMMANDS,
    context_settings=SETTINGS,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    epilog="每个命令的用法：gwformat 命令 --help",
)
@click.version_option(__version__, message="gwformat %(version)s", help="显示版本号后退出。")
@click.option("--debug", is_flag=True, help="程序内部出错时显示调用过程，供报告问题时附上。")
def program(debug: bool) -> None:
    """党政机关公文排版：把草稿排成符合 GB/T 9704-2012 的公文。

    \b
    例：
      gwformat format 草稿.docx -o 成品.docx
      gwformat inspect 草稿.docx
      gwformat render 草稿.docx -o 成品.pdf
    """
    if debug:
        os.environ[_DEBUG] = "1"


def run(args: Sequence[str] | None = None) -> int:
    """Run the program; say in Chinese on stderr what went wrong if anything did; return the exit code."""
    speak_chinese()
    use_utf8()
    try:
        # Under Windows click expands patterns; a batch does that itself, because it keeps the tree below them.
        expand = "batch" not in (sys.argv[1:] if args is None else args)
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # https://no-color.org
        color = False if plain else None  # None: if it is a terminal
        return program.main(args, "gwformat", standalone_mode=False, windows_expand_args=expand, color=color) or 0
    except GwError as error:
        say_error(error)
        return error.exit_code
    except click.ClickException as error:
        _say_usage(error, sys.argv[1:] if args is None else args)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。", err=True)
        return INTERRUPTED
    except ReaderGone:
        return READER_GONE
    except Exception as error:
        known = _of_system(error) if isinstance(error, OSError) else None
        if known is None:
            say_internal(error)
            return GwError.exit_code
        say_error(known)
        return known.exit_code


def _of_system(error: OSError) -> OutputNotWritable | None:
    """What the user can mend when no place of the program's own choosing takes what it writes; None if it is a bug."""
    if error.errno in _DEVICE_ERRORS:
        advice = "检查磁盘空间：管道另一头的文件，和临时文件夹（TMPDIR，Windows 上是 TEMP）所在的磁盘。"
        return OutputNotWritable(f"写不进去：{reason_of(error)}", advice)
    if error.errno == errno.ENOENT and error.filename is None:  # that is how `tempfile` says it
        advice = "用环境变量 TMPDIR（Windows 上是 TEMP）指明一个能写的文件夹。"
        return OutputNotWritable("没有能写的临时文件夹", advice)
    return None
