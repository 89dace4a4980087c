"""Folders of files come in; each file's result, a journal of what became of it and a summary stand in a folder."""

from gwformat.batch.jobs import Job
from gwformat.batch.outcomes import Limits, Outcome, State, Task
from gwformat.batch.run import Ended, Engine, Told, Wanted, run
from gwformat.batch.summary.as_text import as_text
from gwformat.batch.watching import watch

__all__ = ["Ended", "Engine", "Job", "Limits", "Outcome", "State", "Task", "Told", "Wanted", "as_text", "run", "watch"]
