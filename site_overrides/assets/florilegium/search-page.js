/* The search page. All is put in as text, never as HTML; nothing is loaded before somebody asks. */

import { open } from "./search.js";

const form = document.querySelector("[data-fl-search]");
const status = document.querySelector("[data-fl-status]");
const list = document.querySelector("[data-fl-results]");
const more = document.querySelector("[data-fl-more]");
const FACETS = ["speaker", "kind", "outlet", "year", "collection"];
const STEP = 20;
const root = new URL("../../", import.meta.url);
let engine, found, shown, turn = 0;

function start() {
  engine ??= open(new URL("pagefind/", root)).then(async (opened) => {
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
    const opened = await start();
    const asked = Object.fromEntries(FACETS.map((name) => [name, form.elements[name].value ? [form.elements[name].value] : []]));
    const words = form.elements.words.value;
    remember(words, asked);
    if (!words.trim() && !FACETS.some((name) => asked[name].length)) return clear();
    const answer = await opened.find(words, asked);
    if (mine !== turn) return;
    found = answer;
    shown = 0;
    list.replaceChildren();
    say(found.count === 1 ? "1 page" : `${found.count} pages`);
    await next();
  } catch (error) {
    engine = undefined;
    say("The search index can’t be loaded. This site may have been built without Pagefind; the search box at the top still works.");
  }
}

async function next() {
  const mine = turn;
  const pages = await found.page(shown, shown + STEP);
  if (mine !== turn) return;
  list.append(...pages.map(result));
  shown += pages.length;
  more.hidden = shown >= found.count;
}

function result(page) {
  const item = make("li", "rq-hit");
  const title = make("h2");
  title.append(link(page.url, page.title));
  item.append(title);
  const told = [page.outlet, page.date].filter(Boolean).join(", ");
  if (told) item.append(make("p", "rq-by", told));
  for (const quote of page.quotes.slice(0, 5)) {
    const box = make("blockquote");
    box.dir = "auto";
    const words = link(quote.url, "");
    if (quote.say) words.append(make("b", "rq-say", quote.say), " ");
    words.append(...marked(quote.pieces));
    const by = make("p", "rq-by", `${quote.speaker || "Unknown speaker"}, ${quote.kind}`);
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
if (given.size) {
  for (const name of ["words", "speaker"]) form.elements[name].value = given.get(name) ?? "";
  start().catch(() => {}).then(search);
}
