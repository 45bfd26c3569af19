/* Names that a search may mean, and a guess at those that are misspelt. No page is needed for it. */

import { fold, has } from "./lists.js";

const LEAST = 4; // letters from which a word is guessed at

export async function open(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  const rows = (await answer.json()).map(([name, path, kind, quotes, articles, role, forms]) => {
    const all = [name, ...forms].map(fold);
    return { name, path, kind, quotes, articles, role, forms: all, words: [...new Set(all.flatMap((form) => form.split(/[^\p{L}\p{N}']+/u)))].filter(Boolean) };
  });
  const often = new Map();
  for (const row of rows) for (const word of row.words) often.set(word, (often.get(word) ?? 0) + 1 + row.quotes + row.articles);
  return { find: (words) => find(rows, words), guess: (word) => guess(often, word) };
}

/* who bears all the words: those whose whole name or form it is first, then the most quoted */
function find(rows, words) {
  if (!words.length) return [];
  const asked = words.join(" ");
  const rank = (row) => (row.forms[0] === asked ? 3 : row.forms.includes(asked) ? 2 : 1);
  return rows.filter((row) => row.forms.some((form) => words.every((word) => has(form, word))))
    .map((row) => [rank(row), row]).sort((a, b) => b[0] - a[0] || b[1].quotes - a[1].quotes || b[1].articles - a[1].articles).map(([, row]) => row);
}

/* a word of names that is one letter away, two in a long word; "" = none */
function guess(often, word) {
  if (word.length < LEAST || often.has(word)) return "";
  const most = word.length > 6 ? 2 : 1;
  let best = "", score = 0;
  for (const [other, count] of often) {
    if (Math.abs(other.length - word.length) > most || other.length < LEAST) continue;
    const away = distance(word, other, most);
    if (away > most) continue;
    const worth = count / away ** 3;
    if (worth > score) [best, score] = [other, worth];
  }
  return best;
}

/* letters changed, added, left out, or swapped with the next one */
function distance(a, b, most) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}
