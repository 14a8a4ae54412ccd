"""Field tables of the dossier format: every file, table and key with its shape and its meaning.

Validation (`tables`), the JSON Schemas (`schema`) and the reference page (`reference`) all walk
these tables, so they cannot differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.reading.field_shapes import FORMAT, Alternative, Field, Shape, TableSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

_OCCURRENCE = Field(
    "occurrence",
    Shape.OCCURRENCE,
    "Which place of `printed` in the part is meant, from 1, where it stands there several times.",
)
_TRANSLATION = Field(
    "translation",
    Shape.LOCALIZED,
    "The printed words in the languages of readers who cannot read them; left out, as far as it can be told.",
    partial=True,
)

_BEGINNING = TableSpec(
    "source.beginning",
    "How a part begins in the source's text, for `verify`. A part without it begins where the text does.",
    (
        Field("part", Shape.PART, "The part.", required=True),
        Field("line", Shape.TEXT, "Its first line, the whole of it; `*` stands for anything.", required=True),
    ),
)

_WAIVER = TableSpec(
    "source.waiver",
    "Words of the source whose numbers no item has to claim: an idiom, the number of a section.",
    (
        Field("words", Shape.TEXT, "The words, number included.", required=True),
        Field("reason", Shape.LOCALIZED, "Why nothing claims it.", required=True),
        Field("part", Shape.PART, "The only part in which they are waived; left out, everywhere."),
    ),
)

_SOURCE = TableSpec(
    "source",
    "A published document that the dossier reports on.",
    (
        Field("id", Shape.ID, 'Name of the source in `source = "ID#PART"`.', required=True),
        Field("title", Shape.LOCALIZED, "Title of the document.", required=True),
        Field("publisher", Shape.LOCALIZED, "Who published it.", required=True),
        Field("date", Shape.DATE, "When it was published.", required=True),
        Field("parts", Shape.PARTS, "The places in it that can be cited, in order.", required=True),
        Field("url", Shape.URL, "Where it can be read: an http or https address, without a password."),
        Field(
            "digest",
            Shape.DIGEST,
            "Digest of the text that was read, as `verify` tells it; it tells whether a text is that one.",
        ),
        Field(
            "text",
            Shape.FILE,
            "Its text, a file in this folder: plain text in UTF-8, shown beside the retelling.",
        ),
        Field("beginning", Shape.TABLES, "How its parts begin.", table=_BEGINNING),
        Field("waiver", Shape.TABLES, "What in it is left unclaimed.", table=_WAIVER),
    ),
)

_AREA = TableSpec(
    "area",
    "A field of cooperation. The order in the file is the order on the screen.",
    (
        Field("id", Shape.ID, 'Name of the area in `area = "ID"`.', required=True),
        Field("label", Shape.LOCALIZED, "Full name.", required=True),
        Field("short", Shape.LOCALIZED, "Name where room is short.", required=True, room=(8, 10)),
    ),
)

_UNIT = TableSpec(
    "unit",
    "A base unit. Only quantities of the same unit are ever compared or added.",
    (
        Field("id", Shape.UNIT_ID, "A singular English word, or an ISO 4217 code for money.", required=True),
        Field(
            "label",
            Shape.LOCALIZED,
            "Name of the unit as it stands after a number in full: 個方面, visits.",
            required=True,
        ),
        Field(
            "dimension",
            Shape.CHOICE,
            "What the unit measures.",
            required=True,
            choices=("money", "duration", "count"),
        ),
        Field("pattern", Shape.PATTERN, "How a quantity reads; `{}` is the number's place.", required=True),
        Field(
            "singular", Shape.PATTERN, "The pattern for exactly one, where a language has one.", partial=True
        ),
    ),
)

_TALLY = TableSpec(
    "tally",
    "What may be added up: the figures of one tally count the same kind of thing, each thing once.",
    (
        Field("id", Shape.ID, 'Name of the tally in `tally = "ID"`.', required=True),
        Field("label", Shape.LOCALIZED, "What is counted or measured, of all of them.", required=True),
        Field("unit", Shape.UNIT, "The unit of its figures.", required=True),
    ),
)

_COVER = TableSpec(
    "cover",
    "What stands before the first section. What is left out is chosen by weight.",
    (
        Field("lead", Shape.LOCALIZED, "What the report is about, in about three sentences."),
        Field("figures", Shape.METRICS, "The key figures, six to eight, in order."),
        Field("events", Shape.EVENTS, "The main events, for the strip of time."),
        Field("names", Shape.ENTITIES, "Who and what is told of most, in order."),
        Field("strip", Shape.DATE, "The interval of the strip of time; left out, that of its events."),
    ),
    place="table",
)

_KIND = TableSpec(
    "kind",
    "A kind of entity of the dossier's own, beside those that every dossier has: "
    f"{', '.join(f'`{kind}`' for kind in ENTITY_KINDS)}. With the id of one of these it renames that.",
    (
        Field("id", Shape.ID, 'Name of the kind in `kind = "ID"` of an entity.', required=True),
        Field("label", Shape.LOCALIZED, "Name of the kind.", required=True),
    ),
)

_PARAGRAPH = TableSpec(
    "section.paragraph",
    "A paragraph of the narrative.",
    (
        Field("heading", Shape.LOCALIZED, "Opens a topic within the section."),
        Field("text", Shape.PROSE, "The paragraph, retold, with links.", required=True),
    ),
)

_QUOTE = TableSpec(
    "section.quote",
    "Words that the report itself quotes, set apart in the text with who says them.",
    (
        Field(
            "text",
            Shape.LOCALIZED,
            "The words and their translations, without quotation marks.",
            required=True,
        ),
        Field("printed", Shape.TEXT, "The words to the letter as the source prints them.", required=True),
        _OCCURRENCE,
        Field("speaker", Shape.ENTITY, "Who says them.", required=True),
        Field("remark", Shape.LOCALIZED, "What they are said of, in a few words."),
        Field("source", Shape.PLACE, "Where they stand; left out, where the section does."),
        Field(
            "after",
            Shape.OCCURRENCE,
            "The number of the paragraph that they follow, from 1; left out, the first that links to the "
            "speaker, else the last.",
        ),
    ),
)

_SECTION = TableSpec(
    "section",
    "A part of the report. Sections are numbered from 1 in the order of the file.",
    (
        Field("id", Shape.ID, 'Name of the section in `section = "ID"` and `section:ID`.', required=True),
        Field("heading", Shape.LOCALIZED, "The report's own heading.", required=True),
        Field("short", Shape.LOCALIZED, "Name on a tab or in a column.", required=True, room=(12, 14)),
        Field("source", Shape.PLACE, "Where the section stands in the source.", required=True),
        Field("figures", Shape.METRICS, "Key figures at its head, in order; left out, chosen by weight."),
        Field("paragraph", Shape.TABLES, "The text.", required=True, table=_PARAGRAPH),
        Field("quote", Shape.TABLES, "Short quotations.", table=_QUOTE),
    ),
)

_VALUE = Field("value", Shape.NUMBER, "The number in the base unit: 66.4億元 is 6_640_000_000.")
_QUALIFIER = Field(
    "qualifier",
    Shape.CHOICE,
    "How the value is to be taken; `exact` where it is left out. `over` is strictly more, "
    "`nearly` just under.",
    choices=tuple(qualifier.value for qualifier in Qualifier),
)
_PRINTED = Field("printed", Shape.TEXT, "The figure to the letter as the source prints it: `超過74億元`.")
_PERIOD = Field("period", Shape.DATE, "The time that the figure is about.")

_OBSERVATION = TableSpec(
    "metric.observation",
    "What a source says of the same metric at another time.",
    (
        Field("value", Shape.NUMBER, _VALUE.meaning, required=True),
        _QUALIFIER,
        Field("printed", Shape.TEXT, _PRINTED.meaning, required=True),
        Field("period", Shape.DATE, _PERIOD.meaning, required=True),
        Field("source", Shape.PLACE, "Where the figure stands.", required=True),
        _OCCURRENCE,
        _TRANSLATION,
    ),
)

_METRIC = TableSpec(
    "metric",
    "A figure: either as a source prints it (`value`, `printed`), or derived by a `formula`.",
    (
        Field("id", Shape.ID, "Name of the metric in formulas and in `metric:ID`.", required=True),
        Field("label", Shape.LOCALIZED, "What is counted or measured.", required=True),
        Field("area", Shape.AREA, "The field of cooperation.", required=True),
        Field("section", Shape.SECTION, "The section that reports it.", required=True),
        _VALUE,
        Field("unit", Shape.UNIT, "The base unit.", required=True),
        _QUALIFIER,
        _PRINTED,
        _OCCURRENCE,
        _TRANSLATION,
        Field("formula", Shape.FORMULA, "Arithmetic over other metrics; the dossier computes the value."),
        Field(
            "reckoning",
            Shape.FORMULA,
            "Arithmetic over other metrics that should give the value; `check` tells where it cannot.",
        ),
        _PERIOD,
        Field("tally", Shape.TALLY, "What it is added up with; left out, it is added to nothing."),
        Field("part-of", Shape.METRICS, "The figures of the same unit that contain it."),
        Field("overlaps", Shape.METRICS, "Figures of the same unit that may count the same things."),
        Field("source", Shape.PLACE, "Where the figure (or what it is derived from) stands.", required=True),
        Field("note", Shape.PROSE, "What a reader should know about the figure."),
        Field("observation", Shape.TABLES, "The metric at other times.", table=_OBSERVATION),
    ),
    alternatives=(
        Alternative(
            ("value", "printed"), ("qualifier", "occurrence", "translation", "reckoning", "observation")
        ),
        Alternative(("formula",)),
    ),
)

_EVENT = TableSpec(
    "event",
    "A dated happening.",
    (
        Field("id", Shape.ID, "Name of the event in `event:ID`.", required=True),
        Field("date", Shape.DATE, "When; as vague as the source is.", required=True),
        Field(
            "kind",
            Shape.CHOICE,
            "`point` happened somewhere within its date, `span` lasted throughout, `era` is a background. "
            "Left out: `span` for an interval, else `point`.",
            choices=("point", "span", "era"),
        ),
        Field("title", Shape.LOCALIZED, "What happened.", required=True),
        Field("short", Shape.LOCALIZED, "The label on the timeline.", required=True, room=(16, 20)),
        Field("area", Shape.AREA, "The lane it belongs to.", required=True),
        Field("section", Shape.SECTION, "The section that reports it.", required=True),
        Field("source", Shape.PLACE, "Where the date stands.", required=True),
        Field("printed", Shape.TEXT, "The source's own words for the date.", required=True),
        _OCCURRENCE,
        _TRANSLATION,
        Field("text", Shape.PROSE, "More about it, with links."),
        Field("links", Shape.LINKS, "What belongs to it."),
        Field("weight", Shape.WEIGHT, "Who keeps a label where room is short; 5 where it is left out."),
    ),
)

_ENTITY = TableSpec(
    "entity",
    "A person, organisation, place, programme or term, or what else the dossier has a kind for.",
    (
        Field("id", Shape.ID, "Name of the entity in `entity:ID`.", required=True),
        Field(
            "kind",
            Shape.KIND,
            f"What it is: {', '.join(f'`{kind}`' for kind in ENTITY_KINDS)}, "
            "or the id of a `[[kind]]` in `dossier.toml`.",
            required=True,
        ),
        Field("name", Shape.LOCALIZED, "Its name.", required=True),
        Field("aliases", Shape.NAMES, "Other names that the search finds it by: short forms, old names."),
        Field("role", Shape.LOCALIZED, "Position or nature, in a few words."),
        Field("section", Shape.SECTION, "The section where it first appears.", required=True),
        Field("source", Shape.PLACE, "Where the name stands.", required=True),
        Field("printed", Shape.TEXT, "The name as the source writes it.", required=True),
        _OCCURRENCE,
        Field("text", Shape.PROSE, "What the report says of it, with links."),
        Field(
            "gloss",
            Shape.LOCALIZED,
            "An explanation that is not the report's, in a sentence or two; it is shown marked so.",
        ),
        Field("links", Shape.LINKS, "What belongs to it."),
    ),
)

_DOSSIER = TableSpec(
    "dossier",
    "What the dossier is, and what the other files refer to.",
    (
        Field("format", Shape.FORMAT, f"Version of this format: {FORMAT}.", required=True),
        Field("id", Shape.ID, "Name of the dossier.", required=True),
        Field(
            "version",
            Shape.TEXT,
            "Edition of the dossier; changes with every change of its content.",
            required=True,
        ),
        Field("date", Shape.DATE, "The day of the data.", required=True),
        Field(
            "languages", Shape.LANGUAGES, f"The languages it speaks: {', '.join(LANGUAGES)}.", required=True
        ),
        Field("title", Shape.LOCALIZED, "Its title.", required=True),
        Field("short", Shape.LOCALIZED, "Its title in a title bar.", required=True, room=(24, 28)),
        Field("cover", Shape.TABLE, "The page before the first section.", table=_COVER),
        Field("source", Shape.TABLES, "What it reports on.", required=True, table=_SOURCE),
        Field("area", Shape.TABLES, "The fields of cooperation.", required=True, table=_AREA),
        Field("unit", Shape.TABLES, "The base units of its metrics.", table=_UNIT),
        Field("tally", Shape.TABLES, "Which of its metrics may be added up.", table=_TALLY),
        Field("kind", Shape.TABLES, "Kinds of entities of its own.", table=_KIND),
    ),
    place="file",
)

FILES: Mapping[str, TableSpec] = {
    "dossier": _DOSSIER,
    "narrative": TableSpec(
        "narrative",
        "The report, retold section by section.",
        (Field("section", Shape.TABLES, "The sections, in order.", required=True, table=_SECTION),),
        place="file",
    ),
    "metrics": TableSpec(
        "metrics",
        "The figures.",
        (Field("metric", Shape.TABLES, "The figures, in the order of the report.", table=_METRIC),),
        place="file",
    ),
    "timeline": TableSpec(
        "timeline",
        "The dated happenings.",
        (Field("event", Shape.TABLES, "The events, in any order.", table=_EVENT),),
        place="file",
    ),
    "entities": TableSpec(
        "entities",
        "Who and what is mentioned.",
        (Field("entity", Shape.TABLES, "The entities, in any order.", table=_ENTITY),),
        place="file",
    ),
}
"""Files of a dossier by name without `.toml`, each with the table that is its root."""
