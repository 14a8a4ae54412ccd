"""Figures and texts that no report should have, in every place that shows them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from sufu_tui.explorer.metrics.table.columns import COLUMNS
from sufu_tui.reading.loading import read
from tests.explorer.driving import type_over

ODD = {
    "huge": ("9" * 30, "huge"),
    "tiny": ("-1e-29", "tiny and negative"),
    "largest": ("1e29", "[bold red]not markup[/] [link=https://x.org]no[/link] [[" + "]" * 9),
    "long": ("1", "長" * 5000 + "x" * 5000),
    "emoji": ("2", "🎉 party 👩 🇨🇳 ☃"),
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


def check_screen(pilot):
    for line in pilot.app.lines:
        assert cell_len(line) == pilot.app.size.width, line
        assert all(unicodedata.category(character) not in {"Cc", "Cf", "Cs"} for character in line), line


@pytest.mark.parametrize("size", [(60, 16), (120, 40)])
async def test_odd_figures_are_shown_in_every_view(odd, opened, size, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(size, "en", odd) as pilot:
        for keys in (
            ("right", "s"), ("s",), ("B",), ("b", "p"), ("M",), ("end", "home", "down"), ("v",), ("b",),
            ("pagedown", "end"), ("escape",), ("C",), ("right", "right", "end"), ("escape",), ("L",),
            ("c", "end", "space", "up", "space", "escape"), ("+", "+", "!", "right", "right"),
            ("Y", "end", "enter"), ("enter", "end", "escape"),
        ):  # fmt: skip
            await pilot.press(*keys)
            await pilot.pause()
            check_screen(pilot)
        text = pilot.app.clipboard
        assert len(text.splitlines()) == 1 + len(odd.metrics)
        assert "'=1+1" in text
        for name in ("csv", "json", "md"):
            await pilot.press("e")
            await pilot.pause()
            type_over(pilot.app, f"odd.{name}")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert (tmp_path / f"odd.{name}").stat().st_size


def test_odd_figures_sort_by_magnitude(odd):
    from sufu_tui.query.sort_keys import SortKey, sort_metrics

    money = [found for found in odd.metrics if found.unit == "CNY"]
    for column in COLUMNS:
        if column not in {"bar", "trend"}:
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
