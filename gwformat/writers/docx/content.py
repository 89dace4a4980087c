"""The words of a source paragraph, edited in place: its leaves and the runs to show come in, tidy runs go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from gwformat.model import Run
from gwformat.ooxml import trees
from gwformat.ooxml.inline import Atom, AtomKind, atoms
from gwformat.ooxml.names import W, w
from gwformat.ooxml.revisions import DELETED_TAGS
from gwformat.ooxml.values import Said, said
from gwformat.setting.passages import Stretch
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.text.scripts import HINTED, UNHINTED, is_western
from gwformat.values import dataclass
from gwformat.writers.docx import oxml
from gwformat.writers.docx.inline import into_line
from gwformat.writers.docx.oxml import PPR, RPR, Element, R, T, el
from gwformat.writers.docx.runs import dress
from gwformat.writers.docx.styles import run_style_id
from gwformat.writers.docx.tally import Tally

_WRAPPERS = frozenset(map(w, ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")))
_SDT, _SDT_CONTENT = w("sdt"), w("sdtContent")
# Traces of editing that mean nothing: spelling marks, page breaks as they fell in some other layout.
_TRACES = (w("proofErr"), w("lastRenderedPageBreak"))
_CONTROL = re.compile(f"([\t\n{SOFT_HYPHEN}])")
_MIXED = re.compile(f"([\t\n{SOFT_HYPHEN}]|(?:{UNHINTED.pattern})+)")
_DELETED, _FIELD_MARK, _SIMPLE_FIELD = w("delText"), w("fldChar"), w("fldSimple")
_MARK_CHANGES = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
_REVISION_IDS = frozenset(w(name) for name in ("rsidR", "rsidRPr", "rsidDel", "rsidP", "rsidRDefault"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run to show, with the character style it takes and the number of its block within the line.

    `node` is what shows a carrier that no source paragraph holds: a picture or a page break of a txt or md draft.
    """

    run: Run
    style: str | None = None
    block: int = 0
    node: Element | None = None


def pieces_of(stretches: Iterable[Stretch]) -> list[Piece]:
    """Stretches with the character styles of run-in headings and labels."""
    return [Piece(s.run, None if s.lead is None else run_style_id(s.lead), s.block) for s in stretches]


def fill(
    paragraph: Element, pieces: Sequence[Piece], source: int, tally: Tally, shown: Sequence[int] | None = None
) -> dict[int, Element]:
    """Make `paragraph` show exactly `pieces`; the first node of each block goes out, by the block's number.

    `source` is the number of the source paragraph the node is, or is a copy of: other pieces are new text. `shown` are
    the numbers of the leaves it has, where it is a copy that does not have all of them.
    """
    _drop_traces(paragraph)
    leaves = atoms(paragraph)
    holders = _one_leaf_each(leaves)
    places = None if shown is None else {number: place for place, number in enumerate(shown)}
    used: set[int] = set()
    latent = frozenset([field for field in paragraph.iter(_SIMPLE_FIELD) if not atoms(field)])
    starts: dict[int, Element] = {}
    waiting: list[Element] = []
    previous: Element | None = None
    western = is_western("".join(piece.run.text for piece in pieces))
    for piece in _one_leaf_pieces(pieces, western):
        run = piece.run
        index = run.atom if run.paragraph == source else None
        if places is not None and index is not None:
            index = places[index]
        if index is None:
            holder = el("r", *(oxml.text_leaves(run.text) if piece.node is None else [piece.node]))
            if previous is None:
                waiting.append(holder)
            else:
                previous.addnext(holder)
                previous = holder
        else:
            holder = holders[index]
            if index in used:
                assert previous is not None
                holder = oxml.clone(holder)
                previous.addnext(holder)
            used.add(index)
            if run.carrier is None:
                _say(holder, leaves[index], run.text)
            elif run.carrier.floating is None and not run.is_hidden:
                into_line(holder)
            for new in waiting:
                holder.addprevious(new)
            waiting.clear()
            previous = holder
        if holder.tag == R:
            dress(holder, run.emphasis, piece.style, run.text, tally, western=western)
        starts.setdefault(piece.block, holder)
    paragraph.extend(waiting)
    for index, holder in enumerate(holders):
        if index not in used:
            trees.detach(holder)
    _prune(paragraph, frozenset(starts.values()), latent)
    return starts


def _one_leaf_pieces(pieces: Iterable[Piece], western: bool) -> Iterator[Piece]:
    """Each tab, line break and soft hyphen as a piece of its own, as a reader of the result will see it.

    So are letters beside marks that need a hint, which would set the letters in the Chinese face as well.
    """
    for piece in pieces:
        run = piece.run
        parted = _CONTROL.search(run.text) is not None
        mixed = not western and HINTED.search(run.text) is not None and UNHINTED.search(run.text) is not None
        if len(run.text) < 2 or not (parted or mixed):
            yield piece
            continue
        for text in filter(None, (_MIXED if mixed else _CONTROL).split(run.text)):
            yield replace(piece, run=replace(run, text=text))
            run = replace(run, atom=None)


def _drop_traces(paragraph: Element) -> None:
    for trace in list(paragraph.iter(*_TRACES)):
        parent = trace.getparent()
        if parent is not None:
            parent.remove(trace)
    _strip_revision_ids(paragraph)


def leaf_nodes(paragraph: Element) -> list[Element]:
    """For each leaf of a paragraph the node that holds it alone."""
    _drop_traces(paragraph)
    return _one_leaf_each(atoms(paragraph))


def _one_leaf_each(leaves: Sequence[Atom]) -> list[Element]:
    """For each leaf the node that holds it alone; runs with several leaves are split."""
    holders: list[Element] = []
    for leaf in leaves:
        run = leaf.run
        if run is None or leaf.node is run:
            holders.append(leaf.node)
            continue
        _strip_revision_ids(run)
        content = [child for child in run if child.tag != RPR]
        if len(content) > 1:
            _split(run, content)
        parent = leaf.node.getparent()
        assert parent is not None
        holders.append(parent)
    return holders


def _strip_revision_ids(node: Element) -> None:
    if node.attrib:
        for name in _REVISION_IDS.intersection(node.attrib):
            del node.attrib[name]


def _split(run: Element, content: Sequence[Element]) -> None:
    properties = oxml.child(run, RPR)
    pattern = el("r") if properties is None else el("r", oxml.clone(properties))
    previous = run
    for leaf in content[1:]:
        part = oxml.clone(pattern)
        part.append(leaf)
        previous.addnext(part)
        previous = part


def _say(holder: Element, leaf: Atom, text: str) -> None:
    """Put `text` in the place of a leaf."""
    if text == leaf.text and leaf.kind is not AtomKind.TEXT:
        return
    if leaf.kind is AtomKind.TEXT and _CONTROL.search(text) is None:
        found = oxml.child(holder, T)
        assert found is not None
        oxml.set_text(found, text)
        return
    for child in list(holder):
        if child.tag != RPR:
            holder.remove(child)
    holder.extend(oxml.text_leaves(text))


def _prune(container: Element, starts: frozenset[Element], latent: frozenset[Element]) -> None:
    """Remove wrappers that hold nothing any more; join runs that look alike unless a block starts between them.

    `latent` fields have never had a result: they hold their code, and stay.
    """
    for child in list(container):
        if child.tag == R:
            if all(leaf.tag == RPR or (leaf.tag == T and not leaf.text) for leaf in child):
                container.remove(child)
        elif child.tag in _WRAPPERS:
            _prune(child, starts, latent)
            if child not in latent and not any(map(_lasts, child)):
                _dissolve(child)
        elif child.tag == _SDT:
            inner = child.find(_SDT_CONTENT)
            if inner is not None:
                _prune(inner, starts, latent)
                if len(inner) == 0:
                    container.remove(child)
    join_runs(container, starts)


def join_runs(container: Element, starts: Collection[Element]) -> None:
    """Join neighbouring runs that look alike, unless a block starts between them."""
    alike: list[Element] = []
    for child in list(container):
        if alike and child.tag == R and child not in starts and _joins(alike[0], child):
            alike.append(child)
        else:
            _join(container, alike)
            alike = [child] if child.tag == R else []
    _join(container, alike)


def _lasts(node: Element) -> bool:
    """Whether a wrapper is still needed for `node`; an anchor alone does not need it.

    Deleted words do: rejecting the deletion must not bring back more than its author deleted.
    """
    tag = node.tag
    return tag in (R, _SDT, *DELETED_TAGS) or tag in _WRAPPERS or not str(tag).startswith(f"{{{W}}}")


def _dissolve(wrapper: Element) -> None:
    for child in list(wrapper):
        wrapper.addprevious(child)
    trees.detach(wrapper)


def _joins(left: Element, right: Element) -> bool:
    return (
        _only_text(left)
        and _only_text(right)
        and _properties(left) == _properties(right)
        and left.attrib == right.attrib
    )


def _only_text(run: Element) -> bool:
    return run[-1].tag == T and (len(run) == 1 or (len(run) == 2 and run[0].tag == RPR))


def _properties(run: Element) -> Said:
    first = run[0]
    return said(first) if first.tag == RPR else ()


def _join(container: Element, alike: Sequence[Element]) -> None:
    """Put the words of all into the first."""
    if len(alike) < 2:
        return
    words = "".join(run[-1].text or "" for run in alike)
    oxml.set_text(alike[0][-1], words)
    for run in alike[1:]:
        container.remove(run)


def anchors(paragraph: Element) -> list[Element]:
    """What is left of a paragraph without words: bookmarks, comment anchors, field marks, deleted text."""
    return [child for child in paragraph if child.tag != PPR]


def has_latent_words(paragraph: Element) -> bool:
    """Whether words appear here under other circumstances: deleted text, or a field that has no result yet."""
    if next(paragraph.iter(_DELETED), None) is not None:
        return True
    return next(paragraph.iter(_FIELD_MARK, _SIMPLE_FIELD), None) is not None and not atoms(paragraph)


def keeps_mark(ppr: Element) -> Iterable[Element]:
    """The tracked insertion or deletion of the paragraph mark itself."""
    rpr = ppr.find(RPR)
    return () if rpr is None else [child for child in rpr if child.tag in _MARK_CHANGES]
