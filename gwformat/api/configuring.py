"""The files and names a job is to go by come in; the error that each of its drafts would end with is raised at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from gwformat.api.common import own_profiles
from gwformat.api.options import StrPath
from gwformat.fonts.system import load_system
from gwformat.model import Seal
from gwformat.readers.seals import read_seal


def check_configuration(
    *,
    system: str | None = None,
    profiles: Iterable[StrPath] = (),
    directory: StrPath | None = None,
    policy: StrPath | None = None,
    seals: Iterable[StrPath] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> None:
    """Raise what a job would raise that goes by these; for those who do it many times and do not begin for nothing."""
    for own in own_profiles(profiles):
        if own.profile.system:
            load_system(own.profile.system)
    if system is not None:
        load_system(system)
    for picture in seals:
        read_seal(Path(picture), Seal.SIGNATURE)  # of any proportions; those of a round seal matter where it is set
    if directory is None and policy is None and not (select or ignore):
        return
    from gwformat import check  # what only formats goes without it

    check.selection(select, ignore, check.document_rules())
    if directory is not None:
        check.load_directory(Path(directory))
    if policy is not None:
        check.load_policy(Path(policy))
