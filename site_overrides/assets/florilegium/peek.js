/* What stands behind a link: the head of a name's page, or a quotation of another article. From pages that exist. */

import { $, $$, fetched, plain } from "./lists.js";

const held = new Map();
let box, owner, leaving;

function lay() {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("peek.css", import.meta.url);
  box = document.createElement("aside");
  box.className = "rq-peek md-typeset";
  box.id = "rq-peek";
  box.setAttribute("role", "tooltip");
  box.popover = "manual";
  document.head.append(styles);
  document.body.append(box);
  /* it stays while the pointer is on it, and Escape puts it away */
  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", away);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", hide, { passive: true });
  return new Promise((done) => { styles.onload = styles.onerror = done; });
}

function hide() {
  owner?.removeAttribute("aria-describedby");
  owner = undefined;
  if (box?.matches(":popover-open")) box.hidePopover();
}
function away() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 200);
}

function line(tag, cls, words) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  node.textContent = words;
  return node;
}

function name(page) {
  const roles = $$(".rq-roles > li > :first-child", page).slice(0, 2).map(plain), last = $$(".rq-entry", page).at(-1);
  const said = last && $("blockquote", last), made = [line("strong", "", plain($("h1", page).firstChild))];
  if (roles.length) made.push(line("p", "", roles.join("; ")));
  made.push(line("p", "rq-by", plain($(".rq-lede", page))));
  if (said) made.push(document.importNode(said, true), line("p", "rq-by", [plain($("h3 cite", last)), plain($("p", last))].filter(Boolean).join(", ")));
  return made;
}

function quotation(page, hash) {
  const card = $$(".rq-list > li", page).find((one) => $("a", one).hash.slice(2) === hash.slice(2));
  if (!card) return [];
  return [line("strong", "", plain($("h3", card).firstElementChild)), document.importNode($("blockquote", card), true),
    line("p", "rq-by", [plain($("h1", page)), plain($(".rq-kicker a", page)), plain($(".rq-kicker time", page))].filter(Boolean).join(", "))];
}

export async function peek(link) {
  const url = link.href.split("#")[0];
  const ready = box ? null : lay();
  if (!held.has(url)) held.set(url, fetched(url).catch(() => held.delete(url)));
  const page = await held.get(url);
  await ready;
  if (!page || typeof page === "boolean" || !(link.matches(":hover") || link === document.activeElement)) return;
  const made = link.hash ? quotation(page, link.hash) : name(page);
  if (!made.length) return;
  clearTimeout(leaving);
  owner?.removeAttribute("aria-describedby");
  owner = link;
  link.setAttribute("aria-describedby", "rq-peek");
  box.replaceChildren(...made);
  for (const node of $$("[id]", box)) node.removeAttribute("id");
  box.showPopover();
  const at = link.getClientRects()[0], wide = document.documentElement.clientWidth;
  const below = at.bottom + 6 + box.offsetHeight <= innerHeight || at.top < box.offsetHeight;
  box.style.left = `${Math.max(8, Math.min(at.left, wide - box.offsetWidth - 8))}px`;
  box.style.top = `${below ? at.bottom + 6 : at.top - box.offsetHeight - 6}px`;
  link.addEventListener("pointerleave", away, { once: true });
  link.addEventListener("blur", hide, { once: true });
}
