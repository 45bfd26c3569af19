/* Same words: fields over all statements, and a table of outlets whose numbers choose two of them. */

import { $, $$, fetched, fold, has, many, plain, remember, restore, soon, terms } from "./lists.js";

const form = $("[data-rq-same]"), page = form.closest(".rq-same"), out = $(".rq-out", page), clear = $("[data-rq-clear]", page);
const fields = $$("[name]", form), rest = form.dataset.rest.split(" ").filter(Boolean), total = out.textContent;
const names = $$("option", form.elements.speaker.list ?? form).map((o) => o.value);
const groups = new Map($$("section[data-g]", page).map((section) => [section.dataset.g, section]));
let pair = "", whole;

/* the statements of the other pages come once, when first needed */
function all() {
  whole ??= Promise.all(rest.map(fetched)).then((pages) => {
    for (const section of pages.flatMap((other) => $$("section[data-g]", other)).map((one) => document.importNode(one, true))) {
      const held = groups.get(section.dataset.g);
      if (held) $("ol", held).append(...$$("ol > li", section));
      else {
        [...groups.values()].at(-1).after(section);
        groups.set(section.dataset.g, section);
      }
    }
    if (rest.length) $$(".rq-pager", page).forEach((pager) => { pager.hidden = true; });
  });
  return whole;
}

function show() {
  const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const words = terms(asked.words), who = asked.speaker, two = pair.split(",").filter(Boolean);
  const known = names.includes(who), any = remember({ ...asked, pair });
  let count = 0;
  for (const section of groups.values()) {
    let held = 0;
    for (const row of $$("ol > li", section)) {
      const printed = row.dataset.o.split(","), speaker = plain($(".rq-by > a", row));
      row.folded ??= fold(`${plain($("h3", row))} ${plain($(".rq-dek", row))}`);
      const fits = words.every((word) => has(row.folded, word)) && (!asked.outlet || printed.includes(asked.outlet)) &&
        two.every((one) => printed.includes(one)) && (!who || (known ? speaker === who : fold(speaker).includes(fold(who))));
      row.hidden = !fits;
      held += fits;
    }
    section.hidden = !held;
    $("h2 span", section).textContent = held;
    count += held;
  }
  for (const button of $$(".rq-matrix button", page)) {
    const mine = button.parentNode.dataset.pair;
    button.setAttribute("aria-pressed", mine === pair || mine === two.toReversed().join(","));
  }
  clear.hidden = !any;
  out.textContent = any ? many(count, "statement") : total;
  $(".rq-none", page).hidden = count > 0;
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

for (const cell of $$(".rq-matrix [data-pair]", page)) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = cell.textContent;
  button.setAttribute("aria-label", cell.dataset.l);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    pair = button.getAttribute("aria-pressed") === "true" ? "" : cell.dataset.pair;
    go();
  });
  cell.replaceChildren(button);
}
form.addEventListener("input", soon(go, 80));
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", () => {
  fields.forEach((field) => { field.value = ""; });
  pair = "";
  go();
  fields[0].focus();
});
pair = restore(fields).get("pair") ?? "";
if (location.search) go();
