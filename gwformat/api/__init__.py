"""Each job of the program as a function: paths and options come in, results with their account go out."""

from gwformat.api.checking import (
    CHECK_DEFAULTS,
    CheckOptions,
    CheckResult,
    FixResult,
    annotate,
    check_file,
    fix_file,
    fix_in_place,
    fixable,
)
from gwformat.api.common import KIND_NAMES
from gwformat.api.covering import CoverageFixed, CoverageResult, check_coverage, fix_coverage
from gwformat.api.fonts import FontsListed, list_fonts
from gwformat.api.formatting import (
    DEFAULTS,
    FormatOptions,
    FormatResult,
    LaidOut,
    RenderResult,
    format_file,
    inspect_file,
    lay_out_file,
    passes,
    render_file,
)

__all__ = [
    "CHECK_DEFAULTS",
    "DEFAULTS",
    "KIND_NAMES",
    "CheckOptions",
    "CheckResult",
    "CoverageFixed",
    "CoverageResult",
    "FixResult",
    "FontsListed",
    "FormatOptions",
    "FormatResult",
    "LaidOut",
    "RenderResult",
    "annotate",
    "check_coverage",
    "check_file",
    "fix_coverage",
    "fix_file",
    "fix_in_place",
    "fixable",
    "format_file",
    "inspect_file",
    "lay_out_file",
    "list_fonts",
    "passes",
    "render_file",
]
