"""Folder of the dossier that a command is about, and commands about it that can be pasted into a shell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from sufu_tui.reading.shipped import shipped_folder

_MAIN_FILE = "dossier.toml"


class DossierFolder(NamedTuple):
    """Folder of a dossier; `given` is its name on the command line, blank where it was not named."""

    path: Path
    given: str = ""

    def command(self, *words: str) -> str:
        """Return `sufu-tui` with `words` and this folder, as a shell takes it."""
        return " ".join(["sufu-tui", *(quoted(word) for word in (*words, *filter(None, [self._argument])))])

    @property
    def _argument(self) -> str:
        # An option would begin with the hyphen.
        return os.path.join(os.curdir, self.given) if self.given.startswith("-") else self.given  # noqa: PTH118


def folder_named(given: str | None) -> DossierFolder:
    """Return the folder named `given`; without a name the current one or the shipped."""
    if given is not None:
        return DossierFolder(Path(given), given or os.curdir)
    if os.path.isfile(_MAIN_FILE):  # noqa: PTH113  a path of Python's is slower than the question
        return DossierFolder(Path())
    return DossierFolder(shipped_folder())


def is_folder(word: str) -> bool:
    """Return whether `word` names a folder, or can be nothing else: it has a separator or is a dot."""
    separators = {os.sep, os.altsep or os.sep}
    return (
        word in {os.curdir, os.pardir}
        or any(separator in word for separator in separators)
        or (word != "" and "\0" not in word and Path(word).is_dir())
    )


def quoted(word: str, system: str = os.name) -> str:
    """Return `word` as one word of a shell, without a character that a terminal obeys or hides."""
    # Needed after a mistake alone, not at every start.
    if system == "nt":
        from subprocess import list2cmdline

        return list2cmdline([word])
    from sufu_tui.typesetting.safe_characters import harmless

    if harmless(word) == word:
        from shlex import quote

        return quote(word)
    escaped = (_escaped(character, shown=harmless(character) == character) for character in word)
    return f"$'{''.join(escaped)}'"  # of bash, zsh and POSIX.1-2024


def _escaped(character: str, *, shown: bool) -> str:
    if character in "\\'":
        return f"\\{character}"
    return character if shown else "".join(f"\\x{byte:02x}" for byte in os.fsencode(character))
