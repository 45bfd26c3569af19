/* The search page where it was opened from a folder: over the words in search/offline.js. */
(function () {
  "use strict";
  var D = document, form = D.querySelector("[data-fl-search]"), field = form.elements.words, list = D.querySelector("[data-fl-results]");
  var status = D.querySelector("[data-fl-status]"), root = new URL("../../", D.currentScript.src), MOST = 40, timer;
  function fold(words) { return words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'"); }
  function terms(asked) { return (fold(asked).replace(/[“”„«»]/g, '"').match(/"[^"]+"?|[^\s"]+/g) || []).map(function (w) { return w.replace(/"/g, ""); }); }
  function has(text, word) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!at || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
    return false;
  }
  function day(all, y, m, d) { return (d ? Number(d) + " " : "") + (m ? "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[m - 1] + " " : "") + y; }
  function el(tag, cls, words) { var n = D.createElement(tag); if (cls) n.className = cls; n.textContent = words; return n; }
  function link(path, words) { var a = el("a", "", words); a.href = new URL(path, root); return a; }
  form.querySelectorAll("label").forEach(function (l) { l.hidden = !l.contains(field); });
  var docs = window.FL_DOCS.map(function (d) { return { d: d, title: fold(d[1]), text: fold(d[1] + " " + d[3] + " " + d[4].map(function (q) { return q[2]; }).join(" ")) }; });
  function search() {
    var words = terms(field.value), asked = field.value.trim();
    history.replaceState(null, "", location.pathname + (asked ? "?words=" + encodeURIComponent(asked) : ""));
    list.replaceChildren();
    if (!words.length) { status.textContent = ""; return; }
    var found = docs.filter(function (one) { return words.every(function (w) { return has(one.text, w); }); });
    function rank(one) { return words.every(function (w) { return has(one.title, w); }) ? 0 : 1; }
    found.sort(function (a, b) { return rank(a) - rank(b); });
    status.textContent = (found.length > MOST ? "The first " + MOST + " of " : "") + found.length + (found.length === 1 ? " page" : " pages");
    found.slice(0, MOST).forEach(function (one) {
      var d = one.d, item = el("li", "rq-hit", ""), h = el("h2", "", "");
      h.append(link(d[0], d[1])); item.append(h);
      if (d[2]) item.append(el("p", "rq-by", d[2].replace(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/, day)));
      d[4].filter(function (q) { var t = fold(q[4] + " " + q[2]); return words.every(function (w) { return has(t, w); }); }).slice(0, 5).forEach(function (q) {
        var box = el("blockquote", "", ""), a = link(d[0] + "#" + q[0], "");
        box.dir = "auto";
        if (q[1] !== "direct") box.dataset.kind = q[1];
        if (q[3]) a.append(el("b", "rq-say", q[3]), " ");
        a.append(q[4]); box.append(a, el("p", "rq-by", (q[2] || "Speaker not identified") + ", " + q[1])); item.append(box);
      });
      list.append(item);
    });
  }
  field.value = new URLSearchParams(location.search).get("words") || "";
  form.addEventListener("submit", function (e) { e.preventDefault(); search(); });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 120); });
  search();
})();
