"""JSON-LD against the vocabulary's own definitions."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urljoin

from generator.cite import json_ld
from generator.config import Site
from generator.model import Entity, EntityKind, Story
from tests.cite.schema_org import faults
from tests.corpus.stories import story

SITE = Site(url="https://example.org/valley/")
FLOOD = story(
    "flood",
    "[Ann Lee: “We will not go,”] {Ann Lee} said. [Varn: that it would pay], {Varn} said. [?: The road is shut].",
    title="Flood",
    standfirst="The river rose",
    date="2042-03",
    updated="2042-04-01",
    authors=("Bo Ek", "Associated Press"),
    publication="The Courier",
    source_url="https://courier.example/flood",
    archive_url="https://archive.example/1",
    tags=("water",),
    lang="en",
    rights="© The Courier",
)


def entity(id: str, name: str, kind: EntityKind) -> Entity:
    return Entity(id, name, kind, name)


def speakers(held: Story) -> dict[str, Entity]:
    ann, varn, _ = held.annotations.quotes
    return {
        ann.id: entity("ann-lee", "Ann Lee", "person"),
        varn.id: entity("varn", "Varn", "government"),
    }


def test_the_whole_value() -> None:
    value = json.loads(json_ld(FLOOD, speakers(FLOOD), SITE))
    assert faults(value) == []
    ann, varn, unknown = FLOOD.annotations.quotes
    here = "https://example.org/valley/articles/flood/"
    assert value == {
        "@context": ["https://schema.org", {"@base": here}],
        "@type": "NewsArticle",
        "@id": here,
        "url": here,
        "headline": "Flood",
        "description": "The river rose",
        "datePublished": "2042-03",
        "dateModified": "2042-04-01",
        "author": [
            {"@type": "Person", "name": "Bo Ek"},
            {"@type": "Organization", "name": "Associated Press"},
        ],
        "publisher": {"@type": "Organization", "name": "The Courier"},
        "isBasedOn": "https://courier.example/flood",
        "archivedAt": "https://archive.example/1",
        "keywords": ["water"],
        "inLanguage": "en",
        "copyrightNotice": "© The Courier",
        "hasPart": [
            {
                "@type": "Quotation",
                "@id": f"#{ann.id}",
                "text": "“We will not go,”",
                "spokenByCharacter": {
                    "@type": "Person",
                    "@id": "../../people/ann-lee/",
                    "name": "Ann Lee",
                },
            },
            {
                "@type": "Quotation",
                "@id": f"#{varn.id}",
                "text": "that it would pay",
                "disambiguatingDescription": "Reported speech, not the speaker’s own words",
                "spokenByCharacter": {
                    "@type": "GovernmentOrganization",
                    "@id": "../../people/varn/",
                    "name": "Varn",
                },
            },
            {
                "@type": "Quotation",
                "@id": f"#{unknown.id}",
                "text": "The road is shut",
                "disambiguatingDescription": "Reported speech, not the speaker’s own words",
            },
        ],
    }


def test_relative_names_are_the_addresses_of_this_site() -> None:
    value = json.loads(json_ld(FLOOD, speakers(FLOOD), SITE))
    base = value["@context"][1]["@base"]
    ann = FLOOD.annotations.quotes[0]
    assert (
        urljoin(base, value["hasPart"][0]["@id"])
        == f"https://example.org/valley/articles/flood/#{ann.id}"
    )
    speaker = value["hasPart"][0]["spokenByCharacter"]
    assert urljoin(base, speaker["@id"]) == "https://example.org/valley/people/ann-lee/"


def test_a_speaker_is_described_once() -> None:
    ann, varn, _ = FLOOD.annotations.quotes
    one = entity("ann-lee", "Ann Lee", "person")
    value = json.loads(json_ld(FLOOD, {ann.id: one, varn.id: one}, SITE))
    assert faults(value) == []
    assert [part.get("spokenByCharacter") for part in value["hasPart"]] == [
        {"@type": "Person", "@id": "../../people/ann-lee/", "name": "Ann Lee"},
        {"@id": "../../people/ann-lee/"},
        None,
    ]
    nowhere = json.loads(json_ld(FLOOD, {ann.id: one, varn.id: one}, Site()))
    assert [part.get("spokenByCharacter") for part in nowhere["hasPart"]][:2] == [
        {"@type": "Person", "name": "Ann Lee"}
    ] * 2


def test_every_kind_of_speaker_is_valid() -> None:
    kinds: tuple[EntityKind, ...] = ("person", "organisation", "government", "group", "place")
    first = FLOOD.annotations.quotes[0].id
    for kind in kinds:
        assert faults(json.loads(json_ld(FLOOD, {first: entity("x", "X", kind)}, SITE))) == []


def test_a_licence_with_an_address_and_a_site_without_one() -> None:
    held = replace(
        FLOOD, article=replace(FLOOD.article, rights="https://creativecommons.org/licenses/by/4.0/")
    )
    assert (
        json.loads(json_ld(held, {}, SITE))["license"]
        == "https://creativecommons.org/licenses/by/4.0/"
    )
    value = json.loads(json_ld(held, speakers(held), Site()))
    assert faults(value) == []
    assert value["@id"] == "./"
    assert value["hasPart"][0]["@id"].startswith("#q-")


def test_the_checker_finds_faults() -> None:
    assert faults({"@type": "NewsArticle", "speaker": "x"}) == ["$.speaker: unknown property"]
    assert faults({"@type": "Person", "headline": "x"}) == ["$.headline: not a property of Person"]
    assert faults({"@type": "NewsArticle", "license": "mine"}) == [
        "$.license[0]: 'mine' is none of ['CreativeWork', 'URL']"
    ]


def test_a_withheld_text_is_not_described() -> None:
    held = replace(FLOOD, article=replace(FLOOD.article, publish="quotes"))
    assert "The river rose" not in json_ld(held, {}, SITE)
