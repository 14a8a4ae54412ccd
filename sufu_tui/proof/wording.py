"""Wording: whether the words around a printed figure or date say what the dossier takes it for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.days import from_day, month_length, to_day
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.proof.claims import Hint
from sufu_tui.proof.normal_text import TextSpan
from sufu_tui.proof.whole_words import excerpt
from sufu_tui.reading.prints.dates_in_text import dates
from sufu_tui.reading.prints.printed_numbers import numbers
from sufu_tui.reading.prints.running_text import clause_around

if TYPE_CHECKING:
    from sufu_tui.dossier.edtf_date import EdtfDate
    from sufu_tui.dossier.quantity import Quantity
    from sufu_tui.reading.prints.dates_in_text import DateParts
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


def date_fault(printed: str, date: EdtfDate) -> Hint | None:
    """Return that `printed` names another year, month or day than `date`; None if it names none other."""
    found = next(iter(sorted(dates(printed))), None)
    if found is None:
        return None
    fault = Hint("date", printed, date.text)
    if not (_is_possible(found.first) and _is_possible(found.last)):
        return fault
    first, last = _bounds(found.first, date.earliest), _bounds(found.last, date.latest)
    is_vaguer = date.start is None and date.earliest is not None and date.latest is not None
    agrees = first is None or date.earliest is None or first[0] <= date.earliest <= first[1]
    if not agrees and is_vaguer and first:
        agrees = (date.earliest or 0) <= first[0] and first[1] <= (date.latest or 0)
    if agrees and last and date.latest is not None:
        agrees = last[0] <= date.latest <= last[1]
    return None if agrees else fault


def _is_possible(parts: DateParts | None) -> bool:
    """Return whether there is such a month and day; 29 February of a year that is not said is."""
    year, month, day = parts or (None, None, None)
    if month is None:
        return True
    return 1 <= month <= 12 and (day is None or 1 <= day <= month_length(year or 2000, month))


def _bounds(parts: DateParts | None, near: int | None) -> tuple[int, int] | None:
    """Return the first and last day of `parts`, in the year of the day `near` if they name none."""
    if parts is None or near is None:
        return None
    year, month, day = parts
    if year is None and month is None:
        return None
    year = from_day(near).year if year is None else year
    if month is None:
        return to_day(year), to_day(year, 12, 31)
    if day is None:
        return to_day(year, month), to_day(year, month, month_length(year, month))
    return to_day(year, month, day), to_day(year, month, day)


def _says(number: PrintedNumber, quantity: Quantity, in_percent: bool) -> bool:
    return number.says(quantity.value, in_percent=in_percent)


def _shown(text: str, place: TextSpan, number: PrintedNumber, start: int) -> str:
    """Return the words at `place` and the number, read from `start` on, with a few of its clause around."""
    span = TextSpan(min(start + number.start, place.start), max(start + number.end, place.end))
    clause = TextSpan(*clause_around(text, *span, _AROUND, _AROUND))
    return excerpt(text, span, clause, 4, 3)
