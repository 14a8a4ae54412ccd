"""A proof: of the shipped size within half a second, of a megabyte of text within three."""

import time
from pathlib import Path

import pytest

from sufu_tui.proof.proof import prove
from sufu_tui.reading.loading import read

TRAPS = Path(__file__).parents[1] / "data" / "traps"


@pytest.mark.parametrize(("size", "limit"), [(12_000, 0.5), (1_000_000, 3.0)])
def test_a_text_is_proven(benchmark, effort, capsys, size, limit):
    benchmark.group = "verify"
    dossier = read(TRAPS).dossier
    text = (TRAPS / "source.txt").read_text(encoding="utf-8")
    text += (
        "河水向東，山路向西，果子年年成熟，來往的人越來越多。\n\n" * 30
    )  # some ten figures a kilobyte, as in a report
    text *= effort.rounds(size // len(text.encode("utf-8")) + 1)
    begin = time.process_time()
    benchmark.pedantic(prove, (dossier, text), rounds=1)
    seconds = time.process_time() - begin
    with capsys.disabled():
        print(f"\nverify of {len(text.encode('utf-8')) / 1000:.0f} kB: {seconds:.2f} s")
    effort.hold("verify", seconds, limit)
