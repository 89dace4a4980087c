"""`gwformat check`: files come in; what is wrong with them goes to stdout or `-o`, or mended files are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import exit_codes, options, targets
from gwformat.errors import GwError, UsageError
from gwformat.findings import Severity

if TYPE_CHECKING:
    from gwformat.api import CheckOptions, CheckResult
    from gwformat.report.checked.said import Failed

_EXAMPLE = "例：gwformat check 草稿.docx --fix -o 修改.docx"
STYLES = ("text", "json", "sarif", "junit", "html", "csv")


@click.command(
    "check",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@options.files("文件…")
@options.style_of_file("报告的形式。", STYLES)
@click.option(
    "-o", "--output", type=options.FILE, metavar="FILE", help="报告写进这个文件；有 --fix 时是修改后的 docx。"
)
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则：编号、名称或编号的开头，如 E,T5。")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则；写得更长的优先。")
@click.option(
    "--fail-on",
    type=click.Choice([Severity.ERROR.value, Severity.WARNING.value, Severity.INFO.value]),
    default=Severity.ERROR.value,
    show_default=True,
    metavar="error|warning|info",
    help="有这一级别或更重的问题时退出码为 1。",
)
@click.option(
    "--org", "directory", type=options.FILE, metavar="FILE.toml", help="机构名录：查隶属关系、代字、简称时以它为准。"
)
@click.option("--measure", is_flag=True, help="文件本身不能确定的位置，用 LibreOffice 排出来量。")
@click.option(
    "--kind",
    type=options.KIND,
    default="auto",
    show_default=True,
    metavar="类别",
    help="公文格式；auto 由内容判断。",
)
@options.profiles
@click.option(
    "--system", type=options.SYSTEM, metavar="字体", help="字体方案，同 format；不写时看文中多数字体属于哪一个。"
)
@click.option("--role", "pins", multiple=True, metavar="N=要素", help="指定第 N 段是什么要素，可重复。")
@click.option("--annotate", type=options.FILE, metavar="OUT.docx", help="另存一份，把问题作为批注加在原处，其余不动。")
@click.option(
    "--certificate", type=options.FILE, metavar="OUT.html", help="逐条列出符合、不符合、未核实的情况和实测数值。"
)
@click.option("--fix", is_flag=True, help="改正不涉及文字的问题，写到 -o。")
@click.option("--fix-review", is_flag=True, help="涉及文字的问题也改，写到 -o；每处都列出。")
@click.option("--diff", is_flag=True, help="先看看 --fix 会改哪些，不写文件。")
@click.option("--in-place", is_flag=True, help="改在原文件上，原来的另存为“文件名.bak.docx”。")
@click.option("--force", is_flag=True, help="要写的文件已经存在时覆盖它。")
def command(sources: tuple[Path, ...], **asked: Any) -> int:
    """检查 docx、txt、md 是否符合 GB/T 9704-2012、《党政机关公文处理工作条例》和标点、数字、计量单位的国家标准。

    退出码：0 没有问题，1 有问题，3 文件读不了，7 几份文件中有的读不了。

    \b
    例：
      gwformat check 成品.docx
      gwformat check 成品.docx --org 机构.toml --fail-on warning
      gwformat check *.docx --format html -o 报告.html
      gwformat check 草稿.docx --annotate 批注.docx
      gwformat check 草稿.docx --fix --diff
      gwformat check 草稿.docx --fix -o 修改.docx
    """
    if not sources:
        raise UsageError("没有写明要检查的文件", "例：gwformat check 成品.docx")
    return _Job(sources, **asked).run()


class _Job:
    """One call of the command."""

    def __init__(
        self,
        sources: tuple[Path, ...],
        style: str | None,
        output: Path | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        fail_on: str,
        directory: Path | None,
        measure: bool,
        kind: str,
        profiles: tuple[Path, ...],
        system: str | None,
        pins: tuple[str, ...],
        annotate: Path | None,
        certificate: Path | None,
        fix: bool,
        fix_review: bool,
        diff: bool,
        in_place: bool,
        force: bool,
    ) -> None:
        from gwformat import api

        self.sources, self.asked_style, self.output, self.force = sources, style, output, force
        self.threshold = Severity(fail_on)
        self.annotated, self.certificate = annotate, certificate
        self.review, self.fixes, self.diff, self.in_place = fix_review, fix or fix_review, diff, in_place
        self.targets: dict[Path, Path] = {}  # where the mended files go
        self.options: CheckOptions = api.CheckOptions(
            kind=options.kind_of(kind),
            profiles=profiles,
            system=system,
            select=select,
            ignore=ignore,
            directory=directory,
            measure=measure,
            pins=options.pins_of(pins),
        )
        self._refuse_nonsense()

    def _refuse_nonsense(self) -> None:
        if (self.diff or self.in_place) and not self.fixes:
            raise UsageError("--diff 和 --in-place 要和 --fix 或 --fix-review 一起用", _EXAMPLE)
        if (self.diff or self.in_place) and self.output is not None:
            raise UsageError("--diff 不写文件，--in-place 改在原文件上，都不用 -o", _EXAMPLE)
        if self.fixes and (self.annotated or self.certificate):
            raise UsageError("改正时不出批注和检查单", "先改正，再检查改好的文件。")
        if self.fixes and self.asked_style is not None:
            raise UsageError("改正时不出报告，--format 用不上", "先改正，再检查改好的文件。")
        if self.fixes and not (self.diff or self.in_place) and self.output is None:
            raise UsageError("没有写明修改后的文件放在哪里", _EXAMPLE)
        mended = f"修改后的 docx，要写 --fix，{_EXAMPLE}"
        targets.check_page(None if self.fixes else self.output, self.sources, mended, force=self.force)
        targets.check_page(self.certificate, self.sources, "例：--certificate 检查单.html", force=self.force)
        targets.check_apart(("-o", None if self.fixes else self.output), ("--certificate", self.certificate))
        single = {"--annotate": self.annotated, "--certificate": self.certificate}
        for name, value in single.items():
            if value is not None and len(self.sources) > 1:
                raise UsageError(f"{name} 一次只能用于一份文件", "分几次检查。")
        if self.annotated is not None:
            targets.check_docx(self.annotated, "--annotate")
        if self.fixes and self.output is not None:
            self.targets = dict(targets.pairs_of(self.sources, self.output, _EXAMPLE))

    def run(self) -> int:
        """Check or mend every file; the exit code."""
        from gwformat.report.checked.said import Failed

        outcomes: list[CheckResult | Failed] = []
        for number, source in enumerate(self.sources, 1):
            if len(self.sources) > 1:
                click.echo(f"（{number}/{len(self.sources)}）{source}", err=True)
            try:
                outcomes.append(self._one(source))
            except GwError as error:
                if len(self.sources) == 1:
                    raise
                outcomes.append(Failed(source, error))
        if not self.fixes:
            self._report(outcomes)
        return self._exit_code(outcomes)

    def _one(self, source: Path) -> CheckResult:
        from gwformat import api

        if self.fixes and not self.diff:
            return self._mend(source)
        from gwformat.report.checked import as_text

        result = api.check_file(source, self.options)
        if self.diff:
            click.echo("\n".join(as_text.changes(api.mend(result, review=self.review).fixed)))
        if self.annotated is not None:
            api.annotate(result, self.annotated, force=self.force)
            targets.say_where("批注", self.annotated)
        if self.certificate is not None:
            from gwformat.output import write_atomically
            from gwformat.report.checked import certificate
            from gwformat.text.names import READABLE

            write_atomically(self.certificate, certificate.sheet(result).encode(errors=READABLE))
            targets.say_where("检查单", self.certificate)
        return result

    def _mend(self, source: Path) -> CheckResult:
        from gwformat import api
        from gwformat.report.checked import as_text

        if self.in_place:
            done = api.fix_in_place(source, self.options, review=self.review, force=self.force)
        else:
            target = self.targets[source]
            done = api.fix_file(source, target, self.options, review=self.review, force=self.force)
        click.echo("\n".join(as_text.mended(done, review=self.review)))
        return done.after

    def _report(self, outcomes: Sequence[CheckResult | Failed]) -> None:
        from gwformat.output import write_atomically
        from gwformat.report import checked

        style = options.style_for(self.asked_style, self.output, STYLES)
        parts = checked.parts(style, outcomes, self.threshold)
        if self.output is None:
            for part in parts:
                click.echo(part, nl=False)
            return
        write_atomically(self.output, map(checked.plain, parts))
        targets.say_where("报告", self.output)

    def _exit_code(self, outcomes: Sequence[CheckResult | Failed]) -> int:
        from gwformat.report.checked.said import Failed

        checked = [outcome for outcome in outcomes if not isinstance(outcome, Failed)]
        if len(checked) < len(outcomes):
            return exit_codes.SOME_FAILED
        grave = any(
            not finding.waived and finding.severity.rank <= self.threshold.rank
            for result in checked
            for finding in result.findings
        )
        return exit_codes.FINDINGS if grave else 0
