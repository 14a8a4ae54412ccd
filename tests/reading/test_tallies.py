"""What may be added up, as it is read; faults of one place are among those in `tests/data/broken`."""

from __future__ import annotations

from pathlib import Path

from sufu_tui.reading.loading import read


def _with(folder: Path, **relations: str) -> list[tuple[str, str]]:
    """Give metrics their relations; return codes and values of what is found."""
    file = folder / "metrics.toml"
    text = file.read_text(encoding="utf-8")
    for name, relation in relations.items():
        metric_id = name.replace("_", "-")
        text = text.replace(f'id = "{metric_id}"\n', f'id = "{metric_id}"\n{relation}\n', 1)
    file.write_text(text, encoding="utf-8")
    return [(found.code, found.values.get("circle", "")) for found in read(folder).findings]


def test_relations_are_read(minimal_folder: Path) -> None:
    faults = _with(minimal_folder, sales_per_visit='part-of = ["farm-sales"]', visits='tally = "visits"')
    assert faults == []
    dossier = read(minimal_folder).dossier
    assert dossier is not None
    assert dossier.metric("sales-per-visit").part_of == ("farm-sales",)
    assert dossier.metric("visits").tally == "visits"
    assert dossier.tally("visits").unit == "visit"
    assert dossier.metric("farm-sales").overlaps == ()


def test_a_circle_of_several_is_reported_once(minimal_folder: Path) -> None:
    found = _with(
        minimal_folder,
        farm_sales='part-of = ["sales-per-visit"]',
        sales_per_visit='part-of = ["farm-sales"]',
    )
    assert ("circular-part", "farm-sales > sales-per-visit > farm-sales") in found
    assert [code for code, _ in found].count("circular-part") == 1


def test_a_sum_is_no_part_of_what_it_adds_up(minimal_folder: Path) -> None:
    file = minimal_folder / "metrics.toml"
    text = file.read_text(encoding="utf-8").replace("farm-sales / visits", "farm-sales + 5")
    file.write_text(text, encoding="utf-8")
    found = _with(minimal_folder, sales_per_visit='part-of = ["farm-sales"]')
    assert ("circular-part", "sales-per-visit > farm-sales > sales-per-visit") in found
