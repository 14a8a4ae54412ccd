"""`verify`: the proof as text and JSON, and a sentence for every file that is no text."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from sufu_tui.reading.source_texts import MOST_BYTES

TRAPS = Path(__file__).parents[1] / "data" / "traps"
SOURCE = TRAPS / "source.txt"


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(TRAPS, tmp_path / "traps"))


def replaced(file: Path, old: str, new: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_all_well_is_a_summary_and_status_0(run):
    outcome = run("verify", TRAPS, "--source", SOURCE, "--lang", "en")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.endswith(
        "38 numbers and dates in the text: 25 claimed, 13 waived, 0 unclaimed; 100% accounted for.\n"
        "Everything is borne out by the text.\n"
    )


def test_what_is_wrong_is_in_the_table_with_its_place_and_status_1(run, copy):
    replaced(copy / "timeline.toml", 'printed = "2022年年底"', 'printed = "2021年年底"')
    outcome = run("verify", copy, "--source", SOURCE, "--lang", "en")
    assert outcome.status == 1
    lines = [line.split() for line in outcome.out.splitlines()]
    assert [
        "23:15",
        "reads",
        "otherwise",
        "event:road-open",
        "2021年年底",
        "road",
        "“2022年年底”",
        "stands",
        "there",
    ] in lines
    assert any(line[:3] == ["23:15", "2022年年底", "road"] for line in lines)


@pytest.mark.parametrize(
    ("language", "said"), [("zh-Hant", "有與原文不符之處。"), ("zh-Hans", "有与原文不符之处。")]
)
def test_it_speaks_chinese(run, copy, language, said):
    replaced(copy / "metrics.toml", 'printed = "8家"', 'printed = "8間"')
    outcome = run("verify", copy, "--source", SOURCE, "--lang", language)
    assert outcome.out.endswith(f"{said}\n")


def test_json_has_what_scripts_rely_on(run, copy):
    replaced(copy / "metrics.toml", 'printed = "8家"', 'printed = "8間"')
    outcome = run("verify", copy, "--source", SOURCE, "--format", "json")
    proof = json.loads(outcome.out)
    assert outcome.status == 1
    assert proof["text"]["is_the_one_read"] is True
    assert len(proof["text"]["sha256"]) == 64
    wrong = [claim for claim in proof["claims"] if claim["verdict"] not in {"found", "found-at"}]
    assert [claim.pop("hint") is not None for claim in wrong] == [True]
    assert wrong == [
        {
            "ref": "metric:shops", "field": "printed", "printed": "8間", "part": "fruit",
            "verdict": "reads-otherwise", "occurrence": None, "of": 0, "line": 16, "column": 10,
        }
    ]  # fmt: skip
    assert proof["unclaimed"] == [{"text": "8家", "value": 8, "part": "fruit", "line": 16, "column": 10}]
    assert proof["coverage"] == {"numbers": 38, "claimed": 24, "waived": 13, "unclaimed": 1}
    assert {"text", "value", "part", "line", "column", "reason"} == set(proof["waived"][0])
    date = next(claim for claim in proof["claims"] if claim["ref"] == "event:road-begun")
    assert (date["occurrence"], date["of"], date["line"], date["column"]) == (1, 1, 23, 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("第一部分".encode("big5"), "is not UTF-8 in line 1"),
        ("好\n".encode() + b"\xff", "is not UTF-8 in line 2"),
        ("第一部分".encode("utf-16"), "UTF-16"),
        (b"a\0b", "bytes of zero"),
        (b"<!DOCTYPE html><p>5", "is HTML"),
        (b"x <p>a</p> <p>b</p> <div>c</div>", "is HTML"),
    ],
)
def test_what_is_no_plain_text_is_refused_with_a_sentence(run, tmp_path, data, said):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    outcome = run("verify", TRAPS, "--source", file, "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_what_is_no_file_is_refused_with_a_sentence(run, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    large = tmp_path / "large"
    with large.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    for name, said in (
        (".", "is a folder"),
        ("pipe", "to its end"),
        ("large", "larger than 8 MB"),
        ("no", "no file"),
    ):
        outcome = run("verify", TRAPS, "--source", tmp_path / name, "--lang", "en")
        assert (outcome.status, outcome.out, said in outcome.err) == (2, "", True), outcome.err


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", " "),
        lambda text: "別的報告，共5次。",
        lambda text: text.translate({ord("鎮"): "镇", ord("億"): "亿"}),
    ],
)
def test_another_text_has_a_verdict_for_everything_and_no_traceback(run, tmp_path, change):
    file = tmp_path / "other.txt"
    file.write_text(change(SOURCE.read_text(encoding="utf-8")), encoding="utf-8")
    outcome = run("verify", TRAPS, "--source", file, "--lang", "en")
    assert (outcome.status, outcome.err) == (1, "")
    assert "This is not the text" in outcome.out or change("a\nb") == "a b"


def test_a_text_in_full_width_and_broken_figures_is_as_good(run, tmp_path):
    file = tmp_path / "wide.txt"
    text = (
        SOURCE.read_text(encoding="utf-8").replace("90次", "９\n０ 次").replace("5000萬元", "５０００ 萬\n元")
    )
    file.write_text(text, encoding="utf-8")
    assert run("verify", TRAPS, "--source", file).status == 0


@pytest.mark.parametrize("arguments", [("verify",), ("verify", str(TRAPS), "--lang", "en")])
def test_without_a_source_the_option_is_named(run, arguments):
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--source" in outcome.err


def test_a_dossier_with_errors_is_not_verified(run, copy):
    replaced(copy / "metrics.toml", "value = 13\n", "value = 14\n")
    outcome = run("verify", copy, "--source", SOURCE, "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert "has errors" in outcome.err


def test_no_character_of_the_text_reaches_the_terminal_as_a_command(run, copy, tmp_path):
    file = tmp_path / "evil.txt"
    file.write_text(SOURCE.read_text(encoding="utf-8").replace("8家", "\x1b[2J77\u202e家"), encoding="utf-8")
    for form in ("text", "json"):
        out = run("verify", copy, "--source", file, "--format", form).out
        assert not {"\x1b", "\u202e"} & set(out)
