"""What was measured comes in; a table, and what the standard expects against what is there, go out."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.geometry import COLUMN, LEFT, RIGHT, Measured


@dataclass(frozen=True, slots=True)
class Check:
    """One figure against its tolerance; `measured` is None where the page has no such element."""

    what: str
    clause: str
    measured: float | None
    expected: float
    tolerance: float

    @property
    def passed(self) -> bool | None:
        """Whether it is within the tolerance; None if there was nothing to measure."""
        return None if self.measured is None else abs(self.measured - self.expected) <= self.tolerance

    def __str__(self) -> str:
        verdict = {None: "—   ", True: "ok  ", False: "FAIL"}[self.passed]
        found = "absent" if self.measured is None else f"{self.measured:.2f}"
        return f"  {verdict} {self.what}: {found}, expected {self.expected:g} ± {self.tolerance:g} ({self.clause})"


def checks(measured: Measured) -> list[Check]:
    """The figures of the general format."""
    mark, red, imprint = measured.mark, measured.red_line, measured.imprint_lines
    result = [
        Check("lines on the fullest page", "5.2.3", _most_rows(measured), 22, 0),
        Check("characters on the fullest line", "5.2.3", max(measured.full_lines, default=None), 28, 0.01),
        Check("mark, ink top", "7.2.4", mark.y0 if mark else None, 72, 1.5),
        Check("mark, centre", "7.2.4", (mark.x0 + mark.x1) / 2 if mark else None, 106, 1),
        Check("red line below number", "7.2.7", measured.red_gap, 4, 0.5),
        Check("red line, left end", "7.2.7", red.x0 if red else None, LEFT, 0.5),
        Check("red line, right end", "7.2.7", red.x1 if red else None, RIGHT, 0.5),
        Check("last imprint line", "7.4.1", imprint[-1].y if imprint else None, 262, 1),
    ]
    for line in imprint:
        result.append(Check("imprint line, left end", "7.4.1", line.x0, LEFT, 0.5))
        result.append(Check("imprint line, right end", "7.4.1", line.x1, RIGHT, 0.5))
    for index, line in enumerate(imprint):
        outer = index in (0, len(imprint) - 1)
        result.append(Check("imprint line, weight", "7.4.1", line.weight, 0.35 if outer else 0.25, 0.05))
    for page, number in enumerate(measured.page_numbers, 1):
        if number is not None:
            right = 1.0 if number.side == "right" else 0.0
            result.append(Check(f"page {page}, dash", "7.5", number.dash_y, 269, 1))
            result.append(Check(f"page {page}, number on the right", "7.5", right, page % 2, 0))
            result.append(Check(f"page {page}, number from outer edge (字)", "7.5", number.inset, 1, 0.2))
    return result


def sign_off_checks(measured: Measured, seal: str) -> list[Check]:
    """署名 and 成文日期 of one organ, authenticated in one of the three ways of 7.3.5."""
    if measured.sign_off is None:
        return [Check("date, right edge", "7.3.5", None, RIGHT, 1)]
    names, date = measured.sign_off.names, measured.sign_off.date
    if seal == "signature":
        return [Check("date, right edge", "7.3.5.3", date.x1, RIGHT - 4 * COLUMN, 1)]
    name = names[-1] if names else date
    if seal == "round":
        centre = (date.x0 + date.x1) / 2
        overhang = (name.x1 - name.x0 - date.x1 + date.x0) / 2  # a long 署名 pushes the date to the left
        return [
            Check("date, right edge", "7.3.5.1", date.x1, RIGHT - max(4 * COLUMN, overhang), 1),
            Check("署名, centre on the date's", "7.3.5.1", (name.x0 + name.x1) / 2, centre, 1),
        ]
    longer = date if date.x1 - date.x0 > name.x1 - name.x0 else name
    return [
        Check("署名 or date, right edge", "7.3.5.2", longer.x1, RIGHT - 2 * COLUMN, 1),
        Check("date, beginning right of 署名", "7.3.5.2", date.x0 - name.x0, 2 * COLUMN, 1),
        Check("rows from the text to 署名", "7.3.5.2", measured.sign_off.rows_above, 2, 0.15),
    ]


def _most_rows(measured: Measured) -> float | None:
    """Only a page that text fills can be judged: neither the first nor the last."""
    return max(measured.rows[1:-1], default=None)


def table(measured: Measured) -> str:
    """One line per element, for reading."""
    rows = [
        ("pages", str(measured.pages)),
        ("lines per page", " ".join(map(str, measured.rows))),
        ("characters on full lines", ", ".join(f"{cells:g}: {n}" for cells, n in sorted(measured.full_lines.items()))),
    ]
    if measured.mark:
        ink = measured.mark
        rows.append(("mark ink", f"y {ink.y0:.2f}–{ink.y1:.2f}, x {ink.x0:.2f}–{ink.x1:.2f}"))
    if measured.doc_number:
        rows.append(("number em box", f"y {measured.doc_number.top:.2f}–{measured.doc_number.bottom:.2f}"))
    if measured.red_line:
        red = measured.red_line
        rows.append(("red line", f"y {red.y:.2f}, x {red.x0:.2f}–{red.x1:.2f}, weight {red.weight:.2f}, #{red.color}"))
    rows.extend(
        ("imprint line", f"y {rule.y:.2f}, x {rule.x0:.2f}–{rule.x1:.2f}, weight {rule.weight:.2f}")
        for rule in measured.imprint_lines
    )
    for page, number in enumerate(measured.page_numbers, 1):
        shown = f"dash y {number.dash_y:.2f}, {number.side}, {number.inset:.2f} 字 in" if number else "none"
        rows.append((f"page {page} number", shown))
    if sign_off := measured.sign_off:
        rows_above = "top of a page" if sign_off.rows_above is None else f"{sign_off.rows_above:.2f}"
        rows.append(("rows above sign-off", rows_above))
        for line in (*sign_off.names, sign_off.date):
            centre, gap = (line.x0 + line.x1) / 2, sign_off.right_gap(line)
            rows.append((line.text, f"x {line.x0:.2f}–{line.x1:.2f}, centre {centre:.2f}, right gap {gap:.2f} 字"))
    for element, fonts in measured.fonts.items():
        rows.append((element, ", ".join(f"{font} {size:g}" for font, size in sorted(fonts))))
    rows.append(("all fonts embedded", "yes" if measured.embedded else "no"))
    return "\n".join(f"  {label:<28}{value}" for label, value in rows)
