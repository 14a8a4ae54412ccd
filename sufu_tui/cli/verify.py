"""`sufu-tui verify`: the dossier held against the text of its source."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, TextIO

from sufu_tui.cli.output_width import columns_of
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.proof.claims import Verdict
from sufu_tui.proof.normal_text import TextSpan
from sufu_tui.proof.proof import Proof, prove
from sufu_tui.proof.sentences import coverage_text, hint_text, text_faults
from sufu_tui.proof.whole_words import excerpt
from sufu_tui.reading.source_texts import SourceTextError, source_text
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.safe_characters import harmless
from sufu_tui.writing.formats import write_table
from sufu_tui.writing.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sufu_tui.cli.dossier_folder import DossierFolder
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.proof.claims import Claim
    from sufu_tui.proof.coverage import FigureCover
    from sufu_tui.typesetting.cells import Align
    from sufu_tui.writing.json_text import JsonValue

_COULD_NOT_RUN = 2
_AROUND = 8
"""Characters on either side of an unclaimed figure that tell where it is."""


def run(folder: DossierFolder, source: str, form: str, words: Catalogue) -> int:
    """Write the proof of the dossier against the file `source` as text or json; return the exit status.

    It is 0 where the text bears out every claim and nothing in it is unclaimed, 1 where not, 2 where
    dossier or text cannot be read.
    """
    dossier = open_dossier(folder, words)
    if dossier is None:
        return _COULD_NOT_RUN
    try:
        text = source_text(source)
    except SourceTextError as problem:
        print(problem.sentence(words), file=sys.stderr)
        return _COULD_NOT_RUN
    proof = prove(dossier, text)
    if form == "json":
        sys.stdout.write(json_text(proof_record(proof, words), "\n") + "\n")
    else:
        _Report(proof, words, sys.stdout).write()
    return 0 if proof.is_sound else 1


def proof_record(proof: Proof, words: Catalogue) -> JsonValue:
    """Return the proof as JSON has it, its sentences in the language of `words`."""
    coverage = proof.coverage
    return {
        "text": {
            "source": proof.text.source.id,
            "sha256": proof.text.digest,
            "is_the_one_read": proof.text.is_the_one_read,
            "faults": list(text_faults(proof.text, words)),
        },
        "claims": [_claim_record(claim, proof, words) for claim in proof.claims],
        "unclaimed": [_figure_record(figure, proof) for figure in proof.unclaimed],
        "waived": [
            {**_figure_record(figure, proof), "reason": figure.waiver.reason.in_language(words.language)}
            for figure in proof.figures
            if figure.waiver is not None
        ],
        "unused_waivers": [waiver.words for waiver in proof.unused_waivers],
        "coverage": {
            "numbers": coverage.numbers,
            "claimed": coverage.claimed,
            "waived": coverage.waived,
            "unclaimed": coverage.unclaimed,
        },
    }


def _claim_record(claim: Claim, proof: Proof, words: Catalogue) -> dict[str, JsonValue]:
    statement = claim.statement
    return {
        "ref": str(claim.ref),
        "field": statement.field,
        "printed": statement.printed,
        "part": statement.place.part,
        "verdict": claim.verdict.value,
        "occurrence": claim.occurrence,
        "of": claim.of,
        **_place_record(claim.span, proof),
        "hint": hint_text(claim, words) or None,
    }


def _figure_record(cover: FigureCover, proof: Proof) -> dict[str, JsonValue]:
    values = cover.figure.values
    return {
        "text": harmless(cover.text),
        "value": values[0] if values else cover.figure.date,
        "part": cover.part.name if cover.part else None,
        **_place_record(cover.span, proof),
    }


def _place_record(span: TextSpan | None, proof: Proof) -> dict[str, JsonValue]:
    if span is None:
        return {"line": None, "column": None}
    return dict(proof.text.position(span.start)._asdict())


class _Report:
    """Report of a proof as text for people."""

    def __init__(self, proof: Proof, words: Catalogue, out: TextIO) -> None:
        self._proof = proof
        self._words = words
        self._out = out
        self._room = columns_of(out)

    def write(self) -> None:
        """Write what is wrong or doubtful, what nothing claims, the number of each verdict, and a summary."""
        words, proof = self._words, self._proof
        for sentence in text_faults(proof.text, words):
            self._paragraph(harmless(sentence))
        told = [claim for claim in proof.claims if claim.is_wrong or self._is_doubtful(claim)]
        self._table(
            ("place", "verdict", "item", "printed", "part", "hint"),
            [self._claim_cells(claim) for claim in told],
        )
        self._table(
            ("place", "figure", "part", "around"), [self._figure_cells(one) for one in proof.unclaimed]
        )
        if proof.unused_waivers:
            listed = words("show.list-separator").join(waiver.words for waiver in proof.unused_waivers)
            self._paragraph(words("verify.unused-waivers", names=listed))
        counts = Counter(claim.verdict for claim in proof.claims)
        rows = [(words(f"verify.verdict-{one.value}"), f"{counts[one]:,}") for one in Verdict if counts[one]]
        self._table(("verdict", "claims"), rows, ("left", "right"))
        self._out.write(f"{coverage_text(proof.coverage, words)}\n")
        self._out.write(f"{words('verify.sound' if proof.is_sound else 'verify.unsound')}\n")

    def _is_doubtful(self, claim: Claim) -> bool:
        return claim.hint is not None and claim.hint.code in ("which", "short")

    def _claim_cells(self, claim: Claim) -> Sequence[str]:
        statement = claim.statement
        field = "" if statement.field == "printed" else f" {statement.field}"
        return (
            self._place(claim.span),
            self._words(f"verify.verdict-{claim.verdict.value}"),
            f"{claim.ref}{field}",
            statement.printed,
            statement.place.part,
            hint_text(claim, self._words),
        )

    def _figure_cells(self, cover: FigureCover) -> Sequence[str]:
        normal, figure = self._proof.text.normal.text, TextSpan(cover.figure.start, cover.figure.end)
        around = excerpt(normal, figure, TextSpan(0, len(normal)), _AROUND, _AROUND)
        return (
            self._place(cover.span),
            harmless(cover.text),
            cover.part.name if cover.part else "",
            harmless(" ".join(around.split())),
        )

    def _place(self, span: TextSpan | None) -> str:
        if span is None:
            return ""
        line, column = self._proof.text.position(span.start)
        return f"{line}:{column}"

    def _table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[Align] | None = None
    ) -> None:
        if rows:
            header = [self._words(f"verify.column-{column}") for column in columns]
            write_table(header, rows, aligns or ["left"] * len(columns), self._out, self._room)
            self._out.write("\n")

    def _paragraph(self, text: str) -> None:
        lines = [text] if self._room is None else wrap(text, self._room)
        self._out.write("\n".join(lines) + "\n\n")
