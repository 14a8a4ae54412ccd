"""`sufu-tui find`: what the search finds, for pipes and scripts."""

from __future__ import annotations

import json

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.search.index import SearchIndex


def test_json_has_the_fields_of_the_contract_in_order_of_rank(run, shipped):
    found = json.loads(run("find", "蘇州", "--format", "json", "--lang", "en").out)
    assert [list(one) for one in found] == [["ref", "kind", "title", "excerpt", "section"]] * len(found)
    assert [one["ref"] for one in found] == [
        hit.place.ref for hit in SearchIndex(shipped).search("蘇州", "en")
    ]
    assert found[0]["ref"] == "entity:suzhou"
    assert found[0]["title"] == "Suzhou"
    sections = {section.id for section in shipped.sections}
    assert {one["section"] for one in found} <= {*sections, None}


@pytest.mark.parametrize("query", [["6.64", "billion"], ["6.64 billion"]])
def test_words_are_one_query_quoted_or_not(run, query):
    (first, *_) = json.loads(run("find", *query, "--format", "json").out)
    assert first["ref"] == "metric:landed-investment"


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_has_groups_and_addresses(run, language):
    out = run("find", "陳元", "--lang", language).out
    assert out.splitlines()[1].startswith("  entity:chen-yuan  ")
    assert sum(not line.startswith(" ") for line in out.splitlines() if line) >= 3


def test_a_kind_narrows(run):
    found = json.loads(run("find", "Suzhou", "--kind", "event", "--format", "json").out)
    assert {one["kind"] for one in found} == {"event"}


def test_nothing_found_is_no_fault(run):
    done = run("find", "qqqq", "--lang", "en")
    assert done.status == 0
    assert "nothing found" in done.out
    assert json.loads(run("find", "qqqq", "--format", "json").out) == []


def test_what_was_meant_is_said(run):
    assert "did you mean “Chen Yuan”" in run("find", "chenyaun", "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["find"], "what to look for"),
        (["find", "x", "--kind", "planet"], "planet"),
        (["find", "date:yesterday"], "yesterday"),
        (["find", "x", "--format", "csv"], "csv"),
        (["find", "x", "--theme", "dark"], "--theme"),
    ],
)
def test_wrong_usage_is_told(run, arguments, said):
    done = run(*arguments, "--lang", "en")
    assert done.status == 2
    assert said in done.err
    assert not done.out
