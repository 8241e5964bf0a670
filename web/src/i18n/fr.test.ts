// The French words: complete, used, and set as French typography asks.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import fr from "./fr.json";

const SRC = resolve(__dirname, "..");
const PLURALS = ["_one", "_many", "_other"];

function flatten(node: unknown, path: string[] = []): [string, string][] {
  if (typeof node === "string") return [[path.join("."), node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
    flatten(value, [...path, key]),
  );
}

const words = flatten(fr);
const source = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.includes("schema.gen"),
  )
  .map((file) => readFileSync(join(SRC, file), "utf8"))
  .join("\n");

const withoutPlural = (key: string): string => key.replace(/_(one|many|other)$/, "");

/** A key is used as it stands, or built from a template such as `company.status.${status}.title`. */
function used(key: string): boolean {
  if (source.includes(`"${key}"`)) return true;
  const templates = [...source.matchAll(/`((?:[\w.]|\$\{[^}`]*\})*)`/g)].map(
    (match) => match[1] ?? "",
  );
  return templates.some((template) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${parts.join("[\\w]+")}$`).test(key);
  });
}

describe("fr.json", () => {
  it("has every plural form of a counted sentence", () => {
    const roots = new Set(
      words.map(([key]) => key).filter((key) => /_(one|many|other)$/.test(key)),
    );
    const missing = [...roots].flatMap((key) =>
      PLURALS.map((form) => withoutPlural(key) + form).filter((form) => !roots.has(form)),
    );
    expect(missing).toEqual([]);
  });

  it("has no sentence that the app never says", () => {
    const idle = [...new Set(words.map(([key]) => withoutPlural(key)))].filter((key) => !used(key));
    expect(idle).toEqual([]);
  });

  it("uses typographic apostrophes", () => {
    expect(words.filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it("keeps high punctuation and quotation marks with their word", () => {
    const loose = words.filter(([, text]) =>
      / [:;!?»]|« |[^\u202f\d][;!?]|[^\u00a0][»:]/.test(strip(text)),
    );
    expect(loose).toEqual([]);
  });

  it("writes the ellipsis as one sign", () => {
    expect(words.filter(([, text]) => text.includes("..."))).toEqual([]);
  });
});

const strip = (text: string): string =>
  text.replace(/\{\{[^}]*\}\}/g, "x").replace(/https?:\S+/g, "");
