"""Florilegium: a folder of articles in, a searchable, citable site of who said what out.

    seeds/*  ──read──▶ Article ──parse──▶ Doc ──annotate──▶ Annotations        one article: MAP
                          (parse is the slow step and the only one cached)
    seeds/corrections.yml ──── quotes: ───────────────────▶ correct             by: machine → by: human
             │                                                 │
             │                                  Story = Article + Annotations
             │                                                 │  all of them
             └──────────────── names: ────────────────────▶ link                whole corpus: REDUCE
                                                               │
                                                            Corpus
                                                               │
    templates/*.j2 ─────────────────────────────────────────▶ pages             EMIT
                                                               │
                                                       Page(path, text)
                                                               │ write (changed files only)
                                                               ▼
                              .build/docs/** ──▶ MkDocs + site_overrides/ ──▶ site/
    Problem(where, what, hint) … collected on the way ──▶ printed by the command line, warned by the hook

`build.py` knows the order of the stages; only `edit.py` does too, for one article while `mkdocs
serve` runs. The rooms:

    languages/   words, on the ground: one `Language`, picked in `words.py`, that the rules read
    read/        a file → an Article            fields/    what an article says of itself
    annotate/    one article: text → quotations, names → speakers → confidence
    correct/     what people decided, laid over it
    corpus/      all articles: who/ is who, the same statements/, related, links
    pages/ export/ cite/     what is written    disk/      whole or not at all
    cache/       may be lost: costs time        history/   must not: former addresses
    engine/      MkDocs and nothing else, with `mkdocs_hook.py`
"""

__version__ = "0.1.0"
