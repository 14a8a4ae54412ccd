"""Language switch: the commands that change one of the reader's languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from sufu_tui.explorer.state import SharedState

LanguageRole = Literal["texts", "second", "interface"]
"""Role of a language: of the texts, of the version beside them, of the interface alone."""


def switch_language(role: LanguageRole, state: SharedState) -> str:
    """Switch to the next language in a role; return a sentence for the footer, perhaps an empty one."""
    return _SWITCHES[role](state)


def _texts(state: SharedState) -> str:
    state.set_language(state.next_language())
    return ""


def _second(state: SharedState) -> str:
    language = state.next_second_language()
    if language is None and state.second_language is None:
        return state.words("languages.only-one")
    state.set_second_language(language)
    words = state.words
    if language is None:
        return words("languages.second-off")
    return words("languages.second-on", language=words(f"app.language-{language}"))


def _interface(state: SharedState) -> str:
    state.set_interface(state.next_interface())
    words = state.words
    if state.own_interface is None:
        return words("languages.interface-follows")
    return words("languages.interface-own", language=words(f"app.language-{state.own_interface}"))


_SWITCHES: Mapping[LanguageRole, Callable[[SharedState], str]] = {
    "texts": _texts,
    "second": _second,
    "interface": _interface,
}
