"""What belongs to a name: who stands beside whom, the figures and dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Paragraph, Span, parse_ref
from sufu_tui.query.associations import Associations, Belongings
from sufu_tui.query.backlinks import Backlinks


def of(dossier: Dossier, name: str) -> Belongings:
    return Associations(dossier, Backlinks(dossier)).of(dossier.item(parse_ref(f"entity:{name}")))


def ids(items):
    return [item.id for item in items]


def test_what_is_linked_either_way_belongs(shipped):
    own = of(shipped, "chen-yuan")
    assert ids(own.events) == ["chen-arrives", "chen-company", "chen-sales", "chen-goal"]  # by date
    assert ids(own.metrics) == ["chen-years", "chen-revenue", "chen-target", "chen-growth"]
    assert ids(own.sections) == ["two-places", "closing"]


def test_the_figures_of_its_events_belong_to_a_name_after_its_own(shipped):
    own = of(shipped, "wu-qingwen")
    entity = shipped.item(parse_ref("entity:wu-qingwen"))
    assert not any(ref.kind == "metric" for ref in entity.links)
    assert {"agreement-fields", "seven-plus-n"} <= set(ids(own.metrics))


def test_names_meet_in_paragraphs_and_events_as_often_as_both_stand_there(shipped):
    for entity in shipped.entities:
        for meeting in of(shipped, entity.id).meetings:
            assert meeting.times == brute_force(shipped, entity, meeting.entity)
            assert meeting.entity is not entity


def test_meetings_are_mutual(shipped):
    met = {one.id: {m.entity.id: m.times for m in of(shipped, one.id).meetings} for one in shipped.entities}
    for name, others in met.items():
        for other, times in others.items():
            assert met[other][name] == times


def test_the_most_frequent_stand_first(shipped):
    for entity in shipped.entities:
        times = [meeting.times for meeting in of(shipped, entity.id).meetings]
        assert times == sorted(times, reverse=True)


def brute_force(dossier, one, other):
    """Count the paragraphs and events that have links to both, or that one of them links to itself."""
    both = {one.ref, other.ref}
    places = [links_of(one.text) for section in dossier.sections for one in section.paragraphs]
    for event in dossier.events:
        named = {*event.links, *(links_of(event.text) if event.text else ())}
        named |= {entity.ref for entity in (one, other) if event.ref in linked_by(entity)}
        places.append(named)
    return sum(both <= named for named in places)


def linked_by(entity):
    return {*entity.links, *(links_of(entity.text) if entity.text else ())}


def links_of(prose):
    return {span.ref for spans in prose.versions.values() for span in spans if span.ref is not None}


@pytest.mark.parametrize("times", [1, 3])
def test_a_link_in_one_language_alone_is_a_meeting_too(shipped, times):
    names = shipped.entities[0], next(one for one in shipped.entities if one.id == "wu-zixu")
    spans = tuple(Span(one.printed, one.ref) for one in names)
    text = Localized({"zh-Hant": spans, "en": (Span("nobody"),)})
    section = shipped.sections[0]._replace(paragraphs=(Paragraph(text),) * times)
    dossier = replace(shipped, sections=(section, *shipped.sections[1:]), events=())
    met = {one.entity.id: one.times for one in of(dossier, names[0].id).meetings}
    assert met["wu-zixu"] == times


def test_a_name_that_nothing_mentions_has_its_section(shipped):
    lonely = shipped.entities[0]._replace(id="lonely", links=(), text=None)
    own = of(replace(shipped, entities=(*shipped.entities, lonely)), "lonely")
    assert ids(own.sections) == [lonely.section]
    assert (own.metrics, own.events, own.meetings) == ((), (), ())
