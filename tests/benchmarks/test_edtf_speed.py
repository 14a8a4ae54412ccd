"""EDTF strings per second, as a ratio to the `edtf` package on the same strings in the same run."""

import statistics
import time

import edtf as peer

from sufu_tui.dossier.edtf import parse

TEXTS = ("2021-12-08", "2022-12~", "2023-08-18/2023-08-19", "2021-12-08/..", "2023-XX", "-0477")


def seconds(read, rounds):
    """Return the median time of one pass over the texts."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        for text in TEXTS:
            read(text)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def test_edtf_strings_per_second(benchmark, effort, capsys):
    benchmark.group = "edtf"
    benchmark(lambda: [parse(text) for text in TEXTS])
    ours, theirs = seconds(parse, effort.rounds(200)), seconds(peer.parse_edtf, effort.rounds(5))
    benchmark.extra_info["ratio"] = theirs / ours
    with capsys.disabled():
        micros = ours / len(TEXTS) * 1e6
        print(
            f"\nEDTF: {micros:.1f} microseconds a string, {theirs / ours:.0f} times the edtf package's speed"
        )
    effort.hold("EDTF", ours, theirs / 100)
