/* A speaker's page: fields over all that one says, bars that choose a period, and what is shown to take away. */

import { $, $$, announce, cell, fetched, fold, has, lit, many, plain, remember, restore, save, soon, terms } from "./lists.js";

const page = $(".rq-speaker[data-total]"), form = $("[data-rq-said]"), list = $(".rq-entries", page);
const total = Number(page.dataset.total), rest = page.dataset.rest.split(" ").filter(Boolean);
const fields = $$("[name]", form), clears = $$("[data-rq-clear]", page), menu = $("#rq-take");
const bars = $$(".rq-plot p", page), ends = $$(".rq-brush input", page), plot = $(".rq-brush", page);
const KINDS = ["direct", "mixed", "indirect"];
const top = Math.max(1, ...bars.map((bar) => Number($("b", bar)?.dataset.v ?? 0)));
let entries = $$(".rq-entry", list), whole, words = [];
let span = [0, bars.length];

/* the quotations that this page leaves out come once, when first needed */
function all() {
  whole ??= Promise.all(rest.map(fetched)).then((pages) => {
    if (!pages.length) return;
    entries = pages.flatMap((other) => $$(".rq-entries > .rq-entry", other)).map((entry) => document.importNode(entry, true));
    const acts = $(".rq-acts", list);
    for (const row of entries.flatMap((entry) => $$(".rq-said > li > p:last-child", entry))) if (acts) {
      const own = acts.cloneNode(true);
      $$("[data-do]", own).forEach((button) => button.remove()); /* those of another quotation: hand.js puts its own there */
      row.append(own);
    }
    $("#all-h", page).textContent = "All quotes";
    $$(":scope > .rq-initials, :scope > .rq-pager", list.parentNode).forEach((node) => { node.hidden = true; });
  });
  return whole;
}

function place(date) {
  return bars.findLastIndex((bar) => bar.dataset.m.length <= date.length && bar.dataset.m <= date);
}

function asked() {
  const found = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const part = span[0] > 0 || span[1] < bars.length;
  return { ...found, period: part ? span.join("-") : "" };
}

function show() {
  const want = asked(), [from, to] = span, narrowed = want.words || want.kind || want.say || want.source || want.band;
  words = terms(want.words);
  const any = remember(want), heights = bars.map(() => [0, 0, 0]);
  let count = 0;
  for (const entry of entries) {
    const at = bars.length ? place(entry.dataset.d) : -1;
    const inside = !want.period || (at >= from && at < to), source = plain($("cite", entry));
    let held = 0;
    for (const row of $$(".rq-said > li", entry)) {
      const said = $("blockquote", row), kind = row.dataset.kind ?? "direct";
      row.folded ??= fold(plain(said));
      const fits = (!want.kind || kind === want.kind) && (!want.say || (row.dataset.say ?? "says") === want.say) &&
        (!want.source || source === want.source) && (!want.band || band(row) === want.band) && words.every((word) => has(row.folded, word));
      if (fits && at >= 0) heights[at][KINDS.indexOf(kind)]++;
      row.hidden = !(fits && inside);
      held += !row.hidden;
      if (row.marked || words.length) lit(said, row.hidden ? [] : words);
      row.marked = words.length > 0;
    }
    entry.hidden = !held;
    entry.count = held;
    count += held;
  }
  arrange(want.order);
  bars.forEach((bar, n) => draw(bar, narrowed ? heights[n] : null, want.period && (n < from || n >= to)));
  brush(want.period);
  const shown = many(count, "quote");
  $(".rq-out", page).textContent = (count === total ? "" : `${count} of `) + many(total, "quote") +
    (want.period ? `, ${bars[from].dataset.l} – ${bars[to - 1].dataset.l}` : "");
  $("output", menu).textContent = shown;
  clears.forEach((button) => { button.hidden = !any; });
  $(".rq-none", page).hidden = count > 0;
}

function band(row) {
  const b = $("p > b", row);
  return b.dataset.band === "low" ? "low" : b.dataset.band === "hand" || sure(row) >= page.high ? "high" : "medium";
}
page.high = 86;

function sure(row) {
  const b = $("p > b", row);
  return b.dataset.band === "hand" ? 100 : Number(plain(b).replace(/\D+/g, ""));
}

/* in the order asked for, a heading over each year */
function arrange(how) {
  const shown = [...entries], least = (entry) => Math.min(...$$(".rq-said > li:not([hidden])", entry).map(sure));
  if (how === "new") shown.reverse();
  if (how === "conf") shown.sort((a, b) => least(a) - least(b));
  const made = [];
  const years = new Map();
  for (const entry of shown) if (!entry.hidden) {
    const year = entry.dataset.d.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + entry.count);
  }
  let before;
  for (const entry of shown) {
    const year = entry.dataset.d.slice(0, 4);
    if (!entry.hidden && how !== "conf" && year !== before && years.size > 1) {
      const heading = document.createElement("h3"), number = document.createElement("span");
      heading.className = "rq-yearh";
      heading.id = `y${year}`;
      number.textContent = many(years.get(year), "quote");
      heading.append(year || "Undated", " ", number);
      made.push(heading);
    }
    if (!entry.hidden) before = year;
    made.push(entry);
  }
  list.replaceChildren(...made);
  const highest = Math.max(1, ...years.values());
  for (const link of $$(".rq-years a", page)) {
    const n = years.get(link.hash.slice(2)) ?? 0;
    link.nextElementSibling.textContent = n;
    link.parentNode.dataset.s = String(Math.round((n / highest) * 50)).padStart(2, "0");
  }
}

/* what fits, in front of a grey shape of all there is */
function draw(bar, heights, out) {
  const box = $("b", bar);
  bar.classList.toggle("is-out", Boolean(out));
  if (!box) return;
  box.all ??= { n: box.dataset.v ?? "", html: [...box.childNodes] };
  if (!heights) {
    if (box.all.n) box.dataset.v = box.all.n;
    bar.style.removeProperty("--all");
    box.replaceChildren(...box.all.html);
    return;
  }
  const sum = heights.reduce((a, b) => a + b);
  bar.style.setProperty("--all", (Number(box.all.n) / top) * 50);
  box.dataset.v = sum || "";
  box.replaceChildren(...[2, 1, 0].filter((n) => heights[n]).map((n) => {
    const piece = document.createElement("i");
    if (n) piece.dataset.kind = KINDS[n];
    piece.dataset.s = String(Math.max(1, Math.round((heights[n] / top) * 50))).padStart(2, "0");
    return piece;
  }));
}

function brush(part) {
  if (!plot) return;
  const width = (span[1] - span[0]) / bars.length;
  plot.style.setProperty("--l", part ? `${width < 1 ? ((span[0] / bars.length) * 100) / (1 - width) : 0}%` : "0");
  plot.style.setProperty("--w", part ? `${width * 100}%` : "0");
  ends.forEach((end, n) => {
    end.value = span[n];
    end.setAttribute("aria-valuetext", bars[Math.min(Math.max(span[n] - n, 0), bars.length - 1)].dataset.l);
  });
}

async function go() {
  try {
    await all();
  } catch {
    whole = undefined;
    $(".rq-out", page).textContent = "The other years could not be loaded";
    return;
  }
  show();
  if (list.getBoundingClientRect().top < 0) form.scrollIntoView();
}
const later = soon(go);

form.addEventListener("input", later);
form.addEventListener("submit", (event) => event.preventDefault());
clears.forEach((button) => button.addEventListener("click", () => {
  fields.forEach((field) => { field.value = ""; });
  span = [0, bars.length];
  go();
  fields[0].focus();
}));
ends.forEach((end, n) => end.addEventListener("input", () => {
  span[n] = n ? Math.max(span[0] + 1, Number(end.value)) : Math.min(span[1] - 1, Number(end.value));
  end.value = span[n];
  later();
}));
if (plot) {
  let start;
  const at = (event) => {
    const box = plot.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const move = (event) => {
    if (start === undefined) return;
    span = [Math.min(start, at(event)), Math.max(start, at(event)) + 1];
    later();
  };
  plot.addEventListener("pointerdown", (event) => {
    if (event.target !== plot) return;
    start = at(event);
    plot.setPointerCapture(event.pointerId);
    move(event);
  });
  plot.addEventListener("pointermove", move);
  for (const name of ["pointerup", "pointercancel"]) plot.addEventListener(name, () => { start = undefined; });
}

/* ---- take away ---- */
const TYPES = { csv: "text/csv", json: "application/json", ris: "application/x-research-info-systems", md: "text/markdown" };

function records() {
  const speaker = plain($("h1", page).firstChild);
  return $$(".rq-entry:not([hidden])", list).flatMap((entry) => $$(".rq-said > li:not([hidden])", entry).map((row) => {
    const said = $("blockquote", row).cloneNode(true), verb = $(".rq-say", said), place = $(":scope > p > a:not(.rq-vers)", row);
    verb?.remove();
    return { date: entry.dataset.d, speaker, kind: row.dataset.kind ?? "direct", stance: row.dataset.say ?? "says", verb: plain(verb),
      quote: plain(said), confidence: sure(row) / 100, article: plain($("h3 a", entry)), outlet: plain($("cite", entry)), place: plain(place), url: place.href };
  }));
}
const told = (row) => (row.verb ? `${row.verb}: ` : "") + row.quote;
const FORMS = {
  csv: (rows) => [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)].map((row) => row.map(cell).join(",")).join("\r\n"),
  json: (rows) => JSON.stringify(rows, null, 1),
  ris: (rows) => rows.map((row) => [["TY", "NEWS"], ["TI", row.article], ["T2", row.outlet], ["DA", row.date.replace(/-/g, "/")],
    ["N1", `${told(row)} — ${row.speaker}, ${row.kind}, ${row.place}`], ["UR", row.url], ["ER", ""]]
    .filter(([tag, value]) => value || tag === "ER").map(([tag, value]) => `${tag}  - ${value}`).join("\r\n")).join("\r\n\r\n"),
  md: (rows) => rows.map((row) => `> ${told(row)}\n\n${row.speaker}, ${[`[${row.article.replace(/[\[\]]/g, "\\$&")}](${row.url})`, row.outlet, row.date, row.place].filter(Boolean).join(", ")}\n`).join("\n"),
};
menu.addEventListener("beforetoggle", () => {
  const button = $("[popovertarget=rq-take]").getBoundingClientRect();
  menu.style.setProperty("--x", `${document.documentElement.clientWidth - button.right}px`);
  menu.style.setProperty("--y", `${button.bottom + 4}px`);
});
$$("[data-as]", menu).forEach((button) => button.addEventListener("click", async () => {
  await go();
  const rows = records(), form = button.dataset.as, name = location.pathname.split("/").filter(Boolean).pop() ?? "quotes";
  save(`${name}.${form}`, TYPES[form], FORMS[form](rows));
  menu.hidePopover();
  announce(`${many(rows.length, "quote")} saved`);
}));

const given = restore(fields);
if (/^\d+-\d+$/.test(given.get("period") ?? "")) {
  const [from, to] = given.get("period").split("-").map(Number);
  if (from < to && to <= bars.length) span = [from, to];
}
if (given.size) go();
