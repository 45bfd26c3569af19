"""Each reason why forms are one, as a page gives it, can be taken back by the entry beside it."""

import pytest
import yaml

from generator.model import Corpus, NameCorrection
from generator.pages.entity_beside import reasons_of
from tests.corpus.stories import corpus, story

SENATE = "The American {org:Senate} of Washington, Ohio and Texas met."
CASES = {
    "family name": ("{Ilse Varnholt} spoke.", "{Varnholt} slept."),
    "first name": (*("{Hillary Varnholt} spoke.",) * 5, "{Hillary} slept."),
    "initial": ("{Ilse Varnholt} spoke.", "{I. Varnholt} slept."),
    "middle name": ("{Ilse Varnholt} spoke.", "{Ilse M. Varnholt} slept."),
    "nickname": (
        "<mayor of Cawdle=Joe Varnholt> {Joe Varnholt} spoke.",
        "<mayor of Cawdle=Joseph Varnholt> {Joseph Varnholt} slept.",
    ),
    "role": (
        "{John Smith}, <harbour master of Cawdle=John Smith>, spoke.",
        "<Cawdle harbour master=Smith> {Smith} slept.",
    ),
    "acronym": ("The {org:United Nations} met.", "The {org:UN} met."),
    "short name": (
        "The {org:Eddermoor Water Trust} met.",
        "In Eddermoor the {org:Water Trust} met.",
    ),
    "country": (SENATE, SENATE),
    "general word": ("The {org:Eddermoor Water Trust} said the {org:Trust} met.",),
    "open": ("{John Smith} spoke.", "{Smith} slept.", "{Smith} left."),
    "sentence word": (
        "{Ilse Varnholt} spoke. She said, he said, they said.",
        "{Ilse Varnholt} slept. {Said Varnholt}: “No.”",
    ),
}


def linked(texts: tuple[str, ...], names: tuple[NameCorrection, ...] = ()) -> Corpus:
    return corpus(*(story(f"a{n}", text) for n, text in enumerate(texts)), names=names)


@pytest.mark.parametrize("kind", CASES)
def test_the_entry_beside_a_reason_takes_it_back(kind: str) -> None:
    before = linked(CASES[kind])
    (one,) = [e for e in before.entities if any(why.kind == kind for why in e.why)]
    (reason,) = [reason for reason in reasons_of(one) if reason.kind == kind]
    held = yaml.safe_load(reason.undo)[0]
    by_hand = NameCorrection(
        "c.yml:1",
        held["name"],
        apart_from=tuple(held.get("apart_from", ())),
        only_in=tuple(held.get("only_in", ())),
    )
    after = linked(CASES[kind], (by_hand,))
    assert not [p for p in after.problems if not p.note]
    assert len(after.entities) > len(before.entities)
