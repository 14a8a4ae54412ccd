"""Messages of flowing text: a link or a row was chosen, other lines are in view, an end was passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from sufu_tui.dossier.model import Ref

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.widget import Widget


class LinkSelected(Message, namespace="flow_text"):
    """Selection of a link with the keyboard or the mouse; None for none, or one to the web."""

    def __init__(self, view: Widget, ref: Ref | None) -> None:
        self.view = view
        """Widget of the link."""
        self.ref = ref
        """Target of the link."""
        super().__init__()

    @property
    def control(self) -> Widget:
        """Widget that posted this."""
        return self.view


class LinesMoved(Message, namespace="flow_text"):
    """Change of the lines in view."""

    def __init__(self, view: Widget) -> None:
        self.view = view
        """Widget of the text."""
        super().__init__()


class PagedPast(Message, namespace="flow_text"):
    """Page key at the end of the text, or at its beginning."""

    def __init__(self, view: Widget, step: int) -> None:
        self.view = view
        """Widget of the text."""
        self.step = step
        """1 at the end, -1 at the beginning."""
        super().__init__()


class RowChosen(Message, namespace="flow_text"):
    """Click on a row that is not the text's."""

    def __init__(self, view: Widget, place: Offset) -> None:
        self.view = view
        """Widget of the text."""
        self.place = place
        """Column and row within the widget."""
        super().__init__()


class RowsScrolled(Message, namespace="flow_text"):
    """Turn of the wheel over rows that are not the text's."""

    def __init__(self, view: Widget, lines: int) -> None:
        self.view = view
        """Widget of the text."""
        self.lines = lines
        """Lines to scroll down; up, if negative."""
        super().__init__()
