"""Small dossiers against made-up texts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from sufu_tui.dossier import edtf
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Event, Metric, Observation, SourceRef
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.source_reading import PartBeginning, Waiver
from sufu_tui.proof.claims import Claim
from sufu_tui.proof.proof import Proof, prove


class Bench:
    """Dossiers of one source with the parts `opening` and `02`, which begins with a line `02`."""

    def __init__(self, minimal: Dossier) -> None:
        source = minimal.sources[0]._replace(beginnings=(PartBeginning("02", "02"),))
        self.dossier = replace(minimal, sources=(source,), metrics=(), events=(), entities=(), sections=())

    def metric(
        self,
        printed: str,
        value: str = "5",
        qualifier: Qualifier = Qualifier.EXACT,
        part: str = "opening",
        occurrence: int | None = None,
        unit: str = "visit",
    ) -> Metric:
        """Return a metric with an id of its own."""
        quantity = Quantity(Decimal(value), unit, qualifier)
        place = SourceRef("release", part)
        observation = Observation(quantity, place, printed, None, occurrence)
        return Metric(f"m-{printed}-{part}-{occurrence}", Localized({"en": "m"}), "a", "s", observation)

    def event(self, printed: str, date: str, part: str = "opening") -> Event:
        """Return an event."""
        words = Localized({"en": "e"})
        place = SourceRef("release", part)
        return Event("e", edtf.parse(date), "point", words, words, "a", "s", place, printed)

    def proof(self, text: str, *items: Metric | Event, waived: tuple[str, ...] = ()) -> Proof:
        """Return the proof of the items against `text`, with `waived` words."""
        waivers = tuple(Waiver(words, Localized({"en": f"why {words}"})) for words in waived)
        source = self.dossier.sources[0]._replace(waivers=waivers)
        metrics = tuple(item for item in items if isinstance(item, Metric))
        events = tuple(item for item in items if isinstance(item, Event))
        return prove(replace(self.dossier, sources=(source,), metrics=metrics, events=events), text)

    def claim(self, text: str, item: Metric | Event) -> Claim:
        """Return the claim of `item` against `text`."""
        (claim,) = self.proof(text, item).claims
        return claim


@pytest.fixture(scope="session")
def bench(minimal: Dossier) -> Bench:
    """Maker of dossiers and proofs."""
    return Bench(minimal)
