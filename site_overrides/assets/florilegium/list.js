/* The list of decisions, and the ways out: lines to copy, a file, a proposal on GitHub. */
(function () {
  "use strict";
  const { $, $$, el, say, copy, save, hash, queue, ask, root, D } = RQ;
  const repo = /^https:\/\/github\.com\//.test(RQ.data.repo || "") ? RQ.data.repo : "";
  const at = /^edit\/([^/]+)\//.exec(RQ.data.branch || ""), branch = at && at[1] !== "master" ? at[1] : "main"; /* MkDocs says master where nobody said */
  /* ---- the list of what waits, and the ways out ---- */
  RQ.listed = () => {
    if (RQ.shut) RQ.shut();
    const body = el("div"), one = i => el("li", {}, el("a", { href: i.url, dir: "auto" }, i.title), el("p", {}, i.what),
      el("button.rq-btn.rq-btn--text", { type: "button", "aria-label": (i.saved ? "Undo: " : "Take away: ") + i.what, onclick: () => RQ.undo(i) }, i.saved ? "Undo" : "Take away"));
    const button = (label, go, fill) => el("button.rq-btn" + (fill ? ".rq-btn--fill" : ""), { type: "button", onclick: go }, label);
    function waiting(wait, text) {
      return [el("p.rq-fine", {}, wait.length + (wait.length === 1 ? " decision waits" : " decisions wait") + " in this browser; nothing has left it."),
        el("ol.rq-plain.rq-waits", {}, wait.map(one)),
        el("div.rq-row", {}, button("Copy the lines", () => copy(text).then(() => say("Copied to clipboard")), true),
          button("Download", () => save("corrections.yml", "text/yaml", text)),
          repo && button("Propose on GitHub", () => propose(text, wait)), button("Save to the file", () => RQ.send(wait)))];
    }
    function draw() {
      const all = queue.all(), wait = all.filter(i => !i.saved), done = all.filter(i => i.saved);
      const text = RQ.yaml(wait.length ? wait : done), at = D.activeElement && body.contains(D.activeElement);
      body.replaceChildren(...[
        all.length ? null : el("p.rq-empty", {}, "Nothing waits. The pencil on a quotation or a name puts it right."),
        wait.length ? waiting(wait, text) : null,
        done.length ? [el("h3", {}, "Written to seeds/corrections.yml"), el("ol.rq-plain.rq-waits", {}, done.map(one)),
          button("Clear what is written", () => done.forEach(i => queue.drop(i.id)))] : null,
        text ? el("details.rq-lines", { open: true }, el("summary", {}, "The lines"),
          el("div.rq-pre", { tabindex: 0, role: "region", "aria-label": "Lines" }, el("code", {}, text))) : null
      ].flat().filter(Boolean));
      ask().then(s => {
        const b = $$("button", body).find(k => k.textContent === "Save to the file");
        if (b && !s) b.remove();
        if (s) body.append(el("p.rq-fine", {}, el("a", { href: root.href + "review/" }, "Review what is doubtful")));
      });
      if (at) ($("button", body) || $("button", n)).focus();
    }
    draw(); addEventListener("rq-right", draw);
    const n = RQ.drawer("rq-list", "Corrections", body, "rq-drawer.rq-listed", () => removeEventListener("rq-right", draw));
  };
  /* a new file in seeds/corrections/, so that two proposals never meet; what is too long for an address goes by the clipboard */
  function propose(text, items) {
    const u = new URL(repo.replace(/\/$/, "") + "/new/" + branch), name = "seeds/corrections/" + hash(text + Date.now()) + ".yml";
    const what = "Put right: " + (items.length === 1 ? items[0].what : items.length + " corrections");
    const with_ = value => { u.search = new URLSearchParams({ filename: name, value, message: what }); return u.href.length <= 7500; };
    const fits = with_(text) || !with_("# paste the lines here: they are on your clipboard\n");
    (fits ? Promise.resolve() : copy(text)).then(() => window.open(u.href, "_blank", "noopener"));
    RQ.proposed = u.href;
  }
})();
