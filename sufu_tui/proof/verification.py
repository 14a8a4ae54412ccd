"""Verification: each statement of a dossier held against the part of the text that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.proof.claims import Claim, Hint, Statement, Verdict
from sufu_tui.proof.date_wording import date_fault
from sufu_tui.proof.near_misses import NearMisses, ScriptVariants
from sufu_tui.proof.normal_text import TextSpan, normal_form
from sufu_tui.proof.wording import figure_fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sufu_tui.dossier.source_reading import Waiver
    from sufu_tui.proof.claims import HintCode
    from sufu_tui.proof.source_text import SourceText
    from sufu_tui.reading.prints.running_text import TextFigure

_SHORT = 1
"""Letters and digits of words that stand in any text: finding them proves little."""


class Verifier:
    """Judge of statements before one text.

    `percents` are the units that count hundredths, `figures` those of the normal text.
    """

    def __init__(self, text: SourceText, figures: Sequence[TextFigure], percents: Collection[str]) -> None:
        self._text = text
        self._percents = percents
        self._near = NearMisses(text.normal.text, figures)
        self._variants = ScriptVariants(text.normal.text)
        self._waivers = {normal_form(waiver.words): waiver for waiver in text.source.waivers}

    def claims(self, statements: Iterable[Statement]) -> tuple[Claim, ...]:
        """Return the claim that each of `statements` makes; those not found know what the others found."""
        all_statements = list(statements)
        judged = [self._judged(statement) for statement in all_statements]
        taken = [self._in_normal(claim.span) for claim in judged if claim and claim.span]
        return tuple(
            claim or self._missing(statement, taken)
            for claim, statement in zip(judged, all_statements, strict=True)
        )

    def _in_normal(self, span: TextSpan) -> TextSpan:
        normal = self._text.normal
        return TextSpan(normal.place(span.start), normal.place(span.end))

    def _judged(self, statement: Statement) -> Claim | None:
        """Return the claim, if its words stand in their part or cannot be sought; else None."""
        if statement.field == "formula":
            return Claim(statement, Verdict.NOT_CHECKED, hint=Hint("derived"))
        if statement.place.source != self._text.source.id:
            return Claim(statement, Verdict.NOT_CHECKED, hint=Hint("other-source", statement.place.source))
        if not any(character.isalnum() for character in statement.printed):
            return Claim(statement, Verdict.NOT_FOUND, hint=Hint("no-words"))
        part = self._text.parts[statement.place.part]
        places = list(self._text.occurrences(statement.printed, part))
        if not places:
            return None
        return self._found(statement, places)

    def _found(self, statement: Statement, places: list[TextSpan]) -> Claim:
        number = statement.occurrence or 1
        of = len(places)
        if number > of:
            fewer = Hint("no-occurrence", of=of)
            return Claim(statement, Verdict.NOT_FOUND, occurrence=number, of=of, hint=fewer)
        place = places[number - 1]
        span = self._text.written(place)
        fault = self._wording_fault(statement, place)
        verdict = Verdict.READS_OTHERWISE if fault else Verdict.FOUND if of == 1 else Verdict.FOUND_AT
        hint = fault or self._doubt(statement, of)
        is_name = statement.ref.kind == "entity"
        mentions = self._text.occurrences(statement.printed) if is_name else (place,)
        shown = () if fault else tuple(self._text.written(mention) for mention in mentions)
        return Claim(statement, verdict, span, shown, number, of, hint)

    def _wording_fault(self, statement: Statement, place: TextSpan) -> Hint | None:
        if statement.quantity is not None:
            in_percent = statement.quantity.unit in self._percents
            return figure_fault(self._text.normal.text, place, statement.quantity, in_percent=in_percent)
        return None if statement.date is None else date_fault(normal_form(statement.printed), statement.date)

    def _doubt(self, statement: Statement, of: int) -> Hint | None:
        if statement.occurrence is None and of > 1:
            return Hint("which", of=of)
        if sum(character.isalnum() for character in statement.printed) <= _SHORT:
            return Hint("short")
        return None

    def _missing(self, statement: Statement, taken: Sequence[TextSpan]) -> Claim:
        """Return the claim of words that do not stand in their part."""
        waiver = self._waiver(statement)
        if waiver is not None:
            return Claim(statement, Verdict.WAIVED, hint=Hint("reason"), waiver=waiver)
        part = self._text.parts[statement.place.part]
        if place := next(self._text.occurrences(statement.printed), None):
            return Claim(statement, Verdict.ELSEWHERE, self._text.written(place), hint=self._where(statement))
        if variant := self._variants.place(statement.printed, part.normal):
            return self._otherwise(statement, variant, "script")
        if near := self._near.nearest(statement.printed, part.normal, taken):
            return self._otherwise(statement, near, "reads")
        return Claim(statement, Verdict.NOT_FOUND)

    def _waiver(self, statement: Statement) -> Waiver | None:
        waiver = self._waivers.get(normal_form(statement.printed))
        return waiver if waiver and waiver.part in (None, statement.place.part) else None

    def _otherwise(self, statement: Statement, place: TextSpan, code: HintCode) -> Claim:
        reads = self._text.normal.text[place.start : place.end].replace("\n", " ").strip()
        hint = Hint(code, reads)
        return Claim(statement, Verdict.READS_OTHERWISE, self._text.written(place), hint=hint)

    def _where(self, statement: Statement) -> Hint:
        parts = [self._text.part_at(place.start) for place in self._text.occurrences(statement.printed)]
        names = dict.fromkeys(part.name for part in parts if part)
        return Hint("parts", ", ".join(names))
