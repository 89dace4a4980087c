"""Sources and what the user wrote after `-o` come in; which result goes where, and reports of all of them, go out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from gwformat.errors import GwError, UsageError, is_file, is_folder

Pairs = list[tuple[Path, Path]]
BLANKS = "；文件名里有空格的，两头加上双引号"
"""Advice for who may have meant one name by several."""

_DOCUMENTS = (".docx", ".doc", ".wps", ".pdf", ".ofd")


def pairs_of(sources: Sequence[Path], output: Path | None, example: str, what: str = "文件") -> Pairs:
    """Each source with the file its result goes to; `example` is a right call of the command, `what` a source."""
    if not sources:
        raise UsageError(f"没有写明{what}", f"例：{example}")
    if output is None:
        raise UsageError("没有写明成品放在哪里", f"用 -o 写明，例：{example}")
    if len(sources) == 1 and not is_folder(output):
        check_docx(output, "-o")
        return [(sources[0], output)]
    if is_file(output) or (output.suffix.lower() in _DOCUMENTS and not is_folder(output)):
        raise UsageError(
            f"{what}不止一份，而“{output}”是文件的名字", f"-o 后面写一个文件夹{BLANKS if len(sources) > 1 else ''}。"
        )
    named = [output / f"{source.stem}.docx" for source in sources]
    for name, count in Counter(target.name.lower() for target in named).items():
        if count > 1:
            raise UsageError(f"有 {count} 份{what}的成品都会叫“{name}”", f"给{what}改名，或者分几次处理。")
    from gwformat.output import make_folder

    make_folder(output)
    return list(zip(sources, named, strict=True))


def check_docx(output: Path, option: str) -> None:
    """A docx is not written under the name of something else; `option` is where the user said the name."""
    check_suffix(output, option, ".docx")


def check_suffix(output: Path, option: str, suffix: str) -> None:
    """A result has the suffix of what it is."""
    if is_folder(output):
        raise UsageError(f"“{output}”是文件夹", f"{option} 后面写文件名，如 {output / f'成品{suffix}'}")
    if output.name.lower() == suffix:
        raise UsageError(f"“{output}”只有后缀，没有文件名", f"例：{option} {output.with_name(f'成品{suffix}')}")
    if output.suffix.lower() != suffix:
        named = f"{output.stem or '成品'}{suffix}"
        example = f'"{named}"' if " " in named else named
        raise UsageError(f"成品的文件名“{output.name}”应以 {suffix} 结尾", f"例：{option} {example}")


def check_apart(*named: tuple[str, Path | None]) -> None:
    """No two things that a command writes go to the same file; each file stands with the option that names it."""
    taken: set[str] = set()
    for option, path in named:
        if path is None:
            continue
        place = os.path.normcase(os.path.realpath(path))
        if place in taken:
            raise UsageError(f"“{path}”写了两次，一个文件只能放一份", f"给 {option} 另起一个名字。")
        taken.add(place)


def check_page(page: Path | None, sources: Sequence[Path], advice: str, *, force: bool) -> None:
    """What a program found is not written as a document, nor over a source; `advice` is for who wanted a document."""
    if page is None:
        return
    from gwformat import output

    if page.suffix.lower() in _DOCUMENTS:
        raise UsageError(f"报告不写成 {page.suffix.lower()} 文件", advice)
    for source in sources:
        output.check_target(source, page, force=force)


def say_where(what: str, path: Path) -> None:
    """Where something was written of which nothing else is said: on stderr, a script does not read it."""
    click.echo(f"{what}在这里：{path}", err=True)


def check_report(report: Path | None, pairs: Pairs, *, force: bool) -> None:
    """A report must not take the place of a source or a result."""
    check_page(report, [source for source, _ in pairs], "给报告另起一个名字，如 报告.json。", force=force)


def failed(source: Path, error: GwError, *, alone: bool) -> dict[str, Any]:
    """What a report says of a file that failed; where it is one of many, the user is told at once."""
    from gwformat.cli.program import say_error
    from gwformat.report import as_json

    if not alone:
        say_error(error, f"{source}：")
    return as_json.failed(source, error)


def write_report(report: Path | None, value: object) -> None:
    """Write what a command did as JSON, if it was asked for."""
    if report is None:
        return
    from gwformat import output
    from gwformat.report import as_json

    output.write_atomically(report, as_json.dumps(value).encode())
