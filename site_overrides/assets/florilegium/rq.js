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
  /* as generator/cite/quotation.py */
  var HOW = { direct: "quoted in", mixed: "partly quoted in", indirect: "reported in" };
  var MONTHS = "January February March April May June July August September October November December".split(" ");
  function plain(n) { return n ? n.textContent.trim().replace(/\s+/g, " ") : ""; }
  function spelled(iso) {
    var p = (iso || "").split("-");
    return iso ? (p[2] ? +p[2] + " " : "") + (p[1] ? MONTHS[p[1] - 1] + " " : "") + p[0] : "n.d.";
  }
  function told(title, source, time) {
    title = "“" + plain(title).replace(/“/g, "‘").replace(/”/g, "’").replace(/"/g, "'") + "”";
    return (source ? [title, source] : [title]).concat(spelled(time && time.dateTime)).join(", ");
  }
  function cited(b) {
    var row = b.closest("[data-kind]"), said = row, words, at = $(".rq-at", row), who = $(".rq-line .rq-who, .rq-speaker h1", row), where;
    var list = row.closest("[data-cite]"), entry = row.closest(".rq-entry"), page = row.closest(".rq-speaker, .rq-compare");
    while (!$("blockquote", said)) said = said.previousElementSibling;    /* “as above” */
    words = $("blockquote", said).cloneNode(true);
    $$("del", words).forEach(function (n) { n.remove(); });
    if (page) who = $(".rq-lede .rq-who, h1 bdi", page);
    who = who && !who.matches(".rq-who--none") ? plain(who) : plain($(".rq-as bdi", row)).replace(/^“|”$/g, "") || "speaker not named";
    if (list) where = list.dataset.cite;
    else if (entry) where = told($("cite", entry), plain($(".rq-src bdi", entry)), $("time", entry));
    else where = told($("cite", row), plain($(".rq-from", row)), $("time", row));
    var link = (at || $(".rq-n, cite a", row)).getAttribute("href"), base = $("link[rel=canonical]");
    return [plain(words) + " — " + who, HOW[row.dataset.kind] + " " + where, row.dataset.p || plain(at), new URL(link, base ? base.href : location).href]
      .filter(Boolean).join(", ");
  }
  function acts() {        
    $$(".rq-item, .rq-said > li:has(.rq-at), .rq-version").forEach(function (row) {
      var n = $(".rq-n", row);
      if (n) n.setAttribute("aria-label", "Quote " + plain(n) + ": show in the text");
      var held = $(".rq-acts", row), more = $(".rq-more, .rq-facts", row);
      if (!held) {
        if (!more) { more = D.createElement("div"); more.className = "rq-more"; $(".rq-in", row).append(more); }
        if (row.matches(".rq-version")) more = $(".rq-facts", row);
        held = D.createElement("span"); held.className = "rq-acts"; more.append(held);
      }
      if (n) held.prepend(act("a", "link", "Permalink", "Permalink to quote " + plain(n), n.getAttribute("href")));
      held.append(act("button", "copy", "Copy as citation", "Copy " + (n ? "quote " + plain(n) : "this quote") + " as a citation"));
    });
  }
  function act(tag, icon, title, label, href) {
    var b = D.createElement(tag), i = D.createElement("i");
    b.className = "rq-act"; b.title = title; b.setAttribute("aria-label", label);
    i.className = "rq-i rq-i--" + icon; i.setAttribute("aria-hidden", "true"); b.append(i);
    if (href) b.setAttribute("href", href); else { b.type = "button"; b.dataset.quote = ""; }
    return b;
  }
  function drawer() {
    var files = $$(".rq-file"), box = $("#rq-cite");
    if (!box || !files.length) return;
    files.forEach(function (a) {
      var b = act("button", "copy", "Copy", "Copy " + plain(a));
      delete b.dataset.quote; b.dataset.copyFrom = "t-" + a.getAttribute("href");
      a.after(b);
    });
    box.addEventListener("beforetoggle", function () {
      files.splice(0).forEach(function (a) {
        fetch(a.href).then(function (r) { return r.text(); }).then(function (text) {
          var pre = D.createElement("div"), code = D.createElement("code");
          pre.className = "rq-pre"; pre.tabIndex = 0; pre.setAttribute("role", "region"); pre.setAttribute("aria-label", plain(a));
          code.id = "t-" + a.getAttribute("href"); code.textContent = text; pre.append(code); a.parentNode.append(pre);
        }, function () {});
      });
    });
  }
  D.addEventListener("click", function (e) {
    var b = e.target.closest("[data-quote],[data-copy-from]"), from;
    if (!b) return;
    from = b.dataset.copyFrom && D.getElementById(b.dataset.copyFrom);
    (b.dataset.quote === "" ? copy(cited(b)) : from ? copy(from.textContent) : Promise.reject()).then(function () {
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
    $$("mark.rq-m:not([data-q])", root).forEach(function (m) { m.dataset.q = m.id; });
    $$(".rq-ref", root).forEach(function (a) { a.dataset.q = "q" + a.getAttribute("href").slice(2); });
    items.forEach(function (i) { byId[i.dataset.q = $(".rq-n", i).hash.slice(1)] = i; });
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
    var KINDS = ["direct", "mixed", "indirect"], BANDS = ["high", "medium", "low"], shards = {};
    var table = D.getElementById(form.dataset.rqFilter), body = table.tBodies[0], own = $$("tr", body).map(facts), rows = own;
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
    function facts(r) {
      var c = r.cells, time = $("time", c[0]), kind = $(".rq-kind", c[3]), conf = parseInt(c[5].textContent, 10), d = r.dataset;
      d.date = time ? time.getAttribute("datetime") : ""; d.year = time ? d.date.slice(0, 4) : "Undated";
      d.speaker = $("a.rq-who", c[1]) ? plain($("bdi", c[1])) : "Not identified";
      d.kind = kind.dataset.kind; d.source = plain($(".rq-src", c[4])); d.conf = isNaN(conf) ? 100 : conf;
      r.setAttribute("role", "row");
      $$("td", r).forEach(function (n) { n.setAttribute("role", "cell"); });
      return r;
    }
    function load(n) {
      var url = new URL(table.dataset.listing + (n > 1 ? "page~" + n + "/" : ""), location);
      if (!cache[n]) cache[n] = fetch(url).then(function (r) { return r.text(); }).then(function (text) {
        return $$("#rq-quotes tbody tr", new DOMParser().parseFromString(text, "text/html")).map(function (r) {
          $$("a[href]", r).forEach(function (a) { a.setAttribute("href", new URL(a.getAttribute("href"), url)); });
          return facts(D.importNode(r, true));
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
          return (!f.speaker || held.speaker[r[0]] === f.speaker) && (!f.kind || KINDS[r[1]] === f.kind) &&
            (!f.source || held.source[r[2]] === f.source) && (!f.year || r[3] === f.year) && (!f.band || BANDS[r[4]] === f.band);
        });
      });
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
    [["", "table"], ["thead,tbody", "rowgroup"], ["thead tr", "row"], ["th", "columnheader"]].forEach(function (p) {
      (p[0] ? $$(p[0], table) : [table]).forEach(function (n) { n.setAttribute("role", p[1]); });
    });
    /* the files hold what this page shows; with a filter on, what the filter leaves */
    function record(r) {
      var a = $("q", r).closest("a"), as = $(".rq-as bdi", r);
      return { date: r.dataset.date, speaker: r.dataset.speaker, printed: as ? as.textContent : "", kind: r.dataset.kind,
        confidence: r.dataset.conf / 100, quote: $("q", r).textContent, article: plain($("cite", r)),
        outlet: r.dataset.source, url: a.href };
    }
    function cell(v) { v = String(v); return '"' + (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/.test(v) ? "'" : "") + v.replace(/"/g, '""') + '"'; }
    ["csv", "json"].forEach(function (type) {
      var b = D.createElement("button");
      b.type = "button"; b.textContent = type.toUpperCase();
      ($(".rq-dl") || $(".rq-count").appendChild(D.createElement("p"))).append(" ", b);
      b.addEventListener("click", function () {
        var held = rows.map(record), a = D.createElement("a");
        var body = type === "csv" ? [Object.keys(held[0] || {})].concat(held.map(Object.values)).map(function (r) { return r.map(cell).join(","); }).join("\r\n") : JSON.stringify(held, null, 1);
        a.download = "quotes." + type;
        a.href = URL.createObjectURL(new Blob([body], { type: type === "csv" ? "text/csv" : "application/json" }));
        a.click();
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

  function init() { names(); acts(); drawer(); article(); index(); home(); }
  if (window.document$ && document$.subscribe) document$.subscribe(init);
  else if (D.readyState === "loading") D.addEventListener("DOMContentLoaded", init);
  else init();
})();
