"""Citations of a source, with the part that is meant."""

import pytest

from sufu_tui.dossier.model import SourceRef
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.citations import citation_text, part_text


@pytest.mark.parametrize(
    ("part", "language", "text"),
    [
        ("01", "en", "section 01"),
        ("01", "zh-Hant", "第01節"),
        ("01", "zh-Hans", "第01节"),
        ("opening", "en", "Opening"),  # by the section that retells it
        ("opening", "zh-Hant", "開篇"),
        ("closing", "zh-Hans", "结语"),
        ("appendix", "en", "appendix"),  # which no section retells
    ],
)
def test_a_part_has_its_number_or_the_name_of_its_section(shipped, part, language, text):
    ref = SourceRef("release", part)
    assert part_text(ref, shipped, load(language)) == text
    assert citation_text(ref, shipped, load(language)).endswith(text)
