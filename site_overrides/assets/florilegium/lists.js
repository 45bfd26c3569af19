/* What the pages with fields have in common. Progressive: their lists read, link and print without it. */

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const plain = (node) => (node ? node.textContent.trim().replace(/\s+/g, " ") : "");
export const many = (n, one, more) => `${n.toLocaleString("en")} ${n === 1 ? one : more ?? `${one}s`}`;

/* as it is compared: no capitals, no accents, one apostrophe */
export function fold(words) {
  return words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'");
}

/* “9 Apr 2042” as 2042-04-09; "" where there is none */
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
export function dated(words) {
  if (!/\d$/.test(words)) return "";
  return words.split(" ").reverse().map((part, n) => (n === 0 ? part : String(n === 1 ? MONTHS.indexOf(part.slice(0, 3)) / 3 + 1 : part).padStart(2, "0"))).join("-");
}

/* “words in quotation marks” stay together */
export function terms(asked) {
  return (fold(asked).replace(/[“”„«»]/g, '"').match(/"[^"]+"?|[^\s"]+/g) ?? []).map((word) => word.replace(/"/g, ""));
}

/* whether a word of a text starts so */
export function has(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!at || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  return false;
}

/* the asked words, in ochre */
export function lit(node, words) {
  $$("mark:not([id])", node).forEach((mark) => mark.replaceWith(mark.textContent));
  node.normalize();
  if (!words.length) return;
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), texts = [];
  while (walk.nextNode()) if (!walk.currentNode.parentNode.closest(".rq-say")) texts.push(walk.currentNode);
  for (const text of texts) {
    const low = fold(text.data), cuts = [];
    if (low.length !== text.data.length) continue;
    for (const word of words)
      for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1))
        if (!at || !/[\p{L}\p{N}]/u.test(low[at - 1])) cuts.push([at, at + word.length]);
    cuts.sort((a, b) => b[0] - a[0]).forEach(([from, to], n) => {
      if (n && to > cuts[n - 1][0]) return;
      const found = text.splitText(from), mark = document.createElement("mark");
      found.splitText(to - from);
      found.replaceWith(mark);
      mark.append(found);
    });
  }
}

export function soon(act, wait = 120) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(act, wait); };
}

/* the address holds what is asked */
export function remember(asked) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const to = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
  if (to !== location.pathname + location.search + location.hash) history.replaceState(null, "", to);
  return query.size > 0;
}

export function restore(fields) {
  const given = new URLSearchParams(location.search);
  for (const field of fields) if (given.has(field.name)) field.value = given.get(field.name);
  return given;
}

export function save(name, type, body) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([body], { type }));
  link.click();
}

export function announce(words) {
  const live = $("#rq-live") ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "rq-live", className: "rq-vh", role: "status" }));
  live.textContent = words;
}

/* a cell of CSV that no spreadsheet takes for a formula */
export function cell(value) {
  const text = String(value);
  return `"${/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/.test(text) ? "'" : ""}${text.replace(/"/g, '""')}"`;
}

/* another page of the same list */
export async function fetched(url) {
  const there = new URL(url, location);
  const answer = await fetch(there);
  if (!answer.ok) throw new Error(`${there}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  $$("a[href]", page).forEach((a) => a.setAttribute("href", new URL(a.getAttribute("href"), there)));
  return page;
}
