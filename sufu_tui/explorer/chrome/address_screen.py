"""Address screen: a web address in full, where no browser opens it and the bottom row has no room for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from sufu_tui.dossier.web_address import uri_of
from sufu_tui.explorer.terminal.steady_screens import SteadyDialog
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run

if TYPE_CHECKING:
    from textual.app import App

_EDGES = 2
"""Rows of the border."""

Browse = Callable[[str], bool]
"""Opening of a URI in the reader's browser; False where there is none. It may take seconds."""


async def open_address(address: str, browse: Browse, app: App[None], words: Catalogue) -> str:
    """Open a web address in the browser; return a sentence with it, empty where a screen shows it instead."""
    uri = uri_of(address)
    # In a thread: until a browser has begun, the keys go on working.
    opened = uri is not None and await asyncio.to_thread(browse, uri)
    sentence = words("app.opening-address" if opened else "app.address-shown", address=address)
    if opened or width(sentence) < app.size.width - 1:
        return sentence
    app.push_screen(AddressScreen(address, words))
    return ""


class AddressScreen(SteadyDialog[None]):
    """Screen above everything with one address, as a link for the terminal."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,ｑ,o,ｏ", "close", show=False)]
    DEFAULT_CSS = """
    AddressScreen {
        align: center middle; background: transparent;
        & > #address {
            width: 84; max-width: 94%; height: 9; max-height: 96%;
            background: $surface; border: round $primary-muted;
        }
    }
    """

    def __init__(self, address: str, words: Catalogue) -> None:
        super().__init__()
        self._address = address
        self._words = words
        self._view = FlowText(id="address")

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield self._view

    def on_mount(self) -> None:
        """Write the address."""
        self._view.show([
            Block((Run(self._words("app.address-title"), "title"),)),
            Block((Run(self._address, "address", address=self._address),), space=1),
            Block((Run(self._words("app.address-hint"), "muted"),), space=1),
        ])  # fmt: skip

    def on_resize(self) -> None:
        """Make room for all lines."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._view.styles.height = self._view.viewport.lines + _EDGES
