"""Every kind of fault, seeded into a sound dossier, is found where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli

from sufu_tui.languages.catalogue import load
from sufu_tui.reading.findings import sentence
from sufu_tui.reading.loading import read

_DATA = Path(__file__).parent.parent / "data"
FAULTS: list[dict[str, Any]] = tomli.loads((_DATA / "broken" / "faults.toml").read_text(encoding="utf-8"))[
    "fault"
]


# What is no TOML or no array has no rows to look into; a faulty value has nothing to compare.
_HIDES_OTHERS = (
    "toml-syntax",
    "table-before-its-own",
    "not-an-array-of-tables",
    "qualifier-differs",
    "part-exceeds-whole",
)


def _name(fault: dict[str, Any]) -> str:
    return f"{fault['file']}-{fault['code']}-{fault['by'][:12]}"


def _seed(folder: Path, fault: dict[str, Any]) -> None:
    file = folder / f"{fault['file']}.toml"
    text = file.read_text(encoding="utf-8")
    assert fault["replace"] in text
    file.write_text(text.replace(fault["replace"], fault["by"], 1), encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_a_fault_is_reported_at_its_place(minimal_folder: Path, fault: dict[str, Any]) -> None:
    _seed(minimal_folder, fault)
    reading = read(minimal_folder)
    expected = (f"{fault['file']}.toml", fault["line"], fault["column"], fault["severity"], fault["code"])
    found = [(f.file.name, f.line, f.column, f.severity.value, f.code) for f in reading.findings]
    assert expected in found
    assert (reading.dossier is None) == any(entry[3] == "error" for entry in found)


def test_faults_in_different_lines_are_all_reported_in_one_run(minimal_folder: Path) -> None:
    seeded = []
    lines = set()
    for fault in FAULTS:
        line = (fault["file"], fault["line"])
        moves_lines = fault["replace"].count("\n") != fault["by"].count("\n")
        if line in lines or moves_lines or fault["code"] in _HIDES_OTHERS:
            continue
        text = (minimal_folder / f"{fault['file']}.toml").read_text(encoding="utf-8")
        before = text[: text.find(fault["replace"])]
        first = before.count("\n") + 1
        if fault["replace"] not in text or not first <= fault["line"] <= first + fault["replace"].count("\n"):
            continue
        lines.add(line)
        seeded.append(fault)
        _seed(minimal_folder, fault)
    assert len(seeded) > 30
    reading = read(minimal_folder)
    found = {(f.file.stem, f.line, f.column, f.code) for f in reading.findings}
    missed = [
        _name(fault)
        for fault in seeded
        if (fault["file"], fault["line"], fault["column"], fault["code"]) not in found
    ]
    assert missed == []


def test_findings_are_sorted_by_file_line_and_column(minimal_folder: Path) -> None:
    for fault in (FAULTS[-4], FAULTS[0], FAULTS[1], FAULTS[30]):
        _seed(minimal_folder, fault)
    places = [(f.file, f.line, f.column) for f in read(minimal_folder).findings]
    assert len(places) >= 4
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_every_finding_has_a_sentence(minimal_folder: Path, language: Any) -> None:
    words = load(language)
    originals = {file: file.read_bytes() for file in minimal_folder.iterdir()}
    for fault in FAULTS:
        for file, data in originals.items():
            file.write_bytes(data)
        _seed(minimal_folder, fault)
        for finding in read(minimal_folder).findings:
            text = sentence(finding, words)
            assert text.isprintable()
            assert "{" not in text.replace("{}", "").replace("{0}", "").replace("{ zh-", "").replace(
                "{ is", ""
            )


def test_a_suggestion_is_part_of_the_sentence(minimal_folder: Path) -> None:
    metrics = minimal_folder / "metrics.toml"
    metrics.write_text(
        metrics.read_text(encoding="utf-8").replace('area = "farming"', 'area = "farmin"', 1), "utf-8"
    )
    (finding,) = read(minimal_folder).findings
    assert sentence(finding, load("en")) == "There is no area “farmin”. Did you mean “farming”?"
    assert sentence(finding, load("zh-Hant")) == "沒有領域「farmin」。是不是要寫「farming」？"


def test_what_is_quoted_in_a_sentence_cannot_reach_the_terminal(minimal_folder: Path) -> None:
    dossier = minimal_folder / "dossier.toml"
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text(text + '\n["\\u001b[2J\\u202e\\n"]\nx = 1\n', encoding="utf-8")
    (finding,) = read(minimal_folder).findings
    assert finding.code == "unknown-key"
    assert "<U+001B>[2J<U+202E><U+000A>" in sentence(finding, load("en"))


def test_a_second_use_of_an_id_names_the_line_of_the_first(minimal_folder: Path) -> None:
    timeline = minimal_folder / "timeline.toml"
    timeline.write_text(timeline.read_text(encoding="utf-8").replace("partnership", "plan-issued"), "utf-8")
    (finding,) = read(minimal_folder).findings
    assert (finding.code, finding.line, finding.values["line"]) == ("duplicate-id", 16, "3")


def test_a_broken_file_does_not_drown_the_others(minimal_folder: Path) -> None:
    (minimal_folder / "metrics.toml").write_text("[[metric]\n", encoding="utf-8")
    (minimal_folder / "dossier.toml").write_text("format = 1\nid = \n", encoding="utf-8")
    entities = minimal_folder / "entities.toml"
    entities.write_text(
        entities.read_text(encoding="utf-8").replace("section:harvest", "section:rest"), "utf-8"
    )
    found = [(f.file.name, f.line, f.column, f.code) for f in read(minimal_folder).findings]
    assert found == [
        ("dossier.toml", 2, 6, "toml-syntax"),
        ("entities.toml", 11, 11, "unknown-section"),
        ("metrics.toml", 1, 9, "toml-syntax"),
    ]


def test_a_missing_file_is_one_finding(minimal_folder: Path) -> None:
    (minimal_folder / "entities.toml").unlink()
    (finding,) = read(minimal_folder).findings
    assert (finding.file.name, finding.line, finding.column) == ("entities.toml", 1, 1)
    assert finding.code == "missing-file"


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("x = " + "9" * 5000, "toml-long-number", (46, 5)),
        ("x = " + "[" * 5000, "toml-too-deep", (46, 65)),
        ("x = " + "{ a = " * 5000, "toml-too-deep", (46, 365)),
    ],
)
def test_monstrous_toml_is_a_finding(
    minimal_folder: Path, line: str, code: str, place: tuple[int, int]
) -> None:
    with (minimal_folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + line + "\n")
    (finding,) = read(minimal_folder).findings
    assert finding.code == code
    assert (finding.line, finding.column) == place


def test_circles_of_formulas_are_reported_once_each(minimal_folder: Path) -> None:
    head = 'label = { zh-Hant = "甲", en = "A" }\narea = "policy"\nsection = "opening"\nunit = "visit"\n'
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        for name, formula in (
            ("a", "b + c"),
            ("b", "a"),
            ("c", "c"),
            ("d", "a + visits"),
            ("e", "visits * 2"),
        ):
            file.write(f'[[metric]]\nid = "{name}"\n{head}source = "release#02"\nformula = "{formula}"\n')
    findings = read(minimal_folder).findings
    assert [finding.values["circle"] for finding in findings] == ["a > b > a", "c > c"]


def test_formulas_cannot_grow_without_end(minimal_folder: Path) -> None:
    head = 'label = { zh-Hant = "甲", en = "A" }\narea = "policy"\nsection = "opening"\nunit = "visit"\n'
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        before = "farm-sales"
        for number in range(200):
            file.write(f'[[metric]]\nid = "m{number}"\n{head}source = "release#02"\n')
            file.write(f'formula = "{before} * {before}"\n')
            before = f"m{number}"
    (finding,) = read(minimal_folder).findings
    assert finding.code == "number-out-of-range"


def test_a_link_that_is_unknown_and_unclean(minimal_folder: Path) -> None:
    timeline = minimal_folder / "timeline.toml"
    text = timeline.read_text(encoding="utf-8").replace('"metric:visits", ', '"metric:vi\\u200Bsit", ')
    timeline.write_text(text, encoding="utf-8")
    found = [(f.line, f.code) for f in read(minimal_folder).findings]
    assert found == [(12, "unknown-metric"), (12, "zero-width-character")]


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
@pytest.mark.parametrize("following", ["", '\n[[metric]]\nid = "a"\n', "\n[[metric]]\n" * 9_000])
def test_a_table_above_all_that_it_could_be_of_is_told_as_such(
    minimal_folder: Path, language: Any, following: str
) -> None:
    metrics = minimal_folder / "metrics.toml"
    metrics.write_text(f"\n[[metric.observation]]\nvalue = 1\n{following}", encoding="utf-8")
    found = [one for one in read(minimal_folder).findings if one.file == metrics]
    assert [(one.code, one.line, one.column) for one in found] == [("table-before-its-own", 2, 1)]
    text = sentence(found[0], load(language))
    assert text.index("[[metric.observation]]") < text.index("[[metric]]")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[metric]\nid = "a"\n[[metric.observation]]\nvalue = 1\n', "not-an-array-of-tables"),
        ("[metric]\n", "not-an-array-of-tables"),
        ("metric = 1\n[[metric]]\n", "toml-syntax"),
        ("[[metric]]\n[[metric.observation]]\n[metric.observation]\n", "toml-syntax"),
    ],
)
def test_other_tables_that_are_not_several_are_told_as_before(
    minimal_folder: Path, text: str, code: str
) -> None:
    (minimal_folder / "metrics.toml").write_text(text, encoding="utf-8")
    assert code in [one.code for one in read(minimal_folder).findings]
