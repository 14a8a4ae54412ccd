"""Findings: faults of a dossier and their places."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.reading.suggestions import Suggestions
from sufu_tui.typesetting.safe_characters import harmless, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from sufu_tui.languages.catalogue import Catalogue

TomlPath = tuple[str | int, ...]
"""Path of a value in a document: `("metric", 3, "label", "en")`."""


class Severity(str, Enum):
    """Severity of a finding: an error keeps the dossier from being shown, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """Fault at a place in a file; `line` and `column` (in characters) count from 1.

    `length` is the number of characters at fault, all of them on that line. `values` fill the
    sentence that the catalogue has for `code`; quoted text in them is made visible and harmless.
    """

    file: Path
    line: int
    column: int
    severity: Severity
    code: str
    values: Mapping[str, str]
    length: int = 1


class UnreadableDossier(Exception):  # noqa: N818  a state of the dossier
    """Error: no dossier to check. `code` names the sentence `error.CODE`, filled by `values`."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: Mapping[str, str] = {name: harmless(value) for name, value in values.items()}


class TomlSpot(NamedTuple):
    """Place in a TOML file by path, before its line is looked up.

    It is the value at `path` in the file, or its key if `at_key`; and within a string the
    `occurrence`-th `needle` (from 0, whole words only), if it is written there as it stands, and
    `offset` characters on from it. `see` is another path in the same file; its line fills
    `{line}` of the sentence.
    """

    file: str
    path: TomlPath
    at_key: bool = False
    needle: str = ""
    occurrence: int = 0
    offset: int = 0
    see: TomlPath | None = None


class Problem(NamedTuple):
    """Fault at a spot, or at a line and column that are known."""

    spot: TomlSpot
    severity: Severity
    code: str
    values: Mapping[str, str]
    known: tuple[int, int] | None = None


class Report:
    """Collector of the problems of one reading. Texts in `values` are made visible and harmless."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._suggestions = Suggestions()
        self._faulty: dict[str, set[TomlPath]] = {}
        self._looked_at = 0

    def error(self, spot: TomlSpot, code: str, **values: object) -> None:
        """Add an error at `spot`; the sentence of `code` is filled by `values`."""
        self.problems.append(Problem(spot, Severity.ERROR, code, _shown(values)))

    def warning(self, spot: TomlSpot, code: str, **values: object) -> None:
        """Add a warning at `spot`; the sentence of `code` is filled by `values`."""
        self.problems.append(Problem(spot, Severity.WARNING, code, _shown(values)))

    def syntax(self, file: str, place: tuple[int, int], code: str, **values: object) -> None:
        """Add an error of a document that is no TOML, at a line and column of its text."""
        self.problems.append(Problem(TomlSpot(file, ()), Severity.ERROR, code, _shown(values), place))

    def near(self, word: str, known: Collection[str]) -> dict[str, str]:
        """Return `{"near": ...}` with the known word that `word` was meant to be, or nothing."""
        return self._suggestions.near(word, known)

    def knows(self, file: str, path: TomlPath) -> bool:
        """Return whether there is a problem at or below `path` already, other than of links that differ."""
        for problem in self.problems[self._looked_at :]:
            if problem.code not in ("link-missing", "link-added"):
                spot = problem.spot
                faulty = self._faulty.setdefault(spot.file, set())
                faulty.update(spot.path[:length] for length in range(len(spot.path) + 1))
        self._looked_at = len(self.problems)
        return path in self._faulty.get(file, ())

    @property
    def failed(self) -> bool:
        """True if there is an error among the problems."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def _shown(values: Mapping[str, object]) -> Mapping[str, str]:
    return {name: visible(str(value)) for name, value in values.items()}


def sentence(finding: Finding, words: Catalogue) -> str:
    """Return the finding as a sentence in the catalogue's language, with a suggestion if any."""
    values = dict(finding.values)
    for name in ("wanted", "found"):
        if name in values:
            values[name] = words(f"check.type.{values[name]}")
    if "fault" in values:
        values["fault"] = words(f"verify.{values['fault']}", **values)
    text = words(f"check.{finding.code}", **values)
    if "near" in values:
        text += words("check.did-you-mean", near=values["near"])
    return text
