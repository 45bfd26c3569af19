/* Progressive enhancement only: every page reads, links and prints without this file. */
(function () {
  "use strict";
  var D = document;
  var $ = function (s, r) { return (r || D).querySelector(s); };
  var $$ = function (s, r) { return Array.prototype.slice.call((r || D).querySelectorAll(s)); };
  var wide = matchMedia("(min-width: 60em)");

  /* ---- copy ---- */
  function copy(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    var t = D.createElement("textarea");
    t.value = text; t.style.position = "fixed"; t.style.opacity = 0;
    D.body.appendChild(t); t.select();
    var ok = D.execCommand("copy"); t.remove();
    return ok ? Promise.resolve() : Promise.reject();
  }
  function say(text) {
    var s = $("#rq-live");
    if (!s) { s = D.createElement("div"); s.id = "rq-live"; s.className = "rq-vh"; s.setAttribute("role", "status"); D.body.appendChild(s); }
    s.textContent = ""; setTimeout(function () { s.textContent = text; }, 30);
  }
  function citation(b) {                        /* words — speaker, quoted in “title”, source, date, place, permalink */
    var card = b.closest("li"), words = $(".rq-words", card) || $("blockquote", card);
    return words.textContent.trim().replace(/\s+/g, " ") + " — " + b.dataset.cite + ", " + new URL(b.dataset.at, location).href;
  }
  D.addEventListener("click", function (e) {
    var b = e.target.closest("[data-cite],[data-copy-from]");
    if (!b) return;
    copy(b.dataset.cite ? citation(b) : D.getElementById(b.dataset.copyFrom).textContent).then(function () {
      b.classList.add("is-done"); say("Copied to clipboard");
      setTimeout(function () { b.classList.remove("is-done"); }, 1600);
    }, function () { say("Copy failed"); });
  });

  /* ---- drawer and sheet: Tab stays inside while one is open (the browser itself gives the focus back) ---- */
  D.addEventListener("keydown", function (e) {
    var open = e.key === "Tab" && $(".rq-drawer:popover-open, .rq-sheet:popover-open");
    if (!open) return;
    var held = $$("a[href], button, [tabindex='0']", open).filter(function (n) { return n.offsetParent !== null || n.getClientRects().length; });
    var at = held.indexOf(D.activeElement), last = held.length - 1;
    if (at < 0 || (e.shiftKey ? at === 0 : at === last)) {
      e.preventDefault();
      held[e.shiftKey ? last : 0].focus();
    }
  });

  /* ---- article: text and margin light each other up ---- */
  function article() {
    var root = $(".rq-article"), fold = root && $(".rq-quotes .rq-fold", root);
    if (!fold) return;
    var list = $(".rq-list", root), items = $$(".rq-item", list), cur = null, pinned = null;
    var byId = {};
    items.forEach(function (i) { byId[i.dataset.q] = i; });
    if (!wide.matches) fold.open = false;

    function light(id) {
      if (id === cur) return;
      $$(".is-on", root).forEach(function (n) { n.classList.remove("is-on"); });
      if (id) $$('[data-q="' + CSS.escape(id) + '"]', root).forEach(function (n) { n.classList.add("is-on"); });
      cur = id;
    }
    function follow(id) {                       /* list mode: keep the matching card in view */
      var c = byId[id];
      if (c && root.dataset.margin !== "on" && wide.matches && !list.matches(":hover"))
        list.scrollTop = c.offsetTop - list.offsetTop - list.clientHeight / 3;
    }
    function from(e) {
      var t = e.target.closest && e.target.closest("[data-q]");
      light(t ? t.dataset.q : pinned);
      if (t && !list.contains(t)) follow(t.dataset.q);
    }
    root.addEventListener("pointerover", from);
    root.addEventListener("pointerleave", function () { light(pinned); });
    root.addEventListener("focusin", from);
    root.addEventListener("focusout", function () { light(pinned); });
    function hash() {
      if (location.hash === "#quotes") fold.open = true;
      var m = /^#[qc](-[0-9a-f]{8}[a-z]?\d*)/.exec(location.hash);
      pinned = m && byId["q" + m[1]] ? "q" + m[1] : null;
      if (pinned && location.hash[1] === "c") { fold.open = true; byId[pinned].scrollIntoView({ block: "center" }); }
      light(pinned);
      if (pinned) follow(pinned);
    }
    addEventListener("hashchange", hash);

    /* phone: read the card where you are, in a sheet, instead of jumping to the list */
    var sheet = $("#rq-sheet");
    root.addEventListener("click", function (e) {
      var r = e.target.closest(".rq-ref");
      if (!r || wide.matches || !sheet.showPopover) return;
      e.preventDefault();
      var c = byId[r.dataset.q].cloneNode(true);
      c.removeAttribute("data-cont");
      $$("[id]", c).forEach(function (n) { n.removeAttribute("id"); });
      $(".rq-sheet__in", sheet).replaceChildren(c);
      $("#sheet-h").textContent = "Quote " + r.dataset.n + " of " + items.length;
      pinned = r.dataset.q;
      sheet.showPopover();
      scrollBy(0, Math.max(0, r.getBoundingClientRect().bottom + 16 - (innerHeight - sheet.offsetHeight)));
    });
    if (sheet) sheet.addEventListener("click", function (e) { if (e.target.closest("a")) sheet.hidePopover(); });

    /* margin notes: each card as near to its words as its neighbours allow
       (least squares with order kept: pool adjacent violators) */
    function layout() {
      items.forEach(function (i) { i.style.removeProperty("--y"); i.style.removeProperty("--h"); });
      root.dataset.margin = "off";
      if (!wide.matches || !fold.open) return;
      root.dataset.margin = "on";
      var top = list.getBoundingClientRect().top, gap = 10, pre = 0, pools = [], want = [];
      var hs = items.map(function (i) { return i.offsetHeight; });
      items.forEach(function (it, i) {
        var mark = D.getElementById(it.dataset.q), r = mark && mark.getClientRects()[0];
        want.push(r ? r.top - top - 2 : i ? want[i - 1] : 0);
        var b = { v: want[i] - pre, n: 1 };
        pre += hs[i] + gap;
        while (pools.length && pools[pools.length - 1].v > b.v) {
          var a = pools.pop();
          b = { v: (a.v * a.n + b.v * b.n) / (a.n + b.n), n: a.n + b.n };
        }
        pools.push(b);
      });
      var ys = [], far = 0;
      pre = 0;
      pools.forEach(function (p) {
        for (var j = 0; j < p.n; j++) {
          var k = ys.length;
          ys.push(Math.max(0, p.v) + pre);
          far = Math.max(far, Math.abs(ys[k] - want[k]));
          pre += hs[k] + gap;
        }
      });
      if (far > 360) { root.dataset.margin = "off"; return; }   /* too far from its words: a list instead */
      items.forEach(function (it, k) {
        it.style.setProperty("--y", (k ? ys[k] - ys[k - 1] - hs[k - 1] : ys[0]) + "px");
        it.style.setProperty("--h", hs[k] + "px");
      });
    }
    var queued;
    function relayout() { cancelAnimationFrame(queued); queued = requestAnimationFrame(layout); }
    new ResizeObserver(relayout).observe($(".rq-body", root));
    wide.addEventListener("change", function () { fold.open = wide.matches; relayout(); });
    fold.addEventListener("toggle", relayout);
    if (D.fonts) D.fonts.ready.then(relayout);
    addEventListener("beforeprint", function () { fold.open = true; });
    layout(); hash();
    /* list mode follows the reader */
    var io = new IntersectionObserver(function (es) {
      var seen = es.filter(function (e) { return e.isIntersecting; })[0];
      if (seen && root.dataset.margin !== "on") follow(seen.target.dataset.q);
    }, { rootMargin: "-15% 0px -65% 0px" });
    $$("mark.rq-m", root).forEach(function (m) { io.observe(m); });
  }

  /* ---- quotes index: filter, sort, shareable address, download of what is shown ----
     (the field is not called q: Material opens its search for ?q=) */
  function index() {
    var form = $("[data-rq-filter]");
    if (!form) return;
    var MOST = 200, KEYS = ["speaker", "kind", "source", "year", "band"];
    var table = D.getElementById(form.dataset.rqFilter), body = table.tBodies[0], own = $$("tr", body), rows = own;
    var pages = +table.dataset.pages, total = +table.dataset.total, pager = $(".rq-pager"), run = 0, sort = null;
    var out = $(".rq-out"), clear = $("[data-rq-clear]"), none = $(".rq-none"), fields = $$("[name]", form);
    var p = new URLSearchParams(location.search), cache = {};
    fields.forEach(function (f) {
      var v = p.get(f.name);
      if (!v) return;
      if (f.options && !$$("option", f).some(function (o) { return o.value === v; })) f.add(new Option(v, v));
      f.value = v;
    });
    function text(r) { return r._t || (r._t = $("q", r).textContent.toLowerCase()); }
    function fits(r, f, words) {
      return KEYS.every(function (k) { return !f[k] || r.dataset[k] === f[k]; }) &&
        words.every(function (w) { return text(r).indexOf(w) >= 0; });
    }
    function load(n) {                          /* the rows of another page of the index, as data */
      if (!cache[n]) cache[n] = fetch(table.dataset.listing + (n > 1 ? "page~" + n + "/" : "") + "quotes.json")
        .then(function (r) { return r.json(); }).then(function (found) { return found.map(row); });
      return cache[n];
    }
    function link(cell, url, words) {
      var a = D.createElement("a");
      a.href = table.dataset.home + url; a.textContent = words; cell.replaceChildren(a);
      return a;
    }
    function row(q) {
      var r = D.createElement("tr"), cells = ["date", "who", "q", "kind", "art", "conf rq-r"].map(function (name) {
        var c = D.createElement("td");
        c.className = "rq-td-" + name; c.setAttribute("role", "cell"); r.append(c); return c;
      });
      var data = { date: q.date || "", year: q.date ? q.date.slice(0, 4) : "Undated", speaker: q.speaker || "Not identified",
        kind: q.kind, source: q.outlet || "Not stated", band: q.band, conf: Math.round(q.confidence * 100) };
      r.setAttribute("role", "row");
      for (var k in data) r.dataset[k] = data[k];
      cells[0].textContent = q.date || "Undated";
      if (q.speaker) link(cells[1], q.speaker_url, q.speaker).className = "rq-who";
      else cells[1].innerHTML = '<span class="rq-who rq-who--none">Speaker not identified</span>';
      var words = D.createElement("q");
      words.dir = "auto"; words.textContent = q.quote;
      link(cells[2], q.path, "").replaceChildren(words);
      cells[3].innerHTML = '<span class="rq-kind"></span>';
      cells[3].firstChild.dataset.kind = q.kind;
      cells[3].firstChild.textContent = q.kind[0].toUpperCase() + q.kind.slice(1);
      link(cells[4], q.path.split("#")[0], q.article);
      var src = D.createElement("span");
      src.className = "rq-src"; src.textContent = q.outlet || "Not stated"; cells[4].append(src);
      cells[5].innerHTML = '<span class="rq-conf"></span>';
      cells[5].firstChild.dataset.band = q.band;
      cells[5].firstChild.textContent = q.by === "human" ? "corrected by hand" : data.conf + "%";
      return r;
    }
    function show(found, all, more) {
      rows = found;
      if (sort) order();
      body.replaceChildren.apply(body, rows);
      rows.forEach(function (r) { r.hidden = false; });
      var n = rows.length, what = all === 1 ? " quote" : " quotes";
      out.textContent = n === all ? all + what : (more ? "The first " : "") + n + " of " + all + what;
      none.hidden = n > 0; table.hidden = !n;
    }
    function apply() {
      var f = {}, url = new URLSearchParams(), mine = ++run;
      fields.forEach(function (c) { f[c.name] = c.value.trim(); if (f[c.name]) url.set(c.name, f[c.name]); });
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
        if (n > pages || found.length >= MOST) return show(found.slice(0, MOST), total, n <= pages);
        load(n).then(function (held) {
          found = found.concat(held.filter(function (r) { return fits(r, f, words); }));
          next(n + 1);
        }, function () { out.textContent = "The other pages of the list could not be loaded"; });
      })(1);
    }
    function order() {
      rows = rows.slice().sort(function (a, c) { return (sort.up ? 1 : -1) * a.dataset[sort.key].localeCompare(c.dataset[sort.key], undefined, { numeric: true }); });
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    clear.addEventListener("click", function () { fields.forEach(function (c) { c.value = ""; }); apply(); fields[0].focus(); });
    $$("th[data-key]", table).forEach(function (th) {
      var b = D.createElement("button");
      b.type = "button"; b.textContent = th.textContent; th.replaceChildren(b);
      b.addEventListener("click", function () {
        sort = { key: th.dataset.key, up: th.getAttribute("aria-sort") !== "ascending" };
        $$("th", table).forEach(function (t) { t.removeAttribute("aria-sort"); });
        th.setAttribute("aria-sort", sort.up ? "ascending" : "descending");
        order(); body.replaceChildren.apply(body, rows);
      });
    });
    /* the files hold what this page shows; with a filter on, what the filter leaves */
    function record(r) {
      var a = $("q", r).closest("a"), as = $(".rq-as bdi", r);
      return { date: r.dataset.date, speaker: r.dataset.speaker, printed: as ? as.textContent : "", kind: r.dataset.kind,
        confidence: r.dataset.conf / 100, quote: $("q", r).textContent, article: $(".rq-td-art a", r).textContent,
        outlet: r.dataset.source, url: a.href };
    }
    function cell(v) { v = String(v); return '"' + (/^[=+\-@\t\r]/.test(v) ? "'" : "") + v.replace(/"/g, '""') + '"'; }
    $$(".rq-dl a").forEach(function (a) {
      var file = a.getAttribute("href");
      a.addEventListener("click", function () {
        if (clear.hidden) { a.setAttribute("href", file); return; }
        var held = rows.map(record), csv = /csv$/.test(file);
        var body = csv ? [Object.keys(held[0] || {})].concat(held.map(Object.values)).map(function (r) { return r.map(cell).join(","); }).join("\r\n") : JSON.stringify(held, null, 1);
        a.download = file;
        a.href = URL.createObjectURL(new Blob([body], { type: csv ? "text/csv" : "application/json" }));
      });
    });
    if (clear.hidden && fields.some(function (f) { return f.value; }) || location.search) apply();
  }

  /* ---- home: hand the words to Material's own search ---- */
  function home() {
    var form = $(".rq-find-box"), box = $("[data-md-component=search-query]"), tog = $("#__search");
    if (!form || !box || !tog) return;
    function go(q) {
      tog.checked = true; tog.dispatchEvent(new Event("change"));
      box.value = q; box.focus(); box.dispatchEvent(new Event("keyup", { bubbles: true }));
    }
    form.addEventListener("submit", function (e) { e.preventDefault(); go(form.elements.q.value); });
    $$("[data-try]", form).forEach(function (a) {
      a.addEventListener("click", function (e) { e.preventDefault(); go(a.dataset.try); });
    });
  }

  /* Material 9.8.1 leaves its search dialog and landmark without a name */
  function names() { $$(".md-search,.md-search__inner").forEach(function (n) { n.setAttribute("aria-label", "Search"); }); }

  function init() { names(); article(); index(); home(); }
  if (window.document$ && document$.subscribe) document$.subscribe(init);
  else if (D.readyState === "loading") D.addEventListener("DOMContentLoaded", init);
  else init();
})();
