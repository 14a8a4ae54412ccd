"""A table of queries, each with the hit that must come first."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.search.index import SearchIndex

TABLE = Path(__file__).parents[1] / "data" / "queries.tsv"
LINES = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def index(shipped):
    return SearchIndex(shipped)


def test_the_table_is_long_enough():
    assert len(LINES) >= 400
    assert len({query for query, *_ in LINES}) == len(LINES)


@pytest.mark.parametrize("number", range(len(LINES)), ids=[line[0] for line in LINES])
def test_the_thing_itself_comes_first(index, number):
    query, first, _ = LINES[number]
    # The reader's language decides what is shown, and not what is found: a law holds that.
    hits = index.search(query, LANGUAGES[number % len(LANGUAGES)])
    assert next((hit.place.ref for hit in hits), None) == first
