/* Two articles side by side: fetched as they are, what both print joined across the middle. */

import { $, $$, announce, fetched, many, plain } from "./lists.js";

const page = $(".rq-parallel"), status = $(".rq-lede", page), wide = matchMedia("(min-width: 60em)");
const base = new URL(page.dataset.articles, location), SVG = "http://www.w3.org/2000/svg";

function made(tag, cls, ...inner) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  node.append(...inner);
  return node;
}

/* an article of this site, and nothing else */
function place(id) {
  const url = new URL(`${id}/`, base);
  if (!/^[\w~./-]+$/.test(id) || !url.href.startsWith(base.href)) throw new Error(id);
  return url;
}

/* what its page says of it; its quotations by the comparison that they stand in */
function read(doc, url) {
  const quotes = $$(".rq-list > li", doc).map((card) => ({
    id: $("a", card).hash.slice(1), kind: card.dataset.kind, who: plain($("h3", card).firstElementChild), words: $("blockquote", card),
    told: $(".rq-vers", card)?.href,
  }));
  const first = new Map();
  for (const one of quotes) if (one.told && !first.has(one.told)) first.set(one.told, one);
  return { url, title: plain($("h1", doc)), source: plain($(".rq-kicker a", doc)), when: plain($(".rq-kicker time", doc)), body: $(".rq-body", doc), head: $(".rq-head .rq-dek", doc), quotes, first };
}

function column(side, article, shared) {
  const title = made("a", "", article.title), body = document.importNode(article.body, true);
  title.href = article.url;
  const lone = article.quotes.filter((one) => !shared.has(one.told));
  const by = made("p", "rq-by", [article.source || "Source not stated", article.when, `${many(lone.length, "quote")} only here`].filter(Boolean).join(" · "));
  const keys = [...shared.keys()], place = (id) => keys.indexOf(article.quotes.find((quote) => quote.id === id)?.told);
  for (const mark of $$("mark", body)) {
    const n = place(mark.dataset.q ?? mark.id);
    mark.classList.toggle("rq-lone", n < 0);
    mark.dataset.q = n < 0 ? "" : n;
  }
  $$("[id]", body).forEach((node) => node.removeAttribute("id"));
  for (const number of $$("a[data-n]", body)) {
    const n = place(`q${number.hash.slice(2)}`);
    if (n < 0) { number.remove(); continue; }
    number.dataset.n = n + 1;
    number.dataset.q = n;
    number.href = `#both-${n}`;
    number.setAttribute("aria-label", `Statement ${n + 1}, in both`);
  }
  const section = made("section", "rq-col", made("h2", "", title), by, body);
  section.id = side;
  return section;
}

const marked = (col, n) => $(`mark[data-q="${n}"]`, col);

function draw(box, cols, ribbons, shared) {
  ribbons.replaceChildren();
  if (!wide.matches) return;
  const at = box.getBoundingClientRect(), [a, b] = cols.map((col) => col.getBoundingClientRect());
  const left = a.right - at.left + 6, right = b.left - at.left - 6, middle = (left + right) / 2;
  const put = (name, attributes, text = "") => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.textContent = text;
    ribbons.append(node);
    return node;
  };
  const high = (mark) => {
    const rects = mark.getClientRects();
    return [rects[0].top - at.top, rects[rects.length - 1].bottom - at.top];
  };
  [...shared.keys()].forEach((told, n) => {
    const [one, other] = cols.map((col) => marked(col, n));
    if (!one || !other) return;
    const [p, q] = [high(one), high(other)];
    put("path", { d: `M${left},${p[0]}C${middle},${p[0]} ${middle},${q[0]} ${right},${q[0]}V${q[1]}C${middle},${q[1]} ${middle},${p[1]} ${left},${p[1]}Z` }).dataset.q = n;
    put("text", { x: left + 12, y: (p[0] + p[1]) / 2 + 4 }, n + 1);
    put("text", { x: right - 12, y: (q[0] + q[1]) / 2 + 4 }, n + 1);
  });
  for (const mark of $$("mark.rq-lone", box)) {
    const [top, bottom] = high(mark);
    put("rect", { x: cols[0].contains(mark) ? a.left - at.left - 14 : b.right - at.left + 11, y: top + 3, width: 3, height: bottom - top - 6, rx: 1 });
  }
}

/* both columns level at one statement */
function level(box, cols, n) {
  const top = box.getBoundingClientRect().top;
  cols.forEach((col) => col.style.setProperty("--shift", "0px"));
  const [one, other] = cols.map((col) => marked(col, n)?.getBoundingClientRect().top);
  if (one === undefined || other === undefined) return;
  cols[one > other ? 1 : 0].style.setProperty("--shift", `${Math.abs(one - other)}px`);
  scrollBy(0, box.getBoundingClientRect().top - top);
  announce(`Both level at statement ${n + 1}`);
}

function lay(articles) {
  const [one, other] = articles, shared = new Map([...one.first].filter(([told]) => other.first.has(told)));
  const same = [...shared].filter(([told, quote]) => plain(quote.words) === plain(other.first.get(told).words)).length;
  document.title = document.title.replace(/^[^–]*/, `${one.title} · ${other.title} `);
  $("h1", page).textContent = one.source && other.source ? `${one.source} and ${other.source}` : one.title;
  const joined = wide.matches ? " Each is joined across the middle; a bar in the margin marks what only one prints." : "";
  if (shared.size) status.replaceChildren(made("b", "", many(shared.size, "statement")), ` ${shared.size === 1 ? "is" : "are"} in both articles, ${same || "none"} of them word for word the same.${joined}`);
  else status.textContent = "No statement is in both articles.";
  const cols = [column("a", one, shared), column("b", other, shared)];
  const ribbons = document.createElementNS(SVG, "svg");
  ribbons.setAttribute("class", "rq-ribbons");
  ribbons.setAttribute("aria-hidden", "true");
  const box = made("div", "rq-cols2", ribbons, ...cols), list = made("ol", "rq-shared");
  [...shared].forEach(([told, quote], n) => {
    const row = made("li"), link = made("a", "", "Word by word");
    link.href = told;
    row.id = `both-${n}`;
    row.dataset.q = n;
    row.append(made("p", "rq-by", made("b", "", `${n + 1} `), quote.who || "Speaker not identified", " · ", link),
      ...[[one, quote], [other, other.first.get(told)]].map(([article, said]) => {
        const words = document.importNode(said.words, true), side = made("div", "", made("p", "rq-by", article.source || article.title), words);
        if (said.kind) side.dataset.kind = said.kind;
        return side;
      }));
    list.append(row);
  });
  const both = made("section", "rq-both", made("h2", "", "In both"), list), choose = made("div", "rq-seg");
  choose.setAttribute("role", "group");
  choose.setAttribute("aria-label", "Show");
  [["both", "In both"], ["a", one.source || one.title], ["b", other.source || other.title]].forEach(([name, label]) => {
    const button = made("button", "rq-btn", label);
    button.type = "button";
    button.addEventListener("click", () => seen(name));
    button.dataset.show = name;
    choose.append(button);
  });
  function seen(name) {
    page.dataset.show = name;
    for (const button of $$("button", choose)) button.setAttribute("aria-pressed", button.dataset.show === name);
  }
  if (!shared.size) choose.firstChild.remove();
  seen(shared.size ? "both" : "a");
  page.append(choose, box, ...(shared.size ? [both] : []));
  const light = (event) => {
    const n = event.type === "pointerleave" ? "" : event.target.closest?.("[data-q]")?.dataset.q ?? "";
    $$(".is-on", page).forEach((node) => node.classList.remove("is-on"));
    if (n) $$(`[data-q="${n}"]`, page).forEach((node) => node.classList.add("is-on"));
  };
  for (const name of ["pointerover", "pointerleave", "focusin"]) page.addEventListener(name, light);
  box.addEventListener("click", (event) => {
    const n = event.target.closest("a[data-n], mark:not(.rq-lone)")?.dataset.q;
    if (!n || (event.target.closest("a") && !event.target.closest("a[data-n]"))) return;
    event.preventDefault();
    if (wide.matches) {
      level(box, cols, Number(n));
      again();
    } else {
      if (!shared.size) choose.firstChild.remove();
  seen(shared.size ? "both" : "a");
      $(`#both-${n}`, page).scrollIntoView({ block: "center" });
    }
  });
  const again = () => draw(box, cols, ribbons, shared);
  new ResizeObserver(again).observe(box);
  document.fonts?.ready.then(again);
}

async function go() {
  const asked = (new URLSearchParams(location.search).get("both") ?? "").split(" ");
  if (asked.length !== 2) return;
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("side.css", import.meta.url);
  document.head.append(styles);
  try {
    const urls = asked.map(place);
    const docs = await Promise.all(urls.map(fetched));
    lay(docs.map((doc, n) => read(doc, urls[n])));
  } catch {
    status.textContent = "The two articles could not be loaded.";
  }
}
go();
