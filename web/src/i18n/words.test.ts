// The French words: each in one area, said by those who load it, complete, and set as French typography asks.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { t } from "./trainings";
import { t as tWriting } from "./writing";

const SRC = resolve(__dirname, "..");
const PLURALS = ["_one", "_many", "_other"];
const COMMON = "common";
/** What every page loads. */
const FRAME = /^(lib|api|ui|record|shell|routes)\/|^(main|theme)\./;

function flatten(node: unknown, path: string[] = []): [string, string][] {
  if (typeof node === "string") return [[path.join("."), node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
    flatten(value, [...path, key]),
  );
}

const textOf = (file: string): string => readFileSync(join(SRC, file), "utf8");
const readJson = (area: string): Record<string, unknown> =>
  JSON.parse(textOf(`i18n/${area}/fr.json`));

const areas = readdirSync(join(SRC, "i18n"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const groups = areas.flatMap((area) =>
  Object.keys(readJson(area)).map((group) => ({ area, group })),
);
const words = areas.flatMap((area) => flatten(readJson(area)));
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|schema\.gen|^i18n\//.test(file))
  .map((file) => ({ file, text: textOf(file) }));

const withoutPlural = (key: string): string => key.replace(/_(one|many|other)$/, "");

/** The areas whose words an area brings along: its own, and those it builds on. */
function broughtBy(area: string): string[] {
  if (area === COMMON) return [COMMON];
  const built = [...textOf(`i18n/${area}/index.ts`).matchAll(/"\.\.\/(\w+)\/fr\.json"/g)];
  return [COMMON, area, ...built.map(([, name]) => name ?? "")];
}

const importsOf = (text: string): string[] =>
  [...text.matchAll(/from "@\/i18n(?:\/(\w+))?"/g)].map(([, area]) => area ?? COMMON);

/** What those who load an area say, word for word and by templates such as `company.status.${status}.title`. */
function speechOf(area: string) {
  const text = sources
    .filter((source) => importsOf(source.text).some((name) => broughtBy(name).includes(area)))
    .map((source) => source.text)
    .join("\n");
  const templates = [...text.matchAll(/`((?:[\w.]|\$\{[^}`]*\})*)`/g)]
    .map(([, template = ""]) => template.split(/\$\{[^}]*\}/))
    .map((parts) => parts.map((part) => part.replaceAll(".", "\\.")).join("[\\w]+"))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (key: string): boolean =>
    text.includes(`"${key}"`) || templates.some((template) => template.test(key));
}

describe("areas", () => {
  it("share no group of sentences", () => {
    const names = groups.map(({ group }) => group);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it("leave to every page the words of every page only", () => {
    const heavy = sources
      .filter(({ file }) => FRAME.test(file))
      .flatMap(({ file, text }) => importsOf(text).map((area) => `${file} speaks ${area}`))
      .filter((line) => !line.endsWith(COMMON));
    expect(heavy).toEqual([]);
  });

  it("bring their words along, and those they build on", () => {
    expect(tWriting("writing.new")).toBe("Nouvelle formation");
    expect(tWriting("training.back")).toBe("Toutes les formations");
    expect(t("trainings.writtenAt", { date: "hier" })).toBe("Modifiée le hier");
    expect(t("action.close")).toBe("Fermer");
  });

  it("keep to their own words, says the compiler", () => {
    // @ts-expect-error: those who read a training have not loaded the words of those who write it
    t("writing.new");
    // @ts-expect-error: a group is no sentence
    t("training.part");
    // @ts-expect-error: a sentence that counts is called without its plural form
    t("training.skillCount_one", { count: 1 });
    // @ts-expect-error: no such sentence
    t("training.nothing");
    expect(t("training.skillCount", { count: 1 })).toBe("1 compétence");
  });
});

describe("sentences", () => {
  it("have every plural form when they count", () => {
    const roots = new Set(
      words.map(([key]) => key).filter((key) => /_(one|many|other)$/.test(key)),
    );
    const missing = [...roots].flatMap((key) =>
      PLURALS.map((form) => withoutPlural(key) + form).filter((form) => !roots.has(form)),
    );
    expect(missing).toEqual([]);
  });

  it.each(areas)("of %s are all said by those who load them", (area) => {
    const said = speechOf(area);
    const keys = new Set(flatten(readJson(area)).map(([key]) => withoutPlural(key)));
    expect([...keys].filter((key) => !said(key))).toEqual([]);
  });

  it("have typographic apostrophes", () => {
    expect(words.filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it("keep high punctuation and quotation marks with their word", () => {
    const loose = words.filter(([, text]) =>
      / [:;!?»]|« |[^\u202f\d][;!?]|[^\u00a0][»:]/.test(strip(text)),
    );
    expect(loose).toEqual([]);
  });

  it("write the ellipsis as one sign", () => {
    expect(words.filter(([, text]) => text.includes("..."))).toEqual([]);
  });
});

const strip = (text: string): string =>
  text.replace(/\{\{[^}]*\}\}/g, "x").replace(/https?:\S+/g, "");
