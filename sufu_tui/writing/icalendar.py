"""iCalendar export of events (RFC 5545).

Every event is an all-day event from the first to the last day that its date may mean. A less exact
one states so in its title, is `TENTATIVE`, and carries its EDTF date in `X-EDTF`. iCalendar knows neither
open ends nor years before 1 or after 9999: such events are left out, and returned to the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Event
from sufu_tui.dossier.web_address import uri_of
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import citation_text
from sufu_tui.languages.dates import date_text

_FIRST_DAY, _LAST_DAY = to_day(1, 1, 1), to_day(9999, 12, 31)
_EPOCH = to_day(1970)
_MOST_OCTETS = 75  # of a line, its end not counted (RFC 5545, 3.1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})  # of a text (3.3.11)


def write_calendar(
    events: Sequence[Event], dossier: Dossier, words: Catalogue, out: TextIO
) -> tuple[Event, ...]:
    """Write `events` as one calendar, and return those that iCalendar cannot express.

    The same dossier always makes the same bytes: ids and time stamps are its own, not of the moment.
    `out` must leave line ends as they are.
    """
    left_out = tuple(event for event in events if _days(event) is None)
    title = dossier.title.in_language(words.language)
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//sufu-tui//{dossier.id} {_text(dossier.version)}//{words.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(title)}",
    ):
        out.write(folded(line))
    for event in events:
        for line in _event(event, dossier, words):
            out.write(folded(line))
    out.write(folded("END:VCALENDAR"))
    return left_out


def folded(line: str) -> str:
    """Return `line` folded into parts of at most 75 octets, never within a character (RFC 5545, 3.1)."""
    parts, room = [""], _MOST_OCTETS
    for character in line:
        octets = len(character.encode())
        if octets > room:
            parts.append(" ")  # the mark of a continued line is of its octets
            room = _MOST_OCTETS - 1
        parts[-1] += character
        room -= octets
    return "".join(f"{part}\r\n" for part in parts)


def _days(event: Event) -> tuple[int, int] | None:
    """Return the first day of an event and the last; None where iCalendar has no such days."""
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or first < _FIRST_DAY:
        return None
    # An end is the day after the last: the very last day can only be an event of its own.
    if last > _LAST_DAY or (last == _LAST_DAY and first != last):
        return None
    return first, last


def _event(event: Event, dossier: Dossier, words: Catalogue) -> Iterator[str]:
    days = _days(event)
    if days is None:
        return
    first, last = days
    source = dossier.source(event.source.source)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{dossier.id}.sufu-tui"
    yield f"DTSTAMP:{_date(_stamp(dossier))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(first)}"
    if last != _LAST_DAY:
        yield f"DTEND;VALUE=DATE:{_date(last + 1)}"
    yield f"SUMMARY{_language(event.title, words)}:{_text(_summary(event, words))}"
    yield f"DESCRIPTION:{_text(chr(10).join(_description(event, dossier, words)))}"
    yield f"CATEGORIES:{_text(dossier.area(event.area).label.in_language(words.language))}"
    if not _certain(event):
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"  # free time (RFC 5545, 3.8.2.7)
    if source.url and (uri := uri_of(source.url)):
        yield f"URL:{uri}"
    yield f"X-EDTF:{_text(event.date.text)}"
    yield "END:VEVENT"


def _certain(event: Event) -> bool:
    """Return whether the event took all of its days, rather than some time within them."""
    date = event.date
    return not (date.approximate or date.uncertain) and (date.exact or event.kind != "point")


def _summary(event: Event, words: Catalogue) -> str:
    title = event.title.in_language(words.language)
    if _certain(event):
        return title
    return words("show.vague-title", title=title, date=date_text(event.date, words))


def _description(event: Event, dossier: Dossier, words: Catalogue) -> Iterable[str]:
    printed = words("card.printed-quote", printed=event.printed)
    kind = () if event.exact else (words(f"kind.{event.kind}"),)
    yield words("card.separator").join((date_text(event.date, words), *kind, printed))
    if event.text is not None:
        yield "".join(span.text for span in event.text.in_language(words.language))
    yield citation_text(event.source, dossier, words)
    if url := dossier.source(event.source.source).url:
        yield url  # some calendars show no other


def _stamp(dossier: Dossier) -> int:
    """Return the day of the dossier's data; its time stamp must be one that iCalendar can write."""
    day = dossier.date.latest if dossier.date.latest is not None else dossier.date.earliest
    return day if day is not None and _FIRST_DAY <= day <= _LAST_DAY else _EPOCH


def _language(text: Localized[str], words: Catalogue) -> str:
    return f";LANGUAGE={text.language_shown(words.language)}"


def _date(day: int) -> str:
    date = from_day(day)
    return f"{date.year:04d}{date.month:02d}{date.day:02d}"


def _text(text: str) -> str:
    return text.translate(_ESCAPES)
