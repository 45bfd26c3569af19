from generator.model import Article, Kind, Quote, Span
from generator.pages import dates
from generator.pages.archive import Said
from generator.pages.charts import chart


def said(date: str | None, kind: Kind = "direct") -> Said:
    article = Article(id="a", source="a.txt", title="A", text="“No.”", blocks=(), date=date)
    return Said(article, Quote("q-1", kind, (Span(0, 5),)), 1, None, None)


def test_dates_in_words() -> None:
    assert [dates.long(d) for d in ("2042-03-12", "2042-03", "2042", None)] == [
        "12 March 2042",
        "March 2042",
        "2042",
        "",
    ]
    assert dates.short("2042-09-01") == "1 Sep 2042"
    assert dates.long("2042-13-01") == "2042"
    assert dates.span(["2042-03-12", "2041-11-04"]) == "4 November 2041 – 12 March 2042"
    assert dates.span(["2042-03-12"]) == "12 March 2042"
    assert dates.span([]) == ""


def test_one_date_makes_no_chart() -> None:
    assert chart((said("2042-03-12"), said("2042-03-12"), said(None))) is None
    assert chart((said("2042-03-12"), said("2042-03-14"))) is None


def test_months_are_drawn_with_the_empty_ones_between() -> None:
    drawn = chart(
        (
            said("2041-11-04"),
            said("2041-11-05", "mixed"),
            said("2042-01-02", "indirect"),
            said("2042"),
        )
    )
    assert drawn is not None
    assert drawn.unit == "Month"
    assert [(b.label, b.short, b.year, b.total) for b in drawn.bars] == [
        ("November 2041", "N", "2041", 2),
        ("December 2041", "D", "", 0),
        ("January 2042", "J", "2042", 1),
    ]
    assert (drawn.bars[0].direct_steps, drawn.bars[0].mixed_steps) == (25, 25)
    assert drawn.left_out == 1


def test_more_than_36_months_are_quarters_and_more_than_36_quarters_years() -> None:
    quarters = chart((said("2040-01-01"), said("2043-02-01")))
    years = chart((said("2030-01-01"), said("2043-02-01")))
    assert quarters is not None
    assert years is not None
    assert (quarters.unit, len(quarters.bars), quarters.bars[0].label) == ("Quarter", 13, "Q1 2040")
    assert (years.unit, len(years.bars)) == ("Year", 14)


def test_of_many_years_only_so_many_are_labelled_as_have_room() -> None:
    drawn = [chart((said("1999"), said(last))) for last in ("2014", "2043", "2071")]
    few, many, most = ([(bar.short, bar.wide) for bar in one.bars] for one in drawn if one)
    assert all(short and not wide for short, wide in few)
    assert [short for short, _ in many if short] == [
        f"’{year % 100:02}" for year in range(2000, 2044, 5)
    ]
    assert [short or wide for short, wide in many] == [
        f"’{year % 100:02}" for year in range(1999, 2044)
    ]
    assert [short or wide for short, wide in most if short or wide] == [
        f"’{n % 100:02}" for n in range(2000, 2072, 5)
    ]


def test_a_year_that_the_next_would_run_into_is_left_out() -> None:
    tight, fine = (
        chart((said("2041-11-04"), said("2044-10-04"))),
        chart((said("2041-09-04"), said("2044-08-04"))),
    )
    assert tight is not None
    assert fine is not None
    assert [bar.year for bar in tight.bars if bar.year] == ["2042", "2043", "2044"]
    assert [bar.year for bar in fine.bars if bar.year] == ["2041", "2042", "2043", "2044"]


def test_of_years_far_apart_every_nth_is_labelled() -> None:
    drawn = chart(tuple(said(str(year)) for year in range(1603, 2043, 20)))
    assert drawn is not None
    assert [bar.short for bar in drawn.bars if bar.short] == [
        f"’{year % 100:02}" for year in range(1603, 2043, 40)
    ]


def test_years_far_apart_are_not_joined_by_thousands_of_empty_bars() -> None:
    drawn = chart((said("0042"), said("2042")))
    assert drawn is not None
    assert [bar.label for bar in drawn.bars] == ["42", "2042"]
