"""A package and kinds of leaks come in; the same visible document without them, and a list of what went, go out."""

from __future__ import annotations

from collections.abc import Collection

from gwformat.ooxml.leaks import WITH_WORDS, Leak, LeakKind, Removal, View, find_leaks
from gwformat.ooxml.package import Package
from gwformat.ooxml.revisions import all_words
from gwformat.values import dataclass
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.sanitise.identifiers import rename
from gwformat.writers.docx.sanitise.lists import with_plain_lists
from gwformat.writers.docx.sanitise.loose_ends import tidy
from gwformat.writers.docx.sanitise.removing import take_out
from gwformat.writers.docx.sanitise.renaming import with_plain_names

__all__ = ["Sanitised", "sanitise"]

_ROUNDS = 8  # what goes may leave something behind that nothing needs any more


@dataclass(frozen=True, slots=True)
class Sanitised:
    """The package without the leaks that were to go, what went, and what was found but stays."""

    package: Package
    removed: tuple[Leak, ...]
    left: tuple[Leak, ...]
    taken: str = ""  # the words that went; none of them was to be seen


def sanitise(package: Package, wanted: Collection[LeakKind]) -> Sanitised:
    """Take out every leak of the kinds `wanted` that can go without a change to what is seen."""
    removed: list[Leak] = []
    taken: list[str] = []
    found: tuple[Leak, ...] = ()
    for _ in range(_ROUNDS):
        parts = Parts(package)
        view = View(package, parts.tree)
        found = find_leaks(view)
        doomed = [leak for leak in found if _may_go(leak, wanted)]
        if not doomed:
            break
        taken += [_words(leak) for leak in doomed if leak.kind in WITH_WORDS]
        rename(parts, view, doomed)
        for leak in doomed:
            take_out(parts, leak)
        package = tidy(parts, view.reached)
        package = with_plain_names(
            package, [name for leak in doomed if leak.removal is Removal.NAME for name in leak.names]
        )
        if any(leak.removal is Removal.LIST for leak in doomed):
            package = with_plain_lists(package)
        removed += doomed
    left = tuple(leak for leak in found if not _may_go(leak, wanted))
    return Sanitised(with_plain_lists(package), tuple(removed), left, "".join(taken))


def _may_go(leak: Leak, wanted: Collection[LeakKind]) -> bool:
    return leak.kind in wanted and leak.removal not in (None, Removal.SETTLED)


def _words(leak: Leak) -> str:
    return leak.words + "".join(map(all_words, leak.nodes))
