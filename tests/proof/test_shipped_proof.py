"""The shipped dossier against the report that it retells: all borne out, and sixty seeded faults caught."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
import tomli

from sufu_tui.proof.claims import Verdict
from sufu_tui.proof.proof import prove
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

_FAULTS = tomli.loads(
    (Path(__file__).parents[1] / "data" / "shipped_faults.toml").read_text(encoding="utf-8")
)["fault"]


def test_every_claim_of_the_shipped_dossier_is_borne_out_without_a_doubt(shipped, report):
    proof = prove(shipped, report)
    assert [(claim.ref, claim.verdict, claim.hint) for claim in proof.wrong] == []
    doubts = [claim.ref for claim in proof.claims if claim.hint and claim.hint.code != "derived"]
    assert doubts == []
    assert set(Counter(claim.verdict for claim in proof.claims)) == {
        Verdict.FOUND,
        Verdict.FOUND_AT,
        Verdict.NOT_CHECKED,
    }


def test_every_number_and_date_of_the_report_is_claimed_or_waived(shipped, report):
    proof = prove(shipped, report)
    assert [figure.text for figure in proof.unclaimed] == []
    assert proof.coverage.numbers > 100
    assert proof.unused_waivers == ()
    assert proof.text.is_the_one_read is True
    assert proof.is_sound


@pytest.mark.parametrize("newline", ["\r\n", "\n \n"])
def test_a_copy_with_other_line_ends_is_the_same_text(shipped, report, newline):
    proof = prove(shipped, report.replace("\n", newline))
    assert (proof.is_sound, proof.text.is_the_one_read) == (True, True)


def test_a_copy_in_full_width_is_the_same_text(shipped, report):
    wide = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
    lines = [line if "https" in line else line.translate(wide) for line in report.split("\n")]
    proof = prove(shipped, "\n".join(lines))
    assert (proof.is_sound, proof.text.is_the_one_read) == (True, True)


@pytest.mark.parametrize(
    "fault", _FAULTS, ids=lambda fault: f"{fault['file']}-{fault['kind']}-{fault['by'][-24:]}"
)
def test_a_seeded_fault_is_caught(report, tmp_path, fault):
    folder = Path(shutil.copytree(shipped_folder(), tmp_path / "copy"))
    file = folder / f"{fault['file']}.toml"
    text = file.read_text(encoding="utf-8")
    row = text.index(f'\nid = "{fault["id"]}"\n')
    begin = text.index(fault["replace"], row)
    assert "\n[[" not in text[row:begin], "the fault is of another item"
    file.write_text(text[:begin] + fault["by"] + text[begin + len(fault["replace"]) :], encoding="utf-8")
    reading = read(folder)
    assert reading.dossier is not None, reading.findings
    wrong = [claim.ref.id for claim in prove(reading.dossier, report).wrong]
    assert wrong == [fault["id"]]


def test_there_are_sixty_faults_of_every_kind():
    kinds = Counter(fault["kind"] for fault in _FAULTS)
    assert sum(kinds.values()) >= 60
    assert set(kinds) == {"digits", "unit", "qualifier", "part", "day", "name"}
    assert min(kinds.values()) >= 4


def test_the_report_is_proven_within_half_a_second(shipped, report):
    begun = time.process_time()
    prove(shipped, report)
    assert time.process_time() - begun < 0.5
