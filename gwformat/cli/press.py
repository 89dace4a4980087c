"""What the user says of sheets, inks and copies comes in; a PDF for the press is written and reported."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import options, targets
from gwformat.errors import UsageError
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.api import PressOptions
    from gwformat.printing.imposing import Imposition
    from gwformat.printing.sheets import Size

_EXAMPLE = "例：gwformat print 成品.docx --impose booklet -o 付印.pdf"
_SHEETS = {"A3": (420.0, 297.0), "SRA3": (450.0, 320.0), "A4": (210.0, 297.0), "SRA4": (225.0, 320.0)}
_FARTHEST = 50.0  # mm
_TEST = "test"
_SECONDS = 0.5  # between reports of progress


def press_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that make a PDF for the press."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--impose",
        type=click.Choice(["booklet", "2up", "duplex"]),
        metavar="拼版",
        help="拼版：booklet 骑马订小册子（A4 拼 A3），2up 两页拼一面、裁开平订，duplex 单页双面平订。",
    ),
    click.option("--sheet", metavar="纸张", help="印张，如 A3、SRA3、440x310；不写时与成品一样大，不留裁边。"),
    click.option(
        "--flip",
        type=click.Choice(["short", "long"]),
        metavar="short|long",
        help="双面印刷沿短边还是长边翻转；不写时拼两页的沿短边，单页的沿长边。",
    ),
    click.option(
        "--marks",
        type=click.Choice(["none", "fold", "all"]),
        default="fold",
        show_default=True,
        metavar="记号",
        help="none 不画，fold 折线、裁线和订位，all 加上裁切角线和规矩线（印张比成品大时）。",
    ),
    click.option("--mirror", is_flag=True, help="双数页左移 2 毫米，使正反面的版心重合（订口 28、切口 26 毫米）。"),
    click.option(
        "--gutter",
        type=options.Number(0, 50),
        default=0.0,
        metavar="毫米",
        help="各页再向切口让出的距离，平订厚本时用。",
    ),
    click.option(
        "--thickness",
        type=options.Number(0, 2),
        metavar="毫米",
        help="一张纸的厚度，骑马订爬移的补偿；默认 0.1，0 不补偿。",
    ),
    click.option(
        "--overprint",
        type=click.Choice(["head", "rest", "all-red", "black", "test"]),
        metavar="套打",
        help="head 只印红头，rest 印红头以外的，all-red 只印红色，black 只印红色以外的，test 出带毫米尺的试张。",
    ),
    click.option("--offset", metavar="右,下", help="套打时整页移动的毫米数，如 1.5,-0.8；向左、向上为负。"),
    click.option("--copies", type=click.IntRange(min=1), metavar="份数", help="印多少份，每份印上份号 000001……"),
    click.option(
        "--distribution", type=options.FILE, metavar="发放表", help="CSV 或 xlsx：机关、份数、备注；份号按表。"
    ),
    click.option("--first-number", type=click.IntRange(min=1), default=1, metavar="号", help="份号从几号起。"),
    click.option("--per-organ", is_flag=True, help="每个机关一个 PDF，-o 写文件夹。"),
    click.option("--proof", is_flag=True, help="出校样：每行编号，问题标在页边，列在后面。"),
    click.option(
        "--ticket",
        "tickets",
        type=options.FILE,
        multiple=True,
        metavar="FILE",
        help="写出印制单，docx 或 PDF，可重复。",
    ),
    click.option("--ticket-rules", type=options.FILE, metavar="FILE.toml", help="本单位的用纸、时限和校核次序。"),
    click.option("--json", "as_json", is_flag=True, help="把印制单的内容以 JSON 输出，供别的程序用。"),
)


@dataclass(frozen=True, slots=True)
class PressAsked:
    """What the command line says of the press."""

    impose: str | None = None
    sheet: str | None = None
    flip: str | None = None
    marks: str = "fold"
    mirror: bool = False
    gutter: float = 0.0
    thickness: float | None = None
    overprint: str | None = None
    offset: str | None = None
    copies: int | None = None
    distribution: Path | None = None
    first_number: int = 1
    per_organ: bool = False
    proof: bool = False
    tickets: tuple[Path, ...] = ()
    ticket_rules: Path | None = None
    as_json: bool = False

    @property
    def wanted(self) -> bool:
        """Whether a PDF for the press is to be made at all."""
        return bool(self.impose or self.overprint or self.copies or self.distribution or self.proof)

    def options(self, system: str | None, force: bool) -> PressOptions:
        """The same for the API; `UsageError` for what makes no sense."""
        from gwformat import api
        from gwformat.printing.overprint import Layer

        if self.impose is None and (
            self.sheet or self.flip or self.mirror or self.gutter or self.thickness is not None
        ):
            raise UsageError("--sheet、--flip、--mirror、--gutter、--thickness 是拼版用的", "和 --impose 一起用。")
        right, down = _offset(self.offset)
        formatting = api.FormatOptions() if system is None else api.FormatOptions(system=system)
        return api.PressOptions(
            imposition=_imposition(self, self.impose) if self.impose else None,
            layer=Layer(self.overprint) if self.overprint not in (None, _TEST) else None,
            right=right,
            down=down,
            copies=self.copies,
            distribution=self.distribution,
            first_number=self.first_number,
            per_organ=self.per_organ,
            formatting=formatting,
            force=force,
        )


def _imposition(asked: PressAsked, form: str) -> Imposition:
    from gwformat.printing.imposing import Flip, Form, Imposition
    from gwformat.printing.marks import Marks

    return Imposition(
        form=Form(form),
        sheet=_sheet(asked.sheet),
        flip=Flip(asked.flip) if asked.flip else None,
        thickness=None if asked.thickness is None else Mm(asked.thickness),
        gutter=Mm(asked.gutter),
        mirror=asked.mirror,
        marks=Marks(asked.marks),
    )


def _sheet(said: str | None) -> Size | None:
    from gwformat.printing.sheets import Size

    if said is None:
        return None
    lengths = _SHEETS.get(said.upper()) or _pair(said.lower().replace("×", "x"), "x")
    if lengths is None or min(lengths) <= 0:
        raise UsageError(f"--sheet 不认识“{said}”", f"可用 {'、'.join(_SHEETS)}，或写宽x高的毫米数，如 440x310。")
    return Size(Mm(lengths[0]), Mm(lengths[1]))


def _offset(said: str | None) -> tuple[Emu, Emu]:
    if said is None:
        return Emu(0), Emu(0)
    lengths = _pair(said.replace("，", ","), ",")
    if lengths is None:
        raise UsageError(f"--offset 的内容“{said}”不是两个毫米数", "写成“向右,向下”，如 --offset 1.5,-0.8。")
    if max(map(abs, lengths)) > _FARTHEST:
        raise UsageError(f"--offset 的内容“{said}”太大", f"机器走纸的偏差不会超过 {_FARTHEST:g} 毫米，请检查单位。")
    return Mm(lengths[0]), Mm(lengths[1])


def _pair(said: str, separator: str) -> tuple[float, float] | None:
    try:
        first, second = map(float, said.split(separator))
    except ValueError:
        return None
    return (first, second) if math.isfinite(first) and math.isfinite(second) else None


def _test_sheet(output: Path, asked: PressAsked, system: str | None, force: bool) -> int:
    from gwformat import api

    api.ruled_sheet(output, asked.options(system, force))
    click.echo(f"套打试张 → {output}")
    return 0


def _proof(source: Path, output: Path, asked: PressAsked, system: str | None, force: bool) -> int:
    if asked.impose or asked.overprint or asked.copies or asked.distribution or asked.tickets:
        raise UsageError(
            "校样单独出，不和拼版、套打、编份号、印制单一起", "例：gwformat print 成品.docx --proof -o 校样.pdf"
        )
    from gwformat import api

    done = api.proof_file(source, output, asked.options(system, force).formatting, force=force)
    mended = f"，另有 {done.mended} 处排版时已改，列在最后" if done.mended else ""
    click.echo(f"{done.source} → {done.output}\n  {done.pages} 页，标出 {done.remarks} 处{mended}")
    for notice in done.notices:
        click.echo(f"  提示：{notice}")
    return 0


def press(sources: tuple[Path, ...], output: Path | None, asked: PressAsked, system: str | None, force: bool) -> int:
    """Print one file to `output`."""
    if output is None:
        raise UsageError("没有写明付印的 PDF 放在哪里", f"用 -o 写明，{_EXAMPLE}")
    if not asked.per_organ:
        targets.check_suffix(output, "-o", ".pdf")
    targets.check_apart(("-o", output), *(("--ticket", ticket) for ticket in asked.tickets))
    if asked.ticket_rules is not None and not (asked.tickets or asked.as_json):
        raise UsageError("--ticket-rules 是印制单用的", "和 --ticket 或 --json 一起用。")
    if asked.overprint == _TEST:
        return _test_sheet(output, asked, system, force)
    if len(sources) != 1:
        raise UsageError("付印一次一份文件", _EXAMPLE)
    if asked.proof:
        return _proof(sources[0], output, asked, system, force)
    from gwformat import api
    from gwformat.report import pressed

    wanted = asked.options(system, force)
    api.check_ticket(sources[0], asked.tickets, force=force)
    result = api.press_file(sources[0], output, wanted, _Progress().say)
    if asked.tickets or asked.as_json:
        ticket = api.ticket_for(result, wanted, asked.ticket_rules)
        for target in asked.tickets:
            api.write_ticket(ticket, target, wanted)
    click.echo(pressed.ticket_json(ticket) if asked.as_json else pressed.text(result))
    return 0


class _Progress:
    """Says on stderr how many copies are done, a few times a second at most."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def say(self, done: int, all_of_them: int) -> None:
        """`done` copies of all are written."""
        now = time.monotonic()
        if done < all_of_them and now - self.last >= _SECONDS:
            self.last = now
            click.echo(f"已写出 {done}/{all_of_them} 份", err=True)
