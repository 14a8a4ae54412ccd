"""What the shipped dossier says is its report's, and is said alike throughout."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from sufu_tui.dossier.edtf import Precision
from sufu_tui.dossier.localized import LANGUAGES


def paragraphs(dossier):
    return [paragraph for section in dossier.sections for paragraph in section.paragraphs]


def inputs(metric):
    """The figures that a metric is derived from; none for one that is printed or counted."""
    return {one for _, one in metric.formula.tokens() if one} if metric.formula is not None else set()


def said(dossier, language):
    """Every text of the dossier in a language, by the address of its item."""
    for item in dossier.items():
        for name in ("label", "title", "name", "role", "heading", "short"):
            text = getattr(item, name, None)
            if text is not None:
                yield item.ref, text.in_language(language)
        for name in ("note", "text"):
            prose = getattr(item, name, None)
            if prose is not None:
                yield item.ref, "".join(span.text for span in prose.in_language(language))
    for section in dossier.sections:
        for paragraph in section.paragraphs:
            yield section.ref, "".join(span.text for span in paragraph.text.in_language(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_linked_in_every_paragraph_that_names_them(shipped, language):
    for paragraph in paragraphs(shipped):
        prose = paragraph.text.in_language(language)
        linked = {span.text for span in prose if span.ref is not None}
        text = "".join(span.text for span in prose)
        for person in shipped.people:
            name = person.name.in_language(language)
            assert name not in text or name in linked, (name, text)


def test_nobody_has_a_gender_that_the_report_does_not_give(shipped):
    gendered = re.compile(r"\b(?:he|she|his|hers?|him|man|woman|men|women)\b", re.IGNORECASE)
    for ref, text in said(shipped, "en"):
        # The report has a pronoun for Li Hu alone.
        assert not gendered.search(text) or "Li Hu" in text, (ref, text)
    for language in ("zh-Hant", "zh-Hans"):
        for ref, text in said(shipped, language):
            assert not re.search("[他她](?![们們])", text) or "李虎" in text, (ref, text)


def test_no_sum_and_no_average_of_ours_stands_in_the_narrative(shipped):
    for paragraph in paragraphs(shipped):
        for span in paragraph.text.in_language("en"):
            if span.ref is not None and span.ref.kind == "metric":
                assert not inputs(shipped.metric(span.ref.id)), span


def test_figures_that_may_count_the_same_are_not_added_up(shipped):
    for metric in shipped.metrics:
        for one in inputs(metric):
            assert not inputs(metric) & set(shipped.metric(one).overlaps), metric.id


def test_what_happened_once_within_a_time_says_so_in_its_date(shipped):
    for event in shipped.events:
        assert event.kind != "point" or event.date.precision is not Precision.INTERVAL, event.id
        open_ended = event.date.start_open or event.date.end_open
        assert not open_ended or event.date.precision is Precision.SET, event.id  # unknown, not open


def proses(dossier):
    """Every text of the dossier that may have links, by the address of its item."""
    for section in dossier.sections:
        for paragraph in section.paragraphs:
            yield section.ref, paragraph.text
    for item in dossier.items():
        for name in ("note", "text"):
            if getattr(item, name, None) is not None:
                yield item.ref, getattr(item, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_links_touch(shipped, language):
    for ref, prose in proses(shipped):
        for one, other in pairwise(prose.in_language(language)):
            assert one.ref is None or other.ref is None, (ref, one.text, other.text)


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("zh-Hant", "這一段是本卷宗的說明，不是報告的話。"),
        ("zh-Hans", "这一段是本卷宗的说明，不是报告的话。"),
        ("en", "This paragraph is the dossier’s own, not the report’s. "),
    ],
)
def test_what_the_report_does_not_say_is_told_as_the_dossiers_own(shipped, language, begins):
    own = shipped.sections[-1].paragraphs[-1].text.in_language(language)
    assert "".join(span.text for span in own).startswith(begins)
    linked = {span.ref.id for span in own if span.ref is not None}
    for metric in shipped.metrics:  # all that may be counted twice
        assert not metric.overlaps or {metric.id, *metric.overlaps} <= linked
    # No last day, no contracts, no results: the notes of the figures say so as well.
    for name in ("compact-term", "cooperation-intents", "luxshare-output", "chen-target"):
        assert name in linked
        assert shipped.metric(name).note is not None


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", "[Uu]nited-front|party (?:committee|secretary|organisation|and government)|electric vehicles"),
        ("zh-Hant", "周年|對象是|個崗位|[“”]"),
        ("zh-Hans", "[「」]"),
    ],
)
def test_one_term_for_one_thing(shipped, language, wrong):
    for ref, text in said(shipped, language):
        assert not re.search(wrong, text), (ref, text)


def test_what_is_counted_here_says_so(shipped):
    metric = shipped.metric("agreement-fields")
    listed = next(
        text
        for ref, text in said(shipped, "zh-Hant")
        if str(ref) == "section:two-hands" and "從此有了框架協議" in text
    )
    _, _, items = listed.rpartition("合作：")
    assert metric.quantity.value == len(re.split("、|，以及", items)) == 7
    assert "7" in "".join(span.text for span in metric.note.in_language("en"))
