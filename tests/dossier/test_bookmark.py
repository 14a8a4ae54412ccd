"""Bookmarks outlive changes of their dossier, and anything may stand where they are kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.bookmark import Bookmark, Spot, bookmark_at, bookmark_from, bookmarked_ids
from sufu_tui.dossier.model import Ref

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    PLAIN
    | st.fixed_dictionaries({"ref": st.text() | st.just("section:a"), "paragraph": PLAIN, "line": PLAIN})
)
def test_any_plain_value_is_a_bookmark_or_none(plain):
    found = bookmark_from(plain)
    assert found is None or bookmark_from(json.loads(json.dumps(found.to_plain()))) == found


def test_every_paragraph_is_found_again_by_what_it_links(shipped):
    for section in shipped.sections:
        marks = [bookmark_at(Spot(section.ref, number), shipped) for number in range(len(section.paragraphs))]
        for turned in (1, 2):
            paragraphs = section.paragraphs[turned:] + section.paragraphs[:turned]
            sections = tuple(
                one._replace(paragraphs=paragraphs) if one is section else one for one in shipped.sections
            )
            changed = replace(shipped, sections=sections)
            for number, mark in enumerate(marks):
                spot = mark.spot_in(changed)
                assert paragraphs[spot.paragraph].text == section.paragraphs[number].text


def test_what_is_gone_is_nowhere(shipped):
    assert Bookmark(Spot(Ref("metric", "gone"))).spot_in(shipped) is None
    assert Bookmark(Spot(Ref("section", "gone"), 3)).spot_in(shipped) is None
    assert Bookmark(Spot(shipped.sections[0].ref, 99), print="0").spot_in(shipped) is None


@pytest.mark.parametrize("kind", ["metric", "event"])
def test_ids_of_a_kind(kind):
    marks = [Bookmark(Spot(Ref("metric", "a"))), Bookmark(Spot(Ref("event", "b")))]
    assert bookmarked_ids(marks, kind) == ({"a"} if kind == "metric" else {"b"})
