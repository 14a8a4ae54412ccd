"""Names pane: everybody and everything that is called by a name, in a table, and the card of one."""

from __future__ import annotations

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.listing.groups import Group
from sufu_tui.explorer.listing.pane import ListPane
from sufu_tui.explorer.names.listed_names import NAMES
from sufu_tui.explorer.names.name_groups import name_group_blocks
from sufu_tui.explorer.state import SharedState


class NamesPane(ListPane):
    """Pane of the names: a list of entities."""

    BINDINGS = bindings_of("names")

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, NAMES)

    def show_group(self, group: Group) -> None:
        """Show the names of a group on the card."""
        state = self.state
        entities = [state.dossier.entities[row] for row in group.rows]
        self.beside.show_other(lambda: name_group_blocks(group.name, entities, state.words))
