"""The sources that items rest on."""

from __future__ import annotations

from sufu_tui.dossier.citing import places_of, sources_of


def ids(items, dossier):
    return [source.id for source in sources_of(items, dossier)]


def test_an_item_rests_on_its_own_source_and_a_figure_on_those_of_its_other_observations(several):
    for item in (*several.events, *several.entities):
        assert ids([item], several) == [item.source.source]
    for metric in several.metrics:
        cited = {metric.source.source, *(one.source.source for one in metric.earlier)}
        assert cited == {place.source for place in places_of(metric)}
        assert cited <= {*ids([metric], several)}


def test_a_derived_figure_rests_on_what_it_is_computed_from(several):
    derived = [metric for metric in several.metrics if metric.formula is not None]
    for metric in derived:
        inputs = [several.metric(name) for _, name in metric.formula.tokens() if name]
        assert {*ids(inputs, several)} <= {*ids([metric], several)}
    assert any(len(sources_of([metric], several)) > 1 for metric in derived)


def test_a_section_rests_on_what_its_text_links(several):
    for section in several.sections:
        found = {*ids([section], several)}
        for paragraph in section.paragraphs:
            for span in paragraph.text.in_language("en"):
                if span.ref is not None and span.ref.kind != "section":
                    assert several.item(span.ref).source.source in found


def test_sources_come_once_in_the_order_of_the_dossier_and_nothing_rests_on_none(several):
    assert ids(reversed([*several.items()]), several) == [source.id for source in several.sources]
    assert ids([], several) == []
