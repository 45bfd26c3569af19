/* Put it right: one form for a quotation, a name, an article, a comparison; each makes decisions (entries.js). */
(function () {
  "use strict";
  const { D, $, $$, el, article, plain, root, queue, near, around } = RQ;
  const KINDS = ["direct", "mixed", "indirect"];
  const REASONS = [["drop", "Nobody says this: leave it out"], ["scare quote", "Scare quotes"], ["title", "A title"], ["term", "A term"],
    ["nickname", "A nickname"], ["motto", "A motto"], ["sign", "A sign"]];
  const cap = s => s[0].toUpperCase() + s.slice(1), wide = () => matchMedia("(min-width: 60em)").matches;
  const split = s => s.split(/\s*;\s*/).filter(Boolean), line = s => s.trim().replace(/\s+/g, " ");
  const selected = () => {
    const s = getSelection(), at = s.anchorNode && s.anchorNode.parentElement;
    return at && at.closest(".rq-body, .rq-dek, h1") ? line(s.toString()) : "";
  };

  /* ---- one panel: beside the words on a desk, a sheet on a phone ---- */
  let open;
  function shut() {
    if (!open) return;
    const o = open;
    open = null; o.n.remove();
    $$(".rq-held").forEach(m => m.classList.remove("rq-held"));
    D.removeEventListener("selectionchange", o.select);
    if (o.from && o.from.isConnected) o.from.focus({ preventScroll: true });
  }
  RQ.shut = shut;
  function panel(title, from, row, kids, result, more) {
    shut();
    const pre = el("code"), waits = queue.all().filter(i => !i.saved).length, why = el("input", { name: "why", autocomplete: "off", dir: "auto" });
    const form = el("form", { onsubmit: e => { e.preventDefault(); go(); } }, ...kids,
      el("details.rq-lines", {}, el("summary", {}, "Why, and the lines for corrections.yml"), field("Why, for whoever reads it later (optional)", why),
        el("div.rq-pre", { tabindex: 0, role: "region", "aria-label": "Lines" }, pre)),
      el("p.rq-why", { role: "alert" }),
      el("div.rq-row.rq-end", {}, el("button.rq-btn.rq-btn--fill", { type: "submit", "data-save": true }, "Add to my list"), more,
        waits ? el("button.rq-btn.rq-btn--text", { type: "button", onclick: () => RQ.list() }, waits + " waiting") : null));
    const n = el("section.rq-desk.md-typeset", { popover: "manual", role: "dialog", "aria-labelledby": "rq-desk-h", onkeydown: keys },
      el("div.rq-drawer__head", {}, el("h2", { id: "rq-desk-h" }, title), RQ.act("close", "Close", shut)), form);
    const told = () => result(form).map(i => why.value.trim() ? { ...i, entry: { ...i.entry, why: line(why.value) } } : i);
    D.body.append(n); n.showPopover();
    const par = $(".rq-par", n), lit = par && $(".is-on", par);
    if (lit) par.scrollTop = lit.offsetTop - par.offsetTop - 24;
    open = { n, from, select: null };
    if (row) row.classList.add("rq-held");
    function now() {
      const r = told();
      pre.textContent = r.length ? RQ.yaml(r) : "# nothing is changed yet";
      $("[data-save]", n).disabled = !r.length; put(n, row);
    }
    function go() {
      const r = told();
      if (!r.length) return;
      RQ.decide(r); r.forEach(i => i.show && i.show()); shut();
    }
    function keys(e) {
      if (e.key === "Escape") { e.stopPropagation(); shut(); }
      if (e.key === "Tab") {
        const held = $$("button:enabled, input, select, textarea, summary, [tabindex='0']", n).filter(x => x.getClientRects().length &&
          (x.type !== "radio" || x.checked || !$(`[name="${x.name}"]:checked`, n))), at = held.indexOf(D.activeElement);
        if (e.shiftKey ? at <= 0 : at === held.length - 1) { e.preventDefault(); held[e.shiftKey ? held.length - 1 : 0].focus(); }
      }
      const typing = e.target.closest("textarea, select, input:not([type=radio], [type=checkbox])");
      const digit = !typing && !e.ctrlKey && !e.metaKey && !e.altKey && /^[0-9]$/.test(e.key) && $(`[data-key="${e.key}"]`, n);
      if (digit) { e.preventDefault(); digit.click(); digit.focus(); }
    }
    form.addEventListener("input", now); form.addEventListener("toggle", () => put(n, row), true);
    now();
    RQ.ask().then(s => {
      if (s) $("[data-save]", n).textContent = "Save";
      if (s && s.problems && s.problems.length) $(".rq-why", n).textContent = s.problems[0];
      put(n, row);
    });
    const first = $("input:checked, input, textarea, select", form);
    if (first) first.focus({ preventScroll: true });
    return { now, n };
  }
  function put(n, row) {
    if (!wide()) { n.style.cssText = ""; return; }
    const r = (row || D.body).getBoundingClientRect(), top = 64, w = n.offsetWidth, h = n.offsetHeight;
    const card = row && row.matches(".rq-list > li, .rq-quotes, .rq-about"), about = row && row.matches(".rq-about");
    const x = !row ? (innerWidth - w) / 2 : row.matches("h1") || about ? r.left : card ? r.right - w + 10 : Math.min(r.right, r.left + 800) - w;
    const above = r.bottom + 6 + h > innerHeight && r.top - h - 6 > top;
    const y = !row ? top + 24 : card ? r.top - 12 : above ? r.top - h - 6 : r.bottom + 6;
    n.style.left = Math.max(12, Math.min(x, innerWidth - w - 12)) + "px";
    n.style.top = Math.max(top, Math.min(y, innerHeight - h - 12)) + "px";
  }
  const chip = (name, value, label, on, key, hint) => el("label.rq-chip", {},
    el("input", { type: "radio", name, value, checked: on, "data-key": key }), el("span", {}, label), hint ? el("small", {}, hint) : null,
    key != null && key !== "" ? el("kbd", { "aria-hidden": "true" }, String(key)) : null);
  const set = (legend, ...kids) => el("fieldset", {}, el("legend", {}, legend), el("div.rq-row", {}, kids));
  const field = (label, input) => el("label.rq-field", {}, el("span", {}, label), input);
  const box = (label, name, value, on) => el("label.rq-check", {}, el("input", { type: "checkbox", name, value, checked: on }), el("span", {}, label));
  const val = (form, name) => form.elements[name] ? form.elements[name].value : "";
  const input = (name, more) => el("input", { name, autocomplete: "off", dir: "auto", ...more });

  /* every name of the site, from its own data, for typing */
  let known;
  function people() {
    const read = r => r.ok ? r.text() : Promise.reject();
    const zipped = r => r.ok ? new Response(r.body.pipeThrough(new DecompressionStream("gzip"))).text() : Promise.reject();
    return known = known || fetch(root.href + "data/people.jsonl").then(read).catch(() => fetch(root.href + "data/people.jsonl.gz").then(zipped))
      .then(t => t.split("\n").filter(Boolean).map(l => JSON.parse(l)).sort((x, y) => y.quotes - x.quotes).map(p => p.name)).catch(() => []);
  }
  function names() {
    const list = el("datalist", { id: "rq-names" });
    people().then(all => list.append(...all.map(name => el("option", { value: name }))));
    return list;
  }
  /* ---- a quotation ---- */
  function quote(f, from) {
    article(f.art).then(a => {
      const anchor = RQ.anchor(f, a), here = f.row.matches(".rq-list > li"), mark = here && D.getElementById(f.id);
      const most = near(f, a).slice(0, 6).filter(x => x.name !== f.who), cur = f.who || "";
      const words = el("textarea", { name: "span", rows: 2, spellcheck: "false", dir: "auto" });
      const other = input("other", { list: "rq-names", placeholder: "Name; another name", "aria-label": "Name of the speaker; several with a semicolon", hidden: true });
      const always = f.as && !/^(he|she|they|it)$/i.test(f.as) ? box(["Wherever this article says “", f.as, "”"], "always", "1", false) : null;
      words.value = f.words;
      const result = form => {
        const e = { ...anchor }, who = val(form, "who"), kind = val(form, "kind"), none = val(form, "none"), told = [];
        const several = who === "*" ? split(line(other.value)) : [], name = who === "*" ? several.join(" and ") : who, another = name !== cur && (name || who === "-"), out = [];
        other.hidden = who !== "*";
        if (always) always.hidden = !another || who === "-" || !name || several.length > 1;
        if (none) {
          if (none === "drop") e.drop = true; else e.not_speech = none;
          told.push("no quotation" + (none === "drop" ? "" : ": " + none));
        } else {
          if (another && always && !always.hidden && $("input", always).checked)
            out.push({ section: "mentions", entry: { article: f.art, words: f.as, name }, what: "“" + f.as + "” → " + name, title: f.words, url: f.url });
          else if (another) { e.speaker = who === "-" ? null : several.length > 1 ? several : name; told.push((f.who || "nobody") + " → " + (who === "-" ? "nobody named" : name)); }
          if (kind && kind !== f.kind) { e.kind = kind; told.push("kind → " + kind); }
          const w = line(words.value), ok = !w || w === f.words || RQ.times(w, a) > 0;
          words.setAttribute("aria-invalid", !ok);
          $(".rq-hint", form).textContent = ok ? "" : "These words are not in the article.";
          if (w && ok && w !== f.words) { e.span = w; told.push("other words"); }
        }
        if (told.length) out.push({ section: "quotes", entry: e, what: told.join(", "), title: f.words, url: f.url });
        if (out.length) out[0].show = () => shown(f, another ? { ...e, speaker: who === "-" ? null : name } : e);
        return out;
      };
      const yes = el("button.rq-btn", { type: "button", onclick: () => {
        shut(); shown(f, { checked: true });
        RQ.decide([{ section: "quotes", entry: { ...anchor, ...($(".rq-both", f.row) ? {} : { speaker: f.who }), checked: true }, what: "right as it is", title: f.words, url: f.url }]);
      } }, "✓ Right as it is");
      const { now } = panel("Put it right", from, f.row, [
        here ? null : around(f, a),
        set(["Who says this?", f.as ? el("small", {}, " printed: “" + f.as + "”") : null],
          f.who ? chip("who", f.who, f.who, true, 1, "now") : null,
          most.map((x, k) => chip("who", x.name, x.name, false, k + (f.who ? 2 : 1))),
          chip("who", f.who ? "-" : "", "Nobody named", !f.who, 0, f.who ? "" : "now"),
          chip("who", "*", "Somebody else …", false, ""), other, names(), always),
        set("Kind", KINDS.map(k => chip("kind", k, cap(k), k === f.kind))),
        field("Or it is no quotation", el("select", { name: "none" }, el("option", { value: "" }, "It is one"),
          REASONS.map(r => el("option", { value: r[0] }, r[1])))),
        field(here ? "Its words: select them in the text, or edit here" : "Its words", words), el("p.rq-hint", { role: "status" })
      ], result, yes);
      if (here) {
        [mark, ...$$(`[data-q="${f.id}"]`)].forEach(m => m && m.classList.add("rq-held"));
        follow(words, now);
        if (mark && !wide()) scrollBy(0, mark.getBoundingClientRect().top - 90);
      }
    });
  }
  /* what is selected in the text are the words */
  function follow(words, now) {
    open.select = () => { const t = selected(); if (t && open) { words.value = t; now(); } };
    D.addEventListener("selectionchange", open.select);
  }
  /* the page says at once what was decided; the build says it again */
  function shown(f, e) {
    const r = f.row; if (!r) return;
    const b = r.cells ? r.cells[5] : $("b:not(.rq-say)", r);
    const who = r.matches(".rq-list > li") ? $("h3", r).firstElementChild : r.cells ? r.cells[1].firstElementChild : null;
    if (e.drop || e.not_speech) r.classList.add("rq-dropped");
    if ("speaker" in e && who) who.replaceWith(el("span", { class: e.speaker ? "rq-new" : "rq-nobody" }, e.speaker || "Speaker not identified"));
    if (e.kind && e.kind !== "direct") r.dataset.kind = e.kind; else if (e.kind) delete r.dataset.kind;
    if (b) { b.dataset.band = "hand"; b.textContent = (e.checked ? "checked" : "corrected") + " by hand"; b.title = ""; }
  }

  /* ---- a quotation that is not there yet ---- */
  function add(f, from) {
    article(f.art).then(a => {
      const words = el("textarea", { name: "words", rows: 3, dir: "auto", placeholder: "Select them in the text" });
      words.value = selected();
      const result = form => {
        const w = line(words.value), times = RQ.times(w, a), who = val(form, "who"), e = { article: f.art, words: w };
        $(".rq-hint", form).textContent = !w || times === 1 ? "" : times ? "These words stand " + times + " times: take more of them." : "These words are not in the article.";
        words.setAttribute("aria-invalid", !!w && times !== 1);
        if (times !== 1) return [];
        if (who !== "-") e.speaker = who;
        if (val(form, "kind")) e.kind = val(form, "kind");
        return [{ section: "quotes", entry: { ...e, add: true }, what: "added", title: w, url: root.href + "articles/" + f.art + "/" }];
      };
      const { now } = panel("Add a quotation", from, wide() ? $(".rq-quotes") : null, [
        field("Its words: select them in the text, or type them", words), el("p.rq-hint", { role: "status" }),
        set("Who says this?", a.names.filter(n => n.in !== "places").slice(0, 8).map((n, k) => chip("who", n.name, n.name, false, k + 1)),
          chip("who", "-", "Nobody named", true, 0)),
        set("Kind", chip("kind", "", "By its marks", true), KINDS.map(k => chip("kind", k, cap(k), false)))], result);
      follow(words, now);
    });
  }

  RQ.form = { panel, chip, set, field, box, val, input, names, split, line, cap };
  RQ.right = (what, f, from) => ({ quote, add })[what] ? ({ quote, add })[what](f, from) : RQ.load("right-names").then(() => RQ.rightNames[what](f, from));
})();
