"""Translations: printed words of a source for readers who cannot read them.

In Simplified Chinese they are the same words in simplified characters; in English their meaning, as far as
they say no more than the figure or the date that was taken from them. The rest is for the dossier to say.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Dossier, Event, Observation, Unit
from sufu_tui.dossier.percent import has_percent_sign
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import number_text, qualified, quantity_text
from sufu_tui.query.text_folding import script_variants

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST_HAN = "\u2e80"
# Words around a number that say how it is to be taken; its qualifier has told already.
_QUALIFYING = (
    "超過",
    "超过",
    "至少",
    "不到",
    "以上",
    "超",
    "逾",
    "過",
    "过",
    "約",
    "约",
    "近",
    "多",
    "餘",
    "余",
)


class Translations:
    """Translations of one dossier in the language of `words`."""

    def __init__(self, dossier: Dossier, words: Catalogue) -> None:
        self._dossier = dossier
        self._words = words

    def of_figure(self, observation: Observation) -> str | None:
        """Return the translation of a printed figure; None where none is needed, or none is known."""
        printed = observation.printed
        if printed is None or not _is_chinese(printed):
            return None
        return (
            self._own(observation.translation)
            or self._simplified(printed)
            or self._figure(printed, observation)
        )

    def of_event(self, event: Event) -> str | None:
        """Return the translation of a printed date."""
        if not _is_chinese(event.printed):
            return None
        return self._own(event.translation) or self._simplified(event.printed) or self._date(event)

    def of_words(self, printed: str) -> str | None:
        """Return the translation of a printed name or of other words: in English its title is one."""
        return self._simplified(printed) if _is_chinese(printed) else None

    def _own(self, translation: LocalizedText | None) -> str | None:
        return None if translation is None else translation.versions.get(self._words.language)

    def _simplified(self, printed: str) -> str | None:
        if self._words.language != "zh-Hans":
            return None
        text = printed.translate(self._characters)
        return text if text != printed else None

    @cached_property
    def _characters(self) -> Mapping[int, str]:
        # The first character of each class is the simplified one.
        return script_variants()

    def _figure(self, printed: str, observation: Observation) -> str | None:
        from sufu_tui.reading.prints.printed_numbers import numbers  # readers of Chinese need none

        if self._words.language != "en":
            return None
        quantity, found = observation.quantity, numbers(printed)
        if len(found) != 1 or not found[0].says(quantity.value):
            return None
        rest = printed[: found[0].start] + printed[found[0].end :]
        unit = self._dossier.unit(quantity.unit)
        rest = _without_qualifier(rest)
        if not rest and found[0].kind in {"share", "percent", "points"}:  # 百分之五 has its unit within
            if _is_share(unit):
                return quantity_text(quantity, unit, self._words)
            if found[0].kind != "share":
                return None
        if not rest:
            return qualified(number_text(quantity.value, self._words), quantity.qualifier, self._words)
        if not _is_of(rest, unit):
            return None
        if quantity.value == 1 and unit.singular is not None and "en" in unit.singular.versions:
            text = unit.singular.in_language("en").replace("{}", "1")
        else:
            number = number_text(quantity.value, self._words)
            text = self._words("card.in-full", number=number, unit=unit.label.in_language("en"))
        return qualified(text, quantity.qualifier, self._words)

    def _date(self, event: Event) -> str | None:
        from sufu_tui.reading.prints.dates_in_text import dates

        if self._words.language != "en":
            return None
        found = next(dates(event.printed), None)
        if (
            found is None
            or found.edge
            or (found.start, found.end) != (0, len(event.printed))
            or found.edtf is None
        ):
            return None
        return date_text(event.date, self._words) if found.edtf == event.date.text else None


def _is_share(unit: Unit) -> bool:
    """Return whether a unit is per cent, or points of it."""
    return "percent" in unit.id or has_percent_sign(unit.pattern)


def _is_chinese(text: str) -> bool:
    return any(character >= _FIRST_HAN for character in text)


def _without_qualifier(rest: str) -> str:
    for word in _QUALIFYING:
        rest = rest.replace(word, "", 1)
    return rest.strip()


def _is_of(rest: str, unit: Unit) -> bool:
    """Return whether the words around a number are its unit, and nothing else."""
    patterns = {text.replace("{}", "").strip() for text in unit.pattern.versions.values()}
    known = {*patterns, *unit.label.versions.values()}
    return rest in known or rest.lstrip("個个") in known
