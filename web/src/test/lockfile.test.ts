// The lock file names no registry, and lists the packages of every platform, which `npm ci` asks for.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

interface Package {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const file = resolve(__dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
  packages: Record<string, Package>;
};

describe("package-lock.json", () => {
  it("names no registry", () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved)).toEqual([]);
  });

  it("lists every optional package, whatever the platform it was written on", () => {
    const named = Object.values(packages).flatMap((p) => Object.keys(p.optionalDependencies ?? {}));
    expect(named.filter((name) => !packages[`node_modules/${name}`]?.version)).toEqual([]);
  });
});
