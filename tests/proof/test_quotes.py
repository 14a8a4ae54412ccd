"""Quotations against the text of the report: what they print must stand in their part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.model import SourceRef
from sufu_tui.proof.claims import Verdict
from sufu_tui.proof.proof import prove


def claims(dossier, report):
    return [claim for claim in prove(dossier, report).claims if claim.ref.kind == "section"]


def changed(dossier, **values):
    """Return the dossier with its first quotation changed."""
    sections = list(dossier.sections)
    at = next(number for number, section in enumerate(sections) if section.quotes)
    first, *others = sections[at].quotes
    sections[at] = sections[at]._replace(quotes=(first._replace(**values), *others))
    return replace(dossier, sections=tuple(sections))


def test_every_quotation_stands_in_its_part(shipped, report):
    found = claims(shipped, report)
    assert len(found) == sum(len(section.quotes) for section in shipped.sections) == 4
    assert {claim.verdict for claim in found} == {Verdict.FOUND}
    assert found[0].statement.field == "quote.1.printed"


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({"printed": "堪稱空前絕後"}, Verdict.NOT_FOUND),
        ({"printed": "堪称前所未有"}, Verdict.READS_OTHERWISE),
        ({"source": SourceRef("release", "03")}, Verdict.ELSEWHERE),
    ],
)
def test_a_wrong_one_is_told(shipped, report, values, verdict):
    assert claims(changed(shipped, **values), report)[0].verdict is verdict
