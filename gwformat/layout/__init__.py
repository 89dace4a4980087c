"""Layout: where every line of a document breaks and stands on its page."""

from typing import TYPE_CHECKING

from gwformat.on_demand import on_demand

if TYPE_CHECKING:
    from gwformat.layout.addressees import arrange
    from gwformat.layout.boxes import Pages
    from gwformat.layout.facts import PageFacts, facts_of
    from gwformat.layout.form_lines import fit_form_lines
    from gwformat.layout.pages import lay_out
    from gwformat.layout.titles import shape_lines

__all__ = ["PageFacts", "Pages", "arrange", "facts_of", "fit_form_lines", "lay_out", "shape_lines"]

__getattr__ = on_demand(
    __name__,
    {
        "addressees": "arrange",
        "boxes": "Pages",
        "facts": "PageFacts facts_of",
        "form_lines": "fit_form_lines",
        "pages": "lay_out",
        "titles": "shape_lines",
    },
)
