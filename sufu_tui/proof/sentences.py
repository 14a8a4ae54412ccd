"""Sentences of a proof in the reader's language: why a claim has its verdict, and what its text lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.proof.claims import Claim
    from sufu_tui.proof.coverage import Coverage
    from sufu_tui.proof.source_text import SourceText


def hint_text(claim: Claim, words: Catalogue) -> str:
    """Return why `claim` has its verdict, or what is doubtful in it; blank where nothing is to be said."""
    hint = claim.hint
    if claim.waiver is not None:
        return claim.waiver.reason.in_language(words.language)
    if hint is None:
        return ""
    meant = words(f"card.qualifier-{hint.meant}") if hint.code in ("qualified", "unqualified") else hint.meant
    text = harmless(hint.text)
    return words(f"verify.hint-{hint.code}", text=text, meant=meant, of=hint.of, place=claim.occurrence or 1)


def text_faults(text: SourceText, words: Catalogue) -> Iterator[str]:
    """Yield a sentence for all that is amiss with `text` as a whole."""
    if text.is_the_one_read is False:
        yield words("verify.another-text")
    elif text.is_the_one_read is None:
        yield words("verify.no-digest", digest=text.digest)
    if not text.parts_are_known:
        yield words("verify.no-beginnings")
    for fault in text.faults:
        yield words(f"verify.part-{fault.code}", part=fault.part, line=fault.line)


def coverage_text(coverage: Coverage, words: Catalogue) -> str:
    """Return how many of a text's figures are claimed, waived, and neither; the share is rounded down."""
    percent = int(coverage.share * 1000) / 10
    return words(
        "verify.coverage",
        number=coverage.numbers,
        count=coverage.claimed,
        named=coverage.waived,
        stale=coverage.unclaimed,
        percent=f"{percent:g}",
    )
