"""One filter for every kind of item: each term where it means something, and what paragraphs hold of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.model import KINDS
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
FILTERS = Filters(SHIPPED)
ONE_BY_ONE = Filters(SHIPPED, by_columns=False)

NOTHING_FOR = {
    "metric": ("role:mayor", "mentions>3", "has:role", "-has:gloss"),
    "event": ("unit:CNY", "value>100", "-derived:yes", "qualifier:over", "role:mayor", "has:earlier"),
    "entity": ("unit:CNY", "value>100", "period:2023", "during:2023H1", "-period:none", "area:people"),
    "section": ("unit:CNY", "during:2023", "name:chen", "note:a", "has:printed", "mentions>3"),
}
MEANS_SOMETHING = ("park", "kind:era", "section:2", "id:a", "label:a", "-kind:person", "蘇")


def rows(kind, expression, filters=FILTERS):
    return [row for part in filters.rows(kind, Filter.parse(expression)) for row in part]


def held(expression, filters=FILTERS):
    places = filters.paragraphs.places
    return [places[number] for part in filters.held(Filter.parse(expression)) for number in part]


@given(st.sampled_from(KINDS), st.data())
def test_a_term_that_means_nothing_for_a_kind_is_as_if_it_were_not_there(kind, data):
    nothing = data.draw(st.sampled_from(NOTHING_FOR[kind]))
    another = data.draw(st.sampled_from(NOTHING_FOR[kind]))
    something = data.draw(st.sampled_from(MEANS_SOMETHING))
    assert rows(kind, f"{nothing} {another}") == rows(kind, f"{nothing} | {another}") == rows(kind, "")
    assert not FILTERS.restricts(kind, Filter.parse(f"{nothing} {another}"))
    left = rows(kind, something)
    assert rows(kind, f"{nothing} {something}") == rows(kind, f"{something} | {nothing}") == left
    assert FILTERS.restricts(kind, Filter.parse(f"{nothing} {something}"))


TERMS = [term for terms in NOTHING_FOR.values() for term in terms]
EXPRESSIONS = st.lists(
    st.lists(st.sampled_from((*TERMS, *MEANS_SOMETHING)), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=3,
).map(" | ".join)


def linked(paragraph):
    return {span.ref for spans in paragraph.text.versions.values() for span in spans if span.ref is not None}


@given(EXPRESSIONS)
def test_a_paragraph_holds_something_if_its_text_matches_or_it_links_what_does(expression):
    wanted = Filter.parse(expression)
    views = {"metric": FILTERS.metrics, "event": FILTERS.events, "entity": FILTERS.entities}
    matching = {
        item.ref for kind, view in views.items() if FILTERS.restricts(kind, wanted) for item in view(wanted)
    }
    own = set(rows("section", expression)) if FILTERS.restricts("section", wanted) else set()
    expected = [
        place
        for number, place in enumerate(FILTERS.paragraphs.places)
        if number in own or linked(SHIPPED.section(place.section).paragraphs[place.number]) & matching
    ]
    assert held(expression) == expected
    assert held(expression, ONE_BY_ONE) == expected
    sections = [section.id for section in FILTERS.sections(wanted)]
    assert sections == list(dict.fromkeys(place.section for place in expected))


@pytest.mark.parametrize("expression", ["", " "])
def test_without_a_filter_every_paragraph_holds_something(expression):
    assert held(expression) == list(FILTERS.paragraphs.places)


def test_what_belongs_to_a_name_is_found_by_it():
    wanted = Filter.parse("name:陳元")
    assert [entity.id for entity in FILTERS.entities(wanted)] == ["chen-yuan", "chen-company"]
    assert FILTERS.events(wanted)
    assert held("name:陳元")


@pytest.mark.parametrize("expression", ["unit:CNY value>1e9", "during:2023H1", "name:chen", "園區"])
def test_a_search_wants_every_term_to_hold(expression):
    wanted = Filter.parse(expression)
    holds = FILTERS.predicate(wanted)
    for kind, items in (("metric", SHIPPED.metrics), ("event", SHIPPED.events), ("entity", SHIPPED.entities)):
        strict = [row for part in FILTERS.strict_rows(kind, wanted) for row in part]
        assert strict == [row for row, item in enumerate(items) if holds(item)]
        assert set(strict) <= set(rows(kind, expression))
        if not FILTERS.restricts(kind, wanted):
            assert strict == []
