/* The notebook: what a reader keeps, in this browser only; taken away as a file or as an address. */
(function () {
  "use strict";
  const { D, $, $$, el, say, copy, save, keep, article, plain, root, hash } = RQ, notes = keep("note"), HOW = { direct: "quoted", mixed: "partly quoted", indirect: "reported" };
  const keyOf = f => hash(f.art + "#" + f.id);
  /* a denial keeps its word with it, wherever it goes */
  const said = f => (f.verb ? f.verb + ": " : "") + f.words;
  const kept = RQ.kept = f => ({ id: keyOf(f), q: f.id, art: f.art, url: f.url, words: said(f), kind: f.kind, who: f.who || "", as: f.as, title: f.title, outlet: f.outlet, date: f.date, place: f.place, at: Date.now() });
  const speaker = v => v.who || (v.as ? "“" + v.as + "”" : "Speaker not named");
  RQ.pin = f => {
    const id = keyOf(f);
    if (notes.get(id)) { notes.drop(id); say("Taken out of the notebook"); } else { notes.put(kept(f)); say("Kept in the notebook"); }
  };
  const groups = all => { const m = new Map(); all.forEach(v => m.set(v.group || "", [...(m.get(v.group || "") || []), v])); return [...m].sort((a, b) => (a[0] ? 1 : 0) - (b[0] ? 1 : 0) || Math.min(...a[1].map(ord)) - Math.min(...b[1].map(ord))); };
  const ord = v => v.ord || v.at;
  const source = v => `“${v.title.replace(/“/g, "‘").replace(/”/g, "’")}”, ${[v.outlet, day2(v.date), v.place].filter(Boolean).join(", ")}`;
  const day = () => new Date().toISOString().slice(0, 10);

  /* ---- files ---- */
  const md = s => s.replace(/([\\`*_[\]<>#|])/g, "\\$1");
  function markdown(all) {
    let k = 0; const foot = [];
    const body = groups(all).map(([g, held]) => (g ? "## " + md(g) + "\n\n" : "") + held.map(v => { foot.push(`[^${++k}]: ${md(speaker(v))}, ${HOW[v.kind]} in ${md(source(v))}. <${v.url}>`); return `> ${md(v.words)}\n>\n> — ${md(speaker(v))} (${HOW[v.kind]})[^${k}]` + (v.note ? "\n\n" + md(v.note) : ""); }).join("\n\n")).join("\n\n");
    return "# Notebook, " + day() + "\n\n" + body + "\n\n" + foot.join("\n") + "\n";
  }
  const rtfed = s => s.replace(/[\\{}]/g, "\\$&").replace(/\n/g, "\\line ").replace(/[^\x20-\x7e]/g, c => "\\u" + (c.charCodeAt(0) << 16 >> 16) + "?");
  function rtf(all) {
    const note = v => `{\\super\\chftn}{\\footnote\\pard\\plain\\f1\\fs18 {\\super\\chftn} ${rtfed(speaker(v) + ", " + HOW[v.kind] + " in " + source(v) + ". ")}{\\field{\\*\\fldinst{HYPERLINK "${rtfed(v.url)}"}}{\\fldrslt{\\ul ${rtfed(v.url)}}}}}`;
    return "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Georgia;}{\\f1\\fswiss Arial;}}{\\stylesheet{\\s0\\f0\\fs24 Normal;}{\\s1\\outlinelevel0\\f1\\b\\fs32 heading 1;}{\\s2\\outlinelevel1\\f1\\b\\fs26 heading 2;}}\n" +
      `{\\pard\\s1\\sa200\\f1\\b\\fs32 Notebook, ${day()}\\par}\n` + groups(all).map(([g, held]) => (g ? `{\\pard\\s2\\sb240\\sa120\\f1\\b\\fs26 ${rtfed(g)}\\par}\n` : "") + held.map(v =>
        `{\\pard\\li567\\sa60\\f0\\fs24 ${rtfed(v.words)}${note(v)}\\par}\n{\\pard\\li567\\sa160\\f1\\fs20 \\emdash  ${rtfed(speaker(v))}\\par}\n` + (v.note ? `{\\pard\\sa200\\f0\\i\\fs22 ${rtfed(v.note)}\\par}\n` : "")).join("")).join("") + "}";
  }
  const cell = v => '"' + (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/.test(v) ? "'" : "") + String(v).replace(/"/g, '""') + '"';
  const csv = all => "\ufeff" + [["group", "speaker", "printed", "kind", "quote", "article", "outlet", "date", "place", "url", "note"]].concat(all.map(v => [v.group || "", v.who, v.as, v.kind, v.words, v.title, v.outlet, v.date, v.place, v.url, v.note || ""])).map(r => r.map(cell).join(",")).join("\r\n");
  /* one reference an article, its quotations as notes: the article's own files, made at the build, are laid under them */
  const by = all => { const m = new Map(); all.forEach(v => m.set(v.art, [...(m.get(v.art) || []), v])); return [...m]; };
  const told = v => v.words + " — " + speaker(v) + ", " + [HOW[v.kind], v.place].filter(Boolean).join(", ") + ". " + v.url + (v.note ? " / " + v.note : "");
  const file = (art, name) => fetch(root.href + "articles/" + art + "/" + name).then(r => r.ok ? r.text() : Promise.reject());
  const ris = all => Promise.all(by(all).map(([art, held]) => file(art, "cite.ris").catch(() => `TY  - NEWS\r\nTI  - ${held[0].title}\r\nT2  - ${held[0].outlet}\r\nUR  - ${root.href}articles/${art}/\r\nER  - \r\n`).then(t => t.replace(/ER  -\s*$/, held.map(v => "N1  - " + told(v).replace(/\s+/g, " ") + "\r\n").join("") + "ER  - \r\n")))).then(t => t.join("\r\n"));
  const csl = all => Promise.all(by(all).map(([art, held]) => file(art, "cite.json").then(JSON.parse).catch(() => [{ id: art, type: "article-newspaper", title: held[0].title, "container-title": held[0].outlet }]).then(([i]) => ({ ...i, note: held.map(told).join("\n") })))).then(l => JSON.stringify(l, null, 1));
  const TYPES = { rtf: ["Word (RTF, footnotes)", "application/rtf", rtf], md: ["Markdown", "text/markdown", markdown], ris: ["RIS (Zotero, EndNote)", "application/x-research-info-systems", ris], "csl.json": ["CSL-JSON", "application/json", csl], csv: ["Table (CSV)", "text/csv", csv], json: ["Notebook file, to open again", "application/json", a => JSON.stringify({ florilegium: 1, notes: a }, null, 1)] };
  RQ.exported = (type, all) => Promise.resolve(TYPES[type][2](all)).then(body => { save("notebook." + type, TYPES[type][1], body); say("Saved as notebook." + type); return body; });

  /* ---- address: article and ids, never words: an address can't put words into this site ---- */
  const address = all => RQ.home + "#n=" + by(all).map(([art, held]) => encodeURI(art) + ":" + held.map(v => v.q.replace("q-", "")).join(",")).join(";");
  RQ.shared = h => {
    const want = decodeURI(h).split(";").slice(0, 60).map(x => x.split(":")).filter(x => /^[\w./~\p{L}-]+$/u.test(x[0]) && !x[0].includes("..") && x[1]);
    return Promise.all(want.map(([art, ids]) => article(art).then(a => {
      return ids.split(",").slice(0, 300).map(id => { const c = a.doc.getElementById("c-" + id), li = c && c.closest("li"); return li && kept(RQ.facts(li, a)); }).filter(Boolean);
    }).catch(() => []))).then(l => notebook(l.flat()));
  };

  /* ---- drawer ---- */
  function notebook(guest) {
    const body = el("div");
    const all = () => guest || notes.all();
    let typing = false;
    const later = () => { if (!typing) draw(); };
    const b = (label, go, fill) => el("button.rq-btn" + (fill ? ".rq-btn--fill" : ""), { type: "button", onclick: go }, label);
    function move(v, by) { const l = all(), i = l.indexOf(l.find(x => x.id === v.id)), o = l[i + by]; if (!o) return; const a = ord(v), c = ord(o); notes.put({ ...v, ord: c, group: o.group }); notes.put({ ...o, ord: a }); say("Moved " + (by < 0 ? "up" : "down")); focus(v.id, by < 0 ? "up" : "down"); }
    function focus(id, what) { const x = $(`[data-id="${id}"] [data-do=${what}]`, n) || $(`[data-id="${id}"] a`, n); if (x) x.focus(); }
    function edit(v, k) { return e => { typing = true; notes.put({ ...notes.get(v.id), [k]: e.target.value }); typing = false; }; }
    function one(v) {
      const what = "“" + v.words.split(" ").slice(0, 4).join(" ") + " …”", tool = (icon, label, go) => { const x = RQ.act(icon, label + ": " + what, go); x.dataset.do = icon; return x; };
      return el("li", { "data-id": v.id, "data-kind": v.kind === "direct" ? null : v.kind },
        el("blockquote", { dir: "auto" }, v.words), el("p.rq-by", {}, el("b", {}, speaker(v)), ", ", HOW[v.kind], " in ", el("a", { href: v.url }, v.title), ", " + [v.outlet, day2(v.date)].filter(Boolean).join(", ")),
        guest ? null : el("div.rq-own", {}, el("textarea", { rows: v.note ? 2 : 1, "aria-label": "Your note on " + what, placeholder: "Your note", oninput: edit(v, "note") }, v.note || ""), el("input", { value: v.group || "", list: "rq-groups", placeholder: "Group", "aria-label": "Group of " + what, autocomplete: "off", oninput: edit(v, "group"), onchange: () => setTimeout(() => D.activeElement.closest(".rq-own") || draw()) }), el("span.rq-acts", {}, tool("up", "Up", () => move(v, -1)), tool("down", "Down", () => move(v, 1)), tool("close", "Take out", () => { notes.drop(v.id); say("Taken out"); }))));
    }
    function draw() {
      const l = all(), names = [...new Set(l.map(v => v.group).filter(Boolean))], inside = body.contains(D.activeElement);
      body.replaceChildren(...[
        !l.length ? el("p.rq-empty", {}, guest ? "None of these quotations is on this site any more." : "Nothing kept yet. The pin on a quotation keeps it here.") : null,
        guest ? el("p.rq-fine", {}, l.length + " quotations, read from this site just now. Yours are untouched.") : el("p.rq-fine", {}, "Kept in this browser only. Nothing is sent."),
        l.length ? el("div.rq-row.rq-tools2", {}, guest ? b("Keep all", () => { guest.forEach(v => notes.get(v.id) || notes.put(v)); n.hidePopover(); notebook(); }, true) : null,
          guest ? null : el("label.rq-take", {}, el("span.rq-vh", {}, "Take away as"), el("select", { onchange: e => { const t = e.target.value; e.target.value = ""; if (t) RQ.exported(t, all()); } }, el("option", { value: "" }, "Take away as …"), Object.entries(TYPES).map(([k, t]) => el("option", { value: k }, t[0])))),
          guest ? null : b("Copy the address", () => copy(address(all())).then(() => say("Address copied: " + l.length + " quotations"))), b("Print", () => { D.body.classList.add("rq-printing"); print(); })) : null,
        el("datalist", { id: "rq-groups" }, names.map(g => el("option", { value: g }))),
        ...groups(l).map(([g, held]) => el("section", {}, g ? el("h3", {}, g, el("span.rq-num", {}, " " + held.length)) : null, el("ol.rq-notelist", {}, held.map(one)))),
        guest ? null : el("p.rq-fine", {}, el("label.rq-open", {}, "Open a notebook file ", el("input", { type: "file", accept: ".json,application/json", onchange: e => e.target.files[0].text().then(read) })))
      ].filter(Boolean));
      if (inside && !body.contains(D.activeElement)) $("button", n).focus();
    }
    /* from a file: only texts, only addresses of this site */
    function read(text) {
      let got = 0;
      try { JSON.parse(text).notes.slice(0, 5000).forEach(v => { const t = k => typeof v[k] === "string" ? v[k].slice(0, 20000) : ""; if (!/^q-[\w-]+$/.test(t("q")) || !t("art") || !t("words")) return; notes.put({ ...kept({ id: t("q"), art: t("art"), url: root.href + "articles/" + t("art") + "/#" + t("q"), words: t("words"), kind: HOW[v.kind] ? v.kind : "direct", who: t("who"), as: t("as"), title: t("title"), outlet: t("outlet"), date: t("date"), place: t("place") }), note: t("note"), group: t("group"), ord: +v.ord || +v.at || Date.now() + got }); got++; }); } catch (e) { }
      say(got ? got + " quotations opened" : "That is no notebook file");
    }
    draw(); addEventListener("rq-note", later);
    const n = RQ.drawer("rq-notes", guest ? "Shared with you" : "Notebook", body, "rq-drawer.rq-notes", () => { removeEventListener("rq-note", later); D.body.classList.remove("rq-printing"); if (guest) history.replaceState(null, "", location.pathname + location.search); });
  }

  /* ---- cite it: APA and its like only where the build made them (<dl data-styles> in the page's cite drawer); footnote and plain are our own ---- */
  const IN = { direct: "quoted in", mixed: "partly quoted in", indirect: "reported in" }, STYLE = RQ.root.pathname + ".rq-style", safe = s => s.replace(/[&<>"]/g, c => "&#" + c.charCodeAt(0) + ";");
  const marked = f => f.kind === "direct" || /[“"«]/.test(f.words) ? said(f) : said(f).replace(/[.,]$/, "");
  const NAMES = { apa: "APA", chicago: "Chicago", mla: "MLA", note: "Footnote", plain: "Plain" };
  /* as the pages spell it */
  const day2 = d => /^\d{4}(-\d\d)*$/.test(d) ? new Date(d).toLocaleDateString("en-GB", { year: "numeric", month: d[4] ? "long" : undefined, day: d[7] ? "numeric" : undefined, timeZone: "UTC" }) : d;
  /* { text, html } in one style */
  function styled(style, f, doc) {
    const on = day2(f.date), dd = $(`[data-styles] [data-style="${style}"]`, doc), who = f.who || f.as || "speaker not named", p = (/\d+/.exec(f.place) || [""])[0], link = f.url;
    const words = marked(f), head = who + (f.kind === "indirect" ? " is reported as saying: " : ": ") + words;
    if (!dd || style === "plain") { const title = `“${f.title.replace(/“/g, "‘").replace(/”/g, "’")}”${f.outlet ? ", " : ""}`, tail = `${on ? ", " + on : ""}${f.place ? ", " + f.place : ""}, ${link}`;
      const before = style === "note" ? `${who}, ${IN[f.kind]} ` : `${words} — ${who}, ${IN[f.kind]} `, end = style === "note" ? "." : "", outlet = f.outlet;
      return { text: before + title + outlet + tail + end, html: safe(before + title) + `<i>${safe(outlet)}</i>` + safe(tail + end) };
    }
    const at = (dd.dataset.in || "").replace("{p}", p || f.place), pin = dd.dataset.pin ? dd.dataset.pin.replace("{p}", p) : "";
    if (style === "note") { const t = who + ", " + IN[f.kind] + " "; return { text: t + plain(dd) + (p ? pin : "") + ", " + link + ".", html: safe(t) + dd.innerHTML + safe((p ? pin : "") + ", " + link + ".") }; }
    return { text: head + " " + at + "\n\n" + plain(dd), html: `<p>${safe(head)} ${safe(at)}</p><p>${dd.innerHTML}</p>` };
  }
  RQ.styled = (style, f) => article(f.art).then(a => styled(style, f, a.doc));
  RQ.cite = (f, from) => article(f.art).then(a => menu(f, from, Object.keys(NAMES).filter(s => /note|plain/.test(s) || $(`[data-styles] [data-style="${s}"]`, a.doc))));
  function menu(f, from, styles) {
    $$(".rq-menu").forEach(n => n.remove());
    const last = RQ.S.getItem(STYLE), give = s => RQ.styled(s, f).then(c => copy(c.text, c.html)).then(() => { try { RQ.S.setItem(STYLE, s); } catch (e) { } say("Copied in the style " + NAMES[s]); from.classList.add("is-done"); setTimeout(() => from.classList.remove("is-done"), 1600); }, () => say("Copy failed"));
    const item = (s, label) => el("button", { type: "button", role: "menuitem", tabindex: -1, "data-s": s, onclick: () => { n.hidePopover(); give(s); } }, el("span", {}, label), s === last ? el("small", {}, "last used") : null);
    const ris = el("button", { type: "button", role: "menuitem", tabindex: -1, onclick: () => { n.hidePopover(); RQ.exported("ris", [kept(f)]); } }, el("span", {}, "RIS, one file"));
    const n = el("div.rq-menu.md-typeset", { popover: "auto", role: "region", "aria-label": "Cite" }, el("div", { role: "menu", "aria-label": "Cite this quotation", onkeydown: e => {
      const all = $$("[role=menuitem]", n), i = all.indexOf(D.activeElement), to = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: -1 }[e.key];
      if (to != null) { e.preventDefault(); all.at(to % all.length).focus(); }
      else if (/^[a-z]$/i.test(e.key)) { const hit = all.find(b => plain(b).toLowerCase().startsWith(e.key.toLowerCase())); if (hit) { e.preventDefault(); hit.focus(); } }
      else if (e.key === "Tab") n.hidePopover();
    } }, styles.map(s => item(s, NAMES[s])), ris));
    n.addEventListener("toggle", e => { if (e.newState === "closed") { n.remove(); from.setAttribute("aria-expanded", "false"); if (D.activeElement === D.body || !D.activeElement) from.focus(); } });
    (from.closest(".rq-sheet") || D.body).append(n); const r = from.getBoundingClientRect(); n.showPopover(); from.setAttribute("aria-expanded", "true");
    const w = n.offsetWidth, h = n.offsetHeight;
    n.style.left = Math.max(8, Math.min(r.right - w, innerWidth - w - 8)) + "px";
    n.style.top = (r.bottom + h + 8 > innerHeight ? r.top - h - 4 : r.bottom + 4) + "px";
    ($(`[data-s="${last}"]`, n) || $("button", n)).focus();
  }
  RQ.notebook = notebook; RQ.address = address; RQ.files = { markdown, rtf, csv, ris, csl };
})();
