// The floors of the app: a file imports only from floors below its own, and a feature never imports
// another feature. Read from the imports themselves, so that there is nothing to keep up to date.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(__dirname, "..");
const FLOORS = [
  "i18n",
  "lib",
  "api",
  "ui",
  "record",
  "features",
  "shell",
  "pages",
  "routes",
  "main",
];
const LONGEST = 250;

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("test/"))
  .filter((file) => file !== "theme.ts");

const floorOf = (file: string): number =>
  FLOORS.indexOf((file.split("/")[0] ?? "").replace(/\.tsx?$/, ""));

const featureOf = (file: string): string | null => /^features\/([^/]+)/.exec(file)?.[1] ?? null;

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const sources = [...text.matchAll(/(?:from|import)\s*\(?\s*"([@.][^"]*)"/g)].map(
    (m) => m[1] ?? "",
  );
  return sources
    .filter((source) => source.startsWith("@/") || source.startsWith("."))
    .map((source) =>
      source.startsWith("@/")
        ? source.slice(2)
        : relative(SRC, resolve(SRC, dirname(file), source)),
    );
}

const tests = (file: string): boolean => /\.test\.tsx?$/.test(file);

describe("floors", () => {
  it("knows every file", () => {
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
  });

  it("lets a file import only from its own floor or below", () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((source) => !(tests(file) && source.startsWith("test/")))
        .filter((source) => source !== "theme" && floorOf(source) > floorOf(file))
        .map((source) => `${file} imports ${source}`),
    );
    expect(upward).toEqual([]);
  });

  it("keeps features apart", () => {
    const crossing = files.flatMap((file) => {
      const feature = featureOf(file);
      return importsOf(file)
        .filter((source) => feature !== null && featureOf(source) !== null)
        .filter((source) => featureOf(source) !== feature)
        .map((source) => `${file} imports ${source}`);
    });
    expect(crossing).toEqual([]);
  });

  it("sees a crossing import when there is one", () => {
    expect(importsOf("pages/recruiter/SearchPage.tsx")).toContain("features/catalog");
    expect(floorOf("features/catalog/queries.ts")).toBeLessThan(floorOf("pages/x.tsx"));
  });

  it("keeps files short", () => {
    const long = files
      .filter((file) => !file.endsWith("schema.gen.ts"))
      .filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > LONGEST);
    expect(long).toEqual([]);
  });
});
