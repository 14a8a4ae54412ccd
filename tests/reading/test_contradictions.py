"""Contradictions that `check` tells, each at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.languages.catalogue import load
from sufu_tui.reading.findings import sentence
from sufu_tui.reading.loading import Reading, read
from sufu_tui.reading.shipped import shipped_folder

CODES = {"reckoning-differs", "part-exceeds-whole", "parts-exceed-whole", "observations-contradict"}


def figure(name: str, value: str, *more: str) -> str:
    """Return a metric of the minimal dossier as TOML; a `formula` in `more` takes the place of the value."""
    derived = any(line.startswith("formula") for line in more)
    lines = [
        "[[metric]]", f'id = "{name}"', 'label = { zh-Hant = "某", en = "some" }', 'area = "policy"',
        'section = "opening"', 'unit = "visit"', 'source = "release#opening"',
        *([] if derived else [f"value = {value}", f'printed = "{value}"']),
        *more,
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def observation(value: str, period: str) -> str:
    return (
        f'[[metric.observation]]\nvalue = {value}\nprinted = "{value}"\n'
        f'period = "{period}"\nsource = "release#02"\n'
    )


def checked(folder: Path, *figures: str) -> tuple[Reading, str]:
    """Return the reading of a dossier of `figures`, and the text of its file."""
    text = "\n".join(figures)
    (folder / "metrics.toml").write_text(text, encoding="utf-8")
    return read(folder), text


def told(reading: Reading, text: str) -> list[tuple[str, str]]:
    """Return the contradictions among the findings: their code, and the line at fault from its place on."""
    lines = text.split("\n")
    return [
        (found.code, lines[found.line - 1][found.column - 1 :])
        for found in reading.findings
        if found.code in CODES
    ]


@pytest.mark.parametrize(
    ("value", "expected"), [("12", []), ("13", [("reckoning-differs", '"a + b"')])], ids=["right", "wrong"]
)
def test_a_reckoning_that_cannot_give_the_value_is_told_at_its_place(minimal_folder, value, expected):
    sums = figure("all", value, 'reckoning = "a + b"')
    reading, text = checked(minimal_folder, sums, figure("a", "5"), figure("b", "7"))
    assert told(reading, text) == expected


def test_parts_that_are_too_much_together_are_told_at_the_whole(minimal_folder):
    part = 'part-of = ["all"]'
    reading, text = checked(
        minimal_folder, figure("all", "10"), figure("a", "6", part), figure("b", "6", part)
    )
    assert told(reading, text) == [("parts-exceed-whole", "10")]


def test_a_part_that_is_too_much_alone_is_told_at_the_part(minimal_folder):
    part = 'part-of = ["all"]'
    about = 'qualifier = "about"'
    reading, text = checked(
        minimal_folder, figure("all", "10"), figure("a", "30", part, about), figure("b", "6", part)
    )
    assert told(reading, text) == [("part-exceeds-whole", '"all"]')]


def test_what_may_be_so_within_its_rounding_is_no_contradiction(minimal_folder):
    part = 'part-of = ["all"]'
    about = 'qualifier = "about"'
    reading, text = checked(
        minimal_folder, figure("all", "10", about), figure("a", "6", part), figure("b", "6", part, about)
    )
    assert told(reading, text) == []


def test_observations_of_one_period_that_contradict_are_told_at_the_second(minimal_folder):
    reading, text = checked(
        minimal_folder,
        figure("a", "5", 'period = "2023"') + observation("5", "2023") + observation("6", "2023-01/2023-12"),
        figure("b", "5", 'period = "2023"') + observation("6", "2022"),
    )
    assert told(reading, text) == [("observations-contradict", "6")]


def test_a_contradiction_is_a_warning_and_the_dossier_can_be_read(minimal_folder):
    sums = figure("visits", "13", 'reckoning = "a + b"')
    sales = figure("farm-sales", "1") + figure("sales-per-visit", "1")
    reading, _ = checked(minimal_folder, sums, figure("a", "5"), figure("b", "7"), sales)
    assert reading.errors == ()
    assert reading.dossier is not None
    assert reading.dossier.metric("visits").derived is False


def test_contradictions_are_told_in_the_same_run_as_faults(minimal_folder):
    sums = figure("all", "13", 'reckoning = "a + b"')
    reading, text = checked(
        minimal_folder, sums, figure("a", "5"), figure("b", "7"), figure("c", "7").replace("policy", "polisy")
    )
    assert ("reckoning-differs", '"a + b"') in told(reading, text)
    assert "unknown-area" in {found.code for found in reading.findings}


@pytest.mark.parametrize(
    ("reckoning", "code"),
    [
        ("a + nowhere", "unknown-metric"),
        ("a + all", "circular-formula"),
        ("a / (b - b)", "division-by-zero"),
        ("a +", "bad-formula"),
        ("sum - a", None),
    ],
)
def test_a_reckoning_that_cannot_be_computed_is_told(minimal_folder, reckoning, code):
    reading, _ = checked(
        minimal_folder,
        figure("all", "5", f'reckoning = "{reckoning}"'),
        figure("a", "5"),
        figure("b", "7"),
        figure("sum", "", 'formula = "all + a"'),
    )
    codes = {found.code for found in reading.findings if found.file.name == "metrics.toml"}
    assert codes == ({code} if code else set())


def test_sums_that_contain_each_other_are_told(minimal_folder):
    reading, _ = checked(
        minimal_folder,
        figure("a", "5", 'reckoning = "b + c"'),
        figure("b", "5", 'reckoning = "a + c"'),
        figure("c", "0"),
    )
    assert [found.code for found in reading.findings if found.code == "circular-formula"] == [
        "circular-formula"
    ]


def test_a_derived_figure_has_no_reckoning_beside(minimal_folder):
    derived = figure("sum", "", 'formula = "a + a"', 'reckoning = "a + a"')
    reading, _ = checked(minimal_folder, figure("a", "5"), derived)
    assert "conflicting-key" in {found.code for found in reading.findings}


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_every_contradiction_has_a_sentence_that_names_both_sides(minimal_folder, language):
    part = 'part-of = ["all"]'
    reading, _ = checked(
        minimal_folder,
        figure("all", "10") + observation("5", "2022") + observation("6", "2022"),
        figure("a", "8", part),
        figure("b", "6", part),
        figure("c", "47", 'reckoning = "a / b * 3"'),
    )
    found = {one.code: sentence(one, load(language)) for one in reading.findings if one.code in CODES}
    assert found.keys() == CODES - {"part-exceeds-whole"}
    assert "14" in found["parts-exceed-whole"]
    assert "a, b" in found["parts-exceed-whole"]
    assert "5" in found["observations-contradict"]
    assert "6" in found["observations-contradict"]
    assert "47" in found["reckoning-differs"]


_LINES = st.sampled_from(
    [
        *('reckoning = "a + b"', 'reckoning = "c / a"', 'formula = "a - b"', 'formula = "c * c"'),
        *('part-of = ["a"]', 'part-of = ["a", "c"]', 'overlaps = ["b"]', 'tally = "visits"'),
        *('qualifier = "over"', 'qualifier = "about"', 'unit = "CNY"', 'period = "2023"'),
    ]
)


@given(
    rows=st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["0", "1", "9", "40"]), st.sets(_LINES)))
)
def test_whatever_figures_say_of_each_other_is_read_without_an_accident(tmp_path_factory, rows):
    """Circles, units that differ, ids taken twice: findings, and nothing worse."""
    folder = tmp_path_factory.mktemp("any")
    for file in (Path(__file__).parent.parent / "data" / "minimal").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    figures = []
    for name, value, lines in rows:
        keys = {line.split(" ")[0]: line for line in sorted(lines)}
        text = figure(name, value, *(line for key, line in keys.items() if key != "unit"))
        figures.append(text.replace('unit = "visit"', keys.get("unit", 'unit = "visit"')))
        if value == "9":
            figures.append(observation("5", "2023") + observation("7", "2023"))
    reading, _ = checked(folder, *figures)
    assert all(found.line > 0 for found in reading.findings)


def test_the_shipped_dossier_contradicts_itself_nowhere():
    assert [found for found in read(shipped_folder()).findings if found.code in CODES] == []


def test_who_only_shows_a_dossier_looks_for_errors_alone(minimal_folder):
    metrics = minimal_folder / "metrics.toml"
    text = re.sub(r'printed = ".*?"', 'printed = "many"', metrics.read_text(encoding="utf-8"), count=1)
    metrics.write_text(text, encoding="utf-8")
    shown, checked = read(minimal_folder, with_warnings=False), read(minimal_folder)
    assert checked.findings
    assert not checked.errors
    assert shown.findings == ()
    assert shown.dossier == checked.dossier is not None
