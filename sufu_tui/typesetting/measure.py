"""Measure: the length of a line of running text where there is room for more."""

from __future__ import annotations

from collections.abc import Mapping

from sufu_tui.dossier.localized import Language

MEASURES: Mapping[Language, int] = {"zh-Hant": 76, "zh-Hans": 76, "en": 70}
"""Cells of a line by language.

Chinese: 38 characters, of the 35 to 40 that a line of a book has. English: Bringhurst's 66 letters, about
the average of lines that are not justified where 70 fit (tests/explorer/widgets/test_flow_text.py).
"""

DENSITIES: Mapping[Language, int] = {"zh-Hant": 40, "zh-Hans": 40, "en": 70}
"""Cells in which each language says about the same; that of the shipped dossier was measured."""
