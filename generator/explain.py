"""Every quotation of an article with the evidence for it, and a line to correct it by."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model import Problem, Quote, Story, band, normal_words

_CONTEXT = 5  # words before a quotation that tell it from another with the same words


def lines(story: Story) -> list[str]:
    """What `explain` prints: each quotation's words, cue, speaker, rules and confidence, and its
    correction entry.

    The entry is one line of YAML for `quotes:` in seeds/corrections.yml; as printed it changes
    nothing.
    """
    quotes = story.annotations.quotes
    text = story.article.text
    out = [
        story.article.title or story.article.id,
        f"{story.article.source} · {_count(len(quotes))}",
        "",
    ]
    for quote in quotes:
        out += [*_quotation(story, quote), ""]
    for left in story.annotations.not_speech:
        out.append(f"no quotation: {_one_line(left.span.of(text))} ({left.reason})")
    if story.annotations.left_out:
        out.append(f"left out as too unlikely: {_count(story.annotations.left_out)}")
    out += [str(problem) for problem in (*story.article.problems, *story.annotations.problems)]
    return out


def hints(stories: Iterable[Story], problems: Iterable[Problem]) -> list[str]:
    """What `check --fix-hints` prints: entries to paste into seeds/corrections.yml, each under what
    it is about.

    Quotations without a known speaker (fill in `speaker:`), then names that may be the same one.
    """
    quotes: list[str] = []
    for story in stories:
        for quote in story.annotations.quotes:
            if quote.speaker is None and quote.by == "machine":
                printed = (
                    _one_line(quote.printed.of(story.article.text))
                    if quote.printed
                    else "nobody is named"
                )
                quotes += [
                    f"  # {story.article.source}: {printed}",
                    f"  {correction(story, quote)}",
                ]
    names: list[str] = []
    for problem in problems:
        if problem.paste:
            names += [f"  # {problem.where}: {problem.what}", f"  - {problem.paste}"]
    return [*(["quotes:", *quotes] if quotes else []), *(["names:", *names] if names else [])]


def _count(number: int) -> str:
    return "1 quotation" if number == 1 else f"{number} quotations"


def _quotation(story: Story, quote: Quote) -> list[str]:
    text = story.article.text
    cue = _one_line(quote.cue.of(text)) if quote.cue else "none"
    printed = _one_line(quote.printed.of(text)) if quote.printed else "not printed"
    rule = (quote.rule or "hand").removeprefix("by ")  # what somebody gave is "by hand"
    by = (quote.speaker_rule or "no rule").removeprefix("by ")
    out = [
        f"{quote.id} · {quote.kind} · {quote.confidence:.2f} {band(quote.confidence)} · by {quote.by}",
        f"    words    {_one_line(quote.words(text))}",
        f"    cue      {cue}",
        f"    speaker  {printed} → {quote.speaker or 'unknown'}",
        f"    rules    found by {rule}; speaker by {by}",
    ]
    if quote.stance != "says":
        out.append(f"    stance   {quote.stance}")
    if quote.note:
        out.append(f"    note     {quote.note}")
    return [*out, f"    correct  {correction(story, quote)}"]


def correction(story: Story, quote: Quote) -> str:
    """One entry for `quotes:` in corrections.yml, in YAML's flow style; `before` or `after` if they
    stand twice.

    Strings are written as JSON writes them, which YAML reads as the same strings.
    """
    text = story.article.text
    words = _one_line(quote.words(text))
    entry = {"article": story.article.id, "words": words}
    if _stands_twice(text, quote):
        before = text[: quote.parts[0].start].split()[-_CONTEXT:]
        after = text[quote.parts[-1].end :].split()[:_CONTEXT]
        entry["before" if before else "after"] = " ".join(before or after)
    fields = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    fields.append(f"speaker: {json.dumps(quote.speaker, ensure_ascii=False)}")
    fields.append(f"kind: {quote.kind}")
    return "- {" + ", ".join(fields) + "}"


def _stands_twice(text: str, quote: Quote) -> bool:
    wanted = f" {normal_words(quote.parts[0].of(text))} "
    all_words = f" {normal_words(text)} "
    first = all_words.find(wanted)
    return first >= 0 and all_words.find(wanted, first + 1) >= 0


def _one_line(words: str) -> str:
    return " ".join(words.split())
