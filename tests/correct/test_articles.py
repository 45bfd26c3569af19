"""Metadata that a person gives an article, and entries that no article takes."""

from generator.correct import Corrections, correct_articles, orphans, read
from generator.model import Article
from tests.correct.marked import marked

STORY = marked("The bridge is shut.", id="demo/bridge", source="demo/2042-03-12-bridge.md")


def corrected(entries: Corrections) -> Article:
    articles, problems = correct_articles([STORY.article], entries)
    assert problems == []
    return articles[0]


def test_fields_are_set_and_the_text_is_not_touched() -> None:
    entries = read(
        "articles: [{article: demo/bridge, title: Bridge shut, date: 2042-03, outlet: Post, publish: quotes}]"
    )
    article = corrected(entries)
    assert (article.title, article.date, article.date_from) == (
        "Bridge shut",
        "2042-03",
        "corrections",
    )
    assert (article.publication, article.publish) == ("Post", "quotes")
    assert article.by_hand == ("date", "publication", "publish", "title")
    assert (article.text, article.id) == (STORY.article.text, STORY.article.id)


def test_an_article_is_named_by_its_address_or_its_file() -> None:
    for name in ("demo/bridge", "demo/2042-03-12-bridge.md", "seeds/demo/2042-03-12-bridge.md"):
        entries = read(f"articles: [{{article: {name}, title: New}}]")
        assert corrected(entries).title == "New"
        assert orphans(entries, [STORY.article]) == ()


def test_entries_about_no_article_are_listed_with_the_nearest_one() -> None:
    entries = read(
        "articles:\n - {article: demo/bridg, title: New}\nquotes:\n - {article: x, words: y, drop: true}"
    )
    assert [str(problem) for problem in orphans(entries, [STORY.article])] == [
        "seeds/corrections.yml:2: there is no article 'demo/bridg' — did you mean 'demo/bridge'?",
        "seeds/corrections.yml:4: there is no article 'x' — give its address or its file",
    ]


def test_problems_of_the_file_are_listed_too() -> None:
    assert len(orphans(read("people: []"), [STORY.article])) == 1


def test_a_slug_moves_an_article_and_its_former_address_leads_there() -> None:
    entries = read(
        "articles: [{article: demo/bridge, slug: old-bridge}]\nquotes: [{article: demo/bridge, words: y, drop: true}]"
    )
    article = corrected(entries)
    assert (article.id, article.redirect_from) == ("demo/old-bridge", ("articles/demo/bridge",))
    assert orphans(entries, [article]) == ()


def test_a_slug_that_is_taken_is_a_problem_and_changes_nothing() -> None:
    other = marked("The ferry runs.", id="demo/ferry", source="demo/ferry.md").article
    entries = read("articles: [{article: demo/bridge, slug: ferry}]")
    articles, problems = correct_articles([STORY.article, other], entries)
    assert [article.id for article in articles] == ["demo/bridge", "demo/ferry"]
    assert [str(problem) for problem in problems] == [
        "seeds/corrections.yml:1: the address demo/ferry is in use — choose another slug"
    ]


def test_a_draft_is_left_out() -> None:
    assert correct_articles(
        [STORY.article], read("articles: [{article: demo/bridge, draft: true}]")
    ) == ((), [])


def test_the_kind_of_text_is_said_in_one_line_by_any_of_its_names() -> None:
    for word, kind in (("interview", "turns"), ("Live blog", "live"), ("fiction", "fiction")):
        entries = read(f"articles: [{{article: demo/bridge, document: {word}}}]")
        assert (entries.problems, corrected(entries).document) == ((), kind)
    cleared = read("articles: [{article: demo/bridge, document: }]")
    assert corrected(cleared).document is None


def test_a_kind_of_text_that_is_none_is_named_with_its_line() -> None:
    entries = read("articles:\n  - article: demo/bridge\n    document: poem")
    assert [str(problem) for problem in entries.problems] == [
        "seeds/corrections.yml:3: document: 'poem' is no kind of document — write narrative, turns, "
        "questions, live, statement, fiction"
    ]
