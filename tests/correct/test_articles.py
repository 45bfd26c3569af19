"""Metadata that a person gives an article, and entries that no article takes."""

from generator.correct import correct_article, orphans, read
from tests.correct.marked import marked

STORY = marked("The bridge is shut.", id="demo/bridge", source="demo/2042-03-12-bridge.md")


def test_fields_are_set_and_the_text_is_not_touched() -> None:
    entries = read(
        "articles: [{article: demo/bridge, title: Bridge shut, date: 2042-03, outlet: Post, publish: quotes}]"
    )
    article = correct_article(STORY.article, entries)
    assert (article.title, article.date, article.date_from) == ("Bridge shut", "2042-03", "corrections")
    assert (article.publication, article.publish) == ("Post", "quotes")
    assert article.by_hand == ("date", "publication", "publish", "title")
    assert (article.text, article.id) == (STORY.article.text, STORY.article.id)


def test_an_article_is_named_by_its_address_or_its_file() -> None:
    for name in ("demo/bridge", "demo/2042-03-12-bridge.md", "seeds/demo/2042-03-12-bridge.md"):
        entries = read(f"articles: [{{article: {name}, title: New}}]")
        assert correct_article(STORY.article, entries).title == "New"
        assert orphans(entries, [STORY]) == ()


def test_entries_about_no_article_are_listed_with_the_nearest_one() -> None:
    entries = read("articles:\n - {article: demo/bridg, title: New}\nquotes:\n - {article: x, words: y, drop: true}")
    assert [str(problem) for problem in orphans(entries, [STORY])] == [
        "seeds/corrections.yml:2: there is no article 'demo/bridg' — did you mean 'demo/bridge'?",
        "seeds/corrections.yml:4: there is no article 'x' — give its address or its file",
    ]


def test_problems_of_the_file_are_listed_too() -> None:
    assert len(orphans(read("people: []"), [STORY])) == 1
