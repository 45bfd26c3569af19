/* A picture of a quotation, drawn on a canvas, and a blockquote with a link to put into another page. */

import { $, save as put } from "./lists.js";

const W = 1200, PAD = 72, SERIF = "'Source Serif 4', Georgia, serif", SANS = "Roboto, sans-serif";
const HOW = { direct: "quoted in", mixed: "partly quoted in", indirect: "reported in" };
const KIND = { direct: "Direct", mixed: "Mixed", indirect: "Indirect" }, MONTHS = "January February March April May June July August September October November December".split(" ");
let box;

/* lines that fit, the last cut with an ellipsis */
function broken(context, text, width, most) {
  const words = text.split(" "), lines = [];
  let line = "";
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  let last = `${lines[most - 1]} …`;
  while (context.measureText(last).width > width && last.includes(" ")) last = `${last.replace(/ …$/, "").replace(/ \S+$/, "")} …`;
  return [...lines.slice(0, most - 1), last];
}

function when(date) {
  const [year, month, day] = date.split("-");
  return /^\d{4}(-|$)/.test(date) ? [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ") : date;
}
const speaker = (f) => f.who ?? (f.as || "Speaker not identified");
const told = (f) => (f.verb ? `${f.verb}: ` : "") + f.words;
const source = (f) => [f.title, f.outlet, f.date && when(f.date)].filter(Boolean).join(", ");

export function draw(canvas, f, dark) {
  const context = canvas.getContext("2d"), width = W - 2 * PAD - 24;
  let size = 52, lines;
  do {
    context.font = `400 ${size}px ${SERIF}`;
    lines = broken(context, told(f), width, 12);
  } while (lines.length * size * 1.4 > 420 && (size -= 4) > 30);
  context.font = `400 26px ${SANS}`;
  const foot = broken(context, source(f), width, 2), high = Math.max(630, PAD * 2 + lines.length * size * 1.4 + 130 + foot.length * 36);
  canvas.width = W;
  canvas.height = Math.round(high);
  context.fillStyle = dark ? "#1e2129" : "#ffffff";
  context.fillRect(0, 0, W, high);
  context.strokeStyle = dark ? "#d29b3c" : "#b3730a";
  context.lineWidth = 6;
  context.setLineDash(f.kind === "mixed" ? [24, 14] : f.kind === "indirect" ? [6, 12] : []);
  context.beginPath();
  context.moveTo(PAD, PAD);
  context.lineTo(PAD, PAD + lines.length * size * 1.4);
  context.stroke();
  context.textBaseline = "top";
  context.fillStyle = dark ? "#e7e9ee" : "#1b1b1b";
  context.font = `400 ${size}px ${SERIF}`;
  context.direction = /[\u0590-\u08ff]/.test(f.words) ? "rtl" : "ltr";
  lines.forEach((line, n) => context.fillText(line, context.direction === "rtl" ? W - PAD : PAD + 32, PAD + n * size * 1.4));
  context.direction = "ltr";
  let y = PAD + lines.length * size * 1.4 + 28;
  context.font = `500 32px ${SANS}`;
  context.fillText(speaker(f), PAD + 32, y);
  context.font = `400 26px ${SANS}`;
  context.fillStyle = dark ? "#aeb4c0" : "#595959";
  y += 46;
  for (const [n, line] of foot.entries()) context.fillText(line, PAD + 32, y + n * 36);
  y += foot.length * 36 + 4;
  context.font = `400 22px ${SANS}`;
  context.fillText(`${KIND[f.kind]}${f.kind === "direct" ? "" : ": not all of these words are the speaker’s own"}`, PAD + 32, y);
  context.fillText(broken(context, f.url.replace(/^https?:\/\//, ""), width, 1)[0], PAD + 32, high - PAD / 2 - 26);
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
export function snippet(f) {
  return `<blockquote cite="${escaped(f.url)}"><p>${escaped(told(f))}</p><footer>— ${escaped(speaker(f))}, ${HOW[f.kind]} <a href="${escaped(f.url)}">${escaped(source(f))}</a></footer></blockquote>`;
}

function lay(say) {
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("peek.css", import.meta.url) });
  document.head.append(styles);
  box = document.createElement("dialog");
  box.className = "rq-picture md-typeset";
  box.setAttribute("aria-labelledby", "share-h");
  const head = document.createElement("h2"), canvas = document.createElement("canvas"), label = document.createElement("label"), code = document.createElement("textarea"), row = document.createElement("p");
  head.id = "share-h";
  head.textContent = "Picture and embedding";
  canvas.setAttribute("role", "img");
  code.readOnly = true;
  code.rows = 4;
  label.append("To put into another page: a quotation with a link", code);
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "rq-btn", textContent: words });
    made.addEventListener("click", act);
    row.append(made);
  };
  button("Save as PNG", () => canvas.toBlob((blob) => { put(`${box.facts.id}.png`, "image/png", blob); say("Picture saved"); }));
  button("Copy the lines", () => box.copy(code.value).then(() => say("Copied to clipboard"), () => say("Copy failed")));
  button("Close", () => box.close());
  box.append(head, canvas, label, row);
  document.body.append(box);
}

export async function share(button, row, copy, say) {
  if (!row) return;
  if (!box) lay(say);
  const f = window.RQ.facts(row);
  Object.assign(box, { facts: f, copy });
  await Promise.all([document.fonts?.load(`400 40px ${SERIF}`), document.fonts?.load(`500 30px Roboto`)]).catch(() => {});
  draw($("canvas", box), f, document.body.dataset.mdColorScheme === "slate");
  $("canvas", box).setAttribute("aria-label", `${told(f)} — ${speaker(f)}, ${source(f)}`);
  $("textarea", box).value = snippet(f);
  const sheet = button.closest(".rq-sheet");
  if (sheet) sheet.hidePopover();
  box.showModal();
}
