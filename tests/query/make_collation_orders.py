"""Write the orders of Chinese characters that `sufu_tui.query.collation` goes by.

Run `python tests/query/make_collation_orders.py` where PyICU is installed: ICU holds the collation data
of Unicode's CLDR (Unicode License v3). What is written is the order alone: the characters of the block
CJK Unified Ideographs (U+4E00 to U+9FFF) as the collations `zh-u-co-pinyin` and `zh-Hant-u-co-stroke`
have them, which are the standard orders of the two languages.
"""

from __future__ import annotations

from pathlib import Path

import icu

_FOLDER = Path(__file__).parents[2] / "sufu_tui" / "query"
_COLLATIONS = {"pinyin_order.txt": "zh-u-co-pinyin", "stroke_order.txt": "zh-Hant-u-co-stroke"}


def main() -> None:
    """Write both files."""
    for name, tag in _COLLATIONS.items():
        collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(tag))
        order = sorted(map(chr, range(0x4E00, 0xA000)), key=collator.getSortKey)
        (_FOLDER / name).write_text("".join(order), encoding="utf-8")


if __name__ == "__main__":
    main()
