"""Drafting: templates of every 文种 and the forms of an office as TOML, and words for their places; drafts go out."""

from gwformat.drafting.drafts import draft_of, places_of
from gwformat.drafting.office_forms import Form, form, form_names
from gwformat.drafting.places import filled, labels
from gwformat.drafting.templates import Template, template, template_names

__all__ = [
    "Form",
    "Template",
    "draft_of",
    "filled",
    "form",
    "form_names",
    "labels",
    "places_of",
    "template",
    "template_names",
]
