/* Pins and pencils. This file only puts the buttons there; what they open is fetched when it is first wanted. */
(function () {
  "use strict";
  const D = document, me = D.currentScript, root = new URL("../../", me.src), got = {};
  const $ = (s, r) => (r || D).querySelector(s), $$ = (s, r) => [...(r || D).querySelectorAll(s)];
  const plain = n => n ? n.textContent.trim().replace(/\s+/g, " ") : "";
  const ROWS = ".rq-list > li, .rq-said > li:has(> p > a, > p > span > a), .rq-vlist > li, #rq-quotes tbody tr";
  const edit = me.dataset.corrections === "edit";

  function el(tag, props, ...kids) {
    const [name, ...classes] = tag.split("."), n = D.createElement(name);
    if (classes.length) n.className = classes.join(" ");
    for (const k in props || {}) {
      const v = props[k];
      if (v == null) continue;
      if (k.startsWith("on")) n.addEventListener(k.slice(2), v);
      else if (k.startsWith("aria-")) n.setAttribute(k, v);
      else if (v === true) n.setAttribute(k, "");
      else if (v !== false) n.setAttribute(k, v);
    }
    n.append(...kids.flat(9).filter(k => k != null && k !== false));
    return n;
  }
  const sheet = (name, p) => el("link", { rel: "stylesheet", href: new URL(name, me.src).href, ...p });
  D.head.append(sheet("hand.css"));
  function say(text) {
    let s = $("#rq-live");
    if (!s) D.body.append(s = el("div.rq-vh", { id: "rq-live", role: "status" }));
    s.textContent = ""; setTimeout(() => { s.textContent = text; }, 30);
  }
  function load(name) {
    const fetched = make => new Promise((done, no) => D.head.append(make({ onload: done, onerror: no })));
    const script = name => fetched(p => el("script", { src: new URL(name + ".js", me.src).href, ...p }));
    const desk = got.desk = got.desk || Promise.all([fetched(p => sheet("desk.css", p)), script("desk")]);
    return got[name] = got[name] || desk.then(() => script(name)).catch(() => { delete got[name]; delete got.desk; say("It could not be loaded"); throw 0; });
  }
  /* one key for each thing kept, so that two tabs never overwrite each other's list */
  let S = {}; /* where a browser keeps nothing, it is kept until the page is left */
  try { S = localStorage; S.length; } catch (e) { S = { getItem: k => S[k] || null, setItem: (k, v) => { S[k] = v; }, removeItem: k => { delete S[k]; } }; }
  function keep(kind) {
    const head = root.pathname + ".rq-" + kind + ".", news = () => dispatchEvent(new Event("rq-" + kind));
    const read = k => { try { return JSON.parse(S.getItem(k)); } catch (e) { return null; } };
    return {
      all: () => Object.keys(S).filter(k => k.startsWith(head)).map(read).filter(v => v && v.id).sort((a, b) => (a.ord || a.at) - (b.ord || b.at)),
      get: id => read(head + id),
      put: v => {
        try { S.setItem(head + v.id, JSON.stringify(v)); } catch (e) { say("This browser has no room left: take your list away as a file first"); throw e; }
        news();
      },
      drop: id => { S.removeItem(head + id); news(); }
    };
  }
  addEventListener("storage", e => { const m = /\.rq-(\w+)\./.exec(e.key || ""); if (m) dispatchEvent(new Event("rq-" + m[1])); });

  const articleOf = url => (decodeURI(new URL(url, location).pathname).split(root.pathname + "articles/")[1] || "").replace(/\/(index\.html)?$/, "");
  /* what a row says of its quotation: a card, an entry of a person, a row of the table, a version */
  function facts(row, of) {
    const doc = of ? of.doc : D, card = row.matches(".rq-list > li"), cells = row.cells, entry = row.closest(".rq-entry");
    const naming = row.closest(".rq-namedby"), page = !naming && row.closest(".rq-speaker, .rq-compare"), whole = row.closest(".rq-voicespage");
    const a = $(":scope > p > .rq-in", row) || (card ? $(":scope > a", row) : cells ? $("a", cells[2]) : $(":scope > p > a:not(.rq-vers), :scope > p > span > a, p:last-child > a", row));
    let box = cells ? a : $("blockquote", row), said = row;
    while (!box && said) { said = said.previousElementSibling; box = said && $("blockquote", said); } /* “as above” */
    const words = box.cloneNode(true), verb = plain($(".rq-say", box)), first = r => plain(r.cells[4]) ? r : first(r.previousElementSibling);
    if (whole) $$(":scope > span:not(.rq-v)", words).forEach(n => n.remove());
    $$("del, .rq-say", words).forEach(n => n.remove());
    let above = !page && entry; /* a subject's page: its speakers are headings */
    while (above && !above.matches("h2")) above = above.previousElementSibling;
    const who = card ? $("h3 > :is(a, .rq-both)", row) : naming ? $("p > a:first-child:not(.rq-in)", row) : cells ? $(".rq-both, a", cells[1]) : above ? $("a", above) : page ? $(page.matches(".rq-compare") ? ".rq-lede > a" : "h1", page) : null;
    const up = cells && first(row), head = $(".rq-kicker", doc), b = cells ? cells[5] : $("b:not(.rq-say)", row), art = of ? of.id : card ? articleOf(location) : articleOf(a.href);
    const title = card ? $("h1", doc) : entry ? $("h3 a", entry) : cells ? up.cells[4].firstChild : a;
    const src = card ? $("a", head) : entry ? $("h3 cite", entry) : cells ? $("cite", up.cells[4]) : $("cite, h3", row);
    const day = card ? $("time", head) : entry ? $("p", entry) : cells ? up.cells[0] : $("time", row);
    const p = card && doc.getElementById(a.hash.slice(1)), par = p && p.closest("p[id^=p], h1, p"), where = plain(a);
    const inText = par ? par.id ? par.id.replace("p", "¶ ") : par.localName === "h1" ? "headline" : "standfirst" : "";
    return {
      row, id: a.hash.slice(1), art, url: home + "articles/" + art + "/" + a.hash, words: plain(words), verb, kind: row.dataset.kind || "direct",
      who: who ? plain(who.tagName === "H1" ? who.firstChild : who) : null,
      as: plain($(".rq-as", row)).replace(/^as |[“”]/g, "").trim() || (whole ? plain($("h2", row.closest("section")).firstChild) : ""),
      band: b && (b.dataset.band || row.dataset.band) || "", title: plain(title), outlet: plain(src), date: !day ? "" : day.dateTime || plain(day),
      place: row.dataset.p || inText || (/¶|headline|standfirst/.test(where) ? where : "")
    };
  }
  const act = (icon, label, go, more) => el("button.rq-act", { type: "button", title: label.split(":")[0], "aria-label": label, onclick: go, ...more },
    el("i.rq-i.rq-i--" + icon, { "aria-hidden": "true" }));
  /* where the site will be; until its address is set, where it is */
  const canon = $("link[rel=canonical]"), known = canon && !/\/\/example\.org\//.test(canon.href);
  const home = known ? canon.href.slice(0, canon.href.length - location.pathname.length + root.pathname.length) : root.href;
  const hash = s => { let h = 5381; for (const c of s) h = (h * 33 ^ c.charCodeAt(0)) >>> 0; return h.toString(36); };
  window.RQ = { home, S, D, $, $$, el, say, load, keep, facts, articleOf, plain, root, act, edit, data: me.dataset, hash };

  const entries = () => load("entries"), right = (...a) => entries().then(() => load("right")).then(() => RQ.right(...a));
  const notes = keep("note"), queue = keep("right"), keyOf = f => hash(f.art + "#" + f.id);
  function pinned(b) {
    const on = !!notes.get(b.dataset.key);
    b.setAttribute("aria-pressed", on); b.title = on ? "In the notebook" : "Keep in the notebook";
  }
  function rows() {
    $$(ROWS).forEach(row => {
      if ($(".rq-pin", row)) return;
      const f = facts(row), n = plain($(":scope > a", row));
      const what = n && row.matches(".rq-list > li") ? "quote " + n : "“" + f.words.split(" ").slice(0, 5).join(" ") + " …”";
      let held = $(".rq-acts", row);
      if (!held) (row.cells ? row.cells[2] : $("p", row)).append(held = el("span.rq-acts.rq-later"));
      const cite = $("[data-quote]", held), pin = act("pin", "Keep in the notebook: " + what, null, { "data-key": keyOf(f), "data-do": "pin", class: "rq-act rq-pin" });
      pinned(pin);
      if (cite) cite.after(act("down", "Cite in a style: " + what, null, { "aria-haspopup": "menu", "data-do": "cite", class: "rq-act rq-act--thin" }));
      held.append(pin);
      if (edit) held.append(act("pen", "Put it right: " + what, null, { "aria-haspopup": "dialog", "data-do": "right" }));
    });
  }
  /* by delegation, for the phone's sheet shows a copy of the card */
  D.addEventListener("click", e => {
    const b = e.target.closest("[data-do]"), row = b && b.closest(ROWS), sheet = b && b.closest(".rq-sheet");
    if (!row) return;
    const f = facts(row), own = sheet && D.getElementById("c-" + f.id.slice(2));
    if (b.dataset.do === "pin") load("notes").then(() => { RQ.pin(f); });
    else if (b.dataset.do === "cite") load("notes").then(() => RQ.cite(f, b));
    else if (!sheet) right("quote", f, b);
    else { sheet.hidePopover(); f.row = own.closest("li"); right("quote", f, $(`a[data-n][href="#c-${f.id.slice(2)}"]`)); }
  });
  function pencils() {
    const h1 = $(".rq-speaker h1"), about = $(".rq-about > h2"), list = $(".rq-article .rq-quotes .rq-fold"), same = $(".rq-compare h1");
    const pen = (what, of, f) => act("pen", "Put it right: " + what, e => right(of, f, e.target.closest("button")), { "aria-haspopup": "dialog", class: "rq-act rq-pen" });
    const name = h1 && plain(h1.firstChild);
    if (h1) h1.append(" ", pen(name, "name", { name }));
    $$(".rq-roles li").forEach(li => { const role = plain($("a", li)); if (role) li.append(pen("the role " + role, "name", { name, role })); });
    $$(".rq-alias li").forEach(li => { const alias = plain($("bdi", li)); li.append(pen("the name " + alias, "name", { name, alias })); });
    $$(".rq-about .rq-voices a, .rq-people h2 > a, .rq-people h3 > a").forEach(a => a.after(pen(plain(a), "name", { name: plain(a), href: a.href })));
    if (about) about.append(" ", pen("this article’s details", "article", { art: articleOf(location) }));
    if (same) same.append(" ", pen("not the same statement", "apart", {}));
    if (list) list.append(el("button.rq-btn.rq-btn--text.rq-add", { type: "button", onclick: e => right("add", { art: articleOf(location) }, e.target) }, "Add a quotation"));
  }
  /* what waits, always one press away; nothing of it is there while nothing waits */
  function dock() {
    const a = notes.all().length, all = edit ? queue.all() : [], b = all.filter(i => !i.saved).length || (all.length && "✓");
    let box = $(".rq-dock");
    if (!a && !b) return box && box.remove();
    if (!box) D.body.append(box = el("div.rq-dock.md-typeset", { role: "region", "aria-label": "What you keep" }));
    const had = D.activeElement && box.contains(D.activeElement) && D.activeElement.dataset.k;
    const one = (k, n, icon, word, go) => n ? [el("button.rq-btn", { type: "button", "data-k": k, onclick: go },
      el("i.rq-i.rq-i--" + icon, { "aria-hidden": "true" }), word, el("b", {}, String(n)))] : [];
    box.replaceChildren(...one("n", a, "pin", "Notebook", () => load("notes").then(() => RQ.notebook())),
      ...one("r", b, "pen", "Corrections", () => entries().then(() => RQ.list())));
    if (had && $(`[data-k=${had}]`, box)) $(`[data-k=${had}]`, box).focus();
  }
  const shared = () => { if (/^#n=/.test(location.hash)) load("notes").then(() => RQ.shared(location.hash.slice(3))); };
  function init() {
    rows(); if (edit) pencils(); dock(); shared();
    const list = $("#rq-quotes tbody, .rq-entries"); /* whose script puts more rows there */
    if (list) new MutationObserver(rows).observe(list, { childList: true });
    if (edit && queue.all().some(i => i.saved && Date.now() - i.at < 9e3)) entries().then(() => RQ.again());
  }
  ["rq-note", "rq-right"].forEach(k => addEventListener(k, () => { dock(); $$(".rq-pin").forEach(pinned); }));
  addEventListener("hashchange", shared);
  /* one letter only while a card has the focus (WCAG 2.1.4): e = put it right, b = keep, c = cite */
  D.addEventListener("keydown", e => {
    const free = !e.ctrlKey && !e.metaKey && !e.altKey && e.target.closest && !e.target.closest("input, textarea, select, [role=dialog], [role=menu]");
    const row = free && e.target.closest(ROWS), i = row && { e: "pen", b: "pin", c: "down" }[e.key], n = i && $(".rq-i--" + i, row);
    if (n) { e.preventDefault(); e.stopImmediatePropagation(); n.parentNode.click(); }
  }, true);
  const begin = () => setTimeout(init, 0);
  if (window.document$ && document$.subscribe) document$.subscribe(begin);
  else if (D.readyState === "loading") D.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
