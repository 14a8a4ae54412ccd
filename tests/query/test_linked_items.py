"""What belongs to an item is the same from both sides."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.model import Ref
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
INDEXES = DossierIndexes(SHIPPED, "en")
LINKS = INDEXES.links


def test_figures_and_events_belong_to_one_another():
    for metric in SHIPPED.metrics:
        for event in SHIPPED.events:
            assert (event.ref in LINKS.of(metric.ref).refs) == (metric.ref in LINKS.of(event.ref).refs)


def test_what_belongs_to_a_name_has_that_name():
    for entity in SHIPPED.entities:
        own = INDEXES.associations.of(entity)
        for item in (*own.metrics, *own.events):
            assert entity.ref in LINKS.of(item.ref).refs, (entity.id, item.id)
            assert item.ref in LINKS.of(entity.ref).refs


@pytest.mark.parametrize("kind", ["metric", "event", "entity"])
def test_the_paragraphs_are_those_that_link_it(kind):
    items = {"metric": SHIPPED.metrics, "event": SHIPPED.events, "entity": SHIPPED.entities}[kind]
    for item in items:
        expected = [
            (section.id, number)
            for section in SHIPPED.sections
            for number, paragraph in enumerate(section.paragraphs)
            if any(span.ref == item.ref for spans in paragraph.text.versions.values() for span in spans)
        ]
        found = [tuple(place) for place in LINKS.of(item.ref).paragraphs]
        assert [place for place in found if place in expected] == expected


def test_nothing_belongs_to_a_section():
    assert LINKS.of(Ref("section", SHIPPED.sections[0].id)) == LINKS.of(Ref("metric", "there-is-none"))
