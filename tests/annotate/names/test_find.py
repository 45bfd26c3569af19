"""Names by document-level rules. Without a parse unless a test gives the entities that a model
would.
"""

from itertools import pairwise

from hypothesis import given
from hypothesis.strategies import text
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from generator.annotate.names.find import find_names
from generator.model import Article, Block, Name, Quote, Span


def article(text: str) -> Article:
    """An article whose every line is a paragraph."""
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", Span(place, place + len(line))))
        place += len(line) + 1
    return Article("a", "a.txt", "", text, tuple(blocks))


def names(text: str) -> dict[str, Name]:
    return {name.label: name for name in find_names(article(text), None)}


def modelled(text: str, **labels: str) -> dict[str, Name]:
    """The names when a model labels these words ("_" for a space) wherever they stand."""
    words, spaces = [], []
    for line in text.split(" "):
        words.append(line)
        spaces.append(True)
    spaces[-1] = text.endswith(" ")
    doc = Doc(Vocab(), words=words, spaces=spaces)
    assert doc.text == text
    found = []
    for words_of, label in labels.items():
        start = text.find(words_of.replace("_", " "))
        while start >= 0:
            span = doc.char_span(start, start + len(words_of), label=label, alignment_mode="expand")
            assert span is not None
            found.append(span)
            start = text.find(words_of.replace("_", " "), start + 1)
    doc.ents = filter_spans(found)
    return {name.label: name for name in find_names(article(text), doc)}


def forms(text: str, name: Name) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.form) for m in name.mentions]


def test_a_full_name_makes_its_bare_surname_that_person() -> None:
    text = "Maria Orsolic spoke first. Orsolic’s plan is simple, Orsolic said."
    assert forms(text, names(text)["Maria Orsolic"]) == [
        ("Maria Orsolic", "full"),
        ("Orsolic", "short"),
        ("Orsolic", "short"),
    ]


def test_the_document_overrides_the_model() -> None:
    text = "Maria Orsolic spoke first . Then Orsolic said no ."
    found = modelled(text, Maria_Orsolic="PERSON", Orsolic="ORG")
    assert list(found) == ["Maria Orsolic"]
    assert forms(text, found["Maria Orsolic"])[1] == ("Orsolic", "short")


def test_a_word_that_describes_by_a_place_is_no_place() -> None:
    text = "The Arlen-led bloc met in Arlen ."
    found = modelled(text, **{"Arlen-led": "GPE", "in_Arlen": "GPE"})
    assert forms(text, found["Arlen"]) == [("Arlen", "full")]
    assert list(found) == ["Arlen"]


def test_an_ordinary_word_that_opens_a_sentence_is_no_name() -> None:
    text = "Dam owner ignored two letters . The dam is old . Trust is rare . The Trust met ; it has no trust in us ."
    found = modelled(text, Dam="ORG", Trust="ORG")
    assert "Dam" not in found
    assert "Trust" in found  # which also stands inside a sentence with its capital


def test_titles_stay_outside_and_become_roles() -> None:
    text = "On Monday Deputy Prime Minister Ines Calder resigned. Mr Calder is her brother."
    found = names(text)
    assert found["Ines Calder"].roles[0].of(text) == "Deputy Prime Minister"
    assert forms(text, found["Ines Calder"])[0] == ("Ines Calder", "full")


def test_apposition_before_the_name_is_a_role() -> None:
    text = "It may, Moscow’s deputy envoy to the UN, Dmitry Polyansky, said on Friday. The diplomat blamed others."
    person = names(text)["Dmitry Polyansky"]
    assert [r.of(text) for r in person.roles] == ["Moscow’s deputy envoy to the UN"]
    assert ("The diplomat", "role") in forms(text, person)


def test_apposition_after_the_name_is_a_role() -> None:
    text = "Ines Calder, a professor of law at the university, said so. The researcher left."
    person = names(text)["Ines Calder"]
    assert [r.of(text) for r in person.roles] == ["professor of law at the university"]
    assert ("The researcher", "role") in forms(text, person)


def test_a_role_that_two_people_have_means_neither() -> None:
    text = "Senator Ines Calder and Senator Paul Brandt met. The senator said no."
    found = names(text)
    assert all(form != "role" for name in found.values() for _, form in forms(text, name))


def test_a_role_with_a_word_nobody_was_introduced_with_means_nobody() -> None:
    text = "Maria Orsolic, the mayor, spoke. The former mayor left."
    assert ("The former mayor", "role") not in forms(text, names(text)["Maria Orsolic"])


def test_two_people_with_one_surname_stay_apart() -> None:
    text = (
        "Maria Orsolic met her brother Paul Orsolic.\nPaul Orsolic said no. Maria Orsolic agreed."
    )
    assert {"Maria Orsolic", "Paul Orsolic"} <= set(names(text))


def test_initials_and_nicknames_join_but_unlike_middle_names_do_not() -> None:
    text = "George W. Calder spoke. George H. Calder left. George Calder knew. William Brandt and Bill Brandt are one."
    found = names(text)
    assert "George W. Calder" in found
    assert "George H. Calder" in found
    assert len([label for label in found if "Brandt" in label]) == 1


def test_a_name_inside_a_longer_one_is_not_the_person() -> None:
    text = "Ines Calder built it. The Calder Tower is high."
    assert forms(text, names(text)["Ines Calder"]) == [("Ines Calder", "full")]


def test_a_capital_that_speaks_is_a_government_and_one_that_does_not_is_a_place() -> None:
    text = "Moscow has repeatedly said that talks failed. She flew to Oslo on Monday."
    found = names(text)
    assert found["Moscow"].kind == "government"
    assert found["Oslo"].kind == "place"


def test_an_acronym_is_its_organisation() -> None:
    text = "The Northern Fishing Council (NFC) met. The NFC said no."
    assert forms(text, names(text)["Northern Fishing Council"])[-1] == ("NFC", "short")


def test_labels_are_unique_and_mentions_disjoint() -> None:
    text = "Jo Lee met Jo Lee. “Lee,” said Lee. Lee Lee Lee. Mr Lee Mr Mr Lee\nLEE LEE Jo\nJo"
    found = find_names(article(text), None)
    spans = sorted(m.span for name in found for m in name.mentions)
    assert len({name.label for name in found}) == len(found)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_nothing_to_find() -> None:
    assert find_names(article(""), None) == ()
    assert find_names(article("no capitals here, “none at all”."), None) == ()


@given(text())
def test_any_text_gives_names_inside_it(words: str) -> None:
    found = find_names(article(words), None)
    spans = sorted(m.span for name in found for m in name.mentions)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(words) for span in spans)
    assert all(0 <= role.start < role.end <= len(words) for name in found for role in name.roles)
    assert len({name.label for name in found}) == len(found)


def test_common_words_are_surnames_only_where_somebody_speaks() -> None:
    text = "Tina Woods won. Woods said so. Woods are green."
    assert forms(text, names(text)["Tina Woods"]) == [("Tina Woods", "full"), ("Woods", "short")]


def test_an_age_makes_a_person_of_what_the_model_calls_an_organisation() -> None:
    text = "It closed . Aurelio Fontaine, 79, bowed ."
    assert modelled(text, Aurelio_Fontaine="ORG")["Aurelio Fontaine"].kind == "person"


def test_a_title_inside_an_organisation_starts_a_person() -> None:
    text = "The Winnipeg Police Const. Rob Carver said so ."
    found = modelled(text, **{"Winnipeg_Police_Const._Rob_Carver": "ORG"})
    assert found["Rob Carver"].kind == "person"


def test_a_name_that_speaks_and_is_called_he_is_a_person() -> None:
    text = "Colbe said that he would stay . Colbe left ."
    assert modelled(text, Colbe="ORG")["Colbe"].kind == "person"


def test_a_single_name_that_only_the_model_calls_a_person_is_left_out() -> None:
    text = "The Birth of it was slow ."
    assert modelled(text, Birth="PERSON") == {}


def test_every_mention_of_an_organisation_is_found() -> None:
    text = "The Cawl Water Trust met . Later the Trust said no ."
    found = modelled(text, Cawl_Water_Trust="ORG")
    assert forms(text, found["Cawl Water Trust"]) == [
        ("Cawl Water Trust", "full"),
        ("Trust", "short"),
    ]


def test_a_nickname_in_marks_belongs_to_the_name() -> None:
    text = 'The team’s owner, Harold "Bud" Ostrander, vowed to stay. Ostrander left.'
    assert forms(text, names(text)["Harold Ostrander"]) == [
        ('Harold "Bud" Ostrander', "full"),
        ("Ostrander", "short"),
    ]


def test_an_honorific_is_no_role() -> None:
    text = "Ms Ines Calder spoke. Ms Calder left."
    assert names(text)["Ines Calder"].roles == ()


def test_a_clause_with_who_before_the_name_leaves_the_role() -> None:
    text = "The engineer who wrote the warnings, Ines Calder, said so."
    assert [r.of(text) for r in names(text)["Ines Calder"].roles] == ["engineer"]


def test_a_printed_speaker_gives_away_a_name() -> None:
    text = "“We go,” Qorvo Zant of Acme said."
    doc = Doc(Vocab(), words=[text], spaces=[False])
    assert find_names(article(text), doc) == ()
    found = find_names(
        article(text), doc, (Quote("q", "direct", (Span(0, 8),), printed=Span(9, 27)),)
    )
    assert [name.label for name in found] == ["Qorvo Zant"]


def test_the_place_after_of_does_not_speak() -> None:
    text = "The mayor of Oslo said so."
    assert names(text)["Oslo"].kind == "place"


def test_a_role_beside_an_organisation_makes_it_a_person() -> None:
    text = "Its spokesman, Lucan Farrow, left ."
    assert modelled(text, Lucan_Farrow="ORG")["Lucan Farrow"].kind == "person"


def test_how_somebody_is_related_is_no_role() -> None:
    text = "Her neighbour, Ines Calder, left."
    assert names(text)["Ines Calder"].roles == ()


def test_capitals_of_a_headline_are_no_names_unless_the_body_has_them() -> None:
    words = "Populist Anger Appeals To Voters of Acme ! Then Acme said no ."
    head = words.index(" Then")
    one = Article(
        "a",
        "a.txt",
        "",
        words,
        (Block("headline", Span(0, head)), Block("paragraph", Span(head + 1, len(words)))),
    )
    doc = Doc(Vocab(), words=words.split(" "))
    spans = [doc.char_span(start, end, "ORG") for start, end in ((0, 22), (36, 40), (48, 52))]
    doc.ents = [span for span in spans if span is not None]
    assert len(doc.ents) == 3
    assert [name.label for name in find_names(one, doc)] == ["Acme"]


def test_a_role_starts_with_its_article_not_with_the_sentence() -> None:
    text = "She said the letters sent by a former chief engineer, Ines Calder, were right."
    assert [r.of(text) for r in names(text)["Ines Calder"].roles] == ["former chief engineer"]
    text = "Oslo sent its regards through the water minister, Ines Calder, who left."
    assert [r.of(text) for r in names(text)["Ines Calder"].roles] == ["water minister"]


def test_the_role_of_a_relative_is_somebody_elses() -> None:
    text = "We met the daughter of the mayor, Ines Calder, in town."
    assert names(text)["Ines Calder"].roles == ()


def test_a_newspaper_and_an_insurer_are_nobody() -> None:
    assert "Gazette" not in modelled(
        "She drank, by the Gazette ’s count, one glass.", Gazette="PERSON"
    )
    assert (
        modelled("Fellside Mutual paid .", Fellside_Mutual="PERSON")["Fellside Mutual"].kind
        == "organisation"
    )


def kinds(found: dict[str, Name]) -> dict[str, str]:
    return {label: name.kind for label, name in found.items()}


def test_two_names_joined_by_an_ampersand_are_a_firm_when_one_of_them_is_a_person_of_the_article() -> (
    None
):
    text = "Sefton & Orbell shut its yard . Marit Orbell wept . Orbell left ."
    found = modelled(text, **{"Sefton_&_Orbell": "PERSON", "Marit_Orbell": "PERSON"})
    assert kinds(found) == {"Sefton & Orbell": "organisation", "Marit Orbell": "person"}
    assert forms(text, found["Marit Orbell"]) == [("Marit Orbell", "full"), ("Orbell", "short")]


def test_a_company_form_or_a_firms_word_makes_it_a_firm_without_a_model() -> None:
    assert kinds(names("She left Sefton & Orbell Ltd in May.")) == {
        "Sefton & Orbell Ltd": "organisation"
    }
    assert kinds(names("The brewery Sefton & Orbell closed.")) == {
        "Sefton & Orbell": "organisation"
    }
    assert "Health & Safety" not in names("It was a matter of Health & Safety.")


def test_two_full_names_joined_by_an_ampersand_are_two_people() -> None:
    text = "Ines Calder & Lucan Farrow said no ."
    assert kinds(modelled(text, **{"Ines_Calder_&_Lucan_Farrow": "ORG"})) == {
        "Ines Calder": "person",
        "Lucan Farrow": "person",
    }


def test_and_inside_a_bodys_name_belongs_to_it() -> None:
    text = "It went to the Lung and Heart Foundation of Norland . Lung and Heart said thanks ."
    found = modelled(text, **{"Heart_Foundation_of_Norland": "ORG", "Lung": "ORG"})
    assert forms(text, found["Lung and Heart Foundation of Norland"]) == [
        ("Lung and Heart Foundation of Norland", "full"),
        ("Lung and Heart", "short"),
    ]


def test_the_house_is_not_the_white_house() -> None:
    text = "The White House waits . The House voted , and the House rose ."
    found = modelled(text, White_House="ORG", House="ORG")
    assert forms(text, found["White House"]) == [("White House", "full")]
    assert len(found["House"].mentions) == 2


def roles(text: str, reported: str, label: str = "Ines Calder") -> list[str]:
    """The roles of a person in a text in which some words are reported."""
    at = text.index(reported)
    quote = Quote("q", "indirect", (Span(at, at + len(reported)),))
    found = {name.label: name for name in find_names(article(text), None, (quote,))}
    return [span.of(text) for span in found[label].roles]


def test_what_somebody_claims_gives_no_role() -> None:
    assert (
        roles(
            "A baker swore that Ines Calder is the mayor of Arl.",
            "that Ines Calder is the mayor of Arl",
        )
        == []
    )
    assert (
        roles("He said Ines Calder, the mayor of Arl, lied.", "Ines Calder, the mayor of Arl, lied")
        == []
    )
    assert roles("He believed in Ines Calder being the founder of Arl.", "He") == []
    assert roles("Many think Ines Calder is the founder of Arl.", "Many") == []
    assert roles("He called her “the mayor Ines Calder” twice.", "He") == []


def test_a_title_or_a_closed_apposition_gives_a_role() -> None:
    assert roles("He said that Mayor Ines Calder lied.", "that Mayor Ines Calder lied") == ["Mayor"]
    assert roles("Ines Calder, the shadow treasurer of Arl, left.", "left") == [
        "shadow treasurer of Arl"
    ]
    assert roles("They voted against Mayor Ines Calder.", "voted") == ["Mayor"]
    assert roles("Ines Calder, mayor issues aside, left.", "left") == []


def test_a_claimed_role_still_tells_who_is_meant_in_the_article() -> None:
    text = "He said Ines Calder, the mayor of Arl, lied."
    quote = Quote("q", "indirect", (Span(8, 43),))
    [name] = [
        one for one in find_names(article(text), None, (quote,)) if one.label == "Ines Calder"
    ]
    assert [span.of(text) for span in name.claimed] == ["mayor of Arl"]


def test_an_ordinary_word_at_a_sentence_start_is_no_part_of_a_name() -> None:
    text = (
        "Telling Ines Calder to stop was hard . Norlandian Lucan Farrow left . Will Farrow stay ?"
    )
    found = modelled(
        text,
        **{
            "Telling_Ines_Calder": "PERSON",
            "Norlandian_Lucan_Farrow": "GPE",
            "Will_Farrow": "PERSON",
        },
    )
    assert list(found) == ["Ines Calder", "Lucan Farrow"]
    assert forms(text, found["Lucan Farrow"]) == [("Lucan Farrow", "full"), ("Farrow", "short")]


def test_an_insult_before_a_full_name_is_no_part_of_it() -> None:
    text = "He called Crooked Ines Calder a liar . Ines Calder left ."
    assert list(modelled(text, **{"Crooked_Ines_Calder": "PERSON", "Ines_Calder": "PERSON"})) == [
        "Ines Calder"
    ]


def test_some_of_a_people_are_nobody() -> None:
    assert modelled("Some Norlanders said no .", Some_Norlanders="PERSON") == {}


def test_a_particle_belongs_to_the_capital_before_it() -> None:
    text = "For Fouzia Al Hashim it was late . Al Hashim said no ."
    found = modelled(text, **{"Fouzia_Al_Hashim": "PERSON", "Al_Hashim": "PERSON"})
    assert forms(text, found["Fouzia Al Hashim"]) == [
        ("Fouzia Al Hashim", "full"),
        ("Al Hashim", "full"),
    ]


def test_the_agency_of_a_dateline_is_no_other_word_for_the_town() -> None:
    text = "HALDEN (NPA) — Shares fell. NPA said so. Halden was calm."
    found = names(text)
    assert [kind for kind in kinds(found).items() if kind[0] == "NPA"] == [("NPA", "organisation")]
    assert (
        all(form != "NPA" for form, _ in forms(text, found["HALDEN"]))
        if "HALDEN" in found
        else True
    )


def test_a_first_name_inside_another_name_is_not_the_person() -> None:
    text = "Ines Calder and George Farrow met in Prince George . It was Jan. 9 ."
    found = modelled(text, **{"Ines_Calder": "PERSON", "George_Farrow": "PERSON"})
    assert forms(text, found["George Farrow"]) == [("George Farrow", "full")]


def test_a_partys_word_belongs_to_a_body() -> None:
    text = "The Republican Lake Circle met . The Oak Cabin Republicans left ."
    found = modelled(text, **{"Lake_Circle": "PERSON", "Oak_Cabin": "ORG"})
    assert kinds(found) == {
        "Republican Lake Circle": "organisation",
        "Oak Cabin Republicans": "organisation",
    }


def test_a_honorific_or_a_first_name_tells_the_gender() -> None:
    assert names("Ms Zoltan spoke. Ms Zoltan left.")["Zoltan"].gender == "f"
    assert names("George Farrow left.")["George Farrow"].gender == "m"


def parsed(text: str, nouns: tuple[str, ...], **labels: str) -> dict[str, list[str]]:
    """The roles when a model tags these words as nouns and labels those."""
    doc = Doc(Vocab(), words=text.split(" "))
    for token in doc:
        token.pos_ = "NOUN" if token.text in nouns else "X"
    spans = []
    for words, label in labels.items():
        start = text.find(words.replace("_", " "))
        spans.append(doc.char_span(start, start + len(words), label=label))
    doc.ents = [span for span in spans if span is not None]
    found = find_names(article(doc.text.strip()), doc)
    return {name.label: [span.of(doc.text) for span in name.roles] for name in found}


def test_the_role_is_the_whole_noun_phrase_behind_the_name() -> None:
    text = "Ines Calder, 41, co-director of the Arl Programme, left."
    assert roles(text, "left") == ["co-director of the Arl Programme"]
    text = "“No,” said Ines Calder, president and chief executive of the Arl Committee."
    assert roles(text, "No") == ["president and chief executive of the Arl Committee"]
    text = "Ines Calder, a student working at Arl, said so."
    assert roles(text, "so") == ["student"]
    assert roles("Ines Calder, the president refused to go, left.", "left") == []


def test_a_noun_of_people_who_do_something_is_a_role_before_a_full_name() -> None:
    found = parsed("The freeholder Ines Calder left .", ("freeholder",), Ines_Calder="PERSON")
    assert found == {"Ines Calder": ["freeholder"]}
