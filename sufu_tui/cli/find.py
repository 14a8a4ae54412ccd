"""`sufu-tui find`: what the explorer's search finds, the likeliest first, for pipes and scripts."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.output_width import columns_of
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.grammar import fault_text
from sufu_tui.query.kind_names import kinds_named
from sufu_tui.search.hits import SearchHit, SearchHits, Tier
from sufu_tui.search.index import SearchIndex
from sufu_tui.search.lines import hit_excerpt, hit_parts
from sufu_tui.search.parsed_query import KIND_NAMES
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.excerpts import clipped_parts
from sufu_tui.typesetting.safe_characters import harmless
from sufu_tui.writing.formats import write_json
from sufu_tui.writing.records import Record

_COULD_NOT_RUN = 2


@dataclass(frozen=True, slots=True)
class FindRequest:
    """Request for what a query finds, perhaps of one kind only."""

    query: str
    kind: str = ""
    format: str = "text"


def run(folder: DossierFolder, request: FindRequest, words: Catalogue) -> int:
    """Write what is found; return the exit status, which is that of a fault where a filter's term is none."""
    dossier = open_dossier(folder, words)
    if dossier is None:
        return _COULD_NOT_RUN
    own_kinds = [kind.id for kind in dossier.own_kinds]
    if request.kind and not kinds_named(request.kind, own_kinds):
        known = words("show.list-separator").join(dict.fromkeys((*KIND_NAMES, *own_kinds)))
        print(words("find.unknown-kind", kind=harmless(request.kind), known=known), file=sys.stderr)
        return _COULD_NOT_RUN
    query = f"kind:{request.kind} {request.query}" if request.kind else request.query
    hits = SearchIndex(dossier).search(query, words.language)
    if hits.fault is not None:
        print(harmless(fault_text(hits.fault, words)), file=sys.stderr)
        return _COULD_NOT_RUN
    if request.format == "json":
        write_json((_record(hit, dossier, words) for hit in hits), sys.stdout)
    else:
        _write(hits, harmless(request.query), dossier, words)
    return 0


def _record(hit: SearchHit, dossier: Dossier, words: Catalogue) -> Record:
    return {
        "ref": hit.place.ref,
        "kind": hit.kind,
        "title": hit.title,
        "excerpt": hit_excerpt(hit, dossier, words),
        "section": hit.place.section,
    }


def _write(hits: SearchHits, query: str, dossier: Dossier, words: Catalogue) -> None:
    """Write the hits in groups, a line each, with the address of each; what is not what was asked, first."""
    room = columns_of(sys.stdout)
    if not hits:
        print(words("search.none", query=query))
        return
    if hits.meant:
        print(words("search.meant", query=query, meant=hits.meant_as_written) + "\n")
    elif hits.is_partial:
        print(words("search.count-partial", number=len(hits)) + "\n")
    tier: Tier | None = None
    counts = dict(hits.groups)
    for hit in hits:
        if hit.tier is not tier:
            print(("" if tier is None else "\n") + words(f"search.{hit.tier.key}", number=counts[hit.tier]))
            tier = hit.tier
        tag = f"  {hit.place.ref}  "
        parts = hit_parts(hit, dossier, words)
        shown = parts if room is None else clipped_parts(parts, max(20, room - width(tag)))
        print(tag + "".join(text for text, _ in shown))
