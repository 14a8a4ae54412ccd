"""The marked text says what the source says, and each claim knows its words in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.proof.marked_text import UNCLAIMED_STYLE, WRONG_STYLE, MarkedText
from sufu_tui.proof.normal_text import NormalText, normal_form
from sufu_tui.proof.proof import prove

PIECES = st.lists(
    st.sampled_from(
        [
            "互訪13次",
            "１３次",
            "近5000萬",
            "\n",
            "\n\n",
            "。\n",
            " ",
            "　",
            "第一部分\n",
            "abc",
            "\x1b[1m",
            "十年",
            "\u200b",
        ]
    ),
    max_size=30,
).map("".join)


def links(marked: MarkedText) -> list[str]:
    return [run.text for block in marked.blocks for run in block.runs if run.is_link]


def words(marked: MarkedText, place) -> str:
    return "".join(links(marked)[number] for number in place.links)


def styled(marked: MarkedText, style: str) -> list[str]:
    return [run.text for block in marked.blocks for run in block.runs if run.style == style]


def test_each_claim_of_a_true_text_is_a_link_of_its_words(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text))
    assert len(marked.claims) == 30
    for place in marked.claims:
        assert normal_form(words(marked, place)) == normal_form(place.claim.statement.printed)
    assert marked.unclaimed == []
    assert styled(marked, WRONG_STYLE) == styled(marked, UNCLAIMED_STYLE) == []


def test_each_claim_of_the_report_is_a_link_of_its_words(shipped, report):
    proof = prove(shipped, report)
    marked = MarkedText(proof)
    found = [claim for claim in proof.claims if claim.span is not None]
    assert len(found) > len(shipped.entities)  # each name at least once
    assert len(marked.claims) == len(found)
    for place in marked.claims:
        assert normal_form(words(marked, place)) == normal_form(place.claim.statement.printed)


def test_a_figure_that_a_line_break_divides_is_whole(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text))
    assert "一百二十棵" in links(marked)
    assert "1.2億元" in links(marked)


def test_characters_are_as_wide_as_they_were_written(traps, traps_text):
    assert "互訪１３次" in links(MarkedText(prove(traps, traps_text)))


def test_what_reads_otherwise_and_what_nothing_claims_stand_out(traps, traps_text):
    text = traps_text.replace("１３次", "１４次").replace("8家", "8家、9個攤位")
    marked = MarkedText(prove(traps, text))
    assert "".join(styled(marked, WRONG_STYLE)) == "互訪１４次"
    assert styled(marked, UNCLAIMED_STYLE) == ["9"]
    assert [words(marked, place) for place in marked.unclaimed if place.figure.text.startswith("9")] == ["9"]


def test_a_part_begins_with_its_line(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text))
    for part, line in (("fruit", "第一部分"), ("road", "第二部分"), ("tail", "尾聲")):
        block = marked.blocks[marked.paragraph_of(part)]
        assert "".join(run.text for run in block.runs) == line
        assert [run.style for run in block.runs] == ["topic"]
    assert marked.paragraph_of("head") == 0
    assert marked.paragraph_of("none") is None
    without = MarkedText(prove(traps, "一篇別的文字"))
    assert without.paragraph_of("road") is None


def test_an_item_is_found_at_the_claim_that_is_borne_out(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text))
    for claim in marked.proof.claims:
        place = marked.of(claim.ref)
        assert (place is None) == (not any(one.span for one in marked.proof.claims_of(claim.ref)))
        assert place is None or not place.claim.is_wrong


def test_each_link_is_of_a_place(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text))
    for number in range(len(links(marked))):
        assert number in marked.at_link(number).links
    assert marked.at_link(-1) is None
    assert marked.at_link(len(links(marked))) is None


def test_each_place_knows_its_number(traps, traps_text):
    marked = MarkedText(prove(traps, traps_text.replace("8家", "8家、9個攤位、7個倉庫")))
    for every in (marked.claims, marked.unclaimed):
        assert [marked.number_of(place) for place in every] == [*range(len(every))]
    assert marked.number_of(replace_start(marked.claims[0])) is None


def replace_start(place):
    return place._replace(start=place.start + 1)


@given(PIECES)
def test_the_text_is_all_there_and_safe_whatever_it_holds(traps, text):
    marked = MarkedText(prove(traps, text))
    shown = "".join(run.text for block in marked.blocks for run in block.runs)
    assert "\x1b" not in shown
    assert normal_form(shown.replace("\ufffd", "\x1b")).replace(" ", "") == NormalText(
        marked.proof.text.text
    ).text.replace("\n", "").replace(" ", "")
    every = links(marked)
    for place in (*marked.claims, *marked.unclaimed):
        assert place.links
        assert place.links.stop <= len(every)
        # A near miss may go over ends of paragraphs, which are no characters of the words.
        assert 0 < len(words(marked, place)) <= place.end - place.start


@given(PIECES)
def test_the_text_as_written_is_as_long_as_the_normal_one(text):
    normal = NormalText(text)
    shown = normal.as_written(text)
    assert len(shown) == len(normal.text)
    assert normal_form(shown.replace("\n", "")) == normal_form(normal.text.replace("\n", ""))


LINES = st.text(st.sampled_from("互訪13次１近5000萬abc 　.,，。"), max_size=40)


@given(st.lists(LINES, max_size=4))
def test_blanks_within_a_line_are_shown_as_one_wherever_they_stand(traps, lines):
    marked = MarkedText(prove(traps, "\n\n".join(lines)))
    shown = ["".join(run.text for run in block.runs) for block in marked.blocks]
    assert shown == [" ".join(line.split()) for line in lines if line.strip()]
