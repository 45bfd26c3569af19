"""Who is who: one entity for everything that the articles call by names of the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.corpus.order import when
from generator.corpus.who import corrected, profiles
from generator.corpus.who.claims import reasons
from generator.corpus.who.corrected import Said
from generator.corpus.who.evidence import has_page
from generator.corpus.who.forms import Form, forms_of
from generator.corpus.who.groups import Groups
from generator.corpus.who.lookalikes import likely_pairs
from generator.corpus.who.namesakes import with_namesakes
from generator.corpus.who.nations import is_national
from generator.corpus.who.organisations import has_words, join_organisations, own_papers
from generator.corpus.who.persons import join_persons
from generator.corpus.who.spelling import body, country, fold, shown, sort_name
from generator.corpus.who.standing import Common, called, common_words, stands
from generator.languages.words import ORGANISATIONS
from generator.model import Entity, EntityKind, NameCorrection, Problem, QuoteRef, Story, Why
from generator.paths import slug

# Which of two with the same name keeps the plain address; the other gets its kind behind it:
# "moscow-place".
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "government", "group", "place")

# Key of an acronym or full name → the name that the site shows.
COMMON_NAMES = {
    key: name for short, full, name in ORGANISATIONS.acronyms for key in (fold(short), body(full))
}

Bearer = tuple[str, str]  # (Article.id, Name.label)


@dataclass(frozen=True, slots=True)
class Known:
    """The entities, and whom each article's names mean."""

    entities: tuple[Entity, ...]  # by id
    bearers: dict[Bearer, str]  # → Entity.id
    problems: tuple[Problem, ...] = ()
    whys: dict[Bearer, str] = field(default_factory=dict)  # of those that a claim joined: its kind

    @property
    def kinds(self) -> dict[str, EntityKind]:
        """Entity.id → kind."""
        return {entity.id: entity.kind for entity in self.entities}


@dataclass(frozen=True, slots=True)
class _Set:
    """Forms that are one entity, on the way to it."""

    kind: EntityKind
    name: str
    root: int
    forms: list[Form]
    human: Said


def who_is_who(stories: Sequence[Story], names: Sequence[NameCorrection]) -> Known:
    """Join the names of all articles into entities, as yet without what they said."""
    common = common_words(stories)
    forms = forms_of(
        corrected.bearers_left(stories, names),
        called(common),
        lambda story, name: stands(story, name, common),
    )
    groups = Groups(forms, corrected.two_of(forms, names))
    doubts = [*join_persons(groups), *join_organisations(groups)]
    said, problems = corrected.apply(groups, names)
    problems += corrected.not_names_unmatched(stories, names)
    problems += corrected.unknown_articles(stories, names)
    problems += corrected.roles_not_given(groups, names)
    entities, bearers, named = _entities(groups, said, common)
    problems += likely_pairs(groups, doubts, named, corrected.kept_apart(names))
    whys = {
        (story.article.id, name.label): str(kind)
        for kind, i in groups.settled
        for story, name in groups.forms[i].bearers
    }
    by_id = sorted(entities, key=lambda entity: entity.id)
    marked, notes = with_namesakes(by_id, bearers, stories)
    problems += notes
    return Known(marked, bearers, tuple(problems), whys)


def with_sayings(
    known: Known, speakers: Mapping[QuoteRef, str], others: Mapping[QuoteRef, tuple[str, ...]]
) -> tuple[Entity, ...]:
    """The entities, each with its quotations."""
    said = profiles.sayings(speakers, others)
    return tuple(replace(entity, said=said.get(entity.id, ())) for entity in known.entities)


def _entities(
    groups: Groups, said: Mapping[int, Said], common: Common
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
        if human == Said() and not has_page(forms, kind, common):
            continue
        sets.append(_Set(kind, human.name or _shown(forms, kind), root, forms, human))
    named = {one.root: one.name for one in sets}  # as printed, for a correction to name
    sets = _told_apart(groups, sets)
    whys = reasons(groups)
    entities: list[Entity] = []
    bearers: dict[Bearer, str] = {}
    taken: set[str] = set()
    shared = Counter(slug(one.name) for one in sets)
    for one in sorted(
        sets, key=lambda one: (KINDS.index(one.kind), one.name, one.forms[0].alone, one.root)
    ):
        wanted = slug(one.name)
        if shared[wanted] > 1 and all(form.alone for form in one.forms):  # one of several Smiths
            wanted = f"{wanted}-in-{slug(one.forms[0].alone)}"
        entity = _entity(_free(wanted, one.kind, taken), one, whys.get(one.root, ()))
        entities.append(entity)
        taken.add(entity.id)
        bearers |= {
            (story.article.id, held.label): entity.id
            for form in one.forms
            for story, held in form.bearers
        }
    return entities, bearers, named


def _told_apart(groups: Groups, sets: Sequence[_Set]) -> list[_Set]:
    """The sets, each with what tells it from others: "Senate (Canada)", "Varnholt (which one is not
    known)".
    """
    countries = {groups.of(form): country for form, country in groups.of_country.items()}
    unknown = {groups.of(form) for form in groups.open}
    bare = {one.root: _bare(one) if one.root in countries else one.name for one in sets}
    shared = Counter(bare.values())
    out = []
    for one in sets:
        name = one.name
        if one.human.name is None and one.root in unknown:
            name = f"{name} (which one is not known)"
        elif one.human.name is None and shared[bare[one.root]] > 1 and one.root in countries:
            of = countries[one.root]
            name = f"{bare[one.root]} ({country(of) or of.title()})"
        out.append(replace(one, name=name))
    return out


def _bare(one: _Set) -> str:
    """The name of a body that many countries have, without its country: "Senate"."""
    found = (shown(form.label, one.kind) for form in one.forms if is_national(form.key))
    return next(found, one.name)


def _entity(id: str, one: _Set, why: tuple[Why, ...]) -> Entity:
    group = sorted(
        (bearer for form in one.forms for bearer in form.bearers),
        key=lambda bearer: when(bearer[0].article),
    )
    human = one.human
    return Entity(
        id=id,
        name=one.name,
        kind=one.kind,
        sort=sort_name(one.name, one.kind) if "(" not in one.name else one.name,
        aliases=profiles.aliases(group),
        roles=profiles.roles(group, human.not_roles)
        if human.roles is None
        else profiles.by_hand(human.roles),
        appears_in=tuple(dict.fromkeys(story.article.id for story, _ in group)),
        by="machine" if human == Said() else "checked" if human.only_checked else "human",
        why=why,
    )


def _most(kinds: Iterable[EntityKind]) -> EntityKind:
    counts = Counter(kinds)
    return min(counts, key=lambda kind: (-counts[kind], KINDS.index(kind)))


def _shown(forms: Sequence[Form], kind: EntityKind) -> str:
    """The full name that most articles print, the longer of two that as many print.

    A well-known organisation's usual name; a paper's name, where its own articles call it "the
    Courier".
    """
    usual = [
        COMMON_NAMES[form.key] for form in forms if kind != "person" and form.key in COMMON_NAMES
    ]
    if usual:
        return usual[0]
    papers = {paper for form in forms if kind == "organisation" for paper in own_papers(form)}
    if len({body(paper) for paper in papers}) == 1:
        return shown(min(papers), kind)
    known = [country(form.key) for form in forms] if kind != "person" else []
    if named := next(filter(None, known), None):
        return named
    full = [form for form in forms if not form.alone] or list(forms)
    if kind != "person":
        full = [form for form in full if not any(_introduces(other, form) for other in full)]
    group = sorted(
        ((form.called(name), story) for form in full for story, name in form.bearers),
        key=lambda bearer: when(bearer[1].article),
    )
    labels = Counter(shown(words, kind) for words, _ in group)  # a label stands once an article
    # the older of two: a Counter keeps the order
    return min(labels, key=lambda label: (-labels[label], -len(label)))


def _introduces(longer: Form, form: Form) -> bool:
    """Whether a longer name is the full one: most articles that print the shorter have its first
    words too ("Water Trust" in articles about Eddermoor, beside "Eddermoor Water Trust").
    """
    if not longer.key.endswith(" " + form.key):
        return False
    first = longer.key.removesuffix(form.key).split()
    having = [has_words(story, first) for story, _ in form.bearers]
    return 2 * sum(having) >= len(having)


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
