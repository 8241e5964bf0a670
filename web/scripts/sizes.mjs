// Prints what the first page of each entry costs once compressed, and refuses a first page above the budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 250;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const gzip = (file) => gzipSync(readFileSync(new URL(file, dist))).length;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`.padStart(10);

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shared = closure(entry);
const sum = (keys) => [...keys].reduce((total, key) => total + gzip(manifest[key].file), 0);

const first = sum(shared);
console.log(`${kb(first)}  every page (gzip)`);
let worst = first;
// Pages, and the parts of pages that some of their readers load besides.
const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
for (const key of pages.filter((name) => name.startsWith("src/pages/"))) {
  const total = sum(new Set([...shared, ...closure(key)]));
  worst = Math.max(worst, total);
  console.log(`${kb(total)}  ${key}`);
}
if (worst > BUDGET_KB * 1024) {
  console.error(`A page costs more than ${BUDGET_KB} kB of JavaScript.`);
  process.exit(1);
}
