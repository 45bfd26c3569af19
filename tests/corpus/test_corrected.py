"""What a person said about names wins, and what matches nothing is a problem."""

import re
from pathlib import Path

import pytest

from generator import correct
from generator.model import NameCorrection, Story
from tests.corpus.stories import corpus, story

ILSE = story("a", "{Ilse Varnholt}, <engineer=Ilse Varnholt>, spoke. [Ilse Varnholt: “Well.”]")
ELSE = story("b", "{Else Varnhold} slept. [Else Varnhold: “Zzz.”]")


def say(name: str, **fields: object) -> NameCorrection:
    return NameCorrection("seeds/corrections.yml:3", name, **fields)  # type: ignore[arg-type]


def names(*stories: Story, corrections: tuple[NameCorrection, ...]) -> list[tuple[str, str, int]]:
    found = corpus(*stories, names=corrections)
    assert found.problems == ()
    return [(entity.id, entity.name, len(entity.appears_in)) for entity in found.entities]


def test_a_merge_joins_what_the_rules_would_not() -> None:
    [her] = corpus(ILSE, ELSE, names=(say("Ilse Varnholt", also=("Else Varnhold",)),)).entities
    assert (her.name, her.by, len(her.said), her.appears_in) == (
        "Ilse Varnholt",
        "human",
        2,
        ("a", "b"),
    )


def test_the_name_to_show_need_not_stand_in_an_article() -> None:
    merged = say("Ilse von Varnholt", also=("Ilse Varnholt", "Else Varnhold"))
    assert names(ILSE, ELSE, corrections=(merged,)) == [
        ("ilse-von-varnholt", "Ilse von Varnholt", 2)
    ]


def test_a_rename_changes_name_and_address() -> None:
    assert names(ILSE, corrections=(say("Ilse Varnholt", rename="Ilsebill Varnholt"),)) == [
        ("ilsebill-varnholt", "Ilsebill Varnholt", 1)
    ]


def test_kind_and_roles_are_the_persons() -> None:
    [her] = corpus(ILSE, names=(say("Ilse Varnholt", kind="group", roles=("a choir",)),)).entities
    assert (her.kind, [(role.words, role.article) for role in her.roles]) == (
        "group",
        [("a choir", "")],
    )
    [her] = corpus(ILSE, names=(say("Ilse Varnholt", roles=()),)).entities
    assert her.roles == ()


def test_not_a_name_has_no_page_and_speaks_no_word() -> None:
    found = corpus(ILSE, ELSE, names=(say("Ilse Varnholt", not_a_name=True),))
    assert [entity.id for entity in found.entities] == ["else-varnhold"]
    assert [ref.article for ref in found.speakers] == ["b"]
    assert found.links["a"] == ()


def test_a_split_makes_two_of_one() -> None:
    other = story("c", "{Ilse Varnholt} baked.")
    split = say("Ilse Varnholt", rename="Ilse Varnholt (baker)", only_in=("c",))
    assert names(ILSE, other, corrections=(split,)) == [
        ("ilse-varnholt", "Ilse Varnholt", 1),
        ("ilse-varnholt-baker", "Ilse Varnholt (baker)", 1),
    ]


def test_a_family_name_alone_is_told_whom_it_means_in_one_article() -> None:
    one, two = story("b", "{Anna Varnholt} slept."), story("c", "{Varnholt} baked.")
    meant = say("Anna Varnholt", also=("Varnholt",), only_in=("b", "c"))
    assert names(ILSE, one, two, corrections=(meant,)) == [
        ("anna-varnholt", "Anna Varnholt", 2),
        ("ilse-varnholt", "Ilse Varnholt", 1),
    ]


def test_two_that_look_alike_are_no_longer_listed_when_a_person_said_so() -> None:
    one, two = story("a", "{Petra Quillfeather} met."), story("b", "{Petra Quillfether} met.")
    assert len(corpus(one, two).problems) == 1
    apart = say("Petra Quillfeather", apart_from=("Petra Quillfether",))
    assert corpus(one, two, names=(apart,)).problems == ()


def test_two_that_the_rules_would_join_stay_two_when_a_person_said_so() -> None:
    one, two = story("a", "{Ilse Varnholt} met."), story("b", "{Ilse M. Varnholt} met.")
    assert len(corpus(one, two).entities) == 1
    assert (
        len(
            corpus(
                one, two, names=(say("Ilse Varnholt", apart_from=("Ilse M. Varnholt",)),)
            ).entities
        )
        == 2
    )


def test_a_correction_of_the_government_leaves_the_town_alone() -> None:
    one = (
        story("a", "{gov:Moscow} spoke in {place:Moscow=Moscow (town)}."),
        story("b", "Rain in {place:Moscow}."),
    )
    found = corpus(*one, names=(say("Moscow", rename="Russian government"),))
    assert [(e.name, e.kind) for e in found.entities if e.name != "Moscow (town)"] == [
        ("Moscow", "place"),
        ("Russian government", "government"),
    ]


def test_what_matches_nothing_is_a_problem_with_a_suggestion() -> None:
    [problem] = corpus(ILSE, names=(say("Ilse Warnholt", rename="X Y"),)).problems
    assert str(problem) == (
        "seeds/corrections.yml:3: no article has the name “Ilse Warnholt” — did you mean “Ilse Varnholt”?"
    )
    [problem] = corpus(ILSE, names=(say("Ilse Varnholt", also=("Qqq",)),)).problems
    assert (problem.what, problem.hint) == (
        "no article has the name “Qqq”",
        "check the spelling, or remove the correction",
    )
    [problem] = corpus(ILSE, names=(say("Ilse Warnholt", not_a_name=True),)).problems
    assert problem.hint == "did you mean “Ilse Varnholt”?"
    problems = corpus(ILSE, names=(say("Ilse Varnholt", only_in=("aa",)),)).problems
    assert "there is no article “aa”" in [problem.what for problem in problems]


def test_two_corrections_that_name_one_differently_are_a_problem() -> None:
    found = corpus(
        ILSE, names=(say("Ilse Varnholt", rename="A A"), say("Ilse Varnholt", rename="B B"))
    )
    assert [entity.name for entity in found.entities] == ["A A"]
    assert [problem.what for problem in found.problems] == [
        "“B B” and “A A” are the same one, and both corrections name it"
    ]


@pytest.mark.parametrize(("which", "people"), [(0, 1), (1, 2)])
def test_the_correction_of_a_likely_pair_can_be_pasted(
    tmp_path: Path, which: int, people: int
) -> None:
    stories = story("a", "{Dmitry Polyansky} spoke."), story("b", "{Dmitri Polyanskiy} slept.")
    [problem] = corpus(*stories).problems
    entries = re.findall(r"- \{[^}]*\}", problem.hint)
    assert len(entries) == 2  # if they are one; if they are two
    file = tmp_path / "corrections.yml"
    file.write_text(f"names:\n  {entries[which]}\n", encoding="utf-8")
    loaded = correct.load(file)
    assert loaded.problems == ()
    found = corpus(*stories, names=loaded.names)
    assert (len(found.entities), found.problems) == (people, ())


def test_one_role_is_refused_and_the_others_stay() -> None:
    told = story("c", "{Ilse Varnholt}, <mayor of Fenby=Ilse Varnholt>, slept.")
    [her] = corpus(
        ILSE, told, names=(say("Ilse Varnholt", not_roles=("the mayor of Fenby",)),)
    ).entities
    assert [role.words for role in her.roles] == ["engineer"]
    assert her.by == "human"


def test_a_refused_role_that_nobody_gives_is_named() -> None:
    [problem] = corpus(ILSE, names=(say("Ilse Varnholt", not_roles=("pilot",)),)).problems
    assert str(problem).startswith(
        "seeds/corrections.yml:3: no article gives “Ilse Varnholt” the role “pilot”"
    )


def test_the_other_of_two_has_a_name_and_an_entry_of_their_own() -> None:
    other = story("c", "{Ilse Varnholt} baked.")
    split = say("Ilse Varnholt", only_in=("a",), elsewhere="Ilse Varnholt (baker)")
    assert names(ILSE, other, corrections=(split,)) == [
        ("ilse-varnholt", "Ilse Varnholt", 1),
        ("ilse-varnholt-baker", "Ilse Varnholt (baker)", 1),
    ]
    hers = say("Ilse Varnholt (baker)", roles=("baker",))
    found = corpus(ILSE, other, names=(split, hers)).entities
    assert [(one.name, [role.words for role in one.roles]) for one in found] == [
        ("Ilse Varnholt", ["engineer"]),
        ("Ilse Varnholt (baker)", ["baker"]),
    ]
