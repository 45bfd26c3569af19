/* Put it right: one form for a quotation, a name, an article, a comparison; each makes decisions (entries.js). */
(function () {
  "use strict";
  const { D, $, $$, el, article, plain, root, queue, near, around } = RQ;
  const KINDS = ["direct", "mixed", "indirect"], WHAT = ["person", "organisation", "government", "group", "place"];
  const REASONS = [["drop", "Nobody says this: leave it out"], ["scare quote", "Scare quotes"], ["title", "A title"], ["term", "A term"],
    ["nickname", "A nickname"], ["motto", "A motto"], ["sign", "A sign"]];
  const FIELDS = { title: "Headline", date: "Date", publication: "Publication", author: "Author", source_url: "Original page",
    archive_url: "Archived copy", tags: "Tags", lang: "Language", rights: "Rights" };
  const LISTS = ["tags", "author"], cap = s => s[0].toUpperCase() + s.slice(1), wide = () => matchMedia("(min-width: 60em)").matches;
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
    return now;
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
        RQ.decide([{ section: "quotes", entry: { ...anchor, checked: true }, what: "right as it is", title: f.words, url: f.url }]);
      } }, "✓ Right as it is");
      const now = panel("Put it right", from, f.row, [
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

  /* ---- a name ---- */
  function name(f, from) {
    const page = $(".rq-speaker"), mine = page && !f.href, slug = f.href || location.pathname;
    const arts = mine ? $$(".rq-entry h3 a, .rq-mentions a") : [], roles = mine ? $$(".rq-roles li > a").map(plain) : [];
    const now = /people/.test(slug) ? "person" : /organisations/.test(slug) ? "organisation" : "place";
    const result = form => {
      const e = { name: f.name }, told = [], out = [], text = k => line(val(form, k)), about = { title: f.name, url: slug };
      $(".rq-kept", form).hidden = !text("same");
      if (val(form, "what") === "none") return [{ section: "names", entry: { ...e, not_a_name: true }, what: "not a name", ...about }];
      if (text("rename") && text("rename") !== f.name) { e.rename = text("rename"); told.push("→ " + e.rename); }
      if (val(form, "what") !== now) { e.kind = val(form, "what"); told.push(e.kind); }
      const other = val(form, "kept") === "other" && text("same"), also = split(text("also"));
      if (text("same") && !other) { also.unshift(text("same")); told.push("same as " + text("same")); }
      if (text("also")) told.push("also " + text("also"));
      if (also.length) e.also = also;
      if (text("apart")) { e.apart_from = split(text("apart")); told.push("not " + text("apart")); }
      const wrong = $$("[name=role]", form).filter(c => !c.checked).map(c => c.value), more = split(text("newrole"));
      if (more.length) { e.roles = roles.filter(r => !wrong.includes(r)).concat(more); told.push("roles: " + e.roles.join("; ")); }
      else if (wrong.length) { e.not_roles = wrong; told.push("not " + wrong.join("; ")); }
      const left = $$("[name=art]", form).filter(c => !c.checked).length;
      if (left) {
        e.only_in = $$("[name=art]", form).filter(c => c.checked).map(c => c.value); told.push("somebody else in " + left);
        if (text("elsewhere")) e.elsewhere = text("elsewhere");
      }
      if (told.length) out.push({ section: "names", entry: e, what: told.join(", "), ...about });
      if (other) out.push({ section: "names", entry: { name: other, also: [f.name] }, what: "same as " + other, ...about });
      return out;
    };
    const two = arts.length > 1 ? el("details", {}, el("summary", {}, "Two people of one name?"),
      el("p.rq-fine", {}, "Take away the articles in which it is somebody else."),
      arts.map(x => box(plain(x), "art", RQ.articleOf(x.href), true)),
      field("What the other one is to be called (optional)", input("elsewhere", { placeholder: f.name + " (…)" }))) : null;
    panel("Put this name right", from, from && from.closest("h1, li, .rq-people li"), [
      set("This is", WHAT.map((k, i) => chip("what", k, cap(k), k === now, i + 1)), chip("what", "none", "Not a name", false, 0)),
      field("The same one as", input("same", { list: "rq-names" })),
      el("fieldset.rq-kept", { hidden: true }, el("legend", {}, "Show them as"),
        el("div.rq-row", {}, chip("kept", "this", f.name, true, ""), chip("kept", "other", "the other name", false, ""))),
      el("div.rq-two", {}, field("Name to show", input("rename", { value: f.name })), field("Also written", input("also")),
        field("Not the same one as", input("apart", { list: "rq-names" })), field("Another role", input("newrole"))), names(),
      roles.length ? el("fieldset", {}, el("legend", {}, "Roles that are right"), roles.map(r => box(r, "role", r, r !== f.role))) : null, two
    ], result);
    if (f.alias) { const i = $("[name=apart]", open.n); i.value = f.alias; i.dispatchEvent(new Event("input", { bubbles: true })); }
    if (f.role) $("form", open.n).dispatchEvent(new Event("input"));
  }

  /* ---- an article's details ---- */
  function details(f, from) {
    const meta = k => ($(`meta[name~="${k}"]`) || {}).content || "", many = k => $$(`meta[name~="${k}"]`).map(m => m.content).join("; ");
    const term = word => { const d = $$(".rq-about dt").find(x => plain(x) === word); return d && d.nextElementSibling; };
    const link = word => ($$(".rq-about a").find(x => plain(x) === word) || {}).href || "", tags = term("Tags");
    const was = { title: plain($("h1")), date: meta("DC.date"), publication: meta("DC.source"), author: many("citation_author"),
      source_url: link("Original page"), archive_url: link("Archived copy"), tags: tags ? $$("li", tags).map(plain).join("; ") : "",
      lang: meta("DC.language"), rights: plain(term("Rights")) };
    const result = form => {
      const e = { article: f.art }, wrong = val(form, "date") && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(val(form, "date"));
      form.elements.date.setAttribute("aria-invalid", !!wrong);
      const told = Object.keys(FIELDS).filter(k => line(val(form, k)) !== was[k] && !(k === "date" && wrong) && (k !== "title" || line(val(form, k))));
      told.forEach(k => { const v = line(val(form, k)); e[k] = !v ? null : LISTS.includes(k) && v.includes(";") ? split(v) : v; });
      const what = told.map(k => FIELDS[k].toLowerCase()).join(", ");
      return told.length ? [{ section: "articles", entry: e, what, title: was.title, url: location.pathname }] : [];
    };
    panel("Put this article right", from, $(".rq-about"), [
      el("div.rq-two", {}, Object.keys(FIELDS).map(k => field(FIELDS[k], input(k, { value: was[k] })))),
      el("p.rq-fine", {}, "More than one author or tag: a semicolon between them. An emptied field clears what the file says. The text itself is changed in its file only.")
    ], result);
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
      const now = panel("Add a quotation", from, wide() ? $(".rq-quotes") : null, [
        field("Its words: select them in the text, or type them", words), el("p.rq-hint", { role: "status" }),
        set("Who says this?", a.names.filter(n => n.in !== "places").slice(0, 8).map((n, k) => chip("who", n.name, n.name, false, k + 1)),
          chip("who", "-", "Nobody named", true, 0)),
        set("Kind", chip("kind", "", "By its marks", true), KINDS.map(k => chip("kind", k, cap(k), false)))], result);
      follow(words, now);
    });
  }

  /* ---- a comparison: which of these are not the same statement ---- */
  function apart(f, from) {
    const rows = $$(".rq-vlist > li").map(row => RQ.facts(row));
    const ends = Promise.all(rows.map(r => article(r.art).then(a => { const { article: art, words, before } = RQ.anchor(r, a); return { article: art, words, ...(before ? { before } : {}) }; })));
    ends.then(found => {
      const result = form => {
        const on = $$("[name=other]", form).map((c, k) => c.checked ? k : -1).filter(k => k >= 0), rest = found.filter((_, k) => !on.includes(k));
        return !rest.length ? [] : on.flatMap(k => rest.map(other => ({ section: "statements", entry: { apart: [found[k], other] },
          what: "not the same statement", title: rows[k].words, url: rows[k].url })));
      };
      panel("Not the same statement", from, from.closest("h1, header"), [el("fieldset", {}, el("legend", {}, "Which of these say something else?"),
        rows.map((r, k) => box([(r.outlet || r.title) + ": ", r.words.slice(0, 90) + (r.words.length > 90 ? "…" : "")], "other", String(k), false)))], result);
    });
  }
  RQ.right = (what, f, from) => ({ quote, name, article: details, add, apart })[what](f, from);
})();
