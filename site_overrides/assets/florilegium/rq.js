/* Progressive enhancement only: every page reads and prints without this file. */
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
  /* as cite/quotation.py */
  var HOW = { direct: "quoted in", mixed: "partly quoted in", indirect: "reported in" };
  var MONTHS = "January February March April May June July August September October November December".split(" ");
  function plain(n) { return n ? n.textContent.trim().replace(/\s+/g, " ") : ""; }
  function spelled(iso) {
    var p = (iso || "").split("-");
    return iso ? (p[2] ? +p[2] + " " : "") + (p[1] ? MONTHS[p[1] - 1] + " " : "") + p[0] : "n.d.";
  }
  function dated(words) {                     /* “9 Apr 2042” as 2042-04-09 */
    return !/\d$/.test(words) ? "" : words.split(" ").reverse().map(function (part, n) {
      if (n === 1) part = MONTHS.findIndex(function (m) { return m.indexOf(part) === 0; }) + 1;
      return n ? ("0" + part).slice(-2) : part;
    }).join("-");
  }
  function told(title, source, iso) {
    title = "“" + plain(title).replace(/“/g, "‘").replace(/”/g, "’").replace(/"/g, "'") + "”";
    return (source ? [title, source] : [title]).concat(spelled(iso)).join(", ");
  }
  var ROWS = ".rq-list > li, .rq-said > li:has(> p > a), .rq-vlist > li";
  function cited(b) { return said(b.closest(ROWS)).filter(Boolean).join(", "); }
  /* words — speaker, how and in which article, where in it, permalink */
  function said(row) {
    var said = row, words, entry = row.closest(".rq-entry"), page = row.closest(".rq-speaker, .rq-compare");
    var link = $(":scope > a, :scope > p > a:not(.rq-vers), p:last-child > a", row), base = $("link[rel=canonical]");
    var who = page ? $(".rq-lede > :is(a, .rq-nobody)", page) || $("h1", page).firstChild : $("h3", row).firstChild;
    while (!$("blockquote", said)) said = said.previousElementSibling;    /* “as above” */
    words = $("blockquote", said).cloneNode(true);
    $$("del", words).forEach(function (n) { n.remove(); });
    if (who.className === "rq-nobody") who = $(".rq-as", row);
    return [plain(words) + " — " + (plain(who).replace(/^“|”$/g, "") || "speaker not named"), HOW[row.dataset.kind || "direct"] + " " + (
      row.matches(".rq-list > li") ? $("[data-cite]").dataset.cite
      : entry ? told($("h3 a", entry), plain($("h3 cite", entry)), dated(plain($("p", entry))))
      : told(link, plain($("cite", row)), ($("time", row) || {}).dateTime)),
      place(row, link), new URL(link.getAttribute("href"), base ? base.href : location).href];
  }
  function place(row, link) {                 /* where in the article */
    var at = row.dataset.p || !row.matches(".rq-list > li") && plain(link), block = !at && $(link.hash).closest("p, h1");
    return at || (block.id ? block.id.replace("p", "¶ ") : block.localName === "h1" ? "headline" : "standfirst");
  }
  function acts() {
    $$(".rq-list b").forEach(function (n) { n.title = "Confidence: " + n.title; });
    $$(ROWS).forEach(function (row) {
      var n = $(":scope > a", row), more, held = D.createElement("span"), there = $("a[rel]", row);
      if (n) {
        n.setAttribute("aria-label", "Quote " + plain(n) + ": show in the text");
        more = $("div > div", row);
        if (!more) { more = D.createElement("div"); n.nextElementSibling.append(more); }
        held.append(act("a", "link", "Permalink", "Permalink to quote " + plain(n), n.getAttribute("href")));
        if (there) {
          there.className = "rq-act rq-there"; there.textContent = ""; there.title = "On the publisher’s page";
          there.setAttribute("aria-label", "Quote " + plain(n) + " on the publisher’s page"); held.append(there);
        }
      }
      held.className = "rq-acts";
      (more || $("i", row).parentNode).append(held);
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
    var box = $("#rq-cite"), files = $$("#rq-cite p:not(.rq-each) [download]");
    if (!box) return;
    [$("#cite-text")].concat(files).forEach(function (a, n) {
      var label = "Copy " + (n ? plain(a) : "reference"), b = act("button", "copy", "Copy", label);
      delete b.dataset.quote; b.dataset.copyFrom = n ? "t-" + a.getAttribute("href") : a.id;
      a.after(b);
      if (!n) { b.className = "rq-btn"; b.append(label); }
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
  /* a reference for each quote, as cite/quotation.py makes them for the data file */
  function references() {
    $$(".rq-each a").forEach(function (link) {
      link.addEventListener("click", function (e) {
        e.preventDefault();
        fetch("cite.json").then(function (r) { return r.json(); }).then(function (held) {
          save("quotes.csl.json", "application/json", JSON.stringify($$(".rq-list > li").map(function (row) {
            var item = Object.assign({}, held[0]), told = said(row);
            delete item.abstract; delete item.source;
            item.id += ":" + $("a", row).hash.slice(1);
            item.note = told[0] + ", " + HOW[row.dataset.kind || "direct"] + " " + told[2];
            if ($("link[rel=canonical]")) item.URL = told[3];
            return item;
          })));
        }, function () { location = link.href; });
      });
    });
  }
  function save(name, type, body) {
    var a = D.createElement("a");
    a.download = name; a.href = URL.createObjectURL(new Blob([body], { type: type })); a.click();
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

  /* ---- drawer and sheet: Tab stays inside while one is open ---- */
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
    var list = $(".rq-list", root), items = $$(".rq-list > li", root), cur = null, pinned = null;
    var byId = {}, strokes = $$(".rq-map path", root);
    $$("mark[id]:not([data-q])", root).forEach(function (m) { m.dataset.q = m.id; });
    items.forEach(function (i, k) { strokes[k].dataset.q = i.dataset.q = $("a", i).hash.slice(1); byId[i.dataset.q] = i; });
    $$("a[data-n]", root).forEach(function (a) {
      a.dataset.q = "q" + a.hash.slice(2);
      a.setAttribute("aria-label", "Quote " + a.dataset.n + ": " + plain($("h3", byId[a.dataset.q]).firstChild));
    });
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
    var sheet;
    function laid() {
      var bar = $(".rq-drawer__head").cloneNode(true);
      sheet = $("#rq-cite").cloneNode();
      sheet.className = "rq-sheet"; sheet.id = "rq-sheet"; sheet.setAttribute("aria-labelledby", "sheet-h");
      bar.className = "rq-sheet__bar"; bar.firstChild.id = "sheet-h"; bar.lastChild.setAttribute("popovertarget", "rq-sheet");
      sheet.append(bar, list.cloneNode()); root.append(sheet);
      sheet.addEventListener("click", function (e) { if (e.target.closest("a")) sheet.hidePopover(); });
    }
    root.addEventListener("click", function (e) {
      var r = e.target.closest("a[data-n]");
      if (!r || wide.matches || !root.showPopover) return;
      e.preventDefault();
      if (!sheet) laid();
      var c = byId[r.dataset.q].cloneNode(true);
      c.removeAttribute("data-cont");
      $$("[id]", c).forEach(function (n) { n.removeAttribute("id"); });
      $("ol", sheet).replaceChildren(c);
      $("#sheet-h").textContent = "Quote " + r.dataset.n + " of " + items.length;
      pinned = r.dataset.q;
      sheet.showPopover();
      scrollBy(0, Math.max(0, r.getBoundingClientRect().bottom + 16 - (innerHeight - sheet.offsetHeight)));
    });

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
    $$("mark[data-q]", root).forEach(function (m) { io.observe(m); });
  }

  /* a row of the same article as the one above leaves out what that one says */
  function whole(page) {
    return $$("#rq-quotes tbody tr", page).map(function (r, k, rows) {
      [0, 4].forEach(function (n) { if (!r.cells[n].firstChild) r.cells[n].replaceWith(rows[k - 1].cells[n].cloneNode(true)); });
      return r;
    });
  }
  /* ---- quotes index: filter, sort, shareable address, download of what is shown ----
     (the field is not called q: Material opens its search for ?q=) */
  function index() {
    var form = $("[data-rq-filter]");
    whole(D);
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
    function quote(r) { return $("a", r.cells[2]); }
    function text(r) { return r._t || (r._t = quote(r).textContent.toLowerCase()); }
    function fits(r, f, words) {
      return KEYS.every(function (k) { return !f[k] || r.dataset[k] === f[k]; }) &&
        words.every(function (w) { return text(r).indexOf(w) >= 0; });
    }
    function facts(r) {
      var c = r.cells, conf = parseInt(c[5].textContent, 10), d = r.dataset;
      d.date = dated(plain(c[0])); d.year = d.date.slice(0, 4) || "Undated";
      d.speaker = plain($("a", c[1])) || "Not identified"; d.band = d.band || "high";
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
    /* the files hold what is shown */
    function record(r) {
      return { date: r.dataset.date, speaker: r.dataset.speaker, printed: plain($(".rq-as", r)).replace("as ", ""), kind: r.dataset.kind,
        confidence: r.dataset.conf / 100, quote: quote(r).textContent, article: plain(r.cells[4].firstChild),
        outlet: r.dataset.source, url: quote(r).href };
    }
    function cell(v) { v = String(v); return '"' + (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/.test(v) ? "'" : "") + v.replace(/"/g, '""') + '"'; }
    ["csv", "json"].forEach(function (type) {
      var b = D.createElement("button");
      b.type = "button"; b.textContent = type.toUpperCase();
      ($(".rq-dl") || $(".rq-count").appendChild(D.createElement("p"))).append(" ", b);
      b.addEventListener("click", function () {
        var held = rows.map(record);
        var body = type === "csv" ? [Object.keys(held[0] || {})].concat(held.map(Object.values)).map(function (r) { return r.map(cell).join(","); }).join("\r\n") : JSON.stringify(held, null, 1);
        save("quotes." + type, type === "csv" ? "text/csv" : "application/json", body);
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

  /* Material 9.8.1 leaves its search dialog without a name */
  function names() { $$(".md-search,.md-search__inner").forEach(function (n) { n.setAttribute("aria-label", "Search"); }); }

  function init() { names(); acts(); drawer(); references(); article(); index(); home(); }
  if (window.document$ && document$.subscribe) document$.subscribe(init);
  else if (D.readyState === "loading") D.addEventListener("DOMContentLoaded", init);
  else init();
})();
