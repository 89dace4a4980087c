"""Imports point one way: cli → api → stages → layout → setting → profiles, fonts, text … → model → units, errors."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "gwformat"

# Names are modules or packages directly below gwformat; a module may import from layers below its own.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"web"},
    {"batch"},
    {"report"},
    {"api"},
    {"printing"},  # imposed, stamped and marked sheets: from files to files for the press
    {"drawing"},  # from pages to files, by the writer the form needs
    {"readers", "recognise", "normalise", "writers", "ledger", "check", "comparing"},
    {"layout"},  # a stage that others may ask where something comes to stand
    {"setting"},  # how every paragraph is set: what writers spell and layout stacks
    {"drafting"},  # templates of documents and forms: which places they have to fill
    {"requirements"},  # which elements a document must have
    {"profiles", "fonts", "text", "ooxml", "pdf", "ofd", "finished", "metadata", "element_forms", "output", "office"},
    {"findings", "verifying"},
    {"model", "table"},
    {"units", "errors", "expressions", "values", "on_demand"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
(STAGES,) = (names for names in LAYERS if "readers" in names)

# Parts that spell the names of WordprocessingML; everyone else works on values of gwformat.model.
SPELL_OOXML = ("ooxml", "readers/docx", "writers/docx", "ledger")

MODULES = sorted(PACKAGE.rglob("*.py"))


def unit(path: Path) -> str:
    """The module or package directly below gwformat that `path` belongs to; "" for gwformat itself."""
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem.replace("__init__", "")


def imported(path: Path) -> Iterator[str]:
    """Full names of everything `path` imports at run time, inside functions too; not what only types need."""
    yield from _imports(ast.parse(path.read_text(encoding="utf-8")).body)


def _imports(statements: list[ast.stmt]) -> Iterator[str]:
    for statement in statements:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.dump(statement.test):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def units_imported(path: Path) -> set[str]:
    parts = (name.split(".") for name in imported(path))
    return {name[1] for name in parts if name[0] == "gwformat" and len(name) > 1 and name[1] in LEVEL}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_layers_below(path: Path) -> None:
    own = unit(path)
    if not own:
        return
    assert own in LEVEL, f"{own} has no layer; add it to LAYERS"
    upward = {name for name in units_imported(path) - {own} if LEVEL[name] < LEVEL[own]}
    assert not upward, f"{own} must not import {upward}"


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_stages_never_import_each_other(stage: str) -> None:
    for path in MODULES:
        if unit(path) == stage:
            assert not units_imported(path) & (STAGES - {stage}), path


def test_relative_imports_are_not_used() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_four_places_spell_ooxml_names(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix().startswith(SPELL_OOXML):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    spelled = [text for text in strings if "schemas.openxmlformats.org" in text or text.startswith(("w:", "{http"))]
    assert not spelled
    assert not any(name.startswith("gwformat.ooxml.names") for name in imported(path))


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    script = "import sys, gwformat.cli, gwformat.cli.program; print(*sorted({n.split('.')[0] for n in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"docx", "markdown_it", "rich", "lxml", "fontTools"} & set(done.stdout.split())


def test_formatting_loads_no_part_of_checking() -> None:
    script = "import sys, gwformat.api.formatting, gwformat.writers.docx; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    parts = ("gwformat.check", "gwformat.ooxml.effective", "gwformat.ooxml.leaks.finding")
    assert [name for name in done.stdout.split() if name.startswith(parts)] == []


def test_checking_loads_nothing_that_writes() -> None:
    script = "import sys; from gwformat.api import check_file; import gwformat.check.geometry; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    parts = ("gwformat.writers", "gwformat.ledger", "gwformat.layout.pages", "gwformat.layout.titles")
    assert [name for name in done.stdout.split() if name.startswith(parts)] == []


def test_formatting_and_checking_load_nothing_that_speaks_to_a_network() -> None:
    script = "import sys, gwformat.api.formatting, gwformat.writers.docx, gwformat.check.runner; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"http.client", "socket", "ssl", "urllib.request"} & set(done.stdout.split())
