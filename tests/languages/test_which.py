"""Telling a text's language, and what an article that isn't English gets: its text, and nothing
false.
"""

from pathlib import Path

import pytest

from generator.annotate import annotate
from generator.languages.which import is_right_to_left, language_of, name_of
from generator.model import Annotations
from tests.conftest import make_project, run_module
from tests.pages.made import article

GERMAN = (
    "Der Damm ist nicht sicher, sagte die Ingenieurin am Montag, und das wissen auch alle im Rat. "
    "„Wir haben es ihnen oft genug gesagt“, so Varnholt. Nach Angaben der Stadt wird er geprüft."
)
TEXTS = {
    "de": GERMAN,
    "fr": "La digue n’est pas sûre, a dit l’ingénieure lundi, et tous le savent dans le conseil. "
    "« Nous le leur avons dit », a-t-elle ajouté avec les autres.",
    "es": "El dique no es seguro, dijo la ingeniera el lunes, y todos lo saben en el consejo. "
    "«Se lo hemos dicho», añadió para la prensa.",
    "nl": "De dam is niet veilig, zei de ingenieur op maandag, en dat weten ze allemaal in de raad. "
    "Het water staat er tot aan de rand van de weg.",
    "ru": "Плотина не безопасна, сказала инженер в понедельник, и это все знают в совете.",
    "uk": "Гребля не є безпечною, сказала інженерка в понеділок, і це знають усі у раді та в місті.",
    "he": "הסכר אינו בטוח, אמרה המהנדסת ביום שני, וכולם במועצה יודעים זאת.",
    "zh": "工程师周一表示，大坝并不安全，议会中的每个人都知道这一点。",
    "ja": "技師は月曜日、ダムは安全ではないと述べ、議会の誰もがそれを知っている。",
    "el": "Το φράγμα δεν είναι ασφαλές, είπε η μηχανικός τη Δευτέρα.",
    "und-Arab": "السد ليس آمنا، قالت المهندسة يوم الاثنين.",
    "en": "The dam is not safe, the engineer said on Monday, and “die Mauer” is what they call it.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_a_language_is_told_by_its_letters_or_its_small_words(tag: str) -> None:
    assert language_of(TEXTS[tag]) == tag


@pytest.mark.parametrize("text", ["", "Varnholt", "2042", "“Ja, ja”", "Le Monde et la Tribune"])
def test_what_is_too_short_to_tell_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_what_a_file_says_of_itself_counts() -> None:
    assert language_of(GERMAN, "en-GB") == "en-GB"
    assert language_of(TEXTS["en"], "pt_BR") == "pt-BR"
    assert (name_of("pt-BR"), name_of("xx"), is_right_to_left("ar-EG")) == (
        "Portuguese",
        "xx",
        True,
    )


def test_nothing_is_found_in_another_language() -> None:
    german = article("damm", f"Der Damm\nEin Bericht\n{GERMAN}")
    assert annotate(german, None) == Annotations(lang="de")


def test_the_site_says_so_once_a_language(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for name, text in (
        ("eins", GERMAN),
        ("zwei", GERMAN.replace("Damm", "Deich")),
        ("ayn", TEXTS["he"]),
    ):
        (project / "seeds" / f"{name}.md").write_text(
            f"---\ntitle: {name}\n---\n\n{text}\n", encoding="utf-8"
        )
    (project / "seeds" / "one.md").write_text("---\ntitle: one\n---\n\n“It holds,” said Ann Lee.\n")
    checked = run_module(project, "generator", "check").stdout
    assert checked.count("2 articles are in German: shown and searched") == 1
    assert checked.count("1 article is in Hebrew") == 1
    assert run_module(project, "mkdocs", "build", "-q", "--strict").returncode == 0
    page = (project / "site/articles/eins/index.html").read_text(encoding="utf-8")
    assert "<div class=rq-body lang=de dir=ltr>" in page
    assert "This article is in German." in page
    assert "scare quote" not in page
    assert "lang=he dir=rtl" in (project / "site/articles/ayn/index.html").read_text(
        encoding="utf-8"
    )
    method = (project / "site/method/index.html").read_text(encoding="utf-8")
    assert "2 articles in German, 1 article in Hebrew" in method
    people = (project / "site/people/index.html").read_text(encoding="utf-8")
    assert "Ann Lee" in people
    assert "Angaben" not in people + (project / "site/organisations/index.html").read_text(
        encoding="utf-8"
    )
