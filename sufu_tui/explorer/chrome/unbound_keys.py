"""Sentences on keys that do nothing where they are pressed."""

from __future__ import annotations

import unicodedata

from sufu_tui.explorer.navigation import PANES
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.safe_characters import visible

_NAMES = {
    "backspace": "Backspace", "delete": "Delete", "down": "↓", "end": "End", "enter": "Enter",
    "escape": "Esc", "home": "Home", "ideographic_space": "Space", "insert": "Insert", "left": "←",
    "pagedown": "PageDown", "pageup": "PageUp", "right": "→", "space": "Space", "tab": "Tab", "up": "↑",
}  # fmt: skip


def unbound_sentence(key: str, character: str | None, words: Catalogue) -> str:
    """Return what to say of a key by Textual's name of it and the character that it types, if any."""
    if key == "ctrl+c":
        return words("app.ctrl-c")
    digit = None if character is None else unicodedata.decimal(character, None)
    if digit is not None and not 1 <= digit <= len(PANES):
        panes = (f"{number} {words(f'app.{spec.id}')}" for number, spec in enumerate(PANES, 1))
        return words("app.no-such-pane", key=digit, panes=words("show.list-separator").join(panes))
    return words("app.unbound-key", key=key_label(key, character))


def key_label(key: str, character: str | None) -> str:
    """Return a key as the hints write it: `x`, `PageUp`, `ctrl+x`, `shift+F9`."""
    is_plain = "+" not in key  # alt+q types a q in some terminals
    if is_plain and character is not None and character.isprintable() and not character.isspace():
        return visible(character)
    *modifiers, name = key.split("+")
    is_function_key = name[:1] == "f" and name[1:].isdecimal()
    return "+".join([*modifiers, _NAMES.get(name, name.upper() if is_function_key else name)])
