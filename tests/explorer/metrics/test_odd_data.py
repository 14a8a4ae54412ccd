"""Figures and texts that no report should have, in every place that shows them."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.listing.clipboard import copy_offers
from sufu_tui.explorer.metrics.charts.chart import Chart
from sufu_tui.explorer.metrics.charts.chart_data import ChartData
from sufu_tui.explorer.metrics.charts.side_by_side import side_by_side
from sufu_tui.explorer.metrics.figure_export import export_view
from sufu_tui.explorer.metrics.table.columns import COLUMNS, WIDE
from sufu_tui.languages.catalogue import load
from sufu_tui.query.sort_keys import SortKey, sort_metrics
from sufu_tui.reading.loading import read
from sufu_tui.writing.files import write_view
from sufu_tui.writing.records import ItemRecords
from tests.explorer.driving import press, type_over
from tests.explorer.metrics.painting import header, painted
from tests.explorer.observing import metrics_model

ODD = {
    "huge": ("9" * 30, "huge"),
    "tiny": ("-1e-29", "tiny and negative"),
    "largest": ("1e29", "[bold red]not markup[/] [link=https://x.org]no[/link] [[" + "]" * 9),
    "long": ("1", "長" * 5000 + "x" * 5000),
    "emoji": ("2", "🎉 party 👩 ☃"),
    "combining": ("3", "e" + "\u0301\u0323" * 40 + " Z\u0336a\u0336l\u0336"),
    "arabic": ("0", "مرحبا بالعالم עברית 123"),
    "formula": ("-4", "=1+1|2`3`*4*_5_<b>&amp;\\"),
}
REFUSED = {
    "escape": "\\u001B[31mred\\u001B[0m",
    "override": "\\u202Etxt.exe",
    "bell": "\\u0007",
    "joined": "👩\\u200D👩",
    "isolate": "\\u2066x",
}


def metric(name, value, label):
    quoted = label.replace("\\", "\\\\") if label in dict(ODD.values()).values() else label
    return (
        f'\n[[metric]]\nid = "{name}"\nlabel = {{ zh-Hant = "{quoted}", en = "{quoted}" }}\n'
        f'area = "farming"\nsection = "harvest"\nvalue = {value}\nunit = "CNY"\nqualifier = "about"\n'
        f'printed = "[red]奇[/]"\nsource = "release#02"\n'
    )


@pytest.fixture
def odd(minimal_folder):
    file = minimal_folder / "metrics.toml"
    added = "".join(metric(name, *figure) for name, figure in ODD.items())
    file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    found = read(minimal_folder)
    assert found.dossier is not None, found
    # Derived figures, and those of other programs that use the model, may be larger than a file allows.
    first = found.dossier.metrics[0]
    larger = [
        first._replace(
            id=f"beyond-{number}",
            latest=first.latest._replace(quantity=first.quantity._replace(value=Decimal(value))),
        )
        for number, value in enumerate(("1e308", "-1e308", "1e-308", "0"))
    ]
    return replace(found.dossier, metrics=(*found.dossier.metrics, *larger))


def check(lines, cells):
    """Check that a terminal can show lines, each exactly so many cells wide."""
    for line in lines:
        assert cell_len(line) == cells, line
        assert all(unicodedata.category(character) not in {"Cc", "Cf", "Cs"} for character in line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_odd_figures_are_painted_within_the_table(odd, language):
    model = metrics_model(odd, language)
    for command in (
        lambda: model.sort("label"),
        model.group,
        model.mark_all,
        lambda: model.choose(model.choice._replace(looks=frozenset({"printed", "powers"}))),
        lambda: model.choose(model.choice._replace(ids=tuple(COLUMNS), frozen=2)),
        lambda: model.widen("label", 60),
        model.fold_all,
    ):
        command()
        for cells in (59, 119, 199):
            for column in model.sheet.columns(model.choice, wide=cells > 119)[::4]:
                check([header(model, cells, column.id), *painted(model, cells, column.id)], cells + 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [59, 119])
def test_odd_figures_are_drawn_within_a_chart_and_side_by_side(odd, language, cells):
    words, everything = load(language), range(len(odd.metrics))
    drawn = [
        Chart(ChartData(odd).charted(everything, linear=linear), odd, words, cells)
        for linear in (True, False)
    ]
    drawn += [side_by_side(odd.metrics, odd, words, cells=cells, first=first) for first in everything[::3]]
    for lines in drawn:
        for line in lines:
            text = "".join(run.text for run in line.runs)
            assert cell_len(text) <= cells
            check([text], cell_len(text))


def test_odd_figures_are_copied_and_written(odd, tmp_path):
    model = metrics_model(odd)
    text = list(copy_offers(model, WIDE, "label"))[-1].make()
    assert len(text.splitlines()) == 1 + len(odd.metrics)
    assert "'=1+1" in text
    records = ItemRecords(odd, model.state.words, model.state.indexes)
    for name in ("csv", "json", "md"):
        path = tmp_path / f"odd.{name}"
        write_view(export_view(odd.metrics, records, odd, model.state.words), path)
        assert path.stat().st_size
    assert len(json.loads((tmp_path / "odd.json").read_text(encoding="utf-8"))) == len(odd.metrics)


async def test_odd_figures_are_shown_in_every_view_of_the_pane(odd, opened):
    async with opened((60, 16), "en", odd) as pilot:
        for keys in (
            ("right", "s"), ("B", "b", "p", "M"), ("end", "home", "down"), ("v",), ("pagedown", "end"),
            ("escape", "C"), ("right", "end"), ("escape",), ("L",), ("enter", "end", "escape"), ("c", "end"),
            ("space", "escape", "f"),
        ):  # fmt: skip
            await press(pilot, *keys)
            check(pilot.app.lines, 60)
        type_over(pilot.app, ODD["arabic"][1] + ODD["combining"][1] + ODD["emoji"][1])
        await pilot.pause()
        check(pilot.app.lines, 60)
        await pilot.resize_terminal(120, 40)  # with the card beside the table
        await press(pilot, "escape")
        for name in ODD:
            pilot.app.state.set_current(Ref("metric", name))
            await pilot.pause()
            check(pilot.app.lines, 120)


def test_odd_figures_sort_by_magnitude(odd):
    money = [found for found in odd.metrics if found.unit == "CNY"]
    for column in {one.sort for one in COLUMNS.values()}:
        sort_metrics(money, [SortKey(column, descending=True)], odd, "en")
    values = [found.value for found in sort_metrics(money, [SortKey("value")], odd, "en")]
    assert values == sorted(values)


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_terminal_would_obey_does_not_get_in(minimal_folder, name):
    file = minimal_folder / "metrics.toml"
    added = metric(name, "1", REFUSED[name])
    file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert read(minimal_folder).dossier is None


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e308"])
def test_what_is_no_figure_does_not_get_in(minimal_folder, value):
    file = minimal_folder / "metrics.toml"
    text = file.read_text(encoding="utf-8") + metric("odd", value, "odd")
    file.write_text(text, encoding="utf-8")
    assert read(minimal_folder).dossier is None
