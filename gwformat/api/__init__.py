"""Each job of the program as a function: paths and options come in, results with their account go out.

What a user can mend is raised as a subclass of `GwError` (`gwformat.errors`): `InputUnreadable` for a file that cannot
be read, `OutputNotWritable` for a target that is there without `force` or cannot be written, `UsageError` for options
that do not fit, `ConfigurationInvalid` for a TOML file, `FontMissing`, and `Refused` where a result would not be safe.
Then nothing is written. Lengths are `Mm` or another unit of `gwformat.units`, never bare numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gwformat.on_demand import on_demand

if TYPE_CHECKING:
    from gwformat.api.checking import CHECK_DEFAULTS, CheckResult, check_file
    from gwformat.api.common import KIND_NAMES
    from gwformat.api.comparing import Compared, compare_files
    from gwformat.api.configuring import check_configuration
    from gwformat.api.covering import CoverageFixed, CoverageResult, check_coverage, fix_coverage
    from gwformat.api.drafting import Drafted, Listed, NewOptions, make, new_file, templates
    from gwformat.api.embedding import EmbedResult, FontEmbedded, embed_fonts, unembed_fonts
    from gwformat.api.exchanging import Exchanged, Verified, exchange_file, verify_file
    from gwformat.api.font_mapping import MapResult, map_fonts_file
    from gwformat.api.fonts import FontsListed, list_fonts
    from gwformat.api.formatting import (
        DEFAULTS,
        FormatResult,
        LaidOut,
        RenderResult,
        format_file,
        inspect_file,
        lay_out_file,
        passes,
        render_file,
    )
    from gwformat.api.houses import House, read_house
    from gwformat.api.mending import FixResult, Mended, annotate, fix_file, fix_in_place, mend
    from gwformat.api.options import CheckOptions, ExchangeOptions, FormatOptions
    from gwformat.api.press import Pressed, PressOptions, press_file, ruled_sheet
    from gwformat.api.printing import PREFLIGHT_DEFAULTS, Preflighted, PreflightOptions, preflight_file
    from gwformat.api.proofing import Proofed, proof_file
    from gwformat.api.ticketing import check_ticket, ticket_for, write_ticket

__all__ = [
    "CHECK_DEFAULTS",
    "DEFAULTS",
    "KIND_NAMES",
    "PREFLIGHT_DEFAULTS",
    "CheckOptions",
    "CheckResult",
    "Compared",
    "CoverageFixed",
    "CoverageResult",
    "Drafted",
    "EmbedResult",
    "ExchangeOptions",
    "Exchanged",
    "FixResult",
    "FontEmbedded",
    "FontsListed",
    "FormatOptions",
    "FormatResult",
    "House",
    "LaidOut",
    "Listed",
    "MapResult",
    "Mended",
    "NewOptions",
    "PreflightOptions",
    "Preflighted",
    "PressOptions",
    "Pressed",
    "Proofed",
    "RenderResult",
    "Verified",
    "annotate",
    "check_configuration",
    "check_coverage",
    "check_file",
    "check_ticket",
    "compare_files",
    "embed_fonts",
    "exchange_file",
    "fix_coverage",
    "fix_file",
    "fix_in_place",
    "format_file",
    "inspect_file",
    "lay_out_file",
    "list_fonts",
    "make",
    "map_fonts_file",
    "mend",
    "new_file",
    "passes",
    "preflight_file",
    "press_file",
    "proof_file",
    "read_house",
    "render_file",
    "ruled_sheet",
    "templates",
    "ticket_for",
    "unembed_fonts",
    "verify_file",
    "write_ticket",
]

# Formatting needs nothing of the checker, printing has components of its own: a name brings in its module alone.
__getattr__ = on_demand(
    __name__,
    {
        "checking": "CHECK_DEFAULTS CheckResult check_file",
        "common": "KIND_NAMES",
        "comparing": "Compared compare_files",
        "configuring": "check_configuration",
        "covering": "CoverageFixed CoverageResult check_coverage fix_coverage",
        "drafting": "Drafted Listed NewOptions make new_file templates",
        "embedding": "EmbedResult FontEmbedded embed_fonts unembed_fonts",
        "exchanging": "Exchanged Verified exchange_file verify_file",
        "font_mapping": "MapResult map_fonts_file",
        "fonts": "FontsListed list_fonts",
        "formatting": (
            "DEFAULTS FormatResult LaidOut RenderResult format_file inspect_file lay_out_file passes render_file"
        ),
        "houses": "House read_house",
        "mending": "FixResult Mended annotate fix_file fix_in_place mend",
        "options": "CheckOptions ExchangeOptions FormatOptions",
        "press": "Pressed PressOptions press_file ruled_sheet",
        "printing": "PREFLIGHT_DEFAULTS Preflighted PreflightOptions preflight_file",
        "proofing": "Proofed proof_file",
        "ticketing": "check_ticket ticket_for write_ticket",
    },
)
