/* What whatever opens needs: an article's text from its page, a drawer, the clipboard, a file. */
(function () {
  "use strict";
  const { D, $, $$, el, articleOf, plain, root, act } = RQ;
  /* words, and the same with italics for word processors */
  function copy(text, html) {
    const put = e => {
      e.preventDefault(); e.stopImmediatePropagation();
      e.clipboardData.setData("text/plain", text);
      if (html) e.clipboardData.setData("text/html", html);
    };
    const blob = (type, body) => ({ [type]: new Blob([body], { type }) });
    if (html && window.ClipboardItem && isSecureContext)
      return navigator.clipboard.write([new ClipboardItem({ ...blob("text/plain", text), ...blob("text/html", html) })]);
    D.addEventListener("copy", put, { capture: true, once: true });
    const ok = D.execCommand("copy");
    D.removeEventListener("copy", put, true);
    return ok ? Promise.resolve() : Promise.reject();
  }
  function save(name, type, body) {
    const a = el("a", { download: name, href: URL.createObjectURL(new Blob([body], { type })) });
    a.click(); setTimeout(() => URL.revokeObjectURL(a.href), 1e4);
  }
  /* the page of an article: its text, and who is named in it */
  const pages = {};
  function article(art) {
    const base = root.href + "articles/" + art + "/", here = articleOf(location) === art;
    const parsed = t => new DOMParser().parseFromString(t, "text/html");
    return pages[art] = pages[art] || (here ? Promise.resolve(D) : fetch(base).then(r => r.text()).then(parsed)).then(doc => {
      const blocks = [$("h1", doc), $(".rq-dek", doc), ...$$(".rq-body p", doc)].filter(Boolean), names = new Map();
      $$(".rq-voices a, .rq-body a[href], .rq-dek a[href]", doc).forEach(a => {
        const m = /\/(people|organisations|places)\/([^/]+)\/$/.exec(new URL(a.getAttribute("href"), base).pathname), speaks = a.closest(".rq-voices");
        if (!m || m[1] === "places" && !speaks) return;
        const n = names.get(m[2]) || { slug: m[2], in: m[1], name: plain(a), at: [] };
        if (speaks) n.name = plain(a); else n.at.push(a);
        names.set(m[2], n);
      });
      return { doc, id: art, blocks, text: blocks.map(plain).join("\n\n"), names: [...names.values()] };
    });
  }
  /* names of the article, the nearest to the words first */
  const near = (f, a) => {
    const all = $$(".rq-page mark[id], .rq-page a[href], .rq-page span[id]", a.doc), order = new Map(all.map((n, k) => [n, k]));
    const at = order.get(a.doc.getElementById(f.id)) || 0;
    const far = n => Math.min(999, ...n.at.map(x => { const d = order.get(x) - at; return d < 0 ? -d : d + 1.5; }));
    return a.names.map(n => ({ ...n, far: n.name === f.who ? -1 : far(n) })).sort((x, y) => x.far - y.far);
  };
  /* the paragraph, where the page does not show it */
  const around = (f, a, more) => {
    const mark = a.doc.getElementById(f.id), p = mark && a.blocks.find(b => b.contains(mark));
    if (!p) return el("blockquote", {}, f.words);
    const copy = D.importNode(p, true);
    const beside = k => {
      const b = a.blocks[a.blocks.indexOf(p) + k];
      return b && el(b.localName === "h1" ? "p.rq-phead" : "p.rq-pnext", {}, plain(b));
    };
    $$("a", copy).forEach(x => x.replaceWith(...x.childNodes));
    $$("mark", copy).forEach(x => {
      if (x.id !== f.id && x.dataset.q !== f.id) return x.replaceWith(...x.childNodes);
      x.replaceWith(el("mark", { "data-q": f.id, "data-kind": f.kind === "direct" ? null : f.kind, class: "is-on" }, ...x.childNodes));
    });
    $$("[id]", copy).forEach(x => x.removeAttribute("id"));
    return el("div.rq-par", { dir: "auto", tabindex: 0, role: "region", "aria-label": "The paragraph" }, more ? beside(-1) : null,
      el("p", {}, ...copy.childNodes), more ? [beside(1), plain(p).length < 200 ? beside(2) : null] : null);
  };
  /* a drawer: closes by Esc, a press elsewhere or its button, and gives the focus back */
  function drawer(id, title, kids, classes, closed) {
    $$("#" + id).forEach(n => n.remove());
    const from = D.activeElement, toggled = e => {
      if (e.newState !== "closed") return;
      n.remove(); if (closed) closed();
      if (from && from.isConnected && (!D.activeElement || D.activeElement === D.body)) from.focus();
    };
    const n = el("section.md-typeset." + classes, { id, popover: "auto", role: "dialog", "aria-labelledby": id + "-h", ontoggle: toggled },
      el("div.rq-drawer__head", {}, el("h2", { id: id + "-h" }, title), act("close", "Close", () => n.hidePopover())), kids);
    D.body.append(n); n.showPopover(); $("button", n).focus();
    return n;
  }
  Object.assign(RQ, { drawer, copy, save, article, near, around });
})();
