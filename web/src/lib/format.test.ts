import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { formatDay, formatMoment } from "./format";

const SRC = resolve(__dirname, "..");
const plain = (text: string): string => text.replace(/\s/g, " ");

describe("dates", () => {
  it("write the first of a month as French does", () => {
    expect(formatDay("2026-01-01T12:00:00Z")).toBe("1er janvier 2026");
    expect(plain(formatMoment("2026-03-01T08:05:00Z"))).toBe("1er mars 2026 à 09:05");
  });

  it("leave every other day and hour as they are", () => {
    expect(formatDay("2026-01-11T12:00:00Z")).toBe("11 janvier 2026");
    expect(formatDay("2026-01-21T12:00:00Z")).toBe("21 janvier 2026");
    expect(plain(formatMoment("2026-03-02T00:01:00Z"))).toBe("2 mars 2026 à 01:01");
  });

  it("are those of Paris", () => {
    expect(formatDay("2026-05-31T22:30:00Z")).toBe("1er juin 2026");
    expect(formatDay("2026-12-31T22:59:00Z")).toBe("31 décembre 2026");
  });

  it("are written here, days beside it, and nowhere else", () => {
    const elsewhere = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/^lib\/(format|days)\./.test(file))
      .filter((file) =>
        /Intl\.DateTimeFormat|toLocale(Date|Time)?String\(/.test(
          readFileSync(join(SRC, file), "utf8"),
        ),
      );
    expect(elsewhere).toEqual([]);
  });
});
