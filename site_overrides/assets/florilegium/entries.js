/* Decisions: kept in this browser first, then written by `mkdocs serve`, or taken away as lines for corrections.yml. */
(function () {
  "use strict";
  const { D, $$, el, say, keep, plain, root, hash } = RQ;
  const queue = RQ.queue = keep("right");

  /* ---- YAML, as a person would write it: as generator/fields/yaml_text.py ---- */
  const SECTIONS = ["quotes", "mentions", "names", "statements", "articles"];
  const PLAIN = /^[\p{L}\p{N}“‘(][^\n]*$/u, ODD = /: |:$| #|\s$|^---/;
  const WORDS = /^(null|true|false|yes|no|on|off|y|n|[-+.]?[\d][\d_.,:eExXoO+-]*)$/i, DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
  function scalar(v, flow) {
    if (v === null) return flow ? "null" : "";
    if (v === true) return "true";
    const bare = DATE.test(v) || PLAIN.test(v) && !ODD.test(v) && !WORDS.test(v) && !(flow && /[[\]{},]/.test(v));
    return bare ? v : JSON.stringify(v);
  }
  function field(k, v, flow) {
    return (k + ": " + (Array.isArray(v) ? "[" + v.map(item).join(", ") + "]" : scalar(v, flow))).trimEnd();
  }
  function item(v) {
    return typeof v === "string" ? scalar(v, true) : "{" + Object.entries(v).map(([k, x]) => field(k, x, true)).join(", ") + "}";
  }
  function lines(entry) {
    return Object.entries(entry).map(([k, v]) => Array.isArray(v) && v.some(x => typeof x !== "string")
      ? [k + ":"].concat(v.map(x => "  - " + item(x))).join("\n    ") : field(k, v)).join("\n    ");
  }
  RQ.yaml = items => {
    const all = merged(items);
    return SECTIONS.map(s => {
      const held = all.filter(i => i.section === s);
      return held.length ? s + ":\n" + held.map(i => "  - " + lines(i.entry)).join("\n\n") + "\n" : "";
    }).filter(Boolean).join("\n");
  };

  /* ---- two decisions on one thing are one entry: as generator/correct/amend.py ---- */
  const SAYS = ["speaker", "kind", "span", "cue", "stance", "add", "checked", "printed", "join", "split"];
  const NOBODY = ["drop", "not_speech"], GROWS = ["also", "apart_from", "not_roles"];
  const OTHER = { also: "apart_from", apart_from: "also" };
  const list = v => v == null || v === true ? [] : [].concat(v);
  function keyOf(s, e) {
    const of = { quotes: ["article", "words", "before", "after"], mentions: ["article", "words", "before"], names: ["name"], articles: ["article"] }[s];
    return JSON.stringify(of ? [s].concat(of.map(k => e[k] || "")) : [s].concat((e.same || e.apart).map(item).sort()));
  }
  function into(old, entry) {
    const gone = NOBODY.some(k => k in entry) ? SAYS.concat(NOBODY) : SAYS.some(k => k in entry) ? NOBODY : [];
    gone.forEach(k => delete old[k]);
    for (const k in entry) {
      old[k] = GROWS.includes(k) ? [...new Set(list(old[k]).concat(entry[k]))] : entry[k];
      const left = OTHER[k] && old[OTHER[k]] && list(old[OTHER[k]]).filter(x => !list(entry[k]).includes(x));
      if (left && left.length) old[OTHER[k]] = left; else if (left) delete old[OTHER[k]];
    }
  }
  function merged(items) {
    const all = new Map();
    items.forEach(({ section, entry }) => {
      const k = keyOf(section, entry), old = all.get(k);
      if (old && old.entry.add && entry.drop) all.delete(k);
      else if (old) into(old.entry, entry);
      else all.set(k, { section, entry: { ...entry } });
    });
    return [...all.values()];
  }

  /* ---- enough words to find it, and what stands before it where they stand twice: as `explain` prints them ---- */
  const bare = RQ.bare = s => s.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  RQ.times = (words, a) => words ? (" " + bare(a.text) + " ").split(" " + bare(words) + " ").length - 1 : 0;
  RQ.anchor = (f, a) => {
    const mark = a.doc.getElementById(f.id), e = { article: f.art };
    let w = f.words;
    if (w.length > 140) {
      const part = w.split(" … ").sort((x, y) => y.length - x.length)[0];
      const cut = part.split(" ").slice(0, 14).join(" ").replace(/[,;:]$/, "");
      if (RQ.times(cut, a) === 1) w = cut;
    }
    e.words = w;
    if (mark && RQ.times(w.split(" … ")[0], a) > 1) {
      const at = a.blocks.find(b => b.contains(mark)), i = a.blocks.indexOf(at), r = a.doc.createRange();
      const near = from => {
        r.selectNodeContents(at); r[from ? "setEndBefore" : "setStartAfter"](mark);
        const s = r.toString().trim().split(/\s+/).filter(Boolean);
        return (from ? s.slice(-5) : s.slice(0, 5)).join(" ");
      };
      const beside = (k, n) => a.blocks[k] ? plain(a.blocks[k]).split(" ").slice(...n).join(" ") : "";
      const before = near(true) || beside(i - 1, [-5]), after = before ? "" : near(false) || beside(i + 1, [0, 5]);
      if (before) e.before = before; else if (after) e.after = after;
    }
    return e;
  };

  /* ---- the server, if this is `mkdocs serve` ---- */
  let server;
  const url = root.href + "-/corrections", local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  const ask = RQ.ask = () => server = server || (local
    ? fetch(url, { headers: { "X-Florilegium": "1" } }).then(r => r.ok ? r.json() : null) : Promise.resolve(null)).catch(() => null);
  const post = (what, body, again) => ask().then(s => {
    if (!s) { server = null; throw new Error("The server is gone; start it again"); }
    const headers = { "Content-Type": "application/json", "X-Florilegium": s.token };
    return fetch(url, { method: "POST", headers, body: JSON.stringify({ [what]: body }) }).then(
      r => r.json().catch(() => ({})).then(j => {
        if (r.ok) return j;
        if (r.status === 403 && !again) { server = null; return post(what, body, true); } /* started again since: another token */
        throw new Error(j.error || "The server said " + r.status);
      }),
      () => { server = null; throw new Error("The server does not answer"); });
  });
  /* one after the other, so that nothing is taken back before it is written */
  let turn = Promise.resolve();
  const after = go => { const mine = turn.then(go); turn = mine.catch(() => {}); return mine; };
  const entries = items => merged(items).map(({ section, entry }) => ({ section, entry }));

  /* into the list first, so that nothing is lost; then to the server, if there is one */
  RQ.decide = (items, quiet) => {
    const kept = items.map(({ section, entry, what, title, url, review }, n) => ({
      id: hash(keyOf(section, entry) + Date.now() + Math.random() + n), at: Date.now() + n, section, entry, what, title, url, review }));
    kept.forEach(queue.put);
    const told = kept.map(i => i.what).join(", "), undo = () => RQ.undo(kept);
    return ask().then(s => s ? after(() => write(kept)).then(() => saved(s, kept)) : "In your list").then(how => { if (!quiet) toast(how + ": " + told, undo); return kept; },
      e => { toast("Kept in your list. " + e.message); return kept; });
  };
  /* what is said of names and statements concerns every page */
  const saved = (s, kept) => s.later || kept.some(i => /names|statements/.test(i.section)) ? "Saved, and shown when the site is built" : "Saved";
  /* the page was loaded anew because of it: it can still be taken back at once */
  RQ.again = () => {
    const last = queue.all().filter(i => i.saved).pop(), all = queue.all().filter(i => i.saved === last.saved);
    if (!last.review) ask().then(s => s && toast("Saved: " + all.map(i => i.what).join(", "), () => RQ.undo(all)));
  };
  const MOST = 50; /* in one request, which may have 64 kB */
  const write = wait => post("add", entries(wait.slice(0, MOST))).then(r => {
    wait.slice(0, MOST).forEach(i => queue.put({ ...i, saved: r.id }));
    return wait.length > MOST ? write(wait.slice(MOST)) : null;
  });
  /* what could not be written when it was decided */
  RQ.flush = () => ask().then(s => {
    const wait = queue.all().filter(i => !i.saved && i.review);
    if (s && wait.length) after(() => write(wait)).catch(e => toast(e.message));
  });
  /* decisions that were written together are taken back together */
  RQ.undo = items => after(() => {
    const now = [].concat(items).map(i => queue.get(i.id) || i), ids = [...new Set(now.map(i => i.saved).filter(Boolean))];
    const all = now.concat(queue.all().filter(i => ids.includes(i.saved) && !now.some(n => n.id === i.id)));
    return Promise.all(ids.map(id => post("undo", id))).then(() => {
      all.forEach(i => queue.drop(i.id));
      say("Undone: " + all.map(i => i.what).join(", "));
    });
  }).catch(e => toast(e.message));
  let timer;
  function toast(text, undo) {
    $$(".rq-toast").forEach(n => n.remove());
    const button = (label, go) => el("button.rq-btn.rq-btn--text", { type: "button", onclick: () => { n.remove(); go(); } }, label);
    const n = el("div.rq-toast.md-typeset", { popover: "manual", role: "region", "aria-label": "Message" },
      el("span", {}, text), undo && button("Undo", undo), button("List", () => RQ.list()));
    D.body.append(n); n.showPopover(); say(text); clearTimeout(timer); timer = setTimeout(() => n.remove(), 9000);
  }

  RQ.send = wait => after(() => write(wait)).catch(e => toast(e.message));
  RQ.list = () => RQ.load("list").then(() => RQ.listed());
})();
