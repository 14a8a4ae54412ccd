"""Font choice for screenshots, by language and environment."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from sufu_tui.screenshots.fonts import FontSet, find_fonts, font_folders
from sufu_tui.screenshots.outlines import Outlines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sufu_tui.dossier.localized import Language
    from sufu_tui.dossier.model import Dossier
    from sufu_tui.screenshots.fonts import Script


def can_outline() -> bool:
    """Return whether the extra that reads fonts (fontTools) is installed."""
    return find_spec("fontTools") is not None


def script_of(language: Language, dossier: Dossier) -> Script:
    """Return the script of the Chinese in a picture: in English, the one that the dossier names first."""
    chinese = next(known for known in (language, *dossier.languages, "zh-Hant") if known.startswith("zh"))
    return "SC" if chinese == "zh-Hans" else "TC"


def pen_for(language: Language, dossier: Dossier, environment: Mapping[str, str]) -> Outlines:
    """Return the pen that draws with the fonts of this machine; without the extra it draws only lines."""
    if not can_outline():
        return Outlines(FontSet())
    return Outlines(find_fonts(font_folders(environment), script_of(language, dossier)))
