"""What the user asked of a batch comes in; the job its workers do, and who does it, go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import options
from gwformat.errors import UsageError

if TYPE_CHECKING:
    from gwformat.batch import Engine, Job

DOES = ("format", "check", "fonts-map", "exchange", "render")
"""The kinds of work."""
STYLES = {"html": ".html", "json": ".json", "text": ".txt"}
"""The forms of a report of a check, and the suffixes of their files."""

# Which kinds of work an option is for; one that is given for another kind is a mistake of the user.
_DRAWN = ("format", "render")
_FOR = {
    "kind": ("format", "render", "check"),
    "values": _DRAWN,
    "meta": _DRAWN,
    "system": ("format", "render", "check"),
    "profiles": ("format", "render", "check"),
    "grid": _DRAWN,
    "seals": _DRAWN,
    "seal_diameter": _DRAWN,
    "pdf": ("format",),
    "ofd": ("format",),
    "strict_fonts": _DRAWN,
    "form": ("render",),
    "revisions": ("format", "exchange"),
    "comments": ("format", "exchange"),
    "select": ("check",),
    "ignore": ("check",),
    "fail_on": ("check",),
    "directory": ("check",),
    "style": ("check",),
    "to": ("fonts-map", "exchange"),
    "keep_lines": ("fonts-map", "exchange"),
    "policy": ("exchange",),
    "classified_offline": ("exchange",),
    "scheduler": DOES,
}


def refuse_misplaced(context: click.Context, do: str) -> None:
    """Raise `UsageError` if the user gave an option that is for another kind of work."""
    for parameter in context.command.params:
        fitting = _FOR.get(parameter.name or "", DOES)
        given = context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
        if given and do not in fitting:
            raise UsageError(f"{parameter.opts[0]} 不适用于 --do {do}", f"它用于：{'、'.join(fitting)}。")


def job_of(asked: dict[str, Any]) -> Job:
    """The job with its options; `UsageError` if something it needs was not said."""
    from gwformat import batch

    do = asked["do"]
    if do in ("fonts-map", "exchange") and not asked["to"]:
        raise UsageError(f"--do {do} 没有写明换成哪一套字体", "用 --to 写明，如 --to party 或 --to government")
    _check_files(asked)
    match do:
        case "check":
            return batch.Job(do, STYLES[asked["style"]], _check_options(asked), _named(asked, "style", "fail_on"))
        case "fonts-map":
            return batch.Job(do, ".docx", {"system": asked["to"], "keep_lines": asked["keep_lines"]})
        case "exchange":
            return batch.Job(do, ".docx", _exchange_options(asked))
        case "render":
            return batch.Job(do, f".{asked['form']}", _format_options(asked))
        case _:
            return batch.Job(do, ".docx", _format_options(asked))


def _check_files(asked: dict[str, Any]) -> None:
    """What is wrong with the files all drafts go by is said once, before the first of them."""
    from gwformat import api

    system = asked["to"] or asked["system"]
    said = _named(asked, "profiles", "directory", "policy", "select", "ignore")
    api.check_configuration(system=system, seals=options.seals_of(asked["seals"])[1], **said)


def _named(asked: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: asked[name] for name in names}


def _format_options(asked: dict[str, Any]) -> object:
    said = ("kind", "values", "meta", "system", "profiles", "grid", "seals", "seal_diameter")
    taken: dict[str, Any] = _named(asked, *said, "pdf", "ofd", "strict_fonts")
    kept: dict[str, Any] = {name: asked[name] or "keep" for name in ("revisions", "comments")}
    return options.wanted(**taken, **kept)


def _check_options(asked: dict[str, Any]) -> object:
    from gwformat import api

    return api.CheckOptions(
        kind=options.kind_of(asked["kind"]),
        **_named(asked, "system", "profiles", "select", "ignore", "directory"),
    )


def _exchange_options(asked: dict[str, Any]) -> object:
    from gwformat import api

    said: dict[str, Any] = {name: None if asked[name] == "keep" else asked[name] for name in ("revisions", "comments")}
    return api.ExchangeOptions(asked["to"], **said, **_named(asked, "policy", "keep_lines", "classified_offline"))


def engine_of(asked: dict[str, Any]) -> Engine | None:
    """Who does the work: None for processes of this machine."""
    if asked["engine"] == "local":
        if asked["do"] == "render" or asked["pdf"]:
            from gwformat import drawing

            drawing.demand(asked["form"] if asked["do"] == "render" else "pdf")
        if asked["scheduler"] or asked["send"]:
            raise UsageError("--scheduler 和 --send 只用于 --engine dask", "加上 --engine dask，或者去掉这两个选项。")
        return None
    if not asked["scheduler"]:
        raise UsageError("没有写明调度器的地址", "例：--engine dask --scheduler tcp://10.0.0.5:8786")
    from gwformat.batch.many_machines import engine

    return engine(asked["scheduler"], send=asked["send"])
