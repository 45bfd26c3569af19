"""Corrections outlive edits of the article: they find their quotation again, or they are listed.

The thresholds of `place.py` were set while looking at seeds 0 to 2999, so what the tests below
assert of seeds 0 to 999 is a floor against regressions, not a measurement. On seeds 100000 to
104999, looked at once afterwards: 4,828 attached, 168 listed, 4 wrong. In three of those the
article holds the same words twice and an edit gave the twin the context of the one that was meant;
in one the entry was wrong before the edit. They are not told apart.
"""

import random
from dataclasses import replace

from generator.correct import correct_story
from generator.correct.entries import Corrections, QuoteCorrection
from generator.model import Story
from tests.conftest import ROOT
from tests.correct.attach import measured
from tests.correct.marked import marked

WORDS = (
    "the a of to in and on for with at by from minister harbour bridge council engineer river budget school ferry "
    "market union winter road signal council vote plan report night water price rain boat line work year talks deal "
    "close open build repair delay promise fear hope sink rise fall pay meet warn agree refuse begin end hold break"
).split()
PEOPLE = ("Ann Lee", "Bob Ash", "Cal Ode", "Dee Fry")
ENDINGS = ("said {0}.", "{0} told reporters.", "according to {0}, who spoke on Friday.")

Sentence = tuple[int, str]  # number of the quotation in it, -1 = none; marked text


def plain(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(3, 14))).capitalize() + "."


def quoting(rng: random.Random, words: str = "") -> str:
    words = (
        words
        or " ".join(rng.choices(WORDS, k=rng.choice((1, 2, 4, 6, 9, 12, 20, 40)))).capitalize()
    )
    person = rng.choice(PEOPLE)
    return f"[{person}: “{words},”] " + rng.choice(ENDINGS).format(person)


def article(rng: random.Random) -> list[list[Sentence]]:
    """Paragraphs of sentences; one in ten quotations has the words of an earlier one."""
    paragraphs: list[list[Sentence]] = []
    said: list[str] = []
    for _ in range(rng.randint(4, 14)):
        paragraph: list[Sentence] = []
        for _ in range(rng.randint(1, 4)):
            if rng.random() < 0.5:
                again = rng.choice(said) if said and rng.random() < 0.1 else ""
                said.append(quoting(rng, again[again.find("“") + 1 : again.find(",”")]))
                paragraph.append((len(said) - 1, said[-1]))
            else:
                paragraph.append((-1, plain(rng)))
        paragraphs.append(paragraph)
    return paragraphs if said else article(rng)


def edited(rng: random.Random, paragraphs: list[list[Sentence]], kept: int) -> list[list[Sentence]]:
    """Some of the other sentences removed, rewritten, added; paragraphs moved."""
    made: list[list[Sentence]] = []
    for paragraph in paragraphs:
        sentences: list[Sentence] = []
        for number, sentence in paragraph:
            act = rng.random()
            if number == kept or act < 0.7:
                sentences.append((number, sentence))
            elif act < 0.8:
                sentences.append((-1, plain(rng)))
            if rng.random() < 0.15:
                sentences.append((-2, quoting(rng)) if rng.random() < 0.5 else (-1, plain(rng)))
        if sentences:
            made.append(sentences)
    if rng.random() < 0.3:
        rng.shuffle(made)
    return made


def story_of(paragraphs: list[list[Sentence]]) -> tuple[Story, list[int]]:
    """The story, and the number of each of its quotations in text order."""
    story = marked(*(" ".join(sentence for _, sentence in paragraph) for paragraph in paragraphs))
    return story, [number for paragraph in paragraphs for number, _ in paragraph if number != -1]


def correction_of(rng: random.Random, story: Story, index: int) -> QuoteCorrection:
    """What a person would write: the words, or the first few; words around, if `check` asks for
    them or at will.
    """
    text, (part,) = story.article.text, story.annotations.quotes[index].parts
    words = part.of(text).strip("“”,")
    if rng.random() < 0.3 and len(words.split()) > 8:
        words = " ".join(words.split()[: rng.randint(6, 8)])
    before, after = (
        " ".join(text[: part.start].split()[-5:]),
        " ".join(text[part.end :].split()[:3]),
    )
    entry = QuoteCorrection(
        "seeds/corrections.yml:1", "a", words, speaker="Eve New", speaker_given=True
    )
    with_context = replace(entry, before=before, after=after)
    return entry if rng.random() < 0.3 and hand(story, entry) == [index] else with_context


def hand(story: Story, entry: QuoteCorrection) -> list[int]:
    """Which quotations of a story the entry changes."""
    made = correct_story(story, Corrections(quotes=(entry,)))
    return [index for index, quote in enumerate(made.annotations.quotes) if quote.by == "human"]


def outcome(seed: int, typo: bool = False) -> str:
    """ "attached", "listed", or what should not be: "wrong" (another quotation is changed), "lost"
    (without a word).
    """
    rng = random.Random(seed)  # noqa: S311
    before = article(rng)
    story, numbers = story_of(before)
    index = rng.randrange(len(numbers))
    entry = correction_of(rng, story, index)
    after = edited(rng, before, numbers[index])
    if typo:
        after = [
            [(n, misspelt(rng, s) if n == numbers[index] else s) for n, s in paragraph]
            for paragraph in after
        ]
    story, now = story_of(after)
    made = correct_story(story, Corrections(quotes=(entry,)))
    changed = [
        n for n, quote in zip(now, made.annotations.quotes, strict=True) if quote.by == "human"
    ]
    if changed:
        return "attached" if changed == [numbers[index]] else "wrong"
    return "listed" if made.annotations.problems else "lost"


def misspelt(rng: random.Random, sentence: str) -> str:
    """The quotation with one word of its ten or more changed; a shorter one as it is."""
    start, end = sentence.index("“") + 1, sentence.index(",”")
    words = sentence[start:end].split()
    if len(words) >= 10:
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return sentence[:start] + " ".join(words) + sentence[end:]


def test_after_edits_elsewhere_95_in_100_find_their_quotation_and_the_others_are_listed() -> None:
    results = [outcome(seed) for seed in range(1000)]
    assert set(results) <= {"attached", "listed"}
    assert results.count("attached") >= 950


def test_after_one_of_ten_words_changed_too_90_in_100_find_their_quotation() -> None:
    results = [outcome(seed, typo=True) for seed in range(1000)]
    assert results.count("attached") >= 900
    assert results.count("lost") == 0


def test_of_the_forms_entries_98_in_100_find_their_quotation_after_edits_elsewhere() -> None:
    """`python -m tests.correct.attach` prints the figures."""
    for name, figure in measured(ROOT / "tests/seeds").items():
        assert figure.entries > 300, name
        assert figure.attached >= 0.98 * figure.entries, (name, figure)
        assert figure.wrong == 0, (name, figure)
