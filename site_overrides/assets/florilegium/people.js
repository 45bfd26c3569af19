/* A list of names: a field for all its pages, who is quoted first, and other orders. */

import { $, $$, fetched, fold, has, many, plain, remember, restore, soon, terms } from "./lists.js";

const form = $("[data-rq-people]"), page = form.closest(".rq-listing"), box = $("#rq-names"), out = $(".rq-out", page);
const fields = $$("[name]", form), rest = form.dataset.rest.split(" ").filter(Boolean);
const own = [...box.children], letters = new Map();
let whole;

/* the names of the other pages come once, when first needed */
function all() {
  whole ??= Promise.all(rest.map(fetched)).then((pages) => {
    const sections = [...own, ...pages.flatMap((other) => $$("#rq-names > section", other)).map((one) => document.importNode(one, true))];
    for (const section of sections) {
      const id = $("h2", section).id, held = letters.get(id);
      if (held) $("ol", held).append(...$$("li", section));
      else letters.set(id, section);
    }
    if (rest.length) $$(".rq-pager", page).forEach((pager) => { pager.hidden = true; });
  });
  return whole;
}

function show() {
  const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const words = terms(asked.words), sections = [...letters.values()].sort((a, b) => ($("h2", a).id < $("h2", b).id ? -1 : 1));
  const filterable = Boolean(form.elements.who);
  let fits = 0, named = 0;
  const rows = sections.flatMap((section) => section.rows ??= $$("li", section));
  for (const row of rows) {
    row.folded ??= fold(`${plain($("h3", row))} ${plain($(".rq-role", row))}`);
    const match = words.every((word) => has(row.folded, word)), silent = "named" in row.dataset;
    row.hidden = !match;
    if (match && silent) named++;
    else if (match) fits++;
  }
  /* who is only named is shown when that is asked, or when nobody else fits */
  const open = asked.who === "all" || (words.length > 0 && !fits);
  page.toggleAttribute("data-all", open || !filterable);
  remember(asked);
  const shown = rows.filter((row) => !row.hidden && (open || !filterable || !("named" in row.dataset)));
  for (const section of sections) section.hidden = !section.rows.some((row) => shown.includes(row));
  order(asked.order, sections, rows);
  out.textContent = filterable && !open ? many(fits, "quoted", "quoted") + (named && words.length ? `, ${named} more only named` : "") : many(shown.length, "name");
  $(".rq-none", page).hidden = shown.length > 0;
}

function order(by, sections, rows) {
  box.classList.toggle("is-flat", Boolean(by));
  if (!by) {
    for (const section of sections) $("ol", section).append(...section.rows);
    box.replaceChildren(...sections);
    return;
  }
  const key = by;
  const list = $("ol", sections[0]);
  list.append(...[...rows].sort((a, b) => b.dataset[key] - a.dataset[key]));
  sections[0].hidden = false;
  box.replaceChildren(sections[0]);
}

async function go() {
  try {
    await all();
    show();
  } catch {
    whole = undefined;
    out.textContent = "The other pages of the list could not be loaded";
  }
}

form.addEventListener("input", soon(go, 80));
form.addEventListener("submit", (event) => event.preventDefault());
if (restore(fields).size) go();
