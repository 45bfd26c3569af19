/* The search page. All is put in as text, never as HTML; nothing is loaded before somebody asks. */

import { fold, terms } from "./lists.js";

const form = document.querySelector("[data-fl-search]");
const status = document.querySelector("[data-fl-status]");
const list = document.querySelector("[data-fl-results]");
const more = document.querySelector("[data-fl-more]");
const FACETS = ["speaker", "kind", "outlet", "year", "collection"];
const STEP = 20;
const PEOPLE = 4; // before "more"
const root = new URL("../../", import.meta.url);
const guessed = document.querySelector("[data-fl-guess]"), whom = document.querySelector("[data-fl-people]");
let engine, known, found, shown, turn = 0;

function start() {
  engine ??= import("./search.js").then(({ open }) => open(new URL("pagefind/", root))).then(async (opened) => {
    fill(await opened.facets());
    return opened;
  });
  return engine;
}

function fill(facets) {
  for (const name of FACETS) {
    const field = form.elements[name];
    const into = field.list ?? field;
    const counted = Object.entries(facets[name] ?? {}).filter(([value]) => value);
    counted.sort(([a, n], [b, m]) => (name === "year" ? b.localeCompare(a) : m - n || a.localeCompare(b)));
    for (const [value, count] of counted.slice(0, 1000)) {
      const option = new Option(field.list ? "" : `${value} (${count})`, value);
      into.append(option);
    }
    if (!field.list) field.value = new URLSearchParams(location.search).get(name) ?? "";
  }
}

async function search() {
  const mine = ++turn;
  say("Searching …");
  try {
    known ??= import("./names.js").then(({ open }) => open(new URL("search/names.json", root)));
    const [opened, people] = await Promise.all([start(), known.catch(() => null)]);
    const asked = Object.fromEntries(FACETS.map((name) => [name, form.elements[name].value ? [form.elements[name].value] : []]));
    const words = form.elements.words.value;
    remember(words, asked);
    if (!words.trim() && !FACETS.some((name) => asked[name].length)) return clear();
    const meant = await understood(opened, people, words, asked);
    if (mine !== turn) return;
    const answer = await opened.find(meant.words, asked);
    if (mine !== turn) return;
    guessed.replaceChildren(...meant.said);
    showPeople(people?.find(terms(meant.words)) ?? []);
    found = answer;
    shown = 0;
    list.replaceChildren();
    say(meant.nothing ? "Nothing to show" : found.count === 1 ? "1 page" : `${found.count} pages`);
    if (meant.nothing) { found = { count: 0, page: async () => [] }; }
    await next();
  } catch (error) {
    engine = undefined;
    say("The search index can’t be loaded. This site may have been built without Pagefind; the search box at the top still works.");
  }
}

/* Words that no page has are named; a name that is meant is looked for instead, and that is said. */
async function understood(opened, people, words, asked) {
  if (/["“”„«»]/.test(words)) return { words, said: [] };
  const said = [], kept = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const plain = fold(word).replace(/[^\p{L}\p{N}']/gu, "");
    if (!plain || await stands(opened, plain)) { kept.push(word); continue; }
    const other = people?.guess(plain);
    const line = make("p", "rq-by", `No page has “${word}”. `);
    if (other) {
      kept.push(other);
      line.append("These are the results for ", make("b", "", other), ".");
    }
    said.push(line);
  }
  return { words: kept.join(" "), said, nothing: !kept.length && said.length > 0 && !Object.values(asked).some((held) => held.length) };
}

/* The index answers a word that it doesn't have with another: what it has marked tells. */
async function stands(opened, word) {
  const answer = await opened.find(word, {});
  if (!answer.count) return false;
  const stem = word.replace(/'?s$|(?:i?ed|ing|ly|ies)$/, "");
  const pages = await answer.page(0, 2);
  return pages.some((page) => fold(page.title).includes(word) || [page.excerpt, ...page.quotes.map((quote) => quote.pieces)].some((pieces) =>
    pieces.some(([text, hit]) => hit && fold(text).split(/[^\p{L}\p{N}']+/u).some((one) => one.startsWith(word) || (stem.length > 2 && one.startsWith(stem.slice(0, Math.max(3, stem.length - 1))) && Math.abs(one.length - word.length) < 4)))));
}

function showPeople(rows) {
  whom.hidden = !rows.length;
  const list = whom.querySelector("ol");
  const shown = rows.slice(0, PEOPLE).map((row) => {
    const item = make("li"), name = make("h3");
    name.append(link(row.path, row.name));
    item.append(name, make("p", "rq-role", row.role || { place: "Place", organisation: "Organisation" }[row.kind] || ""), make("span"),
      make("p", "rq-num", row.quotes ? `${row.quotes} ${row.quotes === 1 ? "quote" : "quotes"}` : `named in ${row.articles} ${row.articles === 1 ? "article" : "articles"}`));
    return item;
  });
  list.replaceChildren(...shown);
  whom.querySelector(".rq-more")?.remove();
  if (rows.length > PEOPLE) {
    const more = link(`people/?who=all&words=${encodeURIComponent(form.elements.words.value)}`, `${rows.length - PEOPLE} more of these names`);
    more.className = "rq-more";
    whom.append(more);
  }
}

async function next() {
  const mine = turn;
  const pages = await found.page(shown, shown + STEP);
  if (mine !== turn) return;
  const apart = new Set([...whom.querySelectorAll("h3 a")].map((a) => a.href)); // who stands above already
  list.append(...pages.filter((page) => !apart.has(new URL(page.url, root).href)).map(result));
  shown += pages.length;
  more.hidden = shown >= found.count;
}

function result(page) {
  const item = make("li", "rq-hit");
  const title = make("h2");
  title.append(link(page.url, page.title));
  item.append(title);
  const told = [page.outlet, day(page.date)].filter(Boolean).join(", ");
  if (told) item.append(make("p", "rq-by", told));
  for (const quote of page.quotes.slice(0, 5)) {
    const box = make("blockquote");
    box.dir = "auto";
    if (quote.kind !== "direct") box.dataset.kind = quote.kind;
    const words = link(quote.url, "");
    if (quote.say) words.append(make("b", "rq-say", quote.say), " ");
    words.append(...marked(quote.pieces));
    const by = make("p", "rq-by", `${quote.speaker || "Speaker not identified"}, ${quote.kind}`);
    box.append(words, by);
    item.append(box);
  }
  if (!page.quotes.length) {
    const excerpt = make("p");
    excerpt.dir = "auto";
    excerpt.append(...marked(page.excerpt));
    item.append(excerpt);
  }
  return item;
}

function day(iso) {
  const [year, month, date] = iso.split("-");
  return [date && Number(date), month && "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[month - 1], year].filter(Boolean).join(" ");
}

function marked(pieces) {
  return pieces.flatMap(([words, hit]) => [hit ? make("mark", "", words) : words, " "]);
}

function link(url, words) {
  const made = make("a", "", words);
  made.href = new URL(url, root);
  return made;
}

function make(tag, name = "", words = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}

function clear() {
  guessed.replaceChildren();
  whom.hidden = true;
  list.replaceChildren();
  more.hidden = true;
  say("");
}

function say(words) {
  status.textContent = words;
}

function remember(words, asked) {
  const query = new URLSearchParams();
  if (words) query.set("words", words);
  for (const [name, [value]] of Object.entries(asked)) if (value) query.set(name, value);
  history.replaceState(null, "", `${query.size ? `?${query}` : location.pathname}`);
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(search, 250);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("input", soon);
form.addEventListener("focusin", (event) => {
  if (event.target.name !== "words") start().catch(() => {});
});
more.addEventListener("click", next);

const given = new URLSearchParams(location.search);
if (given.has("q") && !given.has("words")) given.set("words", given.get("q"));
if (given.size) {
  for (const name of ["words", "speaker"]) form.elements[name].value = given.get(name) ?? "";
  start().catch(() => {}).then(search);
}
