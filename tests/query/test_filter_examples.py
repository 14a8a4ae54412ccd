"""The examples of terms: each can be read and finds the shipped figures and events that it should."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.model import Entity, Event, Metric
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_examples import TERM_EXAMPLES
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.filters import Filters
from sufu_tui.query.grammar import FieldTerm, NotTerm, ValueTerm, parse
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None


def texts(item):
    """What is written of a figure or an event, in every language."""
    section = SHIPPED.section(item.section)
    labels = [section.short, section.heading]
    if not name(item):
        labels += [SHIPPED.area(item.area).label, SHIPPED.area(item.area).short]
    labels += [text for text in (item.role, item.gloss) if text] if name(item) else []
    shared = (one.versions.values() for one in labels)
    prose = item.note if isinstance(item, Metric) else item.text
    named = item.name if name(item) else item.label if isinstance(item, Metric) else item.title
    spans = [] if prose is None else [span.text for spans in prose.versions.values() for span in spans]
    short = item.short.versions.values() if isinstance(item, Event) else ()
    own = (item.id, *named.versions.values(), *short, item.printed or "", "".join(spans))
    return "\n".join((*own, *(name for names in shared for name in names))).casefold()


def bounds(item):
    if name(item):
        return None
    date = item.period if isinstance(item, Metric) else item.date
    return None if date is None else (date.earliest, date.latest)


def touches(item, first, last):
    """Whether an item shares a day with what lies between `first` and `last`."""
    known = bounds(item)
    return (
        known is not None
        and (known[0] is None or known[0] <= last)
        and (known[1] is None or known[1] >= first)
    )


def within(item, first, last):
    """Whether a date lies between `first` and `last` beyond doubt: one that is about 2022-12 does not."""
    known = bounds(item)
    date = None if name(item) else item.period if isinstance(item, Metric) else item.date
    if date is not None and "~" in date.text:
        return False
    return known is not None and None not in known and first <= known[0] and known[1] <= last


def figure(item):
    return isinstance(item, Metric)


def name(item):
    return isinstance(item, Entity)


def area(item):
    return None if name(item) else item.area


LINKS = Backlinks(SHIPPED)


Y2022 = to_day(2022, 1, 1), to_day(2022, 12, 31)
Y2023 = to_day(2023, 1, 1), to_day(2023, 12, 31)
MAY = to_day(2022, 5, 1), to_day(2022, 5, 31)
PEOPLE = "people"

EXPECTED = {
    "park": lambda item: "park" in texts(item),
    "園區": lambda item: "園區" in texts(item) or "园区" in texts(item),
    '"job fair"': lambda item: "job fair" in texts(item),
    "「招聘」": lambda item: "招聘" in texts(item),
    "area:industry": lambda item: area(item) == "industry",
    "section:3": lambda item: item.section == "two-hearts",
    "unit:CNY": lambda item: figure(item) and item.unit == "CNY",
    "value>1e9": lambda item: figure(item) and item.value > 1_000_000_000,
    "value>=10億": lambda item: figure(item) and item.value >= 1_000_000_000,
    "qualifier:over": lambda item: figure(item) and item.qualifier is Qualifier.OVER,
    "derived:yes": lambda item: figure(item) and item.formula is not None,
    "period:2023": lambda item: touches(item, *Y2023),
    "date:2023": lambda item: touches(item, *Y2023),
    "certainly:2022": lambda item: within(item, *Y2022),
    "possibly:2022-05": lambda item: touches(item, *MAY),
    "kind:span": lambda item: not figure(item) and item.kind == "span",
    "kind:person": lambda item: name(item) and item.kind == "person",
    "name:chen": lambda item: name(item) and "chen" in "".join(item.name.versions.values()).casefold(),
    "role:市長": lambda item: (
        name(item) and item.role is not None and "市長" in item.role.versions["zh-Hant"]
    ),
    "mentions>3": lambda item: name(item) and LINKS.count(item) > 3,
    "id:visits": lambda item: "visits" in item.id,
    "area:people value>10": lambda item: figure(item) and item.area == PEOPLE and item.value > 10,
    "train | visit": lambda item: "train" in texts(item) or "visit" in texts(item),
    "-area:people": lambda item: area(item) != PEOPLE,
}


def test_every_example_is_expected_to_find_something_here():
    assert {expression for one in TERM_EXAMPLES for expression in one.expressions} == set(EXPECTED)


@pytest.mark.parametrize("expression", EXPECTED)
def test_an_example_finds_what_it_says(expression):
    filters, wanted, expected = Filters(SHIPPED), Filter.parse(expression), EXPECTED[expression]
    for found, items in (
        (filters.metrics(wanted), SHIPPED.metrics),
        (filters.events(wanted), SHIPPED.events),
        (filters.entities(wanted), SHIPPED.entities),
    ):
        assert [item.id for item in found] == [item.id for item in items if expected(item)]
    assert filters.metrics(wanted) or filters.events(wanted) or filters.entities(wanted)


def test_there_is_an_example_of_every_field_and_of_all_that_joins_terms():
    parsed = [parse(expression) for one in TERM_EXAMPLES for expression in one.expressions]
    terms = [term for expression in parsed for alternative in expression for term in alternative]
    assert {term.name for term in terms if isinstance(term, FieldTerm)} == set(FIELDS)
    assert any(isinstance(term, ValueTerm) for term in terms)
    assert any(isinstance(term, NotTerm) for term in terms)
    assert any(len(expression) > 1 for expression in parsed)
    assert any(len(alternative) > 1 for expression in parsed for alternative in expression)
