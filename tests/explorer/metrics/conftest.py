"""The metrics pane in an app of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.metrics.pane import MetricsPane
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.themes import LIGHT, theme_variables, themes
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import screen_lines, until


class MetricsApp(App[None]):
    """Nothing but the pane, and the keys of the app that reach it."""

    BINDINGS: ClassVar[list[Binding]] = [
        binding for binding in bindings_of("app") if binding.action in {"up", "switch_language('texts')"}
    ]

    def __init__(self, state: SharedState) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = LIGHT
        self.state = state

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield MetricsPane(self.state)

    def on_mount(self) -> None:
        self.pane.take_focus()

    @property
    def pane(self) -> MetricsPane:
        return self.query_one(MetricsPane)

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return screen_lines(self)

    @property
    def listed(self) -> list[str]:
        """The ids of the metrics in the table, from the top."""
        return [self.state.dossier.metrics[row].id for row in self.pane.model.cursor.lines]

    def action_up(self) -> None:
        if not self.pane.stop_work():
            self.pane.step_up()

    def action_switch_language(self, _: str) -> None:
        self.state.set_language(self.state.next_language())


Opened = Callable[..., AbstractAsyncContextManager[Pilot]]


@pytest.fixture
def opened(shipped: Dossier) -> Opened:
    """Open the pane on the shipped dossier, or on another, and wait until it is laid out."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40), language: Language = "zh-Hant", dossier: Dossier = shipped
    ) -> AsyncIterator[Pilot]:
        app = MetricsApp(SharedState(dossier, load(language)))
        async with app.run_test(size=size) as pilot:
            await until(lambda: app.pane.table.size.width)
            await pilot.pause()
            yield pilot

    return opened
