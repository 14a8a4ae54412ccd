"""Substitutes for characters of ambiguous width, one cell for one cell.

Unicode calls the width of box drawing, blocks, arrows, curly quotes and many letters *ambiguous*
(UAX #11, East_Asian_Width=A): Rich and most terminals give them one cell, terminals set up for
Chinese or Japanese two, and every border breaks. Three sets of glyphs answer that:

- `unicode` leaves everything as it is;
- `narrow` replaces ambiguous characters by others that take one cell everywhere;
- `ascii` also replaces every other sign by ASCII; letters and wide characters stay.

The ambiguous characters come from `unicodedata`, at the first use of each, not from a table of ours:
letters have to be decomposed by `unicodedata` anyway, it is only imported here, where a set
other than `unicode` is in use, and a translation looks each character up but once.
"""

from __future__ import annotations

import unicodedata

from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import GlyphSet

_UNKNOWN = "?"


def _pairs(text: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in text.split()}


# Pairs of an ambiguous character and its substitute. Marks that stand side by side (those of the
# timeline, of the table, of cut text) have different substitutes.
_NARROW: dict[str, str] = _pairs(
    """
    ─╌ ┄╌ ┈╌ ━▬ ┅▬ ┉▬ ═▬ ┯▬ │╎ ┆╎ ┊╎ ┃╏ ┇╏ ┋╏ ║╏ ╱/ ╲\\ ╳x
    ├[ ┝[ ┞[ ┟[ ┠[ ┡[ ┢[ ┣[ ╞[ ╟[ ╠[ ┤] ┥] ┦] ┧] ┨] ┩] ┪] ┫] ╡] ╢] ╣]
    ▁⣀ ▂⣀ ▃⣤ ▄⣤ ▅⣶ ▆⣶ ▇⣿ █⣿ ▀⠛ ▔⠉ ▏⡇ ▎⡇ ▍⡇ ▌⡇ ▋⣿ ▊⣿ ▉⣿ ▕⢸ ▒░ ▓⣿
    ◆⧫ ◇◊ ◈◊ ■▮ □▯ ▣▮ ▤▯ ▥▯ ▦▯ ▧▯ ▨▯ ▩▮ ●◉ ○◦ ◎◉ ◐◉ ◑◉ ◯◦ ★✦ ☆✧
    ▲▴ △▵ ▶▸ ▷▹ ▼▾ ▽▿ ◀◂ ◁◃ ←◂ ↑▴ →▸ ↓▾ ↔⟷ ↕╎ ⇒⟹ ⇔⟺
    “" ”" ‘' ’' …⋯ ‥⋯ ·∙ •∙ ※* ‾⠉ ‐- –- —- ―- ‖╎ ´' ¨" ¸, ˇ' ˘' ˙' ˚' ˝" ˛,
    ×x ÷/ ±∓ °∘ ¿? ¡! §S ¶P ¤* †+ ‡+ ≤⩽ ≥⩾ ≦⩽ ≧⩾ ≠! ≡= ≈~ ∼~ ∽~ ≒~ ≌~ ∞* √v ∑S ∏P ∫[ ∈e ∩^ ∪v
    ∥╎ ∣╎ ∧^ ∨v ∠< ⊥+ ⊕+ ⊙+ ⊿/ ⌒^ ∀A ∃E ∂d ∇▿ ∋3 ∝~ ∟L ∮[ ∴⁖ ∵⁖ ∶: ∷: ♀f ♂m ♠⧫ ♡◊ ♣⧫ ♥⧫ ♪d ♬d
    €E ®R ŒO œo ℓl ‰% ′' ″" ‵'
    """
)

# Substitutes for characters that are not ASCII in the narrow set, or not ASCII and not ambiguous.
_ASCII: dict[str, str] = _pairs(
    """
    ─- ┄- ┈- ╌- ‒- −- ⁃- ━= ┅= ┉= ═= ╍= ┯= ▬= │| ┆| ┊| ╎| ∣| ∥| ‖| ┃# ┇# ┋# ║# ╏# ▐# ▌# █#
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
    """Table for `str.translate` that looks a substitute up when its character is first met.

    Args:
        name: Glyph set that the substitutes come from.

    """

    def __init__(self, name: GlyphSet) -> None:
        super().__init__()
        self.name = name
        """Glyph set that the substitutes come from."""

    def __missing__(self, code: int) -> str:
        found = self[code] = substitute(chr(code), self.name)
        return found

    def replaced(self, text: str) -> str:
        """Return `text` with substitutes where they are needed; its cells stay where they are."""
        return text if text.isascii() or self.name == "unicode" else text.translate(self)


def substitute(character: str, glyphs: GlyphSet) -> str:
    """Return `character` in the set `glyphs`: itself, or another character of one cell."""
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
    """Return the nearest ASCII character: the base letter, a digit, or the first letter of the Unicode name.

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
