"""Sentences on keys that do nothing where they are pressed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from sufu_tui.explorer.commands import commands_of, key_names, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE, PANES, PaneId
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.safe_characters import visible

_MOST_CELLS = 78
"""Cells of a sentence on a screen of 80 columns."""
_NAMES = {
    "backspace": "Backspace", "delete": "Delete", "down": "↓", "end": "End", "enter": "Enter",
    "escape": "Esc", "home": "Home", "ideographic_space": "Space", "insert": "Insert", "left": "←",
    "pagedown": "PageDown", "pageup": "PageUp", "right": "→", "space": "Space", "tab": "Tab", "up": "↑",
}  # fmt: skip


def unbound_sentence(key: str, character: str | None, words: Catalogue, pane: PaneId | None = None) -> str:
    """Return what to say of a key by Textual's name of it and the character that it types, if any.

    In a `pane`, as against a dialog or a line to type in, it tells in which others the key has a command.
    """
    if key == "ctrl+c":
        return words("app.ctrl-c")
    label = key_label(key, character)
    elsewhere = {} if pane is None else _elsewhere(key, pane, words)
    if elsewhere:
        return _only_elsewhere(label, elsewhere, words)
    digit = None if character is None else unicodedata.decimal(character, None)
    if digit is not None and not 1 <= digit <= len(PANES):
        panes = (f"{number} {words(f'app.{spec.id}')}" for number, spec in enumerate(PANES, 1))
        return words("app.no-such-pane", key=digit, panes=words("show.list-separator").join(panes))
    return words("app.unbound-key", key=label)


def _only_elsewhere(label: str, elsewhere: Mapping[str, Sequence[str]], words: Catalogue) -> str:
    """Return what the key does in other panes; where that would be long, in which it does something."""
    comma = words("show.list-separator")
    told = (words("app.elsewhere", panes=comma.join(panes), command=one) for one, panes in elsewhere.items())
    sentence = words("app.unbound-here", key=label, elsewhere=words("card.separator").join(told))
    if width(sentence) <= _MOST_CELLS:
        return sentence
    every = dict.fromkeys(name for panes in elsewhere.values() for name in panes)
    return words("app.unbound-but", key=label, panes=comma.join(every))


def _elsewhere(key: str, pane: PaneId, words: Catalogue) -> Mapping[str, Sequence[str]]:
    """Return what the key does in panes other than `pane`, each time with all the panes that it is so in."""
    panes: dict[str, list[str]] = {}
    for spec in EVERY_PANE:
        for scope in () if spec.id == pane else scopes_of(spec.id):
            for command in commands_of(scope):
                if key in key_names(command):
                    panes.setdefault(words(f"command.{command.id}"), []).append(words(f"app.{spec.id}"))
    return panes


def key_label(key: str, character: str | None) -> str:
    """Return a key as the hints write it: `x`, `PageUp`, `ctrl+x`, `shift+F9`."""
    is_plain = "+" not in key  # alt+q types a q in some terminals
    if is_plain and character is not None and character.isprintable() and not character.isspace():
        return visible(character)
    *modifiers, name = key.split("+")
    is_function_key = name[:1] == "f" and name[1:].isdecimal()
    return "+".join([*modifiers, _NAMES.get(name, name.upper() if is_function_key else name)])
