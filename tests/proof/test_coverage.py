"""Coverage: every figure of a text is claimed, waived or neither, and the explorer can look each up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.model import Ref
from sufu_tui.proof.proof import prove


def unclaimed(proof) -> list[str]:
    return [figure.text for figure in proof.unclaimed]


def test_what_nothing_claims_is_told_with_its_measure_word(bench):
    proof = bench.proof("互訪5次，帶隊13次，十多個小時，2023年上半年", bench.metric("互訪5次"))
    assert unclaimed(proof) == ["13次", "十多個小時", "2023年上半年"]
    assert (proof.coverage, proof.is_sound) == ((4, 1, 0, 3), False)


def test_a_figure_counts_as_claimed_only_where_it_is_cited(bench):
    proof = bench.proof("5次，又5次", bench.metric("5次", occurrence=2))
    assert [bool(figure.claims) for figure in proof.figures] == [False, True]


def test_a_claim_of_half_a_date_leaves_it_unclaimed(bench):
    assert unclaimed(bench.proof("2022年6月14日", bench.event("6月14日", "2022-06-14"))) == ["2022年6月14日"]


def test_two_claims_together_cover_a_date(bench):
    events = (bench.event("2022年", "2022"), bench.event("6月14日", "2022-06-14"))
    assert unclaimed(bench.proof("2022年6月14日", *events)) == []


def test_a_wrong_claim_covers_nothing(bench):
    assert unclaimed(bench.proof("超過5次", bench.metric("5次"))) == ["5次"]


def test_a_name_claims_its_numbers_wherever_it_stands(traps, traps_text):
    proof = prove(traps, traps_text)
    claims = [figure.claims for figure in proof.figures if figure.text.startswith("十年")]
    assert [claim.ref for claim in claims[0]] == [Ref("metric", "years"), Ref("entity", "pact")]


def test_waived_words_are_waived_everywhere_but_no_other_number(bench):
    proof = bench.proof("兩地，兩個，兩地", waived=("兩地",))
    assert (unclaimed(proof), proof.coverage) == (["兩個"], (3, 0, 2, 1))


def test_a_waived_number_is_no_part_of_a_longer_one(bench):
    assert unclaimed(bench.proof("01，2001，01", waived=("01",))) == ["2001"]


def test_a_waiver_of_one_part_holds_there_alone(bench):
    proof = bench.proof("兩地\n\n02\n\n兩地", waived=("02",))
    source = proof.text.source
    here = source.waivers[0]._replace(words="兩地", part="opening")
    dossier = replace(bench.dossier, sources=(source._replace(waivers=(*source.waivers, here)),))
    assert [figure.part.name for figure in prove(dossier, proof.text.text).unclaimed] == ["02"]


def test_a_waiver_that_nothing_needs_is_told(bench):
    proof = bench.proof("兩地", waived=("兩地", "三地"))
    assert [waiver.words for waiver in proof.unused_waivers] == ["三地"]
    assert proof.is_sound is False  # the part 02 is missing


@pytest.mark.parametrize("place", [2, 3, 4])
def test_the_claims_at_a_place_are_found(bench, place):
    proof = bench.proof("今年互訪5次。", bench.metric("互訪5次"), bench.metric("5"))
    refs = [claim.statement.printed for claim in proof.claims_at(place)]
    assert refs == (["5", "互訪5次"] if place == 4 else ["互訪5次"])


def test_an_item_leads_to_its_claims_and_a_place_to_its_figure(bench):
    metric = bench.metric("互訪5次")
    proof = bench.proof("今年互訪5次。", metric)
    (claim,) = proof.claims_of(metric.ref)
    assert proof.text.text[slice(*claim.span)] == "互訪5次"
    assert proof.figure_at(4).text == "5次"
    assert proof.figure_at(2) is None
    assert proof.claims_of(Ref("metric", "none")) == ()
    assert [claim for _, claim in proof.places] == [claim]


def test_of_two_sources_the_one_whose_parts_begin_in_the_text_is_meant(bench):
    (source,) = bench.dossier.sources
    other = source._replace(id="other", beginnings=(source.beginnings[0]._replace(line="別的"),))
    dossier = replace(bench.dossier, sources=(other, source))
    assert prove(dossier, "開頭\n02\n末").text.source.id == source.id


def test_the_digest_tells_which_text_was_read(traps, traps_text):
    assert prove(traps, traps_text).text.is_the_one_read is True
    assert prove(traps, traps_text.replace("\n\n", "\n \n\n")).text.is_the_one_read is True
    other = prove(traps, traps_text.replace("往來不斷", "往來不停"))
    assert (other.text.is_the_one_read, other.is_sound) == (False, False)


def test_the_text_with_all_traps_is_proven_whole(traps, traps_text):
    proof = prove(traps, traps_text)
    assert (proof.wrong, unclaimed(proof), proof.unused_waivers) == ((), [], ())
    assert proof.is_sound
