/* The list of quotations: filter, sort, an address to share, and what is shown to take away. */

import { $, $$, cell, dated, plain, save } from "./lists.js";

/* what the row above says of the same article */
function whole(page) {
  return $$("#rq-quotes tbody tr", page).map(function (r, k, rows) {
    [0, 4].forEach(function (n) { if (!r.cells[n].firstChild) r.cells[n].replaceWith(rows[k - 1].cells[n].cloneNode(true)); });
    return r;
  });
}
/* (the field is not called q: Material opens its search for ?q=) */
function index() {
  var form = $("[data-rq-filter]");
  whole(document);
  if (!form) return;
  var MOST = 200, KEYS = ["speaker", "kind", "source", "year", "band"];
  var KINDS = ["direct", "mixed", "indirect"], BANDS = ["high", "medium", "low"], shards = {};
  var table = document.getElementById(form.dataset.rqFilter), body = table.tBodies[0], own = $$("tr", body).map(facts), rows = own;
  var pages = +table.dataset.pages, total = +table.dataset.total, pager = $(".rq-pager"), run = 0, sort = null;
  var out = $(".rq-out"), clear = $("[data-rq-clear]"), none = $(".rq-none"), fields = $$("[name]", form);
  var p = new URLSearchParams(location.search), cache = {}, known = {};
  $$("#rq-speakers option").forEach(function (o) { known[o.value] = 1; });
  if (/^-?(date|speaker|kind|source|conf)$/.test(p.get("sort") || "")) sort = { key: p.get("sort").replace("-", ""), up: p.get("sort")[0] !== "-" };
  fields.forEach(function (f) {
    var v = p.get(f.name);
    if (!v) return;
    if (f.options && !$$("option", f).some(function (o) { return o.value === v; })) f.add(new Option(v, v));
    f.value = v;
  });
  function quote(r) { return $("a", r.cells[2]); }
  function text(r) { return r._t || (r._t = quote(r).textContent.toLowerCase()); }
  function fits(r, f, words) {
    return KEYS.every(function (k) { return !f[k] || (k === "speaker" ? named(r.dataset[k], f[k]) : r.dataset[k] === f[k]); }) &&
      words.every(function (w) { return text(r).indexOf(w) >= 0; });
  }
  /* a name that is known is that one; other letters are a part of names */
  function named(name, asked) { return known[asked] ? name === asked : name.toLowerCase().indexOf(asked.toLowerCase()) >= 0; }
  function facts(r) {
    var c = r.cells, conf = parseInt(c[5].textContent, 10), d = r.dataset;
    d.date = dated(plain(c[0])); d.year = d.date.slice(0, 4) || "Undated";
    d.speaker = plain($("a, .rq-nobody", c[1])); d.band = d.band || "high";
    d.kind = d.kind || "direct"; d.source = plain($("cite", c[4])); d.conf = isNaN(conf) ? 100 : conf;
    r.setAttribute("role", "row");
    $$("td", r).forEach(function (n) { n.setAttribute("role", "cell"); });
    return r;
  }
  function load(n) {
    var url = new URL(table.dataset.listing + (n > 1 ? "page~" + n + "/" : ""), location);
    if (!cache[n]) cache[n] = fetch(url).then(function (r) { return r.text(); }).then(function (text) {
      return whole(new DOMParser().parseFromString(text, "text/html")).map(function (r) {
        $$("a[href]", r).forEach(function (a) { a.setAttribute("href", new URL(a.getAttribute("href"), url)); });
        return facts(document.importNode(r, true));
      });
    });
    return cache[n];
  }
  function may(n, f) {
    var size = +table.dataset.shards, k = Math.ceil(n / size);
    if (!KEYS.some(function (key) { return f[key]; })) return Promise.resolve(true);
    if (!shards[k]) shards[k] = fetch(new URL(table.dataset.listing + "rows-" + k + ".json", location)).then(function (r) { return r.json(); });
    return shards[k].then(function (held) {
      return held.pages[(n - 1) % size].some(function (r) {
        return (!f.speaker || named(held.speaker[r[0]], f.speaker)) && (!f.kind || KINDS[r[1]] === f.kind) &&
          (!f.source || held.source[r[2]] === f.source) && (!f.year || r[3] === f.year) && (!f.band || BANDS[r[4]] === f.band);
      });
    });
  }
  function show(found, all, more) {
    rows = found;
    if (sort) order();
    more = more || rows.length > MOST;
    rows = rows.slice(0, all === total && pages > 1 && (sort || more) ? MOST : rows.length);
    body.replaceChildren.apply(body, rows);
    rows.forEach(function (r) { r.hidden = false; });
    var n = rows.length, what = all === 1 ? " quote" : " quotes";
    out.textContent = n === all ? all + what : (more ? "The first " : "") + n + " of " + all + what;
    none.hidden = n > 0; table.hidden = !n;
  }
  function apply() {
    var f = {}, url = new URLSearchParams(), mine = ++run;
    fields.forEach(function (c) { f[c.name] = c.value.trim(); if (f[c.name]) url.set(c.name, f[c.name]); });
    if (sort) url.set("sort", (sort.up ? "" : "-") + sort.key);
    var words = f.words.toLowerCase().split(/\s+/), asked = url.toString(), found = [];
    var to = location.pathname + (asked ? "?" + asked : "") + location.hash;
    if (to !== location.pathname + location.search + location.hash) history.replaceState(null, "", to);
    clear.hidden = !asked;
    if (pager) pager.hidden = !!asked;
    if (!asked || pages < 2) {
      found = own.filter(function (r) { return fits(r, f, words); });
      return show(found, asked || pages < 2 ? own.length : total, false);
    }
    out.textContent = "Searching …";
    (function next(n) {
      if (mine !== run) return;
      if (n > pages || found.length >= MOST && !sort) return show(found, total, n <= pages);
      may(n, f).then(function (ok) { return ok ? load(n) : []; }).then(function (held) {
        found = found.concat(held.filter(function (r) { return fits(r, f, words); }));
        next(n + 1);
      }).catch(function () { out.textContent = "The other pages of the list could not be loaded"; });
    })(1);
  }
  function order() {
    rows = rows.slice().sort(function (a, c) { return (sort.up ? 1 : -1) * a.dataset[sort.key].localeCompare(c.dataset[sort.key], undefined, { numeric: true }); });
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  clear.addEventListener("click", function () { fields.forEach(function (c) { c.value = ""; }); sort = null; $$("th", table).forEach(function (t) { t.removeAttribute("aria-sort"); }); $("th", table).setAttribute("aria-sort", "descending"); apply(); fields[0].focus(); });
  $$("th[data-key]", table).forEach(function (th) {
    var b = document.createElement("button");
    b.type = "button"; b.textContent = th.textContent; th.replaceChildren(b);
    b.addEventListener("click", function () {
      sort = { key: th.dataset.key, up: th.getAttribute("aria-sort") !== "ascending" };
      heads(); apply();
    });
  });
  function heads() {
    $$("th[data-key]", table).forEach(function (t) {
      if (sort && t.dataset.key === sort.key) t.setAttribute("aria-sort", sort.up ? "ascending" : "descending"); else t.removeAttribute("aria-sort");
    });
  }
  if (sort) heads();
  [["", "table"], ["thead,tbody", "rowgroup"], ["thead tr", "row"], ["th", "columnheader"]].forEach(function (p) {
    (p[0] ? $$(p[0], table) : [table]).forEach(function (n) { n.setAttribute("role", p[1]); });
  });

  function record(r) {
    return { date: r.dataset.date, speaker: r.dataset.speaker, printed: plain($(".rq-as", r)).replace("as ", ""), kind: r.dataset.kind,
      confidence: r.dataset.conf / 100, quote: quote(r).textContent, article: plain(r.cells[4].firstChild),
      outlet: r.dataset.source, url: quote(r).href };
  }
  ["csv", "json"].forEach(function (type) {
    var b = document.createElement("button");
    b.type = "button"; b.textContent = type.toUpperCase();
    ($(".rq-dl") || $(".rq-count").appendChild(document.createElement("p"))).append(" ", b);
    b.addEventListener("click", function () {
      var held = rows.map(record);
      var body = type === "csv" ? [Object.keys(held[0] || {})].concat(held.map(Object.values)).map(function (r) { return r.map(cell).join(","); }).join("\r\n") : JSON.stringify(held, null, 1);
      save("quotes." + type, type === "csv" ? "text/csv" : "application/json", body);
    });
  });
  if (clear.hidden && fields.some(function (f) { return f.value; }) || location.search) apply();
}

index();
