{#- The parts of Material's page that only scripts use, rendered once for the whole site; see florilegium.html. -#}
{%- if not config.extra.florilegium_whole -%}
{%- set whole %}{% include "material.html" %}{% endset -%}
{%- macro tight(html) %}{{ html.split("\n") | map("trim") | select | join("\n") }}{% endmacro -%}
{%- set header = whole.split('<header class="md-header"', 1)[1].split("</header>", 1)[0] -%}
{%- set inner = header.split("<nav", 1)[1].split(">", 1)[1].rsplit("</nav>", 1)[0] -%}
{%- set drawer = whole.split('<div class="md-sidebar md-sidebar--primary"', 1)[1].split('<div class="md-sidebar md-sidebar--secondary"', 1)[0].split('<div class="md-content"', 1)[0] -%}
{%- set top = whole.rsplit("</article>", 1)[1].split('<button type="button" class="md-top', 1) -%}
{%- set config_json = whole.split('<script id="__config" type="application/json">', 1)[1].split("</script>", 1)[0] -%}
{%- set switches = "<input" ~ whole.split("<body", 1)[1].split("<input", 1)[1].split('<div data-md-component="skip">', 1)[0] -%}
{%- set label = header.split("<nav", 1)[1].split('aria-label="', 1)[1].split('"', 1)[0] -%}
{{ "__md_scope" ~ whole.split("<script>__md_scope", 1)[1].split("</script>", 1)[0] }};
(function () {
  var me = document.currentScript, root = new URL("../../", me.src), at = me.parentNode;
  function made(html) {
    var t = document.createElement("template");
    t.innerHTML = html;
    t.content.querySelectorAll("script").forEach(function (n) { n.remove(); });
    t.content.querySelectorAll("a[href]").forEach(function (a) { a.href = new URL(a.getAttribute("href"), me.src); });
    return t.content;
  }
  function component(name, of) { of.closest(".md-" + name).dataset.mdComponent = name; }
  __md_scope = root;
  document.documentElement.classList.replace("no-js", "js");  /* before the content is there, so that nothing jumps */
  /* Material would open its search box over the search page for ?q= */
  if (/\/search\/$/.test(location.pathname)) history.replaceState(null, "", location.href.replace(/([?&])q=/, "$1words="));
  /* the header: search, colours, drawer button */
  var header = document.querySelector(".md-header > nav"), topic = document.title, name = {{ (" – " ~ config.site_name) | tojson }};
  if (topic.slice(-name.length) === name) topic = topic.slice(0, -name.length);
  header.replaceChildren(made({{ tight(inner) | tojson }}));
  header.setAttribute("aria-label", {{ label | tojson }});
  component("header", header);
  header.parentNode.before(made({{ tight(switches) | tojson }}));
  header.querySelector("[data-md-component=header-topic] .md-ellipsis").textContent = topic;
{{ header.split("<script>", 1)[1].split("</script>", 1)[0] if "<script>" in header else "" }}
  /* the drawer, the button back to the top, and the settings of Material's script */
  component("main", at); component("container", at);
  component("tabs", document.querySelector(".md-tabs"));
  me.replaceWith(made({{ tight('<div class="md-sidebar md-sidebar--primary" hidden' ~ drawer) | tojson }}));
  var tab = document.querySelector(".md-tabs [aria-current]");
  if (tab) at.querySelectorAll(".md-nav__link").forEach(function (a) {
    if (a.href !== tab.href) return;
    a.classList.add("md-nav__link--active");
    a.parentNode.classList.add("md-nav__item--active");
  });
  var settings = document.createElement("script"), held = {{ config_json }};
  var up = me.getAttribute("src").slice(0, -"assets/florilegium/shell.js".length);  /* as Material has it: "../.." */
  held.base = up.slice(0, -1) || ".";
  held.search = up + new URL(held.search, me.src).href.slice(root.href.length);
  settings.id = "__config"; settings.type = "application/json"; settings.textContent = JSON.stringify(held);
  document.head.append(settings);
  document.body.append(made('<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div>'));
{%- if top | length > 1 %}
  at.parentNode.append(made({{ ('<button type="button" class="md-top' ~ tight(top[1].split("</button>", 1)[0]) ~ "</button>") | tojson }}));
{%- endif %}
})();
{%- endif %}
