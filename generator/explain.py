"""Every quotation of an article with the evidence for it, and a line to correct it by."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model import (
    Corpus,
    Problem,
    Proposed,
    Question,
    Quote,
    Review,
    Story,
    band,
    normal_words,
)

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


def hints(
    stories: Iterable[Story], problems: Iterable[Problem], subjects: Proposed | None = None
) -> list[str]:
    """What `check --fix-hints` prints: entries to paste into seeds/corrections.yml, each under what
    it is about.

    Quotations without a known speaker (fill in `speaker:`), names that may be the same one,
    subjects that the words of quotations suggest; None = no subjects are asked for.
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
    return [
        *(["quotes:", *quotes] if quotes else []),
        *(["names:", *names] if names else []),
        *(_subjects(subjects) if subjects else []),
    ]


def _subjects(found: Proposed) -> list[str]:
    """What could be declared, and what of that which is declared could be looked at again."""
    lines = []
    for one in found.phrases:
        words = json.dumps(one.words, ensure_ascii=False)
        name = json.dumps(one.words[:1].upper() + one.words[1:], ensure_ascii=False)
        lines += [
            f"  # {one.quotes} quotations by {one.speakers} speakers in {one.articles} articles",
            f"  - {{ name: {name}, words: [{words}] }}",
        ]
    for more in found.words:
        inside = f"{more.articles} articles with it are about this subject"
        lines.append(
            f"  # {_one_line(more.subject)}: {more.words!r} may belong to its words; {inside}"
        )
    for two in found.alike:
        names = f"{_one_line(two.one)} and {_one_line(two.other)}"
        lines.append(
            f"  # {names}: {two.shared} of {two.of} quotations are the same; put one `under` the other"
        )
    return ["subjects:", *lines] if lines else []


def review(found: Review, corpus: Corpus) -> list[str]:
    """What `check --review` prints: how much is left, then each question with the lines that answer
    it, in the order of the page `/review/`.
    """
    out = [summary(found), ""]
    stories = {story.article.id: story for story in corpus.stories}
    for number, question in enumerate(found.questions, 1):
        story = stories.get(question.article)
        asked, answers = _asked(question, story)
        out += [f"{number}. {asked}" + (f" ({question.why})" if question.why else "")]
        out += [f"    {answer}" for answer in answers]
    return out


def summary(found: Review) -> str:
    """How much is left to look at: "3 questions left; about 80.5 % of 329 quotations are right, …"."""
    left = len(found.questions)
    asked = "1 question" if left == 1 else f"{left} questions"
    return (
        f"{asked} left; {found.by_hand} of {_count(found.quotes)} corrected or checked by hand; about "
        f"{100 * found.sure:.1f} % are right, {100 * found.after:.1f} % when all are answered"
    )


def _asked(question: Question, story: Story | None) -> tuple[str, list[str]]:
    """(the question, the entries that answer it, each under the word for it)."""
    names = [json.dumps(name, ensure_ascii=False) for name in question.names]
    if question.kind == "pair":
        yes, no = (
            f"- {{name: {names[0]}, {field}: [{names[1]}]}}" for field in ("also", "apart_from")
        )
        return f"Are {names[0]} and {names[1]} the same?", [f"yes: {yes}", f"no:  {no}"]
    if question.kind == "name":
        roles = json.dumps(list(question.roles), ensure_ascii=False)
        wrong = f"- {{name: {names[0]}, not_roles: {roles}}}"
        return (
            f"Is {names[0]} one person, and are these roles right: {'; '.join(question.roles)}?",
            [
                f"yes: - {{name: {names[0]}, checked: true}}",
                f"no:  {wrong}   # keep the wrong ones",
            ],
        )
    id_ = json.dumps(question.article, ensure_ascii=False)
    if question.kind == "language":
        yes, no = (f"- {{article: {id_}, lang: {lang}}}" for lang in (question.language, "en"))
        return f"Is {question.article} in {question.language}?", [f"yes: {yes}", f"no:  {no}"]
    assert story is not None  # noqa: S101 (a quotation stands in an article)
    quote = next(q for q in story.annotations.quotes if q.id == question.quote)
    words, entry = _one_line(quote.words(story.article.text)), correction(story, quote)
    asked = f"Does {quote.speaker} say this?" if quote.speaker else "Who says this?"
    yes = f"{entry[:-1]}, checked: true}}"
    return f"{asked} {words} — {question.article}, {round(100 * quote.confidence)} %", [
        f"yes: {yes}"
    ]


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
        f"    speaker  {printed} → {' and '.join((quote.speaker, *quote.others)) if quote.speaker else 'unknown'}",
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
    who = [quote.speaker, *quote.others] if quote.others else quote.speaker
    fields.append(f"speaker: {json.dumps(who, ensure_ascii=False)}")
    fields.append(f"kind: {quote.kind}")
    return "- {" + ", ".join(fields) + "}"


def _stands_twice(text: str, quote: Quote) -> bool:
    wanted = f" {normal_words(quote.parts[0].of(text))} "
    all_words = f" {normal_words(text)} "
    first = all_words.find(wanted)
    return first >= 0 and all_words.find(wanted, first + 1) >= 0


def _one_line(words: str) -> str:
    return " ".join(words.split())
