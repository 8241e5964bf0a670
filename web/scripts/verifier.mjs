// Builds the page that checks documents offline: one HTML file that holds everything and connects to nothing.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const BUDGET_KB = 150;
const verifier = new URL("../verifier/", import.meta.url);
const target = new URL("../dist/verifier-hors-ligne.html", import.meta.url);

const built = await build({
  configFile: false,
  root: fileURLToPath(verifier),
  logLevel: "warn",
  publicDir: false,
  build: {
    write: false,
    target: "es2022",
    modulePreload: false,
    rollupOptions: { input: fileURLToPath(new URL("main.ts", verifier)) },
  },
});
const { output } = Array.isArray(built) ? built[0] : built;
const chunks = output.filter((file) => file.type === "chunk");
if (chunks.length !== 1) throw new Error(`One script was expected, ${chunks.length} were built.`);

// A script ends at the first `</script`, wherever it stands.
const script = chunks[0].code.replaceAll("</script", "<\\/script");
const style = readFileSync(new URL("page.css", verifier), "utf8");
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
// What is empty in the template, and what comes in its place. Each stands there once.
const parts = {
  "%SCRIPT_HASH%": hash(script),
  "%STYLE_HASH%": hash(style),
  "<style></style>": `<style>${style}</style>`,
  '<script type="module"></script>': `<script type="module">${script}</script>`,
};
const template = readFileSync(new URL("page.html", verifier), "utf8");
const places = new RegExp(Object.keys(parts).join("|"), "g");
const page = template.replace(places, (place) => parts[place]);

mkdirSync(new URL(".", target), { recursive: true });
writeFileSync(target, page);
const size = Buffer.byteLength(page) / 1024;
console.log(`${size.toFixed(1)} kB  verifier-hors-ligne.html`);
if (size > BUDGET_KB) {
  console.error(`The page that checks offline is larger than ${BUDGET_KB} kB.`);
  process.exit(1);
}
