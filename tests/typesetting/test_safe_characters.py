"""What is let through has one width everywhere: on our grid, by wcwidth, and by Unicode's tables."""

from __future__ import annotations

import sys
import unicodedata

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.typesetting.cells import widths
from sufu_tui.typesetting.safe_characters import harmless, is_clean, typed, visible, without_unwanted

SEQUENCES = {
    "skin tone": "👍🏽", "flag": "🇨🇳", "half a flag": "🇨", "text look": "☎︎", "coloured look": "☎️",
    "keycap": "1️⃣",
    "family": "👨‍👩‍👧",
    "flag of tags": "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "jamo": "ᄒᆞᆫ", "enclosed": "a⃝", "variant": "葛󠄀",
    "conjunct": "क्ष", "hexagram": "䷀", "tone mark": "中〪", "mark of numbers": "؀1",
}  # fmt: skip


def unicode_width(character: str) -> int:
    """The cells that UAX #11 and the categories give."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def test_every_character_that_is_let_through_has_one_width() -> None:
    wrong = []
    for code in range(0x20, sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs") or not is_clean(f"a{character}"):
            continue
        found = {next(widths(character)), wcwidth.wcwidth(character), unicode_width(character)}
        if len(found) > 1:
            wrong.append(f"{code:04X} {found}")
    assert wrong == []


@pytest.mark.parametrize("text", SEQUENCES.values(), ids=SEQUENCES.keys())
def test_sequences_whose_width_is_unsure_are_not_let_through(text: str) -> None:
    assert not is_clean(text)
    assert "<U+" in visible(text)
    for shown in (without_unwanted(text), typed(text), harmless(text)):
        assert cell_len(shown) == wcwidth.wcswidth(shown) == sum(widths(shown))


@given(st.text(st.one_of(st.characters(), st.sampled_from("".join(SEQUENCES.values()))), max_size=8))
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    for shown in (typed(text), harmless(text), text if is_clean(text) else without_unwanted(text)):
        if "\n" not in shown and "\t" not in shown and not any("\ud800" <= one <= "\udfff" for one in shown):
            assert cell_len(shown) == sum(widths(shown))


@pytest.mark.parametrize(
    ("text", "left"),
    [("1️⃣", "1"), ("👍🏽", "👍"), ("☎︎", "☎"), ("👩‍👧", "👩👧"), ("葛󠄀", "葛"), ("한", "한"), ("e\u0301", "é")],
)
def test_what_is_typed_keeps_what_can_be_shown(text: str, left: str) -> None:
    assert typed(text) == left
