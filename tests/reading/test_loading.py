"""From a folder to a dossier."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sufu_tui.dossier.model import Dossier, Ref, SourceRef, Span
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.languages.catalogue import load
from sufu_tui.reading.findings import Severity
from sufu_tui.reading.loading import UnreadableDossier, read
from sufu_tui.reading.shipped import shipped_folder


def test_the_minimal_dossier_is_sound(minimal_folder: Path) -> None:
    assert read(minimal_folder).findings == ()


def test_the_shipped_dossier_is_sound() -> None:
    assert read(shipped_folder()).findings == ()


def test_values_arrive_exactly(minimal: Dossier) -> None:
    sales = minimal.metric("farm-sales")
    assert sales.quantity == Quantity(Decimal(7_400_000_000), "CNY", Qualifier.OVER)
    assert sales.earlier[0].quantity == Quantity(Decimal(6_640_000_000), "CNY")
    assert str(sales.earlier[0].quantity.value) == "6640000000"
    assert sales.source == SourceRef("release", "02")
    assert [section.number for section in minimal.sections] == [1, 2]
    day = date(2021, 12, 8).toordinal()
    assert minimal.events[0].date.earliest == minimal.events[0].date.latest == day


def test_derived_metrics_are_computed_with_their_qualifier(minimal: Dossier) -> None:
    derived = minimal.metric("sales-per-visit")
    assert derived.derived
    assert derived.quantity == Quantity(Decimal(1_480_000_000), "CNY", Qualifier.OVER)
    assert derived.printed is None


def test_an_event_with_an_interval_is_a_span(minimal: Dossier) -> None:
    assert [event.kind for event in minimal.events] == ["point", "span"]
    assert [event.weight for event in minimal.events] == [9, 5]
    assert minimal.events[0].links == (Ref("metric", "visits"), Ref("entity", "liu-yujie"))


def test_prose_arrives_folded_and_linked(minimal: Dossier) -> None:
    text = minimal.sections[0].paragraphs[0].text
    assert text.in_language("zh-Hant") == (
        Span("兩市"),
        Span("互訪5次", Ref("metric", "visits")),
        Span("，見"),
        Span("方案", Ref("event", "plan-issued")),
        Span("。"),
    )
    assert "".join(span.text for span in text.in_language("en")) == (
        "The cities visited each other five times, see the plan."
    )


def test_byte_order_mark_and_crlf_are_welcome(minimal_folder: Path, minimal: Dossier) -> None:
    for file in minimal_folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    reading = read(minimal_folder)
    assert reading.findings == ()
    assert reading.dossier == minimal


def test_columns_count_characters_in_a_file_with_mark_and_crlf(minimal_folder: Path) -> None:
    file = minimal_folder / "timeline.toml"
    text = file.read_text(encoding="utf-8").replace('entity:liu-yujie)", en', 'entity:liu)", en')
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    finding = read(minimal_folder).findings[0]
    assert (finding.line, finding.column, finding.length) == (11, 27, len("entity:liu"))


def test_text_is_normalised_to_nfc(minimal_folder: Path) -> None:
    file = minimal_folder / "entities.toml"
    decomposed = unicodedata.normalize("NFD", "Liú Yùjié")
    file.write_text(file.read_text(encoding="utf-8").replace("Liu Yujie", decomposed), encoding="utf-8")
    dossier = read(minimal_folder).dossier
    assert dossier is not None
    assert dossier.entities[0].name.in_language("en") == "Liú Yùjié"


def test_a_warning_does_not_keep_the_dossier_from_being_shown(minimal_folder: Path) -> None:
    file = minimal_folder / "entities.toml"
    text = file.read_text(encoding="utf-8").replace("Mayor", "May\\u200Bor\\u00AD")
    file.write_text(text, encoding="utf-8")
    reading = read(minimal_folder)
    assert [(found.severity, found.code) for found in reading.findings] == [
        (Severity.WARNING, "zero-width-character"),
        (Severity.WARNING, "zero-width-character"),
    ]
    assert reading.errors == ()
    assert reading.dossier is not None
    role = reading.dossier.entities[0].role
    assert role is not None
    assert role.in_language("en") == "Mayor"


def _fails(folder: Path) -> UnreadableDossier:
    with pytest.raises(UnreadableDossier) as caught:
        read(folder)
    for language in ("zh-Hant", "zh-Hans", "en"):
        assert load(language)(f"error.{caught.value.code}", **caught.value.values).isprintable()
    return caught.value


def test_no_folder(tmp_path: Path) -> None:
    assert _fails(tmp_path / "nowhere").code == "no-folder"
    assert _fails(tmp_path / ("n" * 5000)).code == "unreadable"
    assert _fails(tmp_path / "a\0b").code in ("no-folder", "unreadable")


def test_not_a_folder(minimal_folder: Path) -> None:
    assert _fails(minimal_folder / "dossier.toml").code == "not-a-folder"


def test_no_dossier_file(tmp_path: Path) -> None:
    assert _fails(tmp_path).code == "no-dossier-file"


def test_a_folder_for_a_file(minimal_folder: Path) -> None:
    (minimal_folder / "metrics.toml").unlink()
    (minimal_folder / "metrics.toml").mkdir()
    assert _fails(minimal_folder).code == "not-a-file"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bad_utf8_is_a_finding_with_its_place_beside_those_of_other_files(
    minimal_folder: Path, mark: bytes
) -> None:
    (minimal_folder / "entities.toml").write_bytes(
        mark + "# 中\n# 好好".encode() + "州".encode("big5") + b"\n"
    )
    events = minimal_folder / "timeline.toml"
    events.write_text(events.read_text(encoding="utf-8").replace('date = "', 'date = "x', 1), "utf-8")
    result = read(minimal_folder)
    assert result.dossier is None
    bad = next(finding for finding in result.findings if finding.code == "not-utf8")
    assert (bad.file.name, bad.line, bad.column, bad.values["byte"]) == (
        "entities.toml",
        2,
        5,
        "0xA6",
    )
    assert any(finding.file.name == "timeline.toml" for finding in result.findings)


@pytest.mark.parametrize("version", ["2", "0", "-1", "9" * 100])
def test_an_unknown_format_is_refused(minimal_folder: Path, version: str) -> None:
    file = minimal_folder / "dossier.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("format = 1", f"format = {version}"), "utf-8")
    assert _fails(minimal_folder).code == "unsupported-format"


def test_a_huge_file_is_refused_unread(minimal_folder: Path) -> None:
    with (minimal_folder / "metrics.toml").open("r+b") as file:
        file.truncate(10**9)
    assert _fails(minimal_folder).code == "too-large"
