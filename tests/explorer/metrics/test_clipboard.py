"""What can be copied of the table, and the menu of it in the running pane."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.clipboard import cell_text, copy_offers
from sufu_tui.explorer.metrics.table.columns import BARE_VALUE, COLUMNS, LABEL, WIDE, TableText
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import press
from tests.explorer.observing import metrics_model


def copied(model, number, columns=WIDE, at="label"):
    """Return the text of the offer `number`."""
    return list(copy_offers(model, columns, at))[number].make()


def test_a_cell_a_row_and_marked_rows_are_copied(shipped):
    model = metrics_model(shipped)
    assert copied(model, 0) == shipped.metrics[0].label.in_language("en")
    row = copied(model, 2).splitlines()  # as Markdown
    assert row[0].startswith("| Figure |")
    assert len(row) == 3
    for place in (0, 1):
        model.cursor.move_to(place)
        model.mark()
    marked = copied(model, 6).splitlines()  # as TSV
    assert [line.split("\t")[0] for line in marked[1:]] == [
        metric.label.in_language("en") for metric in shipped.metrics[:2]
    ]
    assert copied(model, -1).splitlines()[1:3] == marked[1:]
    assert len(copied(model, -1).splitlines()) == 1 + len(shipped.metrics)


@pytest.mark.parametrize(("at", "decimal"), [("value", False), ("bar", True)])
def test_a_cell_is_copied_as_it_is_written_and_a_drawn_one_as_its_value(shipped, at, decimal):
    model = metrics_model(shipped)
    text = copied(model, 0, at=at)
    assert text == (f"{shipped.metrics[0].value:f}" if decimal else model.sheet.cell(0, BARE_VALUE).text)


def test_only_what_is_there_is_offered(shipped):
    model = metrics_model(shipped)
    assert len(list(copy_offers(model, WIDE, "label"))) == 7  # a cell; a row and the list in three formats
    model.group()
    model.cursor.move_to(0)  # on a heading
    assert len(list(copy_offers(model, WIDE, "label"))) == 3
    model.mark()
    assert len(list(copy_offers(model, (LABEL,), "label"))) == 6


def test_only_what_is_chosen_is_made(shipped, monkeypatch):
    made = []
    monkeypatch.setattr(
        "sufu_tui.explorer.listing.clipboard.table_text",
        lambda _sheet, _columns, rows, form: made.append((len(rows), form)) or "text",
    )
    model = metrics_model(shipped)
    model.mark_all()
    offers = list(copy_offers(model, WIDE, "label"))
    assert made == []  # nine tables of a hundred thousand rows would take a quarter of a minute
    assert offers[-1].make() == "text"
    assert made == [(len(shipped.metrics), "tsv")]


async def test_the_chosen_offer_is_copied_and_escape_copies_nothing(opened, shipped):
    async with opened(language="en") as pilot:
        await press(pilot, "Y", "enter")
        assert pilot.app.clipboard == shipped.metrics[0].label.in_language("en")
        await press(pilot, "Y", "end", "escape")
        assert pilot.app.clipboard == shipped.metrics[0].label.in_language("en")
        await press(pilot, "Y", "end", "enter")
        assert pilot.app.clipboard.startswith("Figure\t")
        assert len(pilot.app.clipboard.splitlines()) == 1 + len(shipped.metrics)


@pytest.mark.parametrize(("column", "text"), [("bar", "288700000"), ("value", "about CNY 288.7 million")])
def test_an_average_is_copied_as_it_is_shown(shipped, column, text):
    row = shipped.metrics.index(shipped.metric("investment-per-landed-project"))
    assert cell_text(TableText(shipped, load("en")), COLUMNS[column], row) == text
