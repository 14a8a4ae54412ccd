"""Whatever leaves with a citation leaves with the address of its own source, and of no other."""

from __future__ import annotations

import io

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.citing import sources_of
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.web_address import uri_of
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.citations import citation_text, source_text
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.writing.formats import markdown_note
from sufu_tui.writing.icalendar import write_calendar
from sufu_tui.writing.records import ItemRecords
from sufu_tui.writing.text_tables import source_notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_has_the_address_of_its_source(several, language):
    words = load(language)
    records = ItemRecords(several, words, DossierIndexes(several, language))
    made = [
        *((one, records.section(one)) for one in several.sections),
        *((one, records.metric(one)) for one in several.metrics),
        *((one, records.event(one)) for one in several.events),
    ]
    for item, record in made:
        assert record["url"] == several.source(item.source.source).url
        assert record["citation"] == citation_text(item.source, several, words)
        for observation in record.get("observations", ()):
            assert observation["url"] == several.source(observation["source"].partition("#")[0]).url


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_of_a_calendar_has_it_in_its_description_as_well(several, language):
    words, out = load(language), io.StringIO(newline="")
    write_calendar(several.events, several, words, out)
    events = {event.id: event for event in several.events}
    written = icalendar.Calendar.from_ical(out.getvalue()).walk("VEVENT")
    assert written
    for one in written:
        place = events[str(one["UID"]).partition("@")[0]].source
        url = several.source(place.source).url
        lines = str(one["DESCRIPTION"]).split("\n")
        cited = lines.index(citation_text(place, several, words))
        assert lines[cited + 1 :] == ([url] if url else [])
        assert one.get("URL") == (uri_of(url) if url else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_a_table_each_source_stands_once_with_its_address(several, language):
    words = load(language)

    @given(st.lists(st.sampled_from([*several.sections, *several.metrics, *several.events]), max_size=4))
    def hold(items):
        notes = list(source_notes(items, several, words))
        cited = sources_of(items, several)
        assert [note.url for note in notes] == [source.url for source in cited]
        for note, source in zip(notes, cited, strict=True):
            assert source_text(source, words) in note.text
            assert markdown_note(note).endswith(f" <{source.url}>") is (source.url is not None)

    hold()
