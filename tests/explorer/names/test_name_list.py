"""The names as a list: what the model of any list does, with the columns and groups of names."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from sufu_tui.dossier.entity_kinds import ENTITY_KINDS, OwnKind
from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.listing.clipboard import copy_offers
from sufu_tui.explorer.listing.settings import settings_from
from sufu_tui.explorer.listing.status import status_parts
from sufu_tui.explorer.listing.table.column_layout import lay_columns
from sufu_tui.explorer.listing.table.sheet import SECOND
from sufu_tui.explorer.names.listed_names import NAMES
from sufu_tui.explorer.names.name_columns import NAME_COLUMNS, NameSheet
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.collation import sort_key
from sufu_tui.query.filter import Filter
from sufu_tui.typesetting.cells import width
from tests.explorer.metrics.painting import header, painted
from tests.explorer.observing import metrics_model


def names_model(dossier, language="en", kept=None):
    return metrics_model(dossier, language, kind=NAMES, kept=kept)


@pytest.fixture
def odd(shipped):
    """Return a dossier with names of no cell, of very many, and of characters that are no letters."""
    texts = ("\u0301", "蘇" * 500, "[red]x[/", "e\u0301" * 60, "👩‍👩‍👧 " * 9)
    plain = shipped.entities[0]
    made = [
        plain._replace(id=f"odd-{number}", name=text, role=text, printed=one)
        for number, one in enumerate(texts)
        for text in [Localized({"zh-Hant": one, "zh-Hans": one, "en": one})]
    ]
    return replace(shipped, entities=tuple(made))


def listed(model):
    return [model.items[row].id for row in model.rows]


def test_all_names_are_listed_in_the_order_of_the_dossier(shipped):
    model = names_model(shipped)
    assert listed(model) == [entity.id for entity in shipped.entities]
    assert [part.text for part in status_parts(model, Filter())] == [f"{len(shipped.entities)} names"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_sort_as_readers_of_the_language_expect(shipped, language):
    model = names_model(shipped, language)
    model.sort("name")
    names = [model.items[row].name.in_language(language) for row in model.rows]
    assert names == sorted(names, key=lambda name: sort_key(name, language))
    model.state.set_language("zh-Hans" if language != "zh-Hans" else "zh-Hant")
    other = [model.items[row].name.in_language(model.state.language) for row in model.rows]
    assert other == sorted(other, key=lambda name: sort_key(name, model.state.language))


def test_names_sort_by_how_often_they_are_mentioned_and_by_kind(shipped):
    model, links = names_model(shipped), Backlinks(shipped)
    model.sort("mentions")
    model.sort("mentions")
    counts = [links.count(model.items[row]) for row in model.rows]
    assert counts == sorted(counts, reverse=True)
    model.sort("kind")
    kinds = [ENTITY_KINDS.index(model.items[row].kind) for row in model.rows]
    assert kinds == sorted(kinds)
    assert model.undo()
    assert [links.count(model.items[row]) for row in model.rows] == counts


def test_a_filter_narrows_undo_brings_back(shipped):
    model = names_model(shipped)
    model.state.set_filter(Filter.parse("kind:person role:市長"))
    assert listed(model) == ["liu-yujie", "wu-qingwen"]
    model.end_typing()
    model.state.set_filter(Filter.parse("kind:metric"))
    assert listed(model) == []
    assert model.undo()
    assert listed(model) == ["liu-yujie", "wu-qingwen"]


def test_groups_by_kind_then_by_section_then_none(shipped):
    model = names_model(shipped)
    model.group()
    counts = Counter(entity.kind for entity in shipped.entities)
    assert [group.key for group in model.groups.groups] == [kind for kind in ENTITY_KINDS if counts[kind]]
    assert [len(group.rows) for group in model.groups.groups] == [
        counts[kind] for kind in ENTITY_KINDS if counts[kind]
    ]
    assert model.groups.headings[0] == f"▾ person · {counts['person']} names"
    model.fold()
    assert model.groups.headings[0].startswith("▸")
    model.group()
    assert [group.key for group in model.groups.groups] == [section.id for section in shipped.sections]
    model.group()
    assert not model.groups.groups


def test_a_dossier_has_kinds_of_its_own(shipped):
    label = Localized({"zh-Hant": "船隻", "zh-Hans": "船只", "en": "ship"})
    term = Localized({"zh-Hant": "行話", "zh-Hans": "行话", "en": "jargon"})
    ship = shipped.entities[0]._replace(id="galley", kind="ship")
    dossier = replace(
        shipped,
        entities=(*shipped.entities, ship),
        own_kinds=(OwnKind("ship", label), OwnKind("term", term)),
    )
    model = names_model(dossier)
    model.group()
    assert model.groups.headings[-1] == "▾ ship · 1 name"
    assert any(heading.startswith("▾ jargon · ") for heading in model.groups.headings)
    model.state.set_filter(Filter.parse("kind:ship", ["ship"]))
    assert listed(model) == ["galley"]


def test_what_is_current_is_followed_and_revealed(shipped):
    model = names_model(shipped)
    model.state.set_current(Ref("entity", "chen-yuan"))
    assert model.items[model.cursor.row].id == "chen-yuan"
    model.state.set_current(Ref("metric", "chen-years"))
    assert model.items[model.cursor.row].id == "chen-yuan"
    model.state.set_filter(Filter.parse("kind:place"))
    assert model.reveal(Ref("entity", "wu-zixu"))
    assert not model.state.filter
    assert model.items[model.cursor.row].id == "wu-zixu"
    assert not model.reveal(Ref("metric", "chen-years"))


def test_marks_stay_with_their_names_when_the_whole_dossier_is_there(shipped):
    model = names_model(replace(shipped, entities=shipped.entities[5:9]))
    model.mark()
    marked = model.items[0].id
    model.state.replace_dossier(shipped)
    model.take_dossier()
    assert [model.items[row].id for row in model.marked_rows()] == [marked]


def test_settings_are_kept_apart_from_those_of_the_metrics(shipped):
    model = names_model(shipped)
    model.sort("mentions")
    model.group()
    kept = json.loads(json.dumps(model.state.plain_settings()))
    assert set(kept) == {"names"}
    assert settings_from(kept["names"], NAMES.possible) == model.settings
    again = names_model(shipped, kept=kept)
    assert again.settings == model.settings
    assert listed(again) == listed(model)
    assert names_model(shipped, kept={"names": {"grouping": "unit", "columns": ["value"]}}).settings == (
        names_model(shipped).settings
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [40, 59, 77, 79, 101, 137, 199])
def test_every_line_is_as_wide_as_the_table(shipped, odd, language, cells):
    for dossier in (shipped, odd):
        model = names_model(dossier, language)
        for change in (lambda: None, model.group, model.mark_all):
            change()
            assert width(header(model, cells, "name")) == cells + 1
            for line in painted(model, cells, "name"):
                assert width(line) == cells + 1


def test_kind_and_role_stand_beside_the_name_where_eighty_columns_have_room(shipped):
    for language in LANGUAGES:
        sheet = names_model(shipped, language).sheet
        shown = [place.column.id for place in lay_columns(sheet, 79).places]
        assert shown[:3] == ["name", "kind", "role"]
        wide = [place.column.id for place in lay_columns(sheet, 141).places]
        assert wide == ["name", "kind", "role", "section", "mentions"]


def test_every_column_says_something_of_every_name(shipped):
    sheet = names_model(shipped).sheet
    assert isinstance(sheet, NameSheet)
    for row, entity in enumerate(shipped.entities):
        for column in NAME_COLUMNS.values():
            empty = column.id == SECOND or (column.id == "role" and entity.role is None)
            assert sheet.cell(row, column).text or empty


def test_a_row_is_copied_as_a_table(shipped):
    model = names_model(shipped)
    columns = lay_columns(model.sheet, 199).columns
    row = list(copy_offers(model, columns, "name"))[2].make().splitlines()
    assert row[0].startswith("| Name | Kind |")
    assert "Xi Jinping" in row[2]
