"""Notes for Obsidian, read back by a parser of Markdown and one of front matter."""

from __future__ import annotations

import re

import frontmatter
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.export.programs.obsidian import _plain, obsidian
from tests.export.by_hand import SITE, small

BLOCK_ID = re.compile(r"\^(q-[0-9a-z]+)")
MARKS = "\\`*_{}[]()<>#+-.!|~=%$^&:@\"'/\n 1a"


def notes() -> dict[str, str]:
    return {page.path: str(page.text) for page in obsidian(small(), SITE)}


def words(markdown: str) -> str:
    """What a reader of the note sees, as one line; fails if anything is markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}, children
    return "".join(child.content for child in children)


@given(st.one_of(st.text(max_size=40), st.text(MARKS, min_size=1, max_size=30)))
def test_words_of_an_article_are_no_markup(text: str) -> None:
    line = " ".join(re.sub("[\x00\ud800-\udfff]", "\ufffd", text).split())
    if line:
        assert words(_plain(text)) == line


def test_what_only_obsidian_reads_as_markup_is_escaped() -> None:
    for mark in ("[[Bo]]", "%%gone%%", "==lit==", "#tag", "^block", "$x$", "a | b", "key:: value"):
        assert f"\\{mark[0]}" in _plain(mark) or "\\" in _plain(mark), mark


def test_each_quotation_has_a_block_that_its_speakers_note_embeds() -> None:
    held = notes()
    articles = {path: text for path, text in held.items() if path.startswith("Articles/")}
    corpus = small()
    for story in corpus.stories:
        note = articles[f"Articles/{story.article.id}.md"]
        assert sorted(BLOCK_ID.findall(note)) == sorted(q.id for q in story.annotations.quotes)
    embedded = re.findall(r"!\[\[(Articles/[^#\]]+)#\^([^\]]+)\]\]", "".join(held.values()))
    assert len(embedded) == sum(len(entity.said) for entity in corpus.entities)
    for note, block in embedded:
        assert f"\n> ^{block}\n" in articles[f"{note}.md"]


def test_front_matter_is_read_back() -> None:
    note = frontmatter.loads(notes()["Articles/varn/flood.md"])
    assert note["title"] == "=1+1 in Varn"
    assert note["publication"] == "'t Blad"
    assert note["tags"] == ["water-money", "dam"]


def test_a_link_of_a_speaker_leads_to_the_note_that_there_is() -> None:
    held = notes()
    people = set(re.findall(r"\[\[(People/[^|\]]+)\|", "".join(held.values())))
    assert people
    assert {f"{name}.md" for name in people} <= set(held)
