"""Substitutes for characters that terminals do not agree on, one cell for one cell.

Unicode calls the width of box drawing, blocks, arrows, curly quotes and many letters *ambiguous*
(UAX #11, East_Asian_Width=A): Rich and most terminals give them one cell, terminals set up for
Chinese or Japanese two, and every border breaks. Three sets of glyphs answer that:

- `unicode` leaves everything as it is;
- `narrow` replaces what is ambiguous by characters that take one cell everywhere;
- `ascii` also replaces every other sign by ASCII; letters, and what takes two cells, stay.

Which characters are ambiguous is asked of `unicodedata` when one is first met, not kept in a table of
ours: its letters have to be taken apart by `unicodedata` anyway, it is only imported here, where a set
other than `unicode` is in use, and a translation looks each character up but once.
"""

from __future__ import annotations

import unicodedata

from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import GlyphSet

_UNKNOWN = "?"


def _pairs(text: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in text.split()}


# In pairs: what is ambiguous, and what stands in for it. Marks that stand side by side (those of the
# timeline, of the table, of cut text) have different substitutes.
_NARROW: dict[str, str] = _pairs(
    """
    ─╌ ┄╌ ┈╌ ━▬ ┅▬ ┉▬ ═▬ │╎ ┆╎ ┊╎ ┃╏ ┇╏ ┋╏ ║╏ ╱/ ╲\\ ╳x
    ├[ ┝[ ┞[ ┟[ ┠[ ┡[ ┢[ ┣[ ╞[ ╟[ ╠[ ┤] ┥] ┦] ┧] ┨] ┩] ┪] ┫] ╡] ╢] ╣]
    ▁⣀ ▂⣀ ▃⣤ ▄⣤ ▅⣶ ▆⣶ ▇⣿ █⣿ ▀⠛ ▔⠉ ▏⡇ ▎⡇ ▍⡇ ▌⡇ ▋⣿ ▊⣿ ▉⣿ ▕⢸ ▒░ ▓⣿
    ◆⧫ ◇◊ ◈◊ ■▮ □▯ ▣▮ ▤▯ ▥▯ ▦▯ ▧▯ ▨▯ ▩▮ ●◉ ○◦ ◎◉ ◐◉ ◑◉ ◯◦ ★✦ ☆✧
    ▲▴ △▵ ▶▸ ▷▹ ▼▾ ▽▿ ◀◂ ◁◃ ←◂ ↑▴ →▸ ↓▾ ↔⟷ ↕╎ ⇒⟹ ⇔⟺
    “" ”" ‘' ’' …⋯ ‥⋯ ·∙ •∙ ※* ‾⠉ ‐- –- —- ―- ‖╎ ´' ¨" ¸, ˇ' ˘' ˙' ˚' ˝" ˛,
    ×x ÷/ ±∓ °∘ ¿? ¡! §S ¶P ¤* †+ ‡+ ≤⩽ ≥⩾ ≦⩽ ≧⩾ ≠! ≡= ≈~ ∼~ ∽~ ≒~ ≌~ ∞8 √v ∑S ∏P ∫[ ∈e ∩^ ∪v
    ∥╎ ∣╎ ∧^ ∨v ∠< ⊥+ ⊕+ ⊙+ ⊿/ ⌒^ ∀A ∃E ∂d ∇▿ ∋3 ∝~ ∟L ∮[ ∴⁖ ∵⁖ ∶: ∷: ♀f ♂m ♠⧫ ♡◊ ♣⧫ ♥⧫ ♪d ♬d
    €E ®R ŒO œo ℓl ‰% ′' ″" ‵'
    """
)

# What is no ASCII in the narrow set, or no ASCII without being ambiguous.
_ASCII: dict[str, str] = _pairs(
    """
    ─- ┄- ┈- ╌- ‒- −- ⁃- ━= ┅= ┉= ═= ╍= ▬= │| ┆| ┊| ╎| ∣| ∥| ‖| ┃# ┇# ┋# ║# ╏# ▐# ▌# █#
    ▁. ▂: ▃- ▄= ▅+ ▆* ▇% ▀" ▔' ¯- ‾- ⠉' ▏| ▎| ▍| ▋# ▊# ▉# ▕| ▒% ▓# ░:
    ╴- ╶- ╸- ╺- ╼- ╾- ╵| ╷| ╹| ╻| ╽| ╿|
    ◆* ◇o ◈o ■@ □o ▣@ ▤o ▥o ▦o ▧o ▨o ▩@ ⧫* ◊o ▮@ ▯o ●* ○o ◎o ◉* ◦o ◐* ◑* ◯o ★* ☆* ✦* ✧*
    ▲^ △^ ▶> ▷> ▼v ▽v ◀< ◁< ▴^ ▵^ ▸> ▹> ▾v ▿v ◂< ◃< ►> ◄< ‣> ›> ‹< »> «<
    ←< ↑^ →> ↓v ↔- ↕| ⇒> ⇔= ⟷- ⟹> ⟺= ↵< ⏎< ∴. ∵. ⁖. ∇v
    ⋯_ …. ‥. ·. ∙. •* ✓v ✗x ✘x ☐o ☰= ¦| ¬- ∓~ ±~ °' ∘o ♠* ♡* ♣* ♥* ¢c £L ¥Y
    """
)


def is_ambiguous(character: str) -> bool:
    """Return whether terminals disagree on the cells that `character` takes (UAX #11: A).

    Combining marks are ambiguous by name, but take no cell anywhere.
    """
    return unicodedata.east_asian_width(character) == "A" and width(character) == 1


class Substitutes(dict[int, str]):
    """A table for `str.translate` that finds the substitute of a character when it is first met.

    Args:
        name: The set that the substitutes come from.

    """

    def __init__(self, name: GlyphSet) -> None:
        super().__init__()
        self.name = name
        """The set that the substitutes come from."""

    def __missing__(self, code: int) -> str:
        found = self[code] = substitute(chr(code), self.name)
        return found

    def replaced(self, text: str) -> str:
        """Return `text` with substitutes where they are needed; its cells stay where they are."""
        return text if text.isascii() or self.name == "unicode" else text.translate(self)


def substitute(character: str, glyphs: GlyphSet) -> str:
    """Return what the set `glyphs` shows for `character`: itself, or another character of one cell."""
    if glyphs == "unicode" or character.isascii() or width(character) != 1:
        return character
    if glyphs == "narrow":
        if not is_ambiguous(character):
            return character
        return _NARROW.get(character) or _nearest(character)
    if unicodedata.category(character).startswith("L") and not is_ambiguous(character):
        return character
    found = _ASCII.get(character) or _NARROW.get(character) or _nearest(character)
    return found if found.isascii() else _UNKNOWN


def _nearest(character: str) -> str:
    """Return the ASCII character that says most of `character`: its base letter, the first of its name.

    `é` is `e` by decomposition (UAX #15), `①` and `❶` are `1`; `ø`, `Ω` and `Ж` are `o`, `O` and `Z` by name.
    """
    base = next((one for one in unicodedata.normalize("NFKD", character) if one.isalnum()), character)
    if base.isascii():
        return base
    digit = unicodedata.digit(base, None)
    if digit is not None:
        return str(digit)
    name = unicodedata.name(base, "")
    if name.startswith("BOX DRAWINGS"):
        return "+"
    _, is_letter, rest = name.partition(" LETTER ")
    if not is_letter:
        return _UNKNOWN
    first = rest.removeprefix("SHARP ")[0]
    return first.lower() if " SMALL" in name else first
