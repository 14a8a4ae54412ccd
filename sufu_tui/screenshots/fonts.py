"""Font discovery: the fonts on this machine for Chinese and for everything else.

Only well-known families are looked for, by the names of their files: opening every font of a system
would take seconds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

Script = Literal["TC", "SC"]
"""Chinese script, traditional or simplified: the same character has its own shape in each."""


class FontFile(NamedTuple):
    """Font file; `number` counts the fonts within a collection."""

    path: Path
    number: int = 0


class FontSet(NamedTuple):
    """Fonts of a screenshot; None where the machine has nothing suitable."""

    wide: FontFile | None = None
    wide_bold: FontFile | None = None
    narrow: FontFile | None = None
    narrow_bold: FontFile | None = None


class _Family(NamedTuple):
    regular: str
    bold: str
    number: int = 0


_WIDE: Mapping[Script, tuple[_Family, ...]] = {
    "TC": (
        _Family("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", 8),
        _Family("NotoSansMonoCJKtc-Regular.otf", "NotoSansMonoCJKtc-Bold.otf"),
        _Family("SarasaMonoTC-Regular.ttf", "SarasaMonoTC-Bold.ttf"),
        _Family("SourceHanSansTC-Regular.otf", "SourceHanSansTC-Bold.otf"),
        _Family("msjh.ttc", "msjhbd.ttc"),
        _Family("wqy-zenhei.ttc", "wqy-zenhei.ttc"),
    ),
    "SC": (
        _Family("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", 7),
        _Family("NotoSansMonoCJKsc-Regular.otf", "NotoSansMonoCJKsc-Bold.otf"),
        _Family("SarasaMonoSC-Regular.ttf", "SarasaMonoSC-Bold.ttf"),
        _Family("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf"),
        _Family("msyh.ttc", "msyhbd.ttc"),
        _Family("wqy-zenhei.ttc", "wqy-zenhei.ttc"),
    ),
}
_NARROW = (
    _Family("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"),
    _Family("Menlo.ttc", "Menlo.ttc"),
    _Family("consola.ttf", "consolab.ttf"),
    _Family("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
)

WANTED = "Noto Sans CJK, DejaVu Sans Mono"
"""Families that suit best; Debian has them as fonts-noto-cjk and fonts-dejavu-core."""


def font_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the font folders: those in SUFU_FONTS, else those of the system and the user (XDG)."""
    asked = environment.get("SUFU_FONTS")
    if asked is not None:
        return tuple(Path(folder) for folder in asked.split(os.pathsep) if folder)
    home = Path(environment.get("HOME", "/"))
    if sys.platform == "win32":
        local = Path(environment.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts")
        return (Path(environment.get("WINDIR", "C:/Windows"), "Fonts"), local)
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    share = Path(environment.get("XDG_DATA_HOME") or home / ".local/share", "fonts")
    return (share, home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def find_fonts(folders: tuple[Path, ...], script: Script) -> FontSet:
    """Return the best fonts in `folders` and their subfolders, the Chinese one for `script`."""
    paths = dict(_files(folders))
    wide, wide_bold = _best(_WIDE[script], paths)
    narrow, narrow_bold = _best(_NARROW, paths)
    return FontSet(wide, wide_bold, narrow, narrow_bold)


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    for folder in reversed(folders):  # a font of the user goes before one of the system
        for parent, _, names in os.walk(folder):
            for name in names:
                yield name, Path(parent, name)


def _best(
    families: tuple[_Family, ...], paths: Mapping[str, Path]
) -> tuple[FontFile | None, FontFile | None]:
    for family in families:
        if family.regular in paths:
            bold = paths.get(family.bold, paths[family.regular])
            return FontFile(paths[family.regular], family.number), FontFile(bold, family.number)
    return None, None
