/* Material's search box asks this worker; Pagefind answers. Messages as in Material 9:
   setup 0 → ready 1, query 2 → result 3. What Material gets here it prints as HTML, so every text is escaped. */

const SHOWN = 20; // pages in the box; the search page has them all
const QUOTES = 3; // quotations of a page that are seen without opening "more on this page"
let engine, turn = 0;

self.onmessage = async ({ data: { type, data } }) => {
  if (type === 0) self.postMessage({ type: 1 });
  if (type !== 2) return;
  const mine = ++turn;
  const found = await items(data);
  if (mine === turn) self.postMessage({ type: 3, data: { items: found } }); // an earlier query may answer later
};

async function items(query) {
  if (!query.trim()) return [];
  try {
    engine ??= import("./search.js").then((m) => m.open(new URL("../../pagefind/", self.location)));
    const found = await (await engine).find(query);
    const pages = await found.page(0, SHOWN);
    const rest = found.count > SHOWN ? [all(query, found.count)] : [];
    return [...pages.map((page) => item(page, query)), ...rest];
  } catch (error) {
    engine = undefined;
    return [[{ location: "search/", title: "The search index can’t be loaded", text: text(String(error)), score: 1, terms: {} }]];
  }
}

function item(page, query) {
  const terms = Object.fromEntries(query.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => [word, true]));
  const told = [page.outlet, page.date].filter(Boolean).map(text).join(", ");
  const title = text(page.title) + (told ? ` <small>${told}</small>` : "");
  const excerpt = `<p>${html(page.excerpt)}</p>`;
  return [
    { location: page.url, title, text: excerpt, score: 1, terms },
    ...page.quotes.map((quote, number) => ({
      location: quote.url,
      title: text(quote.speaker || "Unknown speaker"),
      text: `<p>${html(quote.pieces)}</p>`,
      score: number < QUOTES ? 1 : 0.5,
      terms,
    })),
  ];
}

function all(query, count) {
  const location = `search/?words=${encodeURIComponent(query)}`;
  return [{ location, title: `All ${count} pages, with filters`, text: "", score: 0.1, terms: {} }];
}

function html(pieces) {
  return pieces.map(([words, hit]) => (hit ? `<mark>${text(words)}</mark>` : text(words))).join(" ");
}

function text(words) {
  return words.replace(/[^\p{L}\p{N} ,.]/gu, (c) => `&#${c.codePointAt(0)};`);
}
