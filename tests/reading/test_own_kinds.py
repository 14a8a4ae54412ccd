"""Kinds of entities that a dossier declares itself, and explanations that are not the report's."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.dossier.entity_kinds import all_kinds
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.reading.loading import read

_SHIP = """
[[kind]]
id = "ship"
label = { zh-Hant = "船隻", en = "ship" }

[[kind]]
id = "person"
label = { zh-Hant = "人", en = "human" }
"""


def test_a_kind_of_its_own_goes_after_the_usual_ones_and_may_rename_one(minimal_folder: Path) -> None:
    add(minimal_folder / "dossier.toml", _SHIP)
    change(minimal_folder / "entities.toml", 'kind = "person"', 'kind = "ship"')
    dossier = read(minimal_folder).dossier
    assert dossier is not None
    assert dossier.entities[0].kind == "ship"
    assert all_kinds(dossier.own_kinds)[-1] == "ship"
    assert len(all_kinds(dossier.own_kinds)) == len(set(all_kinds(dossier.own_kinds)))
    words = load("en")
    assert [entity_kind_text(kind, dossier, words) for kind in ("ship", "person", "term")] == [
        "ship",
        "human",
        "term",
    ]


@pytest.mark.parametrize(("kind", "hint"), [("ships", "ship"), ("persn", "person"), ("qqqq", None)])
def test_an_unknown_kind_is_told_with_the_nearest_one(
    minimal_folder: Path, kind: str, hint: str | None
) -> None:
    add(minimal_folder / "dossier.toml", _SHIP)
    change(minimal_folder / "entities.toml", 'kind = "person"', f'kind = "{kind}"')
    (finding,) = read(minimal_folder).errors
    assert finding.code == "unknown-kind"
    assert finding.values.get("near") == hint


def test_a_gloss_is_read_in_every_language_that_there_is(minimal_folder: Path) -> None:
    add(minimal_folder / "entities.toml", 'gloss = { zh-Hant = "解釋。", en = "Explained." }\n')
    dossier = read(minimal_folder).dossier
    assert dossier is not None
    entity = dossier.item(Ref("entity", "liu-yujie"))
    assert entity.gloss.versions == {"zh-Hant": "解釋。", "en": "Explained."}


def test_the_shipped_explanations_are_in_all_languages(shipped) -> None:
    glosses = [entity.gloss for entity in shipped.entities if entity.gloss is not None]
    assert glosses
    assert all(set(gloss.versions) == set(LANGUAGES) for gloss in glosses)


def add(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{text}", encoding="utf-8")


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
