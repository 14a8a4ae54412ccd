"""The cover, key figures, quotations and glosses in a dossier's files, and what can be wrong with them."""

from __future__ import annotations

import pytest

from sufu_tui.reading.loading import read

COVER = """
[cover]
lead = { en = "Three sentences." }
figures = ["visits"]
"""
QUOTE = """
[[section.quote]]
text = { zh-Hant = "前所未有", en = "unprecedented" }
printed = "前所未有"
speaker = "wu-zixu"
"""


def with_cover(folder, text):
    """Add `text` to the keys of the dossier, before its first array of tables."""
    file = folder / "dossier.toml"
    head, mark, rest = file.read_text(encoding="utf-8").partition("[[source]]")
    file.write_text(f"{head}{text}\n{mark}{rest}", encoding="utf-8")


def with_quote(folder, text):
    file = folder / "narrative.toml"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def codes(folder):
    return {finding.code for finding in read(folder).findings}


def test_a_cover_is_read(minimal_folder, minimal):
    metric = minimal.metrics[0].id
    with_cover(minimal_folder, COVER.replace("visits", metric))
    dossier = read(minimal_folder).dossier
    assert dossier.cover.figures == (metric,)
    assert dossier.cover.lead.in_language("en") == "Three sentences."
    assert dossier.cover.strip is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[cover]\nfigures = ['no-such-figure']", "unknown-metric"),
        ("[cover]\nevents = ['no-such-event']", "unknown-event"),
        ("[cover]\nnames = ['no-such-name']", "unknown-entity"),
        ("[cover]\nstrip = 'never'", "bad-date"),
        ("[cover]\nheadline = 'x'", "unknown-key"),
        ("cover = 'all'", "wrong-type"),
        ("[[cover]]\nfigures = []", "wrong-type"),
    ],
)
def test_a_wrong_cover_is_reported(minimal_folder, text, code):
    with_cover(minimal_folder, text)
    assert code in codes(minimal_folder)


def test_a_quotation_follows_the_paragraph_that_names_its_speaker(shipped):
    for section in shipped.sections:
        for quote in section.quotes:
            assert 0 <= quote.after < len(section.paragraphs)
    said = {quote.speaker: quote for section in shipped.sections for quote in section.quotes}
    assert said["wang-junyi"].after == 0  # the first paragraph links him
    assert said["li-hu"].after == 5  # as the dossier says
    assert said["li-hu"].source == shipped.section("two-places").source


@pytest.mark.parametrize(
    ("line", "code"), [("speaker = 'nobody'", "unknown-entity"), ("after = 99", "no-such-paragraph")]
)
def test_a_wrong_quotation_is_reported(minimal_folder, minimal, line, code):
    speaker = f'speaker = "{minimal.entities[0].id}"'
    text = QUOTE.replace('speaker = "wu-zixu"', line if line.startswith("speaker") else f"{speaker}\n{line}")
    with_quote(minimal_folder, text)
    assert code in codes(minimal_folder)


def test_quotations_are_short_and_figures_are_the_reports_own(shipped):
    for section in shipped.sections:
        for quote in section.quotes:
            assert len(quote.printed) < 18
        for metric_id in section.figures or ():
            assert not shipped.metric(metric_id).derived
    assert not any(shipped.metric(one).derived for one in shipped.cover.figures)
    assert 6 <= len(shipped.cover.figures) <= 8


def test_the_prose_has_no_average_of_our_own(shipped):
    averages = {metric.id for metric in shipped.metrics if metric.formula and metric.formula.inputs}
    linked = {
        span.ref.id
        for section in shipped.sections
        for paragraph in section.paragraphs
        for spans in paragraph.text.versions.values()
        for span in spans
        if span.ref and span.ref.kind == "metric"
    }
    assert not averages & linked
