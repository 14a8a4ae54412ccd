"""The explorer, run without a terminal and in one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, parse_ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.background.proving import SourceReader, SourceReading
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.languages.catalogue import load
from tests.explorer import driving
from tests.explorer.pseudo_terminal import Terminal

Explored = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture(autouse=True)
def _no_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    driving.rest_instead_of_naps(monkeypatch)


@pytest.fixture
def opened() -> Iterator[Callable[..., Terminal]]:
    """Open the installed program in a pseudo-terminal, and end it with the test.

    A first start is in the narrative, unless another beginning is asked for: it would be at the cover.
    """
    terminals = []

    def opened(*arguments: str, pane: str | None = "narrative", **options: object) -> Terminal:
        state = options.get("XDG_STATE_HOME")
        is_first = state is None or not any(Path(str(state)).rglob("*.json"))
        asked = bool({"--goto", "--pane"} & set(arguments))
        if pane is not None and is_first and not asked and "program" not in options:
            arguments = ("--pane", pane, *arguments)
        terminals.append(Terminal(*arguments, **options))
        return terminals[-1]

    yield opened
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def explored(shipped: Dossier) -> Explored:
    """Open the explorer on the shipped dossier, or on another, with all panes or with `pane` alone."""

    async def make_none() -> None:
        """Make none of those that are not looked at."""

    @asynccontextmanager
    async def explored(
        size: tuple[int, int] = (120, 40),
        language: Language = "en",
        goto: str | None = None,
        dossier: Dossier = shipped,
        press: tuple[str, ...] = (),
        pane: PaneId | None = None,
        source: str | SourceReader | None = None,
    ) -> AsyncIterator[Pilot[None]]:
        read = (lambda _: SourceReading(source)) if isinstance(source, str) else source
        begin = parse_ref(goto) if goto else None
        app = Explorer(dossier, load(language), goto=begin, pane=pane, around=Surroundings(source=read))
        if pane is not None:
            app.navigator.make_all = make_none
        async with app.run_test(size=size) as pilot:
            await app.navigator.make_all()
            await pilot.pause()
            await driving.press(pilot, *press)
            yield pilot

    return explored
