"""The marked articles that are seeds have the text that the reader gives."""

import json
from typing import Any

import pytest

from generator.read import read_seeds
from tests.conftest import SEEDS
from tests.gold.compile import GOLD

SEED_TEXTS = {a.source.rpartition(".")[0]: a.text for a in read_seeds(SEEDS).articles}
ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()
]
IDS = sorted(a["id"] for a in ARTICLES if not a["id"].startswith("invented/"))


@pytest.mark.parametrize("name", IDS)
def test_marked_text_is_the_text_that_is_read(name: str) -> None:
    marked = next(a["text"] for a in ARTICLES if a["id"] == name)
    assert marked == SEED_TEXTS[name]


def test_every_article_of_the_demonstration_is_marked() -> None:
    demo = sorted(name for name in SEED_TEXTS if name.startswith("demo-eddermoor/"))
    assert demo == [name for name in IDS if name.startswith("demo-eddermoor/")]
