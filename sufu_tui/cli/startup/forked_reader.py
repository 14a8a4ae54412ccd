"""Forked reader: another process reads the dossier while this one imports the screen library.

The import takes longer than reading the beginning of a dossier, and both are work of the processor: with
two of them a start need not wait for the reading. Any fault there is left to a second reading here, which
can report it.

Worth, with two processors: 12 ms of a start with the shipped dossier (186 ms), 42 ms with 1,000 figures
(231 ms), 17 ms with the beginning of 100,000 (212 ms).
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sufu_tui.dossier.model import Dossier

    Read = Callable[[], Dossier | None]

_ROOM = 1 << 20
"""Bytes of a pipe: as much as Linux grants to everybody (pipe(7)); the shipped dossier takes 150 KB."""


def read_in_fork(read: Read, meanwhile: Callable[[], None]) -> Dossier | None:
    """Fork a process that calls `read`, call `meanwhile` here, and return the dossier read.

    None, without either call, where there is no second processor, or the system cannot fork. None as well
    where reading failed.
    """
    if not hasattr(os, "fork") or _processors() < 2:
        return None
    receiving, sending = _pipe()
    reader = os.fork()
    if reader == 0:
        try:
            os.close(receiving)
            _send(read, sending)
        finally:
            os._exit(0)  # the copy must not run the exit handlers of this process
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        meanwhile()
        data = pipe.read()
    dossier = _unpickled(data)
    os.waitpid(reader, 0)  # it has taken its time to end meanwhile
    return dossier


def _pipe() -> tuple[int, int]:
    """Return both ends of a pipe, with room for a whole dossier where the system grants it.

    Else the copy would stand still with most of it until this process reads, which then waits for the rest.
    """
    receiving, sending = os.pipe()
    import fcntl  # as old as fork

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):  # a user may have only so much
            fcntl.fcntl(sending, fcntl.F_SETPIPE_SZ, _ROOM)
    return receiving, sending


def _processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _send(read: Read, pipe: int) -> None:
    """Read, and send the pickled dossier, if there is one."""
    dossier = read()
    if dossier is not None:
        with os.fdopen(pipe, "wb") as file:
            pickle.dump(dossier, file, protocol=pickle.HIGHEST_PROTOCOL)


def _unpickled(data: bytes) -> Dossier | None:
    """Return the dossier that was sent; None where the other process ended before."""
    try:
        dossier: Dossier = pickle.loads(data)  # noqa: S301  it comes from a copy of this very process
    except (EOFError, pickle.UnpicklingError):
        return None
    return dossier
