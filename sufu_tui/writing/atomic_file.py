"""Atomic file replacement: whole, or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class CannotWriteError(Exception):
    """Error of a file that cannot be written; `code` is the key of a sentence, `reason` a part of it."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


def replace(path: Path, write: Callable[[Path], None]) -> None:
    """Call `write` with a temporary path, and move the complete file to `path`.

    Raises CannotWriteError where the system refuses.
    """
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        try:
            write(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as problem:
        raise CannotWriteError("impossible", problem.strerror or str(problem)) from problem
