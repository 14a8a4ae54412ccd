"""Reading place: where the reader left a dossier, as plain values that outlive the run and the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.dossier.model import Dossier, Ref, parse_ref
from sufu_tui.explorer.navigation import EVERY_PANE, PaneId

PLACE_FORMAT = 1
"""Version of the format of a place; rises with every change of the meaning of its values."""

MOST_FILTERS = 50
"""Filters that are kept to be brought back, at most."""

_MOST_WHOLE = 10**9
_MOST_REAL = 1e15
_MOST_CHARACTERS = 10_000


class ReadingPlace(NamedTuple):
    """Place of a reader in a dossier: what the shared state held, and the place in each pane by its id.

    Items are addresses as text, since the dossier may have them no more.
    """

    pane: PaneId | None = None
    language: Language | None = None
    current: str = ""
    filter: str = ""
    day_zero: str = ""
    panes: Mapping[str, object] = {}
    second: Language | None = None
    """Language of the version beside the texts, if any."""
    before: str = ""
    """Item of another kind that was looked at before: what belongs to it stands out."""
    filters: tuple[str, ...] = ()
    """Filters that the reader set before, the last one first."""

    def to_plain(self) -> dict[str, object]:
        """Return the place as plain values, to be written as JSON."""
        return {"format": PLACE_FORMAT, **self._asdict()}


def reading_place_from(plain: object) -> ReadingPlace | None:
    """Return the place in plain values from any source, without invalid ones; None where they are none."""
    if not isinstance(plain, Mapping) or plain.get("format") != PLACE_FORMAT:
        return None
    return ReadingPlace(
        next((spec.id for spec in EVERY_PANE if spec.id == plain.get("pane")), None),
        _language_of(plain.get("language")),
        text_of(plain.get("current")),
        text_of(plain.get("filter")),
        text_of(plain.get("day_zero")),
        table_of(plain.get("panes")),
        _language_of(plain.get("second")),
        text_of(plain.get("before")),
        tuple(filter(None, map(text_of, list_of(plain.get("filters")))))[:MOST_FILTERS],
    )


# Plain values from any source, each with what stands in the place of an invalid one.


def _language_of(plain: object) -> Language | None:
    return next((known for known in LANGUAGES if known == plain), None)


def text_of(plain: object) -> str:
    """Return a text; empty where it is none."""
    return plain if isinstance(plain, str) and len(plain) <= _MOST_CHARACTERS else ""


def whole_of(plain: object, otherwise: int = 0) -> int:
    """Return a whole number from 0 on."""
    is_number = isinstance(plain, int) and not isinstance(plain, bool)
    return plain if is_number and 0 <= plain < _MOST_WHOLE else otherwise  # type: ignore[return-value,operator]


def real_of(plain: object, otherwise: float = 0.0) -> float:
    """Return a number."""
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or not -_MOST_REAL < plain < _MOST_REAL:
        return otherwise
    return float(plain) if isfinite(plain) else otherwise


def table_of(plain: object) -> Mapping[str, object]:
    """Return a table by text; empty where it is none."""
    return plain if isinstance(plain, Mapping) else {}


def list_of(plain: object) -> list[object]:
    """Return a list; empty where it is none."""
    return plain if isinstance(plain, list) else []


def ref_in(dossier: Dossier, plain: object) -> Ref | None:
    """Return the address of an item that `dossier` has; None for any other value."""
    ref = parse_ref(text_of(plain))
    return ref if ref is not None and dossier.find(ref) is not None else None
