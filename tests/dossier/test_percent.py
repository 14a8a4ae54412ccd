"""Percent: a reading of rows and a proof of the dossier ask the same of a unit."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.percent import counts_hundredths


@pytest.mark.parametrize(
    ("unit", "pattern", "counts"),
    [
        ("percent", None, True),
        ("percent", Localized({"en": "{} per cent"}), True),
        ("share", Localized({"en": "{}%"}), True),
        ("share", Localized({"zh-Hant": "{}％", "en": "{} of a hundred"}), True),
        ("share", Localized({"en": "{} per cent"}), False),
        ("share", None, False),
    ],
)
def test_hundredths_are_counted_by_the_unit_percent_and_those_with_its_sign(unit, pattern, counts):
    assert counts_hundredths(unit, pattern) is counts
