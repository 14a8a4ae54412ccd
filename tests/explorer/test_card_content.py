"""What the card of a figure says."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes


def rows(dossier, metric_id, language):
    blocks = card_blocks(dossier.metric(metric_id), DossierIndexes(dossier, language), load(language))
    return {block.lead.text: "".join(run.text for run in block.runs) for block in blocks if block.lead}


def test_a_count_of_the_dossiers_own_has_no_formula(shipped):
    found = rows(shipped, "agreement-fields", "en")
    assert found["Value"] == "7 areas"
    assert "Derived" not in found
    assert "Derived" in rows(shipped, "compact-remaining", "en")


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [("zh-Hant", "數值", "24個方面"), ("zh-Hans", "数值", "24个方面"), ("en", "Value", "24 areas")],
)
def test_a_unit_stands_beside_its_number_as_the_language_has_it(shipped, language, label, text):
    assert rows(shipped, "cooperation-intents", language)[label] == text


@pytest.mark.parametrize(
    ("language", "label"), [("zh-Hant", "又稱"), ("zh-Hans", "又称"), ("en", "Also called")]
)
def test_a_name_has_its_aliases_of_other_spelling(shipped, language, label):
    indexes, words = DossierIndexes(shipped, language), load(language)
    ndrc = shipped.item(Ref("entity", "ndrc"))
    assert set(ndrc.aliases) >= {"發改委", "NDRC"}
    name = ndrc.name.versions["zh-Hans"]
    more = ndrc._replace(aliases=(*ndrc.aliases, name, "ndrc", ndrc.printed))
    for entity in (ndrc, more):
        blocks = card_blocks(entity, indexes, words)
        (found,) = [block for block in blocks if block.lead and block.lead.text == label]
        assert "".join(run.text for run in found.runs) == words("card.list-separator").join(ndrc.aliases)
        assert {run.style for run in found.runs} == {"muted"}
    without = card_blocks(ndrc._replace(aliases=(name,)), indexes, words)
    assert all(block.lead.text != label for block in without if block.lead)
