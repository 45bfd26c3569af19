"""What the articles say of one entity: the forms of its name, its roles, what it said and where it
appears.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.corpus.order import in_time
from generator.corpus.who.without_possessive import without_possessive
from generator.languages.words import ROLES, TITLES
from generator.model import Alias, Name, QuoteRef, Role, Span, Story, normal_words

MANY_MORE = 2  # times as many articles give the shorter words of a role

Bearers = Iterable[tuple[Story, Name]]


def said_by(stories: Sequence[Story], known: Mapping[tuple[str, str], str]) -> dict[QuoteRef, str]:
    """Who said each quotation, as Entity.id, by date and then in text order; unknown speakers are
    absent.

    `known`: (Article.id, Name.label) → Entity.id.
    """
    found: dict[QuoteRef, str] = {}
    for story in in_time(stories):
        for quote in story.annotations.quotes:
            entity = known.get((story.article.id, quote.speaker)) if quote.speaker else None
            if entity is not None:
                found[QuoteRef(story.article.id, quote.id)] = entity
    return found


def said_too(
    stories: Iterable[Story], known: Mapping[tuple[str, str], str], speakers: Mapping[QuoteRef, str]
) -> dict[QuoteRef, tuple[str, ...]]:
    """Who else said it together with the speaker, as Entity.ids; only where a person said so."""
    found: dict[QuoteRef, tuple[str, ...]] = {}
    for story in stories:
        for quote in story.annotations.quotes:
            if quote.others:
                ref = QuoteRef(story.article.id, quote.id)
                ids = [known.get((story.article.id, label)) for label in quote.others]
                others = dict.fromkeys(id for id in ids if id and id != speakers.get(ref))
                found |= {ref: tuple(others)} if others else {}
    return found


def sayings(
    speakers: Mapping[QuoteRef, str], others: Mapping[QuoteRef, tuple[str, ...]]
) -> dict[str, tuple[QuoteRef, ...]]:
    """What each entity said, alone or together with others, in the order of `speakers`."""
    said: defaultdict[str, list[QuoteRef]] = defaultdict(list)
    for ref, entity in speakers.items():
        for id in (entity, *others.get(ref, ())):
            said[id].append(ref)
    return {entity: tuple(refs) for entity, refs in said.items()}


def aliases(bearers: Bearers) -> tuple[Alias, ...]:
    """The forms as printed, without ’s, most frequent first. "The diplomat" at a sentence start
    counts as "the …".
    """
    counts: Counter[str] = Counter()
    for story, name in bearers:
        for mention in name.mentions:
            words = without_possessive(mention.span, story.article.text).of(story.article.text)
            words = " ".join(words.split())
            counts[
                "the " + words[4:] if words.startswith("The ") and mention.form == "role" else words
            ] += 1
    return tuple(
        Alias(words, count)
        for words, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def roles(bearers: Bearers, refused: Iterable[str] = ()) -> tuple[Role, ...]:
    """The words that gave a role, those of most articles first, then the oldest, each said once.

    Two that have the same telling words are one, shown as first printed. One whose words are all in
    a longer one ("chief engineer" in "chief engineer of the Water Trust") is left out, unless the
    longer one says that the role has changed ("former chief engineer"), or many more articles give
    the shorter. "Mr" and "Dame" are no roles, and neither are those that a person `refused`.
    """
    wrong = frozenset(map(telling_of, refused))
    first: dict[frozenset[str], Role] = {}
    given: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    titles: set[frozenset[str]] = set()
    ordered = sorted(
        bearers, key=lambda bearer: (bearer[0].article.date is None, bearer[0].article.date or "")
    )
    for story, name in ordered:
        starts = {mention.span.start for mention in name.mentions}
        for span in name.roles:
            words = span.of(story.article.text)
            telling = telling_of(words)
            if telling - TITLES.courtesy and telling not in wrong:
                first.setdefault(telling, Role(words, story.article.id, span, story.article.date))
                given[telling].add(story.article.id)
                if span.end + 1 in starts:
                    titles.add(telling)
    kept = [
        replace(role, articles=len(given[telling]), title=telling in titles)
        for telling, role in first.items()
        if not any(
            _says_more(other, telling) and len(given[telling]) <= MANY_MORE * len(given[other])
            for other in first
        )
    ]
    return tuple(sorted(kept, key=lambda role: -role.articles))  # of as many, the oldest first


def telling_of(role: str) -> frozenset[str]:
    """The words by which a role is known as the same one."""
    return frozenset(normal_words(role).split()) - ROLES.small


def by_hand(words: Iterable[str]) -> tuple[Role, ...]:
    """Roles that a person wrote in the corrections: no article gave them, so `article` is "" and
    there is no date.
    """
    return tuple(Role(role, "", Span(0, 0), None) for role in words)


def is_news(role: Role, held: Iterable[Role]) -> bool:
    """Whether `roles` would list this one beside those that it lists already."""
    telling = telling_of(role.words)
    others = [telling_of(other.words) for other in held]
    return telling not in others and not any(_says_more(other, telling) for other in others)


def _says_more(longer: frozenset[str], shorter: frozenset[str]) -> bool:
    return shorter < longer and not (longer - shorter) & ROLES.standing
