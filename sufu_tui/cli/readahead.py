"""A dossier read by another process, while this one imports the screen library.

To import takes longer than to read a small dossier, and both are work of the processor: with two of them
a start need not wait for the reading. Whatever goes wrong there is left to whoever reads it here and can
say so.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sufu_tui.reading.sizes import is_large

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sufu_tui.dossier.model import Dossier


def read_ahead(folder: Path, meanwhile: Callable[[], None]) -> Dossier | None:
    """Let another process read the dossier in `folder`, do what is to be done `meanwhile`, and return it.

    None, and nothing is done, where it is large, where there is no second processor, and where the system
    cannot fork. None as well where it is not in order.
    """
    if not _worth_it(folder):
        return None
    receiving, sending = os.pipe()
    reader = os.fork()
    if reader == 0:
        try:
            os.close(receiving)
            _send(folder, sending)
        finally:
            os._exit(0)  # nothing of what this process began is the copy's to end
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        meanwhile()
        data = pipe.read()
    from sufu_tui.cli.packed import unpack

    dossier = unpack(data)
    os.waitpid(reader, 0)  # it has taken its time to end meanwhile
    return dossier


def _worth_it(folder: Path) -> bool:
    try:
        return hasattr(os, "fork") and _processors() > 1 and not is_large(folder)
    except OSError:
        return False


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _send(folder: Path, pipe: int) -> None:
    """Read the dossier in `folder` and send it; where it is not in order, nothing."""
    from sufu_tui.cli.packed import pack
    from sufu_tui.reading.loading import read

    dossier = read(folder).dossier
    if dossier is not None:
        with os.fdopen(pipe, "wb") as file:
            file.write(pack(dossier))
