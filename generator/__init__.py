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
serve` runs.
"""

__version__ = "0.1.0"
