"""Table of commands and keys: bindings, hints, help and palette are made from it.

A command `next-event` is carried out by `action_next_event`; its words are in the catalogues under
`command.next-event` (a short label) and `command.next-event-help` (a sentence). Keys are the
contract's; an input method for Chinese types full-width forms, which are bound as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Union

from textual.binding import Binding, BindingType

from sufu_tui.explorer.navigation import PANES, PaneId, pane_spec

Scope = Union[PaneId, Literal["app", "moving", "listing", "source", "typing", "choosing", "bookmarks"]]

LineId = Literal[
    "filter",
    "filter-events",
    "filter-text",
    "export",
    "go-to-date",
    "search",
    "palette",
    "bookmarks",
    "bookmark-line",
]
"""Id of an input line: that of the command that opens it."""


@dataclass(frozen=True, slots=True)
class Command:
    """Command: `rank` orders the hints in the footer (0: not shown there).

    `shown` is the text of its keys in a hint, which may stand for its opposite as well (`↑ ↓`); `own` is the
    text where each command has a line of its own, if another. `call` is the action with its arguments, where
    it does not have the command's name.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    shown: str
    rank: int = 0
    own: str = ""
    call: str = ""
    under_filter: bool = False
    """True if its hint is of use only under a filter, where nothing that was found is marked."""

    @property
    def action(self) -> str:
        """Textual's name of its action."""
        return self.call or self.id.replace("-", "_")

    @property
    def listed(self) -> str:
        """Text of its keys in a list of commands."""
        return self.own or self.shown

    @property
    def function_key(self) -> str:
        """Text of its function key; empty where there is none."""
        return next((key.upper() for key in self.keys if key[0] == "f" and key[1:].isdecimal()), "")


COMMANDS: tuple[Command, ...] = (
    *(
        Command(f"{spec.id}-pane", "app", (str(number),), str(number), call=f"show_pane('{spec.id}')")
        for number, spec in enumerate(PANES, 1)
    ),
    Command("cover-pane", "app", ("alt+home",), "alt+Home", call="show_pane('cover')"),
    Command("next-pane", "app", ("ctrl+pagedown", "f4"), "F4"),
    Command("help", "app", ("?", "f1"), "?", 90),
    Command("search", "app", ("/", "f3"), "/", 80),
    Command("next-match", "app", ("n",), "n", call="step_match(1)"),
    Command("previous-match", "app", ("N",), "N", call="step_match(-1)"),
    Command("back", "app", ("backspace", "alt+left"), "Backspace", 40),
    Command("forward", "app", ("alt+right",), "alt+→"),
    Command("up", "app", ("escape",), "Esc"),
    Command("bookmark", "app", ("*", "alt+m"), "*"),
    Command("bookmarks", "app", ("'", "alt+b"), "'"),
    Command("copy", "app", ("y", "f5"), "y"),
    Command("next-linked", "app", (";", "alt+j"), ";"),
    Command("reckon", "app", ("i", "alt+i"), "i"),
    Command("source-beside", "app", ("P", "alt+p"), "P", 41),
    Command("open-address", "app", ("o", "shift+f2"), "o"),
    Command("next-language", "app", ("L", "f2"), "L", 70, call="switch_language('texts')"),
    Command("second-language", "app", ("|", "ctrl+l"), "|", 53, call="switch_language('second')"),
    Command("interface-language", "app", ("alt+l",), "alt+l", call="switch_language('interface')"),
    Command("next-theme", "app", ("ctrl+t",), "ctrl+t"),
    Command("save-picture", "app", ("ctrl+s",), "ctrl+s"),
    Command("print-pane", "app", ("shift+f5",), "shift+F5"),
    Command("next-glyphs", "app", ("ctrl+g",), "ctrl+g"),
    Command("palette", "app", ("ctrl+p",), "ctrl+p"),
    Command("suspend-process", "app", ("ctrl+z",), "ctrl+z"),
    Command("quit", "app", ("q", "f10"), "q", 85),
    Command("line-up", "moving", ("up", "k"), "↑ k"),
    Command("line-down", "moving", ("down", "j"), "↓ j"),
    Command("page-up", "moving", ("pageup",), "PageUp"),
    Command("page-down", "moving", ("pagedown", "space"), "PageDown"),
    Command("first", "moving", ("g", "home"), "g"),
    Command("last", "moving", ("G", "end"), "G"),
    Command("open", "moving", ("enter",), "Enter", 60),
    Command("next-link", "moving", ("tab",), "Tab", 55),
    Command("previous-link", "moving", ("shift+tab",), "shift+Tab"),
    Command("next-claim", "source", ("tab",), "Tab", 75),
    Command("previous-claim", "source", ("shift+tab",), "shift+Tab"),
    Command("open-claim", "source", ("enter",), "Enter", 74),
    Command("next-unclaimed", "source", ("n", "ctrl+down"), "n", 73, call="step_unclaimed(1)"),
    Command("previous-unclaimed", "source", ("N", "ctrl+up"), "N", call="step_unclaimed(-1)"),
    Command("leave-source", "source", ("left", "h"), "←", 72),
    Command("begin-reading", "cover", ("]", "right", "l"), "]", 66),
    Command("previous-section", "narrative", ("[", "left", "h"), "[", 0),
    Command("next-section", "narrative", ("]", "right", "l"), "[ ]", 65, "]"),
    Command("read-on", "narrative", ("space", "pagedown"), "Space", 54),
    Command("read-back", "narrative", ("b", "shift+space", "pageup"), "b"),
    Command("filter-text", "narrative", ("f", "f7"), "f", 64),
    Command(
        "next-held", "narrative", ("ctrl+down",), "n N", 66, "ctrl+down", "step_held(1)", under_filter=True
    ),
    Command("previous-held", "narrative", ("ctrl+up",), "ctrl+up", call="step_held(-1)"),
    Command("undo-filter", "narrative", ("u", "shift+f3"), "u", 24),
    Command("redo-filter", "narrative", ("U", "ctrl+y"), "U"),
    Command("next-look", "narrative", ("m", "alt+n"), "m", 52),
    Command("sort", "listing", ("s", "f6"), "s", 66),
    Command("sort-further", "listing", ("S", "shift+f6"), "S", 30),
    Command("filter", "listing", ("f", "f7"), "f", 64),
    Command("undo", "listing", ("u", "shift+f3"), "u", 24),
    Command("redo", "listing", ("U", "ctrl+y"), "U"),
    Command("mark", "listing", ("space", "m"), "Space", 32),
    Command("mark-all", "listing", ("M", "ctrl+a"), "M"),
    Command("compare", "metrics", ("C", "ctrl+k"), "C", 23),
    Command("chart", "metrics", ("v", "alt+v"), "v", 31),
    Command("copy-as", "listing", ("Y", "alt+c"), "Y", 22),
    Command("export", "listing", ("e", "ctrl+e"), "e", 21),
    Command("group", "listing", ("B", "shift+f7"), "B", 27),
    Command("fold", "listing", ("z", "alt+z"), "z"),
    Command("fold-all", "listing", ("Z", "shift+f4"), "Z"),
    Command("column-left", "listing", ("left", "h"), "← h", call="column(-1)"),
    Command("column-right", "listing", ("right", "l"), "→ l", call="column(1)"),
    Command("columns", "listing", ("c", "shift+f8"), "c", 28),
    Command("move-column-left", "listing", ("<", "shift+left"), "<", call="move_column(-1)"),
    Command("move-column-right", "listing", (">", "shift+right"), ">", call="move_column(1)"),
    Command("narrow-column", "listing", ("-",), "-", call="widen_column(-2)"),
    Command("widen-column", "listing", ("+", "="), "+", call="widen_column(2)"),
    Command("hide-column", "listing", ("x", "delete"), "x"),
    Command("freeze-columns", "listing", ("!",), "!"),
    Command("printed-values", "metrics", ("p", "f8"), "p", 29),
    Command("bar-scale", "metrics", ("b", "f9"), "b", 26),
    Command("reset-view", "listing", ("0", "shift+f9"), "0"),
    Command("previous-event", "timeline", ("left", "h"), "← h", call="step_event(-1)"),
    Command("next-event", "timeline", ("right", "l"), "← →", 66, "→ l", "step_event(1)"),
    Command("lane-up", "timeline", ("up", "k"), "↑ k", call="cross_lanes(-1)"),
    Command("lane-down", "timeline", ("down", "j"), "↑ ↓", 50, "↓ j", "cross_lanes(1)"),
    Command("pan-left", "timeline", ("a", "shift+left"), "a", call="pan(-0.1)"),
    Command("pan-right", "timeline", ("d", "shift+right"), "a d", 45, "d", "pan(0.1)"),
    Command("zoom-in", "timeline", ("+", "=", "f8"), "+ -", 62, "+", "zoom(1)"),
    Command("zoom-out", "timeline", ("-", "_", "shift+f8"), "-", call="zoom(-1)"),
    Command("everything", "timeline", ("0", "f9"), "0", 48),
    Command("axis-breaks", "timeline", ("b", "shift+f9"), "b", 20),
    Command("fit-event", "timeline", ("z", "shift+f6"), "z", 47),
    Command("previous-in-lane", "timeline", (",", "ctrl+left"), ",", call="step_in_lane(-1)"),
    Command("next-in-lane", "timeline", (".", "ctrl+right"), ", .", 21, ".", "step_in_lane(1)"),
    Command("group-lanes", "timeline", ("B", "shift+f7"), "B", 27),
    Command("window-lens", "timeline", ("w", "alt+w"), "w", 44, call="lens('view')"),
    Command("event-lens", "timeline", ("W", "ctrl+w"), "W", call="lens('event')"),
    Command("undo-view", "timeline", ("u", "shift+f3"), "u", 24),
    Command("redo-view", "timeline", ("U", "ctrl+y"), "U"),
    Command("agenda", "timeline", ("v", "alt+v"), "v", 46),
    Command("day-zero", "timeline", ("r", "ctrl+r"), "r", 30),
    Command("go-to-date", "timeline", ("t", "f6"), "t", 58),
    Command("filter-events", "timeline", ("f", "f7"), "f", 64),
    Command("submit", "typing", ("enter",), "Enter", 70),
    Command("close", "typing", ("escape",), "Esc", 68),
    Command("clear", "typing", ("ctrl+u",), "ctrl+u", 50),
    Command("complete", "typing", ("tab",), "Tab", call="complete(1)"),
    Command("complete-back", "typing", ("shift+tab",), "shift+Tab", call="complete(-1)"),
    Command("earlier", "typing", ("up",), "↑", call="recall(1)"),
    Command("later", "typing", ("down",), "↓", call="recall(-1)"),
    Command("choice-up", "choosing", ("up",), "↑"),
    Command("choice-down", "choosing", ("down", "ctrl+n"), "↑ ↓", 69, "↓"),
    Command("choices-up", "choosing", ("pageup",), "PageUp"),
    Command("choices-down", "choosing", ("pagedown",), "PageDown"),
    Command("bookmark-line", "bookmarks", ("f6",), "F6", 66, call="write_about_choice"),
    Command("remove-bookmark", "bookmarks", ("delete", "f8"), "Delete", 64, call="remove_choice"),
)

_BESIDE_TYPING: Mapping[LineId, frozenset[str]] = {
    "filter-events": frozenset({"lane-down"}),
    "go-to-date": frozenset({"lane-down"}),
}
"""Commands of a pane that are worth a hint while the reader types below it."""

_SCOPES: Mapping[LineId, frozenset[Scope]] = {
    "search": frozenset({"typing", "choosing"}),
    "palette": frozenset({"typing", "choosing"}),
    "bookmarks": frozenset({"typing", "choosing", "bookmarks"}),
}
"""Scopes of the commands in lines above a list to choose from."""

_RANKS_IN: Mapping[PaneId, Mapping[str, int]] = {
    "cover": {"next-link": 69, "begin-reading": 68, "open": 67},
    "narrative": {"next-link": 68, "open": 67},
    "timeline": {"open": 56},
}
"""Ranks of commands in some pane: what is reached by links alone, what by its own keys."""

IDLE_IN: Mapping[Literal["chart", "comparison", "agenda", "card"], frozenset[str]] = {
    "chart": frozenset({"group", "columns", "printed-values"}),
    "comparison": frozenset({"open", "next-link", "mark", "group", "columns", "printed-values", "bar-scale"}),
    "agenda": frozenset(
        {
            "lane-down",
            "pan-right",
            "zoom-in",
            "everything",
            "axis-breaks",
            "fit-event",
            "group-lanes",
            "window-lens",
        }
    ),
    "card": frozenset({"mark", "lane-down"}),  # their keys scroll it
}
"""Commands whose keys do not do in a view what they do in its pane: there the foot does not name them."""

ALWAYS = 85
"""Rank of help and quit, or higher: their hints are shown everywhere."""

ESSENTIAL = 60
"""Rank of a command, or higher, for whose hint others are told in brief."""


def commands_of(scope: Scope) -> Iterator[Command]:
    """Yield the commands of `scope` in the table's order."""
    return (command for command in COMMANDS if command.scope == scope)


def scopes_of(pane: PaneId) -> tuple[Scope, ...]:
    """Return the scopes whose commands a pane carries out: its own, and that of lists if it is one."""
    return ("listing", pane) if pane_spec(pane).is_list else (pane,)


def commands_here(place: PaneId | Literal["source"]) -> tuple[Command, ...]:
    """Return the commands of `place` that are worth a hint, in the table's order.

    Of the keys for moving, the source has those that it needs among its own.
    """
    scopes = {"app", place} if place == "source" else {"app", "moving", *scopes_of(place)}
    ranks = {} if place == "source" else _RANKS_IN.get(place, {})
    here = (one for one in COMMANDS if one.rank and one.scope in scopes)
    return tuple(replace(one, rank=ranks.get(one.id, one.rank)) for one in here)


def commands_while_typing(line: LineId) -> tuple[Command, ...]:
    """Return the commands that are worth a hint while the reader types in `line`, in order.

    Of commands for everywhere only those with a function key: any other key would be typed.
    """
    scopes = _SCOPES.get(line, frozenset({"typing"}))
    beside = _BESIDE_TYPING.get(line, frozenset())
    own = [one for one in COMMANDS if one.rank and (one.scope in scopes or one.id in beside)]
    own.sort(key=lambda one: -one.rank)
    everywhere = [one for one in COMMANDS if one.scope == "app" and one.rank >= ALWAYS]
    return (*own, *(replace(one, shown=one.function_key) for one in everywhere if one.function_key))


def bindings_of(
    scope: Scope, *, without: Container[str] = (), only: Container[str] | None = None
) -> list[BindingType]:
    """Return Textual's bindings for the commands of `scope`, leaving out the keys in `without`.

    With `only`, the ids of some commands, they are for these.
    """
    return [
        Binding(",".join(key_names(command, without=without)), command.action, show=False, id=command.id)
        for command in commands_of(scope)
        if only is None or command.id in only
    ]


def key_names(command: Command, *, without: Container[str] = ()) -> list[str]:
    """Return Textual's names of a command's keys, full-width forms included."""
    names: list[str] = []
    for key in command.keys:
        if key in without:
            continue
        if len(key) > 1:
            names.append(key)
            continue
        names += [_key_name(key), *(_key_name(form) for form in _input_method_forms(key))]
    return names


def _input_method_forms(key: str) -> str:
    """Return the characters that input methods for Chinese type where `key` was pressed."""
    punctuation = {
        "/": "、",
        "[": "【「",
        "]": "】」",
        "_": "——"[:1],
        "=": "",
        "-": "－",
        "<": "《",
        ">": "》",
        ".": "。",
        "'": "’‘",
    }
    full_width = chr(ord(key) + 0xFEE0) if "!" <= key <= "~" else ""
    return full_width + punctuation.get(key, "").replace(full_width, "")


def _key_name(character: str) -> str:
    """Return Textual's name of a key: the character if it is a letter or digit, else its Unicode name."""
    if character.isalnum():
        return character
    special = {"+": "plus", "-": "minus", "_": "underscore", "/": "slash"}
    return special.get(character) or unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
