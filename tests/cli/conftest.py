"""The command line, run within the test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sufu_tui.cli.main import main


class Outcome(NamedTuple):
    """What a run of the program left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def tiny_folder() -> Path:
    """The folder of a tiny dossier."""
    return Path(__file__).parents[1] / "data" / "tiny"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `sufu-tui` with the words given, in an environment that asks for no language.

    With `terminal` the streams say that they are one: the explorer itself must not be reached.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*arguments: object, terminal: bool = False) -> Outcome:
        if terminal:  # only now: pytest puts other streams in place between fixtures and test
            for stream in (sys.stdin, sys.stdout, sys.stderr):
                monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "argv", ["sufu-tui", *map(str, arguments)])
        capsys.readouterr()
        try:
            status = main()
        except SystemExit as leaving:
            assert isinstance(leaving.code, int)
            status = leaving.code
        return Outcome(status, *capsys.readouterr())

    return run_it
