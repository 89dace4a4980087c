"""L252: a title whose lines form no trapezoid or diamond."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.width import is_wide

_THREE = 3


@rule(
    "L252",
    name="title-shape",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    r"""标题回行时排列应当使用梯形或菱形，不用沙漏形或长方形；不拆开词语就只能这样排的不算。

    不合规::

        ［标题］某某市人民政府关于进一步做好\n2026年防汛工作\n和安全生产有关工作的通知

    合规::

        ［标题］某某市人民政府\n关于进一步做好2026年防汛和安全生产\n有关工作的通知

    合规::

        ［标题］中共某某市委办公室某某市人民政府办公室\n印发\n《关于全面推进政务公开工作的实施意见》\n的通知
    """
    for title in context.of(Role.TITLE):
        lines = [line for line in (part.strip() for part in title.text.split("\n")) if line]
        widths = [sum(1.0 if is_wide(char) else 0.5 for char in line) for line in lines]
        if len(widths) >= _THREE and any(_is_waist(widths, number) for number in range(1, len(widths) - 1)):
            said = "标题中间的行比上下都短，成沙漏形，应为梯形或菱形"
        elif len(widths) >= _THREE and max(widths) - min(widths) < 1:
            said = "标题各行一样长，成长方形，应为梯形或菱形"
        else:
            continue
        if not _cannot_be_better(context, lines):
            yield Problem(said, title.whole)


def _cannot_be_better(context: Context, lines: list[str]) -> bool:
    """Whether a title would be set in these very lines, as others would tear its words."""
    from gwformat.layout.sheet import sheet_of
    from gwformat.layout.title import shape_title
    from gwformat.setting.setting import setting_of

    setting = setting_of(context.profile, context.fonts, None)
    columns = sheet_of(setting).text_width / setting.column(setting.spec(Role.TITLE))
    ways = (shape_title(between.join(lines), columns) for between in ("", " "))
    return any([line.strip() for line in way] == lines for way in ways)


def _is_waist(widths: list[float], number: int) -> bool:
    return widths[number] < widths[number - 1] and widths[number] < widths[number + 1]
