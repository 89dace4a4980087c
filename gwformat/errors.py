"""Errors that end a command: each says what is wrong, what to do, and the exit code to leave with."""

from __future__ import annotations


class GwError(Exception):
    """Base of all errors a user may see: `message` says what, `advice` what to do next (both Chinese)."""

    exit_code = 70  # that of a bug: every error a user can mend has its own

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}。{self.advice}" if self.advice else self.message


class UsageError(GwError):
    """The command line or an API argument makes no sense."""

    exit_code = 2


class InputUnreadable(GwError):
    """The input is missing, damaged, encrypted, or not what its name says."""

    exit_code = 3


class OutputNotWritable(GwError):
    """The result cannot be written where it was asked for."""

    exit_code = 4


class ConfigurationInvalid(GwError):
    """A profile, font system or metadata file is wrong; the message names file and key."""

    exit_code = 5


class FontMissing(GwError):
    """A font that was demanded is not there."""

    exit_code = 6


class Refused(GwError):
    """The result would not be safe: integrity is not proven, or the file is classified."""

    exit_code = 8
