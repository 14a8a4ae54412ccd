"""The texts that come with the program, laid at every width: the rules hold for each line of them."""

import re

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.chrome.help_screen import help_blocks
from sufu_tui.explorer.narrative.outline import section_entry
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.typesetting.flow import lay
from sufu_tui.typesetting.measure import MEASURES
from tests.explorer.driving import screen_lines
from tests.samples import sample

WIDTHS = sample(range(40, 121), 14)
NO_START = "，。、；：？！）」』》〉】〕”’％%·…—,.;:?!)]}"
NO_END = "（「『《〈【〔“‘([{"
# What no line may end inside: figures with their scale and unit, months and days, words, doubled marks.
WHOLE = re.compile(
    r"(?:CNY )?[\d０-９]+(?:[,.][\d０-９]+)*(?:[%％]|[ ](?:thousand|million|billion|trillion)\b)?"
    r"[十百千萬万億亿]*(?:[個个名次家項项人元天年月日]|百分點|百分点)?|——|……|[^\W\d_\u2e80-\U0003ffff]+(?:’[a-z]+)?"
)
ADDRESS = re.compile(r"https?://\S+")  # may end anywhere: each part is a word, and too long for many a line


def everything(dossier, language):
    """Yield the blocks of the narrative with its outline, of all cards, and of the help."""
    words, indexes = load(language), DossierIndexes(dossier, language)
    for section in dossier.sections:
        yield from (block._replace(ruled=False) for block in section_blocks(section, dossier, words))
        yield from section_entry(section, language, is_current=section is dossier.sections[0])
    for item in (*dossier.sections, *dossier.metrics, *dossier.events, *dossier.entities):
        yield from card_blocks(item, indexes, words)
    yield from help_blocks(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_text_at_every_width(language, shipped):
    blocks = [block for block in dict.fromkeys(everything(shipped, language)) if block.runs]
    texts = ["".join(run.text for run in block.runs) for block in blocks]
    wholes = [frozenset(range_inside(text)) for text in texts]
    for block, text, inside in zip(blocks, texts, wholes, strict=True):
        for cells in WIDTHS:
            lines = lay([block], cells)
            shown = ["".join(piece.text for piece in line.pieces) for line in lines]
            assert max(map(cell_len, shown)) <= cells, (cells, shown)
            check(
                text, [row[indented(line, block) :] for row, line in zip(shown, lines, strict=True)], inside
            )
            if len(lines) == 1:
                break  # and so it is at every greater width


def check(text, bodies, inside):
    """Check that `bodies` are the lines of `text` without loss, and that each begins and ends as it may."""
    place = 0
    for number, body in enumerate(bodies):
        found = text.index(body, place)
        assert not text[place:found].strip(" "), bodies
        if number:
            assert body[0] not in NO_START, bodies
            assert bodies[number - 1][-1] not in NO_END, bodies
            assert found not in inside, bodies
        place = found + len(body)
    assert not text[place:].strip(" "), bodies


def indented(line, block):
    """Return the number of characters of the margin of `line`."""
    return len(line.pieces[0].text) if block.indent and line.pieces else 0


def range_inside(text):
    """Yield the places inside what must stay whole."""
    addresses = {place for match in ADDRESS.finditer(text) for place in range(*match.span())}
    for match in WHOLE.finditer(text):
        yield from (place for place in range(match.start() + 1, match.end()) if place not in addresses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_well_filled(language, shipped):
    """A line before the last of a paragraph leaves little room, so it is as long as that of a book."""
    words = load(language)
    cells = []
    for section in shipped.sections:
        for block in section_blocks(section, shipped, words):
            lines = lay([block._replace(ruled=False)], MEASURES[language])
            cells += [sum(piece.cells for piece in line.pieces) for line in lines[:-1]]
    mean = sum(cells) / len(cells)
    low, high = (65, 68) if language == "en" else (74, 76)
    assert low <= mean <= high


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_reading_column_at_every_screen_width(language, explored):
    """All the room of a small screen, the measure of a large one, and the same blank on both sides."""
    async with explored(size=(60, 24), language=language, pane="narrative") as pilot:
        reading = pilot.app.pane.reading
        for columns in (60, 80, 120, 200):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            room = reading.scrollable_content_region.width
            longest = max(cell_len(line) for line in reading.text.split("\n"))
            assert longest <= min(MEASURES[language], room - 2)
            assert longest >= min(MEASURES[language], room - 2) - 4
            left = min(len(row) - len(row.lstrip()) for row in drawn(reading) if row.strip())
            assert abs(left - (room - min(MEASURES[language], room - 2)) / 2) <= 1


def drawn(view):
    """Return the rows of `view` as they are drawn."""
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_a_remark_too_long_for_its_row_says_that_it_is_cut(explored):
    async with explored(size=(60, 16), language="en", pane="metrics", press=("f",)) as pilot:
        for columns, text, cut in ((60, "colours", False), (80, "colours", False), (60, "qualifer", True)):
            await pilot.resize_terminal(columns, 16)
            pilot.app.query_one(Input).value = f'{text}:"x'
            await pilot.pause()
            row = screen_lines(pilot.app)[-2]
            assert "There is no field" in row
            assert row.rstrip().endswith("⋯" if cut else "“colours”.")
