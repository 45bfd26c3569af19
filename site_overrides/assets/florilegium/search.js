/* Asks Pagefind, and turns what it says into quotations. Plain text only: whoever shows it makes the markup. */

const WORDS = 28; // words of an excerpt

/* base: URL of the folder pagefind/ */
export async function open(base) {
  const pagefind = await import(new URL("pagefind.js", base));
  await pagefind.options({ excerptLength: WORDS, ranking: { metaWeights: { title: 5 } } });
  await pagefind.init();
  return {
    facets: () => pagefind.filters(),
    find: (query, facets) => find(pagefind, query, facets),
  };
}

/* facets: {speaker: ["…"], kind: ["…"], …}. Answers {count, facets, page(from, to)}. */
async function find(pagefind, query, facets = {}) {
  const asked = query.replace(/[“”„«»]/g, '"').trim();
  const filters = Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length));
  const found = await pagefind.search(asked || null, { filters });
  return {
    count: found.results.length,
    facets: found.filters,
    page: (from, to) => Promise.all(found.results.slice(from, to).map((hit) => hit.data().then((page) => shown(page, facets)))),
  };
}

/* A page that was found: {url, title, date, outlet, excerpt, quotes: [{url, speaker, kind, pieces, matches}]} */
function shown(page, facets) {
  const words = split(page);
  const hits = new Set(page.locations);
  const url = page.raw_url.replace(/^\//, "");
  const quotes = passages(page).filter((q) => wanted(q, facets)).map((q) => ({
    url: `${url}#${q.anchor}`,
    speaker: q.speaker,
    kind: q.kind,
    matches: page.locations.filter((at) => at >= q.start && at < q.end).length,
    pieces: pieces(words, q.start, q.end, hits),
  }));
  const matching = quotes.filter((q) => q.matches || !hits.size);
  matching.sort((a, b) => b.matches - a.matches);
  const start = Math.max(0, (page.locations[0] ?? 0) - 6);
  return {
    url,
    title: page.meta.title ?? "",
    date: page.meta.date ?? "",
    outlet: page.meta.outlet ?? "",
    shows: page.meta.shows ?? "article",
    said: Number(page.meta.said ?? 0),
    excerpt: pieces(words, start, start + WORDS, hits),
    quotes: matching,
  };
}

/* The words as Pagefind numbers them (pagefind.js, build_excerpt) */
function split(page) {
  const raw = page.raw_content;
  if (!raw.includes("\u200B")) return page.content.split(/[\r\n\s]+/);
  return raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split("\u200B");
}

/* Quotations: marks "q-…|kind|speaker" and "end|q-…", made by generator/search.py */
function passages(page) {
  const ends = new Map(page.anchors.filter((a) => a.id.startsWith("end|")).map((a) => [a.id.slice(4), a.location]));
  return page.anchors.filter((a) => a.id.startsWith("q-")).map((a) => {
    const [anchor, kind, speaker] = a.id.split("|");
    return { anchor, kind, speaker: decodeURIComponent(speaker), start: a.location, end: ends.get(anchor) ?? a.location };
  });
}

function wanted(quote, facets) {
  return [["speaker", quote.speaker], ["kind", quote.kind]].every(
    ([name, value]) => !facets[name]?.length || facets[name].includes(value));
}

/* [[text, whether it was searched for], …] */
function pieces(words, start, end, hits) {
  const made = [];
  for (let at = start; at < Math.min(end, words.length); at++) {
    const hit = hits.has(at);
    const last = made[made.length - 1];
    if (last && last[1] === hit) last[0] += ` ${words[at]}`;
    else made.push([words[at], hit]);
  }
  return made;
}
