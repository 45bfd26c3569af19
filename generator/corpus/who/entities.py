"""Who is who: one entity for everything that the articles call by names of the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corpus.order import when
from generator.corpus.who import corrected, profiles
from generator.corpus.who.corrected import Said
from generator.corpus.who.forms import Form, forms_of
from generator.corpus.who.groups import Groups
from generator.corpus.who.lookalikes import likely_pairs
from generator.corpus.who.organisations import join_organisations, own_papers
from generator.corpus.who.persons import join_persons
from generator.corpus.who.spelling import body, fold, shown, sort_name
from generator.languages.english.name_words import COMMON_ACRONYMS
from generator.model import Entity, EntityKind, NameCorrection, Problem, QuoteRef, Story
from generator.paths import slug

# Which of two with the same name keeps the plain address; the other gets its kind behind it:
# "moscow-place".
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "government", "group", "place")

# Key of an acronym or full name → the name that the site shows.
COMMON_NAMES = {
    key: name for short, full, name in COMMON_ACRONYMS for key in (fold(short), body(full))
}

Bearer = tuple[str, str]  # (Article.id, Name.label)


@dataclass(frozen=True, slots=True)
class Known:
    """The entities, and whom each article's names mean."""

    entities: tuple[Entity, ...]  # by id
    bearers: dict[Bearer, str]  # → Entity.id
    problems: tuple[Problem, ...] = ()

    @property
    def kinds(self) -> dict[str, EntityKind]:
        """Entity.id → kind."""
        return {entity.id: entity.kind for entity in self.entities}


def who_is_who(stories: Sequence[Story], names: Sequence[NameCorrection]) -> Known:
    """Join the names of all articles into entities, as yet without what they said."""
    forms = forms_of(corrected.bearers_left(stories, names))
    groups = Groups(forms, corrected.two_of(forms, names))
    doubts = [*join_persons(groups), *join_organisations(groups)]
    said, problems = corrected.apply(groups, names)
    problems += corrected.not_names_unmatched(stories, names)
    problems += corrected.unknown_articles(stories, names)
    problems += corrected.roles_not_given(groups, names)
    entities, bearers, named = _entities(groups, said)
    problems += likely_pairs(groups, doubts, named, corrected.kept_apart(names))
    return Known(tuple(sorted(entities, key=lambda entity: entity.id)), bearers, tuple(problems))


def with_sayings(known: Known, speakers: Mapping[QuoteRef, str]) -> tuple[Entity, ...]:
    """The entities, each with its quotations."""
    said = profiles.sayings(speakers)
    return tuple(replace(entity, said=said.get(entity.id, ())) for entity in known.entities)


def _entities(
    groups: Groups, said: Mapping[int, Said]
) -> tuple[list[Entity], dict[Bearer, str], dict[int, str]]:
    """Every entity; whom each name of each article means; the name that each set of forms is shown
    by.
    """
    sets = []
    for members in groups.all():
        root = groups.of(members[0])
        forms = [groups.forms[i] for i in members]
        human = said.get(root, Said())
        kind = human.kind or _most(form.kind for form in forms for _ in form.bearers)
        sets.append((KINDS.index(kind), human.name or _shown(forms, kind), root, forms, human))
    entities: list[Entity] = []
    bearers: dict[Bearer, str] = {}
    taken: set[str] = set()
    named: dict[int, str] = {}
    shared = Counter(slug(name) for _, name, _, _, _ in sets)
    for kind_at, name, root, forms, human in sorted(
        sets, key=lambda one: (one[0], one[1], one[3][0].alone, one[2])
    ):
        wanted = slug(name)
        if shared[wanted] > 1 and all(form.alone for form in forms):  # one of several Smiths
            wanted = f"{wanted}-in-{slug(forms[0].alone)}"
        entity = _entity(_free(wanted, KINDS[kind_at], taken), name, KINDS[kind_at], forms, human)
        entities.append(entity)
        taken.add(entity.id)
        named[root] = name
        bearers |= {
            (story.article.id, held.label): entity.id
            for form in forms
            for story, held in form.bearers
        }
    return entities, bearers, named


def _entity(id: str, name: str, kind: EntityKind, forms: Sequence[Form], human: Said) -> Entity:
    group = sorted(
        (bearer for form in forms for bearer in form.bearers),
        key=lambda bearer: when(bearer[0].article),
    )
    return Entity(
        id=id,
        name=name,
        kind=kind,
        sort=sort_name(name, kind),
        aliases=profiles.aliases(group),
        roles=profiles.roles(group, human.not_roles)
        if human.roles is None
        else profiles.by_hand(human.roles),
        appears_in=tuple(dict.fromkeys(story.article.id for story, _ in group)),
        by="machine" if human == Said() else "human",
    )


def _most(kinds: Iterable[EntityKind]) -> EntityKind:
    counts = Counter(kinds)
    return min(counts, key=lambda kind: (-counts[kind], KINDS.index(kind)))


def _shown(forms: Sequence[Form], kind: EntityKind) -> str:
    """The full name that most articles print, the longer of two; a well-known organisation's usual
    name; a paper's name, where its own articles call it "the Courier".

    "Water Trust" is no full name beside "Eddermoor Water Trust".
    """
    usual = [
        COMMON_NAMES[form.key] for form in forms if kind != "person" and form.key in COMMON_NAMES
    ]
    if usual:
        return usual[0]
    papers = {paper for form in forms if kind == "organisation" for paper in own_papers(form)}
    if len({body(paper) for paper in papers}) == 1:
        return shown(min(papers), kind)
    full = [form for form in forms if not form.alone] or list(forms)
    if kind != "person":
        full = [
            form for form in full if not any(other.key.endswith(" " + form.key) for other in full)
        ]
    group = sorted(
        (bearer for form in full for bearer in form.bearers),
        key=lambda bearer: when(bearer[0].article),
    )
    labels = Counter(shown(name.label, kind) for _, name in group)
    # the older of two: a Counter keeps the order
    return min(labels, key=lambda label: (-labels[label], -len(label)))


def _free(wanted: str, kind: EntityKind, taken: set[str]) -> str:
    """`wanted`, or with the kind behind it, or with the kind and a number from 2."""
    if wanted not in taken:
        return wanted
    if f"{wanted}-{kind}" not in taken:
        return f"{wanted}-{kind}"
    number = 2
    while f"{wanted}-{kind}-{number}" in taken:
        number += 1
    return f"{wanted}-{kind}-{number}"
