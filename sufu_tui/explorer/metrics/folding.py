"""Groups that fold away below their headings, and what the cursor does on a heading."""

from __future__ import annotations

from sufu_tui.explorer.metrics.listing import ListingPane
from sufu_tui.explorer.metrics.table import Table


class FoldingPane(ListingPane):
    """Folds the figures of a group away, and marks them together."""

    def action_fold(self) -> None:
        """Fold or unfold the group that the cursor is in."""
        number = self._groups.above(self.table.line)
        if number is None:
            self.say("metrics.group-first")
        else:
            self._fold(number)

    def action_fold_all(self) -> None:
        """Fold all groups; where they all are, unfold them."""
        keys = frozenset(group.key for group in self._groups.groups)
        if not keys:
            self.say("metrics.group-first")
            return
        number = self._groups.above(self.table.line)
        self._wanted = self._wanted if number is None else ~number
        folded = self.settings.folded
        self.change(self.settings._replace(folded=folded - keys if keys <= folded else folded | keys))

    def on_table_heading_opened(self, event: Table.HeadingOpened) -> None:
        """Fold or unfold the group whose heading was opened."""
        event.stop()
        self._fold(event.number)

    def _show_card(self) -> None:
        """Show the card of the figure or of the group under the cursor."""
        number = self._groups.above(self.table.line) if self.table.cursor is None else None
        if number is None:
            super()._show_card()
            return
        from sufu_tui.explorer.metrics.groupcard import group_blocks  # not needed before anybody groups

        group = self._groups.groups[number]
        self.card.show_other(
            lambda: group_blocks(group.name, self.metrics_of(group.rows), self.state.sums, self.state.words)
        )

    def _fold(self, number: int) -> None:
        self._wanted = ~number  # the heading stays under the cursor
        key = self._groups.groups[number].key
        self.change(self.settings._replace(folded=self.settings.folded ^ {key}))

    def action_mark(self) -> None:
        """Mark the figure under the cursor, on a heading all of its group, or take the marks away."""
        row = self.table.cursor
        number = self._groups.above(self.table.line)
        if row is not None:
            self.mark(self.marked ^ {row})
        elif number is not None:
            rows = frozenset(self._groups.groups[number].rows)
            self.mark(self.marked - rows if rows <= self.marked else self.marked | rows)
        self.table.action_line_down()
