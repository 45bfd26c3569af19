from generator.engine.subjects_nav import with_subjects

NAV = [{"Home": "index.md"}, {"Quotes": "quotes/index.md"}, {"Method": "method/index.md"}]
PAGES = ["subjects/index.md", *(f"subjects/{name}/index.md" for name in ("a", "b", "c"))]


def test_three_subjects_have_an_entry_behind_the_quotes() -> None:
    assert with_subjects(NAV, PAGES) == [*NAV[:2], {"Subjects": "subjects/index.md"}, NAV[2]]


def test_fewer_or_named_already_have_none() -> None:
    assert with_subjects(NAV, PAGES[:3]) == NAV
    assert with_subjects(NAV, [*PAGES[:3], "subjects/a/page~2/index.md"]) == NAV
    named = [*NAV, {"Topics": "subjects/index.md"}]
    assert with_subjects(named, PAGES) == named
