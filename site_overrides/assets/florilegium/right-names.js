/* Put it right, for what is no quotation: a name, an article, a comparison. */
(function () {
  "use strict";
  const { $, $$, el, article, plain, root, form: { panel, chip, set, field, box, val, input, names, split, line, cap } } = RQ;
  const LISTS = ["tags", "author"], WHAT = ["person", "organisation", "government", "group", "place"];
  const FIELDS = { title: "Headline", date: "Date", publication: "Publication", author: "Author", source_url: "Original page",
    archive_url: "Archived copy", tags: "Tags", lang: "Language", rights: "Rights" };

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
    const panelled = panel("Put this name right", from, from && from.closest("h1, li, .rq-people li"), [
      set("This is", WHAT.map((k, i) => chip("what", k, cap(k), k === now, i + 1)), chip("what", "none", "Not a name", false, 0)),
      field("The same one as", input("same", { list: "rq-names" })),
      el("fieldset.rq-kept", { hidden: true }, el("legend", {}, "Show them as"),
        el("div.rq-row", {}, chip("kept", "this", f.name, true, ""), chip("kept", "other", "the other name", false, ""))),
      el("div.rq-two", {}, field("Name to show", input("rename", { value: f.name })), field("Also written", input("also")),
        field("Not the same one as", input("apart", { list: "rq-names" })), field("Another role", input("newrole"))), names(),
      roles.length ? el("fieldset", {}, el("legend", {}, "Roles that are right"), roles.map(r => box(r, "role", r, r !== f.role))) : null, two
    ], result);
    if (f.alias) { const i = $("[name=apart]", panelled.n); i.value = f.alias; i.dispatchEvent(new Event("input", { bubbles: true })); }
    if (f.role) $("form", panelled.n).dispatchEvent(new Event("input"));
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
  RQ.rightNames = { name, article: details, apart };
})();
