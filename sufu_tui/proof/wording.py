"""Wording: whether the words around a printed figure say what the dossier takes it for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.proof.claims import Hint
from sufu_tui.proof.normal_text import TextSpan
from sufu_tui.proof.whole_words import excerpt
from sufu_tui.reading.prints.printed_numbers import numbers
from sufu_tui.reading.prints.running_text import clause_around

if TYPE_CHECKING:
    from sufu_tui.dossier.quantity import Quantity
    from sufu_tui.reading.prints.printed_numbers import PrintedNumber

_BEFORE = 24
"""Characters before a figure among which its qualifier and its sign stand."""
_AFTER = 8
"""Characters after a figure among which its qualifier stands: 人次以上."""
_AROUND = 80
"""Characters on either side of a figure among which the words shown with it begin and end."""


def figure_fault(text: str, place: TextSpan, quantity: Quantity, *, in_percent: bool) -> Hint | None:
    """Return what the words at `place` of a normal text say that `quantity` does not; None if all agrees.

    A number that stands in no numeral (雙, 首) is taken as it is.
    """
    start, end = clause_around(text, place.start, place.end, _BEFORE, _AFTER)
    first, last = place.start - start, place.end - start
    clause = text[start:end]
    around = [number for number in numbers(clause) if number.start < last and number.end > first]
    alone = [
        number for number in numbers(text[place.start : place.end]) if _says(number, quantity, in_percent)
    ]
    matching = [number for number in around if _says(number, quantity, in_percent)]
    kinds = {number.kind for number in alone}
    if alone and around and not any(number.kind in kinds for number in matching):
        return Hint("value", _shown(text, place, around[0], start))
    if not matching:
        return None
    stated = [number.qualifiers_of(quantity.value) or (Qualifier.EXACT,) for number in matching]
    if any(quantity.qualifier in qualifiers for qualifiers in stated):
        return None
    shown = _shown(text, place, matching[0], start)
    if stated[0][0] is Qualifier.EXACT:
        return Hint("unqualified", shown, quantity.qualifier.value)
    return Hint("qualified", shown, stated[0][0].value)


def _says(number: PrintedNumber, quantity: Quantity, in_percent: bool) -> bool:
    return number.says(quantity.value, in_percent=in_percent)


def _shown(text: str, place: TextSpan, number: PrintedNumber, start: int) -> str:
    """Return the words at `place` and the number, read from `start` on, with a few of its clause around."""
    span = TextSpan(min(start + number.start, place.start), max(start + number.end, place.end))
    clause = TextSpan(*clause_around(text, *span, _AROUND, _AROUND))
    return excerpt(text, span, clause, 4, 3)
