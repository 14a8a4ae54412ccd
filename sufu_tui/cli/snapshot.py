"""What reading a small dossier gave, kept so that the next start need not check it all again.

A snapshot is of no use but for the very bytes that it was made from, read by the very program that made
it: both stand in it, so a change of either makes it worthless, not wrong. (A digest would be shorter, but
to load what makes digests takes longer than to compare.)
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import sufu_tui
from sufu_tui.cli.packed import pack, unpack

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Dossier

_MOST_BYTES = 1024 * 1024  # of a dossier's files; larger ones have a preview instead
_KEPT = 8  # snapshots, of the dossiers opened last
_SUFFIX = ".snapshot"
_SEAL_BYTES, _LENGTH_BYTES = 4, 4


class Snapshot:
    """The snapshot of the dossier in a folder; without a place to keep it, there is never one."""

    def __init__(self, place: Path | None, folder: Path) -> None:
        """Note what the dossier is made from now: it is for what is read hereafter."""
        self._folder = folder
        self._file: Path | None = None
        self._made_from = ""
        self._origin = None if place is None else _origin_of(folder)
        if place is not None and self._origin is not None:
            self._made_from = _digest(self._origin)
            self._file = place / f"{_digest(os.fsencode(folder.absolute()))}{_SUFFIX}"

    def recall(self) -> Dossier | None:
        """Return the dossier as it was read before; None where that is not known to be as it is now."""
        origin, self._origin = self._origin, None  # all the files are too much to hold while one reads
        if self._file is None or origin is None:
            return None
        try:
            data = self._file.read_bytes()
        except OSError:
            return None
        seal, rest = data[:_SEAL_BYTES], data[_SEAL_BYTES:]
        if not rest.startswith(origin) or seal != _seal(rest):
            return None
        return unpack(memoryview(rest)[len(origin) :])

    def keep(self, dossier: Dossier) -> None:
        """Keep what reading gave; where that cannot be done, the next start reads again."""
        origin = None if self._file is None else _origin_of(self._folder)
        if self._file is None or origin is None or _digest(origin) != self._made_from:
            return  # there is no place, or it was edited since
        from sufu_tui.writing.atomic_file import CannotWriteError, replace  # no start needs it

        rest = origin + pack(dossier)
        data = _seal(rest) + rest
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace(self._file, lambda part: _write(part, data))
            _forget_oldest(self._file.parent)
        except (OSError, CannotWriteError):
            return


def _seal(data: bytes) -> bytes:
    """Return what tells a damaged file; against a forged one `unpack` is there."""
    return zlib.crc32(data).to_bytes(_SEAL_BYTES, "big")


def _digest(data: bytes) -> str:
    """Return what tells other data from `data` unless somebody forged it; fit for the name of a file."""
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _origin_of(folder: Path) -> bytes | None:
    """Return all that a dossier is made from, the program named; None where there is no small dossier."""
    found = bytearray(f"{sufu_tui.__version__} {sys.version}\n".encode())
    package = Path(sufu_tui.__file__).parent
    try:
        # While the program is worked on, its version says nothing.
        for part in ("dossier", "reading"):
            for entry in sorted(os.scandir(package / part), key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    found += f"{entry.name} {about.st_size} {about.st_mtime_ns}\n".encode()
        paths = sorted(folder.glob("*.toml"))
        if not paths or sum(path.stat().st_size for path in paths) > _MOST_BYTES:
            return None
        for path in paths:
            data = path.read_bytes()
            found += os.fsencode(path.name) + f" {len(data)}\n".encode() + data
    except OSError:
        return None
    return len(found).to_bytes(_LENGTH_BYTES, "big") + found


def _write(path: Path, data: bytes) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)


def _forget_oldest(place: Path) -> None:
    found = sorted(place.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[_KEPT:]:
        path.unlink(missing_ok=True)
