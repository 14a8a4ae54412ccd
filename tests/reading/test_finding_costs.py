"""Findings cost by their number: what is compared and searched is bounded."""

from __future__ import annotations

from pathlib import Path

from sufu_tui.reading.loading import read
from sufu_tui.reading.suggestions import Suggestions

_FIGURE = (
    '[[metric]]\nid = "m{n}"\nlabel = {{ zh-Hant = "甲", en = "A" }}\narea = "farming"\nsection = "harvest"\n'
    'value = {n}\nunit = "visit"\nprinted = "{n}次"\nsource = "release#02"\n'
)


class CountedWord(str):
    """A known word that counts how often it is folded to be compared."""

    compared = 0

    def __getitem__(self, key):
        CountedWord.compared += 1
        return str.__getitem__(self, key)


def test_suggestions_compare_no_more_than_their_bound() -> None:
    CountedWord.compared = 0
    known = [CountedWord(f"m{number}") for number in range(300)]
    suggestions = Suggestions(most=1000)
    found = [suggestions.near(f"mm{number}", known) for number in range(300)]
    assert [bool(near) for near in found[:4]] == [True, True, True, False]
    assert not any(found[3:])
    assert CountedWord.compared == suggestions.compared == 900


def test_few_wrong_words_have_all_their_suggestions() -> None:
    suggestions = Suggestions()
    known = [f"figure-{number}" for number in range(300)]
    assert all(suggestions.near(f"figur-{number}", known) for number in range(100))


def test_a_word_that_is_wrong_everywhere_is_compared_once() -> None:
    known = ["period", "printed"]
    suggestions = Suggestions(most=4)
    assert [suggestions.near("peroid", known) for _ in range(100)] == [{"near": "period"}] * 100
    assert suggestions.compared == 2
    assert suggestions.near("peroid", ["area"]) == {}  # of other words it is another question


def test_thousands_of_wrong_links_are_all_found_each_at_its_own_place(minimal_folder: Path) -> None:
    links = " ".join(f"[a](metric:q{number})" for number in range(3000))
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write(_FIGURE.format(n=1) + f'note = {{ zh-Hant = "{links}", en = "{links}" }}\n')
    findings = read(minimal_folder).findings
    assert len(findings) == 6000
    lines = (minimal_folder / "metrics.toml").read_text(encoding="utf-8").split("\n")
    assert len({finding.column for finding in findings}) == 6000
    for finding in findings:
        found = lines[finding.line - 1][finding.column - 1 : finding.column - 1 + finding.length]
        assert found == f"metric:{finding.values['text']}"


def test_the_same_wrong_link_is_found_at_each_of_its_places(minimal_folder: Path) -> None:
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write(
            _FIGURE.format(n=1)
            + 'note = { zh-Hant = "[a](metric:q)甲[b](metric:q)", en = "[a](metric:q) [b](metric:q)" }\n'
        )
    findings = read(minimal_folder).findings
    assert len({(finding.line, finding.column) for finding in findings}) == 4


def test_wrong_members_of_a_long_array_are_found_at_their_own_places(minimal_folder: Path) -> None:
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write(_FIGURE.format(n=1) + "overlaps = [" + ", ".join(f'"q{n}"' for n in range(2000)) + "]\n")
    findings = read(minimal_folder).findings
    assert len({finding.column for finding in findings}) == 2000
