"""Articles in languages that the rules don't know: shown and searched, and said once a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.languages.which import name_of, rules_know
from generator.model import Problem, Story


def is_read(story: Story) -> bool:
    """Whether quotations and names were looked for in it."""
    return rules_know(story.annotations.lang)


def unread(stories: Sequence[Story]) -> Iterator[Problem]:
    """A note for each language that isn't English, at its first article."""
    held: defaultdict[str, list[Story]] = defaultdict(list)
    for story in stories:
        if not is_read(story):
            held[name_of(story.annotations.lang)].append(story)
    for name, found in sorted(held.items()):
        count = "1 article is" if len(found) == 1 else f"{len(found)} articles are"
        yield Problem(
            f"seeds/{found[0].article.source}",
            f"{count} in {name}: shown and searched, but no quotations or names are looked for",
            "if that is wrong, state the language: lang: en",
            note=True,
        )
