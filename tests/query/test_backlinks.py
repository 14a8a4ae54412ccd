"""What mentions what."""

from sufu_tui.dossier.model import Ref, parse_ref
from sufu_tui.query.backlinks import Backlinks, Mention


def said(mentions, ref):
    return [(str(mention.where), mention.paragraph) for mention in mentions.of(parse_ref(ref))]


def test_prose_notes_formulas_and_links(tiny):
    mentions = Backlinks(tiny)
    assert said(mentions, "metric:farm-sales") == [
        ("section:harvest", 0),
        ("section:harvest", 1),
        ("metric:sales-per-delegation", None),
    ]
    assert said(mentions, "event:plan-issued") == [
        ("section:harvest", 0),
        ("metric:farm-sales", None),
        ("event:partnership", None),
    ]
    assert said(mentions, "event:city-built") == [("entity:wu-zixu", None)]
    assert said(mentions, "metric:visits") == [("section:harvest", 1)]
    assert said(mentions, "metric:delegations") == [("metric:sales-per-delegation", None)]
    assert said(mentions, "section:harvest") == [("section:roots", 0)]


def test_nothing_mentions_itself(tiny):
    assert said(Backlinks(tiny), "entity:wu-zixu") == [("section:roots", 0), ("event:city-built", None)]


def test_links_in_the_text_of_events_and_entities(minimal):
    mentions = Backlinks(minimal)
    assert said(mentions, "event:plan-issued") == [("section:opening", 0), ("entity:liu-yujie", None)]
    assert said(mentions, "entity:liu-yujie") == [("section:harvest", 0), ("event:plan-issued", None)]
    assert said(mentions, "section:opening") == [("metric:farm-sales", None)]


def test_what_nobody_mentions(tiny):
    assert Backlinks(tiny).of(Ref("metric", "sales-per-delegation")) == ()
    assert Backlinks(tiny).of(Ref("entity", "nobody")) == ()


def test_every_mention_of_the_shipped_dossier_stands_and_stands_once(shipped):
    mentions = Backlinks(shipped)
    order = {item.ref: number for number, item in enumerate(shipped.items())}
    for item in shipped.items():
        found = mentions.of(item.ref)
        assert len(set(found)) == len(found)
        assert all(shipped.find(mention.where) is not None for mention in found)
        assert item.ref not in {mention.where for mention in found}
        assert [order[mention.where] for mention in found] == sorted(
            order[mention.where] for mention in found
        )


def test_every_link_of_a_section_is_a_mention(shipped):
    mentions = Backlinks(shipped)
    for section in shipped.sections:
        for number, paragraph in enumerate(section.paragraphs):
            for spans in paragraph.text.versions.values():
                for span in spans:
                    if span.ref not in (None, section.ref):
                        assert Mention(section.ref, number) in mentions.of(span.ref)
