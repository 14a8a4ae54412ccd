"""Write the readings of Chinese characters that `sufu_tui.search.pinyin` goes by.

Run `python tests/search/make_readings.py` where pypinyin (MIT License) is installed. What is written is a
line for each syllable with its tone, and after it the characters of the block CJK Unified Ideographs
(U+4E00 to U+9FFF) that are read so: at most the first four readings of a character, the commonest first.
Characters that the search takes for one another stand there once, with the readings of all of them.
"""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from pypinyin.constants import PINYIN_DICT

from sufu_tui.query.text_folding import TextFolder

_FILE = Path(__file__).parents[2] / "sufu_tui" / "search" / "readings.txt"
_MOST_READINGS = 4
_HEAD = "# Characters by their reading, a syllable a line. Made from pypinyin's table (MIT License).\n"


def main() -> None:
    """Write the file."""
    fold = TextFolder().folded
    lines: dict[str, dict[str, None]] = {}
    for code in range(0x4E00, 0xA000):
        for reading in PINYIN_DICT.get(code, "").split(",")[:_MOST_READINGS]:
            if reading:
                lines.setdefault(normalize("NFC", reading), {})[fold(chr(code))] = None
    written = (f"{syllable}{''.join(found)}\n" for syllable, found in sorted(lines.items()))
    _FILE.write_text(_HEAD + "".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()
